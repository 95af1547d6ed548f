"""Exam, cards and the second try, by key and mouse."""

from dataclasses import replace

from quizgen.library.settings import Settings
from quizgen.model.question import Choice, Option, Short, TrueFalse
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Answered, Mode, Phase
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import News, Opened
from quizgen.tui.screens.exam_grid import GridScreen
from quizgen.tui.screens.flag import FlagScreen
from quizgen.tui.screens.help import HelpScreen
from quizgen.tui.screens.results import ResultsScreen

GUARDS = Choice(
    stem="Who guards the quay?",
    key="Inspectors",
    wrong=(Option("Soldiers never guard a quay"), Option("Nobody")),
    evidence=("Inspectors guard the quay.",),
)
PAYS = Short(
    stem="Who pays for the ferry?", keys=("The town",), evidence=("The town pays for the ferry.",)
)
TRUE = TrueFalse(stem="The quay is guarded in winter.", key=True)


def place(screen, text):
    return str(screen.sitting.current.options.index(text) + 1)


async def test_what_is_marked_in_an_exam_is_kept_when_one_turns_away(app_for):
    app = app_for(GUARDS, TRUE, mode=Mode.EXAM)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        marked = app.screen.sitting.current.options or ("true", "false")
        await pilot.press("1", "ctrl+n")
        await pilot.pause()
        assert app.screen.sitting.position == 2
        assert app.screen.sitting.session.answer_at(0).response == marked[0]
        await pilot.press("ctrl+b", "ctrl+n", "ctrl+g")  # no new answer: none more is written
        await pilot.pause()
        events = app.screen_stack[-2].sitting.session.events
        assert sum(isinstance(event, Answered) for event in events) == 1


async def test_an_exam_is_moved_about_in_and_handed_in(app_for):
    app = app_for(GUARDS, PAYS, TRUE, mode=Mode.EXAM, limit=60_000)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        session = app.screen.sitting.session
        order = [one.item for one in session.items]
        await pilot.press("ctrl+r", "enter")
        await pilot.pause()
        assert app.screen.sitting.session.score.flagged == 1
        await pilot.press("ctrl+f", "ctrl+n")
        assert app.screen.sitting.position == 2
        await pilot.press("ctrl+b", "ctrl+g")
        await pilot.pause()
        assert isinstance(app.screen, GridScreen)
        await pilot.press("right", "right", "enter")
        await pilot.pause()
        sitting = app.screen.sitting
        assert sitting.position == 3
        assert sitting.session.marked == {0}
        for _ in range(3):
            at = order.index(sitting.current.item)
            await pilot.press(*(["t", "h", "e"] if sitting.current.question == PAYS else ["1"]))
            if app.screen.area.typed:
                await pilot.press("x")
            await pilot.press("enter")
            await pilot.pause()
            assert sitting.session.answer_at(at) is not None
            assert sitting.phase is Phase.ASKING
        assert isinstance(app.screen, GridScreen)  # all is answered: one may look again
        await pilot.press("ctrl+s", "ctrl+s")  # held a moment too long, it still only asks
        assert sitting.phase is Phase.ASKING
        await pilot.press("y")
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)
        assert sitting.phase is Phase.DONE
        reviewed = app.screen.query(".missed, .open, .right")
        assert [str(one.render()).split("\n")[0] for one in reviewed] == [
            one.question.stem for one in session.items
        ]


async def test_an_exam_is_handed_in_when_its_time_is_up(app_for):
    app = app_for(GUARDS, TRUE, mode=Mode.EXAM, limit=1)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(100):  # a busy machine ticks late
            await pilot.pause(0.1)
            if isinstance(app.screen, ResultsScreen):
                break
        assert isinstance(app.screen, ResultsScreen)


async def test_cards_are_turned_over_and_graded(app_for):
    app = app_for(PAYS, TRUE, mode=Mode.CARDS)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        sitting = app.screen.sitting
        await pilot.press("1")  # nothing to grade yet
        assert app.screen.view == "asking"
        await pilot.press("space")
        assert app.screen.view == "revealed"
        assert "The town" in str(app.screen.query_one(".verdict").render())
        await pilot.press("1")
        await pilot.pause()
        assert sitting.position == 2
        await pilot.press("enter", "4")
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)
        assert [one.response for one in sitting.session.standing] == ["again", "easy"]


