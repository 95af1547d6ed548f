"""An app that fits its window, says when there is too little room, and explains its keys."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen

from quizgen.tui.deeds import Deed, deeds_of
from quizgen.tui.screens.too_small import TooSmallScreen
from quizgen.tui.texts import _

SMALLEST = Size(40, 12)
"""Columns and lines in which every screen can be used."""


class Fitting(App[int]):
    """Covers everything while the window is too small, and only then; help is always there."""

    BINDINGS = [
        Binding(
            "ctrl+q",
            "quit",
            _("Quit"),
            id="app.quit",
            show=False,
            priority=True,
            tooltip=_("Leave quizgen; every answer is kept already"),
        ),
        Binding(
            "ctrl+c",
            "quit",
            _("Quit"),
            id="app.leave",
            show=False,
            priority=True,
            tooltip=_("Leave quizgen; every answer is kept already"),
        ),
        Binding(
            "ctrl+p",
            "command_palette",
            _("Find a command"),
            id="app.palette",
            show=False,
            priority=True,
            tooltip=_("All that can be done here, to choose from or to search"),
        ),
        Binding(
            "question_mark,f1",
            "help",
            _("Help"),
            id="app.help",
            tooltip=_("The keys of this screen"),
        ),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall"), (36, "-high")]

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
            self.push_screen(HelpScreen(self.screen), self._do)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer in the palette all that can be done on the screen on show, and the colours."""
        now, _later = deeds_of(screen)
        for deed in now:
            meaning = deed.bindings[0].tooltip  # what has none is a way to move about
            if meaning and deed.action != "command_palette":
                yield SystemCommand(deed.name, meaning, partial(self._do, deed))
        yield SystemCommand(_("Colours"), _("Choose among all themes"), self.action_change_theme)

    def action_command_palette(self) -> None:
        """Open the palette, if it is not open."""
        from textual.command import CommandPalette  # noqa: PLC0415 - seldom wanted

        if not isinstance(self.screen, CommandPalette):
            wish = _("What do you want to do?")
            self.push_screen(CommandPalette(placeholder=wish, id="--command-palette"))

    async def _do(self, deed: Deed | None) -> None:
        if deed is not None:
            await self.run_action(deed.action, deed.node)


def _too_small(size: Size) -> bool:
    return size.width < SMALLEST.width or size.height < SMALLEST.height
