"""When a question is due again: whole days, counted as the learner lives them.

The algorithm is FSRS (py-fsrs): it estimates how long a memory lasts, and a question is due
on the day on which the chance to know it has fallen to what the learner wishes. FSRS is given
study days instead of moments, so that two evenings are a day apart and summer time,
a journey or a night shift does not change that. Nothing is drawn by lot: the same
answers always give the same dates.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import fsrs

_EPOCH = date(1970, 1, 1)
_LONGEST = 36_500  # a hundred years, as FSRS has it
_LAST_DAY = (date.max - _EPOCH).days - _LONGEST  # so that a clock gone mad breaks nothing


class Grade(IntEnum):
    """How well something was known, as FSRS counts it."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a learner wishes.

    ``retention`` is the chance to know a question on the day it comes back, ``new_per_day``
    how many unseen ones a day of due questions brings, ``day_start`` when a new day begins,
    in minutes after midnight.
    """

    retention: float = 0.9
    new_per_day: int = 10
    day_start: int = 240


@dataclass(frozen=True, slots=True)
class Card:
    """What is remembered of a learner and a question; days are study days (see ``study_day``).

    ``stability`` (days until the chance to know it is 90 %) and ``difficulty`` (1 to 10) are
    those of FSRS; ``first`` and ``day`` are the days of the first and the latest answer,
    ``lapses`` counts the answers that were wrong.
    """

    stability: float
    difficulty: float
    first: int
    day: int
    due: int
    reps: int
    lapses: int
    grade: Grade


@dataclass(frozen=True, slots=True)
class Workload:
    """What a day holds for a learner in a bank: questions due, and new ones still allowed."""

    due: int
    new: int


class Scheduler:
    """FSRS for one learner. Making one imports py-fsrs; nothing else here does."""

    def __init__(self, retention: float) -> None:
        import fsrs  # noqa: PLC0415 - 20 ms that only a session needs

        self._fsrs = fsrs
        self._scheduler = fsrs.Scheduler(
            desired_retention=retention,
            learning_steps=(),
            relearning_steps=(),
            enable_fuzzing=False,
            maximum_interval=_LONGEST,
        )
        self._ratings = {grade: fsrs.Rating(grade.value) for grade in Grade}

    def after(self, card: Card | None, grade: Grade, day: int) -> Card:
        """The card after an answer of that grade on that day; None is a new card."""
        day = max(0, min(day, _LAST_DAY))
        before = self._fsrs_card(card) if card else self._fsrs.Card(card_id=0, due=_midnight(day))
        after, _ = self._scheduler.review_card(before, self._ratings[grade], _midnight(day))
        assert after.stability is not None
        assert after.difficulty is not None
        missed = grade is Grade.AGAIN
        return Card(
            stability=after.stability,
            difficulty=after.difficulty,
            first=card.first if card else day,
            day=day,
            due=_day_of(after.due),
            reps=card.reps + 1 if card else 1,
            lapses=(card.lapses if card else 0) + missed,
            grade=grade,
        )

    def replay(self, reviews: Iterable[tuple[Grade, int]]) -> Card | None:
        """The card that these answers make, in the order in which they were given."""
        card = None
        for grade, day in reviews:
            card = self.after(card, grade, day)
        return card

    def chance(self, card: Card, day: int) -> float:
        """The chance that the question is known on that day."""
        return float(self._scheduler.get_card_retrievability(self._fsrs_card(card), _midnight(day)))

    def _fsrs_card(self, card: Card) -> "fsrs.Card":
        return self._fsrs.Card(
            card_id=0,
            state=self._fsrs.State.Review,
            stability=card.stability,
            difficulty=card.difficulty,
            due=_midnight(card.due),
            last_review=_midnight(card.day),
        )


def grade_of(
    *, mode: str, response: object, right: bool, hinted: bool, attempt: int, eased: bool
) -> Grade | None:
    """How an answer counts for the schedule; None where it does not, as in a cram session.

    What was right by luck, of few options, must not count as easy, so only the learner's own
    word makes it that; right with a hint or at a second try was hard.
    """
    if mode == "cram":
        return None
    if mode == "cards" and isinstance(response, str) and response.upper() in Grade.__members__:
        return Grade[response.upper()]
    if not right:
        return Grade.AGAIN
    if eased:
        return Grade.EASY
    return Grade.HARD if hinted or attempt > 1 else Grade.GOOD


def study_day(at: int, *, day_start: int, zone: tzinfo | None = None) -> int:
    """The study day of a moment (ms since 1970 UTC), in days since 1970-01-01.

    A day begins ``day_start`` minutes after midnight by the clock on the wall, in ``zone`` or
    wherever this machine is.
    """
    wall = datetime.fromtimestamp(at / 1000, UTC).astimezone(zone).replace(tzinfo=None)
    return ((wall - timedelta(minutes=day_start)).date() - _EPOCH).days


def date_of(day: int) -> date:
    """The calendar's date of a study day."""
    return _EPOCH + timedelta(days=day)


def is_due(card: Card, today: int) -> bool:
    """Whether a card is due; one answered in the future is, since the clock was wrong then."""
    return card.due <= today or card.day > today


def forecast(dates: Iterable[tuple[int, int]], today: int, days: int = 14) -> tuple[int, ...]:
    """How many cards are due on each of the coming days; what is overdue counts for today.

    ``dates`` are those of the cards: when each is due, and when it was last answered.
    """
    counts = [0] * days
    for due, last in dates:
        ahead = 0 if due <= today or last > today else due - today
        if ahead < days:
            counts[ahead] += 1
    return tuple(counts)


def explain(card: Card | None, today: int, *, retention: float) -> str:
    """Why a question comes back when it does, as sentences for the learner."""
    if card is None:
        return "New: it was never asked outside a cram session."
    if card.day > today:
        return (
            f"Due now: it was answered on {said(card.day, today)}, which is still to come, so the "
            "clock was wrong then."
        )
    ahead = card.due - today
    when = (
        f"Due since {said(card.due, today)}"
        if ahead < 0
        else ("Due today" if ahead == 0 else f"Due {_in_days(ahead)}, on {said(card.due, today)}")
    )
    return f"{when}: {_because(card, today, retention)}"


def said(day: int, today: int) -> str:
    """A date as a person says it, with the year where it is another one."""
    when = date_of(day)
    year = f" {when.year}" if when.year != date_of(today).year else ""
    return f"{when.day} {when:%B}{year}"


def _because(card: Card, today: int, retention: float) -> str:
    last = "today" if card.day == today else f"on {said(card.day, today)}"
    if card.grade is Grade.AGAIN:
        return f"it was missed {last}, so it comes back after {_days(card.due - card.day)}."
    how = {
        Grade.HARD: "known only with help or effort",
        Grade.GOOD: "known",
        Grade.EASY: "known easily",
    }[card.grade]
    missed = f", missed {_times(card.lapses)}" if card.lapses else ""
    return (
        f"it was {how} {last} (asked {_times(card.reps)}{missed}); after "
        f"{_days(card.due - card.day)} the chance that you still know it is down to about "
        f"{retention:.0%}."
    )


def _in_days(number: int) -> str:
    return "tomorrow" if number == 1 else f"in {number:,} days"


def _days(number: int) -> str:
    return "a day" if number == 1 else f"{number:,} days"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _midnight(day: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day)


def _day_of(moment: datetime) -> int:
    return (moment.date() - _EPOCH).days
