"""How it went so far: days, scores, what is kept in mind, what is due, what is weak."""

import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from quizgen.history.progress import Day, Ground
from quizgen.library.shelf import ListedBank
from quizgen.study.schedule import date_of
from quizgen.study.statistics import weekly
from quizgen.tui.calendar import heat_key, heat_map
from quizgen.tui.content import literal
from quizgen.tui.desk import desk_of
from quizgen.tui.kinds import kind_name
from quizgen.tui.plots import SCALE, Tried, shares_over_time
from quizgen.tui.screens.scrolling import Scrolling, scrolling_keys
from quizgen.tui.sparks import bars
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.share_line import share_line
from quizgen.tui.widgets.top_line import TopLine

_FORECAST = 14
_WEEK = 7
_WEEKS = 26
_WEAKEST = 5
_CELL = 4  # columns of a day in the forecast
_MARGIN = 5  # columns at either side, the scroll bar among them
_TWO = 120  # columns from which the blocks stand side by side, as the style sheet says
_LONGEST = 140
_GAP = Content("\n\n")
_GROUNDS: tuple[tuple[Ground, str], ...] = (
    ("topic", _("Weakest topics")),
    ("speaker", _("Weakest speakers")),
    ("rule", _("Weakest kinds of question")),
    ("bank", _("Banks")),
)


class ProgressScreen(Scrolling):
    """One page to scroll; everything in it is worked out from the history."""

    BINDINGS = [
        *scrolling_keys("progress", told=True),
        Binding(
            "escape,q,p",
            "app.pop_screen",
            _("Back"),
            id="progress.back",
            tooltip=_("To the library"),
        ),
    ]
    HELP = _("Scores count first tries. The forecast says when questions come back.")
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, banks: Sequence[ListedBank]) -> None:
        super().__init__()
        self.banks = tuple(banks)

    def compose(self) -> ComposeResult:
        """Make the two blocks of text, side by side where there is room."""
        yield TopLine(_("quizgen: your progress"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(classes="summary")
            with Horizontal(classes="page"):
                yield Static(classes="course")
                yield Static(classes="weak")
        yield KeyBar()

    def on_resize(self, event: Resize) -> None:
        """Draw for the width that there is."""
        desk = desk_of(self)
        learner_id = desk.history.learner_id(desk.learner)
        days = desk.history.calendar(learner_id) if learner_id else []
        summary = self.query_one(".summary", Static)
        if not learner_id or not days:
            summary.update(literal(_("Nothing was answered yet. Take a quiz, and come back.")))
            return
        summary.update(self._summary(days))
        width = min(event.size.width - 2 * _MARGIN, _LONGEST)
        course = self._course(learner_id, days, width // 2 if event.size.width >= _TWO else width)
        self.query_one(".course", Static).update(_GAP.join(list(course)))
        self.query_one(".weak", Static).update(_GAP.join(list(self._weak(learner_id, width))))

    def _course(self, learner_id: str, days: Sequence[Day], width: int) -> Iterator[Content]:
        """What was done and known by day, and what is to come, in ``width`` columns."""
        history = desk_of(self).history
        now = time.time_ns() // 1_000_000
        today = date_of(history.today(learner_id, at=now))
        weeks = max(min((width - 4) // 2, _WEEKS), 4)
        answers = {date_of(day.day): day.answers for day in days}
        heat = heat_map(answers, today, weeks) + literal("\n") + heat_key()
        yield _titled(_("Answers by day"), heat)
        tried = [Tried(day.day, day.right, day.tries) for day in days]
        yield _titled(
            _("Right at the first try, by day"), _plot(shares_over_time(tried, width=width))
        )
        kept = [
            Tried(one.day, one.kept, one.reviews) for one in weekly(history.retention(learner_id))
        ]
        if kept:
            plot = shares_over_time(kept, width=width, step=_WEEK)
            yield _titled(_("Still known when it came back, by week"), _plot(plot))
        forecast = history.forecast(learner_id, at=now, days=min(_FORECAST, width // _CELL))
        yield _titled(_("Due today, and in so many days"), _forecast(forecast))

    def _weak(self, learner_id: str, width: int) -> Iterator[Content]:
        """What was known least, by all that questions have in common."""
        titles = {one.summary.id or "": one.title for one in self.banks}
        grounds = desk_of(self).history.breakdown(learner_id, *(ground for ground, _ in _GROUNDS))
        for ground, title in _GROUNDS:
            shares = [one for one in grounds[ground] if one.tries]
            if shares:
                lines = [
                    share_line(_name(ground, one.name, titles), one.right, one.tries, width=width)
                    for one in shares[:_WEAKEST]
                ]
                yield _titled(title, Content("\n").join(lines))

    def _summary(self, days: Sequence[Day]) -> Content:
        tries, right = sum(day.tries for day in days), sum(day.right for day in days)
        minutes = max(round(sum(day.ms for day in days) / 60_000), 1)
        words = [
            _("{right} of {tries} right at the first try").format(right=right, tries=tries),
            ngettext("{n} day", "{n} days", len(days)).format(n=len(days)),
            ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes),
        ]
        return literal(" · ".join(words), "bold")


def _titled(title: str, body: Content) -> Content:
    return literal(title, "bold") + literal("\n") + body


def _name(ground: Ground, name: str, titles: Mapping[str, str]) -> str:
    """What people call it."""
    match ground:
        case "bank":
            return titles.get(name, name)
        case "rule":
            return kind_name(name)
        case _:
            return name


def _plot(lines: Sequence[str]) -> Content:
    """Bars in colour, the axes and what stands at them dimmed."""
    rows = [
        literal(line[:SCALE], "dim") + literal(line[SCALE:], "$text-success") for line in lines[:-2]
    ]
    return Content("\n").join([*rows, *(literal(line, "dim") for line in lines[-2:])])


def _forecast(days: Sequence[int]) -> Content:
    """A column a day, four cells wide: a bar, how many, and in how many days."""
    rows = ["".join(f"  {sign} " for sign in row) for row in bars([float(n) for n in days], 3)]
    figures = "".join(f"{number:>3} " for number in days)
    names = "".join(f"{'0' if at == 0 else f'+{at}':>3} " for at in range(len(days)))
    return Content("\n").join(
        [*(literal(row, "$text-success") for row in rows), literal(figures), literal(names, "dim")]
    )
