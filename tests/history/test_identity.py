"""History follows a question wherever it goes: new ids, new banks, new words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from quizgen.bank.stamp import item_id
from quizgen.history.log import History
from quizgen.history.open import open_history
from quizgen.history.rebuild import differences
from quizgen.model.question import Choice, Option, Question, Short
from quizgen.study.session import Asked, Mode, Session

from .talks import DAY, NOON

BORN = Choice(stem="When?", key="On Monday", wrong=(Option("Never"),), id="k7f2m9qz")
HAND = Short(stem="Who wants the bridge?", keys=("Mr Lund",), evidence=("Mr Lund wants it",))
OTHER = Short(stem="What will it cost?", keys=("Nine million",), evidence=("nine million",))


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with open_history(tmp_path, zone=UTC) as opened:
        yield opened


def play(
    history: History, *questions: Question, bank: str = "talk", at: int = NOON, right: bool = True
) -> str:
    """A session with these questions, all answered; the learner's id."""
    history.recognise(bank, questions, at=at)
    learner = history.learner("me", at=at)
    asked = tuple(Asked(bank, item_id(one), one) for one in questions)
    session = Session(f"{bank}{at}", learner, Mode.PRACTICE, 1, asked, started=at)
    history.start(session, at=at)
    for one in questions:
        answer = {"When?": "On Monday", "What will it cost?": "nine million"}.get(
            one.stem, "Mr Lund"
        )
        session = session.answer(
            answer if right else "no", id=f"{bank}{at}{item_id(one)}", at=at, ms=1
        )
        history.append(session)
        if not session.at_end:
            session = session.advance()
    assert differences(history.reader) == 0
    return learner


def tries(history: History, learner: str, *questions: Question, bank: str = "talk") -> list[int]:
    """How often each question was tried, as far as the history recognises it."""
    history.recognise(bank, questions, at=NOON)
    known = history.records(learner, [bank])
    return [
        known[bank, item_id(one)].tries if (bank, item_id(one)) in known else 0 for one in questions
    ]


def test_an_edited_question_with_an_id_is_the_same_question(history: History) -> None:
    learner = play(history, BORN)
    edited = replace(BORN, stem="On which day?", wrong=(Option("On Friday"),))
    assert tries(history, learner, edited) == [1]


def test_was_bridges_a_changed_id(history: History) -> None:
    learner = play(history, BORN)
    renamed = replace(BORN, id="new", was=("older", "k7f2m9qz"))
    assert tries(history, learner, renamed) == [1]
    play(history, renamed, at=NOON + DAY)
    again = replace(BORN, id="newest", was=("new",))
    assert tries(history, learner, again) == [2]
    given = history.item_history(learner, "talk", "newest")
    assert [one.at for one in given] == [NOON, NOON + DAY]


def test_was_joins_two_that_were_both_answered(history: History) -> None:
    learner = play(history, BORN)
    play(history, replace(BORN, id="new"), at=NOON + DAY)
    assert tries(history, learner, replace(BORN, id="new")) == [1]
    assert tries(history, learner, replace(BORN, id="new", was=("k7f2m9qz",))) == [2]
    assert differences(history.reader) == 0
    assert tries(history, learner, replace(BORN, id="new", was=("k7f2m9qz",))) == [2]


def test_a_renamed_bank_keeps_its_history(history: History) -> None:
    learner = play(history, BORN, HAND)
    assert tries(history, learner, BORN, HAND, bank="renamed") == [1, 1]


def test_a_picked_question_is_one_question_in_both_banks(history: History) -> None:
    learner = play(history, BORN, OTHER)
    play(history, BORN, bank="set", at=NOON + DAY)
    assert tries(history, learner, BORN) == [2]
    assert tries(history, learner, BORN, bank="set") == [2]


def test_the_same_short_id_in_two_banks_is_two_questions(history: History) -> None:
    learner = play(history, replace(HAND, id="q1"))
    assert tries(history, learner, replace(OTHER, id="q1"), bank="elsewhere") == [0]


def test_a_question_that_gets_an_id_keeps_its_history(history: History) -> None:
    learner = play(history, HAND, OTHER)
    assert tries(history, learner, replace(HAND, id="bridge"), OTHER) == [1, 1]


def test_without_an_id_a_new_stem_or_a_new_answer_is_recognised(history: History) -> None:
    learner = play(history, HAND, OTHER)
    stem = replace(HAND, stem="Who asks for a bridge?")
    assert tries(history, learner, stem, OTHER) == [1, 1]
    answer = replace(stem, keys=("Mr Lund, the mayor",))
    assert tries(history, learner, answer, OTHER) == [1, 1]


def test_what_changed_altogether_is_new(history: History) -> None:
    learner = play(history, HAND, OTHER)
    both = Short(stem="Who builds it?", keys=("Mrs Reed",))
    assert tries(history, learner, both, OTHER) == [0, 1]


def test_where_two_could_be_meant_none_is(history: History) -> None:
    twins = tuple(Short(stem="Who said this?", quote=f"q{n}", keys=(f"P{n}",)) for n in range(2))
    learner = play(history, *twins)
    changed = tuple(Short(stem="Who said this?", quote="q9", keys=(f"R{n}",)) for n in range(2))
    assert tries(history, learner, *changed) == [0, 0]


def test_orphans_are_listed_and_kept(history: History) -> None:
    learner = play(history, BORN, HAND)
    assert history.orphans({"talk": [item_id(BORN), item_id(HAND)]}) == []
    (orphan,) = history.orphans({"talk": [item_id(BORN)]})
    assert (orphan.bank, orphan.item, orphan.tries) == ("talk", item_id(HAND), 1)
    assert orphan.stem == "Who wants the bridge?"
    assert len(history.orphans({})) == 2
    assert tries(history, learner, BORN, HAND) == [1, 1]


def test_recognising_twice_writes_once(history: History) -> None:
    play(history, BORN)
    renamed = replace(BORN, id="new", was=("k7f2m9qz",))
    assert history.recognise("talk", [renamed], at=NOON) == 1
    assert history.recognise("talk", [renamed], at=NOON) == 0
