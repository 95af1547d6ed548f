"""The sessions that were left unfinished: go on with any of them, or end it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Static

from quizgen.history.figures import Unfinished
from quizgen.library.shelf import ShelvedBank
from quizgen.model.errors import QuizgenError
from quizgen.sitting.sitting import Sitting
from quizgen.tui.content import literal, prose
from quizgen.tui.desk import desk_of
from quizgen.tui.left import banks_of, where_left
from quizgen.tui.texts import _
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.menu import Menu, entry
from quizgen.tui.widgets.top_line import TopLine


class LeftScreen(Screen[None]):
    """A list, the latest first; Enter goes on."""

    BINDINGS = [
        Binding(
            "x,delete",
            "end",
            _("End it"),
            id="left.end",
            tooltip=_("Take a session off this list; what was answered in it counts"),
        ),
        Binding("y", "confirm", _("Yes, end it"), id="left.confirm", tooltip=_("End the session")),
        Binding("escape,q", "back", _("Back"), id="left.back", tooltip=_("Back")),
    ]
    AUTO_FOCUS = "Menu"
    HELP = _("Enter goes on with a session where you stopped: the same questions, the same order.")
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(
        self,
        left: Callable[[], Sequence[Unfinished]],
        titles: dict[str, str],
        banks: Callable[[Unfinished], Sequence[ShelvedBank]],
    ) -> None:
        """``left`` lists the sessions as they are now, ``banks`` opens those of one of them."""
        super().__init__()
        self._left = left
        self._titles = titles
        self._banks = banks
        self._ending = False
        self.rows: Sequence[Unfinished] = ()

    def compose(self) -> ComposeResult:
        """Lay out the list, and the line that asks."""
        yield TopLine(_("quizgen: go on where you stopped"))
        yield Menu()
        yield Static(
            literal(_("End this session? One cannot go on with it then."), "bold $text-warning"),
            classes="asking",
        )
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Show what there is to go on with now."""
        self._fill()

    def _fill(self) -> None:
        self._ask(asking=False)
        self.rows = self._left()
        if not self.rows:
            self.app.pop_screen()
            return
        self.query_one(Menu).put(
            entry(prose(banks_of(one, self._titles), "bold"), where_left(one)) for one in self.rows
        )

    def _ask(self, *, asking: bool) -> None:
        self._ending = asking
        self.query_one(".asking").display = asking
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A session is ended only when that was asked."""
        if action == "confirm":
            return self._ending
        return action != "end" or not self._ending

    def on_option_list_option_selected(self, event: Menu.OptionSelected) -> None:
        """Go on with what was chosen."""
        event.stop()
        one = self.rows[event.option_index]
        desk_of(self).begin(lambda: self._sitting(one))

    def _sitting(self, one: Unfinished) -> Sitting:
        return Sitting.resume(desk_of(self).history, one.session, self._banks(one))

    def action_end(self) -> None:
        """Ask whether to end the session under the cursor."""
        self._ask(asking=True)

    def action_confirm(self) -> None:
        """End it."""
        at = self.query_one(Menu).highlighted
        if at is None:
            return
        try:
            self._sitting(self.rows[at]).finish()
        except QuizgenError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)
        self._fill()

    def action_back(self) -> None:
        """End nothing, or leave."""
        if self._ending:
            self._ask(asking=False)
        else:
            self.app.pop_screen()
