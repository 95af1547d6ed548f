"""The full-screen app: opens the library, or a session at its first question."""

import os
from collections.abc import Callable

from textual.app import App
from textual.binding import Binding
from textual.events import Resize
from textual.geometry import Size

from quizgen.history.log import History
from quizgen.library.shelf import ShelvedBank
from quizgen.model.errors import QuizgenError
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Mode
from quizgen.tui.texts import _
from quizgen.tui.theme import DARK, LIGHT, preferred

SMALLEST = Size(40, 12)
"""Columns and lines in which every screen can be used."""


class QuizgenApp(App[int]):
    """Holds the learner's history; its screens show a sitting and forward what is done."""

    TITLE = "quizgen"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = [
        Binding("ctrl+q", "quit", _("Quit"), id="app.quit", show=False, priority=True),
        Binding("ctrl+c", "quit", _("Quit"), id="app.leave", show=False, priority=True),
    ]
    CSS = """
    Screen { background: $background; }
    VerticalScroll { scrollbar-size-vertical: 1; }
    .body { padding: 1 3; }
    .-narrow .body { padding: 0 1; }
    .quiet { color: $text-muted; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]

    def __init__(self, history: History, learner: str, sitting: Sitting | None = None) -> None:
        super().__init__()
        self.history = history
        self.learner = learner
        self._first = sitting
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        wish = preferred(os.environ)
        self.theme = wish if wish in self.available_themes else DARK.name

    def on_mount(self) -> None:
        """Open what is to be seen first."""
        self.open()

    def open(self) -> None:
        """Open the library, and over it the session that was asked for."""
        from quizgen.tui.screens.library import LibraryScreen  # noqa: PLC0415 - see play()

        self.push_screen(LibraryScreen())
        if self._first is not None:
            self.play(self._first)

    def play(self, sitting: Sitting, *, instead: bool = False) -> None:
        """Open a session at its current question, ``instead`` of the screen on show."""
        from quizgen.tui.screens.session import SessionScreen  # noqa: PLC0415 - screens know the app

        (self.switch_screen if instead else self.push_screen)(SessionScreen(sitting))

    def start(self, bank: ShelvedBank, mode: Mode) -> None:
        """Begin a new session on one bank."""
        self.begin(
            lambda: Sitting.start([bank], history=self.history, learner=self.learner, mode=mode)
        )

    def begin(self, sitting: Callable[[], Sitting], *, instead: bool = False) -> None:
        """Open a session that is only now made; if it cannot be, say why and stay."""
        try:
            made = sitting()
        except QuizgenError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)
            return
        self.play(made, instead=instead)

    def resume(self, bank: ShelvedBank, session: str) -> None:
        """Go on with a session that was left."""
        self.begin(lambda: Sitting.resume(self.history, session, [bank]))

    def on_resize(self, event: Resize) -> None:
        """Cover everything while the window is too small, and only then."""
        from quizgen.tui.screens.too_small import TooSmallScreen  # noqa: PLC0415 - seldom shown

        covered = isinstance(self.screen, TooSmallScreen)
        if _too_small(event.size) and not covered:
            self.push_screen(TooSmallScreen())
        elif covered and not _too_small(event.size):
            self.pop_screen()

    async def action_quit(self) -> None:
        """Leave; every answer given is kept already."""
        self.exit(0)


def _too_small(size: Size) -> bool:
    return size.width < SMALLEST.width or size.height < SMALLEST.height


def run(*, history: History, learner: str = "me", sitting: Sitting | None = None) -> int:
    """Run the app until the learner leaves it; the exit code."""
    return QuizgenApp(history, learner, sitting).run() or 0
