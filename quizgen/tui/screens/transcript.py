"""The whole transcript, opened at a place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from quizgen.library.passages import Passage
from quizgen.model.transcript import Transcript, Turn
from quizgen.tui.content import literal, prose
from quizgen.tui.screens.speaker import SpeakerScreen
from quizgen.tui.texts import _
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.text_view import TextView
from quizgen.tui.widgets.top_line import TopLine

_COLOURS = ("$text-primary", "$text-secondary", "$text-accent", "$text-success", "$text-warning")
_ABOVE = 4  # lines of context shown above the proof
_LONGEST = 4000  # characters laid out at once; a longer paragraph is cut at a space
_GAP = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Block:
    """What is laid out at once: the head of a turn, or a range of its text."""

    turn: Turn
    start: int
    end: int
    head: bool = False


class TranscriptScreen(Screen[None]):
    """Every turn with its speaker named and coloured; the proving words marked."""

    BINDINGS = [
        Binding("escape,o,q", "back", _("Back"), id="transcript.back", tooltip=_("To the quiz")),
        Binding("slash", "search", _("Search"), id="transcript.search", tooltip=_("Find words")),
        Binding(
            "n",
            "again(1)",
            _("Next match"),
            id="transcript.next",
            tooltip=_("Of the words that were searched"),
        ),
        Binding("N", "again(-1)", _("Match before"), id="transcript.before", show=False),
        Binding(
            "p", "proof", _("To the proof"), id="transcript.proof", tooltip=_("Back to its place")
        ),
        Binding(
            "right_square_bracket",
            "turn(1)",
            _("Next speaker"),
            id="transcript.turn",
            tooltip=_("Where somebody else begins"),
        ),
        Binding(
            "left_square_bracket",
            "turn(-1)",
            _("Speaker before"),
            id="transcript.turn-up",
            show=False,
        ),
        Binding(
            "s",
            "speaker",
            _("Speaker"),
            id="transcript.speaker",
            tooltip=_("Show what one speaker says and nothing else, or all again"),
        ),
        Binding("down,j", "scroll(1)", _("Down"), id="transcript.down", show=False),
        Binding("up,k", "scroll(-1)", _("Up"), id="transcript.up", show=False),
        Binding("pagedown,space", "page(1)", _("Page down"), id="transcript.page", show=False),
        Binding("pageup", "page(-1)", _("Page up"), id="transcript.page-up", show=False),
        Binding("home,g", "share(0)", _("To the start"), id="transcript.home", show=False),
        Binding("end,G", "share(1)", _("To the end"), id="transcript.end", show=False),
    ]
    HELP = _("The transcript behind the question, every speaker in a colour, the proof marked.")
    AUTO_FOCUS = "TextView"
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, transcript: Transcript, passages: Sequence[Passage] = ()) -> None:
        super().__init__()
        self.transcript = transcript
        self.passages = tuple(passages)
        self.blocks = list(_blocks(transcript.turns))
        self._only: str | None = None
        self._names = {speaker.name: n for n, speaker in enumerate(transcript.speakers)}
        self._words = ""
        self._found: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the text, and the line to search in."""
        yield TopLine(self.transcript.title or _("Transcript"))
        yield TextView([block.end - block.start for block in self.blocks], self._content)
        yield Input(placeholder=_("Find: words, then Enter"), classes="search")
        yield KeyBar()

    def on_mount(self) -> None:
        """Go to the place."""
        self.call_after_refresh(self.action_proof)

    @property
    def view(self) -> TextView:
        """The text."""
        return self.query_one(TextView)

    def _content(self, number: int) -> Content:
        block = self.blocks[number]
        turn = block.turn
        if block.head:
            colour = _COLOURS[self._names.get(turn.who, 0) % len(_COLOURS)]
            name = literal(turn.who, f"bold {colour}")
            return literal("\n" if number else "") + name + literal(f"  {turn.line}", "dim")
        marks = [
            (passage.start + start - block.start, passage.start + end - block.start)
            for passage in self.passages
            if passage.turn.index == turn.index
            for start, end in passage.marks
        ]
        text = turn.text[block.start : block.end]
        content = prose(text, marks=marks, mark="bold $text-accent underline")
        if self._words:
            for found in re.finditer(re.escape(self._words), text, re.IGNORECASE):
                here = (number, found.start()) == self._found
                style = "bold reverse" if here else "reverse dim"
                content = content.stylize(style, found.start(), found.end())
        ends_paragraph = turn.text[block.end : block.end + 1] == "\n"
        return content + literal("\n") if ends_paragraph else content

    def action_proof(self) -> None:
        """Bring the proof to the top, with a few lines above it; all speakers, if need be."""
        if self.passages:
            passage = self.passages[0]
            start = passage.start + (passage.marks[0][0] if passage.marks else 0)
            if self._only not in {None, passage.turn.who}:
                self._show_only(None)
            self._go(passage.turn, start, above=_ABOVE)

    def _go(self, turn: Turn, offset: int, *, above: int = 0) -> None:
        """Go to a place in a turn, or where it would stand if it is not shown."""
        for number, block in enumerate(self.blocks):
            here = block.turn.index == turn.index and not block.head
            if here and block.start <= offset < max(block.end, block.start + 1):
                self.view.go(number, offset - block.start, above=above)
                return
            if block.turn.index > turn.index:
                self.view.go(number, 1)
                return

    def action_speaker(self) -> None:
        """Ask whose turns to show."""
        counts = Counter(turn.who for turn in self.transcript.turns)
        self.app.push_screen(SpeakerScreen(counts, self._only), self._chosen)

    def _chosen(self, name: str | None) -> None:
        if name is not None:
            top = self.blocks[self.view.top.paragraph] if self.blocks else None
            self._show_only(name or None)
            if top is not None:
                self._go(top.turn, top.start)

    def _show_only(self, name: str | None) -> None:
        """Show the turns of this speaker, or all."""
        self._only, self._found = name, None
        turns = [turn for turn in self.transcript.turns if name in {None, turn.who}]
        self.blocks = list(_blocks(turns))
        self.view.exchange([block.end - block.start for block in self.blocks])
        self._head()

    def _head(self, note: str = "") -> None:
        title = self.transcript.title or _("Transcript")
        if self._only is not None:
            title = _("{speaker} only · {title}").format(speaker=self._only, title=title)
        self.query_one(TopLine).put(title, note=note)

    def action_search(self) -> None:
        """Ask for words."""
        field = self.query_one(Input)
        field.display = True
        field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the first place after the top that has these words."""
        event.stop()
        event.input.display = False
        self.view.focus()
        self._words = " ".join(event.value.split())
        self._found = None
        self.action_again(1)

    def action_again(self, step: int) -> None:
        """Go to the next place with the words, or the one before."""
        if not self._words:
            self.view.redraw()
            return
        places = self._places(step)
        if not places:
            self._head(_("not found: {words}").format(words=self._words))
            self.view.redraw()
            return
        self._found = places
        self.view.redraw()
        self.view.go(*places, above=_ABOVE)
        self._head(self._words)

    def _places(self, step: int) -> tuple[int, int] | None:
        """The place after (or before) the last one found, or after the top, round the end."""
        wanted = re.compile(re.escape(self._words), re.IGNORECASE)
        at, offset = self._found or (self.view.top.paragraph, -1)
        count = len(self.blocks)
        for far in range(count + 1):
            number = (at + step * far) % count
            block = self.blocks[number]
            text = "" if block.head else block.turn.text[block.start : block.end]
            found = [match.start() for match in wanted.finditer(text)]
            if far == 0:
                found = [one for one in found if (one - offset) * step > 0]
            if found:
                return number, found[0] if step > 0 else found[-1]
        return None

    def action_turn(self, step: int) -> None:
        """Go to the next turn, or the one before."""
        heads = [number for number, block in enumerate(self.blocks) if block.head]
        here = self.view.top.paragraph
        later = [n for n in heads if n > here] if step > 0 else [n for n in heads if n < here][::-1]
        if later:
            self.view.go(later[0], 1)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.view.scroll(lines)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self.view.page(pages)

    def action_share(self, share: int) -> None:
        """Go to the start or to the end."""
        self.view.go_to_share(share)

    def action_back(self) -> None:
        """Close the search line, or the transcript."""
        field = self.query_one(Input)
        if field.display:
            field.display = False
            self.view.focus()
        else:
            self.app.pop_screen()


def _blocks(turns: Iterable[Turn]) -> Iterator[Block]:
    """The heads of all turns, and their paragraphs in pieces that are soon laid out."""
    for turn in turns:
        yield Block(turn, 0, 0, head=True)
        start = 0
        for gap in (*_GAP.finditer(turn.text), None):
            end = gap.start() if gap else len(turn.text)
            yield from _pieces(turn, start, end)
            start = gap.end() if gap else end


def _pieces(turn: Turn, start: int, end: int) -> Iterator[Block]:
    while end - start > _LONGEST:
        space = turn.text.rfind(" ", start + 1, start + _LONGEST)
        cut = space + 1 if space > 0 else start + _LONGEST
        yield Block(turn, start, cut)
        start = cut
    yield Block(turn, start, end)
