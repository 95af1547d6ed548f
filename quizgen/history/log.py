"""The log itself: sessions and their events go in, and come out as they went in."""

import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import tzinfo
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self

from quizgen.bank.stamp import item_id
from quizgen.history import derived
from quizgen.history.entering import enter_event, enter_item, enter_text
from quizgen.history.errors import explained
from quizgen.history.identity import link, recognise
from quizgen.history.reading import Reading
from quizgen.history.rebuild import rebuild
from quizgen.history.replay import asked_of, events_of
from quizgen.history.safeguard import Safeguard
from quizgen.model.errors import HistoryError, UsageError
from quizgen.model.question import Question
from quizgen.study.schedule import Preferences, Scheduler, study_day
from quizgen.study.session import Asked, Finished, Mode, Session

_LONGEST_NAME = 200


class History(Reading):
    """One open history. Every ``append`` is one transaction, on the disk when it returns."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, zone: tzinfo | None = None
    ) -> None:
        super().__init__(connection, path, zone)
        self._schedulers: dict[float, Scheduler] = {}
        self._safeguard = Safeguard(path)
        self._warming: Thread | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, once a backup that is being made is done."""
        self._safeguard.wait()
        if self._warming is not None:
            self._warming.join()
        self._connection.close()

    @property
    def warning(self) -> str:
        """What went wrong beside the answers, such as a backup that failed; usually empty."""
        return self._safeguard.warning

    # Writing

    def learner(self, name: str, *, at: int) -> str:
        """The id of the learner called ``name``, who is entered if new.

        Raises:
            UsageError: it cannot be a name.
        """
        if not name.strip() or len(name) > _LONGEST_NAME:
            raise UsageError(
                "a learner's name cannot be empty or longer than 200 letters.",
                fix="Choose another one: --learner NAME.",
            )
        known = self.learner_id(name)
        if known is not None:
            return known
        with self.writing() as write:
            write.execute(
                "INSERT OR IGNORE INTO learners (id, name, at) VALUES (?, ?, ?)",
                (str(uuid.uuid4()), name, at),
            )
        return self.learner_id(name) or name

    def start(self, session: Session, *, at: int) -> None:
        """Enter a session that begins: its items, and their options in the order shown."""
        with self.writing() as write:
            write.execute(
                "INSERT INTO sessions (id, learner, mode, seed, at, time_limit) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (session.id, session.learner, session.mode.value, session.seed, at, session.limit),
            )
            for position, asked in enumerate(session.items):
                enter_item(write, session.id, position, asked)
        self._warm(self.preferences(session.learner).retention)

    def append(self, session: Session, *, events: int = 1) -> None:
        """Enter the latest ``events`` of ``session``, which was started or loaded here.

        Raises:
            HistoryError: it could not be written, or another window went on with the
                session meanwhile.
        """
        try:
            with self.writing() as write:
                wishes = self.preferences(session.learner)
                scheduler = self._scheduler(wishes.retention)
                for number in range(len(session.events) - events, len(session.events)):
                    event = session.events[number]
                    day = study_day(event.at, day_start=wishes.day_start, zone=self.zone)
                    enter_event(write, session, number, day=day)
                    derived.enter(write, session, event, scheduler, day=day)
        except sqlite3.IntegrityError as error:
            raise HistoryError(
                "this session was continued in another window.",
                fix="Close this one; nothing that was answered is lost.",
            ) from error
        if isinstance(session.events[-1], Finished):
            self._settle()

    def recognise(self, bank: str, questions: Sequence[Question], *, at: int) -> int:
        """Find the questions of a bank that the log knows under another name; how many.

        To be called before a session with the bank begins, so that nothing learnt is lost
        because an id changed, a bank was renamed, or a question was picked or reworded.
        """
        with explained(self.path):
            found = recognise(self._connection, bank, questions)
        if found:
            with self.writing() as write:
                for question in questions:
                    if (bank, item_id(question)) in found:
                        enter_text(write, bank, item_id(question), question)
                link(
                    write,
                    found,
                    at=at,
                    scheduler_of=lambda one: self._scheduler(self.preferences(one).retention),
                )
        return len(found)

    def prefer(self, learner_id: str, wishes: Preferences) -> None:
        """Keep what the learner wishes; the dates of all cards follow at once.

        A new day's start holds for the answers from now on: the day of an answer is a fact.
        """
        before = self.preferences(learner_id)
        with self.writing() as write:
            write.execute(
                "UPDATE learners SET retention = ?, new_per_day = ?, day_start = ? WHERE id = ?",
                (wishes.retention, wishes.new_per_day, wishes.day_start, learner_id),
            )
            if wishes.retention != before.retention:
                rebuild(write, learner_id)

    def back_up(self, *, at: int) -> None:
        """See to it that there is a backup: to be called at the start and after each answer.

        The first time, and then every half an hour, one is made beside the work if anything
        was entered since the last one. What goes wrong is told by ``warning``.
        """
        self._safeguard.watch(self._connection, at)

    def rebuild(self) -> None:
        """Make all that is worked out of the log anew."""
        with self.writing() as write:
            rebuild(write)

    # Reading

    def load(self, session_id: str) -> Session:
        """The session with this id as its events left it.

        Raises:
            HistoryError: there is none.
        """
        with explained(self.path):
            row = self._connection.execute(
                "SELECT learner, mode, seed, at, time_limit FROM sessions WHERE id = ?",
                (session_id,),
            ).fetchone()
            if row is None:
                raise HistoryError(f"there is no session “{session_id}” in {self.path}.")
            learner, mode, seed, started, limit = row
            items = tuple(self._items(session_id))
            session = Session(
                session_id, learner, Mode(mode), seed, items, started=started, limit=limit
            )
            return session.replay(events_of(self._connection, session_id))

    def _items(self, session_id: str) -> Iterator[Asked]:
        rows = self._connection.execute(
            "SELECT bank, item, text, options FROM session_items "
            "JOIN questions USING (bank, item, content) WHERE session = ? ORDER BY position",
            (session_id,),
        )
        return (asked_of(*row) for row in rows)

    def _scheduler(self, retention: float) -> Scheduler:
        if retention not in self._schedulers:
            self._schedulers[retention] = Scheduler(retention)
        return self._schedulers[retention]

    def _settle(self) -> None:
        """Bring what waits in the WAL into the file itself, for whoever copies that alone."""
        with suppress(sqlite3.OperationalError):  # it is safe in the WAL as well
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def _warm(self, retention: float) -> None:
        """Import what the first answer needs while the learner still reads the question."""
        if retention not in self._schedulers:
            self._warming = Thread(target=self._scheduler, args=(retention,))
            self._warming.start()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing."""
        with explained_but_integrity(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


@contextmanager
def explained_but_integrity(path: Path) -> Iterator[None]:
    """Explain what goes wrong, except a broken constraint, which the caller understands."""
    clash: sqlite3.IntegrityError | None = None
    with explained(path):
        try:
            yield
        except sqlite3.IntegrityError as error:
            clash = error
    if clash is not None:
        raise clash
