"""Why a question is bad, as the learner sees it."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from quizgen.tui.content import literal
from quizgen.tui.texts import _
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.menu import Menu

REASONS = (
    _("More than one answer is right"),
    _("The answer given as right is wrong"),
    _("It is unclear what is asked"),
    _("The question gives its answer away"),
    _("It asks nothing worth knowing"),
)


class FlagScreen(ModalScreen[str | None]):
    """Reasons to choose from, and a line for another one; the result is the reason.

    ``TAKE_BACK`` instead of a reason takes back the one that was given before.
    """

    TAKE_BACK: ClassVar[str] = ""
    BINDINGS = [
        Binding("escape", "dismiss(None)", _("Back"), id="flag.back", tooltip=_("Do not flag it"))
    ]
    HELP = _("The reason goes to the teacher. It can be taken back in the same way.")
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, given: str | None = None) -> None:
        """``given`` is the reason that the question is flagged for already."""
        super().__init__()
        self.given = given
        self.choices = (*REASONS, self.TAKE_BACK) if given is not None else REASONS

    def compose(self) -> ComposeResult:
        """Lay out the reasons."""
        with Vertical(classes="window"):
            yield Static(literal(_("What is wrong with this question?"), "bold"), classes="title")
            if self.given is not None:
                said = _("You said: {reason}").format(reason=self.given)
                yield Static(literal(said, "dim"), classes="title")
            yield Menu(*[literal(one or _("Nothing: take the flag back")) for one in self.choices])
            yield Input(placeholder=_("Or in your own words"))
        yield KeyBar()

    def on_option_list_option_selected(self, event: Menu.OptionSelected) -> None:
        """Take the reason chosen."""
        event.stop()
        self.dismiss(self.choices[event.option_index])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the reason written."""
        event.stop()
        if event.value.strip():
            self.dismiss(" ".join(event.value.split()))
