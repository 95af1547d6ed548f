"""Blanks to fill in where they stand, in line with the text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from textual import events
from textual.content import Content
from textual.geometry import Offset, Size
from textual.widget import Widget

from quizgen.model.question import Cloze, Question, Response
from quizgen.study.grading import Verdict
from quizgen.study.session import Asked
from quizgen.tui.content import flowing, literal, visible
from quizgen.tui.texts import _
from quizgen.tui.widgets.answers.area import AnswerArea
from quizgen.tui.widgets.answers.choices import RIGHT, WRONG

BLANK = re.compile(r"_{3,}")
_NARROWEST = 6
_NO_BREAK = "\N{NO-BREAK SPACE}"
_LONGEST = 200


@dataclass
class Field:
    """What is typed in one blank, and where the cursor stands in it."""

    text: str = ""
    cursor: int = 0

    def insert(self, typed: str) -> None:
        """Type at the cursor."""
        room = _LONGEST - len(self.text)
        typed = typed[: max(room, 0)]
        self.text = self.text[: self.cursor] + typed + self.text[self.cursor :]
        self.cursor += len(typed)

    def delete(self, start: int, end: int) -> None:
        """Take away a range, which is cut to what there is."""
        start, end = max(start, 0), min(end, len(self.text))
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start

    def go(self, place: int) -> None:
        """Put the cursor somewhere."""
        self.cursor = min(max(place, 0), len(self.text))


_EDITS: dict[str, Callable[[Field], None]] = {
    "backspace": lambda f: f.delete(f.cursor - 1, f.cursor) if f.cursor else None,
    "delete": lambda f: f.delete(f.cursor, f.cursor + 1),
    "left": lambda f: f.go(f.cursor - 1),
    "right": lambda f: f.go(f.cursor + 1),
    "home": lambda f: f.go(0),
    "end": lambda f: f.go(len(f.text)),
    "ctrl+u": lambda f: f.delete(0, f.cursor),
    "ctrl+w": lambda f: f.delete(f.text.rstrip().rfind(" ", 0, f.cursor) + 1, f.cursor),
}


@dataclass
class Piece:
    """A stretch of the text, or the blank with the number ``blank``."""

    text: str
    blank: int | None = None
    quoted: bool = False


@dataclass
class State:
    """All that is drawn: the pieces, the fields, which one is typed in, what was judged."""

    pieces: list[Piece] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    at: int = 0
    parts: tuple[bool, ...] | None = None
    wanted: tuple[str, ...] = ()


def pieces_of(question: Question) -> list[Piece]:
    """The stem and the quote of a question, as far as they hold blanks, cut at the blanks."""
    pieces: list[Piece] = []
    number = 0
    for text, quoted in ((question.stem, False), (question.quote or "", True)):
        if not BLANK.search(text):
            continue
        if pieces:
            pieces.append(Piece("\n\n"))
        at = 0
        for blank in BLANK.finditer(text):
            pieces.append(Piece(text[at : blank.start()], quoted=quoted))
            pieces.append(Piece("", number, quoted))
            number, at = number + 1, blank.end()
        pieces.append(Piece(text[at:], quoted=quoted))
    return pieces


class InlineText(Widget, can_focus=True):
    """The text with its fields; takes the keyboard itself.

    Tab and Enter go to the next blank; Enter in the last one answers.
    """

    DEFAULT_CSS = """
    InlineText { height: auto; width: 1fr; border-left: outer $primary 60%; padding-left: 2; }
    """
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.state = State()
        self.open = False

    def put(self, state: State, *, take_answers: bool) -> None:
        """Show another text."""
        self.state, self.open = state, take_answers
        self.refresh(layout=True)

    @property
    def field(self) -> Field:
        """The field that is typed in."""
        return self.state.fields[self.state.at]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the lines at this width."""
        return len(self._content().wrap(max(width, 1)))

    def render(self) -> Content:
        """Draw the text and its fields."""
        return self._content()

    def _content(self) -> Content:
        parts = [self._piece(piece) for piece in self.state.pieces]
        return Content("").join(parts)

    def _piece(self, piece: Piece) -> Content:
        if piece.blank is None:
            return literal(flowing(piece.text), "" if piece.quoted else "bold")
        if piece.blank >= len(self.state.fields):
            return literal("____")
        typed = self.state.fields[piece.blank]
        if self.state.parts is not None:
            return self._judged(piece.blank, typed)
        shown = visible(typed.text).replace(" ", _NO_BREAK).replace("\n", _NO_BREAK)
        width = max(len(shown) + 1, _NARROWEST)
        text = literal(shown.ljust(width, "_"), "$text-accent")
        if self.open and self.has_focus and piece.blank == self.state.at:
            text = text.stylize("reverse", typed.cursor, typed.cursor + 1)
        return text

    def _judged(self, number: int, typed: Field) -> Content:
        parts = self.state.parts or ()
        right = number < len(parts) and parts[number]
        wanted = self.state.wanted[number] if number < len(self.state.wanted) else ""
        if right:
            return literal(f"{RIGHT}{_NO_BREAK}", "$text-success") + literal(
                visible(typed.text or wanted), "bold $text-success"
            )
        given = literal(f"{WRONG}{_NO_BREAK}", "$text-error")
        if typed.text:
            given += literal(visible(typed.text), "strike $text-error") + literal(" ")
        return given + literal(visible(wanted), "bold $text-success")

    # The keyboard and the mouse

    def on_key(self, event: events.Key) -> None:
        """Type, move, go to the next blank."""
        if not (self.open and self.state.fields):
            return
        if event.key in _EDITS:
            _EDITS[event.key](self.field)
        elif event.key in {"tab", "down"}:
            self.go(self.state.at + 1)
        elif event.key in {"shift+tab", "up"}:
            self.go(self.state.at - 1)
        elif event.key == "enter":
            self._enter()
        elif event.is_printable and event.character:
            self.field.insert(event.character)
        else:
            return
        event.stop()
        event.prevent_default()
        self._changed()

    def _enter(self) -> None:
        empty = [n for n, one in enumerate(self.state.fields) if not one.text.strip()]
        after = [n for n in empty if n > self.state.at]
        if empty and (after or len(self.state.fields) > 1) and self.state.at not in empty:
            self.go((after or empty)[0])
        elif not empty:
            self.post_message(AnswerArea.Given())

    def on_paste(self, event: events.Paste) -> None:
        """Type what is pasted, on one line."""
        if self.open and self.state.fields:
            event.stop()
            self.field.insert(" ".join(event.text.split()))
            self._changed()

    def on_click(self, event: events.Click) -> None:
        """Go to the blank that was clicked."""
        if not self.open:
            return
        place = event.get_content_offset(self)
        number = None if place is None else self._blank_at(place)
        if number is not None:
            self.go(number)

    def _blank_at(self, place: Offset) -> int | None:
        """The blank that is drawn at this place, if one is."""
        marked: list[Content] = []
        for piece in self.state.pieces:
            shown = self._piece(piece)
            style = f"link_{piece.blank}" if piece.blank is not None else ""
            marked.append(literal(shown.plain).stylize(style) if style else literal(shown.plain))
        lines = Content("").join(marked).wrap(max(self.content_size.width, 1))
        if not 0 <= place.y < len(lines):
            return None
        for span in lines[place.y].spans:
            if span.start <= place.x < span.end and str(span.style).startswith("link_"):
                return int(str(span.style).removeprefix("link_"))
        return None

    def go(self, number: int) -> None:
        """Type in another blank, round the end to the first."""
        if self.state.fields:
            self.state.at = number % len(self.state.fields)
            self.field.go(len(self.field.text))
            self.refresh()

    def _changed(self) -> None:
        self.refresh(layout=True)
        self.post_message(AnswerArea.Changed())


