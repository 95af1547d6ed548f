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
from benchmarks.past import ASKED, answering, filled, library
from quizgen.history.facts import FACTS, Fact
from quizgen.history.log import History
from quizgen.history.rebuild import work_out
from quizgen.study.schedule import date_of

_MANY = 1_000_000
_FEWER = 100_000


def rows() -> Iterator[Row]:
    """An answer, the library's figures, and all that is worked out of the log."""
    with tempfile.TemporaryDirectory() as place:
        yield from _rows(Path(place))


def _rows(place: Path) -> Iterator[Row]:
    yield _answering(place)
    many, fewer = filled(place / "many", _MANY), filled(place / "fewer", _FEWER)
    yield Row(
        name="library figures, a million answers",
        against="50 ms",
        budget=1,
        ours=lambda: library(many),
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
        same=True,
        budget=11,
        ours=lambda: library(many),
        theirs=lambda: library(fewer),
        rounds=5,
    )


def _answering(place: Path) -> Row:
    bare = sqlite3.connect(place / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE answers (id TEXT PRIMARY KEY, response TEXT, right INT, at INT)")

    def theirs() -> None:
        for _ in range(ASKED):
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO answers VALUES (?, 'right', 1, 0)", (str(uuid.uuid4()),))
            bare.execute("COMMIT")

    return Row(
        name=f"{ASKED} answers, each durable",
        against="bare SQLite insert and commit",
        budget=1.5,
        ours=answering(place / "answering"),
        theirs=theirs,
        rounds=15,
    )


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
