"""A review in the full-screen app: one question beside its passage, a key for each decision."""

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from quizgen.bank.merge.review import Decision, Row
from quizgen.library.reviewing import Review, choices, reason
from quizgen.library.shelf import ShelvedBank
from quizgen.model.errors import QuizgenError
from quizgen.sitting.sources import Sources
from quizgen.tui.content import literal, prose
from quizgen.tui.screens.scrolling import Scrolling, scrolling_keys
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.hanging import Hanging
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.passage_block import PassageBlock
from quizgen.tui.widgets.top_line import TopLine

_STYLES = {"-": "$text-error", "+": "$text-success"}
_LABEL = 11  # columns of the longest name of a field
_LETTERS = {"keep": "k", "edit": "e", "later": "s", "take": "t", "hide": "h"}


class ReviewScreen(Scrolling):
    """Shows the current question of a review; every decision is written at once."""

    BINDINGS = [
        Binding(
            "k",
            "keep",
            _("Keep"),
            id="review.keep",
            tooltip=_("Leave the question as it stands, and be asked no more about it"),
        ),
        Binding(
            "e", "edit", _("Edit"), id="review.edit", tooltip=_("Open the question in your editor")
        ),
        Binding(
            "t",
            "take",
            _("Take new"),
            id="review.take",
            tooltip=_("Take what stands at +; of a question without words, take it out"),
        ),
        Binding(
            "s",
            "later",
            _("Skip for now"),
            id="review.later",
            tooltip=_("Go on to the next one; this one waits"),
        ),
        Binding(
            "h",
            "hide",
            _("Hide"),
            id="review.hide",
            tooltip=_("Keep it in the file with “skip: true”; nobody is asked it"),
        ),
        Binding(
            "u,ctrl+z",
            "undo",
            _("Undo"),
            id="review.undo",
            tooltip=_("Take the last decision back; the file is again as it was"),
        ),
        Binding(
            "escape,q",
            "leave",
            _("Leave"),
            id="review.leave",
            tooltip=_("Stop here; what was decided is in the file already"),
        ),
        *scrolling_keys("review"),
    ]
    HELP = _(
        "One question at a time that you have not looked at, that quizgen would write otherwise, "
        "or that learners flagged, with its passage beside it. Every decision is in the file at "
        "once, and u takes it back."
    )
    CSS = """
    ReviewScreen .why { text-style: bold; margin-bottom: 1; }
    ReviewScreen .sides { height: auto; }
    ReviewScreen .item { width: 3fr; height: auto; }
    ReviewScreen PassageBlock { width: 2fr; margin-top: 0; margin-left: 2; }
    ReviewScreen.-narrow .sides, ReviewScreen.-normal .sides { layout: vertical; }
    ReviewScreen.-narrow .item, ReviewScreen.-normal .item { width: 1fr; }
    ReviewScreen.-narrow PassageBlock, ReviewScreen.-normal PassageBlock {
        width: 1fr; margin: 1 0 0 0;
    }
    """

    def __init__(
        self,
        review: Review,
        sources: Sources,
        shelved: ShelvedBank,
        editor: Callable[[Path, int], None],
    ) -> None:
        super().__init__()
        self.review = review
        self._sources = sources
        self._bank = shelved.bank.id if shelved.bank else ""
        self._title = shelved.title
        self._editor = editor

    def compose(self) -> ComposeResult:
        """Lay out the reason, the item and its passage."""
        yield TopLine(self._title)
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(classes="why")
            with Horizontal(classes="sides"):
                yield Vertical(classes="item")
                yield PassageBlock()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first question."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be decided about this question."""
        case = self.review.current
        letter = _LETTERS.get(action)
        if action == "undo":
            return self.review.can_undo
        return letter is None or (case is not None and letter in choices(case))

    def _show(self) -> None:
        case = self.review.current
        self.query_one(".sides").display = case is not None
        self.refresh_bindings()
        if case is None:
            self.query_one(".why", Static).update(literal(self._done()))
            return
        place = _("{n} of {total}: ").format(n=self.review.position, total=self.review.total)
        self.query_one(".why", Static).update(literal(place + reason(case)))
        item = self.query_one(".item", Vertical)
        item.remove_children()
        item.mount_all(_line(row, _STYLES.get(row.mark, "")) for row in case.rows())
        about = case.now or case.question
        passages = self._sources.passages(self._bank, about)
        self.query_one(PassageBlock).put(
            passages,
            self._sources.unplaced(self._bank, about),
            at_hand=self._sources.transcript(self._bank) is not None,
            whole=True,
        )
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _done(self) -> str:
        """That nothing is left to look at, and what became of it."""
        said = ngettext("{n} question decided", "{n} questions decided", self.review.decided)
        words = [said.format(n=self.review.decided)]
        if left := self.review.left:
            words.append(ngettext("{n} put off", "{n} put off", left).format(n=left))
        return _("That was all: {what}.").format(what=", ".join(words))

    def _settle(self, move: Callable[[], None]) -> None:
        """Do something that writes; what goes wrong is said, and the question stays."""
        try:
            move()
        except QuizgenError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)
            return
        self._show()

    def action_keep(self) -> None:
        """Keep the question as it stands."""
        self._settle(lambda: self.review.decide(Decision.KEEP))

    def action_take(self) -> None:
        """Take quizgen's version, or take the question out."""
        self._settle(lambda: self.review.decide(Decision.TAKE_NEW))

    def action_hide(self) -> None:
        """Keep the question from learners."""
        self._settle(lambda: self.review.decide(Decision.HIDE))

    def action_undo(self) -> None:
        """Take the last decision back."""
        self._settle(self.review.undo)

    def action_later(self) -> None:
        """Go on to the next one."""
        self._settle(self.review.skip)

    def action_edit(self) -> None:
        """Open the teacher's editor at the question; the app waits."""
        case = self.review.current
        if case is None:
            return
        line = case.question_line
        try:
            with self.app.suspend():
                self._settle(lambda: self._editor(self.review.path, line))
        except SuspendNotSupported:  # such as in a browser, where an editor has its own window
            self._settle(lambda: self._editor(self.review.path, line))
        self._settle(self.review.edited)

    def action_leave(self) -> None:
        """Stop; what was decided is written already."""
        self.dismiss()


def _line(row: Row, style: str) -> Hanging:
    """A text of the question behind the name of its field."""
    mark = row.mark if row.mark.strip() else "·"
    label = f"{mark} {row.field:<{_LABEL}} "
    return Hanging(literal(label, f"dim {style}".strip()), prose(row.text, style))
