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
    Unflagged,
)
from quizgen.study.grading import Verdict, expected, grade
from quizgen.study.standing import Score, Standing

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
    "Unflagged",
]

AGAIN = "again"
GRADES = (AGAIN, "hard", "good", "easy")
"""What a learner may answer in the mode ``cards``: how well the answer was known."""


class IllegalMoveError(Exception):
    """A move that the session's phase does not allow: a bug in the caller."""


@dataclass(frozen=True, slots=True)
class Session(Standing):
    """A session that moves: every method below gives another one."""

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

    def unflag(self, *, id: str, at: int) -> "Session":
        """Take back that the current item is held to be bad."""
        return self.replay([Unflagged(id, self.position, at)])

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
