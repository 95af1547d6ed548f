"""The library and what is reached from it, over real files."""

import pytest
from textual.widgets import Input

from quizgen.library import shelf
from quizgen.library.resolve import resolve
from quizgen.library.settings import Settings, read_settings
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Mode
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import Opened
from quizgen.tui.screens.bank import BankScreen
from quizgen.tui.screens.left import LeftScreen
from quizgen.tui.screens.library import LibraryScreen
from quizgen.tui.screens.make import MakeScreen
from quizgen.tui.screens.progress import ProgressScreen
from quizgen.tui.screens.session import SessionScreen
from quizgen.tui.screens.settings import SettingsScreen
from quizgen.tui.widgets.menu import Menu

HARBOUR = """\
quizgen: 1
id: harbour
title: The harbour
questions:
- question: The quay is guarded in winter.
  answer: true
  topic: quay
  id: aaaaaaa1
- question: The town pays for the ferry.
  answer: true
  topic: ferry
  id: aaaaaaa2
- question: Nobody else has offered a coin.
  answer: true
  topic: ferry
  id: aaaaaaa3
"""
TALK = "Ida Holm: The town pays for the ferry. Nobody else has offered.\n\nBo Lund: Yes.\n"


@pytest.fixture(autouse=True)
def shelf_of_two(sealed, tmp_path, monkeypatch):
    """Two banks of the learner's own, none bundled; the working folder is empty."""
    questions = sealed / "questions"
    questions.mkdir()
    (questions / "harbour.yaml").write_text(HARBOUR, encoding="utf-8")
    other = HARBOUR.replace("id: harbour", "id: bridge").replace("The harbour", "The bridge")
    (questions / "bridge.yaml").write_text(other, encoding="utf-8")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    for name in ("bundled_questions", "bundled_transcripts"):
        monkeypatch.setattr(f"quizgen.library.places.{name}", lambda: tmp_path / "none")
    monkeypatch.setattr("quizgen.library.choosing.bundled_transcripts", lambda: tmp_path / "none")
    return questions


def titles(app) -> list[str]:
    menu = app.screen.query_one("Menu")
    return [
        str(menu.get_option_at_index(at).prompt).split("\n")[0] for at in range(menu.option_count)
    ]


async def test_a_bank_is_filtered_opened_chosen_from_left_and_gone_on_with(history):
    app = QuizgenApp(Opened(history))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert titles(app) == ["The bridge", "The harbour", "Make a quiz"]
        await pilot.press("slash", *"harb", "enter")
        assert titles(app) == ["The harbour"]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, BankScreen)
        assert "3 questions" in str(app.screen.query_one(".about").render())
        await pilot.press("tab", "enter")  # the first topic
        assert "2 of 3 questions pass the filter" in str(app.screen.query_one(".about").render())
        await pilot.press("tab", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, SessionScreen)
        assert app.screen.sitting.total == 2
        await pilot.press("t", "enter", "escape")
        await pilot.pause()
        await pilot.press("enter")  # "Go on where you stopped" comes first
        await pilot.pause()
        assert app.screen.sitting.session.score.answered == 1
    again = BankScreen(_shelved("harbour"))
    assert again.filters.topic == ("ferry",)
    assert again.mode == "practice"


def _shelved(name):
    return resolve(name)[0]


async def test_today_goes_over_all_banks(history, monkeypatch):
    first = Sitting.start([_shelved("bridge")], history=history, mode=Mode.PRACTICE, count=1)
    first.answer("no")
    first.advance()
    app = QuizgenApp(Opened(history))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert titles(app)[0].startswith("Today: ")
        assert "new" in titles(app)[0]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SessionScreen)
        assert app.screen.sitting.session.mode is Mode.DUE
        assert {one.bank for one in app.screen.sitting.session.items} == {"bridge", "harbour"}


async def test_settings_are_changed_by_key_and_kept(history):
    app = QuizgenApp(Opened(history))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(app.screen, SettingsScreen)
        await pilot.press("down", "enter", "down", "enter", "down", "down", "enter")
        await pilot.press("up", "up", "up", "up", "enter")
        app.screen.query_one(Input).value = "Ida"
        await pilot.press("enter")
        assert app.learner == "Ida"
        assert app.theme == "quizgen-dark"
    now, _problems = read_settings()
    assert (now.learner, now.theme, now.second_try, now.day_start) == (
        "Ida",
        "quizgen-dark",
        True,
        5,
    )
    ida = history.learner_id("Ida")
    assert history.preferences(ida).day_start == 300


async def test_progress_is_shown_with_and_without_a_past(history):
    app = QuizgenApp(Opened(history))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("p")
        await pilot.pause()
        assert isinstance(app.screen, ProgressScreen)
        assert "Nothing was answered yet" in str(app.screen.query_one(".summary").render())
        sitting = Sitting.start([_shelved("harbour")], history=history, mode=Mode.PRACTICE)
        while sitting.current:
            sitting.answer("true")
            sitting.advance()
        await pilot.press("escape", "p")
        await pilot.pause()
        page = "\n".join(str(one.render()) for one in app.screen.query("Static"))
        assert "3 of 3 right at the first try" in page
        assert "The harbour" in page


async def test_a_bank_is_made_from_a_transcript(history, tmp_path):
    (tmp_path / "here" / "talk.txt").write_text(TALK, encoding="utf-8")
    app = QuizgenApp(Opened(history))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, MakeScreen)
        assert [path.name for path in app.screen.files] == ["talk.txt"]
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        said = str(app.screen.query_one(".said").render())
        assert "no question" in said  # there is too little in it, and that is said


