"""Draw every screen in every size and colour into ``build/gallery``, to be looked at.

    python tools/gallery.py [WORD…]       only the pictures whose names hold a WORD

A history of its own that is thrown away; the bundled bank, and a small bank that is made up
here with a question of every kind.
"""

import asyncio
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from quizgen.history.log import History
from quizgen.history.open import open_history
from quizgen.library.settings import Settings
from quizgen.library.shelf import ShelvedBank, shelve
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Mode

ROOT = Path(__file__).parents[1]
BANK = ROOT / "questions" / "g20-2017-putin-news-conference.yaml"
OUT = ROOT / "build" / "gallery"
SIZES = ((40, 12), (80, 24), (120, 40), (300, 100))
COLOURS = ("dark", "light", "none")
KINDS = """\
quizgen: 1
id: kinds
title: A question of every kind
questions:
- question: Which of these are boats?
  answer: [A ferry, A raft]
  wrong: [A quay, A mayor]
  id: aaaaaaa1
- question: The quay is guarded in winter.
  answer: true
  id: aaaaaaa2
- question: Who pays for the ferry?
  answer: [The town, Town]
  id: aaaaaaa3
- question: The ____ guards the ____ in winter, and has done so for a hundred years.
  blanks: [inspector, quay]
  id: aaaaaaa4
- question: How long is the quay?
  answer: 1200
  unit: metres
  type: number
  id: aaaaaaa5
- question: In which order was this done?
  type: order
  order: [The ice broke, The ferry left, The town paid]
  id: aaaaaaa6
- question: Who did what?
  type: match
  pairs:
  - [Ida Holm, guarded the quay]
  - [Bo Lund, rowed the ferry over]
  - [The mayor, paid for all of it]
  extra: [sang]
  id: aaaaaaa7
- question: Why was it worth it?
  type: open
  answer: Because of the ice.
  id: aaaaaaa8
"""


@dataclass(frozen=True)
class Scene:
    """A screen: how its session is begun, and which keys lead there."""

    name: str
    keys: tuple[str, ...] = ()
    mode: Mode | None = Mode.PRACTICE
    kinds: bool = False
    past: bool = False


SCENES = (
    Scene("library", mode=None),
    Scene("library-known", mode=None, past=True),
    Scene("bank", ("enter",), mode=None),
    Scene("bank-filters", ("down", "enter", "tab", "down", "enter"), mode=None, past=True),
    Scene("make", ("n",), mode=None),
    Scene("settings", ("s",), mode=None),
    Scene("progress-empty", ("p",), mode=None),
    Scene("progress", ("p",), mode=None, past=True),
    Scene("progress-below", ("p", "pagedown"), mode=None, past=True),
    Scene("reading", mode=Mode.LEARN),
    Scene("question"),
    Scene("question-marked", ("2", "ctrl+t")),
    Scene("verdict", ("1", "enter")),
    Scene("verdict-more", ("1", "enter", "m", "y")),
    Scene("flag", ("1", "enter", "f")),
    Scene("help", ("1", "enter", "question_mark")),
    Scene("transcript", ("1", "enter", "o")),
    Scene("results", ("1", "enter", "n") * 10, past=True),
    Scene("results-details", (*("1", "enter", "n") * 10, "d"), past=True),
    Scene("exam", ("2",), mode=Mode.EXAM),
    Scene("exam-grid", ("1", "enter", "ctrl+f", "ctrl+n", "1", "enter", "ctrl+g"), mode=Mode.EXAM),
    Scene("card", mode=Mode.CARDS),
    Scene("card-turned", ("enter",), mode=Mode.CARDS),
    *[Scene(f"kind-{n}", ("ctrl+n",) * n, kinds=True, mode=Mode.EXAM) for n in range(8)],
)


class Past:
    """A clock on a day gone by."""

    def __init__(self, days_ago: int) -> None:
        self.time = time.time_ns() // 1_000_000 - days_ago * 86_400_000

    def now(self) -> int:
        """A little later each time."""
        self.time += 9_000
        return self.time

    ticks = now


def live(history: History) -> None:
    """Give a history some weeks in which the bundled bank was played."""
    for days_ago in (60, 41, 40, 33, 25, 24, 23, 17, 11, 9, 8, 4, 3, 2, 1):
        sitting = Sitting.start(
            [shelve(BANK)], history=history, seed=days_ago, clock=Past(days_ago), mode=Mode.PRACTICE
        )
        while sitting.current is not None:
            known = (sitting.session.position * 7 + days_ago) % 10 < 9 - days_ago // 12
            question = sitting.current.question
            right = getattr(question, "key", "") if known else "no"
            sitting.answer(str(right))
            sitting.advance()


def banks(folder: Path) -> list[ShelvedBank]:
    """The bank with a question of every kind."""
    path = folder / "kinds.yaml"
    path.write_text(KINDS, encoding="utf-8")
    return [shelve(path)]


async def draw(scene: Scene, size: tuple[int, int], colour: str, folder: Path) -> None:
    """Lead to a scene and keep its picture."""
    from quizgen.tui.app import QuizgenApp  # noqa: PLC0415 - reads NO_COLOR when imported
    from quizgen.tui.opened import Opened  # noqa: PLC0415 - the same

    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as home,
        open_history(Path(home)) as history,
    ):
        if scene.past:
            live(history)
        shelved = banks(folder) if scene.kinds else [shelve(BANK)]
        sitting = (
            Sitting.start(
                shelved,
                history=history,
                mode=scene.mode,
                seed=3,
                limit=600_000 if scene.mode is Mode.EXAM else None,
            )
            if scene.mode
            else None
        )
        theme = "quizgen-light" if colour == "light" else "quizgen-dark"
        app = QuizgenApp(Opened(history, sitting), Settings(theme=theme))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in scene.keys:
                await pilot.press(key)
            await pilot.pause(0.2)
            name = f"{scene.name}-{size[0]}x{size[1]}-{colour}.svg"
            (OUT / name).write_text(app.export_screenshot(title=name), encoding="utf-8")


async def main() -> None:
    """Draw all that is wanted."""
    OUT.mkdir(parents=True, exist_ok=True)
    words = sys.argv[1:]
    os.environ["QUIZGEN_HOME"] = str(OUT)
    for colour in COLOURS:
        if colour == "none":
            os.environ["NO_COLOR"] = "1"
        for size in SIZES:
            for scene in SCENES:
                name = f"{scene.name}-{size[0]}x{size[1]}-{colour}"
                if all(word in name for word in words):
                    await draw(scene, size, colour, OUT)


if __name__ == "__main__":
    asyncio.run(main())
