"""XML that says who speaks: TEI and ParlaMint, parliaments' own, timed text.

<u who="#AdaByron"><seg>Hello.</seg> <incident><desc>laughs</desc></incident></u>
<sp who="#ham"><speaker>Hamlet</speaker><l>Nay, answer me.</l></sp>
<speech speakername="Ada Byron"><p>Hello.</p></speech>
<SPEAKER ID="1" NAME="President">
<TIER TIER_ID="Ada Byron">

Elements of other names are told by how they are used. A list of persons in the head gives
the names of their marks, or says that they ask or answer without one.
"""

import html
import re
from dataclasses import dataclass, field, replace

from quizgen.model.transcript import Transcript
from quizgen.transcripts import final_draft, marks, tiers, transcriber, xml_records
from quizgen.transcripts.attributed import Speech
from quizgen.transcripts.best import best
from quizgen.transcripts.doubt import unsure
from quizgen.transcripts.labels import is_floor
from quizgen.transcripts.notes import kind_of
from quizgen.transcripts.speech_elements import (
    ASIDES,
    BLOCKS,
    HEADS,
    MEANING,
    NAMED_WITHIN,
    NAMES,
    NESTED,
    PERSONS,
    SPEECH,
    TURNS,
    UNSPOKEN,
    WHO,
)
from quizgen.transcripts.tags import Markup, Tag

