"""Plots out of characters with axes that say what they show; legible without colour."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.study.schedule import date_of
from quizgen.tui.dates import short_date
from quizgen.tui.sparks import bars

_WIDEST = 4  # columns of a bar
_ROOM = 2  # columns between two dates under the axis
SCALE = 7  # columns of the labels at the left, the axis with them
_LEAST = 0.001  # what is drawn for nothing right, which is not the same as nothing tried


@dataclass(frozen=True, slots=True)
class Tried:
    """So many tries on a study day (or in the week that begins there), and those right."""

    day: int
    right: int
    tries: int


def shares_over_time(
    tried: Iterable[Tried], *, width: int, height: int = 6, step: int = 1
) -> list[str]:
    """A bar for every ``step`` days, from 0 to 100 percent; days lie as far apart as they were.

    Where ``width`` has no room for all, several steps share a bar; steps without tries are gaps.
    The last line holds dates. Nothing without tries.
    """
    points = sorted((one for one in tried if one.tries), key=lambda one: one.day)
    if not points:
        return []
    first, room = points[0].day, max(width - SCALE, 8)
    steps = (points[-1].day - first) // step + 1
    each = step * -(-steps // room)  # days of a bar
    sums = [[0, 0] for _ in range(first, points[-1].day + 1, each)]
    for one in points:
        bar = sums[(one.day - first) // each]
        bar[0], bar[1] = bar[0] + one.right, bar[1] + one.tries
    broad = max(min(room // len(sums), _WIDEST), 1)
    shares = [max(right / tries, _LEAST) if tries else 0.0 for right, tries in sums]
    dates = [short_date(date_of(first + each * number)) for number in range(len(sums))]
    return [*_bars(shares, broad, height), *_axis(dates, broad)]


def _bars(shares: Sequence[float], broad: int, height: int) -> list[str]:
    rows = bars([*shares, 1.0], height)
    labels = {height // 2: " 50 % ┤", 0: "100 % ┤"}
    return [
        labels.get(number, "      │") + "".join(_cell(sign, broad) for sign in row[:-1]).rstrip()
        for number, row in enumerate(rows)
    ]


def _cell(sign: str, broad: int) -> str:
    """A bar's part in one line, with a gap to the next where there is room for one."""
    return (sign * max(broad - 1, 1)).ljust(broad)


def _axis(dates: Sequence[str], broad: int) -> list[str]:
    """The line under the bars, and dates under it as far as they fit."""
    line, names = list("─" * (broad * len(dates))), ""
    for number, name in enumerate(dates):
        place = number * broad
        if place >= len(names) + (_ROOM if names else 0):
            line[place] = "┬"
            names = names.ljust(place) + name
    return ["  0 % └" + "".join(line), " " * SCALE + names]
