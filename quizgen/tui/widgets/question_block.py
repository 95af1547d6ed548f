"""The question itself: what is asked, the words quoted, what one needs to know for it."""

from collections.abc import Iterator

from textual.containers import Vertical
from textual.widgets import Static

from quizgen.model.question import Question
from quizgen.tui.content import prose
from quizgen.tui.widgets.answers.blanks import has_blanks


class QuestionBlock(Vertical):
    """Context, stem and quote of a question; parts that it lacks take no room."""

    DEFAULT_CSS = """
    QuestionBlock {
        height: auto;
        & > Static { margin-bottom: 1; }
        & > .context { color: $text-muted; }
        & > .stem { text-style: bold; }
        & > .quote { border-left: outer $primary 60%; padding-left: 2; }
    }
    """

    def compose(self) -> Iterator[Static]:
        """Make the three parts."""
        yield Static(classes="context")
        yield Static(classes="stem")
        yield Static(classes="quote")

    def put(self, question: Question, *, blanks: bool = False) -> None:
        """Show a question; the text with its blanks only if ``blanks`` are not filled elsewhere."""
        for part, text in (
            ("context", question.context),
            ("stem", question.stem),
            ("quote", question.quote),
        ):
            widget = self.query_one(f".{part}", Static)
            widget.display = bool(text) and (blanks or not has_blanks(question, text))
            widget.update(prose(text or ""))
