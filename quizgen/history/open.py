"""Opening the history: a new file is made whole or not at all, a damaged one is refused.

A file that is there is never taken for an empty history: it must be a quizgen database of
a version that this program knows, or it stays as it was found.
"""

import os
import sqlite3
import uuid
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path

from quizgen.history.errors import explained
from quizgen.history.log import History
from quizgen.history.rebuild import rebuild
from quizgen.model.errors import HistoryError

FILE_NAME = "history.db"
APPLICATION_ID = 0x51475A48  # "QGZH", so that no other program's database is taken for ours
BUSY_SECONDS = 5.0
_MIGRATIONS = Path(__file__).with_name("migrations")
_OLDEST_SQLITE = (3, 37, 0)


def open_history(folder: Path, *, zone: tzinfo | None = None) -> History:
    """Open ``history.db`` in ``folder``, making both where they are not there yet.

    Raises:
        HistoryError: the file is damaged, locked, from a newer quizgen, or cannot be
            written; it is then as it was found.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise HistoryError(
            f"this Python brings SQLite {sqlite3.sqlite_version}, which is too old.",
            fix="quizgen needs SQLite 3.37 or newer: use a newer Python.",
        )
    path = folder / FILE_NAME
    with explained(path):
        if not path.exists():
            _create(path)
        connection = _connect(path)
        try:
            _require_ours(connection, path)
            migrate(connection)
        except BaseException:
            connection.close()
            raise
    return History(connection, path, zone)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database to the newest schema, each step in a transaction of its own."""
    for number, script in _migrations().items():
        if number > _version(connection):
            connection.execute("PRAGMA foreign_keys = OFF")  # a table may be made anew
            connection.execute("BEGIN IMMEDIATE")
            try:
                _step(connection, number, script)
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise
    connection.execute("PRAGMA foreign_keys = ON")


def _step(connection: sqlite3.Connection, number: int, script: str) -> None:
    if number <= _version(connection):
        return  # another process was quicker
    for statement in _statements(script):
        connection.execute(statement)
    if number == max(_migrations()):
        rebuild(connection)
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise sqlite3.DatabaseError(f"malformed: rows of {broken[0]} lost what they refer to")
    connection.execute(f"PRAGMA user_version = {number}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one, since ``executescript`` commits on its own."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _create(path: Path) -> None:
    """Make a new history beside its place and move it there, unless another was quicker."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{FILE_NAME}.{uuid.uuid4().hex}.quizgen-tmp")
    try:
        connection = sqlite3.connect(draft, isolation_level=None)
        try:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(connection)
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
        _move_unless_there(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _move_unless_there(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links; on Windows rename() never replaces
        if not path.exists():
            draft.rename(path)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _require_ours(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    version, newest = _version(connection), max(_migrations())
    if application != APPLICATION_ID or version < 1:
        raise HistoryError(
            f"{path}: this is no history of quizgen, or it is damaged.",
            fix="It is left as it is. Put it aside, or put back a copy from the folder “backups”.",
        )
    if version > newest:
        raise HistoryError(
            f"{path}: the history was written by a newer quizgen (version {version} of its form).",
            fix=f"Update quizgen: this one knows version {newest}.",
        )
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.execute("PRAGMA journal_mode = WAL").fetchone()


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrations() -> dict[int, str]:
    files = sorted(_MIGRATIONS.glob("*.sql"))
    return {int(file.stem): file.read_text(encoding="utf-8") for file in files}
