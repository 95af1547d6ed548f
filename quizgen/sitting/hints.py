"""What may be said about a question before it is answered, without answering it."""

import hashlib
from dataclasses import dataclass

from quizgen.model.question import Choice
from quizgen.study.folding import fold
from quizgen.study.grading import expected
from quizgen.study.session import Asked

_FEWEST_TO_STRIKE = 3


@dataclass(frozen=True, slots=True)
class Hint:
    """Either a ``text`` to show, or a wrong option (its text) to strike out."""

    text: str | None = None
    struck: str | None = None


def hint_for(asked: Asked, answered_question: str | None, seed: int) -> Hint | None:
    """The hint for an item, or None where there is none.

    The item's own ``hint:`` comes first, then ``answered_question`` (what the quoted turn
    replies to) if it gives nothing away, then a wrong option of three or more.
    """
    if asked.question.hint:
        return Hint(text=asked.question.hint)
    if answered_question and not _gives_away(answered_question, asked):
        return Hint(text=answered_question)
    question = asked.question
    if isinstance(question, Choice) and len(asked.options) >= _FEWEST_TO_STRIKE:
        wrong = [option for option in asked.options if option != question.key]
        return Hint(struck=min(wrong, key=lambda option: _draw(seed, asked.item, option)))
    return None


def has_own_hint(asked: Asked) -> bool:
    """Whether an item has a hint whatever the transcript says, which need then not be read."""
    strikable = isinstance(asked.question, Choice) and len(asked.options) >= _FEWEST_TO_STRIKE
    return strikable or bool(asked.question.hint)


def _gives_away(text: str, asked: Asked) -> bool:
    """Whether ``text`` names the key or an option, or only repeats what is asked."""
    words = f" {fold(text)} "
    names = (*asked.options, expected(asked.question))
    if any(f" {folded} " in words for name in names if (folded := fold(name))):
        return True
    shown = fold(" ".join((asked.question.stem, asked.question.quote or "")))
    return words in f" {shown} "


def _draw(seed: int, item: str, option: str) -> str:
    return hashlib.sha256(f"{seed}\0{item}\0{option}\0hint".encode()).hexdigest()
