"""Text that could be taken for markup, or command the terminal, is shown as it is everywhere."""

from dataclasses import replace

import pytest

from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Open,
    Option,
    Order,
    Short,
    TrueFalse,
)
from quizgen.tui.screens.results import ResultsScreen
from quizgen.tui.screens.session import SessionScreen
from quizgen.tui.screens.transcript import TranscriptScreen

HOSTILE = (
    "[laughs] [/x] [/] [@click=app.quit]x[/] [bold]y [a={'b[0]'}",
    "bell \x07 escape \x1b[31m \x9b2J \u202eright to left\u202c العربية \u2066x",
    "😀" * 20 + " e\u0301 \u2028 \u200d",
    "long " * 1000,
)


def every_kind(text):
    """A question of every kind, with ``text`` wherever text can stand."""
    common = {
        "stem": text,
        "quote": text,
        "context": text,
        "hint": text,
        "topic": text,
        "explanation": text,
        "evidence": (text,),
    }
    return (
        Choice(
            key=f"a{text}"[:200],
            wrong=(Option(f"b{text}"[:200], because=text), Option("c")),
            **common,
        ),
        Multi(keys=(f"a{text}"[:200],), wrong=(Option(f"b{text}"[:200]),), **common),
        TrueFalse(key=True, **common),
        Short(keys=(f"a{text}"[:99],), **common),
        Cloze(
            blanks=((f"a{text}"[:99],),), **(common | {"stem": f"{text[:300]} ____ {text[:300]}"})
        ),
        Order(items=(f"a{text}"[:200], f"b{text}"[:200]), **common),
        Match(pairs=((text[:200], f"a{text}"[:200]), ("x", f"b{text}"[:200])), **common),
        Open(key=text, **common),
    )


def answering(question) -> list[str]:
    """Keys that answer a question, rightly or not."""
    if isinstance(question, Match | Order):
        return ["2", "1"]
    return ["1"]


SIZES = ((40, 12), (80, 24), (40, 12), (80, 24))


@pytest.mark.parametrize(("text", "size"), [*zip(HOSTILE, SIZES, strict=True)])
async def test_hostile_text_goes_through_every_screen(text, size, app_for):
    questions = [replace(q, id=f"kind{n}bcd") for n, q in enumerate(every_kind(text))]
    app = app_for(*questions, source=None, title=text)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = app.screen
        sitting = screen.sitting
        assert sitting.total == len(questions)
        await pilot.press("ctrl+t")
        for _ in questions:
            assert isinstance(app.screen, SessionScreen)
            await pilot.press(*answering(sitting.current.question), "enter")
            assert app.screen.view == "verdict"
            await pilot.press("n")
        assert isinstance(app.screen, ResultsScreen)


async def test_a_hostile_transcript_is_read_and_searched(app_for):
    text = HOSTILE[0]
    question = TrueFalse(stem="So?", key=True, evidence=("Nobody guards",))
    talk = f"Ann {text[:9]}: Hm.\n\nIda Holm: {text} Nobody guards the quay.\n\nBo Lund: {text}\n"
    app = app_for(question, text=talk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter") if app.screen.view == "reading" else None
        app.screen._held.shown_at = app.screen._held.pressed_at = 0.0
        await pilot.press("n", "1", "enter", "o")
        await pilot.pause()
        assert isinstance(app.screen, TranscriptScreen)
        shown = str(app.screen.query_one("TextView").render())
        assert "[@click=app.quit]x[/]" in shown
        await pilot.press("slash", "left_square_bracket", "slash", "enter")
        await pilot.pause()
        assert "[@click=app.quit]x[/]" in str(app.screen.query_one("TextView").render())
