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
_DASH = re.compile(  # the space behind it may be forgotten; it may be another bullet
    r"( *)(?:-(?=\s|$|[A-Za-z\"'])|(?:[*•·–—+]|\d{1,3}[.)])(?=\s+[A-Za-z][\w-]{0,40}:\s))"
)
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
    listing: Section | None = None
    cutter = _Cutter()
    starts = [*_starts(text, cutter), None]
    for here, following in pairwise(starts):
        assert here is not None
        offset, line, kind = here
        piece = Piece(offset, following[0] if following else len(text), line)
        if listing is not None and kind == "item":
            listing.items.append(piece)
            continue
        sections.append(Section(piece))
        listing = sections[-1] if kind == "list" else listing
    return sections


class _Cutter:
    """Remembers the list being read: None, or its dashes' indentation (-1: not yet seen).

    An entry with a value ends the list, unless more of its dashes follow: then the entry is a
    field that stands too far left, and the list goes on.
    """

    def __init__(self) -> None:
        self.indent: int | None = None
        self._last: int | None = None

    def begins(self, line: str) -> str | None:
        """Tell whether a line begins an ``entry``, a ``list``, an ``item``, or nothing (None)."""
        dash = _DASH.match(line)
        if dash and self._goes_on(len(dash[1])):
            return "item"
        entry = _ENTRY.match(line)
        if entry is None:
            return None
        rest = line[entry.end("key") :].lstrip().removeprefix(":")
        self._last = self.indent if self.indent is not None else self._last
        self.indent = -1 if _COMMENT.match(rest.rstrip(_BREAKS)) else None
        return "entry" if self.indent is None else "list"

    def _goes_on(self, indent: int) -> bool:
        """Whether a dash with this indentation is one of the list's, which may begin or resume."""
        if self.indent == -1 or (self.indent is None and self._last == indent):
            self.indent = indent
        return self.indent == indent


def _starts(text: str, cutter: _Cutter) -> Iterator[tuple[int, int, str | None]]:
    """Offset, line and what it begins, for every piece."""
    offset = 0
    for number, (line, _) in enumerate(_lines(text), 1):
        begins = cutter.begins(line)
        if begins or number == 1:
            yield offset, number, begins
        offset += len(line)


def _lines(text: str) -> Iterator[tuple[str, int]]:
    for match in LINE.finditer(text):
        if match[0] or match.start() == 0:
            yield match[0], match.start()
