"""A Markdown page: the quiz, and its answers at the end."""

import re
from collections.abc import Iterator, Sequence

from quizgen.exchange.api import FIELDS, Losses, Options, Part
from quizgen.exchange.reading import lines_of
from quizgen.exchange.sheets import Entry, Sheet, sheets
from quizgen.exchange.wording import digits, letter

TITLE = "Markdown"
SUMMARY = "A page for notes, wikis and repositories, its answers at the end."
BINARY = False
KINDS = {
    "choice": "lettered options",
    "multi": "lettered options",
    "truefalse": "True and False",
    "short": "a question",
    "cloze": "gaps",
    "number": "a question",
    "order": "lettered things",
    "match": "two lists",
    "open": "a question",
}
PLACES = frozenset(FIELDS)

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~$&]")
_FIRST = re.compile(r"([-+=:])|(\d+)([.)])")


def write(parts: Sequence[Part], options: Options, _losses: Losses) -> bytes:
    """Write all versions one behind the other, each with its key."""
    return "\n".join(line for sheet in sheets(parts, options) for line in _sheet(sheet)).encode()


def _sheet(sheet: Sheet) -> Iterator[str]:
    name = f"{sheet.title} – {sheet.version}" if sheet.version else sheet.title
    title = _line(name)
    yield from (f"# {title}", "")
    for entry in sheet.entries:
        yield from _question(entry)
    yield from (f"## Answers: {title}", "")
    for entry in sheet.entries:
        mark = f"{entry.number}. "
        indent = " " * len(mark)
        yield f"{mark}{_text(entry.answer, indent)}"
        yield from (f"\n{indent}{_text(text, indent)}" for text in entry.more)
        yield f"\n{indent}`{entry.item.id}`"
        yield ""


def _question(entry: Entry) -> Iterator[str]:
    mark = f"{entry.number}. "
    indent = " " * len(mark)
    points = entry.item.question.points
    shown = entry.prompt
    paragraphs = [f"> {_text(text, f'{indent}> ')}" for text in entry.passage]
    paragraphs += [_text(text, indent) for text in (shown.context, shown.stem) if text]
    paragraphs += [f"> {_text(shown.quote, f'{indent}> ')}"] if shown.quote else []
    paragraphs += [f"*({digits(points)} points)*"] if points != 1 else []
    paragraphs += [f"*{entry.ask}*"] if entry.ask else []
    yield mark + f"\n\n{indent}".join(paragraphs)
    if entry.lefts:
        yield ""
        lefts = enumerate(entry.lefts, start=1)
        yield from (f"{indent}- {at}: {_text(text, f'{indent}  ')}" for at, text in lefts)
    if entry.options:
        yield ""
        for at, text in enumerate(entry.options):
            yield f"{indent}- {letter(at)}: {_text(text, f'{indent}  ')}"
    yield ""


def _text(text: str, indent: str) -> str:
    """A text that Markdown shows as it is; line breaks stay, further lines stand in."""
    lines = [_line(line) for line in lines_of(text)]
    return f"  \n{indent}".join(line or "\u00a0" for line in lines)


def _line(text: str) -> str:
    """A line in which no sign has a meaning of its own."""
    plain = _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    return (
        _FIRST.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", plain, count=1)
        if (_FIRST.match(plain))
        else plain
    )