async def test_two_banks_of_one_name_are_told_apart_by_their_files(history, tmp_path):
    paths = [tmp_path / name for name in ("one/harbour.yaml", "two/harbour.yaml", "two/old.yaml")]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_text(HARBOUR, encoding="utf-8")
    app = QuizgenApp(Opened(history))
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        app.screen.put(shelf.glance(paths))
        rows = [str(app.screen._row(listed, played=False)) for listed in app.screen.banks]
        assert [str(path) in row for path, row in zip(paths, rows, strict=True)] == [True] * 3


async def test_every_session_that_was_left_can_be_gone_on_with_or_ended(history):
    banks = [_shelved("harbour")]
    left = {}
    for mode in (Mode.PRACTICE, Mode.EXAM):
        left[mode] = Sitting.start(banks, history=history, mode=mode, seed=1)
        left[mode].answer("no")
    app = QuizgenApp(Opened(history))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        row = next(n for n, title in enumerate(titles(app)) if title.startswith("Go on where"))
        menu = app.screen.query_one(Menu)
        menu.highlighted = row
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, LeftScreen)
        rows = [str(option.prompt) for option in app.screen.query_one(Menu).options]
        assert ["The harbour" in row and "1 of 3 answered" in row for row in rows] == [True, True]
        assert {row.split("\n")[1].split(" · ")[0] for row in rows} == {"Quiz me", "Exam"}
        exam = next(n for n, row in enumerate(rows) if "Exam" in row)
        app.screen.query_one(Menu).highlighted = exam
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.sitting.session.id == left[Mode.EXAM].session.id
        await pilot.press("escape")
        await pilot.pause()
        app.screen.query_one(Menu).highlighted = exam
        await pilot.press("x", "escape")  # thought better of
        await pilot.pause()
        assert len(history.unfinished("me")) == 2
        await pilot.press("x", "y")
        await pilot.pause()
        assert [one.mode for one in history.unfinished("me")] == [Mode.PRACTICE]
        await pilot.press("x", "y")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert not any(title.startswith("Go on where") for title in titles(app))


async def test_a_path_is_typed_at_once(history, tmp_path):
    (tmp_path / "here" / "talk.txt").write_text(TALK, encoding="utf-8")
    app = QuizgenApp(Opened(history))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("x", "slash", "y")
        assert app.screen.query_one(Input).value == "x/y"
        await pilot.press("enter")
        assert "There is no transcript “x/y”" in str(app.screen.query_one(".said").render())


async def test_a_path_is_completed_and_a_folder_opened_by_key_and_mouse(history, tmp_path):
    inside = tmp_path / "here" / "town" / "hall"
    inside.mkdir(parents=True)
    (inside / "talk-1.txt").write_text(TALK, encoding="utf-8")
    (inside / "talk-2.txt").write_text(TALK, encoding="utf-8")
    app = QuizgenApp(Opened(history))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        screen, field = app.screen, app.screen.query_one(Input)
        await pilot.press("t", "o", "tab")
        assert field.value == "town/"
        await pilot.press("tab", "tab")
        assert field.value == "town/hall/talk-"
        assert [path.name for path in screen.files] == ["talk-1.txt", "talk-2.txt"]
        await pilot.press("tab")
        assert isinstance(app.focused, Menu)
        await pilot.press("tab")
        assert app.focused is field
        field.value = "tow"
        await pilot.pause()
        await pilot.click(Menu, offset=(2, 0))  # the folder
        await pilot.pause()
        assert [path.name for path in screen.files] == ["hall"]
        field.value = str(inside)
        await pilot.pause()
        field.focus()
        await pilot.press("enter")  # a folder is no error: it is looked into
        await pilot.pause()
        assert [path.name for path in screen.files] == ["talk-1.txt", "talk-2.txt"]
        await pilot.press("escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_where_several_share_an_address_a_name_is_asked_first(history):
    app = QuizgenApp(Opened(history), ask_name=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")  # no name is no answer
        await pilot.press(*"Ida")
        await pilot.click("KeyBar", offset=(2, 0))  # as good as Enter
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert app.learner == "Ida"


async def test_every_question_tells_its_own_history(history):
    sitting = Sitting.start([_shelved("harbour")], history=history, mode=Mode.LEARN)
    sitting.answer("false")
    sitting.undo()
    sitting.answer("true")
    app = QuizgenApp(Opened(history), Settings(keymap={"bank.items": "H"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()
        await pilot.press("H")  # as the settings' keymap says
        await pilot.pause()
        menu = app.screen.query_one("Menu")
        assert "answered, but no first try counts yet" in str(menu.get_option_at_index(0).prompt)
        assert "not asked yet" in str(menu.get_option_at_index(1).prompt)
        await pilot.press("enter")
        await pilot.pause()
        page = "\n".join(str(one.render()) for one in app.screen.query("Static"))
        assert "Due" in page
        assert "taken back" in page
        assert "Read, then answer" in page


async def test_collections_stand_under_a_heading_of_their_own(shelf_of_two, history):
    page = "quizgen: 1\nid: all\ntitle: All of them\ninclude:\n- bank: harbour.yaml\n"
    (shelf_of_two / "all.yaml").write_text(page, encoding="utf-8")
    app = QuizgenApp(Opened(history))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        menu = app.screen.query_one("Menu")
        rows = [str(menu.get_option_at_index(at).prompt) for at in range(menu.option_count)]
        firsts = [row.split("\n")[0] for row in rows]
        assert firsts == ["The bridge", "The harbour", "Collections", "Make a quiz"]
        assert rows[2].split("\n")[1] == "All of them"
        await pilot.press("end", "up", "enter")
        await pilot.pause()
        assert isinstance(app.screen, BankScreen)
        assert app.screen.shelved.title == "All of them"
