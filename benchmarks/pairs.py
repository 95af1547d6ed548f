"""Two ways to do something, measured in turns, so that a slow moment of the machine hits both."""

import gc
import os
import statistics
import subprocess
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A budget: ``ours`` may take at most ``budget`` times what ``theirs`` takes.

    That is time, or with ``memory`` the most that is taken at once.
    ``ready`` comes before every turn of ``ours`` but the first, and is not measured.
    """

    name: str
    against: str
    budget: float
    ours: Work
    theirs: Work
    rounds: int = 15
    ready: Work = lambda: None
    memory: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """Seconds or bytes are medians; ``ratio``, ``low`` and ``high`` are over the rounds' ratios."""

    name: str
    against: str
    budget: float
    ours: float
    theirs: float
    ratio: float
    low: float
    high: float
    memory: bool = False

    @property
    def within(self) -> bool:
        """Whether the budget is kept."""
        return self.ratio <= self.budget


def measure(row: Row) -> Result:
    """Measure both sides in turns, after one round that does not count."""
    gauge = _peak if row.memory else _seconds
    row.ours(), row.theirs()
    ours, theirs = [], []
    for _ in range(row.rounds):
        row.ready()
        ours.append(gauge(row.ours))
        theirs.append(gauge(row.theirs))
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    return Result(
        row.name,
        row.against,
        row.budget,
        statistics.median(ours),
        statistics.median(theirs),
        statistics.median(ratios),
        min(ratios),
        max(ratios),
        row.memory,
    )


def process(command: Sequence[str]) -> Work:
    """The work of running ``command`` as a whole process; it must end well.

    It may keep its bytecode, as an installed program does: the first round writes it.
    """
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run(
        command, check=True, stdin=subprocess.DEVNULL, capture_output=True, env=kept
    )


def _seconds(work: Work) -> float:
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _peak(work: Work) -> float:
    """The bytes that are taken at once while the work is done, its result among them."""
    gc.collect()
    tracemalloc.start()
    try:
        kept = work()
        peak = tracemalloc.get_traced_memory()[1]
        del kept
    finally:
        tracemalloc.stop()
    return peak
