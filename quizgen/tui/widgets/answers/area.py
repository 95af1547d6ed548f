"""What every place to answer can do, whatever the kind of question."""

from dataclasses import dataclass

from textual.containers import Vertical
from textual.message import Message

from quizgen.model.question import Response
from quizgen.study.grading import Verdict
from quizgen.study.session import Asked
from quizgen.tui.texts import _


class AnswerArea(Vertical):
    """Takes an answer without judging it; keys reach it through its screen.

    ``typed`` says whether letters and digits are text here rather than marks.
    """

    DEFAULT_CSS = "AnswerArea { height: auto; }"
    typed = False

    @dataclass
    class Changed(Message):
        """What would be answered now is another than before."""

    @dataclass
    class Given(Message):
        """The learner asked, with the mouse, to answer what is marked."""

    @property
    def response(self) -> Response | None:
        """The answer as it stands, None while there is nothing to answer with."""
        raise NotImplementedError

    def ask(self, asked: Asked) -> None:
        """Show the ways to answer a question, nothing marked."""
        raise NotImplementedError

    def judged(self, asked: Asked, response: Response, verdict: Verdict) -> None:
        """Show what was answered and what is right; take no more."""
        raise NotImplementedError

    def restore(self, response: Response) -> None:
        """Show an answer that was given before, still open to change."""
        raise NotImplementedError

    def pick(self, number: int) -> None:
        """Mark the option with this number, counted from 0, if there is one."""

    def letter(self, sign: str) -> None:
        """Mark what has this small letter: by default the option of that rank."""
        self.pick(ord(sign) - ord("a"))

    def move(self, step: int) -> None:
        """Move the mark up (-1) or down (1)."""

    def toggle(self) -> None:
        """Mark or unmark where the cursor stands, where several can be marked."""

    def shift(self, step: int) -> None:
        """Move the line under the cursor up (-1) or down (1), where lines can be moved."""

    def turn(self, step: int) -> bool:
        """Go to the next (1) or last (-1) value sideways; whether there is such a thing."""
        return False

    def incomplete(self) -> str:
        """Say what is missing: the learner asked to answer before all was there."""
        return _("Mark your answer first: its digit or its letter, ↑ or ↓.")

    def strike(self, option: str) -> None:
        """Cross out an option that is wrong, as a hint."""

    def settle(self) -> None:
        """Take the keyboard, where text is typed here."""
