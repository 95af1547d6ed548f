"""A sitting: one learner, one session, each answer in the history before its verdict shows.

Both interfaces drive this class and keep no state of their own::

    with open_history(data_folder()) as history:
        sitting = Sitting.start(shelf.load([path]), history=history)
        while (asked := sitting.current) is not None:
            verdict = sitting.answer(ask(asked))     # durable once this returns
            show(verdict, sitting.passage())
            sitting.advance()
        show_results(sitting.results())
"""

import uuid
from collections.abc import Sequence

from quizgen.bank.stamp import item_id
from quizgen.files.shell import in_shell
from quizgen.history.log import History
from quizgen.library.settings import DEFAULT_LEARNER
from quizgen.library.shelf import ShelvedBank, shelve
from quizgen.model.errors import BankError, UsageError
from quizgen.model.question import Response
from quizgen.sitting.clock import Clock, SystemClock
from quizgen.sitting.compose import compose, offered
from quizgen.sitting.hints import Hint
from quizgen.sitting.results import Results, results_of
from quizgen.sitting.shown import Shown
from quizgen.sitting.sources import Sources
from quizgen.sitting.wishes import as_strict
from quizgen.study.grading import Verdict
from quizgen.study.options import shown_options
from quizgen.study.selection import CHOSEN_BY_THE_PAST, Filters, wanted
from quizgen.study.session import Asked, IllegalMoveError, Mode, Phase, Session


