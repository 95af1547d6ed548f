"""Who plays: asked at the start where several people share an address."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from quizgen.tui.content import literal
from quizgen.tui.texts import _


class NameScreen(ModalScreen[str]):
    """A line for a name; the result is the name, never empty."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def compose(self) -> ComposeResult:
        """Lay out the question and the line."""
        with Vertical(classes="window"):
            yield Static(literal(_("What is your name?"), "bold"))
            yield Static(literal(_("Your answers are kept under it."), "dim"))
            yield Input(max_length=60)

    def on_click(self) -> None:
        """Keep the keyboard, wherever somebody clicks."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the name."""
        event.stop()
        name = " ".join(event.value.split())
        if name:
            self.dismiss(name)
