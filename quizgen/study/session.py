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
from enum import StrEnum
from typing import TypeAlias

from quizgen.model.question import Question, Response
from quizgen.study.grading import Verdict, grade


class Mode(StrEnum):
    """What a session is for; ``learn`` reads an exchange first, ``exam`` shows no verdict."""

    LEARN = "learn"
    PRACTICE = "practice"
    EXAM = "exam"
    DUE = "due"
    MISSED = "missed"
    CRAM = "cram"
    CARDS = "cards"


class Phase(StrEnum):
    """Where a session stands: waiting for an answer, showing a verdict, or finished."""

    ASKING = "asking"
    VERDICT = "verdict"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as this session puts it: from which bank, its options as shown.

    ``item`` is the id that history hangs on. ``options`` is empty where the answer is
    typed; for ``order`` it holds the items as first shown, for ``match`` the right sides.
    """

    bank: str
    item: str
    question: Question
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer given to the item at ``position``, as raw as it came.

    ``at`` is milliseconds since 1970 UTC, ``ms`` how long the learner took, ``attempt``
    counts from 1.
    """

    id: str
    position: int
    response: Response
    verdict: Verdict
    at: int
    ms: int
    hinted: bool
    attempt: int


@dataclass(frozen=True, slots=True)
class Undone:
    """The answer with the id ``answer`` was taken back."""

    id: str
    answer: str
    at: int


@dataclass(frozen=True, slots=True)
class Overridden:
    """The learner says that the answer with the id ``answer`` was right all the same."""

    id: str
    answer: str
    at: int


@dataclass(frozen=True, slots=True)
class Flagged:
    """The learner says that the item at ``position`` is a bad question, and why."""

    id: str
    position: int
    reason: str
    at: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The session ended: after its last item, or because the learner left it."""

    id: str
    at: int


Event: TypeAlias = Answered | Undone | Overridden | Flagged | Finished


@dataclass(frozen=True, slots=True)
class Score:
    """How a session went, by first tries. ``overridden`` and ``flagged`` are shown beside."""

    right: int
    answered: int
    total: int
    overridden: int = 0
    flagged: int = 0


class IllegalMoveError(Exception):
    """A move that the session's phase does not allow: a bug in the caller."""


@dataclass(frozen=True, slots=True)
class Session:
    """The state of one session; see the module for how it moves."""

    id: str
    learner: str
    mode: Mode
    seed: int
    items: tuple[Asked, ...]
    events: tuple[Event, ...] = ()
    position: int = 0
    phase: Phase = Phase.ASKING
    hinted: bool = False

    @property
    def current(self) -> Asked | None:
        """The item being asked or judged; None when the session is done."""
        return None if self.phase is Phase.DONE else self.items[self.position]

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
        )

    @property
    def _overridden(self) -> set[str]:
        return {event.answer for event in self.events if isinstance(event, Overridden)}

    @property
    def missed(self) -> tuple[Asked, ...]:
        """The items whose first try was wrong and not overridden, in order of asking."""
        return tuple(
            self.items[answer.position]
            for answer in self.standing
            if answer.attempt == 1
            and not answer.verdict.right
            and answer.id not in self._overridden
        )

    def hint(self) -> "Session":
        """Note that a hint was shown for the current item."""
        self._require(Phase.ASKING)
        return replace(self, hinted=True)

    def answer(self, response: Response, *, id: str, at: int, ms: int) -> "Session":
        """Judge an answer to the current item; the verdict is then on show."""
        self._require(Phase.ASKING)
        attempts = sum(answer.position == self.position for answer in self.standing)
        verdict = grade(self.items[self.position].question, response)
        return self.replay(
            [Answered(id, self.position, response, verdict, at, ms, self.hinted, attempts + 1)]
        )

    def retry(self) -> "Session":
        """Ask the current item once more: a second try, which no score counts."""
        self._require(Phase.VERDICT)
        return replace(self, phase=Phase.ASKING, hinted=False)

    def advance(self) -> "Session":
        """Leave the verdict for the next item; after the last one, ``finish`` is due."""
        self._require(Phase.VERDICT)
        if self.at_end:
            return self
        return replace(self, position=self.position + 1, phase=Phase.ASKING, hinted=False)

    @property
    def at_end(self) -> bool:
        """Whether the current item is the last one."""
        return self.position + 1 >= len(self.items)

    def undo(self, *, id: str, at: int) -> "Session":
        """Take back the latest answer that stands and ask its item again."""
        if self.last_answer is None:
            raise IllegalMoveError("there is no answer to take back")
        return self.replay([Undone(id, self.last_answer.id, at)])

    def override(self, *, id: str, at: int) -> "Session":
        """Note that the learner holds the latest answer to be right; once is enough."""
        if self.phase is Phase.DONE:
            raise IllegalMoveError("the session is done")
        if self.last_answer is None:
            raise IllegalMoveError("there is no answer to override")
        return self.replay([Overridden(id, self.last_answer.id, at)])

    def flag(self, reason: str, *, id: str, at: int) -> "Session":
        """Note that the learner finds the current item bad."""
        return self.replay([Flagged(id, self.position, reason, at)])

    def finish(self, *, id: str, at: int) -> "Session":
        """End the session; what was not answered stays unanswered."""
        return self.replay([Finished(id, at)])

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
                return replace(session, position=event.position, phase=Phase.VERDICT)
            case Undone():
                position = next(
                    e.position
                    for e in self.events
                    if isinstance(e, Answered) and e.id == event.answer
                )
                return replace(session, position=position, phase=Phase.ASKING, hinted=False)
            case Finished():
                return replace(session, phase=Phase.DONE)
            case Overridden() | Flagged():
                return session

    def resumed(self) -> "Session":
        """Where to go on after a break: past a verdict that was already on show."""
        if self.phase is Phase.VERDICT and not self.at_end:
            return self.advance()
        return self

    def _require(self, phase: Phase) -> None:
        if self.phase is not phase:
            raise IllegalMoveError(f"the session is {self.phase}, not {phase}")
