"""The first picture, while history and questions are being opened."""

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from quizgen.tui.content import literal
from quizgen.tui.texts import _


class OpeningScreen(Screen[None]):
    """Says that something is coming; it lies under the library and is never seen again."""

    def compose(self) -> ComposeResult:
        """One line, where the head of the other screens stands."""
        yield Static(literal(_(" quizgen: opening …"), "dim"))