async def test_a_second_try_is_offered_where_it_is_wished_for(app_for):
    app = app_for(GUARDS, mode=Mode.PRACTICE, settings=Settings(second_try=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(place(app.screen, "Nobody"), "enter")
        await pilot.pause()
        assert app.screen.view == "asking"
        assert "Inspectors guard" not in str(app.screen.query_one("PassageBlock").render())
        await pilot.press(place(app.screen, "Inspectors"), "enter")
        await pilot.pause()
        assert app.screen.view == "verdict"
        score = app.screen.sitting.session.score
        assert (score.right, score.answered) == (0, 1)


async def test_a_question_is_flagged_with_a_reason_and_the_wrong_answer_explained(app_for):
    app = app_for(GUARDS, mode=Mode.PRACTICE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        await pilot.press(place(screen, "Soldiers never guard a quay"), "enter", "y")
        await pilot.pause()
        assert "in this country" in str(screen.query_one(".why").render())
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, FlagScreen)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert screen.sitting.session.events[-1].reason == "The answer given as right is wrong"
        noted = screen.query_one(".noted")
        assert noted.display
        assert "given as right is wrong" in str(noted.render())
        await pilot.press("f", "end", "enter")  # the last choice takes the flag back
        await pilot.pause()
        assert not noted.display
        assert screen.sitting.session.score.flagged == 0
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert {"session.flag", "session.undo"} <= {one.bindings[0].id for one in app.screen.now}
        assert "session.answer" in {one.bindings[0].id for one in app.screen.later}


async def test_what_the_help_and_the_palette_list_can_be_done_by_mouse(app_for):
    app = app_for(GUARDS, TRUE, mode=Mode.PRACTICE)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        sitting = app.screen.sitting
        await pilot.press("1", "enter")
        await pilot.pause()
        offered = {command.title for command in app.get_system_commands(app.screen)}
        assert {"Undo", "Flag", "Transcript", "Leave", "Quit"} <= offered
        await pilot.press("question_mark")
        await pilot.pause()
        flag = next(line for line in app.screen.query(".-now") if line.deed.action == "flag")
        flag.scroll_visible(animate=False)
        await pilot.pause()
        await pilot.click(flag)
        await pilot.pause()
        assert isinstance(app.screen, FlagScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert sitting.session.score.flagged == 1


async def test_the_way_out_stays_in_the_bar_however_narrow_the_window(app_for):
    app = app_for(GUARDS, mode=Mode.PRACTICE)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        await pilot.press(place(app.screen, "Soldiers never guard a quay"), "enter")
        await pilot.pause()
        bar = app.screen.query_one("KeyBar").render().plain
        assert [words.split()[-1] for words in bar.split("  ")] == [
            "Next", "Transcript", "Leave", "Help",
        ]  # fmt: skip


async def test_an_older_session_is_offered_at_the_first_question_and_gone_on_with(history, shelf):
    bank = shelf(GUARDS, TRUE)
    left = Sitting.start([bank], history=history, mode=Mode.LEARN, seed=1)
    left.answer("Nobody")
    news = News(("You left a session.",), lambda: Sitting.resume(history, left.session.id, [bank]))
    sitting = Sitting.start([bank], history=history, mode=Mode.PRACTICE, seed=1)
    app = QuizgenApp(Opened(history, sitting, news))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = app.screen.query_one(".news")
        assert line.display
        assert "ctrl+l" in app.screen.active_bindings
        await pilot.press("1", "enter")
        await pilot.pause()
        assert not line.display  # whoever answers has chosen
        assert "ctrl+l" not in app.screen.active_bindings
    again = Sitting.start([bank], history=history, mode=Mode.PRACTICE, seed=2)
    app = QuizgenApp(Opened(history, again, news))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert app.screen.sitting.session.id == left.session.id
        assert app.screen.sitting.position == 2


async def test_a_hint_is_offered_once(app_for):
    app = app_for(replace(GUARDS, hint="They look."), mode=Mode.PRACTICE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Hint" in app.screen.query_one("KeyBar").render().plain
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert "They look." in str(app.screen.query_one(".hint").render())
        assert "Hint" not in app.screen.query_one("KeyBar").render().plain