class Blanks(AnswerArea):
    """One field a blank, each in its place in the text."""

    typed = True

    def compose(self) -> Iterator[Widget]:
        """Make the text."""
        yield InlineText()

    @property
    def text(self) -> InlineText:
        """The text with its fields."""
        return self.query_one(InlineText)

    @property
    def response(self) -> Response | None:
        """What stands in the blanks; None while all are empty."""
        typed = tuple(field.text.strip() for field in self.text.state.fields)
        return typed if any(typed) else None

    def incomplete(self) -> str:
        """Say that nothing was typed."""
        return _("Type your answer first.")

    def ask(self, asked: Asked) -> None:
        """Show the text with empty blanks."""
        question = asked.question
        blanks = question.blanks if isinstance(question, Cloze) else ()
        state = State(pieces_of(question), [Field() for _blank in blanks])
        self.text.put(state, take_answers=True)

    def restore(self, response: Response) -> None:
        """Show what was typed before."""
        given = (response,) if isinstance(response, str) else response
        for one, text in zip(self.text.state.fields, given, strict=False):
            one.text, one.cursor = text, len(text)
        self.text.refresh(layout=True)

    def judged(self, asked: Asked, response: Response, verdict: Verdict) -> None:
        """Show in every blank what was typed and what is right."""
        question = asked.question
        blanks = question.blanks if isinstance(question, Cloze) else ()
        given = (response,) if isinstance(response, str) else response
        self.text.put(
            State(
                pieces_of(question),
                [Field(given[n] if n < len(given) else "") for n in range(len(blanks))],
                parts=verdict.parts or (verdict.right,),
                wanted=tuple(keys[0] for keys in blanks),
            ),
            take_answers=False,
        )

    def settle(self) -> None:
        """Take the keyboard."""
        self.text.focus()


def has_blanks(question: Question, text: str | None) -> bool:
    """Whether ``text`` of a question is shown with fields in it, and so nowhere else."""
    return isinstance(question, Cloze) and bool(text) and BLANK.search(text or "") is not None
