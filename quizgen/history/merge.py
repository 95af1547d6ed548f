"""Files that were handed in, entered into a history; entering one twice changes nothing."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgen.files.text import missing
from quizgen.history import backups, results
from quizgen.history.errors import explained
from quizgen.history.log import History
from quizgen.history.soundness import is_sound
from quizgen.history.transfer import Entered, Row, enter_rows, readable
from quizgen.model.errors import FileError, UsageError

DATABASES = (".db", ".sqlite", ".sqlite3")
NOBODY = "me"
"""The learner of those who did not say their name; their files' names stand for it."""


@dataclass(frozen=True, slots=True)
class Merged:
    """One file: what was new in it, and the sessions that it holds."""

    path: Path
    entered: Entered
    sessions: tuple[str, ...]


def merge(
    history: History, paths: Sequence[Path], *, at: int, into: str | None = None
) -> list[Merged]:
    """Enter results files, or other histories, after a backup; each file whole or not at all.

    ``into`` names the learner whose answers all of them are, from another machine perhaps.

    Raises:
        UsageError: there are several learners in a file that is to go into one.
        FileError: a file is no results file, or its rows contradict each other. Nothing of any
            file was entered if one cannot be read.
    """
    tables = [(path, _read(path)) for path in paths]
    if into is not None:
        learner = history.learner(into, at=at)
        tables = [(path, _as_one(path, rows, learner)) for path, rows in tables]
    with explained(history.path):
        if backups.changed(history.reader, history.path):
            backups.take(history.path, at=at)
    return [_enter(history, path, rows) for path, rows in tables]


def _read(path: Path) -> results.Tables:
    if path.suffix not in DATABASES:
        tables = results.read_results(path)
        for learner in tables["learners"]:
            if learner.get("name") == NOBODY:
                learner["name"] = path.stem
        return tables
    if not path.exists():
        raise missing(path)
    if backups.contents(path) is None:
        raise FileError(
            f"{path}: this is no sound history of quizgen.",
            fix="A damaged history of your own is mended by “quizgen history restore”.",
        )
    with backups.opened(path) as other:
        tables = dict(readable(other))
    if not all(is_sound(table, row) for table, rows in tables.items() for row in rows):
        raise _contradictory(path)
    return tables


def _as_one(path: Path, tables: results.Tables, learner: str) -> results.Tables:
    """The rows with ``learner`` in the place of the one learner that they have."""
    if len(tables["learners"]) > 1:
        names = ", ".join(f"“{row.get('name')}”" for row in tables["learners"])
        raise UsageError(
            f"{path} holds answers of several learners: {names}.",
            fix="Export one of them first: quizgen history export --learner NAME -o FILE.json",
        )
    return {
        table: [{**row, "learner": learner} if "learner" in row else row for row in rows]
        for table, rows in tables.items()
        if table != "learners"
    }


def _enter(history: History, path: Path, tables: results.Tables) -> Merged:
    rows: Iterable[tuple[str, list[Row]]] = tables.items()
    with history.writing() as write:
        try:
            entered = enter_rows(write, rows)
        except (sqlite3.ProgrammingError, sqlite3.InterfaceError, KeyError, TypeError) as error:
            raise _contradictory(path) from error
        if entered.refused:
            raise _contradictory(path)
    return Merged(path, entered, tuple(str(row["id"]) for row in tables["sessions"]))


def _contradictory(path: Path) -> FileError:
    return FileError(
        f"{path}: its entries contradict each other, so nothing of it was entered.",
        fix="Ask for the file once more; it may have been edited by hand.",
    )
