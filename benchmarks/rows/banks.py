"""How fast a bank is read, and its questions checked."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import yaml

from benchmarks import samples
from benchmarks.pairs import Row
from quizgen.bank.flawed import flawed
from quizgen.bank.reader import parse_bank
from quizgen.library.reading import bank_at

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
        name=f"{_ITEMS:,} items, check",
        against="yaml.load, C loader",
        budget=2,
        ours=lambda: flawed(parse_bank(text, "many.yaml")),
        theirs=lambda: yaml.load(text, yaml.CSafeLoader),
        rounds=5,
    )
    fewer = samples.bank(_ITEMS // 10)
    yield Row(
        name=f"checking {_ITEMS:,} items",
        against=f"checking {_ITEMS // 10:,}",
        same=True,
        budget=11,
        ours=lambda: flawed(parse_bank(text, "many.yaml")),
        theirs=lambda: flawed(parse_bank(fewer, "fewer.yaml")),
        rounds=5,
    )
    path = Path(tempfile.mkdtemp()) / "many.yaml"
    path.write_text(text, encoding="utf-8")
    cache = patch.dict(os.environ, {"QUIZGEN_HOME": str(path.parent)})
    with cache:
        bank_at(path)
    yield Row(
        name=f"{_ITEMS:,} items, from the cache",
        against="yaml.load, C loader",
        budget=0.1,
        ours=cache(lambda: bank_at(path)),
        theirs=lambda: yaml.load(text, yaml.CSafeLoader),
        rounds=5,
    )
    yield Row(
        name=f"loading {10 * _ITEMS:,} items",
        against=f"loading {_ITEMS:,}",
        same=True,
        budget=11,
        ours=lambda: parse_bank(longer, "more.yaml"),
        theirs=lambda: parse_bank(text, "many.yaml"),
        rounds=2,
    )
    yield from _again()


def _again() -> Iterator[Row]:
    """A bank of quizgen's own questions, made again from a transcript that did not change."""
    once, tenfold = samples.made(_ITEMS), samples.made(10 * _ITEMS)
    yield Row(
        name=f"{_ITEMS:,} items, made again unchanged",
        against="loading them",
        same=True,
        budget=2,
        ours=once.again,
        theirs=once.load,
        rounds=5,
    )
    yield Row(
        name=f"{10 * _ITEMS:,} items, made again unchanged",
        against=f"{_ITEMS:,}",
        same=True,
        budget=11,
        ours=tenfold.again,
        theirs=once.again,
        rounds=2,
    )
