"""A sitting over a real history and a real transcript file."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.history.log import History
from quizgen.history.open import open_history
from quizgen.library.shelf import ShelvedBank, shelve
from quizgen.model.bank import Bank
from quizgen.model.errors import UsageError
from quizgen.model.question import Choice, Option, Question, Short, TrueFalse
from quizgen.sitting.hints import Hint
from quizgen.sitting.sitting import Sitting
from quizgen.study.selection import Filters
from quizgen.study.session import IllegalMoveError, Mode, Phase, Score

TRANSCRIPT = """\
A talk about the bridge

Question: Mrs Reed, did the two mayors meet?

Anna Reed: We met on Monday. It was not a long talk. Mr Lund wants to build the bridge.

Question: And what will it cost?

Anna Reed: Nobody knows yet. The council will vote on Friday. We expect nine million.
"""
MET = Choice(
    stem="When did they meet?",
    key="On Monday",
    wrong=(Option("On Tuesday"), Option("On Sunday")),
    evidence=("We met on Monday",),
    id="met",
)
WANTS = Short(
    stem="Who wants the bridge?",
    keys=("Mr Lund",),
    evidence=("Mr Lund wants to build",),
    id="wants",
)
VOTE = TrueFalse(
    stem="The council will vote on Friday.", key=True, evidence=("vote on Friday",), id="vote"
)
HINTED = Short(stem="What is 2 + 2?", keys=("4",), hint="Less than five.", id="sum")


class Ticking:
    """A clock that moves by a second whenever it is looked at."""

    def __init__(self) -> None:
        self.time = 0

    def now(self) -> int:
        return 1_500_000_000_000 + self.ticks()

    def ticks(self) -> int:
        self.time += 1000
        return self.time


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with open_history(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "talk.txt").write_text(TRANSCRIPT, encoding="utf-8")
    return tmp_path


def shelved(
    folder: Path, *questions: Question, source: str | None = "talk.txt"
) -> list[ShelvedBank]:
    bank = Bank(id="talk", title="The bridge", path="talk.yaml", questions=questions, source=source)
    return [ShelvedBank(folder / "talk.yaml", bank)]


def start(folder: Path, history: History, *questions: Question, **more: object) -> Sitting:
    return Sitting.start(shelved(folder, *questions), history=history, clock=Ticking(), **more)  # type: ignore[arg-type]


def test_an_answer_is_durable_before_its_verdict(folder: Path, history: History) -> None:
    sitting = start(folder, history, MET)
    assert sitting.answer("On Monday").right
    with open_history(history.path.parent) as other:
        assert len(other.load(sitting.session.id).standing) == 1


def test_the_passage_comes_from_the_transcript(folder: Path, history: History) -> None:
    sitting = start(folder, history, MET)
    passage = sitting.passage()
    assert passage is not None
    assert passage.proof == "We met on Monday."
    assert passage.turn.person == "Anna Reed"
    transcript = sitting.transcript()
    assert transcript is not None
    assert transcript.turns[passage.turn.index - 1] == passage.turn


def test_a_bank_that_travels_alone_has_no_passage(folder: Path, history: History) -> None:
    for source in (None, "elsewhere.txt"):
        banks = shelved(folder, MET, source=source)
        sitting = Sitting.start(banks, history=history, clock=Ticking())
        assert sitting.passage() is None
        assert sitting.transcript() is None
        assert sitting.current is not None
        assert sitting.current.question.evidence == MET.evidence


def test_a_session_resumes_with_the_same_items_and_options(folder: Path, history: History) -> None:
    sitting = start(folder, history, MET, HINTED, VOTE)
    sitting.answer("wrong")
    banks = shelved(folder)  # the bank has lost its questions meanwhile
    resumed = Sitting.resume(history, sitting.session.id, banks, Ticking())
    assert resumed.session.items == sitting.session.items
    assert resumed.position == 2
    assert resumed.phase is Phase.ASKING
    while resumed.current:
        resumed.answer("x")
        resumed.advance()
    assert history.unfinished("me") == []
    last = history.last_time("me", "talk")
    assert last is not None
    assert (last.right, last.answered, last.total) == (0, 3, 3)


def test_learn_reads_each_exchange_once_and_asks_in_source_order(
    folder: Path, history: History
) -> None:
    sitting = start(folder, history, VOTE, WANTS, HINTED, MET, mode=Mode.LEARN)
    seen = []
    while sitting.current:
        exchange = sitting.reading()
        seen.append((sitting.current.item, exchange.number if exchange else None))
        sitting.answer("x")
        sitting.advance()
    assert seen == [("met", 1), ("wants", None), ("vote", 2), ("sum", None)]


def test_practice_does_not_ask_what_a_passage_showed(folder: Path, history: History) -> None:
    before = Short(stem="How long?", keys=("short",), evidence=("not a long talk",), id="long")
    sitting = start(folder, history, MET, before, VOTE)
    asked = {item.item for item in sitting.session.items}
    assert "vote" in asked
    assert len(asked & {"met", "long"}) == 1


def test_hints_in_their_order(folder: Path, history: History) -> None:
    own = start(folder, history, HINTED)
    assert own.hint() == Hint(text="Less than five.")
    question = start(folder, history, WANTS)
    assert question.hint() == Hint(text="Mrs Reed, did the two mayors meet?")
    struck = Sitting.start(shelved(folder, MET, source=None), history=history, clock=Ticking())
    assert struck.has_hint
    hint = struck.hint()
    assert hint is not None
    assert hint.struck in {"On Tuesday", "On Sunday"}
    struck.answer("On Monday")
    assert struck.session.standing[0].hinted
    none = Sitting.start(shelved(folder, VOTE, source=None), history=history, clock=Ticking())
    assert not none.has_hint
    assert none.hint() is None


def test_a_hint_never_names_an_option(folder: Path, history: History) -> None:
    cost = Short(stem="Who were they?", keys=("mayors",), evidence=("We met on Monday",), id="who")
    assert start(folder, history, cost).hint() is None


def test_time_counts_from_when_the_question_is_shown(folder: Path, history: History) -> None:
    sitting = start(folder, history, MET)
    sitting.shown()
    sitting.answer("On Monday")
    assert sitting.session.standing[0].ms == 1000


def test_undo_override_and_flag_are_kept(folder: Path, history: History) -> None:
    sitting = start(folder, history, MET, HINTED)
    sitting.answer("wrong")
    sitting.undo()
    sitting.answer("wrong again")
    sitting.override()
    sitting.flag("two are right")
    assert history.load(sitting.session.id) == sitting.session
    score = sitting.results().score
    assert (score.right, score.overridden, score.flagged) == (0, 1, 1)


def test_how_many_are_left_out_beside_the_others_is_known(folder: Path, history: History) -> None:
    apart = replace(HINTED, not_with=(MET.id or "",))
    assert start(folder, history, MET, HINTED, VOTE, mode=Mode.LEARN).spoilt == 0
    sitting = start(folder, history, MET, apart, VOTE, mode=Mode.LEARN)
    assert (sitting.total, sitting.offered, sitting.spoilt) == (2, 3, 1)
    sitting = start(folder, history, MET, apart, VOTE, mode=Mode.LEARN, count=1)
    assert (sitting.total, sitting.spoilt) == (1, 0)  # no more were wished for


def test_an_exam_tells_no_verdict_anywhere_before_it_is_handed_in(
    folder: Path, history: History
) -> None:
    sitting = start(folder, history, MET, HINTED, mode=Mode.EXAM)
    asked = sitting.session.items[0]
    sitting.answer("wrong")
    learner = sitting.session.learner
    assert history.scores(learner, asked.bank) == []
    assert history.last_time("me", asked.bank) is None
    assert history.item_history(learner, asked.bank, asked.item) == []
    sitting.finish()
    assert [one.answered for one in history.scores(learner, asked.bank)] == [1]
    assert history.last_time("me", asked.bank) == Score(right=0, answered=1, total=2)
    assert [one.right for one in history.item_history(learner, asked.bank, asked.item)] == [False]


def test_a_flag_can_be_taken_back(folder: Path, history: History) -> None:
    sitting = start(folder, history, MET, HINTED)
    bank = sitting.session.items[0].bank
    sitting.answer("wrong")
    sitting.flag("two are right")
    assert [one.reasons for one in history.flags(bank)] == [("two are right",)]
    sitting.unflag()
    assert history.flags(bank) == []
    assert history.totals()[0].flagged == sitting.results().score.flagged == 0
    assert history.load(sitting.session.id) == sitting.session
    sitting.flag("no, it is bad")
    assert [one.reasons for one in history.flags(bank)] == [("no, it is bad",)]
    assert list(sitting.session.flagged.values()) == ["no, it is bad"]


def test_the_missed_can_be_repeated(folder: Path, history: History) -> None:
    sitting = start(folder, history, MET, HINTED, VOTE)
    while sitting.current:
        sitting.answer("4")
        sitting.advance()
    again = sitting.again()
    assert {item.item for item in again.session.items} == {"met", "vote"}
    assert [missed.asked for missed in sitting.results().missed] == list(sitting.session.missed)
    while again.current:
        again.answer("On Monday" if again.current.item == "met" else "true")
        again.advance()
    with pytest.raises(UsageError, match="nothing was missed"):
        again.again()


def test_missed_mode_remembers_over_sessions(folder: Path, history: History) -> None:
    sitting = start(folder, history, MET, HINTED)
    while sitting.current:
        sitting.answer("4")
        sitting.advance()
    missed = start(folder, history, MET, HINTED, mode=Mode.MISSED)
    assert [item.item for item in missed.session.items] == ["met"]


def test_skipped_and_filtered_items_are_not_asked(folder: Path, history: History) -> None:
    skipped = Short(stem="?", keys=("x",), id="skipped", skip=True)
    easy = Short(stem="?", keys=("x",), id="easy", difficulty="easy")
    sitting = start(folder, history, skipped, easy, HINTED, filters=Filters(difficulty=("easy",)))
    assert [item.item for item in sitting.session.items] == ["easy"]
    with pytest.raises(UsageError, match="nothing to ask"):
        start(folder, history, skipped)


def test_an_item_without_an_id_is_known_by_its_content(folder: Path, history: History) -> None:
    nameless = Short(stem="Who?", keys=("Mr Lund",))
    first, second = (start(folder, history, nameless) for _ in range(2))
    assert first.session.items[0].item == second.session.items[0].item


class Moved(Ticking):
    """A clock that can be put forward."""

    def pass_by(self, ms: int) -> None:
        self.time += ms


def test_an_exam_is_answered_in_any_order_and_judged_at_the_end(
    folder: Path, history: History
) -> None:
    sitting = start(folder, history, MET, HINTED, VOTE, mode=Mode.EXAM)
    sitting.go(2)
    sitting.answer("wrong")
    assert sitting.phase is Phase.ASKING
    sitting.mark()
    sitting.go(0)
    sitting.answer("x")
    resumed = Sitting.resume(history, sitting.session.id, shelved(folder), Ticking())
    assert resumed.position == 2
    assert resumed.session.marked == {2}
    resumed.go(2)
    resumed.answer("true")
    assert len(resumed.session.standing) == 2
    resumed.finish()
    assert resumed.results().score.answered == 2
    assert resumed.session.unanswered == (1,)
    assert history.load(resumed.session.id).standing == resumed.session.standing


def test_an_exam_goes_on_at_the_question_where_one_was(folder: Path, history: History) -> None:
    sitting = start(folder, history, MET, HINTED, VOTE, mode=Mode.EXAM)
    sitting.answer("On Monday")
    sitting.go(2)
    resumed = Sitting.resume(history, sitting.session.id, shelved(folder), Ticking())
    assert resumed.session == sitting.session


EDITABLE = """\
quizgen: 1
id: ferry
title: The ferry
questions:
- question: {stem}
  answer: The town
  wrong: [The king, Nobody]
  id: aaaaaaa1
