"""Copies of the history in ``backups/``: made by SQLite, verified, thinned as they grow old.

A copy that does not pass SQLite's own check never takes a name, and while the history itself
is damaged no older copy is given up for a newer one.
"""

import os
import re
import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from quizgen.history.schema import APPLICATION_ID, NEWEST
from quizgen.model.errors import HistoryError

FOLDER = "backups"
EVERY = 30 * 60 * 1000
SOON = 5 * 60 * 1000  # who starts quizgen again and again need not have a backup each time
_DAY = 86_400_000
_ALL_FOR = 2 * _DAY
_THINNED = ((12, _DAY), (10, 7 * _DAY), (9, 30 * _DAY))  # so many, one for each period
_NAME = re.compile(r"history-(\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d)(?:-(\d+))?\.db")
_STAMP = "%Y-%m-%d_%H-%M-%S"
_MARKS = """
    SELECT (SELECT max(rowid) FROM events), (SELECT max(rowid) FROM sessions),
        (SELECT json_group_array(json_array(id, name, retention, new_per_day, day_start))
            FROM (SELECT * FROM learners ORDER BY id))
"""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy and the moment it was made, to the second."""

    path: Path
    at: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a sound history holds."""

    version: int
    answers: int
    last_at: int | None


def folder_of(history: Path) -> Path:
    """Where the backups of the history at this path are."""
    return history.parent / FOLDER


def listed(history: Path) -> list[Backup]:
    """All backups by their names, the newest first."""
    folder = folder_of(history)
    if not folder.is_dir():
        return []
    found = [(*_order_of(path.name), path) for path in folder.iterdir()]
    return [Backup(path, at) for at, _, path in sorted(found, reverse=True) if at]


def newest_of(history: Path) -> Backup | None:
    """The newest backup, sound or not."""
    return next(iter(listed(history)), None)


def take(history: Path, *, at: int) -> Backup:
    """Copy the history, verify the copy, and thin the older ones.

    Raises:
        HistoryError: the history is damaged; nothing was kept of it, and nothing given up.
        sqlite3.Error, OSError: the copy could not be made.
    """
    folder = folder_of(history)
    folder.mkdir(exist_ok=True)
    _sweep(folder)
    draft = folder / f"{uuid.uuid4().hex}.quizgen-tmp"
    try:
        _copy(history, draft)
        if contents(draft) is None:
            raise HistoryError(
                f"{history}: the history is damaged; no backup was made of it.",
                fix="See “quizgen history check”.",
            )
        backup = Backup(_free_name(folder, at), at)
        _sync(draft)
        draft.replace(backup.path)
    finally:
        draft.unlink(missing_ok=True)
    thin(history, now=at)
    return backup


def changed(history: sqlite3.Connection, path: Path) -> bool:
    """Whether something was entered since the newest backup (or there is none)."""
    marks = history.execute(_MARKS).fetchone()
    newest = newest_of(path)
    if newest is None:
        return marks[0] is not None
    try:
        with opened(newest.path) as copy:
            return bool(copy.execute(_MARKS).fetchone() != marks)
    except (sqlite3.Error, UnicodeDecodeError):
        return True  # of an older form, or damaged


def ahead_of(history: sqlite3.Connection, path: Path) -> Backup | None:
    """The newest backup, if it knows answers that the history does not: some were lost."""
    newest = newest_of(path)
    if newest is None:
        return None
    last = "SELECT ifnull(max(seq), 0) FROM answers"
    try:
        with opened(newest.path) as copy:
            lost = copy.execute(last).fetchone()[0] > history.execute(last).fetchone()[0]
    except (sqlite3.Error, UnicodeDecodeError):
        return None  # of an older form, or damaged
    return newest if lost else None


def newest_good(history: Path) -> tuple[Backup, Contents] | None:
    """The newest backup that is sound, and what it holds."""
    for backup in listed(history):
        inside = contents(backup.path)
        if inside is not None:
            return backup, inside
    return None


def contents(path: Path) -> Contents | None:
    """What the history at ``path`` holds; None if it is not a sound one. Reads all of it."""
    try:
        with opened(path) as copy:
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return None
            (application,) = copy.execute("PRAGMA application_id").fetchone()
            (version,) = copy.execute("PRAGMA user_version").fetchone()
            answers, last = copy.execute("SELECT count(*), max(at) FROM answers").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    if application != APPLICATION_ID or not 1 <= version <= NEWEST:
        return None
    return Contents(version, answers, last)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A file that nobody writes, to be read: nothing is created beside it."""
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        yield connection


def thin(history: Path, *, now: int) -> None:
    """Give up the backups that ``kept`` does not keep; one that resists stays."""
    backups = listed(history)
    keep = kept([backup.at for backup in backups], now)
    for backup in backups:
        if backup.at not in keep:
            with suppress(OSError):
                backup.path.unlink()


def kept(times: Iterable[int], now: int) -> set[int]:
    """Which backups to keep: all of two days, then 12 daily, 10 weekly and 9 monthly ones.

    Of each period the newest one stays. A period runs by the calendar of UTC, so that what is
    kept today is not given up tomorrow for another one of the same period. Backups from the
    future, of a clock that was wrong, stay.
    """
    newest_first = sorted(set(times), reverse=True)
    keep = {at for at in newest_first if at > now - _ALL_FOR}
    older = [at for at in newest_first if at not in keep]
    for count, length in _THINNED:
        periods: dict[int, int] = {}
        for at in older:
            periods.setdefault(at // length, at)
        keep.update(list(periods.values())[:count])
    return keep


def stamp(at: int) -> str:
    """A moment as it stands in a file's name."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime(_STAMP)


def _copy(history: Path, draft: Path) -> None:
    address = f"{history.absolute().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(address, uri=True)) as source,
        closing(sqlite3.connect(draft, isolation_level=None)) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, that opens anywhere


def _free_name(folder: Path, at: int) -> Path:
    path, number = folder / f"history-{stamp(at)}.db", 2
    while path.exists():
        path = folder / f"history-{stamp(at)}-{number}.db"
        number += 1
    return path


def _order_of(name: str) -> tuple[int, int]:
    """The moment in a backup's name, and its number among those of one second; 0 for others."""
    found = _NAME.fullmatch(name)
    if not found:
        return 0, 0
    try:
        moment = datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return 0, 0
    return int(moment.timestamp()) * 1000, int(found[2] or 1)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(folder: Path) -> None:
    """Remove what a process that was killed left behind more than a day ago."""
    for stray in folder.glob("*.quizgen-tmp*"):
        with suppress(OSError):  # another process was quicker, which is as good
            if datetime.now(UTC).timestamp() - stray.stat().st_mtime > _DAY / 1000:
                stray.unlink()
