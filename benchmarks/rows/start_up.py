"""How soon a command line is there."""

import sys
from collections.abc import Iterator

from benchmarks.pairs import Row, process
from benchmarks.samples import BANK, QUIZGEN


def rows() -> Iterator[Row]:
    """The verbs that must start at once."""
    yield Row(
        name="--version",
        against="python -c pass",
        budget=6,
        ours=process([*QUIZGEN, "--version"]),
        theirs=process([sys.executable, "-c", "pass"]),
    )
    yield Row(
        name="check, bundled bank",
        against='python -c "import yaml"',
        budget=5,
        ours=process([*QUIZGEN, "check", str(BANK)]),
        theirs=process([sys.executable, "-c", "import yaml"]),
    )
