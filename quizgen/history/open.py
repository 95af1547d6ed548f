"""Opening the history: a new file is made whole or not at all, a damaged one is refused.

A file that is there is never taken for an empty history: it must be a quizgen database of
a version that this program knows, or it stays as it was found. Nor is a history that is gone:
where backups of one are left, they are offered.
"""

import os
import sqlite3
import time
import uuid
from datetime import tzinfo
from pathlib import Path

from quizgen.history import backups
from quizgen.history.errors import damaged, explained, missing, no_wal
from quizgen.history.log import History
from quizgen.history.schema import APPLICATION_ID, NEWEST, migrate, version_of
from quizgen.model.errors import HistoryError

FILE_NAME = "history.db"
BUSY_SECONDS = 10.0
_OLDEST_SQLITE = (3, 37, 0)
_HEADER = 100
_SQLITE = b"SQLite format 3\0"


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
            if backups.listed(path):
                raise missing(path)
            create(path)
        if path.is_file():
            _require_whole(path)
        connection = connect(path)
        try:
            _require_ours(connection, path)
            if version_of(connection) < NEWEST:
                backups.take(path, at=time.time_ns() // 1_000_000)
                migrate(connection)
        except BaseException:
            connection.close()
            raise
    return History(connection, path, zone)


def create(path: Path) -> None:
    """Make a new history beside its place and move it there, unless another was quicker."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{uuid.uuid4().hex}.quizgen-tmp")
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


def connect(path: Path) -> sqlite3.Connection:
    """A connection for writing, by the rules that every writer keeps."""
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


def _move_unless_there(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links; on Windows rename() never replaces
        if not path.exists():
            draft.rename(path)


def _require_whole(path: Path) -> None:
    """Refuse a file that ends before its own header says, if nothing waits to be added."""
    wal = path.with_name(f"{path.name}-wal")
    if wal.exists() and wal.stat().st_size:
        return
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_SQLITE):
        raise damaged(path)
    size = int.from_bytes(header[16:18], "big")
    size = 65536 if size == 1 else size
    if path.stat().st_size < size * int.from_bytes(header[28:32], "big"):
        raise damaged(path)


def _require_ours(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    version = version_of(connection)
    if application != APPLICATION_ID or version < 1:
        raise HistoryError(
            f"{path}: this is no history of quizgen, or it is damaged.", fix=damaged(path).fix
        )
    if version > NEWEST:
        raise HistoryError(
            f"{path}: the history was written by a newer quizgen (version {version} of its form).",
            fix=f"Update quizgen: this one knows version {NEWEST}.",
        )
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    _write_ahead(connection, path)


def _write_ahead(connection: sqlite3.Connection, path: Path) -> None:
    """Put the file into the mode in which reading never waits for writing.

    SQLite waits for nobody when it changes the mode, so that waiting is done here.
    """
    until = time.monotonic() + BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            if connection.execute("PRAGMA journal_mode = WAL").fetchone() != ("wal",):
                raise no_wal(path)
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
