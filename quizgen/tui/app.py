"""The full-screen app: opens the library, or a session at its first question."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding
from textual.events import Resize
from textual.geometry import Size

from quizgen.history.log import History
from quizgen.library.settings import Settings, keep_settings
from quizgen.model.errors import QuizgenError
from quizgen.sitting.sitting import Sitting
from quizgen.sitting.wishes import obey
from quizgen.study.session import Mode
from quizgen.tui.texts import _
from quizgen.tui.theme import DARK, THEMES, preferred

if TYPE_CHECKING:
    from quizgen.tui.screens.session import SessionScreen

SMALLEST = Size(40, 12)
"""Columns and lines in which every screen can be used."""


class QuizgenApp(App[int]):
    """Holds the learner's history; its screens show a sitting and forward what is done."""

    TITLE = "quizgen"
    BINDINGS = [
        Binding("ctrl+q", "quit", _("Quit"), id="app.quit", show=False, priority=True),
        Binding("ctrl+c", "quit", _("Quit"), id="app.leave", show=False, priority=True),
        Binding(
            "question_mark,f1",
            "help",
            _("Help"),
            id="app.help",
            tooltip=_("The keys of this screen"),
        ),
    ]
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]

    def __init__(
        self,
        history: History,
        learner: str,
        sitting: Sitting | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__()
        self.history = history
        self.learner = learner
        self.settings = settings or Settings()
        self._first = sitting
        for theme in THEMES:
            self.register_theme(theme)
        self._dress()
        self.set_keymap(dict(self.settings.keymap))

    def _dress(self) -> None:
        wish = self.settings.theme or preferred(os.environ)
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
        (self.switch_screen if instead else self.push_screen)(_screen_for(sitting))

    def begin(self, sitting: Callable[[], Sitting], *, instead: bool = False) -> None:
        """Open a session that is only now made; if it cannot be, say why and stay."""
        try:
            made = sitting()
        except QuizgenError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)
            return
        self.play(made, instead=instead)

    def keep(self, settings: Settings) -> None:
        """Use these settings from now on, and write them down."""
        if settings.learner != self.settings.learner:
            self.learner = settings.learner
        self.settings = settings
        self._dress()
        try:
            keep_settings(settings)
            obey(self.history, self.learner, settings)
        except QuizgenError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)

    def on_resize(self, event: Resize) -> None:
        """Cover everything while the window is too small, and only then."""
        from quizgen.tui.screens.too_small import TooSmallScreen  # noqa: PLC0415 - seldom shown

        covered = isinstance(self.screen, TooSmallScreen)
        if _too_small(event.size) and not covered:
            self.push_screen(TooSmallScreen())
        elif covered and not _too_small(event.size):
            self.pop_screen()

    def action_help(self) -> None:
        """Explain the keys of the screen on show."""
        from quizgen.tui.screens.help import HelpScreen  # noqa: PLC0415 - on demand

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    async def action_quit(self) -> None:
        """Leave; every answer given is kept already."""
        self.exit(0)


def _too_small(size: Size) -> bool:
    return size.width < SMALLEST.width or size.height < SMALLEST.height


def _screen_for(sitting: Sitting) -> "SessionScreen":
    """The screen for the mode of a session. A screen is imported when it is first shown."""
    match sitting.session.mode:
        case Mode.EXAM:
            from quizgen.tui.screens.exam import ExamScreen  # noqa: PLC0415

            return ExamScreen(sitting)
        case Mode.CARDS:
            from quizgen.tui.screens.cards import CardsScreen  # noqa: PLC0415

            return CardsScreen(sitting)
        case _:
            from quizgen.tui.screens.session import SessionScreen  # noqa: PLC0415

            return SessionScreen(sitting)


def run(
    *,
    history: History,
    learner: str = "me",
    sitting: Sitting | None = None,
    settings: Settings | None = None,
) -> int:
    """Run the app until the learner leaves it; the exit code."""
    return QuizgenApp(history, learner, sitting, settings).run() or 0