class Sitting(Shown):
    """A session onto the history. ``session`` is the state; the methods are the moves.

    ``offered`` says out of how many items those of the session were chosen, ``spoilt`` how
    many of the others were left out though there was room: asked together, one would give
    the answer of another away, or they are too much of a kind.
    """

    def __init__(
        self, session: Session, *, history: History, sources: Sources, clock: Clock
    ) -> None:
        self.session = session
        self.offered = len(session.items)
        self.spoilt = 0
        self.history = history
        self._sources = sources
        self._clock = clock
        self._shown_at = clock.ticks()

    @classmethod
    def start(
        cls,
        banks: Sequence[ShelvedBank],
        *,
        history: History,
        learner: str = DEFAULT_LEARNER,
        mode: Mode = Mode.PRACTICE,
        count: int | None = None,
        filters: Filters | None = None,
        seed: int | None = None,
        limit: int | None = None,
        exact: bool = False,
        clock: Clock | None = None,
    ) -> "Sitting":
        """Choose the items and begin. ``count`` None means the mode's own number.

        ``seed`` None draws a new one, so that options lie differently each time. ``limit``
        is how many milliseconds an exam lasts; ``exact`` forgives no slip of a key.

        Raises:
            UsageError: there is nothing to ask (no items, or none passes the filters).
            HistoryError: the history cannot be written.
        """
        clock = clock or SystemClock()
        banks = [part for shelved in banks for part in shelved.parts]
        sources = Sources(banks)
        seed = uuid.uuid4().int % 2**31 if seed is None else seed
        learner_id = history.learner(learner, at=clock.now())
        history.back_up(at=clock.now())
        for shelved in banks:
            if shelved.bank:
                history.recognise(shelved.bank.id, shelved.bank.questions, at=clock.now())
        items = compose(
            banks,
            sources,
            history.records(learner_id, [one.bank.id for one in banks if one.bank]),
            mode=mode,
            count=count,
            filters=filters or Filters(),
            seed=seed,
            today=history.today(learner_id, at=clock.now()),
            new_left=history.new_left(learner_id, at=clock.now()),
        )
        items = tuple(as_strict(items, exact=exact))
        session = Session(
            _new_id(), learner_id, mode, seed, items, started=clock.now(), limit=limit
        )
        sitting = cls._begin(session, history, sources, clock)
        sitting.offered = offered(banks, filters or Filters())
        if mode not in CHOSEN_BY_THE_PAST and len(items) < (wanted(mode, count) or sitting.offered):
            sitting.spoilt = sitting.offered - len(items)
        return sitting

    @classmethod
    def resume(
        cls,
        history: History,
        session_id: str,
        banks: Sequence[ShelvedBank],
        clock: Clock | None = None,
    ) -> "Sitting":
        """Take up a session where it was left: same items, same order of options.

        Raises:
            HistoryError: there is no such session.
        """
        session = history.load(session_id)
        sitting = cls(
            session.resumed(),
            history=history,
            sources=Sources(part for shelved in banks for part in shelved.parts),
            clock=clock or SystemClock(),
        )
        sitting.keep_time()
        return sitting

    @classmethod
    def _begin(
        cls, session: Session, history: History, sources: Sources, clock: Clock
    ) -> "Sitting":
        history.start(session, at=session.started)
        return cls(session, history=history, sources=sources, clock=clock)

    # Moves

    def shown(self) -> None:
        """The question is on the screen from now on: its time counts from here."""
        self._shown_at = self._clock.ticks()

    def answer(self, response: Response) -> Verdict:
        """Judge an answer to the current item. It is on the disk when this returns.

        In an exam it takes the place of the answer that was given before, if there is one.
        """
        ms = self._clock.ticks() - self._shown_at
        session = self.session
        if session.mode is Mode.EXAM:
            session = session.clear(id=_new_id(), at=self._clock.now())
        self._commit(session.answer(response, id=_new_id(), at=self._clock.now(), ms=ms))
        answered = self.session.last_answer
        assert answered is not None
        return answered.verdict

    def retry(self) -> None:
        """Ask the current item once more; a second try does not count for the score."""
        self.session = self.session.retry()
        self.shown()

    def go(self, position: int) -> None:
        """In an exam, turn to the item at ``position``, counted from 0."""
        self._commit(self.session.go(position, id=_new_id(), at=self._clock.now()))
        self.shown()

    def mark(self) -> None:
        """In an exam, mark the current item for later, or take the mark away."""
        self._commit(self.session.mark(id=_new_id(), at=self._clock.now()))

    @property
    def left(self) -> int | None:
        """How many milliseconds of an exam are left; None where there is no limit."""
        deadline = self.session.deadline
        return None if deadline is None else max(deadline - self._clock.now(), 0)

    def keep_time(self) -> bool:
        """Hand in an exam whose time is up; whether that was so."""
        if self.phase is Phase.DONE or self.left != 0:
            return False
        self.finish()
        return True

    def advance(self) -> None:
        """Leave the verdict for the next item, or finish after the last one."""
        if self.session.at_end and self.phase is Phase.VERDICT:
            self.finish()
            return
        self.session = self.session.advance()
        self.shown()

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer to take back."""
        return self.session.last_answer is not None

    def undo(self) -> None:
        """Take back the latest answer and ask its item again; the log keeps both."""
        self._commit(self.session.undo(id=_new_id(), at=self._clock.now()))
        self.shown()

    def override(self) -> None:
        """Note that the learner holds the latest answer to be right ("I was right")."""
        self._commit(self.session.override(id=_new_id(), at=self._clock.now()))

    def ease(self) -> None:
        """Note that the latest answer was easy to give."""
        self._commit(self.session.ease(id=_new_id(), at=self._clock.now()))

    def flag(self, reason: str = "") -> None:
        """Note that the learner finds the current item a bad question."""
        self._commit(self.session.flag(reason, id=_new_id(), at=self._clock.now()))

    def unflag(self) -> None:
        """Take back that the current item is a bad question."""
        self._commit(self.session.unflag(id=_new_id(), at=self._clock.now()))

    def finish(self) -> None:
        """End the session; what was not answered stays unanswered. Does nothing when done."""
        if self.phase is not Phase.DONE:
            self._commit(self.session.finish(id=_new_id(), at=self._clock.now()))

    # What changes what is shown

    def hint(self) -> Hint | None:
        """A hint for the current item, noted as used; None where there is none."""
        hint = self._hint()
        if hint is not None:
            self._commit(self.session.hint(id=_new_id(), at=self._clock.now()))
        return hint

    def reload(self) -> None:
        """Take the current item as its bank reads now, after somebody has edited it.

        Raises:
            BankError: the bank does not hold the item any more, or cannot be read.
        """
        asked, old = self.current, self.shelved()
        if asked is None or old is None:
            raise IllegalMoveError("there is nothing to reload")
        new = shelve(old.path)
        questions = new.bank.questions if new.bank else ()
        question = next((one for one in questions if item_id(one) == asked.item), None)
        if question is None:
            raise BankError(
                f"{old.path}: the question is not there any more, or has a problem.",
                fix=f"It stays as it was in this session. See: quizgen check {in_shell(old.path)}",
            )
        self._sources.put(new)
        if question != asked.question:
            options = shown_options(question, self.session.seed, asked.item)
            edited = Asked(asked.bank, asked.item, question, options)
            self._commit(self.session.reload(edited, id=_new_id(), at=self._clock.now()))

    def results(self) -> Results:
        """Score, what was missed and the time, so far."""
        return results_of(self.session)

    def again(self) -> "Sitting":
        """A new session with the missed items alone, their options newly shuffled.

        Raises:
            UsageError: nothing was missed.
        """
        missed = self.session.missed
        if not missed:
            raise UsageError("nothing was missed, so there is nothing to repeat.")
        seed = self.session.seed + 1
        items = tuple(
            Asked(one.bank, one.item, one.question, shown_options(one.question, seed, one.item))
            for one in missed
        )
        session = Session(
            _new_id(), self.session.learner, Mode.MISSED, seed, items, started=self._clock.now()
        )
        return self._begin(session, self.history, self._sources, self._clock)

    def _commit(self, moved: Session) -> None:
        """Write the new events down; only then does the session move."""
        new = len(moved.events) - len(self.session.events)
        if new:
            self.history.append(moved, events=new)
            self.history.back_up(at=moved.events[-1].at)
        self.session = moved


def _new_id() -> str:
    return str(uuid.uuid4())
