"""A text as a reader looks at it, and the way back to the file.

A container's text (a saved page, an XML entity, a JSON escape) is read through a view:
the characters that matter, joined, each piece knowing which range of the file it is. A
plain text is its own view and has no pieces.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

from quizgen.model.transcript import Segment

_SOON = 6  # pieces: a gap, a label, a blank, the words and a little more


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """``text`` and its pieces: where each begins in the text, and its range of the source.

    ``at``, ``lows`` and ``highs`` have a number for each piece, ``times`` one where the form
    knows times. A piece as long as its range maps character by character; any other (an
    entity) maps whole. Without pieces the view is the source itself.
    """

    text: str = field(repr=False)
    source: str = field(repr=False)
    at: Sequence[int] = field(default=(), repr=False)
    lows: Sequence[int] = field(default=(), repr=False)
    highs: Sequence[int] = field(default=(), repr=False)
    times: Sequence[float | None] = field(default=(), repr=False)

    def start(self, offset: int) -> int:
        """The source offset of the character at ``offset``."""
        at = self.at
        if not at:
            return offset
        piece = bisect_right(at, offset) - 1
        low, high = self.lows[piece], self.highs[piece]
        place = low + offset - at[piece]
        return place if place < high else max(high - 1, low)

    def end(self, offset: int) -> int:
        """The source offset after the character before ``offset``."""
        if not self.at or offset == 0:
            return self.start(offset) if self.at else offset
        piece = bisect_right(self.at, offset - 1) - 1
        high = self.highs[piece]
        if offset >= self._after(piece):
            return high
        return min(self.lows[piece] + offset - self.at[piece], high)

    def places(self, label: int, low: int, high: int, near: int) -> tuple[int, int, int, int]:
        """The source offsets of a label and of the words from ``low`` to ``high`` behind it.

        The first is the piece of the label, which is the one ``near`` or soon comes after it:
        who goes over a view in its order looks at few pieces.
        """
        at = self.at
        if not at:
            return 0, label, low, high
        if label < at[near]:
            near = 0
        piece, size = near + _SOON, len(at)
        found = bisect_right(at, label, near, min(size, piece)) - 1
        found = found if found + 1 < piece else bisect_right(at, label, near) - 1
        first, limit = self.lows[found], self.highs[found]
        there = first + label - at[found]
        there = there if there < limit else max(limit - 1, first)
        piece = found + _SOON
        held = bisect_right(at, low, found, min(size, piece)) - 1
        held = held if held + 1 < piece else bisect_right(at, low, found) - 1
        after = at[held + 1] if held + 1 < size else len(self.text)
        if high > after:
            return found, there, self.start(low), self.end(high)
        first, limit, by = self.lows[held], self.highs[held], at[held]
        start = first + low - by
        start = start if start < limit else max(limit - 1, first)
        return found, there, start, limit if high == after else min(limit, first + high - by)

    def _after(self, piece: int) -> int:
        """Where a piece ends in the text."""
        return self.at[piece + 1] if piece + 1 < len(self.at) else len(self.text)

    def segments(self, ranges: Iterable[tuple[int, int]]) -> Iterator[Segment]:
        """Ranges of the view, put one after the other, as segments of a turn's text."""
        length = 0
        for start, high in ranges:
            if not self.at:
                yield Segment(length, length + high - start, start, high)
                length += high - start
                continue
            low = start
            piece = bisect_right(self.at, low) - 1
            while low < high:
                after = self._after(piece)
                end = min(after, high)
                if end > low:
                    place = self._place(piece, low, end, after)
                    time = self.times[piece] if self.times else None
                    yield Segment(length, length + end - low, *place, time)
                    length += end - low
                low, piece = end, piece + 1

    def _place(self, piece: int, start: int, end: int, after: int) -> tuple[int, int]:
        """The source range of a part of a piece, which ends at ``after`` in the view."""
        low, high, at = self.lows[piece], self.highs[piece], self.at[piece]
        if after - at == high - low:
            return low + start - at, low + end - at
        return (low if start == at else min(low + start - at, high)), (
            high if end == after else min(low + end - at, high)
        )


class Segments(Sequence[Segment]):
    """The segments of a turn, made when somebody asks: few ask, and most turns have many."""

    __slots__ = ("_made", "_ranges", "_view")

    def __init__(self, view: View, ranges: Iterable[tuple[int, int]]) -> None:
        self._view = view
        self._ranges = tuple(ranges)
        self._made: tuple[Segment, ...] | None = None

    def _all(self) -> tuple[Segment, ...]:
        if self._made is None:
            self._made = tuple(self._view.segments(self._ranges))
        return self._made

    @overload
    def __getitem__(self, index: int) -> Segment: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Segment]: ...
    def __getitem__(self, index: int | slice) -> Segment | Sequence[Segment]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __bool__(self) -> bool:
        return bool(self._ranges)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


class Builder:
    """Puts a view together, piece by piece."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._parts: list[str] = []
        self._at = array("q")
        self._lows = array("q")
        self._highs = array("q")
        self._times: list[float | None] = []
        self._time: float | None = None
        self._open = False  # the last piece maps character by character, and may go on
        self.length = 0
        self.last = ""  # character so far
        self.end = 0  # of the last piece's range of the source

    def add(self, text: str, low: int, high: int, time: float | None = None) -> None:
        """Add a text that stands at a range of the source; ``time`` is in seconds."""
        if not text:
            return
        size = len(text)
        exact = size == high - low
        if exact and self._open and self.end == low and self._time == time:
            self._highs[-1] = high
        else:
            self._at.append(self.length)
            self._lows.append(low)
            self._highs.append(high)
            self._times.append(time)
            self._time = time
            self._open = exact
        self._parts.append(text)
        self.length += size
        self.last = text[-1]
        self.end = high

    def open(self, gap: str, label: str, low: int, high: int) -> int:
        """Add a gap, a label that stands at a range of the source, and a blank.

        Returns where the label begins. It is what three calls of ``add`` would do, at once.
        """
        at = self.length + len(gap)
        if not label or (not gap and self.length):
            self.add(gap, self.end, self.end)
            self.add(label, low, high)
            self.add(" ", high, high)
            return at
        end = at + len(label)
        if gap:
            self._at.append(self.length)
            self._lows.append(self.end)
            self._highs.append(self.end)
            self._times.append(None)
        self._at.extend((at, end))
        self._lows.extend((low, high))
        self._highs.extend((high, high))
        self._times.extend((None, None))
        self._parts.extend((gap, label, " "))
        self._time, self._open = None, False
        self.length, self.last, self.end = end + 1, " ", high
        return at

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

    def view(self) -> View:
        """The finished view."""
        timed = any(time is not None for time in self._times)
        text, times = "".join(self._parts), self._times if timed else ()
        return View(text, self.source, self._at, self._lows, self._highs, times)


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
