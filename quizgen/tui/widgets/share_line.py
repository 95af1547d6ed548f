"""A share as one line: a bar, the figures, and what it is a share of."""

from textual.content import Content

from quizgen.tui.content import literal, prose
from quizgen.tui.texts import _

_LONGEST = 12


def share_line(name: str, right: int, answered: int) -> Content:
    """Draw ``right`` of ``answered`` for what is called ``name``."""
    figures = _("{right:>3} of {answered:<3}").format(right=right, answered=answered)
    filled = round(_LONGEST * right / answered) if answered else 0
    bar = literal("█" * filled, "$text-success") + literal("░" * (_LONGEST - filled), "dim")
    return bar + literal(f" {figures} ", "dim") + prose(name)
