"""A learner's progress in figures: what is due, what was done, what was kept in mind."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from quizgen.history.derived import CARD, root_of, roots_of
from quizgen.history.facts import Known, Name, known_of
from quizgen.model.question import Response
from quizgen.study.schedule import Preferences, Workload, forecast
from quizgen.study.selection import Record
from quizgen.study.session import Mode
from quizgen.study.statistics import Retention

Ground: TypeAlias = Literal["topic", "speaker", "rule", "bank"]

_GROUNDS: dict[Ground, str] = {
    "topic": "json_extract(text, '$.topic')",
    "speaker": "json_extract(text, '$.speaker')",
    "rule": "substr(json_extract(text, '$.made'), 1, instr(json_extract(text, '$.made'), '/') - 1)",
    "bank": "bank",
}
_DATES = "SELECT due, day FROM cards WHERE learner = ? AND due IS NOT NULL"
_DATES_OF_BANK = """
    SELECT item, due, day FROM cards WHERE learner = ? AND bank = ? AND due IS NOT NULL
"""
# CROSS JOIN has SQLite begin with the few names, not with all cards of the learner.
_DATES_RENAMED = """
    SELECT names.item, due, day FROM names CROSS JOIN cards
        ON learner = ? AND cards.bank = names.known_bank AND cards.item = names.known_item
    WHERE names.bank = ? AND due IS NOT NULL
"""
_OF_BANK = f"SELECT bank, item, {CARD} FROM cards WHERE learner = ? AND bank = ?"  # noqa: S608 - columns named in code
_RENAMED = f"""
    SELECT names.bank, names.item, {", ".join(f"cards.{name}" for name in CARD.split(", "))}
    FROM names CROSS JOIN cards
        ON learner = ? AND cards.bank = names.known_bank AND cards.item = names.known_item
    WHERE names.bank = ?
"""  # noqa: S608 - the same
_REVIEWED = """
    SELECT day, right OR overridden, bank, item
    FROM standing WHERE +learner = ? AND mode <> 'cram' ORDER BY seq
"""  # the plus keeps SQLite from an index that would cost a million leaps
_BY_QUESTION = """
    SELECT bank, item, content, sum(right) AS right, count(*) AS tries
    FROM first_tries WHERE :learner IS NULL OR learner = :learner GROUP BY bank, item, content
"""
_GIVEN = """
    SELECT answers.at, mode, response, right, hinted, attempt, ms,
        EXISTS (SELECT 1 FROM overrides WHERE answer = answers.id),
        EXISTS (SELECT 1 FROM undos WHERE answer = answers.id)
    FROM answers WHERE learner = ? AND bank = ? AND item = ?
        AND (mode <> 'exam' OR EXISTS (SELECT 1 FROM finishes WHERE session = answers.session))
"""  # of an exam that is not handed in nobody is told a verdict
_SCORES = """
    SELECT session, mode, scores.at, right, tries
    FROM scores JOIN sessions ON sessions.id = session
    WHERE scores.learner = ? AND bank = ? AND scores.at IS NOT NULL AND tries > 0
        AND (mode <> 'exam' OR EXISTS (SELECT 1 FROM finishes WHERE session = sessions.id))
    ORDER BY scores.at DESC LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Day:
    """A study day: answers that stand, first tries, those that were right, time spent."""

    day: int
    answers: int
    tries: int
    right: int
    ms: int


@dataclass(frozen=True, slots=True)
class SessionScore:
    """How one session went with the questions of a bank."""

    session: str
    mode: Mode
    at: int
    right: int
    answered: int


