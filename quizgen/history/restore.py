"""Going back to a backup; a damaged history is set aside, and what it still tells is saved."""

import os
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from quizgen.files.text import missing
from quizgen.history import backups
from quizgen.history.backups import Backup
from quizgen.history.errors import explained
from quizgen.history.open import connect, create
from quizgen.history.schema import migrate
from quizgen.history.transfer import Entered, enter_rows, readable
from quizgen.model.errors import HistoryError, UsageError

_COMPANIONS = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, what was saved of a damaged file, and where that file is now.

    ``backup`` is None where there was no good one, ``before`` is the backup of what was there.
    """

    backup: Backup | None
    saved: Entered | None = None
    aside: Path | None = None
    before: Backup | None = None


def restore(path: Path, chosen: Path | None, *, at: int) -> Restored:
    """Put a backup in the place of the history: ``chosen``, or the newest good one.

    Raises:
        UsageError: the history is sound and no backup was chosen.
        HistoryError: the backup is not sound, or something cannot be written.
    """
    with explained(path):
        backup = _backup(path, chosen)
        if is_sound(path):
            if chosen is None:
                raise UsageError(
                    f"{path} is sound, so that there is nothing to mend.",
                    fix="To go back to an earlier state, name a backup: “quizgen history backup "
                    "--list” shows them.",
                )
            assert backup is not None
            return _go_back(path, backup, at)
        return _mend(path, backup, at)


def is_sound(path: Path) -> bool:
    """Whether the history at ``path`` passes SQLite's own check, with what waits in its WAL."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as live:
            return bool(live.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


def _backup(path: Path, chosen: Path | None) -> Backup | None:
    if chosen is None:
        good = backups.newest_good(path)
        return good[0] if good else None
    if not chosen.exists():
        raise missing(chosen)
    inside = backups.contents(chosen) if chosen.is_file() else None
    if inside is None:
        raise HistoryError(
            f"{chosen}: this is no sound backup of a history.",
            fix="“quizgen history backup --list” shows the backups there are.",
        )
    known = {backup.path.resolve(): backup for backup in backups.listed(path)}
    return known.get(chosen.resolve(), Backup(chosen, inside.last_at or 0))


def _go_back(path: Path, backup: Backup, at: int) -> Restored:
    """Copy the backup over the history in one transaction; other windows may stay open."""
    before = backups.take(path, at=at)
    if not backup.path.exists():  # too old to be kept beside the one just made
        raise HistoryError(f"{backup.path}: the backup is gone.", fix="Choose another one.")
    with closing(connect(path)) as live, backups.opened(backup.path) as copy:
        copy.backup(live)
        migrate(live)
    backups.take(path, at=at + 1000)  # what is fewer now is so by will
    return Restored(backup, before=before)


def _mend(path: Path, backup: Backup | None, at: int) -> Restored:
    """Make a new history of the backup and the readable rest, then exchange the files."""
    draft = path.with_name(f"{path.name}.{uuid.uuid4().hex}.quizgen-tmp")
    try:
        create(draft)
        with closing(connect(draft)) as new:
            if backup is not None:
                with backups.opened(backup.path) as copy:
                    copy.backup(new)
                migrate(new)
            saved = _save(new, path) if path.exists() else None
            new.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        aside = set_aside(path, at=at) if path.exists() else None
        draft.replace(path)
    finally:
        for companion in _COMPANIONS:
            draft.with_name(draft.name + companion).unlink(missing_ok=True)
    return Restored(backup, saved, aside)


def set_aside(path: Path, *, at: int) -> Path:
    """Keep a damaged history, and what belongs to it, in the folder of the backups.

    What waits in its WAL goes first: it must never be added to the history that follows. The
    file itself stays in its place until that replaces it, so that there is always one.
    """
    folder = backups.folder_of(path)
    folder.mkdir(exist_ok=True)
    name, number = f"damaged-{backups.stamp(at)}", 2
    while (folder / f"{name}.db").exists():
        name, number = f"damaged-{backups.stamp(at)}-{number}", number + 1
    for companion in ("-wal", "-shm"):
        part = path.with_name(path.name + companion)
        if part.exists():
            part.rename(folder / f"{name}.db{companion}")
    aside = folder / f"{name}.db"
    try:
        os.link(path, aside)
    except OSError:  # a file system without hard links
        shutil.copy2(path, aside)
    return aside


def _save(new: sqlite3.Connection, path: Path) -> Entered:
    new.execute("BEGIN IMMEDIATE")
    try:
        with _as_far_as_it_opens(path) as old:
            entered = enter_rows(new, readable(old))
        new.execute("COMMIT")
    except BaseException:
        new.execute("ROLLBACK")
        raise
    return entered


@contextmanager
def _as_far_as_it_opens(path: Path) -> Iterator[sqlite3.Connection]:
    """The damaged file with what waits in its WAL, or without if that does not open."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as old:
        try:
            old.execute("PRAGMA writable_schema = ON")
            old.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            with backups.opened(path) as without:
                yield without
            return
        yield old
