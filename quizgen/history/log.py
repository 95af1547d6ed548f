"""The log itself: sessions and their events go in, and come out as they went in."""

import json
import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from quizgen.bank.stamp import content_fingerprint
from quizgen.history import figures
from quizgen.history.errors import explained
from quizgen.history.questions import decode, encode
from quizgen.history.replay import events_of
from quizgen.model.errors import HistoryError
from quizgen.study.selection import Record
from quizgen.study.session import (
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
    Score,
    Session,
    Undone,
)


class History:
    """One open history. Every ``append`` is one transaction, on the disk when it returns."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection

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
        """Close the file; nothing is waiting to be written."""
        self._connection.close()

    # Writing

    def learner(self, name: str, *, at: int) -> str:
        """The id of the learner called ``name``, who is entered if new."""
        known = self.learner_id(name)
        if known is not None:
            return known
        with self._transaction() as write:
            write.execute(
                "INSERT OR IGNORE INTO learners VALUES (?, ?, ?)", (str(uuid.uuid4()), name, at)
            )
        return self.learner_id(name) or name

    def start(self, session: Session, *, at: int) -> None:
        """Enter a session that begins: its items, and their options in the order shown."""
        with self._transaction() as write:
            write.execute(
                "INSERT INTO sessions (id, learner, mode, seed, at, time_limit) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (session.id, session.learner, session.mode.value, session.seed, at, session.limit),
            )
            for position, asked in enumerate(session.items):
                _enter_item(write, session.id, position, asked)

    def append(self, session: Session, *, events: int = 1) -> None:
        """Enter the latest ``events`` of ``session``, which was started or loaded here.

        Raises:
            HistoryError: it could not be written, or another window went on with the
                session meanwhile.
        """
        try:
            with self._transaction() as write:
                for number in range(len(session.events) - events, len(session.events)):
                    event = session.events[number]
                    write.execute(
                        "INSERT INTO events VALUES (?, ?, ?, ?)",
                        (event.id, session.id, number, event.at),
                    )
                    _enter(write, session, event)
        except sqlite3.IntegrityError as error:
            raise HistoryError(
                "this session was continued in another window.",
                fix="Close this one; nothing that was answered is lost.",
            ) from error

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

    def learner_id(self, name: str) -> str | None:
        """The id of the learner called ``name``, or None."""
        with explained(self.path):
            row = self._connection.execute(
                "SELECT id FROM learners WHERE name = ?", (name,)
            ).fetchone()
        return row[0] if row else None

    def last_time(self, learner: str, bank: str) -> Score | None:
        """How the latest session with questions of ``bank`` went for the learner so named."""
        with explained(self.path):
            return figures.last_time(self._connection, learner, bank)

    def unfinished(self, learner: str) -> list[figures.Unfinished]:
        """The sessions with answers and without an end of the learner so named, newest first."""
        with explained(self.path):
            return figures.unfinished(self._connection, learner)

    def totals(self, learner: str | None = None) -> list[figures.BankTotals]:
        """Sessions, answers and scores by bank, of one learner (by name) or of all."""
        with explained(self.path):
            return figures.totals(self._connection, learner)

    def session_count(self, learner: str | None = None) -> int:
        """How many sessions have an answer, of one learner (by name) or of all."""
        with explained(self.path):
            return figures.session_count(self._connection, learner)

    def records(self, learner_id: str, banks: Iterable[str]) -> dict[tuple[str, str], Record]:
        """What is known of the learner and each item of ``banks`` that was ever answered."""
        with explained(self.path):
            return figures.records(self._connection, learner_id, banks)

    def _items(self, session_id: str) -> Iterator[Asked]:
        rows = self._connection.execute(
            "SELECT bank, item, text, options FROM session_items "
            "JOIN questions USING (bank, item, content) WHERE session = ? ORDER BY position",
            (session_id,),
        )
        for bank, item, text, options in rows:
            yield Asked(bank, item, decode(text), tuple(json.loads(options)))

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
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


def _enter_item(write: sqlite3.Connection, session: str, position: int, asked: Asked) -> None:
    content = _enter_text(write, asked)
    write.execute(
        "INSERT INTO session_items VALUES (?, ?, ?, ?, ?, ?)",
        (session, position, asked.bank, asked.item, content, _json(asked.options)),
    )


def _enter_text(write: sqlite3.Connection, asked: Asked) -> str:
    """Keep the text of a question as it reads now; its content fingerprint."""
    content = content_fingerprint(asked.question)
    write.execute(
        "INSERT INTO questions VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET text = excluded.text WHERE text <> excluded.text",
        (asked.bank, asked.item, content, encode(asked.question)),
    )
    return content


def _enter(write: sqlite3.Connection, session: Session, event: Event) -> None:
    match event:
        case Answered():
            _enter_answer(write, session, event)
        case Undone():
            write.execute("INSERT INTO undos VALUES (?, ?)", (event.id, event.answer))
        case Overridden():
            write.execute("INSERT INTO overrides VALUES (?, ?)", (event.id, event.answer))
        case Flagged():
            write.execute(
                "INSERT INTO flags VALUES (?, ?, ?, ?)",
                (event.id, session.id, event.position, event.reason),
            )
        case Hinted():
            write.execute(
                "INSERT INTO hints VALUES (?, ?, ?)", (event.id, session.id, event.position)
            )
        case Marked():
            write.execute(
                "INSERT INTO marks VALUES (?, ?, ?, ?)",
                (event.id, session.id, event.position, event.marked),
            )
        case Eased():
            write.execute("INSERT INTO eases VALUES (?, ?)", (event.id, event.answer))
        case Finished():
            write.execute("INSERT INTO finishes VALUES (?, ?)", (event.id, session.id))


def _enter_answer(write: sqlite3.Connection, session: Session, event: Answered) -> None:
    asked, verdict = session.items[event.position], event.verdict
    row = {
        "id": event.id,
        "session": session.id,
        "position": event.position,
        "learner": session.learner,
        "bank": asked.bank,
        "item": asked.item,
        "content": _enter_text(write, asked),  # it may have been edited since the session began
        "mode": session.mode.value,
        "response": _json(event.response),
        "right": verdict.right,
        "expected": verdict.expected,
        "parts": _json(verdict.parts),
        "misspelt": verdict.misspelt,
        "hinted": event.hinted,
        "attempt": event.attempt,
        "at": event.at,
        "ms": event.ms,
    }
    write.execute(
        f"INSERT INTO answers ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)})",  # noqa: S608 - the names above
        row,
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
