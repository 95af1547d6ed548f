"""What SQLite reports, in words for the person at the keyboard."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizgen.model.errors import HistoryError

_FIXES = (
    ("not a database", "is damaged: it is no history of quizgen", "damaged"),
    ("malformed", "is damaged", "damaged"),
    ("locked", "is being written by another program", "locked"),
    ("readonly", "cannot be written", "read-only"),
    ("read-only", "cannot be written", "read-only"),
    ("unable to open", "cannot be opened", "read-only"),
    ("full", "cannot grow: the disk is full", "full"),
    ("disk i/o", "cannot be read or written by the system", "disk"),
)
_ADVICE = {
    "damaged": "It is left as it is. Put it aside, or put back a copy from the folder “backups” "
    "beside it; quizgen never starts anew over a damaged history.",
    "locked": "Close the other program, or try again in a moment.",
    "read-only": "Make the file and its folder writable, or set QUIZGEN_HOME to another folder.",
    "full": "Free some space and go on: what was answered so far is kept.",
    "disk": "See whether the disk or the network folder is still there.",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what goes wrong with the database at ``path`` into a ``HistoryError``."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(path, error) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise HistoryError(
            f"{path}: the history cannot be kept here ({reason}).", fix=_ADVICE["read-only"]
        ) from error


def explain(path: Path, error: sqlite3.Error) -> HistoryError:
    """The error for a person: what, where, and how to mend it."""
    reason = str(error).lower()
    for sign, what, advice in _FIXES:
        if sign in reason:
            return HistoryError(f"{path}: the history {what}.", fix=_ADVICE[advice])
    return HistoryError(f"{path}: the history cannot be used ({error}).", fix=_ADVICE["damaged"])
