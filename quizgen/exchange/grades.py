"""Moodle's own list of grades, the only shares of a question that it takes."""

_GRADES = (
    "100 50 33.33333 25 20 16.66667 14.28571 12.5 11.11111 10".split()  # 1 in 1 … 1 in 10
)
_LEAST = "5"
_LEAST_OF = 20


def share(number: int) -> str | None:
    """What one right choice of ``number`` is worth in per cent; None where Moodle has no word."""
    if number <= len(_GRADES):
        return _GRADES[number - 1]
    return _LEAST if number == _LEAST_OF else None


def share_off(number: int) -> str:
    """What one wrong choice of ``number`` costs in per cent: its share, or the one above it."""
    return share(number) or (_GRADES[-1] if number < _LEAST_OF else _LEAST)
