"""What goes into the history comes out of it, and the figures follow."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from quizgen.bank.as_json import decode, encode
from quizgen.history.log import History
from quizgen.history.open import open_history
from quizgen.model.errors import HistoryError, UsageError
from quizgen.model.question import (
    Choice,
    Cloze,
    Made,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Order,
    Place,
    Question,
    Short,
    TrueFalse,
)
from quizgen.study.selection import Record
from quizgen.study.session import Asked, Mode, Score, Session

EVERY_KIND = (
    Choice(
        stem="a",
        key="x",
        wrong=(Option("y", "because"), Option("z")),
        made=Made("r-s", 2, "1", "2", "3"),
    ),
    Choice(stem="b", key="2", wrong=(Option("1"),), fixed=("1", "2"), points=Decimal("0.5")),
    Multi(stem="c", keys=("x", "y"), wrong=(Option("z"),), tags=("t", "u")),
    TrueFalse(stem="d", key=False, hint="h", not_with=("q",)),
    Short(stem="e ”“ \x07", keys=("x",), typos=0, evidence=("one …", "two")),
    Cloze(stem="f ____", blanks=(("x", "y"), ("z",)), skip=True),
    Number(stem="g", key=Decimal("1.50"), tolerance=Decimal(1), percent=True, unit="km"),
    Order(stem="h", items=("x", "y")),
    Match(stem="i", pairs=(("x", "y"), ("z", "w")), extra=("v",), id="i"),
    Open(stem="j", shuffle=False),
)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with open_history(tmp_path) as opened:
        yield opened


def begin(
    history: History, name: str = "s1", questions: tuple[Question, ...] = EVERY_KIND
) -> Session:
    learner = history.learner("me", at=1)
    items = tuple(Asked("bank", f"item{at}", one, ("o", "p")) for at, one in enumerate(questions))
    session = Session(name, learner, Mode.PRACTICE, 7, items, started=2)
    history.start(session, at=2)
    return session


def give(history: History, session: Session, response: str, at: int = 10) -> Session:
    name = f"{session.id}-{len(session.events)}"
    session = session.answer(response, id=name, at=at, ms=5)
    history.append(session)
    return session


@pytest.mark.parametrize("question", EVERY_KIND, ids=lambda question: question.kind)
def test_a_question_of_any_kind_survives_as_json(question: Question) -> None:
    assert decode(encode(replace(question, place=Place(3, 1)))) == question


def test_fields_of_a_later_version_are_no_obstacle() -> None:
    values = json.loads(encode(EVERY_KIND[3])) | {"brand-new": 1}
    assert decode(json.dumps(values)) == EVERY_KIND[3]


def test_a_session_comes_back_as_its_events_left_it(tmp_path: Path) -> None:
    with open_history(tmp_path) as history:
        session = give(history, begin(history), "x")
        for moved in (
            lambda s: s.undo(id="u", at=11),
            lambda s: s.hint(id="h", at=12),
            lambda s: s.answer(("odd", "thing\u2028"), id="a2", at=12, ms=3),
            lambda s: s.override(id="o", at=13),
            lambda s: s.flag("two are right", id="f", at=14),
            lambda s: s.unflag(id="n", at=14),
        ):
            session = moved(session)
            history.append(session)
        session = give(history, session.advance(), "2", at=15)
    with open_history(tmp_path) as history:
        assert history.load("s1") == session
        session = session.finish(id="end", at=16)
        history.append(session)
        assert history.load("s1") == session


def test_last_time_is_the_latest_session_by_first_tries(history: History) -> None:
    session = give(history, begin(history), "x")
    session = give(history, session.advance(), "no")
    session = give(history, session.retry(), "2")
    assert history.last_time("me", "bank") == Score(right=1, answered=2, total=10)
    give(history, begin(history, "s2"), "no", at=99)
    assert history.last_time("me", "bank") == Score(right=0, answered=1, total=10)
    assert history.last_time("me", "other") is None
    assert history.last_time("nobody", "bank") is None


def test_what_is_taken_back_counts_for_nothing_but_stays(history: History, tmp_path: Path) -> None:
    session = give(history, begin(history), "no")
    session = session.undo(id="u", at=11)
    history.append(session)
    assert history.last_time("me", "bank") is None
    assert history.unfinished("me") == []
    give(history, session, "x", at=12)
    (totals,) = history.totals("me")
    assert (totals.answers, totals.first_tries, totals.right, totals.sessions) == (2, 0, 0, 1)
    with sqlite3.connect(tmp_path / "history.db") as outside:
        assert outside.execute("SELECT count(*) FROM answers").fetchone() == (2,)
    outside.close()


def test_records_tell_missed_from_known(history: History) -> None:
    session = give(history, begin(history), "no", at=10)
    give(history, session.advance(), "2", at=11)
    give(history, begin(history, "s2"), "x", at=20)
    known = history.records(session.learner, ["bank"])
    assert {name: replace(record, card=None) for name, record in known.items()} == {
        ("bank", "item0"): Record(2, missed=False, at=20),
        ("bank", "item1"): Record(1, missed=False, at=11),
    }


def test_an_unfinished_session_is_listed_until_it_ends(history: History) -> None:
    session = give(history, begin(history), "x")
    begin(history, "never answered")
    (left,) = history.unfinished("me")
    assert (left.session, left.banks, left.answered, left.total) == ("s1", ("bank",), 1, 10)
    history.append(session.finish(id="end", at=11))
    assert history.unfinished("me") == []


def test_a_session_goes_on_in_one_window_only(history: History) -> None:
    session = begin(history)
    give(history, session, "x")
    with pytest.raises(HistoryError, match="another window"):
        history.append(session.answer("y", id="other", at=11, ms=5))
    assert len(history.load("s1").events) == 1


def test_learners_are_kept_apart(history: History) -> None:
    give(history, begin(history), "x")
    assert history.learner("me", at=5) == history.learner("me", at=6)
    assert history.learner("Zoë", at=5) != history.learner("me", at=6)
    assert history.totals("Zoë") == []
    assert history.session_count() == 1
    assert history.session_count("Zoë") == 0


def test_the_last_text_of_a_question_is_kept(history: History, tmp_path: Path) -> None:
    begin(history, "s1", (Short(stem="Who?", keys=("x",), hint="old"),))
    begin(history, "s2", (Short(stem="Who?", keys=("x",), hint="new"),))
    assert history.load("s1").items[0].question.hint == "new"


def test_a_missing_session_is_said(history: History) -> None:
    with pytest.raises(HistoryError, match="no session"):
        history.load("nothing")


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "\udcff"])
def test_what_cannot_be_a_name_is_said(history: History, name: str) -> None:
    with pytest.raises(UsageError):
        history.learner(name, at=1)
