"""The questions of a bank one by one: how often each was right, when it comes back and why."""

import time
from datetime import datetime
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from quizgen.bank.stamp import item_id
from quizgen.history.progress import Given
from quizgen.library.shelf import ShelvedBank
from quizgen.model.question import Question
from quizgen.study.schedule import explain
from quizgen.study.selection import Record
from quizgen.tui.content import literal, prose
from quizgen.tui.desk import desk_of
from quizgen.tui.left import MODE_NAMES
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.menu import Menu, entry
from quizgen.tui.widgets.top_line import TopLine


class ItemsScreen(Screen[None]):
    """A list of the questions; Enter tells the history of one."""

    BINDINGS = [
        Binding("escape,q", "app.pop_screen", _("Back"), id="items.back", tooltip=_("To the bank")),
    ]
    AUTO_FOCUS = "Menu"
    HELP = _("Every question of the bank with its past; Enter shows each answer that you gave.")
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, shelved: ShelvedBank) -> None:
        super().__init__()
        self.rows = [
            (part.bank.id, question)
            for part in shelved.parts
            if part.bank
            for question in part.bank.questions
            if not question.skip
        ]
        self._title = shelved.title

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield TopLine(self._title)
        yield Menu()
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the list."""
        desk = desk_of(self)
        learner_id = desk.history.learner_id(desk.learner)
        banks = {bank for bank, _question in self.rows}
        records = desk.history.records(learner_id, banks) if learner_id else {}
        self.query_one(Menu).put(
            _row(question, records.get((bank, item_id(question)))) for bank, question in self.rows
        )

    def on_option_list_option_selected(self, event: Menu.OptionSelected) -> None:
        """Tell the history of a question."""
        event.stop()
        bank, question = self.rows[event.option_index]
        desk = desk_of(self)
        learner_id = desk.history.learner_id(desk.learner)
        if learner_id is None:
            return
        item = item_id(question)
        today = desk.history.today(learner_id, at=time.time_ns() // 1_000_000)
        record = desk.history.records(learner_id, [bank]).get((bank, item))
        retention = desk.history.preferences(learner_id).retention
        why = explain(record.card if record else None, today, retention=retention)
        given = desk.history.item_history(learner_id, bank, item)
        self.app.push_screen(ItemScreen(question, why, given))


class ItemScreen(ModalScreen[None]):
    """One question: why it comes back when it does, and every answer to it."""

    HELP = _("Every answer that was given to this question, the latest first.")

    BINDINGS = [
        Binding(
            "escape,q,enter",
            "dismiss(None)",
            _("Back"),
            id="item.back",
            tooltip=_("To the list of questions"),
        ),
    ]
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, question: Question, why: str, given: list[Given]) -> None:
        super().__init__()
        self.question = question
        self.why = why
        self.given = given

    def compose(self) -> ComposeResult:
        """Lay out the question, the reason and the answers, the latest first."""
        with VerticalScroll(classes="window"):
            yield Static(prose(self.question.stem, "bold"))
            yield Static(literal(self.why, "dim"), classes="why")
            lines = [_line(one) for one in reversed(self.given)]
            yield Static(Content("\n").join(lines or [literal(_("No answer so far."))]))
        yield KeyBar()

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()


def _row(question: Question, record: Record | None) -> Content:
    if record is None or not (record.tries or record.card):
        note = _("not asked yet")
    elif not record.tries:
        note = _("answered, but no first try counts yet")
    else:
        tries = ngettext("asked {n} time", "asked {n} times", record.tries).format(n=record.tries)
        note = f"{tries}, {_('wrong the last time') if record.missed else _('right the last time')}"
    text = question.quote or ""
    name = prose(question.stem, "bold") + literal(" ") + prose(text)
    return entry(name.truncate(120, ellipsis=True), note)


def _line(given: Given) -> Content:
    day = datetime.fromtimestamp(given.at / 1000).astimezone()
    sign = literal("✓ ", "$text-success") if given.right else literal("✗ ", "$text-error")
    said = given.response if isinstance(given.response, str) else "; ".join(given.response)
    beside = [
        word
        for word, true in (
            (_("taken back"), given.undone),
            (_("with a hint"), given.hinted),
            (_("held right"), given.overridden),
        )
        if true
    ]
    notes = ", ".join([f"{day:%Y-%m-%d}", MODE_NAMES[given.mode], *beside])
    return sign + prose(said) + literal(f"  {notes}", "dim")
