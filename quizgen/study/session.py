"""One session: a state machine whose only memory is its log of events.

A session is a value. Every move returns a new session whose last event is the one to
write down; ``replay`` over the written events gives the same session again, so what
happened after a crash or a restart is what would have happened without it::

    session = session.answer("Mr Tillerson", id=new_id(), at=now(), ms=4200)
    history.append(session.id, session.events[-1])
    session = session.advance()
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizgen.model.question import Response
from quizgen.study.events import (
    Answered,
    Asked,
    Eased,
    Event,
    Finished,
    Flagged,
    Hinted,
    Marked,
    Mode,
    Overridden,
    Phase,
    Reworded,
    Turned,
    Undone,
)
from quizgen.study.grading import Verdict, expected, grade

__all__ = [
    "Answered",
    "Asked",
    "Eased",
    "Event",
    "Finished",
    "Flagged",
    "Hinted",
    "Marked",
    "Mode",
    "Overridden",
    "Phase",
    "Reworded",
    "Score",
    "Session",
    "Turned",
    "Undone",
]

AGAIN = "again"
GRADES = (AGAIN, "hard", "good", "easy")
"""What a learner may answer in the mode ``cards``: how well the answer was known."""


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


class IllegalMoveError(Exception):
    """A move that the session's phase does not allow: a bug in the caller."""


