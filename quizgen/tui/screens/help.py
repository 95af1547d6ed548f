"""The keys of the screen underneath: those that do something now, then the others."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from quizgen.tui.content import literal, prose
from quizgen.tui.texts import _
from quizgen.tui.widgets.hanging import Hanging

_WIDEST = 14


class HelpScreen(ModalScreen[None]):
    """Explains another screen from its own keys, so that it cannot be out of date."""

    BINDINGS = [
        Binding("escape,q,question_mark,f1", "dismiss(None)", _("Back"), id="help.back"),
    ]
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, about: Screen[Any]) -> None:
        super().__init__()
        self.about = about
        active = about.active_bindings.values()
        self.now = _explained(one.binding for one in active if one.enabled)
        others = (b for many in about._bindings.key_to_bindings.values() for b in many)  # noqa: SLF001 - Textual has no public list of the keys that are not active
        known = {binding.action for binding in self.now}
        self.later = [b for b in _explained(others) if b.action not in known]

    def compose(self) -> ComposeResult:
        """Lay out both lists."""
        with VerticalScroll(classes="window"):
            yield Static(literal(_("Keys"), "bold"))
            if self.about.HELP:
                yield Static(prose(self.about.HELP), classes="about")
            yield from self._rows(self.now)
            if self.later:
                yield Static(literal(_("At other moments"), "bold"), classes="head")
                yield from self._rows(self.later)
            yield Static(literal(_("Esc closes this.")), classes="head quiet")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def _rows(self, bindings: Iterable[Binding]) -> Iterator[Hanging]:
        for binding in bindings:
            keys = self.app.get_key_display(binding)
            mark = literal(keys.ljust(_WIDEST)[:_WIDEST], "bold $text-accent") + literal(" ")
            name = literal(binding.description)
            more = literal(f" – {binding.tooltip}" if binding.tooltip else "", "dim")
            yield Hanging(mark, name + more)


def _explained(bindings: Iterable[Binding]) -> list[Binding]:
    """The bindings that have a meaning to tell, one for each action."""
    seen: dict[str, Binding] = {}
    for binding in bindings:
        family = binding.action.partition("(")[0]
        if binding.id and binding.description and family not in {"pick", "letter"}:
            seen.setdefault(binding.action, binding)
    return list(seen.values())
