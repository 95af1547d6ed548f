"""What every screen with one scrolled body can do by key."""

from textual.containers import VerticalScroll
from textual.screen import Screen


class Scrolling(Screen[None]):
    """A screen whose body is scrolled by its own keys, whatever has the focus."""

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        view = self.query_one(VerticalScroll)
        view.scroll_relative(y=pages * max(view.size.height - 2, 1), animate=False)
