"""How a session stands: all that can be read off its log, recomputed each time."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.study.events import (
    Answered,
    Asked,
    Eased,
    Event,
    Flagged,
    Hinted,
    Marked,
    Mode,
    Overridden,
    Phase,
    Undone,
    Unflagged,
)


@dataclass(frozen=True, slots=True)
class Score:
    """How a session went, by first tries; what else happened is shown beside.

    ``again`` are items whose first try was taken back once its verdict was seen: what was
    answered then was no first try any more, and neither counts.
    """

    right: int
    answered: int
    total: int
    overridden: int = 0
    flagged: int = 0
    again: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a session, which ``session.Session`` moves.

    ``started`` is when it began, in milliseconds since 1970 UTC, and ``limit`` how many of
    them an exam lasts. An exam shows no verdict: it is always asking, any item, and an
    answer given anew replaces the one before.
    """

    id: str
    learner: str
    mode: Mode
    seed: int
    items: tuple[Asked, ...]
    events: tuple[Event, ...] = ()
    position: int = 0
    phase: Phase = Phase.ASKING
    started: int = 0
    limit: int | None = None

    @property
    def current(self) -> Asked | None:
        """The item being asked or judged; None when the session is done."""
        return None if self.phase is Phase.DONE else self.items[self.position]

    @property
    def at_end(self) -> bool:
        """Whether the current item is the last one."""
        return self.position + 1 >= len(self.items)

    @property
    def deadline(self) -> int | None:
        """When an exam with a time limit ends, in milliseconds since 1970 UTC."""
        return None if self.limit is None else self.started + self.limit

    @property
    def hinted(self) -> bool:
        """Whether a hint was shown for the current item, at whatever time."""
        return any(isinstance(e, Hinted) and e.position == self.position for e in self.events)

    @property
    def standing(self) -> tuple[Answered, ...]:
        """The answers that were not taken back, in the order given."""
        undone = {event.answer for event in self.events if isinstance(event, Undone)}
        return tuple(
            event for event in self.events if isinstance(event, Answered) and event.id not in undone
        )

    @property
    def last_answer(self) -> Answered | None:
        """The latest answer that stands."""
        return self.standing[-1] if self.standing else None

    def answer_at(self, position: int) -> Answered | None:
        """The latest answer that stands for the item at ``position``."""
        return next((one for one in reversed(self.standing) if one.position == position), None)

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The positions that no standing answer was given to."""
        given = {answer.position for answer in self.standing}
        return tuple(at for at in range(len(self.items)) if at not in given)

    @property
    def next_open(self) -> int | None:
        """The next item without an answer: after the current one, else from the start."""
        later = (at for at in self.unanswered if at > self.position)
        return next(later, next(iter(self.unanswered), None))

    @property
    def marked(self) -> frozenset[int]:
        """The positions marked for later."""
        latest = {
            event.position: event.marked for event in self.events if isinstance(event, Marked)
        }
        return frozenset(position for position, marked in latest.items() if marked)

    @property
    def flagged(self) -> Mapping[int, str]:
        """Why the items that are held to be bad are, by position: the reason given last."""
        found: dict[int, str] = {}
        for event in self.events:
            if isinstance(event, Flagged):
                found[event.position] = event.reason
            elif isinstance(event, Unflagged):
                found.pop(event.position, None)
        return found

    @property
    def score(self) -> Score:
        """First tries that stand; recomputed from the log every time."""
        standing = self.standing
        first = [answer for answer in standing if answer.attempt == 1]
        ids = {answer.id for answer in standing}
        return Score(
            right=sum(answer.verdict.right for answer in first),
            answered=len(first),
            total=len(self.items),
            overridden=len(self.overridden & ids),
            flagged=len(self.flagged),
            again=sum(answer.attempt > 1 for answer in self.first_standing),
        )

    @property
    def first_standing(self) -> tuple[Answered, ...]:
        """The first answer to each item among those that stand, in the order given."""
        first: dict[int, Answered] = {}
        for answer in self.standing:
            first.setdefault(answer.position, answer)
        return tuple(first.values())

    @property
    def missed(self) -> tuple[Asked, ...]:
        """The items whose first answer was wrong and not overridden, in order of asking."""
        overridden = self.overridden
        return tuple(
            self.items[answer.position]
            for answer in self.first_standing
            if not answer.verdict.right and answer.id not in overridden
        )

    @property
    def overridden(self) -> set[str]:
        """The ids of the answers that the learner holds to be right all the same."""
        return {event.answer for event in self.events if isinstance(event, Overridden)}

    @property
    def eased(self) -> set[str]:
        """The ids of the answers that the learner found easy to give."""
        return {event.answer for event in self.events if isinstance(event, Eased)}
