"""Text with a mark before it, whose wrapped lines stay to the right of the mark."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Hanging(Widget):
    """A block of text behind a mark of fixed width, such as ``▸ 1 a  ``."""

    DEFAULT_CSS = """
    Hanging { height: auto; width: 1fr; }
    """

    def __init__(self, mark: Content, body: Content) -> None:
        super().__init__()
        self._mark = mark
        self._body = body

    def put(self, mark: Content, body: Content) -> None:
        """Show something else; the lines are laid out again only if the text changed."""
        reflow = body.plain != self._body.plain or len(mark) != len(self._mark)
        self._mark, self._body = mark, body
        self.refresh(layout=reflow)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the lines at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Put the mark before the first line and as much room before the others."""
        first, *others = self._lines(self.content_size.width)
        room = Content(" " * self._mark.cell_length)
        return Content("\n").join([self._mark + first, *(room + line for line in others)])

    def _lines(self, width: int) -> list[Content]:
        return self._body.wrap(max(width - self._mark.cell_length, 1)) or [Content()]
