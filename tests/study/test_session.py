"""The state machine of a session."""

from dataclasses import replace

import pytest

from quizgen.model.question import Short
from quizgen.study.session import Asked, IllegalMoveError, Mode, Phase, Session

ITEMS = tuple(
    Asked("bank", name, Short(stem=f"{name}?", keys=(name,))) for name in ("one", "two", "three")
)
START = Session("s", "learner", Mode.PRACTICE, 1, ITEMS)


def answered(session: Session, text: str) -> Session:
    return session.answer(text, id=f"e{len(session.events)}", at=len(session.events), ms=10)


def test_a_session_runs_to_its_end() -> None:
    session = answered(START, "one")
    assert session.phase is Phase.VERDICT
    session = answered(session.advance(), "wrong").advance()
    session = answered(session, "three")
    assert session.at_end
    session = session.finish(id="end", at=9)
    assert session.phase is Phase.DONE
    assert session.current is None
    assert (session.score.right, session.score.answered, session.score.total) == (2, 3, 3)
    assert [asked.item for asked in session.missed] == ["two"]


def test_the_log_gives_the_same_session_again() -> None:
    session = answered(answered(START, "one").advance(), "no")
    session = session.undo(id="u", at=5)
    session = answered(session, "two").override(id="o", at=6).flag("odd", id="f", at=7)
    assert START.replay(session.events) == session


def test_only_first_tries_count() -> None:
    session = answered(answered(START, "no").retry(), "one")
    assert session.standing[-1].attempt == 2
    assert session.score.right == 0
    assert session.score.answered == 1


def test_an_answer_after_undo_is_no_first_try_since_the_verdict_was_seen() -> None:
    session = answered(answered(START, "no").undo(id="u", at=1), "one")
    assert session.standing[-1].attempt == 2
    assert len(session.events) == 3
    assert (session.score.right, session.score.answered, session.score.again) == (0, 0, 1)
    assert session.missed == ()


def test_an_answer_after_undo_that_is_wrong_again_is_missed() -> None:
    session = answered(answered(START, "no").undo(id="u", at=1), "no")
    assert [asked.item for asked in session.missed] == ["one"]


def test_a_card_that_is_graded_anew_and_an_answer_of_an_exam_are_first_tries() -> None:
    for mode, given in ((Mode.CARDS, "good"), (Mode.EXAM, "one")):
        session = replace(START, mode=mode).answer("no", id="a", at=1, ms=1)
        session = session.undo(id="u", at=1).answer(given, id="b", at=2, ms=1)
        assert session.score.right == session.score.answered == 1


def test_undo_from_the_next_question_goes_back() -> None:
    session = answered(START, "no").advance().undo(id="u", at=1)
    assert session.position == 0
    assert session.phase is Phase.ASKING


def test_an_override_stands_beside_the_score() -> None:
    session = answered(START, "no").advance().override(id="o", at=1)
    assert session.score.right == 0
    assert session.score.overridden == 1
    assert session.missed == ()


def test_a_hint_is_noted_with_the_answer() -> None:
    session = answered(START.hint(id="h", at=1), "one")
    assert session.standing[0].hinted
    assert not answered(session.advance(), "two").standing[1].hinted


def test_illegal_moves_are_refused() -> None:
    shown = answered(START, "one")
    done = shown.finish(id="end", at=1)
    for move in (
        START.advance,
        START.retry,
        lambda: START.undo(id="u", at=1),
        lambda: answered(shown, "again"),
        lambda: done.override(id="o", at=1),
        lambda: shown.hint(id="h", at=1),
    ):
        with pytest.raises(IllegalMoveError):
            move()
