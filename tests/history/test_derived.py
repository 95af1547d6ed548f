"""What is worked out of the log: brought along or made anew, it is the same."""

import random
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.history.log import History
from quizgen.history.open import open_history
from quizgen.history.rebuild import differences
from quizgen.model.question import Short
from quizgen.study.schedule import Preferences, Workload
from quizgen.study.session import Asked, Mode, Phase, Session
from quizgen.study.statistics import weekly

DAY = 86_400_000
NOON = 20_000 * DAY + DAY // 2
KINDS = [Mode.PRACTICE, Mode.CRAM, Mode.CARDS, Mode.LEARN, Mode.DUE]


def question(item: str) -> Asked:
    text = Short(stem=f"{item}?", keys=("x",), topic=f"topic {item[-1]}", speaker="Anna")
    return Asked("bank", item, text)


def begin(
    history: History, mode: Mode = Mode.PRACTICE, *, at: int = NOON, items: int = 3
) -> Session:
    learner = history.learner("me", at=at)
    name = f"s{at}-{mode}"
    asked = tuple(question(f"item{number}") for number in range(items))
    session = Session(name, learner, mode, 1, asked, started=at)
    history.start(session, at=at)
    return session


def give(history: History, session: Session, response: str, at: int) -> Session:
    session = session.answer(response, id=f"{session.id}/{len(session.events)}", at=at, ms=1500)
    history.append(session)
    return session


def rows(history: History) -> list[list[tuple[object, ...]]]:
    return [
        sorted(history._connection.execute(f"SELECT * FROM {table}"))
        for table in ("cards", "days", "scores")
    ]


def walk(history: History, chance: random.Random, steps: int, at: int) -> int:
    """Answer, take back, look at hints, override … as a learner might, in a random order."""
    session = begin(history, chance.choice(KINDS), at=at)
    for _ in range(steps):
        at += chance.choice([1000, 60_000, DAY, 3 * DAY, -DAY])
        key = f"{session.id}/{len(session.events)}"
        last = session.last_answer
        match chance.choice(["answer", "answer", "move", "undo", "override", "ease", "again"]):
            case "answer" if session.phase is Phase.ASKING:
                wanted = ["again", "good"] if session.mode is Mode.CARDS else ["x", "no"]
                session = give(history, session, chance.choice(wanted), at)
            case "move" if session.phase is Phase.VERDICT and not session.at_end:
                session = session.advance()
            case "again" if session.phase is Phase.VERDICT and session.mode is not Mode.CARDS:
                session = session.retry()
            case "undo" if last is not None:
                session = session.undo(id=key, at=at)
                history.append(session)
            case "override" if last is not None and session.mode is not Mode.CARDS:
                session = session.override(id=key, at=at)
                history.append(session)
            case "ease" if (
                last is not None and last.verdict.right and session.phase is Phase.VERDICT
            ):
                session = session.ease(id=key, at=at)
                history.append(session)
    return at


