"""Change a text in some places; every other byte stays."""

from collections.abc import Iterable

from quizgen.documents.nodes import Mend


def spliced(text: str, mends: Iterable[Mend]) -> str:
    """Apply mends; of two that overlap, the one that begins first."""
    parts: list[str] = []
    done = 0
    for mend in sorted(mends, key=lambda mend: (mend.start, mend.end)):
        if mend.start >= done:
            parts += text[done : mend.start], mend.text
            done = mend.end
    return "".join([*parts, text[done:]])
