"""How fast answers are kept, and found again when there are a million of them."""

import sqlite3
import tempfile
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from datetime import time as clock
from pathlib import Path

import fsrs

from benchmarks.pairs import Row
from quizgen.history.entering import enter_text
from quizgen.history.facts import FACTS, Fact
from quizgen.history.log import History
from quizgen.history.open import open_history
from quizgen.history.rebuild import work_out
from quizgen.model.question import Choice, Option
from quizgen.study.schedule import date_of
from quizgen.study.session import Asked, Mode, Session

_MANY = 1_000_000
_FEWER = 100_000
_BANKS = 20
_ITEMS = 500  # of a bank
_ASKED = 20  # in a session
_DAY = 86_400_000
_DAYS = 1_000
_START = 18_000 * _DAY + _DAY // 2
_NOW = _START + _DAYS * _DAY
_SESSIONS = """
    WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < :last)
    INSERT INTO sessions (id, learner, mode, seed, at)
    SELECT 'session ' || n, :learner, 'practice', n, :start + n * :span FROM numbers
"""
_SHOWN = """
    INSERT INTO session_items
    SELECT id, value, 'bank ' || (seed % :banks),
        'item ' || ((seed / :banks * :asked + value) % :items), 'c', '["right","wrong"]'
    FROM sessions, generated
"""
_EVENTS = """
    INSERT INTO events SELECT session || '/' || position, session, position, at + position * 9000
    FROM session_items JOIN sessions ON sessions.id = session
"""
_ANSWERS = """
    INSERT INTO answers
    SELECT NULL, session || '/' || position, session, position, learner, bank, item, content,
        mode, '"right"', (seed * 7 + position * 13) % 5 > 0, 'right', '[]', 0, 0, 1,
        at + position * 9000, 9000, at / 86400000
    FROM session_items JOIN sessions ON sessions.id = session ORDER BY seed, position
"""


def rows() -> Iterator[Row]:
    """An answer, the library's figures, and all that is worked out of the log."""
    with tempfile.TemporaryDirectory() as place:
        yield from _rows(Path(place))


def _rows(place: Path) -> Iterator[Row]:
    yield _answering(place)
    many, fewer = _filled(place / "many", _MANY), _filled(place / "fewer", _FEWER)
    banks = {f"bank {number}": [f"item {one}" for one in range(_ITEMS)] for number in range(_BANKS)}
    yield Row(
        name="library figures, a million answers",
        against="50 ms",
        budget=1,
        ours=lambda: _library(many, banks),
        theirs=lambda: time.sleep(0.05),
        rounds=5,
    )
    learner = fewer.learner_id("me") or ""
    reviews = _reviews(fewer, learner)
    yield Row(
        name=f"working out {_FEWER:,} answers",
        against="py-fsrs's own time for them",
        budget=3,
        ours=lambda: work_out(fewer.reader, learner),
        theirs=lambda: _fsrs(reviews),
        rounds=3,
    )
    yield Row(
        name="library figures, a million answers",
        against=f"{_FEWER:,} answers",
        budget=11,
        ours=lambda: _library(many, banks),
        theirs=lambda: _library(fewer, banks),
        rounds=5,
    )


def _answering(place: Path) -> Row:
    history = open_history(place / "answering")
    begun = iter([_begun(history, f"session {number}") for number in range(20)])
    bare = sqlite3.connect(place / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE answers (id TEXT PRIMARY KEY, response TEXT, right INT, at INT)")

    def ours() -> None:
        session = next(begun)
        for _ in range(_ASKED):
            key = f"{session.id}/{len(session.events)}"
            session = session.answer("right", id=key, at=_NOW, ms=900)
            history.append(session)
            session = session.advance()

    def theirs() -> None:
        for _ in range(_ASKED):
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO answers VALUES (?, 'right', 1, 0)", (str(uuid.uuid4()),))
            bare.execute("COMMIT")

    return Row(
        name=f"{_ASKED} answers, each durable",
        against="bare SQLite insert and commit",
        budget=1.5,
        ours=ours,
        theirs=theirs,
        rounds=15,
    )


def _begun(history: History, name: str) -> Session:
    wrong = (Option("wrong"),)
    asked = tuple(
        Asked("bank", f"item {at}", Choice(stem=f"{at}?", key="right", wrong=wrong))
        for at in range(_ASKED)
    )
    learner = history.learner("me", at=_NOW)
    session = Session(name, learner, Mode.PRACTICE, 1, asked)
    history.start(session, at=_NOW)
    return session


def _filled(folder: Path, answers: int) -> History:
    """A history as if one had answered day after day for years."""
    history = open_history(folder)
    learner = history.learner("me", at=_START)
    sessions = answers // _ASKED
    question = Choice(stem="Which?", key="right", wrong=(Option("wrong"),), topic="Everything")
    names = {
        "learner": learner,
        "last": sessions - 1,
        "start": _START,
        "span": _DAYS * _DAY // sessions,
        "banks": _BANKS,
        "asked": _ASKED,
        "items": _ITEMS,
    }
    with history.writing() as write:
        for bank in range(_BANKS):
            for item in range(_ITEMS):
                enter_text(write, f"bank {bank}", f"item {item}", question)
        write.execute("UPDATE questions SET content = 'c'")
        write.execute("CREATE TEMP TABLE generated (value INTEGER)")
        write.executemany("INSERT INTO generated VALUES (?)", ((at,) for at in range(_ASKED)))
        for statement in (_SESSIONS, _SHOWN, _EVENTS, _ANSWERS):
            write.execute(statement, names)
    history.rebuild()
    return history


def _library(history: History, banks: dict[str, list[str]]) -> None:
    learner = history.learner_id("me") or ""
    history.workload(learner, banks, at=_NOW)
    history.forecast(learner, at=_NOW)
    history.calendar(learner)
    history.unfinished("me")
    for bank in banks:
        history.last_time("me", bank)


def _reviews(history: History, learner: str) -> list[tuple[tuple[str, str], bool, int]]:
    rows = history.reader.execute(
        f"SELECT {FACTS} FROM standing WHERE learner = ? ORDER BY seq", (learner,)
    )
    facts = [Fact(*row) for row in rows]
    return [((fact.bank, fact.item), bool(fact.right), fact.day) for fact in facts]


def _fsrs(reviews: list[tuple[tuple[str, str], bool, int]]) -> None:
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    cards: dict[tuple[str, str], fsrs.Card] = {}
    for name, right, day in reviews:
        card = cards.get(name) or fsrs.Card(card_id=1)
        rating = fsrs.Rating.Good if right else fsrs.Rating.Again
        cards[name], _ = scheduler.review_card(card, rating, _midnight(day))


def _midnight(day: int) -> datetime:

    return datetime.combine(date_of(day), clock(), UTC)
