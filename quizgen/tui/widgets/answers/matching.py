"""Pairs to make: what belongs to each line of the left side."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from quizgen.model.question import Match, Response
from quizgen.study.grading import Verdict
from quizgen.study.session import Asked
from quizgen.tui.content import literal, prose
from quizgen.tui.texts import _
from quizgen.tui.widgets.answers.area import AnswerArea
from quizgen.tui.widgets.answers.choices import MARK, RIGHT, WRONG, OptionRow
from quizgen.tui.widgets.hanging import Hanging

_OPEN = "…"


class LeftRow(Hanging):
    """One left side with what was chosen for it."""

    DEFAULT_CSS = """
    LeftRow {
        padding: 0 1;
        &:hover { background: $foreground 6%; }
        &.-marked { background: $primary 16%; text-style: bold; }
        &.-right { color: $text-success; }
        &.-wrong { color: $text-error; }
        &:ansi { background: ansi_default; }
        &.-marked:ansi { text-style: bold reverse; }
        &.-marked:nocolor { background: $foreground; color: $background; }
    }
    """

    @dataclass
    class Clicked(Message):
        """A left side was clicked."""

        number: int

    def __init__(self, number: int) -> None:
        super().__init__(Content(), Content())
        self.number = number

    def on_click(self, event: events.Click) -> None:
        """Say which."""
        self.post_message(self.Clicked(self.number))


class Matching(AnswerArea):
    """Left sides with letters, right sides with digits.

    A letter or the arrows choose a left side, a digit says what belongs to it and goes on
    to the next one without; left and right arrows go through the right sides.
    """

    DEFAULT_CSS = """
    Matching > .left { height: auto; margin-bottom: 1; }
    Matching > .right { height: auto; }
    Matching > .how { color: $text-muted; height: auto; margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.left: tuple[str, ...] = ()
        self.options: tuple[str, ...] = ()
        self.chosen: list[int | None] = []
        self.at = 0
        self._open = False

    def compose(self) -> Iterator[Vertical | Static]:
        """Make the places for both sides and the explanation."""
        yield Vertical(classes="left")
        yield Vertical(classes="right")
        yield Static(
            literal(_("A letter or ↑ ↓ chooses a line; a digit says what belongs to it.")),
            classes="how",
        )

    @property
    def response(self) -> Response | None:
        """The right sides in the order of the left ones, once every one has its own."""
        if not self.chosen or None in self.chosen:
            return None
        return tuple(self.options[number] for number in self.chosen if number is not None)

    def ask(self, asked: Asked) -> None:
        """Show both sides, nothing paired."""
        question = asked.question
        self.left = (
            tuple(left for left, _right in question.pairs) if isinstance(question, Match) else ()
        )
        self.options = asked.options
        self.chosen = [None] * len(self.left)
        self.at, self._open = 0, True
        for kind, side, needed in (
            (LeftRow, ".left", len(self.left)),
            (OptionRow, ".right", len(self.options)),
        ):
            place = self.query_one(side)
            place.display = True
            place.mount_all(kind(number) for number in range(len(place.children), needed))
        self.query_one(".how").display = True
        self._draw()

    def restore(self, response: Response) -> None:
        """Pair what was paired before."""
        left = list(range(len(self.options)))
        for place, text in enumerate(response[: len(self.chosen)]):
            number = next((n for n in left if self.options[n] == text), None)
            if number is not None:
                left.remove(number)
                self.chosen[place] = number
        self._draw()

    def judged(self, asked: Asked, response: Response, verdict: Verdict) -> None:
        """Say of every pair whether it is right, and what is."""
        self._open = False
        self.query_one(".right").display = False
        self.query_one(".how").display = False
        pairs = asked.question.pairs if isinstance(asked.question, Match) else ()
        for row in self.query(LeftRow):
            row.display = row.number < len(pairs)
            if not row.display:
                continue
            left, wanted = pairs[row.number]
            given = response[row.number] if row.number < len(response) else ""
            right = verdict.parts[row.number : row.number + 1] == (True,)
            body = _pair(left, given)
            if not right:
                body += literal("  ") + prose(_("– it is {answer}").format(answer=wanted))
            row.set_classes("-right" if right else "-wrong")
            row.put(literal(f"{RIGHT if right else WRONG} {_letter(row.number)}  "), body)

    def pick(self, number: int) -> None:
        """Say that the right side with this number belongs to the line of the cursor."""
        if not self._open or number >= len(self.options):
            return
        self.chosen = [None if one == number else one for one in self.chosen]
        self.chosen[self.at] = number
        free = [place for place, one in enumerate(self.chosen) if one is None]
        if free:
            self.at = next((place for place in free if place > self.at), free[0])
        self._changed()

    def letter(self, sign: str) -> None:
        """Go to the left side with this letter."""
        place = ord(sign) - ord("a")
        if self._open and 0 <= place < len(self.left):
            self.at = place
            self._draw()

    def move(self, step: int) -> None:
        """Move the cursor on the left side."""
        if self._open and self.left:
            self.at = (self.at + step) % len(self.left)
            self._draw()

    def turn(self, step: int) -> bool:
        """Choose the next right side for the line of the cursor."""
        if self._open and self.options:
            now = self.chosen[self.at]
            start = now if now is not None else -1 if step > 0 else 0
            number = (start + step) % len(self.options)
            self.chosen = [None if one == number else one for one in self.chosen]
            self.chosen[self.at] = number
            self._changed()
        return True

    def incomplete(self) -> None:
        """Go to the first line that has nothing yet."""
        if None in self.chosen:
            self.at = self.chosen.index(None)
            self._draw()

    def on_left_row_clicked(self, event: LeftRow.Clicked) -> None:
        """Choose a left side by mouse."""
        event.stop()
        if self._open and event.number < len(self.left):
            self.at = event.number
            self._draw()

    def on_option_row_clicked(self, event: OptionRow.Clicked) -> None:
        """Choose a right side by mouse."""
        event.stop()
        self.pick(event.number)

    def _changed(self) -> None:
        self._draw()
        self.post_message(self.Changed())

    def _draw(self) -> None:
        for row in self.query(LeftRow):
            row.display = row.number < len(self.left)
            if row.display:
                here = row.number == self.at
                row.set_classes("-marked" if here else "")
                number = self.chosen[row.number]
                given = _OPEN if number is None else self.options[number]
                mark = Content.assemble(
                    f"{MARK if here else ' '} ", (_letter(row.number), "bold"), "  "
                )
                row.put(mark, _pair(self.left[row.number], given))
        for option in self.query(OptionRow):
            option.display = option.number < len(self.options)
            if option.display:
                used = option.number in self.chosen
                option.set_classes("-past" if used else "")
                digit = f"{option.number + 1}" if option.number < 9 else " "
                mark = Content.assemble("  ", (digit, "bold"), "  ")
                option.put(mark, prose(self.options[option.number]))


def _pair(left: str, right: str) -> Content:
    return prose(left) + literal(" → ", "dim") + prose(right)


def _letter(number: int) -> str:
    return chr(ord("a") + number) if number < 26 else " "
