"""The form of the database: numbered migrations, each of which is done whole or not at all."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from quizgen.history.rebuild import rebuild

APPLICATION_ID = 0x51475A48  # "QGZH", so that no other program's database is taken for ours
_FILES = {int(file.stem): file for file in Path(__file__).with_name("migrations").glob("*.sql")}
NEWEST = max(_FILES)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database to the newest form, each step in a transaction of its own."""
    for number in sorted(_FILES):
        if number > version_of(connection):
            connection.execute("PRAGMA foreign_keys = OFF")  # a table may be made anew
            connection.execute("BEGIN IMMEDIATE")
            try:
                _step(connection, number)
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise
    connection.execute("PRAGMA foreign_keys = ON")


def version_of(connection: sqlite3.Connection) -> int:
    """The number of the form that a database has; 0 is none of ours."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _step(connection: sqlite3.Connection, number: int) -> None:
    if number <= version_of(connection):
        return  # another process was quicker
    for statement in _statements(_FILES[number].read_text(encoding="utf-8")):
        connection.execute(statement)
    if number == NEWEST:
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
