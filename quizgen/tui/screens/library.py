"""The library: what today asks, every bank there is, and how it went."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from quizgen.history.figures import Unfinished
from quizgen.library import shelf
from quizgen.library.shelf import ListedBank, ShelvedBank
from quizgen.sitting.today import Today, plan_today
from quizgen.tui.content import literal
from quizgen.tui.desk import desk_of
from quizgen.tui.left import banks_of, where_left
from quizgen.tui.screens.filtering import Filtering
from quizgen.tui.sparks import spark
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.menu import Menu, entry
from quizgen.tui.widgets.top_line import TopLine

_SESSIONS = 8
_Row: TypeAlias = tuple[Content, Callable[[], None]]
"""An entry of the list, and what choosing it does."""


class LibraryScreen(Filtering):
    """Today's questions and the banks; Enter opens what is marked."""

    BINDINGS = [
        Binding(
            "slash", "filter", _("Filter"), id="library.filter", tooltip=_("Show some banks only")
        ),
        Binding(
            "n", "make", _("New"), id="library.make", tooltip=_("Make a bank from a transcript")
        ),
        Binding(
            "p", "progress", _("Progress"), id="library.progress", tooltip=_("How it went so far")
        ),
        Binding(
            "s",
            "settings",
            _("Settings"),
            id="library.settings",
            tooltip=_("Who plays, colours, how strictly is judged"),
        ),
        Binding(
            "escape", "unfilter", _("Show all"), id="library.all", tooltip=_("Close the filter")
        ),
        Binding("q,escape", "leave", _("Quit"), id="library.quit", tooltip=_("Leave quizgen")),
    ]
    AUTO_FOCUS = "Menu"
    HELP = _("Choose a bank, or what is due today. Every answer that you give is kept.")
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, *, idle: bool = False) -> None:
        """``idle`` leaves the list empty until the screen is seen."""
        super().__init__()
        self._idle = idle
        self.banks: tuple[ListedBank, ...] = ()
        self._titles: Counter[str] = Counter()
        self.left: list[Unfinished] = []
        self._deeds: list[Callable[[], None]] = []
        self.today = Today(0, 0, 0, (), begun=False)

    def compose(self) -> ComposeResult:
        """Lay out the list, the line to filter by, and the way to a bank of one's own."""
        yield TopLine(_("quizgen: choose a quiz"))
        yield Menu()
        yield Static(classes="how")
        yield Input(placeholder=_("Words of the title"), classes="filter")
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Show the banks there are now, and the scores that a session has changed."""
        if self._idle:
            self._idle = False  # a session lies over it: nobody sees it yet
            return
        self.put(shelf.glance())

    def put(self, banks: tuple[ListedBank, ...]) -> None:
        """Show these banks."""
        self.banks = banks
        self._titles = Counter(bank.title for bank in banks)
        desk = desk_of(self)
        self.left = desk.history.unfinished(desk.learner)
        self.fill()

    def fill(self) -> None:
        """Fill the list with what passes the filter."""
        desk = desk_of(self)
        self.today = plan_today(
            desk.history, desk.learner, self.banks, at=time.time_ns() // 1_000_000
        )
        words = self.words
        found = [one for one in self.banks if all(word in one.title.casefold() for word in words)]
        rows = list(self._banks(sorted(found, key=_is_collection)))
        if not words:
            rows = [*self._begun(), *rows]
            rows.append(
                (entry(_("Make a quiz"), _("from a transcript of yours")), self.action_make)
            )
        self._deeds = [deed for _row, deed in rows]
        self.query_one(Menu).put(row for row, _deed in rows)
        how = self.query_one(".how", Static)
        how.display = not found
        how.update(
            literal(_("No title holds these words.") if words else _("There is no bank yet."))
        )

    def _begun(self) -> Iterator[_Row]:
        """What today asks, and what was left unfinished."""
        if self.today.begun:
            yield self._today(), self._start_today
        if self.left:
            latest = self.left[0]
            name = banks_of(latest, self._names())
            if more := len(self.left) - 1:
                others = ngettext("and {n} more session", "and {n} more sessions", more)
                name = f"{name}, {others.format(n=more)}"
            yield entry(_("Go on where you stopped"), name, where_left(latest)), self._go_on

    def _banks(self, shown: Sequence[ListedBank]) -> Iterator[_Row]:
        """The banks, then what is made of them under a heading of its own."""
        desk = desk_of(self)
        played = {one.bank for one in desk.history.totals(desk.learner)}
        first = sum(not _is_collection(one) for one in shown)
        for at, one in enumerate(shown):
            row = self._row(one, played=one.summary.id in played)
            if 0 < first == at:
                row = literal(_("Collections") + "\n", "bold $text-primary") + row
            yield row, partial(self._open, one)

    def _names(self) -> dict[str, str]:
        return {one.summary.id: one.title for one in self.banks if one.summary.id}

    def _today(self) -> Content:
        if self.today.empty:
            return entry(_("Today: all done"), _("Nothing is due. Come back tomorrow."))
        parts = []
        if self.today.due:
            parts.append(ngettext("{n} due", "{n} due", self.today.due).format(n=self.today.due))
        if self.today.new:
            parts.append(ngettext("{n} new", "{n} new", self.today.new).format(n=self.today.new))
        minutes = ngettext("about {n} minute", "about {n} minutes", self.today.minutes)
        parts.append(minutes.format(n=self.today.minutes))
        return entry(
            _("Today: {what}").format(what=", ".join(parts)),
            _("over all banks, those that you are about to forget first"),
        )

    def _row(self, listed: ListedBank, *, played: bool) -> Content:
        number = len(listed.summary.items)
        notes = [ngettext("{n} question", "{n} questions", number).format(n=number)]
        if _is_collection(listed):
            notes.append(_("from other banks"))
        notes += self._scores(listed) if played else []
        problems = listed.summary.errors
        if problems:
            notes.append(
                "⚠ " + ngettext("{n} problem", "{n} problems", problems).format(n=problems)
            )
        if self._titles[listed.title] > 1:
            notes.append(str(listed.path))  # two of one name are told apart by their place
        return entry(listed.title, " · ".join(notes))

    def _scores(self, listed: ListedBank) -> list[str]:
        desk = desk_of(self)
        bank, learner_id = listed.summary.id or "", desk.history.learner_id(desk.learner)
        scores = desk.history.scores(learner_id, bank, count=_SESSIONS) if learner_id else []
        if not scores:
            return []
        last = _("{right} of {answered} right last time").format(
            right=scores[-1].right, answered=scores[-1].answered
        )
        line = spark([one.right / one.answered for one in scores])
        return [f"{last} {line}" if len(scores) > 1 else last]

    def on_option_list_option_selected(self, event: Menu.OptionSelected) -> None:
        """Open what was clicked or entered."""
        event.stop()
        self._deeds[event.option_index]()

    def _go_on(self) -> None:
        """Take up what was left, or show all of it to choose from."""
        desk = desk_of(self)
        if len(self.left) > 1:
            from quizgen.tui.screens.left import LeftScreen  # noqa: PLC0415 - on demand

            left = partial(desk.history.unfinished, desk.learner)
            self.app.push_screen(LeftScreen(left, self._names(), self._opened))
            return
        from quizgen.sitting.sitting import Sitting  # noqa: PLC0415 - as below

        (one,) = self.left
        desk.begin(lambda: Sitting.resume(desk.history, one.session, self._opened(one)))

    def _opened(self, left: Unfinished) -> list[ShelvedBank]:
        """The banks of a session that are still here."""
        return [one.open() for one in self.banks if one.summary.id in left.banks]

    def _start_today(self) -> None:
        from quizgen.sitting.sitting import Sitting  # noqa: PLC0415 - not needed for first paint
        from quizgen.study.session import Mode  # noqa: PLC0415 - the same

        desk, banks = desk_of(self), self.today.banks
        if self.today.empty:
            self.notify(_("Nothing is due. The page of a bank asks its questions all the same."))
            return
        desk.begin(
            lambda: Sitting.start(
                [one.open() for one in banks],
                history=desk.history,
                learner=desk.learner,
                mode=Mode.DUE,
                exact=desk.settings.exact,
            )
        )

    def _open(self, listed: ListedBank) -> None:
        """Open a bank, or say what is wrong with it."""
        from quizgen.tui.screens.bank import BankScreen  # noqa: PLC0415 - the same

        shelved = listed.open()
        if shelved.bank is None or not shelved.questions:
            first = shelved.problems[0].message if shelved.problems else _("it has no questions")
            text = _("{path}: {problem}").format(path=shelved.path, problem=first)
            self.notify(text, severity="error", markup=False)
            return
        self.app.push_screen(BankScreen(shelved))

    def action_make(self) -> None:
        """Make a bank from a transcript."""
        from quizgen.tui.screens.make import MakeScreen  # noqa: PLC0415 - on demand

        self.app.push_screen(MakeScreen())

    def action_progress(self) -> None:
        """Show how it went so far."""
        from quizgen.tui.screens.progress import ProgressScreen  # noqa: PLC0415 - on demand

        self.app.push_screen(ProgressScreen(self.banks))

    def action_settings(self) -> None:
        """Show what can be set."""
        from quizgen.tui.screens.settings import SettingsScreen  # noqa: PLC0415 - on demand

        self.app.push_screen(SettingsScreen())

    async def action_leave(self) -> None:
        """Leave quizgen."""
        await self.app.action_quit()


def _is_collection(listed: ListedBank) -> bool:
    return listed.summary.includes
