"""The app where room or colours are scarce."""

from dataclasses import replace

import pytest
from textual.widgets import Static

from quizgen.history.open import open_history
from quizgen.library.shelf import ShelvedBank
from quizgen.model.bank import Bank
from quizgen.model.question import Choice, Option
from quizgen.sitting.sitting import Sitting
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import Opened
from quizgen.tui.screens.session import SessionScreen
from quizgen.tui.screens.too_small import TooSmallScreen
from quizgen.tui.widgets.menu import Menu
from quizgen.tui.widgets.passage_block import PassageBlock
from quizgen.tui.widgets.rows import Look

GUARDS = Choice(
    stem="Who guards the quay?",
    key="Inspectors",
    wrong=(Option("Soldiers"), Option("Nobody"), Option("The mayor")),
    evidence=("Inspectors guard the quay.",),
    id="guards23",
)


@pytest.fixture
def history(tmp_path):
    with open_history(tmp_path / "home") as opened:
        yield opened


def shelved(tmp_path, *questions):
    bank = Bank(id="harbour", title="The harbour", path="b.yaml", questions=questions)
    return ShelvedBank(tmp_path / "b.yaml", bank)


def app_on(history, bank):
    return QuizgenApp(Opened(history, Sitting.start([bank], history=history, seed=1)))


async def test_a_window_without_room_says_so_until_there_is_room(tmp_path, history):
    app = app_on(history, shelved(tmp_path, GUARDS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.resize_terminal(39, 24)
        assert isinstance(app.screen, TooSmallScreen)
        assert "too small" in str(app.screen.query_one(Static).render())
        await pilot.resize_terminal(80, 11)
        assert isinstance(app.screen, TooSmallScreen)
        await pilot.resize_terminal(40, 12)
        assert isinstance(app.screen, SessionScreen)


async def test_a_window_that_is_too_small_from_the_start_says_so(tmp_path, history):
    app = app_on(history, shelved(tmp_path, GUARDS))
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TooSmallScreen)
        await pilot.resize_terminal(80, 24)
        assert isinstance(app.screen, SessionScreen)


async def test_in_the_smallest_window_the_verdict_and_its_proof_are_both_in_sight(
    tmp_path, history
):
    app = app_on(history, shelved(tmp_path, GUARDS))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        await pilot.press("1", "enter")
        await pilot.pause()
        seen = app.screen.query_one(".body").region
        assert seen.contains_region(app.screen.query_one(".verdict", Static).region)
        assert seen.contains_region(app.screen.query_one(PassageBlock).region)


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_in_the_terminals_own_colours_the_judged_options_can_be_read(
    tmp_path, history, theme
):
    app = app_on(history, shelved(tmp_path, GUARDS))
    app.theme = theme
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("1", "enter")
        await pilot.pause()
        rows = app.screen.area.rows
        right, wrong, marked = map(rows.get_component_styles, (Look.RIGHT, Look.WRONG, Look.MARKED))
        assert right.color != wrong.color
        for judged in (right, wrong):
            assert judged.color != judged.background
        assert marked.text_style.reverse


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_in_the_terminals_own_colours_what_is_marked_is_reversed(tmp_path, history, theme):
    app = app_on(history, shelved(tmp_path, GUARDS))
    app.theme = theme
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        rows = app.screen.area.rows
        drawn = [any(s.style.reverse for s in rows.render_line(y)) for y in range(4)]
        assert drawn == [False, True, False, False]
        await pilot.press("escape", "s")
        await pilot.pause()
        menu = app.screen.query_one("Menu")
        drawn = [any(s.style.reverse for s in menu.render_line(y)) for y in range(4)]
        assert drawn == [True, True, False, False]


async def test_an_option_below_the_window_comes_into_sight_when_it_is_marked(tmp_path, history):
    many = replace(GUARDS, wrong=tuple(Option(f"Guard number {n}") for n in range(12)))
    app = app_on(history, shelved(tmp_path, many))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        seen = app.screen.query_one(".body").region
        rows = app.screen.area.rows
        for step in range(13):
            await pilot.press("down")
            await pilot.pause()
            here = rows.region_of(step).translate(rows.region.offset)
            assert seen.contains_region(here)


@pytest.mark.parametrize(("width", "margin"), [(80, 3), (50, 1)])
async def test_a_high_window_has_the_margins_of_a_low_one(tmp_path, history, width, margin):
    app = app_on(history, shelved(tmp_path, GUARDS))
    async with app.run_test(size=(width, 24)) as pilot:
        for height in (24, 40):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            padding = app.screen.query_one(".body").styles.padding
            assert (padding.left, padding.right) == (margin, margin)


async def test_without_colours_nothing_vanishes_in_the_row_of_the_cursor(history, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = QuizgenApp(Opened(history))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("s")
        await pilot.pause()
        row = app.screen.query_one(Menu).get_option_at_index(0).prompt
        assert row.plain.startswith("Learner: me")
        assert {str(span.style) for span in row.spans} == {"bold", "dim"}
