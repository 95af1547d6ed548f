"""How soon the app shows something, and how soon it answers a key."""

import asyncio
import sys
import tempfile
import threading
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from benchmarks.pairs import Row, Work, process
from benchmarks.samples import BANK

# The apps run without a terminal and leave once their first picture is there.
_EMPTY = """
from textual.app import App
class Empty(App):
    def on_ready(self): self.exit()
Empty().run(headless=True)
"""
_FIRST_PAINT = """
from quizgen.tui.app import QuizgenApp
class Leaving(QuizgenApp):
    def _open(self, opening): self.exit()  # called when the first picture is on the screen
Leaving(None).run(headless=True)
"""
_FIRST_QUESTION = f"""
import os
os.environ["QUIZGEN_HOME"] = HOME
from pathlib import Path
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import Opened
def opened():
    from quizgen.history.open import open_history
    from quizgen.library.shelf import shelve
    from quizgen.sitting.sitting import Sitting
    history = open_history(Path(os.environ["QUIZGEN_HOME"]))
    sitting = Sitting.start([shelve(Path({str(BANK)!r}))], history=history, seed=1)
    return Opened(history, sitting)
class Leaving(QuizgenApp):
    def open(self, opened):
        super().open(opened)
        self.screen.call_after_refresh(self.exit)
Leaving(opened).run(headless=True)
"""
_LIBRARY = """
import os
os.environ["QUIZGEN_HOME"] = HOME
from pathlib import Path
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import Opened
def opened():
    from quizgen.history.open import open_history
    return Opened(open_history(Path(os.environ["QUIZGEN_HOME"])))
class Leaving(QuizgenApp):
    def open(self, opened):
        super().open(opened)
        self.screen.call_after_refresh(self.exit)
Leaving(opened).run(headless=True)
"""
_BANKS, _ITEMS = 500, 200
_PATIENCE = 60  # seconds for what takes far less than one


def rows() -> Iterator[Row]:
    """From the start of the process, and from a key."""
    empty = process([sys.executable, "-c", _EMPTY])
    yield Row(
        name="first paint",
        against="an empty Textual app",
        budget=1.25,
        ours=process([sys.executable, "-c", _FIRST_PAINT]),
        theirs=empty,
        rounds=7,
    )
    yield Row(
        name="first question",
        against="an empty Textual app",
        budget=4,
        ours=_at_home(_FIRST_QUESTION, Path(tempfile.mkdtemp())),
        theirs=empty,
        rounds=7,
    )
    full, bare = Path(tempfile.mkdtemp()), Path(tempfile.mkdtemp())
    _fill(full / "questions")
    yield Row(
        name=f"{_BANKS} banks, {_BANKS * _ITEMS:,} items, opened",
        against="an empty library",
        budget=2,
        ours=_at_home(_LIBRARY, full),
        theirs=_at_home(_LIBRARY, bare),
        rounds=5,
    )
    yield from _key_to_verdict()


def _at_home(script: str, home: Path) -> Work:
    return process([sys.executable, "-c", script.replace("HOME\n", f"{str(home)!r}\n", 1)])


def _fill(folder: Path) -> None:
    folder.mkdir()
    for bank in range(_BANKS):
        items = "".join(
            f"\n- question: Which number is the {n}th?\n  answer: It is {n}\n"
            f"  wrong:\n  - It is {n + 1}\n  id: {bank:03}a{n:04}\n"
            for n in range(_ITEMS)
        )
        head = f"quizgen: 1\nid: many-{bank}\ntitle: Many {bank}\n\nquestions:\n"
        (folder / f"many-{bank}.yaml").write_text(head + items, encoding="utf-8")


def _key_to_verdict() -> Iterator[Row]:
    """A key pressed until the verdict is painted, beside a bare text that is painted anew."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    from quizgen.history.open import open_history
    from quizgen.library.shelf import shelve
    from quizgen.sitting.sitting import Sitting
    from quizgen.study.session import Mode
    from quizgen.tui.app import QuizgenApp
    from quizgen.tui.opened import Opened

    class Seen:
        """Tells when it has painted."""

        painted: asyncio.Event | None = None

        def _display(self, *what: Any) -> None:
            super()._display(*what)  # type: ignore[misc]
            if self.painted:
                self.painted.set()

    class Bare(Seen, App[None]):
        def compose(self) -> ComposeResult:
            yield Static("before")

    class Ours(Seen, QuizgenApp):
        pass

    def opened() -> Opened:
        history = open_history(Path(tempfile.mkdtemp()))
        return Opened(
            history, Sitting.start([shelve(BANK)], history=history, mode=Mode.CRAM, seed=1)
        )

    app, bare = _Stage(Ours(opened)), _Stage(Bare())
    texts = iter(range(10**9))

    async def answer() -> None:
        app.app.screen.action_pick(0)
        await app.app.screen.action_answer()

    async def undo() -> None:
        await app.app.screen.action_undo()

    async def update() -> None:
        line = f"after {next(texts)} " * 6
        bare.app.query_one(Static).update("\n".join([line] * 22))  # a screenful, as a verdict is

    yield Row(
        name="key to painted verdict",
        against="a bare Static.update of a screenful",
        budget=1.5,
        ours=lambda: app.painted(answer),
        theirs=lambda: bare.painted(update),
        ready=lambda: app.painted(undo),
        rounds=30,
    )
    app.leave()
    bare.leave()


class _Stage:
    """An app without a terminal, running in a thread of its own.

    Raises:
        TimeoutError: the app does not start, or does not paint.
        Exception: what ended the app.
    """

    def __init__(self, app: Any) -> None:
        self.app = app
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._ready: Future[None] = Future()
        self._thread = threading.Thread(target=self._play, daemon=True)  # stuck, it is left
        self._thread.start()
        self._ready.result(_PATIENCE)

    def _play(self) -> None:
        try:
            self._loop.run_until_complete(self._run())
        except Exception as error:  # noqa: BLE001 - told by who waits for the app
            if not self._ready.done():
                self._ready.set_exception(error)

    async def _run(self) -> None:
        async with self.app.run_test(size=(80, 24)) as pilot:
            await pilot.pause(0.5)
            self._ready.set_result(None)
            await self._stop.wait()

    def painted(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do something and wait until it is on the screen."""

        async def until_painted() -> None:
            await act()
            self.app.painted = asyncio.Event()
            await self.app.painted.wait()

        asyncio.run_coroutine_threadsafe(until_painted(), self._loop).result(_PATIENCE)

    def leave(self) -> None:
        """End the app."""
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_PATIENCE)
