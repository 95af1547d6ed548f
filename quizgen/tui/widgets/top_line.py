"""The head of a screen: where one is, and during a session how far."""

from textual.content import Content
from textual.widget import Widget

from quizgen.tui.content import literal
from quizgen.tui.texts import _


class TopLine(Widget):
    """A title at the left, a count at the right, and under both a thin bar of progress."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TopLine { dock: top; height: 2; padding: 0 1; color: $text-muted; }
    TopLine.-urgent { color: $text-error; text-style: bold; }
    """

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._title = title
        self._note = ""
        self._done = 0
        self._total = 0

    def put(self, title: str, *, note: str = "", urgent: bool = False) -> None:
        """Name the place; ``note`` stands at the right end; ``urgent`` makes it stand out."""
        self._title, self._note, self._total = title, note, 0
        self.set_class(urgent, "-urgent")
        self.refresh()

    def count(self, position: int, total: int, *, done: int) -> None:
        """Say which of how many questions is on the screen and how many are behind it."""
        self._note = _("{position} of {total}").format(position=position, total=total)
        self._done, self._total = done, total
        self.refresh()

    def render(self) -> Content:
        """Shorten the title rather than the count."""
        width = self.content_size.width
        note = literal(self._note)
        room = max(width - note.cell_length - 2, 0)
        title = literal(" ".join(self._title.split())).truncate(room, ellipsis=True, pad=True)
        line = Content.assemble(title, "  ", note)
        return Content("\n").join([line, self._bar(width)])

    def _bar(self, width: int) -> Content:
        if not self._total:
            return Content.styled("─" * width, "$foreground 15%")
        done = round(width * self._done / self._total)
        return Content.assemble(("━" * done, "$accent"), ("─" * (width - done), "$foreground 20%"))
