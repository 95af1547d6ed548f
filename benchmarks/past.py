"""A learner's past of any length, and a session to be answered."""

from pathlib import Path

from benchmarks.pairs import MOST, Work
from quizgen.history.entering import enter_text
from quizgen.history.log import History
from quizgen.history.open import open_history
from quizgen.model.question import Choice, Option
from quizgen.study.session import Asked, Mode, Session

BANKS = 20
ITEMS = 500  # of a bank
ASKED = 20  # in a session
_TURNS = 15 * MOST + 1
DAY = 86_400_000
DAYS = 1_000
_START = 18_000 * DAY + DAY // 2
NOW = _START + DAYS * DAY
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


def filled(folder: Path, answers: int) -> History:
    """A history as if one had answered day after day for years."""
    history = open_history(folder)
    learner = history.learner("me", at=_START)
    sessions = answers // ASKED
    question = Choice(stem="Which?", key="right", wrong=(Option("wrong"),), topic="Everything")
    names = {
        "learner": learner,
        "last": sessions - 1,
        "start": _START,
        "span": DAYS * DAY // sessions,
        "banks": BANKS,
        "asked": ASKED,
        "items": ITEMS,
    }
    with history.writing() as write:
        for bank in range(BANKS):
            for item in range(ITEMS):
                enter_text(write, f"bank {bank}", f"item {item}", question)
        write.execute("UPDATE questions SET content = 'c'")
        write.execute("CREATE TEMP TABLE generated (value INTEGER)")
        write.executemany("INSERT INTO generated VALUES (?)", ((at,) for at in range(ASKED)))
        for statement in (_SESSIONS, _SHOWN, _EVENTS, _ANSWERS):
            write.execute(statement, names)
    history.rebuild()
    return history


def _begun(history: History, name: str) -> Session:
    """A session of that name, at its first question."""
    wrong = (Option("wrong"),)
    asked = tuple(
        Asked("bank", f"item {at}", Choice(stem=f"{at}?", key="right", wrong=wrong))
        for at in range(ASKED)
    )
    learner = history.learner("me", at=NOW)
    session = Session(name, learner, Mode.PRACTICE, 1, asked)
    history.start(session, at=NOW)
    return session


def answering(folder: Path) -> Work:
    """The work of answering all questions of a session, in a new history.

    A session is begun before for each turn that the work may be done: of fifteen rounds.
    """
    history = open_history(folder)
    sessions = iter([_begun(history, f"session {number}") for number in range(_TURNS)])

    def work() -> None:
        session = next(sessions)
        for _ in range(ASKED):
            key = f"{session.id}/{len(session.events)}"
            session = session.answer("right", id=key, at=NOW, ms=900)
            history.append(session)
            session = session.advance()

    return work


def library(history: History) -> None:
    """What the library shows of all banks, and the page of a learner's progress."""
    banks = {f"bank {number}": [f"item {one}" for one in range(ITEMS)] for number in range(BANKS)}
    learner = history.learner_id("me") or ""
    history.workload(learner, banks, at=NOW)
    history.forecast(learner, at=NOW)
    history.calendar(learner)
    history.unfinished("me")
    for bank in banks:
        history.last_time("me", bank)
