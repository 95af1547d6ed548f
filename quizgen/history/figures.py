"""Figures worked out of the log: what the library, the choice of items and ``stats`` show.

First tries that were not taken back count; an override is counted beside, never instead.
"""

import json
import sqlite3
from dataclasses import dataclass

from quizgen.study.session import Mode, Score

_LAST_SESSION = """
    SELECT session FROM (
        SELECT session FROM scores
        WHERE learner = (SELECT id FROM learners WHERE name = ?) AND bank = ? AND at IS NOT NULL
        ORDER BY at DESC LIMIT -1
    ) AS latest
    WHERE EXISTS (SELECT 1 FROM finishes WHERE finishes.session = latest.session)
        OR NOT EXISTS (SELECT 1 FROM sessions WHERE id = latest.session AND mode = 'exam')
    LIMIT 1
"""  # of an exam that is not handed in nobody is told a verdict; few sessions are looked up
_SCORE = """
    SELECT right, tries,
        (SELECT count(*) FROM session_items WHERE session = :session AND bank = :bank),
        overridden,
        (SELECT count(DISTINCT position)
            FROM standing_flags JOIN session_items USING (session, position)
            WHERE session = :session AND bank = :bank)
    FROM scores
    WHERE learner = (SELECT id FROM learners WHERE name = :learner) AND session = :session
        AND bank = :bank
"""
_UNFINISHED = """
    SELECT id, mode,
        (SELECT json_group_array(DISTINCT bank) FROM session_items WHERE session = sessions.id),
        (SELECT count(DISTINCT position) FROM standing WHERE session = sessions.id),
        (SELECT count(*) FROM session_items WHERE session = sessions.id),
        at,
        (SELECT max(at) FROM events WHERE session = sessions.id)
    FROM (
        SELECT * FROM sessions WHERE learner = (SELECT id FROM learners WHERE name = ?)
        ORDER BY at DESC LIMIT 200
    ) AS sessions
    WHERE NOT EXISTS (SELECT 1 FROM finishes WHERE session = sessions.id)
    ORDER BY at DESC, id
"""
_TOTALS = """
    WITH chosen AS (SELECT id FROM learners WHERE :learner IS NULL OR name = :learner),
    scored AS (
        SELECT bank, count(*) AS sessions, sum(given) AS answers, sum(tries) AS tries,
            sum(right) AS right, sum(overridden) AS overridden, max(at) AS last_at
        FROM scores WHERE learner IN chosen GROUP BY bank
    ),
    flagged AS (
        SELECT bank, count(*) AS flags
        FROM standing_flags JOIN session_items USING (session, position)
        JOIN sessions ON sessions.id = session WHERE learner IN chosen GROUP BY bank
    )
    SELECT bank, sessions, answers, tries, right, overridden, ifnull(flags, 0), ifnull(last_at, 0)
    FROM scored LEFT JOIN flagged USING (bank) ORDER BY bank
"""
_FLAGS = """
    SELECT item, content, count(*), json_group_array(DISTINCT reason)
    FROM standing_flags JOIN session_items USING (session, position)
    WHERE bank = ? GROUP BY item, content ORDER BY item, content
"""
_SESSIONS = """
    SELECT count(DISTINCT session) FROM scores
    WHERE :learner IS NULL OR learner = (SELECT id FROM learners WHERE name = :learner)
"""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that can be resumed; times are milliseconds since 1970 UTC."""

    session: str
    mode: Mode
    banks: tuple[str, ...]
    answered: int
    total: int
    started_at: int
    last_at: int


@dataclass(frozen=True, slots=True)
class Flags:
    """How often a version of an item (by its content) was flagged, and why if it was said."""

    item: str
    content: str
    count: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BankTotals:
    """All that happened with a bank. ``answers`` counts every answer ever given.

    ``first_tries`` and ``right`` are what the score is made of; ``overridden`` and
    ``flagged`` stand beside it.
    """

    bank: str
    sessions: int
    answers: int
    first_tries: int
    right: int
    overridden: int
    flagged: int
    last_at: int


def last_time(connection: sqlite3.Connection, learner: str, bank: str) -> Score | None:
    """The score of the latest session with questions of ``bank``, for the learner so named."""
    session = connection.execute(_LAST_SESSION, (learner, bank)).fetchone()
    if session is None:
        return None
    which = {"session": session[0], "bank": bank, "learner": learner}
    row = connection.execute(_SCORE, which).fetchone()
    return Score(*map(int, row))


def unfinished(connection: sqlite3.Connection, learner: str) -> list[Unfinished]:
    """Sessions with at least one standing answer, at least one open item, and no end.

    Only the newest 200 sessions are looked at: nobody goes back further.
    """
    found = []
    for key, mode, banks, answered, total, at, last in connection.execute(_UNFINISHED, (learner,)):
        if 0 < answered < total:
            names = tuple(json.loads(banks))
            found.append(Unfinished(key, Mode(mode), names, answered, total, at, last))
    return found


def totals(connection: sqlite3.Connection, learner: str | None) -> list[BankTotals]:
    """Totals by bank, for one learner by name or for all; by bank id."""
    rows = connection.execute(_TOTALS, {"learner": learner})
    return [BankTotals(*row) for row in rows]


def flags(connection: sqlite3.Connection, bank: str) -> list[Flags]:
    """What was flagged in a bank."""
    return [
        Flags(item, content, count, tuple(filter(None, json.loads(reasons))))
        for item, content, count, reasons in connection.execute(_FLAGS, (bank,))
    ]


def session_count(connection: sqlite3.Connection, learner: str | None) -> int:
    """How many sessions have an answer, of one learner by name or of all."""
    return int(connection.execute(_SESSIONS, {"learner": learner}).fetchone()[0])
