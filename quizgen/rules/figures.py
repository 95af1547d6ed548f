"""The figures that a talk gives, by their unit: those heard of the same are fair wrong answers."""

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

_FIGURE = re.compile(
    r"(?P<sign>[$€£¥]?)(?<![\w.,/:#^*=<>~+–-])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?![\w/:–]|[.,]\d|-\d)(?P<unit>\s?(?:%|per ?cent|[a-z]{3,}))?"
)
_PERCENT = re.compile(r"per ?cent")
_NEAREST, _FARTHEST = Decimal("0.04"), Decimal(2)  # how far from the right one, as its share

Figures = dict[str, tuple[str, ...]]


def unit_of(before: str, after: str) -> str:
    """What a number counts, as far as the signs around it tell: ``$ million``, ``%``, ``boats``."""
    sign = before[-1:] if before[-1:] in tuple("$€£¥") else ""
    word = re.match(r"\s?(%|[a-z]+(?: ?cent\b)?)?", after)
    return f"{sign}{_PERCENT.sub('%', (word[1] or '') if word else '')}"


def figures(texts: Iterable[str]) -> Figures:
    """The numbers in digits of some sentences, as printed, by their unit."""
    found: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for match in _FIGURE.finditer(text):
            unit = unit_of(text[: match.start("number")], text[match.end("number") :])
            found[unit].add(match["number"])
    return {unit: tuple(sorted(numbers)) for unit, numbers in found.items() if unit}


def fit_beside(key: str, heard: Iterable[str]) -> list[Decimal]:
    """Those of the figures heard that could be taken for ``key``: as long, and near it."""
    value = _value(key)
    return sorted(
        {
            other
            for text in heard
            if len(text) == len(key) and _places(text) == _places(key)
            for other in [_value(text)]
            if value / _FARTHEST <= other <= value * _FARTHEST
            and abs(other - value) >= value * _NEAREST
        }
    )


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _places(text: str) -> int:
    return len(text.partition(".")[2])
