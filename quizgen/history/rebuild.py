"""The derived tables made anew from the log, and compared with what was brought along."""

import sqlite3
from collections import defaultdict
from typing import Any, TypeAlias

from quizgen.history.derived import roots_of
from quizgen.history.facts import FACTS, Fact, Known, Name, columns_of, spent
from quizgen.study.schedule import Scheduler

Rows: TypeAlias = dict[tuple[Any, ...], tuple[Any, ...]]
"""Rows of a table by their keys: the learner and two more columns."""

_KEY = 3
_FACTS = f"SELECT {FACTS} FROM standing WHERE {{}}learner = ? ORDER BY seq"  # noqa: S608 - columns named in code
_FEW = 4
_GIVEN = "SELECT bank, session, count(*) FROM answers WHERE learner = ? GROUP BY bank, session"


def rebuild(write: sqlite3.Connection, learner: str | None = None) -> None:
    """Make the derived tables anew in the caller's transaction, for one learner or for all."""
    for one in _learners(write, learner):
        for table, rows in work_out(write, one).items():
            write.execute(f"DELETE FROM {table} WHERE learner = ?", (one,))  # noqa: S608 - named here
            for key, values in rows.items():
                places = ", ".join("?" * (len(key) + len(values)))
                write.execute(f"INSERT INTO {table} VALUES ({places})", key + values)  # noqa: S608


def differences(connection: sqlite3.Connection) -> int:
    """How many rows of the derived tables are not what the log says."""
    count = 0
    for one in _learners(connection, None):
        for table, rows in work_out(connection, one).items():
            kept = {
                tuple(row[:_KEY]): tuple(row[_KEY:])
                for row in connection.execute(f"SELECT * FROM {table} WHERE learner = ?", (one,))  # noqa: S608
            }
            keys = kept.keys() | rows.keys()
            count += sum(kept.get(key) != rows.get(key) for key in keys)
    return count


def work_out(connection: sqlite3.Connection, learner: str) -> dict[str, Rows]:
    """What the derived tables should hold for a learner: the tables by name."""
    roots = roots_of(connection)
    (retention,) = connection.execute(
        "SELECT retention FROM learners WHERE id = ?", (learner,)
    ).fetchone()
    scheduler = Scheduler(retention)
    cards: dict[Name, Known] = defaultdict(Known)
    days: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    scores: dict[tuple[str, str], list[int | None]] = {
        (bank, session): [None, given, 0, 0, 0]
        for bank, session, given in connection.execute(_GIVEN, (learner,))
    }
    # of few learners each has so much that one walk over the table beats an index's leaps
    (count,) = connection.execute("SELECT count(*) FROM learners").fetchone()
    for row in connection.execute(_FACTS.format("+" if count <= _FEW else ""), (learner,)):
        fact = Fact(*row)
        name = fact.bank, fact.item
        root = roots.get(name, name)
        cards[root] = cards[root].after(fact, scheduler)
        first = fact.attempt == 1
        _add(days[fact.bank, fact.day], 1, first, first and fact.right, spent(fact.ms))
        score = scores[fact.bank, fact.session]
        score[0] = max(score[0] or fact.at, fact.at)
        score[2:] = _sums(score[2:], first, first and fact.right, first and fact.overridden)
    return {
        "cards": {(learner, *name): columns_of(known) for name, known in cards.items()},
        "days": {(learner, *key): tuple(sums) for key, sums in days.items()},
        "scores": {(learner, *key): tuple(sums) for key, sums in scores.items()},
    }


def _add(sums: list[int], *more: int) -> None:
    sums[:] = [int(left + right) for left, right in zip(sums, more, strict=True)]


def _sums(sums: list[int | None], *more: int) -> list[int | None]:
    return [int((left or 0) + right) for left, right in zip(sums, more, strict=True)]


def _learners(connection: sqlite3.Connection, learner: str | None) -> list[str]:
    if learner is not None:
        return [learner]
    return [one for (one,) in connection.execute("SELECT id FROM learners ORDER BY id")]
