"""What is shown while the window is too small for anything else."""

from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widgets import Static

from quizgen.tui.content import literal
from quizgen.tui.texts import _


class TooSmallScreen(ModalScreen[None]):
    """Asks for a larger window; the screen beneath waits as it was."""

    BINDINGS = [
        Binding(
            "q,escape",
            "app.quit",
            _("Quit"),
            id="too-small.quit",
            tooltip=_("Leave quizgen; every answer is kept already"),
        )
    ]
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def compose(self) -> ComposeResult:
        """Say what is the matter in as few words as will do."""
        yield Static(literal(_("This window is too small: 40 columns by 12 lines are needed.")))
