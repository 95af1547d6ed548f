"""Whether a history is sound: its file, its references, and what was worked out of it."""

import sqlite3
from dataclasses import dataclass

from quizgen.history import backups
from quizgen.history.errors import explained
from quizgen.history.log import History
from quizgen.history.rebuild import differences
from quizgen.history.schema import version_of


@dataclass(frozen=True, slots=True)
class Health:
    """``damage`` is what SQLite finds wrong; ``differing`` counts derived rows that were off."""

    version: int
    damage: tuple[str, ...]
    dangling: int
    answers: int
    differing: int
    rebuilt: bool
    backups: int

    @property
    def fine(self) -> bool:
        """Whether nothing is wrong now."""
        return not self.damage and not self.dangling and (self.rebuilt or not self.differing)


def examine(history: History, *, rebuild: bool) -> Health:
    """Examine all of a history; ``rebuild`` works the derived tables out anew as well."""
    connection = history.reader
    with explained(history.path):
        damage = _damage(connection)
        dangling = len(connection.execute("PRAGMA foreign_key_check").fetchall())
        (answers,) = connection.execute("SELECT count(*) FROM answers").fetchone()
        differing = differences(connection)
        version = version_of(connection)
    if rebuild and not damage:
        history.rebuild()
    kept = len(backups.listed(history.path))
    return Health(version, damage, dangling, answers, differing, rebuild and not damage, kept)


def _damage(connection: sqlite3.Connection) -> tuple[str, ...]:
    found = tuple(row[0] for row in connection.execute("PRAGMA integrity_check"))
    return () if found == ("ok",) else found
