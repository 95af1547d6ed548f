"""The app by key and mouse, on a bank of invented questions."""

from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest

from quizgen.history.open import open_history
from quizgen.library.shelf import ShelvedBank
from quizgen.model.bank import Bank
from quizgen.model.errors import HistoryError
from quizgen.model.question import Choice, Option, Short, TrueFalse
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Mode
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import Opened
from quizgen.tui.screens.results import ResultsScreen
from quizgen.tui.screens.session import SessionScreen
from quizgen.tui.screens.transcript import TranscriptScreen

TRANSCRIPT = """\
Question: Who guards the harbour quay in winter?

Ida Holm: Inspectors guard the quay. They have guarded it for a hundred years.

Question: And who pays for the ferry?

Ida Holm: The town pays for the ferry. Nobody else has offered a single coin.
"""


@pytest.fixture
def history(tmp_path):
    with open_history(tmp_path / "home") as opened:
        yield opened


def shelved(tmp_path: Path, *questions, source: str | None = "t.txt") -> ShelvedBank:
    (tmp_path / "t.txt").write_text(TRANSCRIPT, encoding="utf-8")
    numbered = tuple(replace(q, id=f"item{n}bcd") for n, q in enumerate(questions))
    bank = Bank(
        id="harbour",
        title="The harbour",
        path=str(tmp_path / "b.yaml"),
        source=source,
        questions=numbered,
    )
    return ShelvedBank(tmp_path / "b.yaml", bank)


GUARDS = Choice(
    stem="Who guards the quay?",
    key="Inspectors",
    wrong=(Option("Soldiers"), Option("Nobody")),
    evidence=("Inspectors guard the quay.",),
)
PAYS = Short(
    stem="Who pays for the ferry?", keys=("The town",), evidence=("The town pays for the ferry.",)
)
TRUE = TrueFalse(stem="The quay is guarded in winter.", key=True)


def app_with(history, bank, mode=Mode.PRACTICE) -> QuizgenApp:
    return QuizgenApp(Opened(history, Sitting.start([bank], history=history, mode=mode, seed=1)))


async def settle(pilot, app):
    """Let the moment pass in which a held Enter says nothing."""
    await pilot.pause()
    app.screen._held.shown_at = app.screen._held.pressed_at = 0.0


async def test_marking_and_answering_by_key(history, tmp_path):
    app = app_with(history, shelved(tmp_path, GUARDS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, SessionScreen)
        await pilot.press("enter")
        assert screen.view == "asking"  # an empty Enter never answers
        right = screen.sitting.current.options.index("Inspectors")
        await pilot.press(str(right + 1), "enter")
        assert screen.view == "verdict"
        assert screen.sitting.verdict.right
        await pilot.press("enter")
        assert screen.view == "verdict"  # a held Enter never skips a verdict
        await settle(pilot, app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)
    assert history.last_time("me", "harbour").right == 1


async def test_an_answer_that_cannot_be_kept_is_not_taken(history, tmp_path, monkeypatch):
    app = app_with(history, shelved(tmp_path, GUARDS))
    full = HistoryError("the disk is full.", fix="Make room, then answer again.")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        with monkeypatch.context() as patch:
            patch.setattr(history, "append", Mock(side_effect=full))
            await pilot.press("1", "enter")
            await pilot.pause()
            assert app.screen.view == "asking"
        await pilot.press("enter")
        assert app.screen.view == "verdict"


async def test_the_verdict_is_painted_before_anything_is_laid_out_anew(history, tmp_path):
    pictures, layouts = [], []

    class Watched(QuizgenApp):
        def _display(self, screen, renderable):
            super()._display(screen, renderable)
            pictures.append([strip.text for strip in screen._compositor.render_strips()])

    app = Watched(Opened(history, Sitting.start([shelved(tmp_path, GUARDS)], history=history)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        app.screen.screen_layout_refresh_signal.subscribe(
            app.screen, lambda _screen: layouts.append(len(pictures))
        )
        pictures.clear()
        await pilot.press("enter")
        await pilot.pause()
    verdicts = [any("✓ Right" in line or "✗ Wrong" in line for line in one) for one in pictures]
    proofs = [any("hundred years" in line for line in one) for one in pictures]
    assert verdicts[0]
    assert proofs[-1]
    assert layouts[0] > 1  # told of when its picture is painted: not of the first one


async def test_answering_by_mouse(history, tmp_path):
    app = app_with(history, shelved(tmp_path, GUARDS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click("Rows", times=2)
        await pilot.pause()
        assert app.screen.view == "verdict"


async def test_typing_an_answer_with_a_slip_and_overriding(history, tmp_path):
    app = app_with(history, shelved(tmp_path, PAYS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*"the king", "enter")
        await pilot.pause()
        assert app.screen.view == "verdict"
        await pilot.press("w")
        assert app.screen.sitting.session.score.overridden == 1
        await pilot.press("u")
        await pilot.pause()
        assert app.screen.view == "asking"
        await pilot.press(*"the twon", "enter")
        await pilot.pause()
        assert app.screen.sitting.verdict.right


async def test_the_transcript_opens_at_the_proof(history, tmp_path):
    app = app_with(history, shelved(tmp_path, GUARDS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("1", "enter", "o")
        await pilot.pause()
        assert isinstance(app.screen, TranscriptScreen)
        assert "Inspectors guard the quay." in str(app.screen.query_one("TextView").render())
        await pilot.press("escape")
        assert isinstance(app.screen, SessionScreen)


async def test_a_bank_without_its_transcript_shows_the_quoted_words(history, tmp_path):
    app = app_with(history, shelved(tmp_path, GUARDS, source=None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("1", "enter", "o")
        await pilot.pause()
        assert isinstance(app.screen, SessionScreen)
        assert "Inspectors guard the quay." in str(app.screen.query_one("PassageBlock").render())


async def test_words_that_the_transcript_does_not_hold_are_no_proof(history, tmp_path):
    app = app_with(history, shelved(tmp_path, replace(GUARDS, evidence=("Nobody ever came.",))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("1", "enter")
        await settle(pilot, app)
        shown = str(app.screen.query_one("PassageBlock").render())
        assert "⚠ The transcript does not hold these words:\nNobody ever came." in shown


async def test_reading_comes_before_its_questions(history, tmp_path):
    app = app_with(history, shelved(tmp_path, GUARDS, PAYS), Mode.LEARN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.view == "reading"
        await settle(pilot, app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.view == "asking"


async def test_the_missed_can_be_tried_again(history, tmp_path):
    app = app_with(history, shelved(tmp_path, TRUE))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("2", "enter", "n")
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, SessionScreen)
        assert app.screen.sitting.session.mode is Mode.MISSED
