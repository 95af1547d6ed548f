"""Which items a session asks, and in which order. Pure: everything it weighs is given.

A practice session takes the items that tell most about different things: a rule is used
again only when the others had their turn, items with two answers and orderings are rare,
what was not seen or was missed comes before what was known. No two items may answer each
other: what one shows as its passage must not prove another.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TypeAlias

from quizgen.model.question import Choice, Order, Question, TrueFalse
from quizgen.study.folding import fold
from quizgen.study.options import draw
from quizgen.study.schedule import Card
from quizgen.study.session import Mode

PRACTICE_COUNT = 10
MOST_TWO_WAY = 2
MOST_ORDERS = 1
_TELLING_WORDS = 5
_ORDER_RULE = "order"  # it asks what came first, as a choice

CHOSEN_BY_THE_PAST = frozenset({Mode.DUE, Mode.MISSED})
"""Modes that ask what the learner's past says, however many items there are."""

Span: TypeAlias = tuple[str, int, int, int]
"""Words of a transcript: bank id, turn, start and end in the turn's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which items are wanted; an empty field wants all. Case does not matter."""

    topic: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    rule: tuple[str, ...] = ()
    difficulty: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()

    @classmethod
    def of(cls, wishes: object) -> "Filters":
        """The filters that something has as attributes of these names: lists, or nothing."""
        return cls(**{one.name: tuple(getattr(wishes, one.name)) for one in fields(cls)})

    def let_pass(self, question: Question) -> bool:
        """Whether ``question`` is wanted."""
        return (
            _wanted(self.topic, (question.topic,))
            and _wanted(self.speaker, (question.speaker,))
            and _wanted(self.rule, (question.made.rule if question.made else None,))
            and _wanted(self.difficulty, (question.difficulty,))
            and _wanted(self.tag, question.tags)
        )


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a learner and an item: first tries, whether the last was wrong, when.

    ``card`` is None for an item that was never answered outside a cram session.
    """

    tries: int = 0
    missed: bool = False
    at: int = 0
    card: Card | None = None


Records: TypeAlias = Mapping[tuple[str, str], Record]
"""Records by bank id and item id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item that could be asked.

    ``place`` orders it in its source (the exchange to read for it, the turn, the offset …);
    ``proof`` is where its words stand, ``shown`` what its passage shows, ``exchange`` the
    number of the exchange that holds them.
    """

    bank: str
    item: str
    question: Question
    place: tuple[int, ...] = (0,)
    proof: tuple[Span, ...] = ()
    shown: tuple[Span, ...] = ()
    exchange: int | None = None
    record: Record = field(default_factory=Record)

    @property
    def rule(self) -> str:
        """The rule that made it; hand-written items stand each for itself."""
        return self.question.made.rule if self.question.made else f"by hand {self.item}"

    @property
    def two_way(self) -> bool:
        """Whether it has but two answers, so that a coin is right half the time."""
        question = self.question
        return isinstance(question, TrueFalse) or (
            isinstance(question, Choice) and len(question.options) == 2
        )

    @property
    def ordering(self) -> bool:
        """Whether it asks in which order things were said."""
        return isinstance(self.question, Order) or self.rule == _ORDER_RULE


def select(
    entries: Sequence[Entry], mode: Mode, *, count: int | None, seed: int, one_kind: bool = False
) -> tuple[Entry, ...]:
    """The items of a session in the order of asking; fewer than ``count`` where need be.

    ``one_kind`` says that the learner chose a rule, so that a session may well be all
    two-way items or all orderings.
    """
    count = wanted(mode, count)
    if mode is Mode.LEARN or count is None:
        return _compatible(sorted(entries, key=lambda e: (e.bank, e.place)))[:count]
    if mode is Mode.MISSED:
        entries = [entry for entry in entries if entry.record.missed]
    return strongest(entries, count, seed, one_kind=one_kind)


def wanted(mode: Mode, count: int | None) -> int | None:
    """How many items a session of this mode is to have; None where all there are.

    ``count`` is the learner's wish, None without one.
    """
    return count if count is not None or mode is Mode.LEARN else PRACTICE_COUNT


def answer_each_other(one: Entry, other: Entry) -> bool:
    """Whether asking one of two items gives the other away."""
    return (
        _not_with(one, other)
        or _overlap(one.proof, other.shown or other.proof)
        or _overlap(other.proof, one.shown or one.proof)
        or (one.bank == other.bank and _same_words(one.question, other.question))
    )


def strongest(
    entries: Sequence[Entry], count: int, seed: int, *, one_kind: bool = False
) -> tuple[Entry, ...]:
    """The items that tell most about different things, none answering another."""
    chosen: list[Entry] = []
    left = list(entries)
    rules: Counter[str] = Counter()
    exchanges: Counter[tuple[str, int]] = Counter()
    draws = {id(entry): draw(seed, entry.bank, entry.item) for entry in entries}
    while left and len(chosen) < count:
        best = min(
            left,
            key=lambda entry: (
                _too_many(entry, chosen),
                entry.record.tries > 0 and not entry.record.missed,
                rules[entry.rule],
                entry.two_way or entry.ordering,
                exchanges[entry.bank, entry.place[0]],
                draws[id(entry)],
            ),
        )
        if _too_many(best, chosen) and best.question.made and not one_kind:
            break  # rather fewer items than a coin to toss
        chosen.append(best)
        rules[best.rule] += 1
        exchanges[best.bank, best.place[0]] += 1
        left = [entry for entry in left if entry is not best and not answer_each_other(entry, best)]
    return tuple(chosen)


def _too_many(entry: Entry, chosen: Iterable[Entry]) -> bool:
    """Whether the session has its share of two-way items or orderings already."""
    if entry.ordering and sum(one.ordering for one in chosen) >= MOST_ORDERS:
        return True
    return entry.two_way and sum(one.two_way for one in chosen) >= MOST_TWO_WAY


def _compatible(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Leave out what must not share a session with an item before it."""
    kept: list[Entry] = []
    for entry in entries:
        if not any(_not_with(entry, other) for other in kept):
            kept.append(entry)
    return tuple(kept)


def _not_with(one: Entry, other: Entry) -> bool:
    return one.bank == other.bank and (
        other.item in one.question.not_with or one.item in other.question.not_with
    )


def _overlap(spans: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(
        bank == other_bank and turn == other_turn and start < other_end and other_start < end
        for bank, turn, start, end in spans
        for other_bank, other_turn, other_start, other_end in others
    )


def _same_words(one: Question, other: Question) -> bool:
    """Whether two items rest on the same words: five in a row, or all of a shorter quote."""
    return any(
        shingles(quote) & shingles(other_quote)
        for quote in one.evidence
        for other_quote in other.evidence
    )


def shingles(quote: str) -> set[tuple[str, ...]]:
    """All runs of five words in ``quote``, or all its words where they are fewer."""
    words = fold(quote).split()
    size = min(_TELLING_WORDS, len(words))
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)} - {()}


def _wanted(wishes: tuple[str, ...], values: Iterable[str | None]) -> bool:
    folded = {value.casefold() for value in values if value}
    return not wishes or any(wish.casefold() in folded for wish in wishes)
