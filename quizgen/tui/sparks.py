"""Small pictures out of characters: they need no colour and fit in a line of text."""

from collections.abc import Sequence

BARS = "▁▂▃▄▅▆▇█"


def spark(shares: Sequence[float]) -> str:
    """A bar for each share from 0 to 1, the lowest still to be seen."""
    top = len(BARS) - 1
    return "".join(BARS[round(min(max(share, 0.0), 1.0) * top)] for share in shares)


def bars(values: Sequence[float], height: int) -> list[str]:
    """A column for each value, ``height`` lines high; the largest fills its column."""
    most = max(values, default=0.0)
    if most <= 0:
        return [" " * len(values)] * height
    eighths = [round(value / most * height * 8) if value > 0 else 0 for value in values]
    eighths = [max(one, 1) if value > 0 else 0 for one, value in zip(eighths, values, strict=True)]
    return ["".join(_block(one - 8 * row) for one in eighths) for row in range(height - 1, -1, -1)]


def _block(eighths: int) -> str:
    return " " if eighths <= 0 else BARS[min(eighths, 8) - 1]
