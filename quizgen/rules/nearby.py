"""Things by where they stand, so that the nearest ones are found without looking at all.

Wrong answers come from near the right one first. Comparing every phrase with every other
would make long transcripts slow; here a lookup costs only what it returns.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")

MOST = 80


class Nearby(Generic[T]):
    """An index of things by a key (what they must have in common) and a position."""

    def __init__(self, things: Iterable[tuple[Hashable, int, T]]) -> None:
        self._positions: dict[Hashable, list[int]] = {}
        self._things: dict[Hashable, list[T]] = {}
        for key, position, thing in things:
            self._positions.setdefault(key, []).append(position)
            self._things.setdefault(key, []).append(thing)

    def around(self, key: Hashable, position: int, most: int = MOST) -> list[T]:
        """The ``most`` things of a key that are nearest to a position, nearest first.

        Things must have been given in the order of their positions.
        """
        positions = self._positions.get(key, [])
        middle = bisect_left(positions, position)
        low, high = max(0, middle - most), middle + most
        near = sorted(range(low, min(high, len(positions))), key=lambda n: (
            abs(positions[n] - position), n))  # fmt: skip
        return [self._things[key][number] for number in near[:most]]
