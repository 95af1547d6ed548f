"""Cut a broken file into pieces that can be read one by one.

A piece is a top-level entry (``title: …``) or one item of a list that stands under one
(``questions:``). The cuts need nothing but the first signs of lines, so they are found
in a file that no YAML parser can read.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

LINE = re.compile(r"[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|$)")
"""One line as YAML 1.1 counts them, with its line break."""

_BREAKS = "\r\n\x85\u2028\u2029"
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_RARE_BREAK = re.compile("[\r\x85\u2028\u2029]")
_ENTRY = re.compile(r"(?P<key>[^\s#\-\[\]{}\"'&*!|>%@`][^:\n\r]*?)\s*:(?P<value>\s|$)")
_DASH = re.compile(r"( *)-(?=\s|$|[A-Za-z\"'])")  # the space behind it may be forgotten
_COMMENT = re.compile(r"\s*(#.*)?$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A range of whole lines: offsets and the number of the first line, from 1."""

    start: int
    end: int
    line: int


@dataclass(slots=True)
class Section:
    """A top-level entry: its own lines, and its items where it is a list of them."""

    head: Piece
    items: list[Piece] = field(default_factory=list)


def lines_of(text: str) -> tuple[str, ...]:
    """Split as YAML 1.1 does, without the line breaks."""
    if not _RARE_BREAK.search(text):
        lines = text.split("\n")
        return tuple(lines[:-1] if len(lines) > 1 and not lines[-1] else lines)
    return tuple(line.rstrip(_BREAKS) for line, _ in _lines(text))


def line_starts(text: str) -> list[int]:
    """The offset at which each line begins."""
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    return starts[:-1] if len(starts) > 1 and starts[-1] == len(text) else starts


def line_end(text: str, at: int) -> int:
    """The start of the line below the one that holds ``at``, or the end of the text."""
    found = _BREAK.search(text, at)
    return found.end() if found else len(text)


def line_above(starts: list[int], at: int) -> int:
    """The start of the line that ends at ``at``; ``starts`` are those of all lines."""
    return starts[max(bisect_left(starts, at) - 1, 0)]


def cut(text: str) -> list[Section]:
    """Cut ``text`` into sections that together are the whole text.

    What stands before the first entry is a section of its own, if it is not empty.
    """
    sections: list[Section] = []
    cutter = _Cutter()
    starts = [*_starts(text, cutter), None]
    for here, following in pairwise(starts):
        assert here is not None
        offset, line, is_item = here
        piece = Piece(offset, following[0] if following else len(text), line)
        if is_item:
            sections[-1].items.append(piece)
        else:
            sections.append(Section(piece))
    return sections


class _Cutter:
    """Remembers the list being read: None, or its dashes' indentation (-1: not yet seen)."""

    def __init__(self) -> None:
        self.indent: int | None = None

    def begins(self, line: str) -> str | None:
        """Tell whether a line begins an ``entry``, an ``item``, or neither (None)."""
        if entry := _ENTRY.match(line):
            rest = line[entry.end("key") :].lstrip().removeprefix(":")
            self.indent = -1 if _COMMENT.match(rest.rstrip(_BREAKS)) else None
            return "entry"
        dash = _DASH.match(line)
        if dash is None or self.indent is None:
            return None
        if self.indent == -1:
            self.indent = len(dash[1])
        return "item" if len(dash[1]) == self.indent else None


def _starts(text: str, cutter: _Cutter) -> Iterator[tuple[int, int, bool]]:
    """Offset, line and whether it is an item, for every piece."""
    offset = 0
    for number, (line, _) in enumerate(_lines(text), 1):
        begins = cutter.begins(line)
        if begins or number == 1:
            yield offset, number, begins == "item"
        offset += len(line)


def _lines(text: str) -> Iterator[tuple[str, int]]:
    for match in LINE.finditer(text):
        if match[0] or match.start() == 0:
            yield match[0], match.start()
