"""The budgets: what is measured, against what, and how many times as long it may take.

A file holds the rows of one part of quizgen, in a generator ``rows()``.
"""

from benchmarks.rows import (
    anki,
    banks,
    exchange,
    generating,
    history,
    linters,
    reading,
    screen,
    size,
    start_up,
    terminals,
)

PARTS = {
    "start_up": start_up,
    "size": size,
    "reading": reading,
    "generating": generating,
    "banks": banks,
    "linters": linters,
    "exchange": exchange,
    "history": history,
    "anki": anki,
    "screen": screen,
    "terminals": terminals,
}
"""In the order in which data flows through quizgen, each followed by the others' programs."""