@dataclass(frozen=True, slots=True)
class Share:
    """First tries that have something in common, and how many were right."""

    name: str
    right: int
    tries: int


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was given once."""

    at: int
    mode: Mode
    response: Response
    right: bool
    hinted: bool
    attempt: int
    ms: int
    overridden: bool
    undone: bool


def preferences(connection: sqlite3.Connection, learner: str) -> Preferences:
    """What a learner wishes; a stranger wishes what is usual."""
    row = connection.execute(
        "SELECT retention, new_per_day, day_start FROM learners WHERE id = ?", (learner,)
    ).fetchone()
    if row is None:
        return Preferences()
    return Preferences(retention=row[0], new_per_day=row[1], day_start=row[2])


def records(
    connection: sqlite3.Connection, learner: str, banks: Iterable[str]
) -> dict[Name, Record]:
    """What is known of each item of ``banks``, also under the names that it got later."""
    return {
        name: Record(known.tries, known.missed, known.at, known.card)
        for bank in banks
        for name, known in _cards(connection, learner, bank).items()
    }


def new_left(connection: sqlite3.Connection, learner: str, today: int) -> int:
    """How many new questions the day still allows, those of all banks counted together."""
    (begun,) = connection.execute(
        "SELECT count(*) FROM cards WHERE learner = ? AND first = ?", (learner, today)
    ).fetchone()
    return max(0, preferences(connection, learner).new_per_day - int(begun))


def workload(
    connection: sqlite3.Connection,
    learner: str,
    banks: Mapping[str, Collection[str]],
    today: int,
) -> dict[str, Workload]:
    """What is due and what may be new, counting only items that a bank holds now."""
    allowed = new_left(connection, learner, today)
    found = {}
    for bank, items in banks.items():
        dates = _dates(connection, learner, bank)
        met = {item for item, _, _ in dates}.intersection(items)
        due = {item for item, when, last in dates if when <= today or last > today}
        found[bank] = Workload(len(due & met), min(allowed, len(items) - len(met)))
    return found


def forecast_of(
    connection: sqlite3.Connection,
    learner: str,
    banks: Iterable[str] | None,
    today: int,
    days: int,
) -> tuple[int, ...]:
    """How many cards are due on each of the coming days; what is overdue counts for today."""
    if banks is None:
        dates = connection.execute(_DATES, (learner,)).fetchall()
    else:
        dates = [(due, day) for bank in banks for _, due, day in _dates(connection, learner, bank)]
    return forecast(dates, today, days)


def calendar(connection: sqlite3.Connection, learner: str) -> list[Day]:
    """The days with an answer that stands, in order."""
    rows = connection.execute(
        "SELECT day, sum(answers), sum(tries), sum(right), sum(ms) FROM days "
        "WHERE learner = ? GROUP BY day ORDER BY day",
        (learner,),
    )
    return [Day(*row) for row in rows]


def scores(
    connection: sqlite3.Connection, learner: str, bank: str, count: int
) -> list[SessionScore]:
    """The latest ``count`` sessions with first tries, oldest first."""
    rows = connection.execute(_SCORES, (learner, bank, count)).fetchall()
    return [
        SessionScore(key, Mode(mode), at, right, tries)
        for key, mode, at, right, tries in reversed(rows)
    ]


def retention(connection: sqlite3.Connection, learner: str) -> list[Retention]:
    """By day: first answers of the day to items met on an earlier day, and those still known."""
    last: dict[Name, int] = {}
    kept: dict[int, list[int]] = {}
    roots = roots_of(connection)
    for day, right, bank, item in connection.execute(_REVIEWED, (learner,)):
        name = (bank, item)
        root = roots.get(name, name) if roots else name
        before = last.get(root)
        last[root] = day
        if before is not None and before < day:
            counts = kept.get(day) or kept.setdefault(day, [0, 0])
            counts[0] += right
            counts[1] += 1
    return [Retention(day, *counts) for day, counts in sorted(kept.items())]


def breakdown(
    connection: sqlite3.Connection, learner: str | None, grounds: Sequence[Ground]
) -> dict[Ground, list[Share]]:
    """First tries by what the questions have in common, the weakest first.

    The answers are counted by question once, for all the grounds.
    """
    columns = ", ".join(_GROUNDS[by] for by in grounds)
    rows = connection.execute(
        f"SELECT sum(right), sum(tries), {columns} FROM ({_BY_QUESTION}) "  # noqa: S608
        f"JOIN questions USING (bank, item, content) GROUP BY {columns}",
        {"learner": learner},
    )
    counts: dict[Ground, dict[str, tuple[int, int]]] = {by: {} for by in grounds}
    for right, tries, *names in rows:
        for by, name in zip(grounds, names, strict=True):
            if name is not None:
                before = counts[by].get(str(name), (0, 0))
                counts[by][str(name)] = (before[0] + right, before[1] + tries)
    return {by: _weakest_first(found) for by, found in counts.items()}


def _weakest_first(counts: Mapping[str, tuple[int, int]]) -> list[Share]:
    shares = [Share(name, right, tries) for name, (right, tries) in counts.items()]
    return sorted(shares, key=lambda share: (share.right / share.tries, -share.tries, share.name))


def item_history(connection: sqlite3.Connection, learner: str, name: Name) -> list[Given]:
    """All answers to an item, those taken back as well, by time."""
    root = root_of(connection, name)
    aliases = connection.execute(
        "SELECT bank, item FROM names WHERE known_bank = ? AND known_item = ?", root
    )
    rows = [row for one in (root, *aliases) for row in connection.execute(_GIVEN, (learner, *one))]
    return [_given(*row) for row in sorted(rows)]


def _given(at: int, mode: str, response: str, *rest: Any) -> Given:
    right, hinted, attempt, ms, overridden, undone = rest
    raw = json.loads(response)
    return Given(
        at,
        Mode(mode),
        tuple(raw) if isinstance(raw, list) else str(raw),
        right=bool(right),
        hinted=bool(hinted),
        attempt=attempt,
        ms=ms,
        overridden=bool(overridden),
        undone=bool(undone),
    )


def _cards(connection: sqlite3.Connection, learner: str, bank: str) -> dict[Name, Known]:
    rows = [
        row for query in (_OF_BANK, _RENAMED) for row in connection.execute(query, (learner, bank))
    ]
    return {(bank, item): known_of(tuple(values)) for bank, item, *values in rows}


def _dates(connection: sqlite3.Connection, learner: str, bank: str) -> list[tuple[str, int, int]]:
    """The items of a bank that have a card: when it is due, and when it was last answered."""
    return [
        row
        for query in (_DATES_OF_BANK, _DATES_RENAMED)
        for row in connection.execute(query, (learner, bank)).fetchall()
    ]
