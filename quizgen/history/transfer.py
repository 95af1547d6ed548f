"""Rows of one history entered into another: what is there already stays as it is.

Serves merging and saving what can be read of a damaged file. Events have ids that exist once
in the world, so that entering them twice changes nothing.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from quizgen.history.rebuild import rebuild

Row: TypeAlias = dict[str, Any]

# The log's tables, each after those that it refers to.
LOG = (
    *("learners", "questions", "sessions", "session_items", "events", "answers"),
    *("undos", "overrides", "eases", "hints", "marks", "turns", "rewordings", "flags"),
    *("unflags", "finishes", "names"),
)
_KEYS = {
    "questions": "bank, item, content",
    "session_items": "session, position",
    "names": "bank, item",
}
_DAY = 86_400_000
_FOUR_O_CLOCK = 14_400_000


@dataclass(frozen=True, slots=True)
class Entered:
    """What a transfer came to: new answers, and rows that could not be entered."""

    answers: int
    refused: int


def enter_rows(write: sqlite3.Connection, tables: Iterable[tuple[str, Iterable[Row]]]) -> Entered:
    """Enter rows in the caller's transaction and work out what follows from them."""
    answers = refused = changed = 0
    learners: set[str] = set()
    for table, rows in tables:
        known = {row[1] for row in write.execute(f"PRAGMA table_info({table})")}
        for given in rows:
            row = _adapted(write, table, given)
            try:
                added = _insert(write, table, {k: v for k, v in row.items() if k in known})
            except sqlite3.IntegrityError:  # it refers to what could not be read
                refused += 1
                continue
            changed += added
            if table == "names" and added:  # two questions became one, for whoever answered them
                learners.update(key for (key,) in write.execute("SELECT id FROM learners"))
            answers += added if table == "answers" else 0
            if table in ("answers", "sessions"):
                learners.add(row["learner"])
    for learner in sorted(learners) if changed else ():
        rebuild(write, learner)
    return Entered(answers, refused)


def readable(source: sqlite3.Connection) -> Iterator[tuple[str, list[Row]]]:
    """The rows of all tables of a history as far as they can be read, damaged or not."""
    source.execute("PRAGMA writable_schema = ON")  # a file that ends too early is read all the same
    source.text_factory = lambda text: text.decode("utf-8", "replace")
    present = _names(source)
    for table in LOG:
        if table in present:
            rows = list(_rows(source, table))
            if table == "answers":
                rows.sort(key=lambda row: (row.get("seq", 0), row["at"], row["id"]))
            yield table, rows


def _rows(source: sqlite3.Connection, table: str) -> Iterator[Row]:
    """All rows that can be read: from the front up to a damage, and from the back up to it."""
    key = _KEYS.get(table, "rowid")
    seen: set[tuple[Any, ...]] = set()
    for direction in ("ASC", "DESC"):
        order = ", ".join(f"{name} {direction}" for name in key.split(", "))
        try:
            cursor = source.execute(f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608
            names = [column[0] for column in cursor.description]
            for values in cursor:
                if values not in seen:
                    seen.add(values)
                    yield dict(zip(names, values, strict=True))
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            continue
        return


def _names(source: sqlite3.Connection) -> set[str]:
    try:
        return {row[0] for row in source.execute("SELECT name FROM sqlite_schema")}
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return set()


def _adapted(write: sqlite3.Connection, table: str, row: Row) -> Row:
    """A row as this history keeps it: its own order of answers, one name for one learner."""
    row = {name: value for name, value in row.items() if name != "seq"}
    if table == "answers":
        row.setdefault("day", max(0, row["at"] - _FOUR_O_CLOCK) // _DAY)
    if table == "learners":
        row["name"] = _free_name(write, row["id"], row["name"])
    return row


def _free_name(write: sqlite3.Connection, learner: str, name: str) -> str:
    """The learner's name, numbered where another learner bears it here."""
    number, wanted = 2, name
    while True:
        row = write.execute("SELECT id FROM learners WHERE name = ?", (wanted,)).fetchone()
        if row is None or row[0] == learner:
            return wanted
        wanted, number = f"{name} ({number})", number + 1


def _insert(write: sqlite3.Connection, table: str, row: Row) -> int:
    columns, places = ", ".join(row), ", ".join(f":{name}" for name in row)
    done = write.execute(
        f"INSERT INTO {table} ({columns}) VALUES ({places}) ON CONFLICT DO NOTHING",  # noqa: S608 - known names
        row,
    )
    return done.rowcount
