"""Figures about learners and about questions. Pure: numbers in, numbers out."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Retention:
    """Of the ``reviews`` on a study day, how many were ``kept`` in mind."""

    day: int
    kept: int
    reviews: int


def weekly(days: Iterable[Retention]) -> list[Retention]:
    """The same by week; ``day`` is then the week's Monday."""
    weeks: dict[int, Retention] = {}
    for one in days:
        monday = one.day - (one.day + 3) % 7  # 1970-01-01 was a Thursday
        sofar = weeks.get(monday, Retention(monday, 0, 0))
        weeks[monday] = Retention(monday, sofar.kept + one.kept, sofar.reviews + one.reviews)
    return [weeks[monday] for monday in sorted(weeks)]
