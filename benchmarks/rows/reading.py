"""How fast a transcript is read."""

import re
from collections.abc import Iterator

from benchmarks.pairs import Row
from benchmarks.samples import transcript
from quizgen.transcripts.registry import parse

_TIMES = 20


def rows() -> Iterator[Row]:
    """One form read whole, and ten times as much of it."""
    text, longer = transcript(_TIMES), transcript(10 * _TIMES)
    label = re.compile(r"^([A-Z][\w.' -]{0,40}): ?(.*)$", re.MULTILINE)
    yield Row(
        name="reading, line-based",
        against="one label regex over the same text",
        budget=6,
        ours=lambda: parse(text, "many.txt"),
        theirs=lambda: [match.groups() for match in label.finditer(text)],
    )
    yield Row(
        name="reading ten times as much",
        against="reading once",
        budget=11,
        ours=lambda: parse(longer, "more.txt"),
        theirs=lambda: parse(text, "many.txt"),
        rounds=7,
    )
