"""Lines to put in order: keys move them, the mouse drags them."""

from collections.abc import Iterator

from textual.content import Content
from textual.widgets import Static

from quizgen.model.question import Order, Response
from quizgen.study.grading import Verdict
from quizgen.study.session import Asked
from quizgen.tui.content import literal, prose
from quizgen.tui.texts import _
from quizgen.tui.widgets.answers.area import AnswerArea
from quizgen.tui.widgets.answers.choices import MARK, RIGHT, WRONG
from quizgen.tui.widgets.rows import Look, Row, Rows

HELD = "↕"


class Ordering(AnswerArea):
    """The lines in the order in which they now stand.

    Three ways to order them: typing their digits in the right order puts them on top one
    after the other; Space takes hold of the line under the cursor and the arrows move it;
    the mouse drags. Untouched lines are no answer.
    """

    DEFAULT_CSS = """
    Ordering > .how { color: $text-muted; height: auto; margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.options: tuple[str, ...] = ()
        self.order: list[int] = []
        self.at = 0
        self.held = False
        self.touched = False
        self._placed = 0
        self._open = False

    def compose(self) -> Iterator[Rows | Static]:
        """Make the place for the rows and the explanation."""
        yield Rows()
        yield Static(
            literal(
                _("Type the digits in the right order, or move lines with Space and the arrows.")
            ),
            classes="how",
        )

    @property
    def rows(self) -> Rows:
        """The lines as they are drawn."""
        return self.query_one(Rows)

    @property
    def response(self) -> Response | None:
        """The lines from top to bottom, once the learner has moved one."""
        return tuple(self.options[number] for number in self.order) if self.touched else None

    def ask(self, asked: Asked) -> None:
        """Show the lines as the session mixed them."""
        self.options = asked.options
        self._arrange(list(range(len(self.options))), touched=False)

    def restore(self, response: Response) -> None:
        """Put the lines as they were answered before."""
        left = list(range(len(self.options)))
        order = []
        for text in response:
            number = next((n for n in left if self.options[n] == text), None)
            if number is not None:
                left.remove(number)
                order.append(number)
        self._arrange(order + left, touched=True)

    def _arrange(self, order: list[int], *, touched: bool) -> None:
        self.order, self.touched = order, touched
        self.at, self.held, self._placed, self._open = 0, False, 0, True
        self.query_one(".how").display = True
        self._draw()

    def judged(self, asked: Asked, response: Response, verdict: Verdict) -> None:
        """Say of every line whether it stands where it belongs, and where it does."""
        self.restore(response)
        self._open = False
        self.query_one(".how").display = False
        items = asked.question.items if isinstance(asked.question, Order) else ()
        rows = []
        for place, number in enumerate(self.order):
            text = self.options[number]
            right = verdict.parts[place : place + 1] == (True,)
            where = "" if right or text not in items else _("  – belongs at {place}")
            body = prose(text) + literal(
                where.format(place=items.index(text) + 1 if where else ""), "dim"
            )
            mark = literal(f"{RIGHT if right else WRONG} {place + 1}  ")
            rows.append(Row(mark, body, Look.RIGHT if right else Look.WRONG))
        self.rows.put(rows)

    def pick(self, number: int) -> None:
        """Put the line with this digit next, under those put already."""
        if not self._open or number >= len(self.options):
            return
        start = self._placed if self._placed < len(self.order) else 0
        before = self.order.index(number)
        if before < start:  # it was put already: take it, and all after it, back
            self._placed = before
            start = before
        self.order.remove(number)
        self.order.insert(start, number)
        self._placed = start + 1
        self.at = start
        self._changed()

    def move(self, step: int) -> None:
        """Move the cursor, or the line that is held."""
        if self.held:
            self.shift(step)
        elif self._open and self.order:
            self.at = (self.at + step) % len(self.order)
            self._draw()

    def shift(self, step: int) -> None:
        """Move the line under the cursor up (-1) or down (1)."""
        if self._open and 0 <= self.at + step < len(self.order):
            self._carry(self.at + step)

    def toggle(self) -> None:
        """Take hold of the line under the cursor, or let go of it."""
        if self._open and self.order:
            self.held = not self.held
            self._draw()

    def _carry(self, place: int) -> None:
        self.order.insert(place, self.order.pop(self.at))
        self.at = place
        self._placed = 0
        self._changed()

    def on_rows_grabbed(self, event: Rows.Grabbed) -> None:
        """Hold what the mouse holds."""
        event.stop()
        if self._open:
            if event.number is not None:
                self.at = event.number
            self.held = event.number is not None
            self._draw()

    def on_rows_dragged(self, event: Rows.Dragged) -> None:
        """Move the held line to where the mouse is."""
        event.stop()
        if self._open and self.held and event.number != self.at:
            self._carry(event.number)

    def _changed(self) -> None:
        self.touched = True
        self._draw()
        self.post_message(self.Changed())

    def _draw(self) -> None:
        self.rows.put([self._row(place) for place in range(len(self.order))])
        if self.order:
            self.rows.show(self.at)

    def _row(self, place: int) -> Row:
        number, here = self.order[place], place == self.at
        look = (Look.HELD if self.held else Look.MARKED) if here else Look.PLAIN
        sign = (HELD if self.held else MARK) if here else " "
        digit = f"{number + 1}" if number < 9 else " "
        mark = Content.assemble(f"{sign} ", (digit, "bold"), "  ")
        return Row(mark, prose(self.options[number]), look)
