"""The days of a year as a picture: a column a week, a row a weekday."""

from collections.abc import Mapping
from datetime import date, timedelta

from textual.content import Content

from quizgen.tui.content import literal
from quizgen.tui.dates import MONTHS, WEEKDAYS

SHADES = "·░▒▓█"
_STEPS = (0, 1, 10, 25, 50)  # answers from which a day is so dark


def shade(answers: int) -> str:
    """The sign for a day with so many answers."""
    return SHADES[sum(answers >= step for step in _STEPS) - 1]


def heat_map(days: Mapping[date, int], today: date, weeks: int) -> Content:
    """The latest ``weeks`` weeks up to today, months named above; readable without colour."""
    monday = today - timedelta(days=today.weekday()) - timedelta(weeks=max(weeks, 1) - 1)
    months = [" "] * (2 * weeks + 4)
    for week in range(weeks):
        first = monday + timedelta(weeks=week)
        crowded = week == 0 and (first + timedelta(weeks=1)).day <= 7  # the next name needs room
        if (first.day <= 7 or week == 0) and not crowded:
            months[2 * week : 2 * week + 3] = MONTHS[first.month - 1][:3].ljust(3)
    lines = [literal(f"   {''.join(months).rstrip()}", "dim")]
    for row, name in enumerate(WEEKDAYS):
        cells = []
        for week in range(weeks):
            day = monday + timedelta(weeks=week, days=row)
            cells.append("  " if day > today else f"{shade(days.get(day, 0))} ")
        label = name if row % 2 == 0 else "  "
        lines.append(literal(f"{label:<3}", "dim") + literal("".join(cells), "$text-success"))
    return Content("\n").join(lines)


def heat_key() -> Content:
    """From how many answers on a day has which sign."""
    signs = [f"{sign} {step}{'+' * bool(step)}" for sign, step in zip(SHADES, _STEPS, strict=True)]
    return literal("   " + "  ".join(signs), "dim")
