"""Questions: one class a kind, the fields of the bank's YAML under their field names.

Three fields bear another name here than in the file, because the file's is a Python
keyword or because the field's standard term is clearer inside: ``question`` is ``stem``,
``from`` is ``evidence``, ``answer`` is ``key`` or ``keys``.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Literal, TypeAlias

Difficulty: TypeAlias = Literal["easy", "medium", "hard"]
Response: TypeAlias = str | tuple[str, ...]
"""A learner's raw answer: the text of an option, what was typed, or several of these.

``choice``, ``short``, ``number`` and ``open`` take a text, ``truefalse`` takes ``"true"``
or ``"false"``; ``multi`` takes the chosen options, ``cloze`` one text a blank, ``order``
the items in the order given, ``match`` the right-hand sides in the order of the pairs.
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column in a bank file, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Made:
    """quizgen's own line in a generated item: ``who-said/1 5c1e9a77-9b3f60d2-77a01c4e``.

    ``source`` is the fingerprint of the words of the transcript, ``text`` of the item as
    it is laid out, ``content`` of its values; each 8 hexadecimal digits.
    """

    rule: str
    version: int
    source: str
    text: str
    content: str

    def __str__(self) -> str:
        return f"{self.rule}/{self.version} {self.source}-{self.text}-{self.content}"


@dataclass(frozen=True, slots=True)
class Option:
    """A wrong answer to choose from, and why it is wrong if the bank says so."""

    text: str
    because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What all kinds share. ``stem`` is the question itself; the rest is optional.

    ``quote`` is a block shown under the stem; ``evidence`` the verbatim words of the
    transcript that prove the key, ``…`` where something is left out; ``was`` the ids the
    item had before; ``not_with`` the ids that it must not share a session with;
    ``place`` where it stands in its bank.
    """

    kind: ClassVar[str]

    stem: str
    quote: str | None = None
    context: str | None = None
    hint: str | None = None
    explanation: str | None = None
    topic: str | None = None
    speaker: str | None = None
    tags: tuple[str, ...] = ()
    difficulty: Difficulty | None = None
    points: Decimal = Decimal(1)
    shuffle: bool = True
    typos: int | None = None
    evidence: tuple[str, ...] = ()
    id: str | None = None
    was: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    skip: bool = False
    note: str | None = None
    made: Made | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """One right answer among several.

    ``fixed`` holds all options in the order of the file where that order matters (the
    field ``choices``: numbers, dates); it is empty where options are shuffled.
    """

    kind: ClassVar[str] = "choice"

    key: str
    wrong: tuple[Option, ...]
    fixed: tuple[str, ...] = ()

    @property
    def options(self) -> tuple[str, ...]:
        """The texts of all options: the fixed order, or the key and then the wrong ones."""
        return self.fixed or (self.key, *(option.text for option in self.wrong))


@dataclass(frozen=True, slots=True, kw_only=True)
class Multi(Question):
    """Several right answers, all of which must be chosen and none of the wrong ones."""

    kind: ClassVar[str] = "multi"

    keys: tuple[str, ...]
    wrong: tuple[Option, ...]
    fixed: tuple[str, ...] = ()

    @property
    def options(self) -> tuple[str, ...]:
        """The texts of all options: the fixed order, or the keys and then the wrong ones."""
        return self.fixed or (*self.keys, *(option.text for option in self.wrong))


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(Question):
    """A statement that is true or false."""

    kind: ClassVar[str] = "truefalse"

    key: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Short(Question):
    """An answer to type. Every one of ``keys`` is right; the first one is shown."""

    kind: ClassVar[str] = "short"

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(Question):
    """A stem (or quote) with ``____`` to fill in: for each blank its right answers."""

    kind: ClassVar[str] = "cloze"

    blanks: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Question):
    """A number to type, right within ``tolerance`` (a share of ``key`` if ``percent``)."""

    kind: ClassVar[str] = "number"

    key: Decimal
    tolerance: Decimal = Decimal(0)
    percent: bool = False
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Question):
    """Things to put in order; ``items`` is the right order."""

    kind: ClassVar[str] = "order"

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Question):
    """Left sides to pair with right sides; ``extra`` are right sides that fit nobody."""

    kind: ClassVar[str] = "match"

    pairs: tuple[tuple[str, str], ...]
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Question):
    """A question without a machine-checked answer; ``key`` is shown afterwards."""

    kind: ClassVar[str] = "open"

    key: str | None = None
