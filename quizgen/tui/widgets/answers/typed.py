"""An answer that is typed in one line: words, a number, a thought."""

from collections.abc import Iterator

from textual.binding import Binding
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from quizgen.model.question import Number, Open, Question, Response
from quizgen.study.difference import difference
from quizgen.study.grading import Verdict
from quizgen.study.session import Asked
from quizgen.tui.content import literal
from quizgen.tui.texts import _
from quizgen.tui.widgets.answers.area import AnswerArea

_NUMBER = r"[-+−0-9.,'’ eE]*"


class Line(Input):
    """A line to type in; what Enter does is said among the keys."""

    BINDINGS = [
        Binding("enter", "submit", _("Answer"), id="typed.answer", tooltip=_("Answer with this"))
    ]


class Typed(AnswerArea):
    """One field, with the unit after it where a number has one."""

    DEFAULT_CSS = """
    Typed > Horizontal { height: auto; }
    Typed Input { border: round $primary 60%; width: 1fr; }
    Typed .unit { width: auto; height: 3; padding: 1 1 0 1; }
    Typed > .how { color: $text-muted; height: auto; }
    """
    typed = True

    def compose(self) -> Iterator[Widget]:
        """Make the field, the unit and the explanation."""
        with Horizontal():
            yield Line(classes="field")
            yield Static(classes="unit")
        yield Static(classes="how")

    def ask(self, asked: Asked) -> None:
        """Show an empty field, and what it takes."""
        question = asked.question
        field = self.query_one(Input)
        field.restrict = _NUMBER if isinstance(question, Number) else None
        field.value = ""
        field.disabled = False
        unit = self.query_one(".unit", Static)
        unit.update(literal(question.unit or "" if isinstance(question, Number) else ""))
        unit.display = isinstance(question, Number) and bool(question.unit)
        self.query_one(".how", Static).update(literal(_how(question)))

    def restore(self, response: Response) -> None:
        """Show what was typed before."""
        if isinstance(response, str):
            field = self.query_one(Input)
            field.value = response
            field.cursor_position = len(response)

    @property
    def response(self) -> Response | None:
        """What was typed; None if nothing."""
        return self.query_one(Input).value.strip() or None

    def judged(self, asked: Asked, response: Response, verdict: Verdict) -> None:
        """Close the field and show the difference, where there is one."""
        self.restore(response)
        self.query_one(Input).disabled = True
        how = self.query_one(".how", Static)
        if not isinstance(response, str) or isinstance(asked.question, Number | Open):
            how.update("")
            return
        if verdict.right and not verdict.misspelt:
            how.update("")
            return
        pieces = difference(response, verdict.expected)
        alike = sum(len(piece.text) for piece in pieces if piece.kind == "same")
        if 2 * alike < len(verdict.expected):
            how.update("")  # two different words: the verdict names the right one
            return
        how.update(literal("").join([literal(p.text, _STYLES[p.kind]) for p in pieces]))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the screen that there is something to answer with."""
        event.stop()
        self.post_message(self.Changed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field answers."""
        event.stop()
        self.post_message(self.Given())

    def incomplete(self) -> str:
        """Say that nothing was typed."""
        return _("Type your answer first.")

    def settle(self) -> None:
        """Take the keyboard."""
        self.query_one(Input).focus()


_STYLES = {"same": "", "extra": "strike $text-error", "missing": "bold $text-success"}


def _how(question: Question) -> str:
    if isinstance(question, Number):
        return _("Type a number.")
    if isinstance(question, Open):
        return _("Type what you think; there is no single right answer.")
    return _("Type the answer; small slips are forgiven.")
