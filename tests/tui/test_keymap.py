"""Keys of the learner's own: granted where each key keeps one meaning at a time."""

import importlib
import inspect
import pkgutil
from itertools import combinations

import pytest
from textual.screen import Screen

from quizgen.library.settings import FILE_NAME, Settings, read_settings
from quizgen.model.question import Choice, Option
from quizgen.study.session import Mode
from quizgen.tui import keymap, screens
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import Opened
from quizgen.tui.screens.keys import KeysScreen

GUARDS = Choice(stem="Who guards the quay?", key="Inspectors", wrong=(Option("Soldiers"),))


def test_a_question_gives_no_key_two_meanings_at_one_moment():
    for scene in keymap.scenes():
        for one, other in combinations(scene.actions, 2):
            if one.moments and other.moments and {*one.keys} & {*other.keys}:
                assert not one.moments & other.moments, (scene.title, one.id, other.id)


@pytest.mark.parametrize(
    ("wishes", "able"),
    [
        ({"session.flag": "F"}, ["session.flag"]),
        ({"session.flag": "n"}, []),  # goes on
        ({"session.flag": "1"}, ["session.flag"]),  # marks an option, but not then
        ({"session.hint": "h"}, []),  # marks an option
        ({"session.flag": "?"}, []),  # help, everywhere
        ({"session.flag": "u", "session.undo": "f"}, ["session.flag", "session.undo"]),
        ({"session.flag": "x", "session.edit": "x"}, ["session.flag"]),
        ({"library.make": "j"}, []),  # moves the cursor of the list
        ({"app.quit": "F"}, []),  # would quit while an answer is typed
        ({"app.quit": "f9"}, ["app.quit"]),
    ],
)
def test_a_wish_is_granted_where_the_key_is_free_at_that_moment(wishes, able):
    granted, clashes = keymap.granted(wishes)
    assert list(granted) == able
    assert {clash.id for clash in clashes} == {*wishes} - {*able}


async def test_a_key_of_ones_own_works_and_those_beside_it_stay(app_for):
    wishes = {"session.answer": "ctrl+e", "session.flag": "F"}
    app = app_for(GUARDS, GUARDS, mode=Mode.CRAM, settings=Settings(keymap=wishes))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "j", "1", "enter")
        assert app.screen.view == "asking"
        await pilot.press("ctrl+e")
        assert app.screen.view == "verdict"
        await pilot.press("f")
        assert type(app.screen).__name__ == "SessionScreen"
        await pilot.press("F")
        assert type(app.screen).__name__ == "FlagScreen"
        await pilot.press("escape")
        app.screen._held.shown_at = app.screen._held.pressed_at = float("-inf")
        await pilot.press("enter")  # still goes on, although it answers no more
        await pilot.pause()
        assert app.screen.view == "asking"


async def test_a_clash_in_the_file_is_told_with_its_place_and_not_obeyed(history, sealed):
    page = "keymap:\n  session.flag: n\n  session.flga: F\n"
    (sealed / FILE_NAME).write_text(page, encoding="utf-8")
    app = QuizgenApp(Opened(history), read_settings()[0])
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.pause()
        told = sorted(note.message for note in app._notifications)
    assert f"{FILE_NAME}:2:3: warning: “n” is “Next” already" in told[0]
    assert f"{FILE_NAME}:3:3: warning: there is no action “session.flga”" in told[1]


async def test_the_page_of_settings_changes_a_key_and_refuses_one_that_is_taken(history, sealed):
    app = QuizgenApp(Opened(history), read_settings()[0])
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("s", "end", "enter")
        await pilot.pause()
        assert isinstance(app.screen, KeysScreen)
        at = [action.id for action in app.screen.actions].index("library.make")
        app.screen.query_one("Menu").highlighted = at
        await pilot.press("enter", "j")
        await pilot.pause()
        assert read_settings()[0].keymap == {}
        assert "“j” is “Down” already" in next(iter(app._notifications)).message
        await pilot.press("enter", "N")
        await pilot.pause()
        assert read_settings()[0].keymap == {"library.make": "N"}
        await pilot.press("q", "q", "n")
        await pilot.pause()
        assert type(app.screen).__name__ == "LibraryScreen"
        await pilot.press("N")
        await pilot.pause()
        assert type(app.screen).__name__ == "MakeScreen"
        await pilot.press("escape", "s", "end", "enter")
        await pilot.pause()
        app.screen.query_one("Menu").highlighted = at
        await pilot.press("delete")
        await pilot.pause()
        assert read_settings()[0].keymap == {}
        await pilot.press("slash", *"hand in")
        assert {action.id for action in app.screen.actions} == {
            "exam.hand-in", "grid.hand-in", "grid.confirm",
        }  # fmt: skip
        await pilot.press("enter", "enter", "f9")  # the first of these
        await pilot.pause()
        assert read_settings()[0].keymap == {"exam.hand-in": "f9"}
        await pilot.press("delete", "escape")
        await pilot.pause()
        assert len(app.screen.actions) > 50
    assert read_settings()[0].keymap == {}


def test_every_key_of_every_screen_has_an_id_and_those_shown_explain_themselves():
    modules = [
        importlib.import_module(f"quizgen.tui.screens.{one.name}")
        for one in pkgutil.iter_modules(screens.__path__)
    ]
    own = {
        binding
        for module in modules
        for kind in vars(module).values()
        if inspect.isclass(kind) and issubclass(kind, Screen) and "BINDINGS" in vars(kind)
        if kind.__module__.startswith("quizgen.")
        for binding in kind.BINDINGS
    }
    assert len(own) > 100
    assert [one.key for one in own if not one.id] == []
    assert [one.id for one in own if one.show and not one.tooltip] == []
