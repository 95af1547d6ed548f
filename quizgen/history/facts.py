"""An answer as far as cards and figures need it, and what follows from several of them."""

import json
from typing import Any, NamedTuple, TypeAlias

from quizgen.study.schedule import Card, Grade, Scheduler, grade_of

Name: TypeAlias = tuple[str, str]
"""A bank's id and an item's."""

FACTS = (
    "seq, bank, item, session, at, attempt, mode, response, right, hinted, overridden, eased, "
    "day, ms"
)
"""The columns of the view ``standing`` that make a ``Fact``."""


_LONGEST = 120_000


def spent(ms: int) -> int:
    """The time that an answer took, without that in which the learner was elsewhere."""
    return max(0, min(ms, _LONGEST))


class Fact(NamedTuple):
    """An answer that was not taken back; ``seq`` orders all answers as they were entered."""

    seq: int
    bank: str
    item: str
    session: str
    at: int
    attempt: int
    mode: str
    response: str
    right: int
    hinted: int
    overridden: int
    eased: int
    day: int
    ms: int

    @property
    def grade(self) -> Grade | None:
        """How it counts for the schedule."""
        return grade_of(
            mode=self.mode,
            response=json.loads(self.response) if self.mode == "cards" else None,
            right=bool(self.right or self.overridden),
            hinted=bool(self.hinted),
            attempt=self.attempt,
            eased=bool(self.eased),
        )


class Known(NamedTuple):
    """A learner and an item: first tries, whether the last was missed, when, and the card."""

    tries: int = 0
    missed: bool = False
    at: int = 0
    card: Card | None = None

    def after(self, fact: Fact, scheduler: Scheduler) -> "Known":
        """What is known after one more answer."""
        tries, missed, at, card = self
        if fact.attempt == 1:
            tries, missed, at = tries + 1, not (fact.right or fact.overridden), fact.at
        if (grade := fact.grade) is not None:
            card = scheduler.after(card, grade, fact.day)
        return Known(tries, missed, at, card)


def known_of(row: tuple[Any, ...]) -> Known:
    """What is known, from a row of the table ``cards`` without its key."""
    tries, missed, at, stability, difficulty, first, day, due, reps, lapses, grade = row
    if stability is None:
        return Known(tries, bool(missed), at)
    card = Card(stability, difficulty, first, day, due, reps, lapses, Grade(grade))
    return Known(tries, bool(missed), at, card)


def columns_of(known: Known) -> tuple[float | None, ...]:
    """The row of the table ``cards`` that keeps what is known, without its key."""
    card = known.card
    if card is None:
        return (known.tries, int(known.missed), known.at, *(None,) * 8)
    return (
        *(known.tries, int(known.missed), known.at),
        *(card.stability, card.difficulty, card.first, card.day, card.due),
        *(card.reps, card.lapses, int(card.grade)),
    )
