"""The library: every bank there is, and how it went last time."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizgen.library import shelf
from quizgen.library.shelf import ShelvedBank
from quizgen.tui.content import literal
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from quizgen.tui.app import QuizgenApp


class LibraryScreen(Screen[None]):
    """Banks to choose from; Enter opens one."""

    BINDINGS = [
        Binding("enter", "open", _("Open"), id="library.open", tooltip=_("Open this bank")),
        Binding("q,escape", "app.quit", _("Quit"), id="library.quit", tooltip=_("Leave quizgen")),
    ]
    CSS = """
    LibraryScreen OptionList, LibraryScreen OptionList:focus {
        border: none; height: 1fr; margin: 1 2; background: $background; background-tint: 0%;
        & > .option-list--option-highlighted { background: $primary 20%; color: $foreground; }
    }
    LibraryScreen OptionList:ansi > .option-list--option-highlighted {
        background: ansi_default; color: ansi_default; text-style: reverse;
    }
    LibraryScreen .how { padding: 0 3 1 3; height: auto; color: $text-muted; }
    .-short LibraryScreen .how { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.banks: tuple[ShelvedBank, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the list and the way to a bank of one's own."""
        yield TopLine(_("quizgen: choose a quiz"))
        yield OptionList()
        yield Static(
            literal(_("Make your own from a transcript: quizgen generate FILE")), classes="how"
        )
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the list."""
        self.banks = shelf.load()
        self._fill()

    def on_screen_resume(self) -> None:
        """Show the scores that a session has changed."""
        if self.banks:
            self._fill()

    def _fill(self) -> None:
        banks = self.query_one(OptionList)
        at = banks.highlighted or 0
        banks.clear_options()
        banks.add_options([Option(self._row(bank)) for bank in self.banks])
        if self.banks:
            banks.highlighted = min(at, len(self.banks) - 1)
        banks.focus()

    def _row(self, shelved: ShelvedBank) -> Content:
        number = len(shelved.questions)
        notes = [ngettext("{n} question", "{n} questions", number).format(n=number)]
        app = cast("QuizgenApp", self.app)
        score = app.history.last_time(app.learner, shelved.bank.id) if shelved.bank else None
        if score:
            notes.append(
                _("{right} of {answered} right last time").format(
                    right=score.right, answered=score.answered
                )
            )
        if shelved.errors:
            notes.append(
                ngettext("{n} problem", "{n} problems", shelved.errors).format(n=shelved.errors)
            )
        return Content("\n").join(
            [
                literal(shelved.title, "bold"),
                literal("  " + " · ".join(notes), "$text-muted"),
                literal(""),
            ]
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the bank that was clicked or entered."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the marked bank, or say what is wrong with it."""
        from quizgen.tui.screens.bank import BankScreen  # noqa: PLC0415 - not needed for first paint

        at = self.query_one(OptionList).highlighted
        if at is None:
            return
        shelved = self.banks[at]
        if not shelved.questions:
            first = shelved.problems[0].message if shelved.problems else _("it has no questions")
            self.notify(
                _("{path}: {problem}").format(path=shelved.path, problem=first),
                severity="error",
                markup=False,
            )
            return
        self.app.push_screen(BankScreen(shelved))
