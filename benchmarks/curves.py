"""How long work takes as it grows tenfold and a hundredfold: a curve for each kind of work.

The time is the processor's, so that other programs do not bend a curve.
"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks import samples
from benchmarks.pairs import Work, collecting_as_quizgen, seconds
from benchmarks.past import NOW, filled, library
from benchmarks.rows.generating import generating
from quizgen.bank.flawed import flawed
from quizgen.bank.reader import parse_bank
from quizgen.cli.stats_overview import gather
from quizgen.history.log import History
from quizgen.history.open import FILE_NAME
from quizgen.history.rebuild import work_out
from quizgen.transcripts.registry import parse

_TEN_THOUSAND = (
    "The figures grow with the questions that were met, and there are ten thousand of them at "
    "most: from there on more answers cost little."
)
_REPEATED = (
    "There are ten thousand questions: of few answers most are the first to their question, which "
    "is soon worked out; of many most are repetitions, for each of which a memory is reckoned."
)
_ROUNDS = (5, 3, 2)  # the longer the work, the less a chance moment weighs


@dataclass(frozen=True, slots=True)
class Curve:
    """Work of three sizes, each ten times the one before.

    ``size`` is what is counted, ``why`` what a curve that is not a straight line comes from.
    """

    name: str
    size: str
    first: int
    work: Callable[[int], Work]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """So much work, and the seconds of each time that it was done."""

    size: int
    seconds: tuple[float, ...]


def curves() -> Iterator[Curve]:
    """Every kind of work that grows with what people bring."""
    talks = "× the news conference (9 kB)"
    yield Curve("reading", talks, 5, _reading)
    yield Curve("generating", talks, 1, lambda times: generating(times, turns=6))
    yield Curve("loading a bank", "questions", 500, _loading)
    yield Curve("checking a bank", "questions", 200, _checking)
    yield Curve("making again, unchanged", "questions", 200, lambda n: samples.made(n).again)
    yield Curve("figures of the library", "answers", 1_000, _figures, _TEN_THOUSAND)
    yield Curve("figures of stats", "answers", 1_000, _stats)
    yield Curve("working out the history", "answers", 1_000, _worked_out, _REPEATED)


def measured() -> list[dict[str, Any]]:
    """Measure all curves, telling each point as it is there; plain data."""
    found = []
    for curve in curves():
        points = []
        for rounds, times in zip(_ROUNDS, (1, 10, 100), strict=True):
            size = curve.first * times
            work = curve.work(size)
            if times == 1:
                work()
            with collecting_as_quizgen():
                took = tuple(seconds(work, process_time) for _ in range(rounds))
            points.append(Point(size, took))
            print(f"{curve.name:<26} {size:>9,} {curve.size:<34} {min(points[-1].seconds):.4f} s")
        shown = {"name": curve.name, "size": curve.size, "why": curve.why}
        found.append(shown | {"points": list(map(asdict, points))})
    return found


def _reading(times: int) -> Work:
    text = samples.long_talk(times)
    return lambda: parse(text, "talk.txt")


def _loading(items: int) -> Work:
    texts = _banks(items)
    return lambda: parse_bank(texts.pop(), "many.yaml")


def _checking(items: int) -> Work:
    texts = _banks(items)
    return lambda: flawed(parse_bank(texts.pop(), "many.yaml"))


def _banks(items: int) -> list[str]:
    """A bank for every round, so that nothing is remembered from the one before."""
    return [samples.bank(items, number * items) for number in range(_ROUNDS[0] + 1)]


@cache
def _past(answers: int) -> tuple[History, Path]:
    """A history with so many answers, and its file."""
    folder = Path(tempfile.mkdtemp())
    return filled(folder, answers), folder / FILE_NAME


def _figures(answers: int) -> Work:
    history, _ = _past(answers)
    return lambda: library(history)


def _stats(answers: int) -> Work:
    history, path = _past(answers)
    return lambda: gather(history, path, "me", None, at=NOW)


def _worked_out(answers: int) -> Work:
    history, _ = _past(answers)
    learner = history.learner_id("me") or ""
    return lambda: work_out(history.reader, learner)
