"""How far a long run is: a line on the terminal that is drawn over again, or nothing."""

import shutil
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

_EVERY = 0.2  # seconds between two drawings
_AT_FIRST = 1.0  # what is done within a second needs no bar
_MINUTE, _HOUR = 60, 3600


class Progress:
    """So many of ``total`` are done; ``weight`` is the work in all, in any unit.

    The time left is reckoned from the work that is done, for one file is longer than another.
    """

    def __init__(
        self,
        total: int,
        weight: int,
        *,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._clock = clock
        self._total, self._weight = total, weight
        self._done = self._heavy = self._skipped = 0
        self._began = clock()
        self._drawn = self._began + _AT_FIRST - _EVERY
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def step(self, weight: int, *, skipped: bool = False, note: str = "") -> None:
        """One more is done; ``skipped`` if it took no work. ``note`` is shown at the end."""
        self._done += 1
        if skipped:
            self._skipped += 1
            self._weight -= weight
        else:
            self._heavy += weight
        now = self._clock()
        if self._stream.isatty() and now - self._drawn >= _EVERY:
            self._drawn = now
            self._draw(self.line(note))

    def line(self, note: str = "") -> str:
        """What the line says now."""
        parts = [f"{self._done:,} of {self._total:,}", f"{100 * self._done // self._total} %"]
        passed = self._clock() - self._began
        worked = self._done - self._skipped
        if worked and passed > 0:
            rate = worked / passed
            parts.append(f"{rate:.1f} a second" if rate < 10 else f"{rate:,.0f} a second")
        if self._heavy and self._done < self._total:
            left = passed * max(0, self._weight - self._heavy) / self._heavy
            parts.append(f"{in_words(left)} left")
        return " · ".join([*parts, *([note] if note else [])])

    def _draw(self, line: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        self._stream.write(f"\r\x1b[K{line[:width]}")
        self._stream.flush()
        self._shown = True

    def clear(self) -> None:
        """Take the line away, so that something else can be said in its place."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False


def in_words(seconds: float) -> str:
    """A length of time as one would say it: “50 s”, “12 min”, “3 h 20 min”."""
    whole = max(1, round(seconds))
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{round(whole / _MINUTE)} min"
    minutes = round(whole / _MINUTE)
    return f"{minutes // 60} h {minutes % 60} min"
