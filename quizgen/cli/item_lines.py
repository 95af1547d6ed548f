"""The analysis of questions as lines for people: figures, what was chosen, what to do."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizgen.model.counted import many

if TYPE_CHECKING:
    from quizgen.model.question import Question
    from quizgen.study.items import Analysis, ItemFigures
    from quizgen.study.statistics import Reliability

_WIDEST = 72


def item_lines(
    analysis: "Analysis", questions: Mapping[str, "Question"], places: Mapping[str, str]
) -> list[str]:
    """Some lines for each question, the most troublesome first; ``places`` are file:line."""
    lines = [_whole(analysis.whole)]
    for one in sorted(analysis.items, key=lambda one: (-len(one.advice), one.facility)):
        lines += ["", *_item(one, questions[one.item], places.get(one.item, ""))]
    return lines


def _whole(whole: "Reliability") -> str:
    questions, learners = many(whole.questions, "question"), many(whole.persons, "learner")
    if whole.mean is None:
        return (
            f"{questions}; {learners} answered all of them, too few to say how far the scores can "
            "be trusted."
        )
    line = (
        f"{questions}, {learners} who answered all: "
        f"mean {whole.mean:.1f}, standard deviation {whole.deviation:.1f}"
    )
    if whole.alpha is None:
        return f"{line}."
    return f"{line}, KR-20 {whole.alpha:.2f}, standard error {whole.error:.1f} questions."


def _item(one: "ItemFigures", question: "Question", place: str) -> list[str]:
    guess = f" (guessing {one.guess:.0%})" if one.guess else ""
    tells = "" if one.discrimination is None else f", discrimination {one.discrimination:+.2f}"
    lines = [
        f"{place or one.item}: {_short(question.stem)}",
        f"  right {one.right} of {one.answers}, facility {one.facility:.0%}{guess}{tells}",
    ]
    for choice in one.choices:
        mark = "✓" if choice.right else " "
        bar = "█" * round(20 * choice.times / one.answers)
        lines.append(f"  {mark} {choice.times:>4}  {bar:<20}  {_short(choice.option)}")
    lines += [f"  → {advice}" for advice in one.advice]
    return lines


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _WIDEST else f"{plain[: _WIDEST - 1]}…"
