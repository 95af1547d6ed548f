"""Chance without randomness: every choice follows from a hash, on any machine the same."""

from collections.abc import Iterable
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def draw(*parts: object) -> int:
    """A whole number that follows from the parts' texts; equally likely everywhere."""
    return int.from_bytes(sha256("|".join(map(str, parts)).encode()).digest()[:8], "big")


def shuffled(things: Iterable[T], *parts: object) -> list[T]:
    """The things in an order that follows from their texts and the parts."""
    told = [(str(thing), thing) for thing in things]  # told once: that of a sentence is long
    told.sort(key=lambda each: (draw(*parts, each[0]), each[0]))
    return [thing for _, thing in told]
