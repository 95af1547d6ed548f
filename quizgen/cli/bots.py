"""The table of ``quizgen check --bots``: how far one gets without reading."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from quizgen.model.counted import many
from quizgen.model.problem import Level, Problem
from quizgen.model.question import Question
from quizgen.quality.bots import FEWEST, Score, play, together

_LINE = "  {:<32} {:>6} {:>7} {:>7}{}"


@dataclass(frozen=True, slots=True)
class Played:
    """The scores of all strategies on one bank, or on all of them together."""

    path: str
    scores: tuple[Score, ...]


def played(
    path: str,
    questions: Iterable[Question],
    language: str,
    frequency: Callable[[str], int] | None,
) -> Played:
    """Let every strategy take a bank."""
    return Played(path, tuple(play(questions, language=language, frequency=frequency)))


def pooled(banks: Sequence[Played]) -> Sequence[Played]:
    """The banks, and if there are several, all of them together."""
    if len(banks) < 2:
        return banks
    scores = tuple(together([bank.scores for bank in banks]))
    return (*banks, Played(f"all {many(len(banks), 'bank')}", scores))


def problems(bank: Played) -> tuple[Problem, ...]:
    """A warning for each strategy that is right more often than it may be."""
    return tuple(
        Problem(
            bank.path,
            0,
            0,
            Level.WARNING,
            "guessable",
            f"“{score.strategy}” is right in {score.right:.4g} of {score.questions} questions; "
            f"chance gives {score.expected:.4g}",
            "Change wrong answers so that the strategy fails more often.",
        )
        for score in bank.scores
        if not score.fair
    )


def table(bank: Played) -> Iterable[str]:
    """The scores for people, a line a strategy."""
    number = bank.scores[0].questions
    yield f"{bank.path}: {many(number, 'question')} with answers to choose from"
    if not number:
        return
    yield _LINE.format("always choosing …", "right", "chance", "limit", "")
    for score in bank.scores:
        figures = f"{score.right:.1f}", f"{score.expected:.1f}", f"{score.limit:.1f}"
        yield _LINE.format(score.strategy, *figures, "" if score.fair else "   too often")
    if number < FEWEST:
        yield f"  (with fewer than {FEWEST} questions that says little)"


def as_data(banks: Sequence[Played]) -> list[dict[str, Any]]:
    """The scores for programs."""
    return [
        {
            "path": bank.path,
            "strategies": [asdict(score) | {"fair": score.fair} for score in bank.scores],
        }
        for bank in banks
    ]
