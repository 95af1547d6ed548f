"""A text as a reader looks at it, and the way back to the file.

A container's text (a saved page, an XML entity, a JSON escape) is read through a view:
the characters that matter, joined, each piece knowing which range of the file it is. A
plain text is its own view and has no pieces.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from quizgen.model.transcript import Segment


@dataclass(frozen=True, slots=True)
class View:
    """``text`` and its pieces: where each begins in the text, and its range of the source.

    A piece as long as its range maps character by character; any other (an entity) maps
    whole. Without pieces the view is the source itself.
    """

    text: str = field(repr=False)
    source: str = field(repr=False)
    at: tuple[int, ...] = field(default=(), repr=False)
    ranges: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    times: tuple[float | None, ...] = field(default=(), repr=False)

    def start(self, offset: int) -> int:
        """The source offset of the character at ``offset``."""
        if not self.at:
            return offset
        piece = max(bisect_right(self.at, offset) - 1, 0)
        low, high = self.ranges[piece]
        return min(low + offset - self.at[piece], max(high - 1, low)) if high > low else low

    def end(self, offset: int) -> int:
        """The source offset after the character before ``offset``."""
        if not self.at or offset == 0:
            return self.start(offset) if self.at else offset
        piece = max(bisect_right(self.at, offset - 1) - 1, 0)
        low, high = self.ranges[piece]
        length = self._length(piece)
        return (
            high if offset - self.at[piece] >= length else min(low + offset - self.at[piece], high)
        )

    def _length(self, piece: int) -> int:
        after = self.at[piece + 1] if piece + 1 < len(self.at) else len(self.text)
        return after - self.at[piece]

    def segments(self, ranges: Iterable[tuple[int, int]]) -> tuple[Segment, ...]:
        """Ranges of the view, put one after the other, as segments of a turn's text."""
        found: list[Segment] = []
        length = 0
        for start, high in ranges:
            if not self.at:
                found.append(Segment(length, length + high - start, start, high))
                length += high - start
                continue
            low = start
            piece = max(bisect_right(self.at, low) - 1, 0)
            while low < high:
                after = self.at[piece + 1] if piece + 1 < len(self.at) else len(self.text)
                end = min(after, high)
                if end > low:
                    place = self._place(piece, low, end, after)
                    time = self.times[piece] if self.times else None
                    found.append(Segment(length, length + end - low, *place, time))
                    length += end - low
                low, piece = end, piece + 1
        return tuple(found)

    def _place(self, piece: int, start: int, end: int, after: int) -> tuple[int, int]:
        """The source range of a part of a piece, which ends at ``after`` in the view."""
        low, high = self.ranges[piece]
        at = self.at[piece]
        if after - at == high - low:
            return low + start - at, low + end - at
        return (low if start == at else min(low + start - at, high)), (
            high if end == after else min(low + end - at, high)
        )


class Builder:
    """Puts a view together, piece by piece."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._parts: list[str] = []
        self._at: list[int] = []
        self._ranges: list[tuple[int, int]] = []
        self._times: list[float | None] = []
        self._exact = False
        self.length = 0
        self.last = ""

    def add(self, text: str, low: int, high: int, time: float | None = None) -> None:
        """Add a text that stands at a range of the source; ``time`` is in seconds."""
        if not text:
            return
        exact = len(text) == high - low
        joins = self._exact and exact and self._ranges[-1][1] == low and self._times[-1] == time
        if joins:
            self._ranges[-1] = (self._ranges[-1][0], high)
        else:
            self._at.append(self.length)
            self._ranges.append((low, high))
            self._times.append(time)
            self._exact = exact
        self._parts.append(text)
        self.length += len(text)
        self.last = text[-1]

    def keep(self, low: int, high: int) -> None:
        """Add a range of the source as it stands."""
        self.add(self.source[low:high], low, high)

    def join(self, text: str, at: int) -> None:
        """Add a text that stands nowhere in the source, such as a space between two cues."""
        self.add(text, at, at)

    @property
    def newlines(self) -> int:
        """How many line breaks end the text so far, blanks between them left out."""
        found, at = 0, len(self._parts) - 1
        while at >= 0:
            part = self._parts[at]
            bare = part.rstrip("\n \t")
            found += part.count("\n", len(bare))
            if bare:
                break
            at -= 1
        return found

    @property
    def end(self) -> int:
        """Where the range of the last piece ends in the source."""
        return self._ranges[-1][1] if self._ranges else 0

    def view(self) -> View:
        """The finished view."""
        times = tuple(self._times) if any(t is not None for t in self._times) else ()
        text = "".join(self._parts)
        return View(text, self.source, tuple(self._at), tuple(self._ranges), times)


def plain(text: str) -> View:
    """A text that is its own view."""
    return View(text, text)


def without(text: str, cuts: Iterable[tuple[int, int]]) -> View:
    """A text without some ranges of it, which come in order; its own view without any."""
    builder, at = Builder(text), 0
    for low, high in cuts:
        builder.keep(at, low)
        at = high
    if not at:
        return plain(text)
    builder.keep(at, len(text))
    return builder.view()
