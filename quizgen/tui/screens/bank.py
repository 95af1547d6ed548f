"""One bank: read and then answer, or be quizzed at once."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizgen.library.shelf import ShelvedBank
from quizgen.study.session import Mode
from quizgen.tui.content import literal, prose
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from quizgen.tui.app import QuizgenApp


class BankScreen(Screen[None]):
    """Two ways to begin, and a third where a session was left."""

    BINDINGS = [
        Binding("enter", "start", _("Start"), id="bank.start", tooltip=_("Start this session")),
        Binding(
            "escape,q", "app.pop_screen", _("Back"), id="bank.back", tooltip=_("To the library")
        ),
    ]
    CSS = """
    BankScreen OptionList, BankScreen OptionList:focus {
        border: none; height: auto; background: $background; background-tint: 0%;
        & > .option-list--option-highlighted { background: $primary 20%; color: $foreground; }
    }
    BankScreen OptionList:ansi > .option-list--option-highlighted {
        background: ansi_default; color: ansi_default; text-style: reverse;
    }
    BankScreen .title { text-style: bold; margin-bottom: 1; }
    BankScreen .about { color: $text-muted; margin-bottom: 1; }
    """

    def __init__(self, shelved: ShelvedBank) -> None:
        super().__init__()
        self.shelved = shelved
        self.left: str | None = None

    def compose(self) -> ComposeResult:
        """Lay out the title and the choices."""
        yield TopLine(_("quizgen"))
        with Vertical(classes="body"):
            yield Static(prose(self.shelved.title), classes="title")
            yield Static(classes="about")
            yield OptionList()
        yield KeyBar()

    def on_mount(self) -> None:
        """Offer what can be done now."""
        self._offer()

    def on_screen_resume(self) -> None:
        """Offer anew after a session."""
        self._offer()

    def _offer(self) -> None:
        bank = self.shelved.bank
        assert bank is not None
        app = cast("QuizgenApp", self.app)
        number = len(self.shelved.questions)
        about = [
            ngettext("{n} question", "{n} questions", number).format(n=number),
            bank.date or "",
        ]
        self.query_one(".about", Static).update(literal(" · ".join(filter(None, about))))
        ours = set(self.shelved.bank_ids)
        left = [one for one in app.history.unfinished(app.learner) if set(one.banks) <= ours]
        self.left = left[0].session if left else None
        rows = [
            _row(
                _("Read, then answer"),
                _("one exchange of the transcript at a time, then its questions"),
            ),
            _row(_("Quiz me"), _("ten questions at once")),
        ]
        if left:
            done = _("{done} of {total} answered").format(
                done=left[0].answered, total=left[0].total
            )
            rows.insert(0, _row(_("Go on where you stopped"), done))
        choices = self.query_one(OptionList)
        choices.clear_options()
        choices.add_options([Option(row) for row in rows])
        choices.highlighted = 0
        choices.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Start what was clicked or entered."""
        event.stop()
        self.action_start()

    def action_start(self) -> None:
        """Start the marked kind of session."""
        at = self.query_one(OptionList).highlighted or 0
        app = cast("QuizgenApp", self.app)
        if self.left is not None and at == 0:
            app.resume(self.shelved, self.left)
            return
        first = at - (self.left is not None)
        app.start(self.shelved, Mode.LEARN if first == 0 else Mode.PRACTICE)


def _row(name: str, meaning: str) -> Content:
    return Content("\n").join(
        [literal(name, "bold"), literal(f"  {meaning}", "$text-muted"), literal("")]
    )
