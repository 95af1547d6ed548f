"""How a session went: the score, what was missed, and what to do next."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizgen.sitting.results import Missed
from quizgen.sitting.sitting import Sitting
from quizgen.study.grading import expected
from quizgen.tui.content import literal, prose
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from quizgen.tui.app import QuizgenApp


class ResultsScreen(Screen[None]):
    """The end of a session; everything in it is in the history already."""

    BINDINGS = [
        Binding("r", "retry", _("Retry the missed"), id="results.retry"),
        Binding("enter,escape,q", "leave", _("To the library"), id="results.leave"),
        Binding("down,j", "scroll(1)", _("Down"), id="results.down", show=False),
        Binding("up,k", "scroll(-1)", _("Up"), id="results.up", show=False),
    ]
    CSS = """
    ResultsScreen .score { text-style: bold; margin-bottom: 1; }
    ResultsScreen .missed {
        height: auto; margin-bottom: 1; border-left: outer $error 50%; padding-left: 1;
    }
    """

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.results = sitting.results()

    def compose(self) -> ComposeResult:
        """Lay out the score, the missed ones and the way on."""
        yield TopLine(_("quizgen: how it went"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(self._score(), classes="score")
            for missed in self.results.missed:
                yield Static(self._missed(missed), classes="missed")
            yield Static(
                literal(_("The score is kept. Make your own: quizgen generate FILE")),
                classes="quiet",
            )
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Retry only where something was missed."""
        return action != "retry" or bool(self.results.missed)

    def _score(self) -> Content:
        score = self.results.score
        text = _("{right} of {answered} right").format(right=score.right, answered=score.answered)
        beside = []
        if score.overridden:
            beside.append(_("{n} you hold to be right").format(n=score.overridden))
        if score.flagged:
            beside.append(
                ngettext("{n} flagged", "{n} flagged", score.flagged).format(n=score.flagged)
            )
        return literal(text + (f"  ({', '.join(beside)})" if beside else ""))

    def _missed(self, missed: Missed) -> Content:
        question = missed.asked.question
        lines = [prose(question.stem, "bold")]
        if question.quote:
            lines.append(prose(question.quote, "dim"))
        lines.append(literal("✓ ", "$text-success") + prose(expected(question)))
        passage = next(iter(self.sitting.passages(missed.asked)), None)
        proof = passage.proof if passage else " … ".join(question.evidence)
        if proof and proof != question.quote:
            lines.append(prose(proof, "$text-muted"))
        return Content("\n").join(lines)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_retry(self) -> None:
        """Ask the missed ones again."""
        app = cast("QuizgenApp", self.app)
        app.begin(self.sitting.again, instead=True)

    def action_leave(self) -> None:
        """Back to where the session was started from."""
        self.app.pop_screen()