NAME = "xml"
_NEAR = 4  # elements from a name's words up to the one that says they are a name
_ABOUT = 1000  # characters of markup about a speaker
_SENTENCE = re.compile(r"[.?!](?: |\Z)")
_PARTY = re.compile(
    r"<(fraktion|rolle|funktion|partei|party|role|affiliation)\b.*?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)


def score(text: str) -> float:
    """How sure the form is of the text: speech elements in something that looks like markup."""
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start != "<" or re.match(r"\s*(?:<!doctype html|<html)", text[:500], re.IGNORECASE):
        return 0.0
    if SPEECH.search(text) or tiers.are_tiers(text) or final_draft.is_screenplay(text):
        return 1.0
    if xml_records.speeches(text, xml_records.tree(Markup(text))):
        return 1.0
    return 0.3 if text.lstrip()[:5] == "<?xml" else 0.0


def read(text: str, path: str) -> Transcript:
    """Read markup; without elements of speech there are no turns."""
    if tiers.are_tiers(text):
        return tiers.read(text, path, NAME)
    if final_draft.is_screenplay(text):
        return final_draft.read(text, path, NAME)
    if transcriber.is_transcriber(text):
        return transcriber.read(text, path, NAME)
    reader = _Reader(text)
    for tag in reader.markup:
        reader.take(tag)
    found = reader.finish(path)
    return found if unsure(found) is None else xml_records.read(text, path, NAME) or found


@dataclass(slots=True)
class _Reader:
    """Goes over the tags once."""

    text: str
    markup: Markup = field(init=False)
    speech: Speech = field(init=False)
    persons: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    stack: list[str] = field(default_factory=list)
    silent: int = 0
    person: str | None = None
    naming: str | None = None
    about: str | None = None
    name_from: int = 0
    aside: tuple[str, int, int, int] | None = None
    who: str | None = None
    heading_from: int | None = None
    waiting: tuple[int, int] | None = None
    speaking: bool = False
    title: str | None = None
    marked: set[str] = field(default_factory=set)
    announcing: int | None = None
    label: str = ""
    announced: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.markup = Markup(self.text)
        self.speech = Speech(self.text)

    def take(self, tag: Tag) -> None:
        """Look at one tag or run of text."""
        kind, name, *_ = tag
        if kind == "text":
            self.said(tag)
            return
        if ":" in name:
            name = name.rpartition(":")[2]
        if kind == "open":
            self.stack.append(name)
            if name in MEANING:
                self.open(tag, name)
            if name in BLOCKS and self.speaking:
                self._part(name)
        else:
            self.close(tag, name)

    def open(self, tag: Tag, name: str) -> None:
        """An element that means something begins."""
        if name in PERSONS:
            self._person(tag)
        if name in UNSPOKEN and not (name == "head" and self.speaking):
            self._hush(tag, name)
        elif name in HEADS:
            self.heading_from = tag.end
        elif name in ASIDES and self.speaking and not self._is_nested(tag, name):
            self.speech.join(" ")
            self.aside = (ASIDES[name], self.speech.builder.length, len(self.stack), tag.end)
        elif name == "speaker" and "speakers" in self.stack:
            self._listed(tag)
        elif self._is_label(tag, name):
            self.naming, self.name_from = name, tag.end
        elif self._is_turn(tag, name):
            self._begin(tag, name)

    def _person(self, tag: Tag) -> None:
        """A person in a list, whose name follows, or who is only said to ask or answer."""
        self.person, role = tag.get("id"), tag.get("role")
        if self.person and role and is_floor(role):
            self.roles[self.person] = role

    def _is_turn(self, tag: Tag, name: str) -> bool:
        if name in TURNS or self._is_nested(tag, name):
            return True
        return name in {"speaker", "p", "div"} and bool(tag.get(*WHO[:4], "agent"))

    def _is_nested(self, tag: Tag, name: str) -> bool:
        """Whether an element within a speech says who breaks in, or goes on."""
        if name not in NESTED:
            return False
        end = self.text.find(f"</{tag.name}", tag.end)
        inside = self.text[tag.end : min(end, tag.end + _ABOUT) if end >= 0 else tag.end]
        return bool(tag.get(*WHO)) or "<talker" in inside or "<name" in inside

    def _hush(self, tag: Tag, name: str) -> None:
        """What begins here is not spoken; it may be a heading, or announce who speaks next."""
        self.silent += 1
        if name == "note" and tag.get("type") == "speaker":
            self.announcing = tag.end
        if name == "head" and self.silent == 1:
            self.heading_from = tag.end

    def _listed(self, tag: Tag) -> None:
        """A speaker in a list in the head, which gives a name to a mark."""
        mark, full = tag.get("id"), tag.get("name")
        if mark and full:
            self.persons[mark] = full

    def _part(self, name: str) -> None:
        """Part a paragraph or a verse from what came before it in the same turn."""
        speech = self.speech
        if speech.starts and speech.builder.length > speech.starts[-1].text:
            parted = "\n\n" if name == "p" else "\n"
            speech.join(" " if name in {"seg", "s"} else parted)

    def _is_label(self, tag: Tag, name: str) -> bool:
        return name in NAMES and not tag.get("name", "speakername") and self.waiting is not None

    def _begin(self, tag: Tag, name: str) -> None:
        who = tag.get(*WHO)
        if name == "comment" and not who:
            return
        self.waiting = (tag.start, tag.end)
        self.speaking, self.who = False, None
        waits = name == "sp" or (name in NAMED_WITHIN and (who or "").startswith("#"))
        if who and not waits:
            self.speech.merge = tag.get("begin") is not None
            self._turn(who, tag.start, tag.end)
        elif who:
            self.who = who

    def _turn(self, who: str, low: int, high: int) -> None:
        said = who.strip()
        marked = said.startswith("#")
        mark = said.split()[0].lstrip("#") if marked else said
        found = self.text.find(who, low, high)
        low, high = (found, found + len(who)) if found >= 0 else (low, high)
        self.speech.turn(mark, low, high)
        if marked:
            self.marked.add(mark)
            if self.label:
                self.announced.setdefault(mark, self.label)
        self.label = ""
        self.speaking, self.waiting = True, None

    def close(self, tag: Tag, name: str) -> None:
        """An element ends, and all that were left open in it."""
        stack = self.stack
        if name not in stack:
            return
        top = ""
        while top != name:
            top = stack.pop()
            if top in MEANING or self.aside is not None or self.about is not None:
                self._closed(top, tag)

    def _closed(self, name: str, tag: Tag) -> None:
        if name in PERSONS:
            self.person = None
        if name == self.about:
            self.about = None
        if name in UNSPOKEN and self.silent:
            self.silent -= 1
        if name == "note" and self.announcing is not None:
            self.label = _bare(self.text[self.announcing : tag.start]).rstrip(" :.")
            self.announcing = None
        self._headed(name, tag)
        aside = self.aside is not None and len(self.stack) < self.aside[2]
        if self.aside and aside:
            kind, low, _, start = self.aside
            words = _bare(self.text[start : tag.start])
            if self.speech.builder.length > low:
                self.speech.aside(kind_of(words.strip("()[]")) or kind, low)
            self.aside = None
        if name == self.naming:
            self._named(tag.start)
        elif (name in TURNS or (name in NESTED and not aside)) and self.naming is None:
            self.speaking = False
            self.waiting = None

    def _headed(self, name: str, tag: Tag) -> None:
        """A heading may end with an element."""
        if self.heading_from is not None and (name in HEADS or name == "head"):
            heading = _bare(self.text[self.heading_from : tag.start])
            self.heading_from = None
            if heading:
                self.title = self.title or heading
                self.speech.heading = heading

    def _named(self, high: int) -> None:
        low, self.naming = self.name_from, None
        name = _bare(_PARTY.sub("", self.text[low:high])).strip(" :.")
        if name and self.waiting is not None:
            mark = (self.who or "").lstrip("#").split()
            self.speech.turn(name, low, high, self.persons.get(mark[0]) if mark else None)
            self.speaking, self.waiting = True, None
            self._pass_over(high)

    def _pass_over(self, at: int) -> None:
        """What else stands beside a name in an element about the speaker is not spoken."""
        about = self.stack[-1] if self.stack else ""
        if not about or about in TURNS or about in BLOCKS:
            return
        end = self.text.find(f"</{about}", at, at + _ABOUT)
        if end >= 0 and not _SENTENCE.search(_bare(self.text[at:end])):
            self.about = about

    def said(self, tag: Tag) -> None:
        if self.person and {"persname", "name"} & set(self.stack[-_NEAR:]):
            name = " ".join(self.text[tag.start : tag.end].split())
            if name:
                before = self.persons.get(self.person, "")
                self.persons[self.person] = f"{before} {name}".strip()
        if self.silent or self.naming or self.about or self.heading_from is not None:
            return
        if (
            not self.speaking
            and self.waiting
            and self.who
            and self.text[tag.start : tag.end].strip()
        ):
            self._turn(self.who, *self.waiting)
        if not self.speaking or self._says_name_again(tag):
            return
        self.markup.add(self.speech.builder, tag)

    def _says_name_again(self, tag: Tag) -> bool:
        """Whether the first words of a turn are its label once more, in full."""
        start = self.speech.starts[-1]
        if self.speech.builder.length > start.text:
            return False
        said = self.text[tag.start : tag.end]
        if ":" not in said and "&" not in said:
            return False
        words = _bare(said)
        return words.endswith(":") and start.label.name.split()[-1] in words

    def finish(self, path: str) -> Transcript:
        """The transcript; marks without a name in the file get the one that they hold."""
        nameless = {
            start.label.printed
            for start in self.speech.starts
            if start.person is None and start.label.printed not in self.persons
        }
        roles = {m: role for m, role in self.roles.items() if m not in self.persons}
        made = marks.names(sorted(nameless & self.marked - set(roles)), self.announced)
        labels = {start.label.printed for start in self.speech.starts}
        if len(labels) == 1 and len(nameless) == 1 and nameless <= self.marked and not made:
            within = best(self.speech.words(), path, NAME, title=self.title)
            if unsure(replace(within, form="")) is None:
                return within  # the mark says nothing, the labels stand in the words
        names = (self.persons | made).items()
        found = self.speech.finish(path, NAME, title=self.title, names=names, roles=roles)
        return marks.doubted(found, made) if made else found


def _bare(markup: str) -> str:
    """The words between tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())
