"""A sentence with words left out, and the proof that the key, and nothing else, fills the blank."""

from quizgen.model.candidate import Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.material import Material

BLANK = "____"
NO_BLANK = Proof(False, "it is not a choice with a blank in its quote")


def with_blank(question: Question) -> Choice | None:
    """The question, if it is a choice with a blank in its quote."""
    if isinstance(question, Choice) and BLANK in (question.quote or ""):
        return question
    return None


def filled(question: Choice, text: str = "") -> str:
    """The quote with an option, or else the key, in its blank."""
    return (question.quote or "").replace(BLANK, text or question.key)


def prove_filled(question: Question, material: Material) -> Proof:
    """The quote stands once with the key in the blank, and nowhere with another option."""
    asked = with_blank(question)
    if asked is None:
        return NO_BLANK
    if material.only_place(filled(asked)) is None:
        return Proof(False, "the sentence with the key does not stand in exactly one place")
    for option in asked.wrong:
        if material.concordance.find(filled(asked, option.text)):
            return Proof(False, f"“{option.text}” is said in the same words too")
    return Proof(True, f"the sentence says “{asked.key}” and stands once")
