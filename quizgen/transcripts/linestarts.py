"""Patterns for the start of lines, found by the line break before them.

``^`` in a regular expression makes it look at every character of a text; a line break at
its beginning is looked for at the speed of memory.
"""

import re
from collections.abc import Iterator


class LineStarts:
    """A pattern that begins where a line begins; a match may hold the line break before it."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.first = re.compile(pattern, flags)
        self.others = re.compile(rf"\n{pattern}", flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match, first to last; they do not overlap."""
        first = self.first.match(text)
        if first:
            yield first
        yield from self.others.finditer(text, first.end() if first else 0)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.first.match(text) or self.others.search(text)


def begin(match: re.Match[str]) -> int:
    """Where the line of a match begins."""
    start = match.start()
    return start + 1 if match.string[start : start + 1] == "\n" else start
