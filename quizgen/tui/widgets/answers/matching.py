"""Pairs to make: what belongs to each line of the left side."""

from collections.abc import Iterator

from textual.content import Content
from textual.widgets import Static

from quizgen.model.question import Match, Response
from quizgen.study.grading import Verdict
from quizgen.study.session import Asked
from quizgen.tui.content import literal, prose
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.answers.area import AnswerArea
from quizgen.tui.widgets.answers.choices import MARK, RIGHT, WRONG
from quizgen.tui.widgets.rows import Look, Row, Rows

_OPEN = "…"


class Matching(AnswerArea):
    """Left sides with letters, right sides with digits.

    A letter or the arrows choose a left side, a digit says what belongs to it and goes on
    to the next one without; left and right arrows go through the right sides.
    """

    DEFAULT_CSS = """
    Matching > .left { margin-bottom: 1; }
    Matching > .how { color: $text-muted; height: auto; margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.left: tuple[str, ...] = ()
        self.options: tuple[str, ...] = ()
        self.chosen: list[int | None] = []
        self.at = 0
        self._open = False

    def compose(self) -> Iterator[Rows | Static]:
        """Make the places for both sides and the explanation."""
        yield Rows(classes="left")
        yield Rows(classes="right")
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
        self.query_one(".right").display = True
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
        rows = []
        for number, (left, wanted) in enumerate(pairs):
            given = response[number] if number < len(response) else ""
            right = verdict.parts[number : number + 1] == (True,)
            body = _pair(left, given)
            if not right:
                body += literal("  ") + prose(_("– it is {answer}").format(answer=wanted))
            mark = literal(f"{RIGHT if right else WRONG} {_letter(number)}  ")
            rows.append(Row(mark, body, Look.RIGHT if right else Look.WRONG))
        self.query_one(".left", Rows).put(rows)

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

    def incomplete(self) -> str:
        """Go to the first line that has nothing yet, and say how many there are."""
        missing = self.chosen.count(None)
        if missing:
            self.at = self.chosen.index(None)
            self._draw()
        return ngettext(
            "{n} line has nothing that belongs to it yet.",
            "{n} lines have nothing that belongs to them yet.",
            missing,
        ).format(n=missing)

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Choose a left side by mouse, or what belongs to it."""
        event.stop()
        if event.rows.has_class("right"):
            self.pick(event.number)
        elif self._open:
            self.at = event.number
            self._draw()

    def _changed(self) -> None:
        self._draw()
        self.post_message(self.Changed())

    def _draw(self) -> None:
        left = self.query_one(".left", Rows)
        left.put([self._left_row(number) for number in range(len(self.left))])
        if self.left:
            left.show(self.at)
        right = [self._right_row(number) for number in range(len(self.options))]
        self.query_one(".right", Rows).put(right)

    def _left_row(self, place: int) -> Row:
        here, number = place == self.at, self.chosen[place]
        given = _OPEN if number is None else self.options[number]
        mark = Content.assemble(f"{MARK if here else ' '} ", (_letter(place), "bold"), "  ")
        return Row(mark, _pair(self.left[place], given), Look.MARKED if here else Look.PLAIN)

    def _right_row(self, number: int) -> Row:
        digit = f"{number + 1}" if number < 9 else " "
        mark = Content.assemble("  ", (digit, "bold"), "  ")
        look = Look.PAST if number in self.chosen else Look.PLAIN
        return Row(mark, prose(self.options[number]), look)


def _pair(left: str, right: str) -> Content:
    return prose(left) + literal(" → ", "dim") + prose(right)


def _letter(number: int) -> str:
    return chr(ord("a") + number) if number < 26 else " "
