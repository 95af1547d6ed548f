"""Which widget takes the answer to which kind of question."""

from quizgen.model.question import Choice, Cloze, Match, Multi, Order, Question, TrueFalse
from quizgen.tui.widgets.answers.area import AnswerArea
from quizgen.tui.widgets.answers.blanks import Blanks
from quizgen.tui.widgets.answers.choices import Choices, Ticks
from quizgen.tui.widgets.answers.matching import Matching
from quizgen.tui.widgets.answers.ordering import Ordering
from quizgen.tui.widgets.answers.typed import Typed


def area_for(question: Question) -> type[AnswerArea]:
    """The kind of widget that takes the answer to a question."""
    match question:
        case Choice() | TrueFalse():
            return Choices
        case Multi():
            return Ticks
        case Cloze():
            return Blanks
        case Order():
            return Ordering
        case Match():
            return Matching
        case _:
            return Typed
