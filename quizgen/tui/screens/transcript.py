"""The whole transcript, opened at a place."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from quizgen.library.passages import Passage
from quizgen.model.transcript import Transcript
from quizgen.tui.content import literal, prose
from quizgen.tui.texts import _
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.top_line import TopLine

_COLOURS = ("$text-primary", "$text-secondary", "$text-accent", "$text-success", "$text-warning")

_ABOVE = 4  # lines of context shown above the proof


class TranscriptScreen(Screen[None]):
    """Every turn with its speaker named and coloured; the proving words marked."""

    BINDINGS = [
        Binding("escape,o,q", "app.pop_screen", _("Back"), id="transcript.back"),
        Binding("down,j", "scroll(1)", _("Down"), id="transcript.down"),
        Binding("up,k", "scroll(-1)", _("Up"), id="transcript.up"),
        Binding("pagedown,space", "page(1)", _("Page"), id="transcript.page-down", show=False),
        Binding("pageup", "page(-1)", _("Page up"), id="transcript.page-up", show=False),
    ]
    CSS = """
    TranscriptScreen .turn { height: auto; margin-bottom: 1; }
    TranscriptScreen .-here { border-left: outer $accent; padding-left: 1; }
    """

    def __init__(self, transcript: Transcript, passage: Passage | None) -> None:
        super().__init__()
        self.transcript = transcript
        self.passage = passage

    def compose(self) -> ComposeResult:
        """Lay out all turns, one block each."""
        yield TopLine(self.transcript.title or _("Transcript"))
        names = [speaker.name for speaker in self.transcript.speakers]
        with VerticalScroll(classes="body", can_focus=False):
            for turn in self.transcript.turns:
                colour = _COLOURS[names.index(turn.who) % len(_COLOURS)]
                here = self.passage is not None and turn.index == self.passage.turn.index
                marks = self._marks() if here else ()
                block = Static(
                    literal(f"{turn.who}", f"bold {colour}")
                    + literal(f"  {turn.line}\n", "dim")
                    + prose(turn.text, marks=marks, mark="bold reverse"),
                    classes="turn -here" if here else "turn",
                )
                yield block
        yield KeyBar()

    def _marks(self) -> tuple[tuple[int, int], ...]:
        assert self.passage is not None
        return ((self.passage.start, self.passage.end),)

    def on_mount(self) -> None:
        """Go to the place."""
        self.call_after_refresh(self._go)

    def _go(self) -> None:
        """Bring the proof to the top: how far down its turn it stands is a matter of share."""
        if self.passage is None:
            return
        block = self.query_one(".-here", Static)
        share = self.passage.start / max(len(self.passage.turn.text), 1)
        line = block.virtual_region.y + int(block.size.height * share)
        self.query_one(VerticalScroll).scroll_to(y=max(line - _ABOVE, 0), animate=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        view = self.query_one(VerticalScroll)
        view.scroll_relative(y=pages * max(view.size.height - 2, 1), animate=False)
