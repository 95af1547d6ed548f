"""The transcript reader: at the place, searched, and fast however long the text is."""

from textual.app import App

from quizgen.library.passages import find_all
from quizgen.transcripts.registry import parse
from quizgen.tui.screens.transcript import TranscriptScreen
from quizgen.tui.widgets.text_view import TextView

FILLER = "The town pays for the ferry, and nobody else has offered a coin so far. " * 8
TURNS = 1500
TALK = "\n\n".join(
    f"{'Ida Holm' if n % 2 else 'Bo Lund'}: {FILLER}"
    + ("The ice broke on a Monday. " if n == TURNS // 2 else "")
    + (FILLER if n == TURNS // 3 else "")
    for n in range(TURNS)
)


class Reader(App[None]):
    def __init__(self):
        super().__init__()
        self.talk = parse(TALK, "talk.txt")
        self.passages = find_all(self.talk, ("The ice broke on a Monday",))

    def on_mount(self):
        self.push_screen(TranscriptScreen(self.talk, self.passages))


def shown(app) -> str:
    return str(app.screen.query_one(TextView).render())


async def test_a_long_transcript_opens_at_the_proof_and_lays_out_little_of_it():
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "The ice broke on a Monday." in shown(app)
        laid_out = app.screen.view._lines.cache_info().misses
        assert laid_out < 60
        await pilot.press("end")
        assert "The ice" not in shown(app)
        assert app.screen.view.top.paragraph > 2 * TURNS - 20
        await pilot.press("pagedown")  # there is nothing below the end
        await pilot.press("p")
        assert "The ice broke on a Monday." in shown(app)
        await pilot.press("right_square_bracket")
        assert shown(app).lstrip().startswith("Ida Holm")


async def test_words_are_searched_round_the_end():
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("end", "slash", *"broke", "enter")
        await pilot.pause()
        assert "The ice broke on a Monday." in shown(app)
        await pilot.press("home", "slash", *"zzz", "enter")
        await pilot.pause()
        assert "not found" in str(app.screen.query_one("TopLine").render())


async def test_the_bar_is_dragged_and_the_wheel_turned():
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        view = app.screen.view
        end = (view.size.width - 1, view.size.height - 1)
        await pilot.mouse_down(view, offset=end)
        await pilot.mouse_up(view, offset=end)
        assert view.share > 0.9
        before = view.top
        view.scroll(-3)
        assert view.top != before
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert len(shown(app).split("\n")) == view.size.height


async def test_one_speaker_is_read_alone_from_the_same_place_on():
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("s", "down", "down", "enter")  # all, Bo Lund, Ida Holm
        await pilot.pause()
        reader = app.screen
        assert {block.turn.who for block in reader.blocks} == {"Ida Holm"}
        assert "Ida Holm only" in str(reader.query_one("TopLine").render())
        here = reader.blocks[reader.view.top.paragraph].turn.index
        assert abs(here - TURNS // 2) < 5
        await pilot.press("slash", *"broke", "enter")
        await pilot.pause()
        assert "not found" in str(reader.query_one("TopLine").render())
        await pilot.press("p")  # it is Bo Lund's: all speakers are there again
        assert "The ice broke on a Monday." in shown(app)
        await pilot.press("s")
        await pilot.click("Menu", offset=(3, 1))
        await pilot.pause()
        assert {block.turn.who for block in reader.blocks} == {"Bo Lund"}
        assert "The ice broke on a Monday." in shown(app)
        await pilot.press("s", "home", "enter")
        await pilot.pause()
        assert len({block.turn.who for block in reader.blocks}) == 2
