"""All questions of an exam at a glance: answered, open, marked for later."""

from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from quizgen.study.session import Session
from quizgen.tui.content import literal
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar

_CELL = 7


class Grid(Widget):
    """A cell a question, as many in a row as fit."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Grid { height: auto; width: 1fr; }"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.at = session.position

    @property
    def columns(self) -> int:
        """How many cells stand in a row."""
        return max(self.content_size.width // _CELL, 1)

    def render(self) -> Content:
        """Draw the cells, each with a sign that means something without colour."""
        cells = [self._cell(at) for at in range(len(self.session.items))]
        rows = [cells[at : at + self.columns] for at in range(0, len(cells), self.columns)]
        return Content("\n").join([Content("").join(row) for row in rows])

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Count the rows at this width."""
        return -(-len(self.session.items) // max(width // _CELL, 1))

    def _cell(self, at: int) -> Content:
        answered = at not in self.session.unanswered
        sign = "✓" if answered else "·"
        flag = "⚑" if at in self.session.marked else " "
        style = "$text-success" if answered else "dim"
        cell = literal(f"{at + 1:>3} {sign}{flag}", style)
        return (cell.stylize("reverse bold") if at == self.at else cell) + literal(" ")

    def on_click(self, event: events.Click) -> None:
        """Choose the question that was clicked."""
        at = event.y * self.columns + event.x // _CELL
        if event.x // _CELL < self.columns and at < len(self.session.items):
            self.screen.dismiss(at)


class GridScreen(ModalScreen[int | None]):
    """The result is the question to go to, ``HAND_IN``, or None."""

    HAND_IN: ClassVar[int] = -1
    BINDINGS = [
        Binding("enter", "go", _("Go there"), id="grid.go", tooltip=_("Turn to this question")),
        Binding(
            "h,H,ctrl+s",
            "hand_in",
            _("Hand in"),
            id="grid.hand-in",
            tooltip=_("End the exam; asks once more"),
        ),
        Binding(
            "y",
            "confirm",
            _("Yes, hand in"),
            id="grid.confirm",
            tooltip=_("End the exam, and see how it went"),
        ),
        Binding("escape,q,ctrl+g", "back", _("Back"), id="grid.back", tooltip=_("To the question")),
        Binding("right,l", "move(1)", _("Next"), id="grid.right", show=False),
        Binding("left", "move(-1)", _("Before"), id="grid.left", show=False),
        Binding("down,j", "row(1)", _("A row down"), id="grid.down", show=False),
        Binding("up,k", "row(-1)", _("A row up"), id="grid.up", show=False),
    ]
    HELP = _("✓ is answered, · is not, ⚑ is marked for later. A click goes there, too.")
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, session: Session, *, asking: bool = False) -> None:
        """``asking`` puts the question at once whether to hand in."""
        super().__init__()
        self.session = session
        self._asking = asking

    def compose(self) -> ComposeResult:
        """Lay out the cells, and in words what is missing."""
        with VerticalScroll(classes="window", can_focus=False):
            yield Static(literal(_("Your exam"), "bold"), classes="title")
            yield Grid(self.session)
            yield Static(literal(self._missing()), classes="missing")
            yield Static(
                literal(_("Hand in now? It cannot be changed afterwards."), "bold $text-warning"),
                classes="asking",
            )
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask at once if that is wished."""
        self._ask(asking=self._asking)

    def _ask(self, *, asking: bool) -> None:
        self._asking = asking
        self.query_one(".asking").display = asking
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While it is asked whether to hand in, nothing but an answer to that makes sense."""
        if action == "confirm":
            return self._asking
        return not self._asking or action == "back"

    def _missing(self) -> str:
        unanswered, marked = len(self.session.unanswered), len(self.session.marked)
        words = [
            ngettext("· {n} not answered", "· {n} not answered", unanswered).format(n=unanswered)
            if unanswered
            else _("All answered"),
        ]
        if marked:
            words.append(ngettext("⚑ {n} for later", "⚑ {n} for later", marked).format(n=marked))
        return "   ".join(words)

    def action_move(self, step: int) -> None:
        """Move the cursor along."""
        grid = self.query_one(Grid)
        grid.at = (grid.at + step) % len(self.session.items)
        grid.refresh()

    def action_row(self, rows: int) -> None:
        """Move the cursor up or down."""
        grid = self.query_one(Grid)
        at = grid.at + rows * grid.columns
        if 0 <= at < len(self.session.items):
            grid.at = at
            grid.refresh()

    def action_go(self) -> None:
        """Turn to the question under the cursor."""
        self.dismiss(self.query_one(Grid).at)

    def action_hand_in(self) -> None:
        """Ask whether to end the exam."""
        self._ask(asking=True)

    def action_confirm(self) -> None:
        """End the exam."""
        self.dismiss(self.HAND_IN)

    def action_back(self) -> None:
        """Not to hand in yet, or back to the question."""
        if self._asking:
            self._ask(asking=False)
        else:
            self.dismiss(None)
