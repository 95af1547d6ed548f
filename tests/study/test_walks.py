"""Laws of a session that hold whatever the learner does, in whatever order."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgen.model.question import Choice, Option, Short
from quizgen.study.session import (
    Answered,
    Asked,
    Flagged,
    IllegalMoveError,
    Mode,
    Overridden,
    Phase,
    Score,
    Session,
    Undone,
    Unflagged,
)

ITEMS = (
    Asked("b", "one", Short(stem="One?", keys=("yes",))),
    Asked("b", "two", Choice(stem="Two?", key="yes", wrong=(Option("no"),)), ("no", "yes")),
    Asked("b", "three", Short(stem="Three?", keys=("good",))),
)
EDITED = Asked("b", "two", Short(stem="Two, better?", keys=("yes",)))
Move = Callable[[Session, dict[str, object]], Session]
MOVES: dict[str, Move] = {
    "answer yes": lambda s, stamp: s.answer("yes", ms=5, **stamp),
    "answer no": lambda s, stamp: s.answer("no", ms=5, **stamp),
    "answer good": lambda s, stamp: s.answer("good", ms=5, **stamp),
    "advance": lambda s, _: s.advance(),
    "retry": lambda s, _: s.retry(),
    "undo": lambda s, stamp: s.undo(**stamp),
    "clear": lambda s, stamp: s.clear(**stamp),
    "override": lambda s, stamp: s.override(**stamp),
    "ease": lambda s, stamp: s.ease(**stamp),
    "flag": lambda s, stamp: s.flag("odd", **stamp),
    "unflag": lambda s, stamp: s.unflag(**stamp),
    "hint": lambda s, stamp: s.hint(**stamp),
    "mark": lambda s, stamp: s.mark(**stamp),
    "go 0": lambda s, stamp: s.go(0, **stamp),
    "go 2": lambda s, stamp: s.go(2, **stamp),
    "edit": lambda s, stamp: s.reload(EDITED, **stamp),
    "finish": lambda s, stamp: s.finish(**stamp),
}
WALKS = st.lists(st.sampled_from(sorted(MOVES)), max_size=30)
EVERY_MODE = st.sampled_from(list(Mode))


def walk(mode: Mode, names: list[str]) -> Session:
    """The session after all of these moves that were allowed when they came."""
    session = Session("s", "l", mode, 1, ITEMS)
    for at, name in enumerate(names):
        if session.phase is Phase.DONE:
            break
        try:
            session = MOVES[name](session, {"id": f"e{at}", "at": at})
        except IllegalMoveError:
            continue
    return session


def recomputed(session: Session) -> Score:
    """The score worked out from the log, in another way than the session does it."""
    answers: dict[str, Answered] = {}
    overridden = set()
    flagged = set()
    for event in session.events:
        if isinstance(event, Answered):
            answers[event.id] = event
        elif isinstance(event, Undone):
            del answers[event.answer]
        elif isinstance(event, Overridden):
            overridden.add(event.answer)
        elif isinstance(event, Flagged):
            flagged.add(event.position)
        elif isinstance(event, Unflagged):
            flagged.discard(event.position)
    first: dict[int, Answered] = {}
    for answer in answers.values():
        if answer.attempt == 1:
            assert answer.position not in first
            first[answer.position] = answer
    again = {answer.position for answer in answers.values()} - set(first)
    return Score(
        right=sum(answer.verdict.right for answer in first.values()),
        answered=len(first),
        total=len(session.items),
        overridden=len(overridden & set(answers)),
        flagged=len(flagged),
        again=len(again),
    )


@given(EVERY_MODE, WALKS)
def test_the_score_is_what_the_log_says(mode, names):
    session = walk(mode, names)
    assert session.score == recomputed(session)


@given(EVERY_MODE, WALKS)
def test_the_log_alone_gives_the_session_again(mode, names):
    session = walk(mode, names)
    again = Session("s", "l", mode, 1, ITEMS).replay(session.events)
    assert (again.events, again.score, again.standing) == (
        session.events,
        session.score,
        session.standing,
    )
    assert (again.phase is Phase.DONE) == (session.phase is Phase.DONE)


@example(Mode.LEARN, ["answer good", "advance", "finish"])
@given(EVERY_MODE, WALKS)
def test_going_on_after_a_break_is_never_having_stopped(mode, names):
    names = [name for name in names if name != "retry"]  # its first try was kept, no more
    session = walk(mode, names)
    again = Session("s", "l", mode, 1, ITEMS).replay(session.events)
    if session.phase is Phase.DONE:  # at its end it has no place to go on from
        again, session = (replace(each, position=0) for each in (again, session))
    assert again.resumed() == session.resumed()


@given(EVERY_MODE, WALKS, st.sampled_from(["yes", "no", "good"]))
def test_undo_is_exact(mode, names, response):
    before = walk(mode, names)
    if before.phase is not Phase.ASKING:
        return
    if mode is Mode.EXAM:
        before = before.clear(id="cleared", at=98)
    after = before.answer(response, id="last", at=99, ms=1).undo(id="undo", at=100)
    assert (after.standing, after.score, after.missed, after.unanswered) == (
        before.standing,
        before.score,
        before.missed,
        before.unanswered,
    )
    assert (after.position, after.phase, after.hinted) == (
        before.position,
        before.phase,
        before.hinted,
    )


@given(WALKS)
def test_an_exam_shows_no_verdict_and_holds_one_answer_an_item(names):
    session = walk(Mode.EXAM, names)
    assert session.phase is not Phase.VERDICT
    assert set(session.unanswered) | {a.position for a in session.standing} == {0, 1, 2}


def test_a_new_answer_in_an_exam_takes_the_place_of_the_old_one():
    session = Session("s", "l", Mode.EXAM, 1, ITEMS)
    session = session.answer("no", id="1", at=1, ms=1).go(2, id="2", at=2)
    session = session.answer("good", id="3", at=2, ms=1).go(0, id="4", at=3)
    session = session.clear(id="5", at=3).answer("yes", id="6", at=3, ms=1)
    assert session.score == Score(right=2, answered=2, total=3)
    assert session.answer_at(0).attempt == 1
    assert session.unanswered == (1,)
    assert session.resumed().position == 1


def test_an_exam_goes_on_where_one_was_not_at_what_is_open():
    session = Session("s", "l", Mode.EXAM, 1, ITEMS).answer("no", id="1", at=1, ms=1)
    session = session.go(2, id="2", at=2)
    again = Session("s", "l", Mode.EXAM, 1, ITEMS).replay(session.events)
    assert again.resumed().position == 2


def test_an_item_is_marked_for_later_and_unmarked():
    session = Session("s", "l", Mode.EXAM, 1, ITEMS).go(2, id="0", at=0).mark(id="1", at=1)
    assert session.marked == {2}
    assert session.mark(id="2", at=2).marked == frozenset()


def test_cards_are_graded_by_the_learner():
    session = Session("s", "l", Mode.CARDS, 1, ITEMS)
    known = session.answer("hard", id="1", at=1, ms=1)
    assert known.last_answer.verdict.right
    assert not session.answer("again", id="1", at=1, ms=1).last_answer.verdict.right
    assert not session.answer("yes", id="1", at=1, ms=1).last_answer.verdict.right


def test_only_an_exam_can_be_moved_about_in():
    for mode in Mode:
        session = Session("s", "l", mode, 1, ITEMS)
        if mode is Mode.EXAM:
            assert session.go(1, id="1", at=1).position == 1
        else:
            with pytest.raises(IllegalMoveError):
                session.go(1, id="1", at=1)


def test_an_edited_item_is_asked_as_it_reads_now():
    session = Session("s", "l", Mode.PRACTICE, 1, ITEMS).answer("no", id="1", at=1, ms=1).advance()
    assert session.reload(EDITED, id="2", at=2).items == (ITEMS[0], EDITED, ITEMS[2])
