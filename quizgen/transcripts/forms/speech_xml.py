"""XML that says who speaks: TEI and ParlaMint, parliaments' own, timed text.

<u who="#AdaByron"><seg>Hello.</seg> <incident><desc>laughs</desc></incident></u>
<sp who="#ham"><speaker>Hamlet</speaker><l>Nay, answer me.</l></sp>
<speech speakername="Ada Byron"><p>Hello.</p></speech>
<SPEAKER ID="1" NAME="President">
<TIER TIER_ID="Ada Byron">

A list of persons in the head gives the names of their marks.
"""

import html
import re
from dataclasses import dataclass, field, replace

from quizgen.model.transcript import Transcript
from quizgen.transcripts import marks, tiers
from quizgen.transcripts.attributed import Speech
from quizgen.transcripts.best import best
from quizgen.transcripts.doubt import unsure
from quizgen.transcripts.notes import kind_of
from quizgen.transcripts.tags import Markup, Tag

NAME = "xml"
_SPEECH = re.compile(
    r"<(?:\w+:)?(?:u|sp|speech|speaker|intervention|contribution|said|turn|utterance|rede|segment|"
    r"sync|questionasked|answer|question|p|div|msg|message|line|post|comment|entry)\b[^>]*?"
    r"\b(?:who|by|from|author|user|nick|sender|spkr|speaker|speakername|speaker_name|name|person_id|agent)\s*="
    r"|<sp\b|<speaker\b|<redner\b",
    re.IGNORECASE,
)
_TURNS = frozenset(
    """
    u sp speech intervention contribution said turn utterance rede segment questionasked answer
    question statement vorgang comment msg message post
    """.split()
)
_NAMES = frozenset(
    """
    speaker from name redner speakername membername member hs_memberslink b_member persname namen
    """.split()
)
_ASIDES = {
    "incident": "direction",
    "vocal": "sound",
    "kinesic": "applause",
    "stage": "direction",
    "pause": "pause",
    "kommentar": "interjection",
    "gap": "inaudible",
    "comment": "interjection",
    "narrative": "direction",
    "writing": "direction",
    "shift": "direction",
    "italic_note": "direction",
}
_HEADS = frozenset(
    "head heading major-heading minor-heading title h1 h2 h3 docTitle".casefold().split()
)
_UNSPOKEN = frozenset(
    """
    teiheader note meta metadata fw pb listperson front listorg vorspann anlagen rednerliste head
    """.split()
)
_NAMED_WITHIN = frozenset({"speech", "question", "answer", "scene", "speechgroup"})
_PERSONS = frozenset({"person", "agent"})
_NEAR = 4  # elements from a name's words up to the one that says they are a name
_PARTY = re.compile(
    r"<(fraktion|rolle|funktion|partei|party|role|affiliation)\b.*?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
_BLOCKS = frozenset("p l lg seg s ab para line div br speech u sp h1 h2 h3 tr li".split())
_WHO = tuple(
    (
        "speakername speaker_name speaker name by who spkr agent person_id from author user nick"
        " sender"
    ).split()
)


def score(text: str) -> float:
    """How sure the form is of the text: speech elements in something that looks like markup."""
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start != "<" or re.match(r"\s*(?:<!doctype html|<html)", text[:500], re.IGNORECASE):
        return 0.0
    return (
        1.0
        if _SPEECH.search(text) or tiers.are_tiers(text)
        else (0.3 if text.lstrip()[:5] == "<?xml" else 0.0)
    )


def read(text: str, path: str) -> Transcript:
    """Read markup; without elements of speech there are no turns."""
    if tiers.are_tiers(text):
        return tiers.read(text, path, NAME)
    reader = _Reader(text)
    for tag in reader.markup:
        reader.take(tag)
    return reader.finish(path)


@dataclass(slots=True)
class _Reader:
    """Goes over the tags once."""

    text: str
    markup: Markup = field(init=False)
    speech: Speech = field(init=False)
    persons: dict[str, str] = field(default_factory=dict)
    stack: list[str] = field(default_factory=list)
    silent: int = 0
    person: str | None = None
    naming: str | None = None
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
        name = tag.name.split(":")[-1]
        if tag.kind == "open":
            self.open(tag, name)
        elif tag.kind == "close":
            self.close(tag, name)
        else:
            self.said(tag)

    def open(self, tag: Tag, name: str) -> None:
        self.stack.append(name)
        if name in _PERSONS:
            self.person = tag.get("id")
        if name in _UNSPOKEN and not (name == "head" and self.speaking):
            self._hush(tag, name)
        elif name in _HEADS:
            self.heading_from = tag.end
        elif name in _ASIDES and self.speaking:
            self.speech.join(" ")
            self.aside = (_ASIDES[name], self.speech.builder.length, len(self.stack), tag.end)
        elif name == "speaker" and "speakers" in self.stack:
            self._listed(tag)
        elif self._is_label(tag, name):
            self.naming, self.name_from = name, tag.end
        elif name in _TURNS or (name in {"speaker", "p", "div"} and tag.get(*_WHO[:4], "agent")):
            self._begin(tag, name)
        if name in _BLOCKS and self.speaking:
            self._part(name)

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
        return name in _NAMES and not tag.get("name", "speakername") and self.waiting is not None

    def _begin(self, tag: Tag, name: str) -> None:
        who = tag.get(*_WHO)
        if name == "comment" and not who:
            return
        self.waiting = (tag.start, tag.end)
        self.speaking, self.who = False, None
        waits = name == "sp" or (name in _NAMED_WITHIN and (who or "").startswith("#"))
        if who and not waits:
            self.speech.merge = tag.get("begin") is not None
            self._turn(who, tag.start, tag.end)
        elif who:
            self.who = who

    def _turn(self, who: str, low: int, high: int) -> None:
        mark = who.strip().split()[0].lstrip("#") if who.strip().startswith("#") else who.strip()
        found = self.text.find(who, low, high)
        low, high = (found, found + len(who)) if found >= 0 else (low, high)
        self.speech.turn(mark, low, high)
        if who.strip().startswith("#"):
            self.marked.add(mark)
            if self.label:
                self.announced.setdefault(mark, self.label)
        self.label = ""
        self.speaking, self.waiting = True, None

    def close(self, tag: Tag, name: str) -> None:
        if name not in self.stack:
            return
        while self.stack:
            top = self.stack.pop()
            self._closed(top, tag)
            if top == name:
                break

    def _closed(self, name: str, tag: Tag) -> None:
        if name in _PERSONS:
            self.person = None
        if name in _UNSPOKEN and self.silent:
            self.silent -= 1
        if name == "note" and self.announcing is not None:
            self.label = _bare(self.text[self.announcing : tag.start]).rstrip(" :.")
            self.announcing = None
        if self.heading_from is not None and (name in _HEADS or name == "head"):
            heading = _bare(self.text[self.heading_from : tag.start])
            self.heading_from = None
            if heading:
                self.title = self.title or heading
                self.speech.heading = heading
        if self.aside and len(self.stack) < self.aside[2]:
            kind, low, _, start = self.aside
            words = _bare(self.text[start : tag.start])
            if self.speech.builder.length > low:
                self.speech.aside(kind_of(words.strip("()[]")) or kind, low)
            self.aside = None
        if name == self.naming:
            self._named(tag.start)
        elif name in _TURNS and self.naming is None:
            self.speaking = False
            self.waiting = None

    def _named(self, high: int) -> None:
        low, self.naming = self.name_from, None
        name = _bare(_PARTY.sub("", self.text[low:high])).strip(" :.")
        if name and self.waiting is not None:
            mark = (self.who or "").lstrip("#").split()
            self.speech.turn(name, low, high, self.persons.get(mark[0]) if mark else None)
            self.speaking, self.waiting = True, None

    def said(self, tag: Tag) -> None:
        if self.person and {"persname", "name"} & set(self.stack[-_NEAR:]):
            name = " ".join(self.text[tag.start : tag.end].split())
            if name:
                before = self.persons.get(self.person, "")
                self.persons[self.person] = f"{before} {name}".strip()
        if self.silent or self.naming or self.heading_from is not None:
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
        made = marks.names(sorted(nameless & self.marked), self.announced)
        labels = {start.label.printed for start in self.speech.starts}
        if len(labels) == 1 and len(nameless) == 1 and nameless <= self.marked and not made:
            within = best(self.speech.words(), path, NAME, title=self.title)
            if unsure(replace(within, form="")) is None:
                return within  # the mark says nothing, the labels stand in the words
        names = self.persons | made
        found = self.speech.finish(path, NAME, title=self.title, names=names.items())
        return marks.doubted(found, made) if made else found


def _bare(markup: str) -> str:
    """The words between tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())
