"""The lists of words that quizgen brings along: plain text files, an entry on a line."""

from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


def entries(name: str) -> Iterator[str]:
    """The lines of the list so named, without comments and empty lines."""
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