@given(st.integers(0, 10**9))
def test_made_anew_it_is_what_was_brought_along(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = random.Random(seed)
    with open_history(tmp_path_factory.mktemp("walk")) as history:
        history._connection.execute("PRAGMA synchronous = OFF")
        at = NOON
        for _ in range(3):
            at = walk(history, chance, 12, at + DAY)
        live = rows(history)
        assert differences(history._connection) == 0
        history.rebuild()
        assert rows(history) == live


def test_a_difference_is_counted_and_mended(tmp_path: Path) -> None:
    with open_history(tmp_path) as history:
        give(history, begin(history), "x", NOON)
        before = rows(history)
        history._connection.execute("UPDATE cards SET due = due + 1")
        history._connection.execute("DELETE FROM days")
        assert differences(history._connection) == 2
        history.rebuild()
        assert rows(history) == before


def test_cram_leaves_the_schedule_alone(tmp_path: Path) -> None:
    with open_history(tmp_path, zone=UTC) as history:
        session = give(history, begin(history, items=1), "x", NOON)
        known = history.records(session.learner, ["bank"])["bank", "item0"]
        give(history, begin(history, Mode.CRAM, at=NOON + DAY, items=2), "no", NOON + DAY)
        after = history.records(session.learner, ["bank"])["bank", "item0"]
    assert after.card == known.card
    assert (after.tries, after.missed) == (2, True)


def test_a_learner_who_went_away_is_not_said_to_have_thought_for_hours(tmp_path: Path) -> None:
    with open_history(tmp_path, zone=UTC) as history:
        session = begin(history).answer("x", id="a", at=NOON, ms=9 * 3_600_000)
        history.append(session)
        assert history.calendar(session.learner)[0].ms == 120_000
        (given,) = history.item_history(session.learner, "bank", "item0")
        assert given.ms == 9 * 3_600_000
        history.append(session.undo(id="u", at=NOON))
        assert history.calendar(session.learner) == []


def test_taking_back_restores_the_card_as_it_was(tmp_path: Path) -> None:
    with open_history(tmp_path, zone=UTC) as history:
        session = give(history, begin(history), "x", NOON)
        before = rows(history)
        second = give(history, begin(history, at=NOON + DAY), "no", NOON + 2 * DAY)
        history.append(second.undo(id="u", at=NOON + 3 * DAY))
        cards, days, scores = rows(history)
        assert (cards, days) == (before[0], before[1])
        assert history.last_time("me", "bank") is not None
        assert [row[3] for row in scores] == [NOON, None]
        assert history.records(session.learner, ["bank"]).keys() == {("bank", "item0")}


def test_what_a_learner_wishes_moves_all_dates_at_once(tmp_path: Path) -> None:
    with open_history(tmp_path, zone=UTC) as history:
        session = give(history, begin(history), "x", NOON)
        learner = session.learner
        assert history.preferences(learner) == Preferences()
        due = history.records(learner, ["bank"])["bank", "item0"].card
        history.prefer(learner, Preferences(retention=0.8, new_per_day=3, day_start=0))
        later = history.records(learner, ["bank"])["bank", "item0"].card
        assert due is not None
        assert later is not None
        assert later.due > due.due
        assert differences(history._connection) == 0
        assert history.preferences(learner).new_per_day == 3


def test_the_work_of_a_day(tmp_path: Path) -> None:
    with open_history(tmp_path, zone=UTC) as history:
        session = give(history, begin(history), "no", NOON)
        learner = session.learner
        give(history, session.advance(), "x", NOON)
        banks = {"bank": ["item0", "item1", "item2"], "never played": ["a", "b"]}
        assert history.workload(learner, banks, at=NOON) == {
            "bank": Workload(0, 1),
            "never played": Workload(0, 2),
        }
        tomorrow = history.workload(learner, banks, at=NOON + DAY)
        assert tomorrow["bank"] == Workload(1, 1)
        history.prefer(learner, Preferences(new_per_day=2))
        assert history.workload(learner, banks, at=NOON)["never played"].new == 0
        assert history.new_left(learner, at=NOON + DAY) == 2
        assert history.forecast(learner, at=NOON, days=3) == (0, 1, 1)
        assert history.forecast(learner, ["bank"], at=NOON, days=3) == (0, 1, 1)
        gone = {"bank": ["item2"]}  # what a bank no longer holds is not due
        assert history.workload(learner, gone, at=NOON + DAY) == {"bank": Workload(0, 1)}


def test_days_sessions_and_grounds(tmp_path: Path) -> None:
    with open_history(tmp_path, zone=UTC) as history:
        session = give(history, begin(history), "no", NOON)
        learner = session.learner
        session = give(history, session.retry(), "x", NOON + 1)
        session = give(history, session.advance(), "x", NOON + 2)
        give(history, begin(history, at=NOON + 8 * DAY), "x", NOON + 8 * DAY)
        days = [
            (one.day, one.answers, one.tries, one.right, one.ms)
            for one in history.calendar(learner)
        ]
        assert days == [(20_000, 3, 2, 1, 4500), (20_008, 1, 1, 1, 1500)]
        assert [(one.right, one.answered) for one in history.scores(learner, "bank")] == [
            (1, 2),
            (1, 1),
        ]
        kept = history.retention(learner)
        assert [(one.day, one.kept, one.reviews) for one in kept] == [(20_008, 1, 1)]
        assert weekly(kept)[0].day == 20_003  # a Monday
        shares = [
            (one.name, one.right, one.tries) for one in history.breakdown(learner, "topic")["topic"]
        ]
        assert shares == [("topic 0", 1, 2), ("topic 1", 1, 1)]
        several = history.breakdown(None, "speaker", "topic")
        assert [one.name for one in several["speaker"]] == ["Anna"]
        assert [one.name for one in several["topic"]] == ["topic 0", "topic 1"]
        assert history.breakdown(learner, "rule") == {"rule": []}
        given = history.item_history(learner, "bank", "item0")
        assert [(one.right, one.attempt) for one in given] == [(False, 1), (True, 2), (True, 1)]
