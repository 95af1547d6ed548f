"""The budgets: what is measured, against what, and how many times as long it may take.

A file holds the rows of one part of quizgen, in a generator ``rows()``.
"""

from collections.abc import Iterator

from benchmarks.pairs import Row
from benchmarks.rows import banks, exchange, generating, history, reading, screen, start_up


def rows() -> Iterator[Row]:
    """Every budget, in the order in which data flows through quizgen."""
    for part in (start_up, reading, generating, banks, exchange, history, screen):
        yield from part.rows()