- question: It sails in winter.
  answer: true
  id: aaaaaaa2
"""


def test_a_question_that_was_edited_in_a_session_stays_so_after_a_break(
    tmp_path: Path, history: History
) -> None:
    path = tmp_path / "ferry.yaml"
    path.write_text(EDITABLE.format(stem="Who pays"), encoding="utf-8")
    sitting = Sitting.start([shelve(path)], history=history, mode=Mode.CRAM, seed=1)
    while sitting.current and sitting.current.item != "aaaaaaa1":
        sitting.answer("true")
        sitting.advance()
    path.write_text(EDITABLE.format(stem="Who pays for the ferry?"), encoding="utf-8")
    sitting.reload()
    resumed = Sitting.resume(history, sitting.session.id, [shelve(path)], Ticking())
    assert resumed.current == sitting.current
    assert resumed.current is not None
    assert resumed.current.question.stem == "Who pays for the ferry?"


def test_an_exams_clock_runs_on_while_it_is_closed(folder: Path, history: History) -> None:
    clock = Moved()
    sitting = Sitting.start(
        shelved(folder, MET, VOTE), history=history, mode=Mode.EXAM, limit=60_000, clock=clock
    )
    sitting.answer("On Monday")
    assert not sitting.keep_time()
    assert 0 < (sitting.left or 0) < 60_000
    clock.pass_by(60_000)
    resumed = Sitting.resume(history, sitting.session.id, shelved(folder), clock)
    assert resumed.phase is Phase.DONE
    assert resumed.session.unanswered != ()
    assert history.unfinished("me") == []


MOVES = (
    "right",
    "wrong",
    "advance",
    "undo",
    "override",
    "flag",
    "unflag",
    "hint",
    "mark",
    "go",
    "close",
)
WALK = st.lists(st.sampled_from(MOVES))


@given(st.sampled_from([mode for mode in Mode if mode is not Mode.MISSED]), WALK)
@settings(max_examples=25)
def test_a_session_goes_on_as_if_it_had_never_stopped(mode: Mode, moves: list[str]) -> None:
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as home,
        open_history(Path(home)) as history,
    ):
        banks = shelved(Path(home), HINTED, WANTS, VOTE, source=None)
        sitting = Sitting.start(banks, history=history, mode=mode, seed=1, clock=Ticking())
        for move in moves:
            if sitting.phase is Phase.DONE:
                break
            if move == "close":
                before = sitting.session.resumed()
                sitting = Sitting.resume(history, sitting.session.id, banks, Ticking())
                assert sitting.session == before
                continue
            with suppress(IllegalMoveError):
                _make(sitting, move)
        assert history.load(sitting.session.id).score == sitting.session.score


def _make(sitting: Sitting, move: str) -> None:
    match move:
        case "right" | "wrong":
            sitting.answer("true" if move == "right" else "no")
        case "go":
            sitting.go(2)
        case "advance" if sitting.phase is Phase.VERDICT:
            sitting.advance()
        case "advance":
            pass
        case _:
            getattr(sitting, move)()


def test_a_session_on_a_known_transcript_begins_without_reading_it(
    folder: Path, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = start(folder, history, MET, VOTE, WANTS, seed=1)

    def refuse(path: Path) -> None:
        raise AssertionError(f"{path} was read")

    with monkeypatch.context() as patch:
        patch.setattr("quizgen.transcripts.registry.read_transcript", refuse)
        again = start(folder, history, MET, VOTE, WANTS, seed=1)
    assert [one.item for one in again.session.items] == [one.item for one in first.session.items]
    assert again.passage() == first.passage()
