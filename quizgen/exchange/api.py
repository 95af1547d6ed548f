"""What passes between banks and foreign formats, and what a format has to be.

A format is a module. One that can be written has ``KINDS`` (the types of question it
carries, and as what), ``PLACES`` (the fields it has a place for) and ``write``; one that
can be read has ``score`` and ``read``. Entry points of the group ``quizgen.formats`` name
the modules, quizgen's own and anyone's.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, Protocol

from quizgen.exchange.markup import forbidden
from quizgen.model.bank import Bank
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Order,
    Question,
    Short,
)


@dataclass(frozen=True, slots=True)
class Item:
    """A question on its way out. ``id`` is unique in its bank, also where the bank has none."""

    question: Question
    id: str
    bank: Bank = field(repr=False)

    @property
    def line(self) -> int:
        """Where it stands in its bank's file."""
        return self.question.place.line if self.question.place else 0


@dataclass(frozen=True, slots=True)
class Part:
    """A bank and those of its questions that are to go out."""

    bank: Bank
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to write. ``saved`` is when the banks were last saved, in seconds since 1970.

    ``variants`` is how many versions of a printed page are wanted. ``passage`` finds the
    place of a question's words in the transcript; without it no passages are printed.
    """

    seed: int = 1
    variants: int = 1
    saved: int = 0
    passage: Callable[[Item], Sequence[str]] | None = None


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """What of a question a format could not carry; ``reason`` is a phrase for people."""

    path: str
    line: int
    id: str
    reason: str
    whole: bool = True

    def __str__(self) -> str:
        """``file:line: id: …``, the form that editors jump to."""
        what = "left out" if self.whole else "changed"
        return f"{self.path}:{self.line}: {self.id}: {what}: {self.reason}"


class Losses:
    """Collects what could not be carried, one entry a question."""

    def __init__(self) -> None:
        self._whole: dict[tuple[str, str], tuple[Item, str]] = {}
        self._parts: dict[tuple[str, str], tuple[Item, list[str]]] = {}

    def whole(self, item: Item, reason: str) -> None:
        """Say that a question is left out, and why."""
        self._whole.setdefault((item.bank.path, item.id), (item, reason))

    def part(self, item: Item, what: str) -> None:
        """Say what of a question is missing or different, as ``without its hint``."""
        reasons = self._parts.setdefault((item.bank.path, item.id), (item, []))[1]
        if what not in reasons:
            reasons.append(what)

    def listed(self) -> tuple[Loss, ...]:
        """All losses in the order of the files; of a question left out only that."""
        whole = [Loss(i.bank.path, i.line, i.id, why) for i, why in self._whole.values()]
        parts = [
            Loss(item.bank.path, item.line, item.id, "; ".join(reasons), whole=False)
            for key, (item, reasons) in self._parts.items()
            if key not in self._whole
        ]
        return tuple(sorted([*whole, *parts]))


@dataclass(frozen=True, slots=True)
class Row:
    """A question that came in, and the line of the foreign file where it began."""

    line: int
    question: Question


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What could not come in as it was. ``row`` says whether a question is missing for it."""

    line: int
    reason: str
    row: bool = True


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that a foreign file holds: questions, what is wrong with it, what it calls itself."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...] = ()
    title: str | None = None


class Format(Protocol):
    """What every format's module says of itself."""

    TITLE: str
    """Its name for people, as in ``Aiken has no place for a hint``."""

    SUMMARY: str
    """In a sentence, for whom it is."""


class Written(Format, Protocol):
    """A format that quizgen writes."""

    BINARY: bool
    """Whether it is a package of bytes, which cannot be printed."""

    KINDS: Mapping[str, str]
    """The types of question that it carries, each with what it becomes there."""

    PLACES: AbstractSet[str]
    """The fields, of those named in ``FIELDS``, for which it has a place."""

    def write(self, parts: Sequence[Part], options: Options, losses: Losses) -> bytes:
        """Write the items, all of them of ``KINDS``; report what has to be left out."""


class Readable(Format, Protocol):
    """A format that quizgen reads."""

    def score(self, text: str) -> float:
        """How sure the format is of the text, from 0 (not mine) to 1."""

    def read(self, text: str) -> Incoming:
        """Read the text; what is wrong with a row is a fault, never an exception."""


def texts(question: Question) -> list[str]:
    """All the texts of a question, wherever they stand."""
    q: Any = question
    found = [q.stem, q.quote, q.context, q.hint, q.explanation, q.topic, q.speaker]
    found += (*q.tags, *q.evidence)
    match q:
        case Choice() | Multi():
            found += (*q.options, *(option.because for option in q.wrong))
        case Short():
            found += q.keys
        case Cloze():
            found += (text for blank in q.blanks for text in blank)
        case Order():
            found += q.items
        case Match():
            found += (*(text for pair in q.pairs for text in pair), *q.extra)
        case Number():
            found.append(q.unit)
        case Open():
            found.append(q.key)
    return [text for text in found if text]


FIELDS: Mapping[str, Callable[[Question], bool]] = {
    "hint": lambda question: question.hint is not None,
    "explanation": lambda question: question.explanation is not None,
    "because": lambda question: any(one.because for one in getattr(question, "wrong", ())),
    "from": lambda question: bool(question.evidence),
    "topic": lambda question: question.topic is not None,
    "speaker": lambda question: question.speaker is not None,
    "tags": lambda question: bool(question.tags),
    "difficulty": lambda question: question.difficulty is not None,
    "points": lambda question: question.points != 1,
    "typos": lambda question: question.typos is not None,
    "control characters": lambda question: forbidden("\n".join(texts(question))),
}
"""The optional fields that a format may lack a place for, and whether a question has one.

The rest goes with the question itself (``context``, ``quote``, ``unit``), is how an answer
is judged (``tolerance``), or is the bank's own business (``note``, ``not-with``, ``made``).
"""
