"""One bank: what of it to ask, and how."""

from dataclasses import asdict
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizgen.library.remembered import Remembered, remember, remembered
from quizgen.library.shelf import ShelvedBank
from quizgen.sitting.sitting import Sitting
from quizgen.study.facets import Facet, facets, passing, toggled
from quizgen.study.selection import Filters
from quizgen.study.session import Mode
from quizgen.tui.content import literal, prose
from quizgen.tui.desk import desk_of
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.menu import Menu, entry
from quizgen.tui.widgets.top_line import TopLine

MODES = (
    (Mode.LEARN, _("Read, then answer"), _("some text, then its questions")),
    (Mode.PRACTICE, _("Quiz me"), _("ten questions at once")),
    (Mode.EXAM, _("Exam"), _("no verdict before you hand in")),
    (Mode.CARDS, _("Cards"), _("think, turn over, grade yourself")),
    (Mode.MISSED, _("What I missed"), _("questions that were wrong the last time")),
    (Mode.CRAM, _("Cram"), _("practice that the schedule does not hear of")),
)
GROUNDS = {
    "topic": _("topic"),
    "speaker": _("speaker"),
    "rule": _("kind"),
    "difficulty": _("difficulty"),
    "tag": _("tag"),
}


class BankScreen(Screen[None]):
    """Ways to begin at the left, what to ask at the right; the last choice is remembered."""

    BINDINGS = [
        Binding("tab", "other", _("Choose questions"), id="bank.filters", priority=True),
        Binding("c", "clear", _("All questions"), id="bank.clear", tooltip=_("Choose nothing")),
        Binding(
            "h",
            "items",
            _("Questions"),
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

    def __init__(self, shelved: ShelvedBank) -> None:
        super().__init__()
        assert shelved.bank is not None
        self.shelved = shelved
        self.bank = shelved.bank
        self.left: str | None = None
        last = remembered(self.bank.id)
        self.mode = last.mode
        self.filters = Filters(**{g: v for g, v in last.chosen.items() if g in GROUNDS})
        if not passing(shelved.questions, self.filters):
            self.filters = Filters()
        self._facets: tuple[Facet, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the title and both lists."""
        yield TopLine(_("quizgen"))
        with Vertical(classes="body"):
            yield Static(prose(self.shelved.title), classes="title")
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
        desk, ours = desk_of(self), {*self.shelved.bank_ids}
        left = [one for one in desk.history.unfinished(desk.learner) if {*one.banks} <= ours]
        self.left = left[0].session if left else None
        rows = [entry(name, meaning) for _mode, name, meaning in MODES]
        if left:
            done = _("{done} of {total} answered").format(
                done=left[0].answered, total=left[0].total
            )
            rows.insert(0, entry(_("Go on where you stopped"), done))
        modes = [mode.value for mode, _name, _meaning in MODES]
        at = 0 if left or self.mode not in modes else modes.index(self.mode)
        self.query_one(".modes", Menu).put(rows, at=at)

    def _count(self) -> None:
        """Show how many questions the choice leaves, everywhere."""
        questions = [one for one in self.shelved.questions if not one.skip]
        chosen = len(passing(questions, self.filters))
        number = ngettext("{n} question", "{n} questions", len(questions)).format(n=len(questions))
        if chosen < len(questions):
            number = _("{n} of {questions} chosen").format(n=chosen, questions=number)
        about = [number, self.bank.date or "", self.bank.description or ""]
        self.query_one(".about", Static).update(prose(" · ".join(filter(None, about))))
        self._facets = facets(questions, self.filters)
        filters = self.query_one(".filters", Menu)
        filters.put(map(_facet_row, self._facets))
        filters.display = bool(self._facets)

    def on_option_list_option_selected(self, event: Menu.OptionSelected) -> None:
        """Start, or choose."""
        event.stop()
        if event.option_list.has_class("filters"):
            self.filters = toggled(self.filters, self._facets[event.option_index])
            self._count()
        else:
            self._start(event.option_index)

    def action_other(self) -> None:
        """Go to the other list."""
        filters, modes = self.query_one(".filters", Menu), self.query_one(".modes", Menu)
        (modes if filters.has_focus or not filters.display else filters).focus()

    def action_items(self) -> None:
        """Show every question with its own history."""
        from quizgen.tui.screens.items import ItemsScreen  # noqa: PLC0415 - on demand

        self.app.push_screen(ItemsScreen(self.shelved))

    def action_clear(self) -> None:
        """Choose nothing, so that all questions are asked."""
        self.filters = Filters()
        self._count()

    def _start(self, at: int) -> None:
        desk, left = desk_of(self), self.left
        if left is not None and at == 0:
            desk.begin(lambda: Sitting.resume(desk.history, left, [self.shelved]))
            return
        mode = MODES[at - (left is not None)][0]
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


def _facet_row(facet: Facet) -> Content:
    sign = "[x] " if facet.chosen else "[ ] "
    ground = literal(f"  {GROUNDS[facet.ground]}", "dim")
    text = literal(sign) + literal(f"{facet.count:>3}  ", "bold") + prose(facet.value) + ground
    return text.stylize("dim") if not facet.count and not facet.chosen else text
