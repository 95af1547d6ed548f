"""Whose turns of a transcript to show."""

from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from quizgen.tui.content import literal
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.menu import Menu


class SpeakerScreen(ModalScreen[str | None]):
    """The speakers to choose from; the result is a name, ``""`` for all, None for no change."""

    BINDINGS = [
        Binding(
            "escape,s",
            "dismiss(None)",
            _("Back"),
            id="speaker.back",
            tooltip=_("Leave the choice as it is"),
        )
    ]
    HELP = _("Enter shows what one speaker says and nothing else.")
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, turns: Mapping[str, int], chosen: str | None) -> None:
        """``turns`` says how many each has, in the order in which they first speak."""
        super().__init__()
        self.turns = turns
        self.names = ["", *turns]
        self.chosen = chosen or ""

    def compose(self) -> ComposeResult:
        """Lay out the speakers."""
        with Vertical(classes="window"):
            yield Static(literal(_("Whose words?"), "bold"), classes="title")
            yield Menu()
        yield KeyBar()

    def on_mount(self) -> None:
        """Mark who is shown now."""
        rows = [literal(_("All speakers"))]
        for name, number in self.turns.items():
            turns = ngettext("{n} turn", "{n} turns", number).format(n=number)
            rows.append(literal(name) + literal(f"  {turns}", "dim"))
        self.query_one(Menu).put(rows, at=self.names.index(self.chosen))

    def on_option_list_option_selected(self, event: Menu.OptionSelected) -> None:
        """Take the one chosen."""
        event.stop()
        self.dismiss(self.names[event.option_index])
