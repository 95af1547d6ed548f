"""A long text to read, of which only the lines on show are ever laid out.

The view stands at a paragraph and a line within it and lays out from there, so that five
megabytes open as fast as five lines. The bar at the right says by characters, not by lines,
how far down one is.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

_STEP = 3
_LAID_OUT = 512


@dataclass(frozen=True, slots=True)
class Spot:
    """A line on show: of which paragraph, and which of its lines."""

    paragraph: int = 0
    line: int = 0


class TextView(Widget, can_focus=True):
    """Paragraphs, drawn by a function when they come into sight."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TextView { height: 1fr; width: 1fr; }
    """

    class Moved(Message):
        """Another part of the text is on show."""

    def __init__(self, lengths: Sequence[int], draw: Callable[[int], Content]) -> None:
        """``lengths`` are the characters of the paragraphs, ``draw`` gives one of them."""
        super().__init__()
        self._draw = draw
        self._lines = lru_cache(maxsize=_LAID_OUT)(self._laid_out)
        self._measure(lengths)

    def _measure(self, lengths: Sequence[int]) -> None:
        self._starts = [0, *accumulate(length + 1 for length in lengths)]
        self._count = len(lengths)
        self.top = Spot()

    def exchange(self, lengths: Sequence[int]) -> None:
        """Show other paragraphs, of these lengths, from the first one on."""
        self._measure(lengths)
        self.redraw()

    # Where one is

    def go(self, paragraph: int, offset: int = 0, *, above: int = 0) -> None:
        """Put the line with the character ``offset`` of a paragraph on top, or a little lower."""
        paragraph = min(max(paragraph, 0), max(self._count - 1, 0))
        seen, line = 0, 0
        for number, content in enumerate(self._lines(paragraph, self._width)):
            seen += len(content.plain) + 1
            line = number
            if seen > offset:
                break
        self.top = self._moved(Spot(paragraph, line), -above)
        self._settle()

    def scroll(self, lines: int) -> None:
        """Move by lines."""
        self.top = self._moved(self.top, lines)
        self._settle()

    def page(self, pages: int) -> None:
        """Move by windows, two lines of which stay on show."""
        self.scroll(pages * max(self.size.height - 2, 1))

    def go_to_share(self, share: float) -> None:
        """Go to this share of the text, from 0 to 1."""
        wanted = int(self._starts[-1] * min(max(share, 0.0), 1.0))
        paragraph = min(bisect_right(self._starts, wanted) - 1, self._count - 1)
        self.go(paragraph, wanted - self._starts[paragraph])

    def redraw(self) -> None:
        """Draw all paragraphs anew when they are next seen."""
        self._lines.cache_clear()
        self.refresh()

    @property
    def share(self) -> float:
        """How far down the first line on show is, from 0 to 1."""
        return self._starts[self.top.paragraph] / max(self._starts[-1], 1)

    def _moved(self, spot: Spot, lines: int) -> Spot:
        paragraph, line = spot.paragraph, spot.line + lines
        while line < 0 and paragraph > 0:
            paragraph -= 1
            line += len(self._lines(paragraph, self._width))
        while paragraph < self._count - 1:
            here = len(self._lines(paragraph, self._width))
            if line < here:
                break
            paragraph, line = paragraph + 1, line - here
        last = len(self._lines(paragraph, self._width)) - 1 if self._count else 0
        return Spot(paragraph, min(max(line, 0), max(last, 0)))

    def _settle(self) -> None:
        """Show no emptiness under the end while there is text above it."""
        height, have = self.size.height, 0
        for spot_paragraph in range(self.top.paragraph, self._count):
            have += len(self._lines(spot_paragraph, self._width))
            if have - self.top.line >= height:
                break
        missing = height - (have - self.top.line)
        if missing > 0:
            self.top = self._moved(self.top, -missing)
        self.post_message(self.Moved())
        self.refresh()

    # Drawing

    @property
    def _width(self) -> int:
        return max(self.content_size.width - 2, 1)

    def _laid_out(self, paragraph: int, width: int) -> list[Content]:
        return self._draw(paragraph).wrap(width) or [Content()]

    def on_resize(self) -> None:
        """Lay out anew for another width."""
        self.top = self._moved(Spot(self.top.paragraph), 0) if self.top.line else self.top
        self.refresh()

    def render(self) -> Content:
        """The lines on show, and the bar."""
        height, width = self.size.height, self._width
        lines: list[Content] = []
        paragraph, skip = self.top.paragraph, self.top.line
        while len(lines) < height and paragraph < self._count:
            lines += self._lines(paragraph, width)[skip:]
            paragraph, skip = paragraph + 1, 0
        lines = [line.pad_right(max(width - line.cell_length, 0)) for line in lines[:height]]
        lines += [Content(" " * width)] * (height - len(lines))
        shown = self._starts[min(paragraph, self._count)] - self._starts[self.top.paragraph]
        return Content("\n").join(
            line + Content(" ") + sign
            for line, sign in zip(lines, self._bar(height, shown), strict=True)
        )

    def _bar(self, height: int, shown: int) -> list[Content]:
        total = max(self._starts[-1], 1)
        size = max(round(height * min(shown / total, 1)), 1)
        start = min(round(height * self.share), height - size)
        return [
            Content.styled("█", "$primary 60%")
            if start <= row < start + size
            else Content.styled("│", "$foreground 15%")
            for row in range(height)
        ]

    # The mouse

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Turn the wheel down."""
        event.stop()
        self.scroll(_STEP)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Turn the wheel up."""
        event.stop()
        self.scroll(-_STEP)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the bar."""
        if event.x >= self.size.width - 2:
            self.capture_mouse()
            self._drag(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the bar."""
        if self.app.mouse_captured is self:
            self._drag(event.y)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """Let go of the bar."""
        self.release_mouse()

    def _drag(self, y: int) -> None:
        self.go_to_share(y / max(self.size.height - 1, 1))
