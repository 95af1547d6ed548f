"""Forgetting a learner: gone from the history, its free pages and every backup."""

import shutil
import sqlite3
import uuid
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from quizgen.history import backups
from quizgen.history.errors import explained
from quizgen.history.open import connect
from quizgen.model.errors import HistoryError

_SESSIONS = "SELECT id FROM sessions WHERE learner = :learner"
_EVENTS = f"SELECT id FROM events WHERE session IN ({_SESSIONS})"  # noqa: S608 - named in code
_BY_EVENT = (
    *(
        "finishes",
        "unflags",
        "flags",
        "marks",
        "turns",
        "rewordings",
        "hints",
        "eases",
        "overrides",
    ),
    *("undos", "answers"),
)
_BY_SESSION = ("events", "session_items")
_BY_LEARNER = ("sessions", "cards", "days", "scores")
_UNUSED = """
    DELETE FROM questions WHERE (bank, item, content) NOT IN (
        SELECT bank, item, content FROM session_items
        UNION SELECT bank, item, content FROM answers
        UNION SELECT bank, item, content FROM rewordings
    )
"""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many answers went, how many backups were cleaned, and which files could not be."""

    answers: int
    cleaned: int
    left: tuple[Path, ...]


def forget(path: Path, name: str) -> Forgotten:
    """Remove the learner called ``name`` for good, from the history and from its backups.

    Raises:
        HistoryError: nobody is called so, or a file cannot be written.
    """
    with explained(path):
        with closing(connect(path)) as live:
            row = live.execute("SELECT id FROM learners WHERE name = ?", (name,)).fetchone()
            if row is None:
                raise HistoryError(f"there is no learner “{name}” in {path}.", fix=_known(live))
            answers = _scrub(live, row[0])
            live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cleaned, left = 0, list(backups.folder_of(path).glob("damaged-*.db"))
        for backup in backups.listed(path):
            if backups.contents(backup.path) is None:
                left.append(backup.path)
            else:
                cleaned += _clean(backup.path, row[0])
    return Forgotten(answers, cleaned, tuple(sorted(left)))


def _clean(path: Path, learner: str) -> bool:
    """Exchange a backup for a copy without the learner."""
    draft = path.with_name(f"{uuid.uuid4().hex}.quizgen-tmp")
    try:
        shutil.copy2(path, draft)
        with closing(connect(draft)) as copy:
            known = copy.execute("SELECT 1 FROM learners WHERE id = ?", (learner,)).fetchone()
            if known is None:
                return False
            _scrub(copy, learner)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return True


def _scrub(connection: sqlite3.Connection, learner: str) -> int:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    which = {"learner": learner}
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA foreign_keys = OFF")  # all that refers to a row goes with it
    connection.execute("BEGIN IMMEDIATE")
    try:
        (answers,) = connection.execute(
            "SELECT count(*) FROM answers WHERE learner = :learner", which
        ).fetchone()
        for table, condition in (
            *((table, f"id IN ({_EVENTS})") for table in _BY_EVENT),
            *((table, f"session IN ({_SESSIONS})") for table in _BY_SESSION),
            *((table, "learner = :learner") for table in _BY_LEARNER),
            ("learners", "id = :learner"),
        ):
            if table in tables:
                connection.execute(f"DELETE FROM {table} WHERE {condition}", which)  # noqa: S608
        connection.execute(_UNUSED)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("VACUUM")
    return int(answers)


def _known(connection: sqlite3.Connection) -> str:
    names = [row[0] for row in connection.execute("SELECT name FROM learners ORDER BY name")]
    return f"There are: {', '.join(f'“{one}”' for one in names)}." if names else "There is none."
