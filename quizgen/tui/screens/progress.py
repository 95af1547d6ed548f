"""How it went so far: days, scores, what is kept in mind, what is due, what is weak."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from quizgen.history.progress import Day, Share
from quizgen.library.shelf import ListedBank
from quizgen.study.schedule import date_of
from quizgen.study.statistics import weekly
from quizgen.tui.calendar import heat_map
from quizgen.tui.content import literal
from quizgen.tui.desk import desk_of
from quizgen.tui.screens.scrolling import Scrolling
from quizgen.tui.sparks import bars
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.share_line import share_line
from quizgen.tui.widgets.top_line import TopLine

_FORECAST = 14
_WEEKS = 26
_PLOT = 6  # lines of a plot
_WEAKEST = 5


class ProgressScreen(Scrolling):
    """One page to scroll; everything in it is worked out from the history."""

    BINDINGS = [
        Binding("down,j", "scroll(1)", _("Down"), id="progress.down", show=False),
        Binding("up,k", "scroll(-1)", _("Up"), id="progress.up", show=False),
        Binding("pagedown,space", "page(1)", _("Page down"), id="progress.page-down"),
        Binding("pageup", "page(-1)", _("Page up"), id="progress.page-up", show=False),
        Binding("escape,q,p", "app.pop_screen", _("Back"), id="progress.back"),
    ]
    HELP = _("Scores count first tries. The forecast says when questions come back.")
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, banks: Sequence[ListedBank]) -> None:
        super().__init__()
        self.banks = tuple(banks)

    def compose(self) -> ComposeResult:
        """Make the one block of text."""
        yield TopLine(_("quizgen: your progress"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(classes="page")
        yield KeyBar()

    def on_resize(self, event: Resize) -> None:
        """Draw for the width that there is."""
        self.query_one(".page", Static).update(Content("\n\n").join(self._parts(event.size.width)))

    def _parts(self, width: int) -> Iterator[Content]:
        desk = desk_of(self)
        learner_id = desk.history.learner_id(desk.learner)
        days = desk.history.calendar(learner_id) if learner_id else []
        if not learner_id or not days:
            yield literal(_("Nothing was answered yet. Take a quiz, and come back."))
            return
        now = time.time_ns() // 1_000_000
        today = desk.history.today(learner_id, at=now)
        yield self._summary(days)
        weeks = max(min((width - 12) // 2, _WEEKS), 4)
        answers = {date_of(day.day): day.answers for day in days}
        yield _titled(_("Answers by day"), heat_map(answers, date_of(today), weeks))
        yield _titled(_("Right by day, in percent"), _plot([_share(day) for day in days], width))
        kept = weekly(desk.history.retention(learner_id))
        if kept:
            shares = [one.kept / one.reviews for one in kept]
            yield _titled(_("Still known when it came back, by week"), _plot(shares, width))
        forecast = desk.history.forecast(learner_id, at=now, days=_FORECAST)
        yield _titled(_("Due in the days to come"), _forecast(forecast))
        for ground, title in (
            ("topic", _("Weakest topics")),
            ("speaker", _("Weakest speakers")),
            ("rule", _("Weakest kinds of question")),
            ("bank", _("Banks")),
        ):
            shares_of = desk.history.breakdown(learner_id, ground)[:_WEAKEST]  # type: ignore[arg-type]
            if shares_of:
                yield _titled(title, self._shares(shares_of))

    def _summary(self, days: Sequence[Day]) -> Content:
        tries, right = sum(day.tries for day in days), sum(day.right for day in days)
        minutes = max(round(sum(day.ms for day in days) / 60_000), 1)
        words = [
            _("{right} of {tries} right at the first try").format(right=right, tries=tries),
            ngettext("{n} day", "{n} days", len(days)).format(n=len(days)),
            ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes),
        ]
        return literal(" · ".join(words), "bold")

    def _shares(self, shares: Sequence[Share]) -> Content:
        titles = {one.summary.id: one.title for one in self.banks}
        return Content("\n").join(
            [
                share_line(titles.get(one.name, one.name), one.right, one.tries)
                for one in shares
                if one.tries
            ]
        )


def _titled(title: str, body: Content) -> Content:
    return literal(title, "bold") + literal("\n") + body


def _share(day: Day) -> float:
    return day.right / day.tries if day.tries else 0.0


def _plot(shares: Sequence[float], width: int) -> Content:
    """Bars from 0 to 100 percent, the latest at the right, as many as fit."""
    latest = list(shares)[-max(width - 14, 10) :]
    lines = bars([*latest, 1.0], _PLOT)
    labels = ["100 ", *["    "] * (_PLOT - 2), "  0 "]
    return Content("\n").join(
        [
            literal(label, "dim") + literal(line[:-1], "$text-success")
            for label, line in zip(labels, lines, strict=True)
        ]
    )


def _forecast(days: Sequence[int]) -> Content:
    """A column a day, four cells wide: a bar, how many, and in how many days."""
    rows = ["".join(f"  {sign} " for sign in row) for row in bars([float(n) for n in days], 3)]
    figures = "".join(f"{number:>3} " for number in days)
    names = "".join(f"{'0' if at == 0 else f'+{at}':>3} " for at in range(len(days)))
    return Content("\n").join(
        [*(literal(row, "$text-success") for row in rows), literal(figures), literal(names, "dim")]
    )
