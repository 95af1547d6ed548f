"""One bank: what of it to ask, and how."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizgen.history.figures import Unfinished
from quizgen.library.remembered import Remembered, remember, remembered
from quizgen.library.shelf import ShelvedBank
from quizgen.sitting.sitting import Sitting
from quizgen.study.facets import Facet, facets, passing, toggled
from quizgen.study.selection import Filters
from quizgen.study.session import Mode
from quizgen.tui.content import literal, prose
from quizgen.tui.desk import desk_of
from quizgen.tui.kinds import kind_name
from quizgen.tui.left import MODE_NAMES, several, where_left
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.menu import Menu, entry
from quizgen.tui.widgets.top_line import TopLine

MODES = (
    (Mode.LEARN, _("some text, then its questions")),
    (Mode.PRACTICE, _("ten questions of all kinds")),
    (Mode.EXAM, _("no verdict before you hand in")),
    (Mode.CARDS, _("think, turn over, grade yourself")),
    (Mode.MISSED, _("questions that were wrong the last time")),
    (Mode.CRAM, _("practice that the schedule does not hear of")),
)
GROUNDS = {
    "topic": _("Topic"),
    "speaker": _("Speaker"),
    "rule": _("Kind of question"),
    "difficulty": _("Difficulty"),
    "tag": _("Tag"),
}
_VALUES = {"easy": _("easy"), "medium": _("medium"), "hard": _("hard")}


class BankScreen(Screen[None]):
    """Ways to begin at the left, what to ask at the right; the last choice is remembered."""

    BINDINGS = [
        Binding(
            "tab,slash",
            "other",
            _("Filter"),
            id="bank.filters",
            priority=True,
            tooltip=_("Go to what can be asked, or back to the ways to play"),
        ),
        Binding(
            "c", "clear", _("Clear filter"), id="bank.clear", tooltip=_("Ask all questions again")
        ),
        Binding(
            "h",
            "items",
            _("History"),
            id="bank.items",
            tooltip=_("Every question with its own history"),
        ),
        Binding(
            "escape,q", "app.pop_screen", _("Back"), id="bank.back", tooltip=_("To the library")
        ),
    ]
    AUTO_FOCUS = ".modes"
    HELP = _("Enter starts. Tab goes to the list of what can be asked, where Enter chooses.")
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, shelved: ShelvedBank, news: str = "") -> None:
        """``news`` is what there is to say of the bank before all else."""
        super().__init__()
        self._news = news
        assert shelved.bank is not None
        self.shelved = shelved
        self.bank = shelved.bank
        self.left: Sequence[Unfinished] = ()
        last = remembered(self.bank.id)
        self.mode = last.mode
        self.filters = Filters(**{g: v for g, v in last.chosen.items() if g in GROUNDS})
        if not passing(shelved.questions, self.filters):
            self.filters = Filters()
        self._facets: tuple[Facet | None, ...] = ()  # None where a heading stands

    def compose(self) -> ComposeResult:
        """Lay out the title and both lists."""
        yield TopLine(_("quizgen"))
        with Vertical(classes="body"):
            yield Static(prose(self.shelved.title), classes="title")
            if self._news:
                yield Static(literal(self._news, "$text-success"), classes="news")
            yield Static(classes="about")
            with Horizontal(classes="lists"):
                yield Menu(classes="modes")
                yield Menu(classes="filters")
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Offer what can be done now, anew after a session."""
        self._offer()
        self._count()

    def _offer(self) -> None:
        self.left = self._unfinished()
        rows = [entry(MODE_NAMES[mode], meaning, room=False) for mode, meaning in MODES]
        left = self.left
        if left:
            said = where_left(left[0]) if len(left) == 1 else several(left)
            rows.insert(0, entry(_("Go on where you stopped"), said, room=False))
        modes = [mode.value for mode, _meaning in MODES]
        at = 0 if left or self.mode not in modes else modes.index(self.mode)
        self.query_one(".modes", Menu).put(rows, at=at)

    def _unfinished(self) -> list[Unfinished]:
        desk, ours = desk_of(self), {*self.shelved.bank_ids}
        return [one for one in desk.history.unfinished(desk.learner) if {*one.banks} <= ours]

    def _count(self) -> None:
        """Show how many questions the choice leaves, everywhere."""
        questions = [one for one in self.shelved.questions if not one.skip]
        chosen = len(passing(questions, self.filters))
        number = ngettext("{n} question", "{n} questions", len(questions)).format(n=len(questions))
        if chosen < len(questions):
            number = _("{n} of {questions} pass the filter").format(n=chosen, questions=number)
        about = [
            *(number, self.shelved.path.name, self.bank.date or "", self.bank.description or "")
        ]
        self.query_one(".about", Static).update(prose(" · ".join(filter(None, about))))
        rows = list(_with_heads(facets(questions, self.filters)))
        self._facets = tuple(facet for facet, _row in rows)
        filters = self.query_one(".filters", Menu)
        heads = {number for number, facet in enumerate(self._facets) if facet is None}
        filters.put([row for _facet, row in rows], heads=heads)
        self.set_class(bool(self._facets), "-facets")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a filter to clear only where something is chosen."""
        if action == "clear":
            return self.filters != Filters()
        return action != "other" or bool(self._facets)

    def on_option_list_option_selected(self, event: Menu.OptionSelected) -> None:
        """Start, or choose."""
        event.stop()
        if event.option_list.has_class("filters"):
            facet = self._facets[event.option_index]
            if facet is not None:
                self.filters = toggled(self.filters, facet)
                self._count()
        else:
            self._start(event.option_index)

    def action_other(self) -> None:
        """Go to the other list."""
        filters, modes = self.query_one(".filters", Menu), self.query_one(".modes", Menu)
        choosing = not filters.has_focus
        self.set_class(choosing, "-choosing")  # where there is room for one list only
        self.call_after_refresh((filters if choosing else modes).focus)

    def action_items(self) -> None:
        """Show every question with its own history."""
        from quizgen.tui.screens.items import ItemsScreen  # noqa: PLC0415 - on demand

        self.app.push_screen(ItemsScreen(self.shelved))

    def action_clear(self) -> None:
        """Choose nothing, so that all questions are asked."""
        self.filters = Filters()
        self._count()

    def _start(self, at: int) -> None:
        desk = desk_of(self)
        if self.left and at == 0:
            self._go_on()
            return
        mode = MODES[at - bool(self.left)][0]
        self.mode = mode.value
        chosen = {
            ground: tuple(values) for ground, values in asdict(self.filters).items() if values
        }
        remember(self.bank.id, Remembered(mode.value, chosen))
        desk.begin(
            lambda: Sitting.start(
                [self.shelved],
                history=desk.history,
                learner=desk.learner,
                mode=mode,
                filters=self.filters,
                exact=desk.settings.exact,
            )
        )

    def _go_on(self) -> None:
        """Take up what was left, or show all of it to choose from."""
        desk = desk_of(self)
        if len(self.left) == 1:
            (one,) = self.left
            desk.begin(lambda: Sitting.resume(desk.history, one.session, [self.shelved]))
            return
        from quizgen.tui.screens.left import LeftScreen  # noqa: PLC0415 - on demand

        titles = {part.bank.id: part.title for part in self.shelved.parts if part.bank}
        self.app.push_screen(LeftScreen(self._unfinished, titles, lambda _one: [self.shelved]))


def _with_heads(found: Sequence[Facet]) -> Iterator[tuple[Facet | None, Content]]:
    """A row for every facet, those on one ground under its name; where none is, a heading."""
    for ground, group in groupby(found, key=lambda facet: facet.ground):
        yield None, literal(GROUNDS[ground], "bold $text-primary")
        for facet in group:
            yield facet, _facet_row(facet)


def _facet_row(facet: Facet) -> Content:
    sign = "[x] " if facet.chosen else "[ ] "
    name = kind_name(facet.value) if facet.ground == "rule" else facet.value
    if facet.ground == "difficulty":
        name = _VALUES.get(name, name)
    text = literal(sign) + literal(f"{facet.count:>3}  ", "bold") + prose(name)
    return text.stylize("dim") if not facet.count and not facet.chosen else text
