"""What every screen with one scrolled body can do by key."""

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from quizgen.tui.texts import _


def scrolling_keys(screen: str, *, told: bool = False) -> list[BindingType]:
    """The keys that scroll a screen, with ids of its own; ``told`` shows them in the key bar."""
    page_down = Binding(
        "pagedown,space",
        "page(1)",
        _("Page down"),
        id=f"{screen}.page-down",
        show=told,
        tooltip=_("See what is further down"),
    )
    return [
        Binding("down,j", "scroll(1)", _("Down"), id=f"{screen}.down", show=False),
        Binding("up,k", "scroll(-1)", _("Up"), id=f"{screen}.up", show=False),
        page_down,
        Binding("pageup", "page(-1)", _("Page up"), id=f"{screen}.page-up", show=False),
    ]


class Scrolling(Screen[None]):
    """A screen whose body is scrolled by its own keys, whatever has the focus."""

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        view = self.query_one(VerticalScroll)
        view.scroll_relative(y=pages * max(view.size.height - 2, 1), animate=False)
