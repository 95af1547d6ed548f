"""Figures as small plots of characters, legible without colour."""

from collections.abc import Sequence

_LEVELS = "▁▂▃▄▅▆▇█"


def sparkline(values: Sequence[float], top: float | None = None) -> str:
    """A column for each value; nothing is the lowest one, and only nothing is."""
    most = max(values, default=0) if top is None else top
    return "".join(_LEVELS[_level(value, most)] for value in values)


def bar(share: float, width: int = 20) -> str:
    """A share as a bar of ``width``."""
    return ("█" * round(share * width)).ljust(width, "·")


def _level(value: float, most: float) -> int:
    if value <= 0 or most <= 0:
        return 0
    return max(1, min(len(_LEVELS) - 1, round(value / most * (len(_LEVELS) - 1))))
