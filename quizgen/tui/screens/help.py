"""The keys of the screen underneath: those that do something now, then the others."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from quizgen.tui.content import literal, prose
from quizgen.tui.deeds import Deed, deeds_of
from quizgen.tui.texts import _
from quizgen.tui.widgets.hanging import Hanging
from quizgen.tui.widgets.key_bar import KeyBar

_ROOMY = 70  # columns from which there is room to explain


class _Line(Hanging):
    """What one key or several do; a click does it, where it can be done now."""

    DEFAULT_CSS = """
    _Line.-now:hover { background: $foreground 6%; }
    """

    def __init__(self, keys: Content, meaning: Content, deed: Deed | None) -> None:
        super().__init__(keys, meaning)
        self.deed = deed
        self.set_class(deed is not None, "-now")

    def on_click(self) -> None:
        """Close the help, and do it."""
        if self.deed is not None:
            self.screen.dismiss(self.deed)


class HelpScreen(ModalScreen[Deed | None]):
    """Explains another screen from its own keys, so that it cannot be out of date.

    The result is what the learner chose to do.
    """

    BINDINGS = [
        Binding(
            "escape,q,question_mark,f1",
            "dismiss(None)",
            _("Back"),
            id="help.back",
            tooltip=_("Close the help"),
        ),
    ]
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, about: Screen[Any]) -> None:
        super().__init__()
        self.about = about
        self.now, self.later = deeds_of(about)

    def compose(self) -> ComposeResult:
        """Lay out the keys, those of no use now last, and what there is to say of the screen."""
        room = max((len(self._keys(deed)) for deed in (*self.now, *self.later)), default=0)
        with VerticalScroll(classes="window"):
            yield Static(literal(_("Keys"), "bold"), classes="title")
            yield from self._lines(self.now, room, now=True)
            if self.later:
                yield Static(literal(_("At other moments"), "bold"), classes="head")
                yield from self._lines(self.later, room, now=False)
            if self.about.HELP:
                yield Static(prose(self.about.HELP), classes="about")
        yield KeyBar()

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def _keys(self, deed: Deed) -> str:
        return " ".join(dict.fromkeys(map(self.app.get_key_display, deed.bindings)))

    def _lines(self, deeds: Iterable[Deed], room: int, *, now: bool) -> Iterator[_Line]:
        for deed in deeds:
            keys = literal(self._keys(deed).ljust(room + 2), "bold $text-accent")
            tooltip = deed.bindings[0].tooltip if self.app.size.width >= _ROOMY else ""
            more = literal(f" – {tooltip}" if tooltip else "", "dim")
            yield _Line(keys, literal(deed.name) + more, deed if now else None)
