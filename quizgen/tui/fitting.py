"""An app that fits its window, says when there is too little room, and explains its keys."""

from textual.app import App
from textual.events import Resize
from textual.geometry import Size

from quizgen.tui.screens.too_small import TooSmallScreen

SMALLEST = Size(40, 12)
"""Columns and lines in which every screen can be used."""


class Fitting(App[int]):
    """Covers everything while the window is too small, and only then; help is always there."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]

    def on_resize(self, event: Resize) -> None:
        """Cover everything while the window is too small, and only then."""
        self.fit(event.size)

    def fit(self, size: Size) -> None:
        """Cover or uncover what is shown."""
        if not _too_small(size):
            self.uncover()
        elif not isinstance(self.screen, TooSmallScreen):
            self.push_screen(TooSmallScreen())

    def uncover(self) -> None:
        """Show again what was covered."""
        if isinstance(self.screen, TooSmallScreen):
            self.pop_screen()

    async def action_quit(self) -> None:
        """Leave; every answer given is kept already."""
        self.exit(0)

    def action_help(self) -> None:
        """Explain the keys of the screen on show."""
        from quizgen.tui.screens.help import HelpScreen  # noqa: PLC0415 - on demand

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))


def _too_small(size: Size) -> bool:
    return size.width < SMALLEST.width or size.height < SMALLEST.height
