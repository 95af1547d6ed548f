"""Patterns for the start of lines, found by the line break before them.

``^`` in a regular expression makes it look at every character of a text; a line break at
its beginning is looked for at the speed of memory. There are many patterns, of which one
text needs few: each is compiled when it is first used.
"""

import re
from collections.abc import Iterator
from functools import cached_property


class LineStarts:
    """A pattern that begins where a line begins; a match may hold the line break before it."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def first(self) -> re.Pattern[str]:
        """The pattern at the beginning of a text."""
        return re.compile(self._pattern, self._flags)

    @cached_property
    def others(self) -> re.Pattern[str]:
        """The pattern behind a line break."""
        return re.compile(rf"\n{self._pattern}", self._flags)

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
