"""How fast a bank is read."""

from collections.abc import Iterator

import yaml

from benchmarks import samples
from benchmarks.pairs import Row
from quizgen.bank.reader import parse_bank

_ITEMS = 10_000


def rows() -> Iterator[Row]:
    """A bank larger than a person would write, and one ten times as large."""
    text, longer = samples.bank(_ITEMS), samples.bank(10 * _ITEMS)
    yield Row(
        name=f"{_ITEMS:,} items, load and validate",
        against="yaml.load, C loader",
        budget=0.5,
        ours=lambda: parse_bank(text, "many.yaml"),
        theirs=lambda: yaml.load(text, yaml.CSafeLoader),
        rounds=5,
    )
    yield Row(
        name=f"loading {10 * _ITEMS:,} items",
        against=f"loading {_ITEMS:,}",
        budget=11,
        ours=lambda: parse_bank(longer, "more.yaml"),
        theirs=lambda: parse_bank(text, "many.yaml"),
        rounds=3,
    )
