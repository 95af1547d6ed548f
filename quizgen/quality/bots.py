"""How far does one get without reading? Strategies of the test-wise, played on a bank.

Each strategy scores the options of a question without the transcript and picks the best;
ties share the point. A bank is fair if none of them is right much more often than chance
(three standard deviations for one bank, two for banks together).
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizgen.model.question import Choice, Question
from quizgen.quality.facts import Facts, plain_words, tokens
from quizgen.quality.kinds import size

FEWEST = 30
"""With fewer questions chance is too wide for the verdict to mean anything."""

_ALONE, _TOGETHER = 3.0, 2.0


@dataclass(frozen=True, slots=True)
class Puzzle:
    """What a strategy sees of a question: its stem and quote, and its options."""

    shown: str
    options: tuple[str, ...]
    language: str


Strategy = Callable[[int, Puzzle], float]


def _longest(at: int, puzzle: Puzzle) -> float:
    return len(puzzle.options[at])


def _shortest(at: int, puzzle: Puzzle) -> float:
    return -len(puzzle.options[at])


def _echo(at: int, puzzle: Puzzle) -> float:
    asked = plain_words(puzzle.shown, puzzle.language)
    return len(plain_words(puzzle.options[at], puzzle.language) & asked)


def _convergent(at: int, puzzle: Puzzle) -> float:
    own = set(tokens(puzzle.options[at]))
    others = (text for number, text in enumerate(puzzle.options) if number != at)
    return sum(len(own & set(tokens(text))) for text in others)


def _middle(at: int, puzzle: Puzzle) -> float:
    sizes = [size(text) for text in puzzle.options]
    numbers = sorted(each for each in sizes if each is not None)
    if len(numbers) < len(sizes):
        return 0.0
    own = sizes[at]
    assert own is not None
    return -abs(numbers.index(own) - (len(numbers) - 1) / 2)


def _first_in_alphabet(at: int, puzzle: Puzzle) -> float:
    return -sorted(map(str.casefold, puzzle.options)).index(puzzle.options[at].casefold())


def _number_or_name(at: int, puzzle: Puzzle) -> float:
    return float(bool(re.search(r"\d|(?<=\s)[A-ZÀ-ÞА-ЯЁ]", puzzle.options[at])))


STRATEGIES: Mapping[str, Strategy] = {
    "the longest answer": _longest,
    "the shortest answer": _shortest,
    "most words of the question": _echo,
    "most in common with the others": _convergent,
    "the middle number": _middle,
    "first in the alphabet": _first_in_alphabet,
    "has a number or a name": _number_or_name,
}
"""What a strategy chooses, in words, and how it scores an option."""


@dataclass(frozen=True, slots=True)
class Score:
    """How a strategy fares: right answers, those that chance gives, and the most allowed."""

    strategy: str
    questions: int
    right: float
    expected: float
    limit: float

    @property
    def fair(self) -> bool:
        """Whether it is within chance, or too few questions to tell."""
        return self.questions < FEWEST or self.right <= self.limit


def gate(banks: int) -> float:
    """How many standard deviations above chance are allowed to one bank, or to several."""
    return _ALONE if banks == 1 else _TOGETHER


def play(
    questions: Iterable[Question],
    *,
    language: str = "en",
    banks: int = 1,
    frequency: Callable[[str], int] | None = None,
) -> list[Score]:
    """Every strategy's score over the choices among ``questions``.

    With ``frequency`` (how often the transcript says a word) two more strategies peek
    into the transcript: the answer whose words are said most often, and most seldom.
    """
    choices = [
        question
        for question in questions
        if isinstance(question, Choice) and not Facts(question).too_long
    ]
    tried = dict(STRATEGIES)
    if frequency is not None:
        tried["said most often"] = _said(frequency, +1)
        tried["said most seldom"] = _said(frequency, -1)
    return [_score(name, strategy, choices, language, banks) for name, strategy in tried.items()]


def together(tables: Sequence[Sequence[Score]]) -> list[Score]:
    """The scores of several banks added up, by strategy."""
    added: dict[str, Counter[str]] = {}
    variance: Counter[str] = Counter()
    for score in (score for table in tables for score in table):
        sums = added.setdefault(score.strategy, Counter())
        sums["questions"] += score.questions
        sums["right"] += score.right  # type: ignore[assignment] # counts in halves and thirds
        sums["expected"] += score.expected  # type: ignore[assignment]
        spread = (score.limit - score.expected) / _ALONE
        variance[score.strategy] += spread**2  # type: ignore[assignment]
    return [
        Score(
            name,
            sums["questions"],
            sums["right"],
            sums["expected"],
            sums["expected"] + gate(len(tables)) * math.sqrt(variance[name]),
        )
        for name, sums in added.items()
    ]


def _score(
    name: str, strategy: Strategy, choices: Sequence[Choice], language: str, banks: int
) -> Score:
    right = expected = variance = 0.0
    for choice in choices:
        shown = f"{choice.stem} {choice.quote or ''}"
        puzzle = Puzzle(shown, choice.options, language)
        scores = [strategy(at, puzzle) for at in range(len(puzzle.options))]
        best = max(scores)
        own = scores[puzzle.options.index(choice.key)]
        right += (own == best) / scores.count(best)
        chance = 1 / len(scores)
        expected += chance
        variance += chance * (1 - chance)
    limit = expected + gate(banks) * math.sqrt(variance)
    return Score(name, len(choices), right, expected, limit)


def _said(frequency: Callable[[str], int], sign: int) -> Strategy:
    def score(at: int, puzzle: Puzzle) -> float:
        words = plain_words(puzzle.options[at], puzzle.language)
        return sign * sum(map(frequency, words)) / max(len(words), 1)

    return score
