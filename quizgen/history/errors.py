"""What SQLite reports, in words for the person at the keyboard."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from quizgen.history.backups import Backup, Contents, newest_good
from quizgen.model.counted import many
from quizgen.model.errors import HistoryError, UsageError

_SIGNS = (
    ("not a database", "is damaged: it is no history of quizgen", "damaged"),
    ("malformed", "is damaged", "damaged"),
    ("locked", "is being written by another program", "locked"),
    ("busy", "is being written by another program", "locked"),
    ("locking protocol", "cannot be locked", "network"),
    ("readonly", "cannot be written", "read-only"),
    ("read-only", "cannot be written", "read-only"),
    ("unable to open", "cannot be opened", "read-only"),
    ("full", "cannot grow: the disk is full", "full"),
    ("disk i/o", "cannot be read or written by the system", "network"),
)
_ADVICE = {
    "locked": "Close the other program, or try again in a moment. If there is none, the folder "
    "lies perhaps on a network drive: set QUIZGEN_HOME to a folder of this machine.",
    "read-only": "Make the file and its folder writable, or set QUIZGEN_HOME to another folder.",
    "full": "Free some space and go on: what was answered so far is kept.",
    "network": "See whether the disk is full, or still there. A network drive, which cannot lock a "
    "file as the history needs it, will not do: set QUIZGEN_HOME to a folder of this machine.",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what goes wrong with the database at ``path`` into a ``HistoryError``."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(path, error) from error
    except UnicodeEncodeError as error:
        raise UsageError(
            f"{ascii(error.object)[:80]} is no text that can be kept.",
            fix="Write the name in letters that your terminal and quizgen both know (UTF-8).",
        ) from error
    except UnicodeDecodeError as error:  # of a text, or of SQLite's own message about it
        raise damaged(path) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise HistoryError(
            f"{path}: the history cannot be kept here ({reason}).", fix=_ADVICE["read-only"]
        ) from error


def explain(path: Path, error: sqlite3.Error) -> HistoryError:
    """The error for a person: what, where, and how to mend it."""
    reason = str(error).lower()
    for sign, what, advice in _SIGNS:
        if sign in reason:
            fix = _offer(path) if advice == "damaged" else _ADVICE[advice]
            return HistoryError(f"{path}: the history {what}.", fix=fix)
    return HistoryError(f"{path}: the history cannot be used ({error}).", fix=_offer(path))


def damaged(path: Path) -> HistoryError:
    """The error where a file ends too early or is no database at all."""
    return HistoryError(f"{path}: the history is damaged.", fix=_offer(path))


def missing(path: Path) -> HistoryError:
    """The error where the history is gone and only its backups are left."""
    return HistoryError(
        f"{path}: the history is gone, but there are backups of it.",
        fix=f"{_offer(path)} To begin anew instead, move the folder “backups” away.",
    )


def no_wal(path: Path) -> HistoryError:
    """The error where the folder cannot do what safe writing needs."""
    return HistoryError(
        f"{path}: the folder cannot share memory between programs, as a network drive cannot.",
        fix="Set QUIZGEN_HOME to a folder of this machine.",
    )


def in_words(backup: Backup, inside: Contents) -> str:
    """A backup as a person would name it."""
    moment = datetime.fromtimestamp(backup.at / 1000, UTC).astimezone()
    answers = many(inside.answers, "answer")
    return f"{moment.day} {moment:%B %Y, %H:%M} ({answers})"


def _offer(path: Path) -> str:
    """What to do about a damaged history: the newest good backup, and what can be saved."""
    good = newest_good(path)
    if good is None:
        return (
            "It is left as it is, and there is no good backup of it. “quizgen history restore” "
            "saves what can be read, and keeps the damaged file aside."
        )
    return (
        f"It is left as it is. The newest good backup is of {in_words(*good)}: “quizgen history "
        "restore” puts it back, adds what can be saved from the damaged file and keeps that aside."
    )
