"""How fast questions are made."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.pairs import Row, process
from benchmarks.samples import QUIZGEN, SEED

_LIBRARIES = """
import nupunkt, rapidfuzz.fuzz, snowballstemmer, yaml
nupunkt.sent_spans("One word. Another word.")
rapidfuzz.fuzz.partial_ratio("one", "another one")
snowballstemmer.stemmer("english").stemWord("words")
list(yaml.parse("one: word", yaml.CSafeLoader))
"""


def rows() -> Iterator[Row]:
    """The whole process, for somebody who waits for it."""
    bank = Path(tempfile.mkdtemp()) / "bank.yaml"
    yield Row(
        name="generate, whole process",
        against="its libraries, imported and used once",
        budget=2,
        ours=process([*QUIZGEN, "generate", str(SEED), "-o", str(bank)]),
        theirs=process([sys.executable, "-c", _LIBRARIES]),
        rounds=7,
    )
