"""The rows of a session turned back into its events, in the order in which they happened."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, TypeAlias

from quizgen.model.question import Response
from quizgen.study.events import (
    Answered,
    Eased,
    Event,
    Finished,
    Flagged,
    Hinted,
    Marked,
    Overridden,
    Undone,
)
from quizgen.study.grading import Verdict

Numbered: TypeAlias = tuple[int, Event]

_ANSWERS = """
    SELECT number, id, position, response, answers.at, ms, hinted, attempt,
        right, expected, parts, misspelt
    FROM answers JOIN events USING (id) WHERE answers.session = ?
"""
_UNDOS = "SELECT number, id, answer, at FROM undos JOIN events USING (id) WHERE session = ?"
_OVERRIDES = "SELECT number, id, answer, at FROM overrides JOIN events USING (id) WHERE session = ?"
_FLAGS = """
    SELECT number, id, position, reason, at
    FROM flags JOIN events USING (id) WHERE flags.session = ?
"""
_HINTS = """
    SELECT number, id, position, at
    FROM hints JOIN events USING (id) WHERE hints.session = ?
"""
_MARKS = """
    SELECT number, id, position, marked, at
    FROM marks JOIN events USING (id) WHERE marks.session = ?
"""
_EASES = "SELECT number, id, answer, at FROM eases JOIN events USING (id) WHERE session = ?"
_FINISHES = """
    SELECT number, id, at FROM finishes JOIN events USING (id) WHERE finishes.session = ?
"""


def events_of(connection: sqlite3.Connection, session: str) -> list[Event]:
    """All events of the session with this id, by their numbers."""
    numbered = sorted(_numbered(connection, session), key=lambda pair: pair[0])
    return [event for _, event in numbered]


def _numbered(connection: sqlite3.Connection, session: str) -> Iterator[Numbered]:
    for number, *answer in connection.execute(_ANSWERS, (session,)):
        yield number, _answered(*answer)
    for number, *undo in connection.execute(_UNDOS, (session,)):
        yield number, Undone(*undo)
    for number, *override in connection.execute(_OVERRIDES, (session,)):
        yield number, Overridden(*override)
    for number, *flag in connection.execute(_FLAGS, (session,)):
        yield number, Flagged(*flag)
    for number, *hint in connection.execute(_HINTS, (session,)):
        yield number, Hinted(*hint)
    for number, key, position, marked, at in connection.execute(_MARKS, (session,)):
        yield number, Marked(key, position, bool(marked), at)
    for number, *ease in connection.execute(_EASES, (session,)):
        yield number, Eased(*ease)
    for number, *finish in connection.execute(_FINISHES, (session,)):
        yield number, Finished(*finish)


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
