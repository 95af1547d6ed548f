"""A list to choose a line from, each of several lines of text."""

from collections.abc import Collection, Iterable

from textual.binding import Binding
from textual.content import Content, Span
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizgen.tui.content import literal
from quizgen.tui.texts import _
from quizgen.tui.widgets.reversible import Reversible


class Menu(OptionList, Reversible):
    """Entries to choose from by arrow keys, Enter and mouse; one widget however many there are."""

    BINDINGS = [
        Binding("enter", "select", _("Choose"), id="menu.choose", tooltip=_("Take this entry")),
        Binding("j", "cursor_down", _("Down"), id="menu.down", show=False),
        Binding("k", "cursor_up", _("Up"), id="menu.up", show=False),
    ]
    DEFAULT_CSS = """
    Menu, Menu:focus {
        border: none; background: $background; background-tint: 0%; padding: 0;
        scrollbar-size-vertical: 1;
        & > .option-list--option-highlighted { background: $primary 20%; color: $foreground; }
        & > .option-list--option-hover { background: $foreground 6%; }
    }
    Menu:blur > .option-list--option-highlighted { background: $foreground 6%; }
    Menu:ansi:focus > .option-list--option-highlighted {
        background: ansi_default; color: ansi_default; text-style: reverse;
    }
    Menu:nocolor:focus > .option-list--option-highlighted {
        background: $foreground; color: $background;
    }
    """

    def put(
        self,
        entries: Iterable[Content],
        *,
        at: int | None = None,
        heads: Collection[int] = (),
    ) -> None:
        """Show these entries; the cursor stays at its place, or goes to ``at``.

        Those with the numbers ``heads`` are headings, which cannot be chosen.
        """
        wanted = self.highlighted or 0 if at is None else at
        shown = map(_uncoloured, entries) if self.app.no_color else entries
        rows = [Option(row, disabled=number in heads) for number, row in enumerate(shown)]
        self.clear_options()
        self.add_options(rows)
        free = [number for number in range(len(rows)) if number not in heads]
        if free:
            self.highlighted = next((number for number in free if number >= wanted), free[-1])


def _uncoloured(row: Content) -> Content:
    """Weights alone: a colour of its own would vanish on the inverted row of the cursor."""
    spans = [
        Span(span.start, span.end, " ".join(w for w in str(span.style).split() if w[0] != "$"))
        for span in row.spans
    ]
    return Content(row.plain, spans, strip_control_codes=False)


def entry(name: Content | str, *notes: Content | str, room: bool = True) -> Content:
    """An entry: its name, under it what there is to say, and a line of room."""
    title = literal(name, "bold") if isinstance(name, str) else name
    lines = [title]
    for note in notes:
        if note:
            lines.append(literal(note, "dim") if isinstance(note, str) else note)
    if room:
        lines.append(literal(""))
    return Content("\n").join(lines)
