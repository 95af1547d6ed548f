"""Who plays: asked at the start where several people share an address."""

from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from quizgen.tui.content import literal
from quizgen.tui.texts import _
from quizgen.tui.widgets.key_bar import KeyBar


class NameScreen(ModalScreen[str]):
    """A line for a name; the result is the name, never empty."""

    BINDINGS = [
        Binding(
            "enter",
            "take",
            _("Begin"),
            id="name.take",
            priority=True,
            tooltip=_("Play under this name"),
        )
    ]
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def compose(self) -> ComposeResult:
        """Lay out the question and the line."""
        with Vertical(classes="window"):
            yield Static(literal(_("What is your name?"), "bold"))
            yield Static(literal(_("Your answers are kept under it."), "dim"))
            yield Input(max_length=60)
        yield KeyBar()

    def on_click(self) -> None:
        """Keep the keyboard, wherever somebody clicks."""
        self.query_one(Input).focus()

    def action_take(self) -> None:
        """Begin under the name, if there is one."""
        name = " ".join(self.query_one(Input).value.split())
        if name:
            self.dismiss(name)
