"""Options to choose from: one of them, several of them, or true and false."""

from collections.abc import Iterator

from textual.content import Content

from quizgen.model.question import Choice, Multi, Question, Response, TrueFalse
from quizgen.study.grading import Verdict
from quizgen.study.session import Asked
from quizgen.tui.content import prose
from quizgen.tui.texts import _
from quizgen.tui.widgets.answers.area import AnswerArea
from quizgen.tui.widgets.rows import Look, Row, Rows

MARK, RIGHT, WRONG, OUT = "▸", "✓", "✗", "–"
TRUTH = {"true": _("True"), "false": _("False")}
_SAYING = {"t": 0, "f": 1, "y": 0, "n": 1}


class Choices(AnswerArea):
    """One of several options, each with its digit and letter."""

    def __init__(self) -> None:
        super().__init__()
        self.question: Question | None = None
        self.options: tuple[str, ...] = ()
        self.marked: int | None = None
        self.struck: set[int] = set()
        self.open = False

    def compose(self) -> Iterator[Rows]:
        """Make the place for the options."""
        yield Rows()

    @property
    def rows(self) -> Rows:
        """The options as they are drawn."""
        return self.query_one(Rows)

    @property
    def response(self) -> Response | None:
        """The text of the marked option."""
        return None if self.marked is None else self.options[self.marked]

    def ask(self, asked: Asked) -> None:
        """Show the options in the session's order."""
        self.question = asked.question
        self.options = asked.options or tuple(TRUTH)
        self.marked, self.struck, self.open = None, set(), True
        self._draw()

    def restore(self, response: Response) -> None:
        """Mark what was answered before."""
        if response in self.options:
            self.marked = self.options.index(response)
            self._draw()

    def judged(self, asked: Asked, response: Response, verdict: Verdict) -> None:
        """Mark the right options and the chosen ones by symbol and colour."""
        self.open = False
        right = right_options(asked.question)
        chosen = {response} if isinstance(response, str) else set(response)
        rows = []
        for number, option in enumerate(self.options):
            symbol = RIGHT if option in right else WRONG if option in chosen else " "
            look = _judged_look(right=option in right, chosen=option in chosen)
            label = self._label(number, symbol, picked=option in chosen)
            rows.append(Row(label, self._text(option), look))
        self.rows.put(rows)

    def pick(self, number: int) -> None:
        """Mark an option."""
        if self.open and number < len(self.options) and number not in self.struck:
            self.marked = number
            self._draw()
            self.rows.show(number)
            self.post_message(self.Changed())

    def letter(self, sign: str) -> None:
        """Mark by letter; T and F mean what they say."""
        if isinstance(self.question, TrueFalse) and sign in _SAYING:
            self.pick(_SAYING[sign])
        else:
            super().letter(sign)

    def move(self, step: int) -> None:
        """Mark the next option that is not crossed out, round the end to the start."""
        free = [n for n in range(len(self.options)) if n not in self.struck]
        if not free:
            return
        if self.marked in free:
            self.pick(free[(free.index(self.marked) + step) % len(free)])
        else:
            self.pick(free[0] if step > 0 else free[-1])

    def strike(self, option: str) -> None:
        """Cross an option out; it cannot be marked any more."""
        self.struck.add(self.options.index(option))
        if self.marked in self.struck:
            self.marked = None
        self._draw()
        self.post_message(self.Changed())

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Mark by mouse as by key; a double click answers."""
        event.stop()
        if not self.open:
            return
        if event.double and self.response is not None:
            self.post_message(self.Given())
        else:
            self.pick(event.number)

    def picked(self, number: int) -> bool:
        """Whether an option belongs to the answer as it stands."""
        return number == self.marked

    def _text(self, option: str) -> Content:
        truth = isinstance(self.question, TrueFalse)
        return prose(TRUTH[option] if truth else option)

    def _draw(self) -> None:
        self.rows.put([self._row(number) for number in range(len(self.options))])

    def _row(self, number: int) -> Row:
        marked, out = number == self.marked, number in self.struck
        symbol = MARK if marked else OUT if out else " "
        label = self._label(number, symbol, picked=self.picked(number))
        look = Look.STRUCK if out else Look.MARKED if marked else Look.PLAIN
        return Row(label, self._text(self.options[number]), look)

    def _label(self, number: int, symbol: str, *, picked: bool) -> Content:
        if number >= 9:
            return Content(f"{symbol}      ")
        return Content.assemble(
            f"{symbol} ", (f"{number + 1}", "bold"), (f" {chr(ord('a') + number)}", "dim"), "  "
        )


class Ticks(Choices):
    """Several of several options: a cursor, and a tick box before every option."""

    def __init__(self) -> None:
        super().__init__()
        self.ticked: set[int] = set()

    @property
    def response(self) -> Response | None:
        """The ticked options in the order shown."""
        return tuple(self.options[number] for number in sorted(self.ticked)) or None

    def ask(self, asked: Asked) -> None:
        """Show the options, none ticked."""
        self.ticked = set()
        super().ask(asked)

    def restore(self, response: Response) -> None:
        """Tick what was answered before."""
        self.ticked = {n for n, option in enumerate(self.options) if option in set(response)}
        self._draw()

    def pick(self, number: int) -> None:
        """Tick an option, or take its tick away."""
        if self.open and number < len(self.options) and number not in self.struck:
            self.ticked ^= {number}
            super().pick(number)

    def move(self, step: int) -> None:
        """Move the cursor; ticks stay."""
        if self.open and self.options:
            start = self.marked if self.marked is not None else -1 if step > 0 else 0
            self.marked = (start + step) % len(self.options)
            self._draw()
            self.rows.show(self.marked)

    def incomplete(self) -> str:
        """Say that nothing is ticked."""
        return _("Tick all that is right first: by digit, by letter, or with Space.")

    def toggle(self) -> None:
        """Tick or untick where the cursor stands."""
        if self.marked is not None:
            self.pick(self.marked)

    def picked(self, number: int) -> bool:
        """Whether an option is ticked."""
        return number in self.ticked

    def _label(self, number: int, symbol: str, *, picked: bool) -> Content:
        return super()._label(number, symbol, picked=picked) + ("[x] " if picked else "[ ] ")


def right_options(question: Question) -> set[str]:
    """The options that are right, as they stand in ``Asked.options``."""
    match question:
        case Choice():
            return {question.key}
        case Multi():
            return set(question.keys)
        case TrueFalse():
            return {"true" if question.key else "false"}
        case _:
            return set()


def _judged_look(*, right: bool, chosen: bool) -> Look:
    return Look.RIGHT if right else Look.WRONG if chosen else Look.PAST
