"""Markup of no known kind: which element is a speech, which part of it names the speaker.

<beitrag redner="Ada Byron"><absatz>Hello.</absatz></beitrag>
<turn><person name="Ada Byron"/><text>Hello.</text></turn>

Told by how the elements are used: a speech comes again and again, holds a short value that
recurs, and a long one that does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from quizgen.model.transcript import Transcript
from quizgen.transcripts.attributed import Speech
from quizgen.transcripts.field_use import is_name, label_at, roles, words_at
from quizgen.transcripts.fields import HEADING, SPEAKER, rank
from quizgen.transcripts.tags import Markup, Tag, attributes

_FEWEST = 3
_NEARLY = 0.8
_MOSTLY = 0.6
_MOST = 400  # elements of a name that are looked at
_ALL = "+"  # marks the words of every part of a name together
_OF = "@"  # marks an attribute, behind the part that has it
_WORD = 20  # characters: shorter parts are words of a sentence
_HEADINGS = frozenset("head h1 h2 h3 h4 titel titre titulo titolo".split())
_INLINE = frozenset("b i em strong u a span sup sub small emph hi ref abbr term quote q".split())


@dataclass(slots=True)
class Element:
    """An element with its parts in order: runs of text, and elements.

    Its ``name`` is that of its class, in a page where classes tell what things are.
    """

    tag: Tag
    name: str
    parts: list["Element | Tag"] = field(default_factory=list)

    def within(self) -> Iterator["Element"]:
        """All elements inside, in the order of the file."""
        waiting = [part for part in reversed(self.parts) if isinstance(part, Element)]
        while waiting:
            inner = waiting.pop()
            yield inner
            waiting.extend(part for part in reversed(inner.parts) if isinstance(part, Element))

    def runs(self) -> Iterator[Tag]:
        """All runs of text inside, in the order of the file."""
        waiting: list[Element | Tag] = list(reversed(self.parts))
        while waiting:
            part = waiting.pop()
            if isinstance(part, Element):
                waiting.extend(reversed(part.parts))
            else:
                yield part


class Found(NamedTuple):
    """What a speech is called in a file, and where in it the speaker and the words stand."""

    name: str
    speaker: str
    text: str


def tree(markup: Markup, *, classes: bool = False) -> Element:
    """The elements of a text; one that is never closed ends with the one that holds it."""
    root = Element(Tag("open", "", 0, 0), "")
    stack = [root]
    for tag in markup:
        if tag.kind == "text":
            stack[-1].parts.append(tag)
        elif tag.kind == "open":
            named = (tag.get("class") or "").split() if classes else []
            inner = Element(tag, named[0].casefold() if named else tag.name)
            stack[-1].parts.append(inner)
            stack.append(inner)
        else:
            at = next((n for n in range(len(stack) - 1, 0, -1) if stack[n].tag.name == tag.name), 0)
            del stack[at or len(stack) :]
    return root


def speeches(text: str, root: Element) -> Found | None:
    """The element that is a speech; None where there is none."""
    named: dict[str, list[Element]] = {}
    for element in root.within():
        named.setdefault(element.name, []).append(element)
    weighed = [
        (*weight, found)
        for name, elements in named.items()
        if len(elements) >= _FEWEST and name not in _INLINE
        for weight, found in _judged(text, name, elements[:_MOST])
    ]
    most = max((size for size, *_ in weighed), default=0)
    near = [each for each in weighed if each[0] >= _NEARLY * most]
    return max(near, key=lambda each: each[1])[2] if near else None


def _judged(
    text: str, name: str, elements: list[Element]
) -> Iterator[tuple[tuple[int, int], Found]]:
    pieces = [_fields(text, each) for each in elements]
    use = roles(pieces)
    if use.speaker is None or use.text is None:
        return
    labels = [label_at(piece, use.speaker) for piece in pieces]
    known = [label for label in labels if label]
    again = 1 < len(set(known)) < len(known)
    if len(known) < _MOSTLY * len(pieces) or not again:
        return
    if sum(1 for label in known if is_name(label)) < _MOSTLY * len(known):
        return
    size = sum(len(word) for piece in pieces for word in words_at(piece, use.text))
    yield (size, len(elements)), Found(name, use.speaker[0], use.text[0])


def _fields(text: str, element: Element) -> dict[str, str]:
    """The attributes and the parts of an element by their names."""
    found = {f"{_OF}{key}": value for key, value in attributes(element.tag).items()}
    own = " ".join(_run(text, part) for part in element.parts if isinstance(part, Tag)).strip()
    if own:
        found["text"] = own
    for inner in element.within():
        said = " ".join(" ".join(_run(text, run) for run in inner.runs()).split())
        name = inner.name
        if said and name in found:
            found[f"{name}{_ALL}"] = f"{found.get(f'{name}{_ALL}', found[name])} {said}"
        elif said:
            found[name] = said
        for key, value in attributes(inner.tag).items():
            found.setdefault(f"{name}{_OF}{key}", value)
    return found


def _run(text: str, tag: Tag) -> str:
    return text[tag.start : tag.end]


def read(text: str, path: str, form: str, *, classes: bool = False) -> Transcript | None:
    """Read the speeches of markup of an unknown kind; None where there are none.

    Many things in a page have names: by their ``classes`` it has to say which are a speaker's.
    """
    markup = Markup(text)
    root = tree(markup, classes=classes)
    found = speeches(text, root)
    if found is None or (classes and not rank(found.speaker, SPEAKER)):
        return None
    speech, title = Speech(text), None
    waiting = [part for part in reversed(root.parts) if isinstance(part, Element)]
    while waiting:
        element = waiting.pop()
        if element.name == found.name and _say(speech, markup, element, found):
            continue
        heading = _heading(text, element)
        if heading:
            speech.heading, title = heading, title or heading
        waiting.extend(part for part in reversed(element.parts) if isinstance(part, Element))
    return speech.finish(path, form, title=title)


def _heading(text: str, element: Element) -> str:
    """The words of an element that is a heading; none where it is something else."""
    name = element.name
    if not (rank(name, HEADING) or name in _HEADINGS) or any(
        isinstance(part, Element) and part.name not in _INLINE for part in element.parts
    ):
        return ""
    return " ".join(" ".join(_run(text, run) for run in element.runs()).split())


def _say(speech: Speech, markup: Markup, element: Element, found: Found) -> bool:
    """Add one speech; False where an element of its name has no speaker or no words."""
    place = _label(speech.source, element, found.speaker)
    words = list(_words(element, found.text))
    if place is None or not any(_run(speech.source, run).strip() for part in words for run in part):
        return False
    label, low, high = place
    speech.turn(label.rstrip(" :."), low, high)
    for number, runs in enumerate(words):
        if number:
            short = sum(run.end - run.start for run in runs) < _WORD
            speech.join(" " if short else "\n\n")
        for run in runs:
            markup.add(speech.builder, run)
    return True


def _label(text: str, element: Element, name: str) -> tuple[str, int, int] | None:
    """The label of a speech and its place."""
    part, of, key = name.partition(_OF)
    holders = [inner for inner in element.within() if inner.name == part] if part else [element]
    for holder in holders:
        if of:
            value = attributes(holder.tag).get(key)
            at = text.find(value, holder.tag.start, holder.tag.end) if value else -1
            if value and at >= 0:
                return value, at, at + len(value)
            continue
        runs = [run for run in holder.runs() if _run(text, run).strip()]
        if runs:
            said = " ".join(" ".join(_run(text, run) for run in runs).split())
            return said, runs[0].start, runs[-1].end
    return None


def _words(element: Element, name: str) -> Iterator[list[Tag]]:
    """The runs of text of each part that holds the words."""
    part = name.removesuffix(_ALL)
    inside = [inner for inner in element.within() if inner.name == part]
    if not inside:
        yield [run for run in element.parts if isinstance(run, Tag)]
        return
    for inner in inside:
        yield list(inner.runs())
