"""An answer that is typed: a word, a number, several blanks, an order, pairs."""

import re
from collections.abc import Iterator

from textual.widget import Widget
from textual.widgets import Input, Static

from quizgen.model.question import Cloze, Match, Open, Order, Question, Response
from quizgen.study.difference import difference
from quizgen.study.grading import Verdict
from quizgen.study.session import Asked
from quizgen.tui.content import literal, prose
from quizgen.tui.texts import _
from quizgen.tui.widgets.answers.area import AnswerArea


class Typed(AnswerArea):
    """One line to type in; for order and match the numbers of the lines above it."""

    DEFAULT_CSS = """
    Typed > .lines { color: $foreground; margin-bottom: 1; }
    Typed > Input { border: round $primary 60%; }
    Typed > .how { color: $text-muted; }
    """
    typed = True

    def __init__(self) -> None:
        super().__init__()
        self._asked: Asked | None = None

    def compose(self) -> Iterator[Widget]:
        """Make the lines, the field and the explanation."""
        yield Static(classes="lines")
        yield Input(classes="field")
        yield Static(classes="how")

    def ask(self, asked: Asked) -> None:
        """Show an empty field, and what it takes."""
        self._asked = asked
        lines = self.query_one(".lines", Static)
        lines.update(prose(_listing(asked)))
        lines.display = bool(asked.options)
        field = self.query_one(Input)
        field.value = ""
        field.disabled = False
        how = self.query_one(".how", Static)
        how.update(_(_how(asked.question)))

    @property
    def response(self) -> Response | None:
        """What was typed, in the shape that the question takes; None if nothing."""
        typed = self.query_one(Input).value.strip()
        if not typed or self._asked is None:
            return None
        return _shaped(self._asked, typed)

    def judged(self, asked: Asked, response: Response, verdict: Verdict) -> None:
        """Close the field and show the difference, where there is one."""
        self.query_one(Input).disabled = True
        how = self.query_one(".how", Static)
        if not isinstance(response, str) or (verdict.right and not verdict.misspelt):
            how.update("")
            return
        pieces = difference(response, verdict.expected)
        how.update(literal("").join([literal(p.text, _STYLES[p.kind]) for p in pieces]))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the screen that there is something to answer with."""
        event.stop()
        self.post_message(self.Changed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field answers."""
        event.stop()
        self.post_message(self.Given())

    def settle(self) -> None:
        """Take the keyboard."""
        self.query_one(Input).focus()


_STYLES = {"same": "", "extra": "strike $text-error", "missing": "bold $text-success"}


def _listing(asked: Asked) -> str:
    lines = [f"{number}. {text}" for number, text in enumerate(asked.options, start=1)]
    if isinstance(asked.question, Match):
        left = [f"{chr(97 + at)}) {pair[0]}" for at, pair in enumerate(asked.question.pairs)]
        lines = [*left, "", *lines]
    return "\n\n".join(line for line in lines if line)


def _how(question: Question) -> str:
    if isinstance(question, Order):
        return "Type the numbers in the right order, such as 3 1 2."
    if isinstance(question, Match):
        return "Type for a), b) … the number of what belongs to it, such as 2 1 3."
    if isinstance(question, Cloze) and len(question.blanks) > 1:
        return "Type what belongs in each blank, with ; between."
    if isinstance(question, Open):
        return "Type what you think; there is no single right answer."
    return "Type the answer."


def _shaped(asked: Asked, typed: str) -> Response:
    if isinstance(asked.question, Cloze):
        return tuple(part.strip() for part in typed.split(";"))
    if isinstance(asked.question, Order | Match):
        numbers = [int(number) for number in re.findall(r"\d+", typed)]
        return tuple(
            asked.options[number - 1] if 0 < number <= len(asked.options) else ""
            for number in numbers
        )
    return typed
