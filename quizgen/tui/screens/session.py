"""A session: read, answer, see why. Shows a sitting and forwards what the learner does."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizgen.language.exchanges import Exchange
from quizgen.model.errors import HistoryError
from quizgen.model.question import Choice
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Answered, Asked, Phase
from quizgen.tui.content import literal, prose
from quizgen.tui.desk import desk_of
from quizgen.tui.held_enter import REPEATING, HeldEnter, Press
from quizgen.tui.opened import News
from quizgen.tui.screens.after_answer import AfterAnswer
from quizgen.tui.screens.asides import Asides
from quizgen.tui.screens.marking import Marking
from quizgen.tui.screens.session_keys import (
    AFTER,
    ALLOWED,
    COMMANDS,
    HELP,
    LEAVE,
    MARKING,
    RESUME,
    SCROLLING,
    View,
)
from quizgen.tui.texts import _
from quizgen.tui.widgets.answers.area import AnswerArea
from quizgen.tui.widgets.answers.kinds import area_for
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.passage_block import PassageBlock
from quizgen.tui.widgets.question_block import QuestionBlock
from quizgen.tui.widgets.top_line import TopLine

_IDLE = 0.15  # seconds after the first question in which nobody has answered yet


class SessionScreen(Marking, Asides, AfterAnswer):
    """One question at a time: marks and answers before, the verdict and its proof after."""

    BINDINGS: ClassVar[list[BindingType]] = [*COMMANDS, *AFTER, *MARKING, *SCROLLING, RESUME, LEAVE]
    AUTO_FOCUS = ""  # a hidden field would take the keys
    HELP = HELP
    recalled: ClassVar[bool] = False
    """Whether the answer is thought of, and nowhere typed or marked."""
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, sitting: Sitting, news: News | None = None) -> None:
        super().__init__()
        self.sitting = sitting
        self.news = news
        self.view = View.ASKING
        self.whole = False
        self._held = HeldEnter()
        self._areas: dict[type[AnswerArea], AnswerArea] = {}

    # Laying out

    def compose(self) -> ComposeResult:
        """Make what every question needs; other places to answer come when first needed."""
        yield TopLine()
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(classes="news")
            yield Static(classes="reading")
            yield QuestionBlock()
            if (asked := self.sitting.current) is not None:
                yield self._areas.setdefault(kind := area_for(asked.question), kind())
            yield Static(classes="hint")
            yield Static(classes="verdict")
            yield Static(classes="noted")
            yield PassageBlock()
            yield Static(classes="explanation")
            yield Static(classes="why")
        yield KeyBar()

    async def on_mount(self) -> None:
        """Begin where the sitting stands; while the learner reads, find the proof."""
        await self.show()
        self.set_timer(_IDLE, self._find_proof)

    def _find_proof(self) -> None:
        """Read the transcript beside the app: a long one takes a second or two."""
        if self.sitting.current is not None:
            self.run_worker(self.sitting.passages, thread=True, exit_on_error=False)

    @property
    def area(self) -> AnswerArea:
        """Where the current question is answered."""
        return self._areas[area_for(self.asked.question)]

    @property
    def asked(self) -> Asked:
        """The question on show."""
        current = self.sitting.current
        assert current is not None
        return current

    async def show(self) -> None:
        """Show what comes now: something to read, a question, a verdict, or the results."""
        if self.sitting.phase is Phase.DONE:
            self.finish()
            return
        kind = area_for(self.asked.question)
        if kind not in self._areas:
            self._areas[kind] = kind()
            await self.query_one(".body").mount(self._areas[kind], before=".hint")
        exchange = self.sitting.reading()
        if self.sitting.phase is Phase.VERDICT:
            self.ask()
            self.judge()
        elif exchange is not None and self.view is not View.READING:
            self.read(exchange)
        else:
            self.ask()

    def only(self, *shown: str) -> None:
        """Display these parts of the body and no others."""
        for part in self.query_one(".body").children:
            names = {type(part).__name__, *part.classes}
            part.display = bool(names & set(shown))
        if self.view is not View.READING:
            self.tell_noted()

    def read(self, exchange: Exchange) -> None:
        """Show a piece of the transcript, whose questions come next."""
        self.view = View.READING
        self.only("reading", *self.tell_news())
        how = _("Read this (↓ scrolls), then press Enter for its questions.")
        parts = [literal(how, "dim")]
        for turn in exchange.turns:
            parts.append(literal(turn.who, "bold $text-primary") + literal("\n") + prose(turn.text))
        self.query_one(".reading", Static).update(Content("\n\n").join(parts))
        self._settle()

    def ask(self, *, note: Content | None = None, afresh: bool = True) -> None:
        """Put the current question; ``note`` stands under it."""
        self.view = View.ASKING
        self.whole = False
        parts = ["QuestionBlock", self._here, "verdict", *self.tell_news()]
        self.only(*parts, *(["hint"] if note else []))
        self.query_one(QuestionBlock).put(self.asked.question, blanks=self.recalled)
        self.query_one(".verdict", Static).update("")  # its place is kept, see judge()
        if note:
            self.query_one(".hint", Static).update(note)
        if afresh:
            self.helped = False
            self.area.ask(self.asked)
        self._settle()
        self.sitting.shown()

    def _settle(self) -> None:
        self.head()
        self._held.shown(monotonic())
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.set_focus(None)
        if self.view is View.ASKING:
            self.settle_area()
        self.refresh_bindings()

    def judge(self) -> None:
        """Show the verdict on show in the sitting, then the words that prove it.

        The verdict comes first because it needs no new layout: it is painted several times
        as fast as the page with the proof, the head and the keys.
        """
        answer = self.sitting.session.last_answer
        assert answer is not None
        if self._second_chance(answer):
            return
        self.view = View.VERDICT
        self.news = None
        self.area.judged(self.asked, answer.response, answer.verdict)
        self.show_verdict(answer)
        self._held.shown(monotonic())
        self.set_focus(None)
        self.call_after_refresh(self._explain, answer)

    def edited(self) -> None:
        """Show the question as it reads now, with the answer that was given to the old one."""
        self.query_one(QuestionBlock).put(self.asked.question, blanks=self.recalled)
        answer = self.sitting.session.last_answer
        if answer is not None and self.view is View.VERDICT:
            self.area.ask(self.asked)
            self.area.judged(self.asked, answer.response, answer.verdict)
        self.prove()

    def _second_chance(self, answer: Answered) -> bool:
        """Ask again after a wrong first try, where the learner wishes that."""
        if not (desk_of(self).settings.second_try and self.sitting.may_retry):
            return False
        self.sitting.retry()
        self.ask(note=literal(_("✗ Not so. Try once more."), "bold $text-error"), afresh=False)
        if isinstance(self.asked.question, Choice) and answer.response in self.asked.options:
            self.area.strike(str(answer.response))
        return True

    def _explain(self, answer: Answered) -> None:
        """Show what belongs to a verdict that is painted."""
        if self.view is not View.VERDICT:
            return
        self.only("QuestionBlock", self._here, "verdict", *self.show_proof(answer))
        self.head()
        self.refresh_bindings()
        self.call_after_refresh(self.reveal)

    @property
    def _here(self) -> str:
        return type(self.area).__name__

    def finish(self) -> None:
        """Show how it went."""
        from quizgen.tui.screens.results import ResultsScreen  # noqa: PLC0415 - only at the end

        self.app.switch_screen(ResultsScreen(self.sitting))

    # What the learner does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what makes sense now; the key bar shows no more than that."""
        if self.view not in ALLOWED.get(action, {self.view}):
            return False
        if action in {"hint", "resume"}:
            return self.allows_aside(action)
        return self.allows_after_answer(action)

    async def action_go_on(self) -> None:
        """Go on; a key that is still held down from the answer does not."""
        match self._held.press(monotonic()):
            case Press.GO:
                await self.action_next()
            case Press.WAIT:
                pressed = self._held.pressed_at
                self.set_timer(REPEATING, lambda: self._go_if_quiet(pressed))
            case Press.IGNORE:
                pass

    async def _go_if_quiet(self, pressed: float) -> None:
        if self.view is not View.ASKING and self._held.quiet(pressed):
            await self.action_next()

    async def action_answer(self) -> None:
        """Answer with what is marked or typed."""
        response = self.area.response
        if response is None:  # an empty Enter never answers
            self.tell_missing()
        elif self.kept(lambda: self.sitting.answer(response)):
            self.judge()

    def kept(self, move: Callable[[], object]) -> bool:
        """Make a move; if the history cannot take it, say so and stay where we are."""
        try:
            move()
        except HistoryError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)
            return False
        return True

    async def on_answer_area_given(self, event: AnswerArea.Given) -> None:
        """Answer by mouse, or by Enter in a field."""
        event.stop()
        if self.view is View.ASKING:
            await self.action_answer()

    async def action_next(self) -> None:
        """Go on to the next question, from reading to the first one."""
        if self.view is View.READING:
            self.ask()
        elif self.kept(self.sitting.advance):
            await self.show()

    async def action_undo(self) -> None:
        """Take the answer on show back."""
        if self.kept(self.sitting.undo):
            self.view = View.READING  # what was read before it need not be read again
            await self.show()

    async def action_take_back(self) -> None:
        """Take the last answer back, also after going on."""
        if self.sitting.can_undo:
            await self.action_undo()

    def action_leave(self) -> None:
        """Leave; the session is kept."""
        self.app.pop_screen()