@dataclass(frozen=True, slots=True)
class Session:
    """The state of one session; see the module for how it moves.

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

    # What can be read off it

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
    def score(self) -> Score:
        """First tries that stand; recomputed from the log every time."""
        standing = self.standing
        first = [answer for answer in standing if answer.attempt == 1]
        ids = {answer.id for answer in standing}
        return Score(
            right=sum(answer.verdict.right for answer in first),
            answered=len(first),
            total=len(self.items),
            overridden=len(self._overridden & ids),
            flagged=len({e.position for e in self.events if isinstance(e, Flagged)}),
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
        overridden = self._overridden
        return tuple(
            self.items[answer.position]
            for answer in self.first_standing
            if not answer.verdict.right and answer.id not in overridden
        )

    @property
    def _overridden(self) -> set[str]:
        return {event.answer for event in self.events if isinstance(event, Overridden)}

    # Moves

    def hint(self, *, id: str, at: int) -> "Session":
        """Note that a hint was shown for the current item; once is enough."""
        self._require(Phase.ASKING)
        return self if self.hinted else self.replay([Hinted(id, self.position, at)])

    def answer(self, response: Response, *, id: str, at: int, ms: int) -> "Session":
        """Judge an answer to the current item; unless this is an exam, the verdict then shows.

        In the mode ``cards`` the response is one of ``GRADES``.
        """
        self._require(Phase.ASKING)
        return self.replay(
            [
                Answered(
                    id=id,
                    position=self.position,
                    response=response,
                    verdict=self._judge(response),
                    at=at,
                    ms=ms,
                    hinted=self.hinted,
                    attempt=self._tries + 1,
                )
            ]
        )

    @property
    def _tries(self) -> int:
        """How often the current item was answered and judged.

        An answer that is taken back was a try all the same, for its verdict was seen; not so in
        an exam, which shows none, nor with cards, which learners judge themselves.
        """
        unseen = self.mode in {Mode.EXAM, Mode.CARDS}
        given = self.standing if unseen else self.events
        return sum(isinstance(one, Answered) and one.position == self.position for one in given)

    def _judge(self, response: Response) -> Verdict:
        question = self.items[self.position].question
        if self.mode is Mode.CARDS:
            return Verdict(response in GRADES and response != AGAIN, expected(question))
        return grade(question, response)

    def retry(self) -> "Session":
        """Ask the current item once more: a second try, which no score counts."""
        self._require(Phase.VERDICT)
        return replace(self, phase=Phase.ASKING)

    def advance(self) -> "Session":
        """Leave the verdict for the next item; after the last one, ``finish`` is due."""
        self._require(Phase.VERDICT)
        if self.at_end:
            return self
        return replace(self, position=self.position + 1, phase=Phase.ASKING)

    def go(self, position: int, *, id: str, at: int) -> "Session":
        """In an exam, turn to any item."""
        self._require(Phase.ASKING)
        if self.mode is not Mode.EXAM or not 0 <= position < len(self.items):
            raise IllegalMoveError(f"no way to item {position} of a session of {self.mode}")
        return self if position == self.position else self.replay([Turned(id, position, at)])

    def mark(self, *, id: str, at: int) -> "Session":
        """In an exam, mark the current item for later, or take the mark away."""
        self._require(Phase.ASKING)
        return self.replay([Marked(id, self.position, self.position not in self.marked, at)])

    def clear(self, *, id: str, at: int) -> "Session":
        """In an exam, take back the answer to the current item, if it has one."""
        self._require(Phase.ASKING)
        answer = self.answer_at(self.position)
        return self if answer is None else self.replay([Undone(id, answer.id, at)])

    def undo(self, *, id: str, at: int) -> "Session":
        """Take back the latest answer that stands and ask its item again."""
        if self.last_answer is None:
            raise IllegalMoveError("there is no answer to take back")
        return self.replay([Undone(id, self.last_answer.id, at)])

    def override(self, *, id: str, at: int) -> "Session":
        """Note that the learner holds the latest answer to be right; once is enough."""
        return self.replay([Overridden(id, self._latest().id, at)])

    def ease(self, *, id: str, at: int) -> "Session":
        """Note that the latest answer was easy to give."""
        return self.replay([Eased(id, self._latest().id, at)])

    def _latest(self) -> Answered:
        if self.phase is Phase.DONE:
            raise IllegalMoveError("the session is done")
        if self.last_answer is None:
            raise IllegalMoveError("there is no answer to speak of")
        return self.last_answer

    def flag(self, reason: str, *, id: str, at: int) -> "Session":
        """Note that the learner finds the current item bad."""
        return self.replay([Flagged(id, self.position, reason, at)])

    def finish(self, *, id: str, at: int) -> "Session":
        """End the session; what was not answered stays unanswered."""
        return self.replay([Finished(id, at)])

    def reload(self, asked: Asked, *, id: str, at: int) -> "Session":
        """Put the item at the current position as its bank has it now."""
        return self.replay([Reworded(id, self.position, asked, at)])

    def replay(self, events: Iterable[Event]) -> "Session":
        """Apply events that were written down, or one that is to be."""
        session = self
        for event in events:
            session = session._apply(event)
        return session

    def _apply(self, event: Event) -> "Session":
        session = replace(self, events=(*self.events, event))
        match event:
            case Answered():
                phase = Phase.ASKING if self.mode is Mode.EXAM else Phase.VERDICT
                return replace(session, position=event.position, phase=phase)
            case Undone():
                position = next(
                    e.position
                    for e in self.events
                    if isinstance(e, Answered) and e.id == event.answer
                )
                return replace(session, position=position, phase=Phase.ASKING)
            case Turned():
                return replace(session, position=event.position)
            case Reworded():
                before, after = self.items[: event.position], self.items[event.position + 1 :]
                return replace(session, items=(*before, event.asked, *after))
            case Finished():
                return replace(session, phase=Phase.DONE)
            case _:
                return session

    def resumed(self) -> "Session":
        """Where to go on after a break: past what was answered and, if it showed, its verdict."""
        if self.phase is Phase.VERDICT and not self.at_end:
            return self.advance()
        answered = bool(self.events) and isinstance(self.events[-1], Answered)
        if self.mode is Mode.EXAM and answered and self.next_open is not None:
            return replace(self, position=self.next_open)
        return self

    def _require(self, phase: Phase) -> None:
        if self.phase is not phase:
            raise IllegalMoveError(f"the session is {self.phase}, not {phase}")
