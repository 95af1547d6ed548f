"""Two ways to do something, measured in turns, so that a slow moment of the machine hits both."""

import gc
import os
import statistics
import subprocess
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

Work = Callable[[], object]
MOST = 2
"""Times as many rounds as a row asks for, at most, where the machine is restless."""

_RESTLESS = 0.2  # the middle half of the ratios, as a share of their median
_PATIENCE = 60.0  # seconds after which no round is added
_STUCK = 900.0  # seconds after which a program is ended, and its row fails
_YOUNG = 20_000  # objects before the collector looks: as in the quizgen that people start


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A budget: ``ours`` may take at most ``budget`` times what ``theirs`` takes.

    That is time, or with ``memory`` the most that is taken at once. ``ready`` comes before
    every turn of ``ours`` but the first, and is not measured. A ``budget`` of None promises
    nothing: it is good to know, that is all. Up to ``MOST`` times as many ``rounds`` are done.
    ``same`` says that quizgen is on both sides: another program collects garbage as Python does
    by itself, quizgen as its start sets it.
    """

    name: str
    against: str
    budget: float | None
    ours: Work
    theirs: Work
    rounds: int = 15
    ready: Work = lambda: None
    memory: bool = False
    same: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A row that cannot be measured here, and why."""

    name: str
    against: str
    why: str


@dataclass(frozen=True, slots=True)
class Result:
    """What the rounds took, each side in turn; in seconds, or in the ``unit`` that is named.

    All that is said of it is a median, or the least and the most, over the rounds.
    """

    name: str
    against: str
    budget: float | None
    ours: tuple[float, ...]
    theirs: tuple[float, ...]
    unit: str = "s"

    @property
    def ratios(self) -> list[float]:
        """How many times as long ours took, round by round."""
        return [mine / other for mine, other in zip(self.ours, self.theirs, strict=True)]

    @property
    def ratio(self) -> float:
        """The median of the ratios."""
        return statistics.median(self.ratios)

    @property
    def within(self) -> bool:
        """Whether the budget is kept."""
        return self.budget is None or self.ratio <= self.budget

    @property
    def key(self) -> tuple[str, str]:
        """What the same row of another run has in common with this one."""
        return self.name, self.against

    def as_json(self) -> dict[str, Any]:
        """Itself for a file; the figures that can be worked out are there for readers."""
        return {
            "name": self.name,
            "against": self.against,
            "budget": self.budget,
            "unit": self.unit,
            "ours": list(self.ours),
            "theirs": list(self.theirs),
            "ratio": self.ratio,
            "within": self.within,
        }


def from_json(row: dict[str, Any]) -> Result:
    """The result that ``as_json`` wrote."""
    return Result(
        row["name"],
        row["against"],
        row["budget"],
        tuple(row["ours"]),
        tuple(row["theirs"]),
        row["unit"],
    )


def measure(row: Row) -> Result:
    """Measure both sides in turns, after one round that does not count.

    Who comes first changes from round to round. Where the ratios lie far apart, the machine
    had other things to do, and more rounds are made, at most ``MOST`` times as many.
    """
    gauge, unit = (_peak, "MB") if row.memory else (seconds, "s")
    row.ours(), row.theirs()
    ours: list[float] = []
    theirs: list[float] = []
    beside = collecting_as_quizgen if row.same else nullcontext
    sides = [(row.ours, ours, collecting_as_quizgen), (row.theirs, theirs, beside)]
    began = time.monotonic()
    while len(ours) < row.rounds or (
        len(ours) < MOST * row.rounds
        and _restless(ours, theirs)
        and time.monotonic() - began < _PATIENCE
    ):
        row.ready()
        for work, taken, collecting in sides:
            with collecting():
                taken.append(gauge(work))
        sides.reverse()
    return Result(row.name, row.against, row.budget, tuple(ours), tuple(theirs), unit)


@contextmanager
def collecting_as_quizgen() -> Iterator[None]:
    """Collect garbage as often as quizgen does."""
    usual = gc.get_threshold()
    gc.set_threshold(_YOUNG, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _restless(ours: Sequence[float], theirs: Sequence[float]) -> bool:
    """Whether the middle half of the ratios is wide; of one or two nobody knows."""
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    if len(ratios) < 3:
        return False
    low, middle, high = statistics.quantiles(ratios, method="inclusive")
    return high - low > _RESTLESS * middle


def process(command: Sequence[str]) -> Work:
    """The work of running ``command`` as a whole process; it must end well.

    It may keep its bytecode, as an installed program does: the first round writes it.
    """
    return lambda: subprocess.run(
        command,
        check=True,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        timeout=_STUCK,
    )


def environment() -> dict[str, str]:
    """This process's environment, as somebody has it who runs an installed program."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def seconds(work: Work, clock: Callable[[], float] = time.perf_counter) -> float:
    """How long the work takes; garbage of other work is removed before."""
    gc.collect()
    began = clock()
    work()
    return clock() - began


def _peak(work: Work) -> float:
    """The megabytes that are taken at once while the work is done, its result among them."""
    gc.collect()
    tracemalloc.start()
    try:
        kept = work()
        peak = tracemalloc.get_traced_memory()[1]
        del kept
    finally:
        tracemalloc.stop()
    return peak / 1e6
