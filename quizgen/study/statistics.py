"""Figures about learners and about tests. Pure: numbers in, numbers out.

The names are those of classical test theory. Variances of a test are those of a sample (n - 1),
as a class is one; in reliability the choice cancels out.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizgen.model.question import Choice, Match, Multi, Order, Question, TrueFalse

Scores: TypeAlias = Mapping[str, Mapping[str, bool]]
"""Who was right where: persons, and their first tries by question."""


@dataclass(frozen=True, slots=True)
class Retention:
    """Of the ``reviews`` on a study day, how many were ``kept`` in mind."""

    day: int
    kept: int
    reviews: int


@dataclass(frozen=True, slots=True)
class Reliability:
    """A test as a whole, by those who answered all of it.

    ``alpha`` is Cronbach's, which for right and wrong is KR-20; ``error`` the standard error
    of measurement, in questions. Both are None where they cannot be told.
    """

    persons: int
    questions: int
    mean: float | None = None
    deviation: float | None = None
    alpha: float | None = None
    error: float | None = None


def weekly(days: Iterable[Retention]) -> list[Retention]:
    """The same by week; ``day`` is then the week's Monday."""
    weeks: dict[int, Retention] = {}
    for one in days:
        monday = one.day - (one.day + 3) % 7  # 1970-01-01 was a Thursday
        sofar = weeks.get(monday, Retention(monday, 0, 0))
        weeks[monday] = Retention(monday, sofar.kept + one.kept, sofar.reviews + one.reviews)
    return [weeks[monday] for monday in sorted(weeks)]


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean."""
    return math.fsum(values) / len(values)


def variance(values: Sequence[float]) -> float:
    """The variance of a sample, with n - 1."""
    middle = mean(values)
    return math.fsum((value - middle) ** 2 for value in values) / (len(values) - 1)


def correlation(left: Sequence[float], right: Sequence[float]) -> float | None:
    """Pearson's r, which with right and wrong is the point-biserial one; None if one is flat."""
    if len(left) < 2:
        return None
    middles = mean(left), mean(right)
    products = [(x - middles[0]) * (y - middles[1]) for x, y in zip(left, right, strict=True)]
    spread = math.sqrt(
        math.fsum((x - middles[0]) ** 2 for x in left)
        * math.fsum((y - middles[1]) ** 2 for y in right)
    )
    return math.fsum(products) / spread if spread > 1e-12 else None


def discrimination(scores: Scores, question: str) -> float | None:
    """How well a question tells those who know from those who do not: item-rest correlation.

    The rest of a person is the share right of all other questions that this person answered,
    since not everybody is asked the same.
    """
    here, rest = [], []
    for answers in scores.values():
        others = len(answers) - 1
        if question in answers and others > 0:
            here.append(float(answers[question]))
            rest.append((sum(answers.values()) - answers[question]) / others)
    return correlation(here, rest)


def reliability(scores: Scores) -> Reliability:
    """How far the test's scores can be trusted."""
    questions = sorted({name for answers in scores.values() for name in answers})
    whole = [answers for answers in scores.values() if len(answers) == len(questions)]
    size, count = len(whole), len(questions)
    if size < 2 or count < 2:
        return Reliability(size, count)
    sums = [float(sum(answers.values())) for answers in whole]
    total = variance(sums)
    if total <= 0:
        return Reliability(size, count, mean(sums), 0.0)
    each = math.fsum(variance([float(one[name]) for one in whole]) for name in questions)
    alpha = count / (count - 1) * (1 - each / total)
    deviation = math.sqrt(total)
    error = deviation * math.sqrt(max(0.0, 1 - alpha))
    return Reliability(size, count, mean(sums), deviation, alpha, error)


def guess(question: Question, options: int) -> float:
    """The chance to be right without knowing anything; 0 where the answer is typed."""
    match question:
        case TrueFalse():
            chance = 0.5
        case Choice():
            chance = 1 / max(options, 1)
        case Multi():
            chance = 1 / (2**options - 1) if options else 0.0
        case Order():
            chance = 1 / math.factorial(len(question.items))
        case Match():
            chance = 1 / math.perm(max(options, len(question.pairs)), len(question.pairs))
        case _:
            chance = 0.0
    return chance
