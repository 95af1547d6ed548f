"""A share as one line: a bar, the figures, and what it is a share of."""

from textual.content import Content

from quizgen.tui.content import literal, prose
from quizgen.tui.texts import _

_LONGEST = 12
_ROOMY = 50  # columns of the line from which the bar has all its length


def share_line(name: str, right: int, answered: int, *, width: int) -> Content:
    """Draw ``right`` of ``answered`` for what is called ``name``, in a line of ``width``."""
    figures = _("{right:>3} of {answered:<3}").format(right=right, answered=answered)
    length = _LONGEST if width >= _ROOMY else _LONGEST // 2
    filled = round(length * right / answered) if answered else 0
    bar = literal("█" * filled, "$text-success") + literal("░" * (length - filled), "dim")
    return bar + literal(f" {figures} ", "dim") + prose(name)
