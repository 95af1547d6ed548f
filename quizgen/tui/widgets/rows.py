"""Rows to choose from, each behind a mark: one widget however many there are.

Textual can make a widget of every row, but then every change of a mark has it look up the
style sheet again, and a verdict changes all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from quizgen.tui.widgets.reversible import Reversible


class Look(StrEnum):
    """How a row is drawn; the names are those of the style sheet below."""

    PLAIN = "rows--plain"
    MARKED = "rows--marked"
    HELD = "rows--held"
    STRUCK = "rows--struck"
    RIGHT = "rows--right"
    WRONG = "rows--wrong"
    PAST = "rows--past"
    HOVER = "rows--hover"


@dataclass(frozen=True, slots=True)
class Row:
    """A text behind a mark of fixed width."""

    mark: Content
    body: Content
    look: Look = Look.PLAIN


class Rows(Reversible):
    """Rows of text whose wrapped lines stay to the right of their marks; the mouse names them."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(Look)
    DEFAULT_CSS = """
    Rows {
        height: auto; width: 1fr;
        & > .rows--hover { background: $foreground 6%; }
        & > .rows--marked { background: $primary 16%; text-style: bold; }
        & > .rows--held { background: $accent 24%; text-style: bold; }
        & > .rows--struck { text-style: strike; color: $text-disabled; }
        & > .rows--right { color: $text-success; text-style: bold; background: $success 12%; }
        & > .rows--wrong { color: $text-error; background: $error 10%; }
        & > .rows--past { color: $text-muted; }
    }
    /* Sixteen colours cannot be mixed to a tint. */
    Rows:ansi > .rows--hover { background: ansi_default; }
    Rows:ansi > .rows--marked { background: ansi_default; text-style: bold reverse; }
    Rows:ansi > .rows--held { background: ansi_default; text-style: bold reverse; }
    Rows:ansi > .rows--right { background: ansi_default; }
    Rows:ansi > .rows--wrong { background: ansi_default; }
    Rows:nocolor > .rows--marked { background: $foreground; color: $background; }
    Rows:nocolor > .rows--held { background: $foreground; color: $background; }
    """

    @dataclass
    class Clicked(Message):
        """A row was clicked, twice in a row if ``double``."""

        rows: "Rows"
        number: int
        double: bool

        @property
        def control(self) -> "Rows":
            """Where that was."""
            return self.rows

    @dataclass
    class Grabbed(Message):
        """The mouse went down on a row, or with ``number`` None up again."""

        number: int | None

    @dataclass
    class Dragged(Message):
        """The mouse moved to another row while it was down."""

        number: int

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._rows: Sequence[Row] = ()
        self._wrapped: list[list[Content]] = []
        self._wrapped_at: int | None = None
        self._hovered: int | None = None

    def put(self, rows: Sequence[Row]) -> None:
        """Show these rows; they are laid out again only if their texts changed."""
        reflow = [_shape(row) for row in rows] != [_shape(row) for row in self._rows]
        if [row.body for row in rows] != [row.body for row in self._rows]:
            self._wrapped_at = None
        self._rows = rows
        self.refresh(layout=reflow)

    def show(self, number: int) -> None:
        """Bring a row into sight where there are more than the window holds."""
        region = self.region_of(number).translate(self.virtual_region.offset)
        parent = self.parent
        while isinstance(parent, Widget) and not parent.allow_vertical_scroll:
            region = region.translate(parent.virtual_region.offset)
            parent = parent.parent
        if isinstance(parent, Widget):
            parent.scroll_to_region(region, animate=False, force=True)

    def region_of(self, number: int) -> Region:
        """Where a row stands in the widget."""
        lines = self._lines(self.content_size.width)
        top = sum(map(len, lines[:number]))
        return Region(0, top, self.content_size.width, len(lines[number]))

    # Drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the lines at this width."""
        return sum(map(len, self._lines(width)))

    def render(self) -> Content:
        """Put each mark before the first line of its text, and as much room before the others."""
        width = self.content_size.width
        lines: list[Content] = []
        for number, wrapped in enumerate(self._lines(width)):
            row = self._rows[number]
            look = row.look
            if look is Look.PLAIN and number == self._hovered:
                look = Look.HOVER
            style = self.get_visual_style(look)
            mark = Content(" ") + row.mark
            for at, text in enumerate(wrapped):
                head = mark if at == 0 else Content(" " * mark.cell_length)
                line = head + text
                line = line.pad_right(max(width - line.cell_length, 0))
                lines.append(line.stylize_before(style))
        return Content("\n").join(lines)

    def _lines(self, width: int) -> list[list[Content]]:
        if self._wrapped_at != width:
            self._wrapped = [
                row.body.wrap(max(width - row.mark.cell_length - 2, 1)) or [Content()]
                for row in self._rows
            ]
            self._wrapped_at = width
        return self._wrapped

    # The mouse

    def _at(self, y: int) -> int | None:
        for number, lines in enumerate(self._lines(self.content_size.width)):
            y -= len(lines)
            if y < 0:
                return number
        return None

    def on_click(self, event: events.Click) -> None:
        """Say which row was clicked."""
        if (number := self._at(event.y)) is not None:
            self.post_message(self.Clicked(self, number, double=event.chain == 2))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Say which row the mouse takes hold of, and follow it."""
        if (number := self._at(event.y)) is not None:
            self.capture_mouse()
            self.post_message(self.Grabbed(number))

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """Say that the mouse lets go."""
        self.release_mouse()
        self.post_message(self.Grabbed(None))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tint the row under the mouse; say over which one it is dragged."""
        number = self._at(event.y) if 0 <= event.x < self.size.width else None
        if number != self._hovered:
            self._hovered = number
            self.refresh()
            if number is not None and self.app.mouse_captured is self:
                self.post_message(self.Dragged(number))

    def on_leave(self) -> None:
        """Tint no row."""
        self._hovered = None
        self.refresh()


def _shape(row: Row) -> tuple[str, int]:
    """What decides how many lines a row takes."""
    return row.body.plain, row.mark.cell_length
