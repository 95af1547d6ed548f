"""The rows of a session turned back into its events, in the order in which they happened."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, TypeAlias

from quizgen.bank.as_json import decode
from quizgen.model.question import Response
from quizgen.study.events import (
    Answered,
    Asked,
    Eased,
    Event,
    Finished,
    Flagged,
    Hinted,
    Marked,
    Overridden,
    Reworded,
    Turned,
    Undone,
    Unflagged,
)
from quizgen.study.grading import Verdict

Numbered: TypeAlias = tuple[int, Event]

_ANSWERS = """
    SELECT number, id, position, response, answers.at, ms, hinted, attempt,
        right, expected, parts, misspelt
    FROM answers JOIN events USING (id) WHERE answers.session = ?
"""
_MARKS = """
    SELECT number, id, position, marked, at
    FROM marks JOIN events USING (id) WHERE marks.session = ?
"""
_REWORDINGS = """
    SELECT number, id, position, at, bank, item, text, options
    FROM rewordings JOIN events USING (id) JOIN questions USING (bank, item, content)
    WHERE rewordings.session = ?
"""


def _select(table: str, *fields: str) -> str:
    columns = ", ".join(("number", "id", *fields, "at"))
    return f"SELECT {columns} FROM {table} JOIN events USING (id) WHERE events.session = ?"  # noqa: S608 - named below


_PLAIN: dict[type[Event], str] = {
    Undone: _select("undos", "answer"),
    Overridden: _select("overrides", "answer"),
    Eased: _select("eases", "answer"),
    Flagged: _select("flags", "position", "reason"),
    Unflagged: _select("unflags", "position"),
    Hinted: _select("hints", "position"),
    Turned: _select("turns", "position"),
    Finished: _select("finishes"),
}
"""Where the rows of each kind of event are, with its fields in order."""


def events_of(connection: sqlite3.Connection, session: str) -> list[Event]:
    """All events of the session with this id, by their numbers."""
    numbered = sorted(_numbered(connection, session), key=lambda pair: pair[0])
    return [event for _, event in numbered]


def _numbered(connection: sqlite3.Connection, session: str) -> Iterator[Numbered]:
    for number, *answer in connection.execute(_ANSWERS, (session,)):
        yield number, _answered(*answer)
    for number, key, position, at, *asked in connection.execute(_REWORDINGS, (session,)):
        yield number, Reworded(key, position, asked_of(*asked), at)
    for number, key, position, marked, at in connection.execute(_MARKS, (session,)):
        yield number, Marked(key, position, bool(marked), at)
    for kind, rows in _PLAIN.items():
        for number, *row in connection.execute(rows, (session,)):
            yield number, kind(*row)


def asked_of(bank: str, item: str, text: str, options: str) -> Asked:
    """A question of a session as it was kept."""
    return Asked(bank, item, decode(text), tuple(json.loads(options)))


def _answered(*row: Any) -> Answered:
    key, position, response, at, ms, hinted, attempt, right, expected, parts, misspelt = row
    return Answered(
        id=key,
        position=position,
        response=_response(json.loads(response)),
        verdict=Verdict(bool(right), expected, tuple(json.loads(parts)), bool(misspelt)),
        at=at,
        ms=ms,
        hinted=bool(hinted),
        attempt=attempt,
    )


def _response(value: Any) -> Response:
    return tuple(value) if isinstance(value, list) else str(value)
