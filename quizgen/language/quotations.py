"""Where a text repeats somebody else's words: between quotation marks, over several sentences."""

import re
from functools import lru_cache

_PARAGRAPH = re.compile(r"\S(?:.(?!\n[ \t\r]*\n))*.?", re.DOTALL)
_MARK = re.compile('["“”„«»]')
_CLOSES = {"“": "”", "„": "“”", "«": "»", '"': '"', "”": "“”"}
_REMEMBERED = 64  # turns, whose sentences come one after the other


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether all from ``start`` to ``end`` stands between quotation marks in ``text``."""
    return any(low <= start and end <= high for low, high in _quotations(text))


@lru_cache(maxsize=_REMEMBERED)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges between quotation marks; one that is not closed lasts to its paragraph's end."""
    found = []
    for paragraph in _PARAGRAPH.finditer(text) if _MARK.search(text) else ():
        opened: tuple[int, str] | None = None
        for mark in _MARK.finditer(text, paragraph.start(), paragraph.end()):
            sign = mark.group()
            if opened is None:
                opened = (mark.start(), _CLOSES[sign]) if sign in _CLOSES else None
            elif sign in opened[1]:
                found.append((opened[0], mark.end()))
                opened = None
        if opened is not None:
            found.append((opened[0], paragraph.end()))
    return tuple(found)
