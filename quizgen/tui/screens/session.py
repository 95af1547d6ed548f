"""A session: read, answer, see why. Shows a sitting and forwards what the learner does."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizgen.language.exchanges import Exchange
from quizgen.model.errors import HistoryError
from quizgen.model.question import Choice, Cloze, Multi, Number, Short, TrueFalse
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Asked, Phase
from quizgen.tui.content import literal, prose
from quizgen.tui.held_enter import REPEATING, HeldEnter, Press
from quizgen.tui.texts import _
from quizgen.tui.widgets.answers.area import AnswerArea
from quizgen.tui.widgets.answers.choices import Choices, Ticks
from quizgen.tui.widgets.answers.typed import Typed
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.passage_block import PassageBlock
from quizgen.tui.widgets.question_block import QuestionBlock
from quizgen.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from quizgen.tui.app import QuizgenApp

_READING, _ASKING, _VERDICT = "reading", "asking", "verdict"
_DIGITS = [Binding(str(n + 1), f"pick({n})", show=False, id=f"pick-{n + 1}") for n in range(9)]
_LETTERS = [
    Binding(chr(97 + n), f"pick({n})", show=False, id=f"pick-{chr(97 + n)}") for n in range(9)
]
# Which view allows an action; what is not named here is always allowed.
_ALLOWED = {
    "answer": {_ASKING},
    "go_on": {_VERDICT, _READING},
    "pick": {_ASKING},
    "move": {_ASKING},
    "tick": {_ASKING},
    "hint": {_ASKING},
    "next": {_VERDICT, _READING},
    "undo": {_VERDICT},
    "flag": {_VERDICT},
    "more": {_VERDICT},
    "transcript": {_VERDICT},
    "right": {_VERDICT},
    "scroll": {_VERDICT, _READING},
}


class SessionScreen(Screen[None]):
    """One question at a time: marks and answers before, the verdict and its proof after."""

    BINDINGS = [
        Binding("enter", "answer", _("Answer"), id="session.answer", tooltip=_("Answer as marked")),
        Binding("enter", "go_on", _("Next"), id="session.go-on", tooltip=_("Go on")),
        Binding("n,space", "next", _("Next"), id="session.next", show=False),
        Binding("o", "transcript", _("Transcript"), id="session.transcript"),
        Binding("m", "more", _("More"), id="session.more"),
        Binding("w", "right", _("I was right"), id="session.right"),
        Binding("u", "undo", _("Undo"), id="session.undo"),
        Binding(
            "f", "flag", _("Flag"), id="session.flag", tooltip=_("Say that the question is bad")
        ),
        Binding("ctrl+t", "hint", _("Hint"), id="session.hint", priority=True),
        Binding(
            "ctrl+z", "take_back", _("Undo"), id="session.take-back", show=False, priority=True
        ),
        Binding("escape", "leave", _("Leave"), id="session.leave", priority=True),
        Binding("question_mark,f1", "help", _("Help"), id="session.help"),
        Binding("down,j", "move(1)", show=False, id="session.down"),
        Binding("up,k", "move(-1)", show=False, id="session.up"),
        Binding("down,j", "scroll(1)", show=False, id="session.scroll-down"),
        Binding("up,k", "scroll(-1)", show=False, id="session.scroll-up"),
        Binding("space,x", "tick", show=False, id="session.toggle"),
        Binding("pagedown", "page(1)", show=False, id="session.page-down"),
        Binding("pageup", "page(-1)", show=False, id="session.page-up"),
        *_DIGITS,
        *_LETTERS,
    ]
    AUTO_FOCUS = ""  # a hidden field would take the keys
    HELP = _(
        "Before the answer: a digit, a letter or the arrows mark, Enter answers, Ctrl+T gives a "
        "hint, Ctrl+Z takes the last answer back. After it: Enter or n goes on, o opens the "
        "transcript, m shows more, u undoes, f flags the question, w says that you were right. "
        "Esc leaves; the session can be gone on with later."
    )
    CSS = """
    SessionScreen .verdict { text-style: bold; margin: 1 0 0 0; height: auto; }
    SessionScreen .verdict.-right { color: $text-success; }
    SessionScreen .verdict.-wrong { color: $text-error; }
    SessionScreen .hint { color: $text-muted; margin-top: 1; height: auto; }
    SessionScreen .explanation { margin-top: 1; height: auto; }
    SessionScreen .reading { height: auto; }
    .-short SessionScreen .verdict { margin: 0; }
    """

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.view = _ASKING
        self._held = HeldEnter()
        self._whole = False

    # Laying out

    def compose(self) -> ComposeResult:
        """Make every part once; questions come and go in them."""
        yield TopLine()
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(classes="reading")
            yield QuestionBlock()
            yield Choices()
            yield Ticks()
            yield Typed()
            yield Static(classes="hint")
            yield Static(classes="verdict")
            yield PassageBlock()
            yield Static(classes="explanation")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin where the sitting stands."""
        self._show()

    @property
    def area(self) -> AnswerArea:
        """Where the current question is answered."""
        return self.query_one(_area(self._current), AnswerArea)

    @property
    def _current(self) -> Asked:
        current = self.sitting.current
        assert current is not None
        return current

    def _show(self) -> None:
        """Show what comes now: something to read, a question, or the results."""
        if self.sitting.phase is Phase.DONE:
            self._finish()
            return
        if self.sitting.phase is Phase.VERDICT:
            self._ask()
            self._judge()
            return
        exchange = self.sitting.reading()
        if exchange is not None and self.view != _READING:
            self._read(exchange)
        else:
            self._ask()

    def _only(self, *shown: str) -> None:
        """Display these parts of the body and no others."""
        for part in self.query_one(".body").children:
            names = {type(part).__name__, *part.classes}
            part.display = bool(names & set(shown))

    def _head(self) -> None:
        head = self.query_one(TopLine)
        head.put(self._current.question.topic or "" if self.view == _VERDICT else _("quizgen"))
        done = self.sitting.session.score.answered
        head.count(self.sitting.position, self.sitting.total, done=done)

    def _read(self, exchange: Exchange) -> None:
        self.view = _READING
        self._only("reading")
        how = _("Read this (↓ scrolls), then press Enter for its questions.")
        parts = [literal(how, "$text-muted")]
        for turn in exchange.turns:
            parts.append(literal(turn.who, "bold $text-primary") + literal("\n") + prose(turn.text))
        self.query_one(".reading", Static).update(Content("\n\n").join(parts))
        self._settle()

    def _ask(self) -> None:
        self.view = _ASKING
        self._whole = False
        self._only("QuestionBlock", type(self.area).__name__)
        self.query_one(QuestionBlock).put(self._current.question)
        self.area.ask(self._current)
        self._settle()
        self.sitting.shown()

    def _settle(self) -> None:
        self._head()
        self._held.shown(monotonic())
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.set_focus(None)
        if self.view == _ASKING:
            self.area.settle()
        self.refresh_bindings()

    def _judge(self) -> None:
        """Show the verdict on show in the sitting, and the words that prove it."""
        answer = self.sitting.session.last_answer
        assert answer is not None
        self.view = _VERDICT
        area = type(self.area).__name__
        parts = ["QuestionBlock", area, "verdict", "PassageBlock"]
        if self._current.question.explanation:
            parts.append("explanation")
            self.query_one(".explanation", Static).update(prose(self._current.question.explanation))
        self._only(*parts)
        self.area.judged(self._current, answer.response, answer.verdict)
        verdict = self.query_one(".verdict", Static)
        verdict.set_classes(f"verdict {'-right' if answer.verdict.right else '-wrong'}")
        verdict.update(_verdict(right=answer.verdict.right, expected=answer.verdict.expected))
        self._prove()
        self._head()
        self._held.shown(monotonic())
        self.set_focus(None)
        self.refresh_bindings()
        self.call_after_refresh(self._reveal)

    def _prove(self) -> None:
        block = self.query_one(PassageBlock)
        evidence = self._current.question.evidence
        self._folded = block.put(self.sitting.passages(), evidence, whole=self._whole)

    def _reveal(self) -> None:
        """Scroll so that the verdict is seen."""
        if self.view == _VERDICT:
            self.query_one(PassageBlock).scroll_visible(animate=False)
            self.query_one(".verdict", Static).scroll_visible(animate=False)

    def _finish(self) -> None:
        from quizgen.tui.screens.results import ResultsScreen  # noqa: PLC0415 - only at the end

        self.app.switch_screen(ResultsScreen(self.sitting))

    # What the learner does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what makes sense now; the key bar shows no more than that."""
        if self.view not in _ALLOWED.get(action, {self.view}):
            return False
        if action == "hint":
            return True if self.sitting.has_hint else None
        if action == "right":
            last = self.sitting.session.last_answer
            typed = isinstance(self._current.question, Short | Cloze | Number)
            return typed and last is not None and not last.verdict.right
        if action == "transcript":
            return self.sitting.transcript() is not None
        return True

    def action_pick(self, number: int) -> None:
        """Mark an option."""
        self.area.pick(number)

    def action_move(self, step: int) -> None:
        """Move the mark."""
        self.area.move(step)

    def action_tick(self) -> None:
        """Tick where the cursor stands."""
        self.area.toggle()

    def action_go_on(self) -> None:
        """Go on; a key that is still held down from the answer does not."""
        match self._held.press(monotonic()):
            case Press.GO:
                self.action_next()
            case Press.WAIT:
                pressed = self._held.pressed_at
                self.set_timer(REPEATING, lambda: self._go_if_quiet(pressed))
            case Press.IGNORE:
                pass

    def _go_if_quiet(self, pressed: float) -> None:
        if self.view != _ASKING and self._held.quiet(pressed):
            self.action_next()

    def action_answer(self) -> None:
        """Answer with what is marked or typed."""
        response = self.area.response
        if response is None:  # an empty Enter never answers
            return
        if self._kept(lambda: self.sitting.answer(response)):
            self._judge()

    def _kept(self, move: Callable[[], object]) -> bool:
        """Make a move; if the history cannot take it, say so and stay where we are."""
        try:
            move()
        except HistoryError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)
            return False
        return True

    def on_answer_area_given(self, event: AnswerArea.Given) -> None:
        """Answer by mouse, or by Enter in a field."""
        event.stop()
        if self.view == _ASKING:
            self.action_answer()

    def action_next(self) -> None:
        """Go on to the next question, from reading to the first one."""
        if self.view == _READING:
            self._ask()
            return
        if self._kept(self.sitting.advance):
            self._show()

    def action_hint(self) -> None:
        """Show a hint."""
        hint = self.sitting.hint()
        if hint is None:
            return
        if hint.struck is not None:
            self.area.strike(hint.struck)
            return
        line = self.query_one(".hint", Static)
        line.update(prose(_("Hint: {hint}").format(hint=hint.text)))
        line.display = True

    def action_undo(self) -> None:
        """Take the answer on show back."""
        if self._kept(self.sitting.undo):
            self._ask()

    def action_take_back(self) -> None:
        """Take the last answer back, also after going on."""
        if self.sitting.can_undo:
            self.action_undo()

    def action_flag(self) -> None:
        """Note that the question is bad."""
        if self._kept(self.sitting.flag):
            self.notify(_("Noted: this question is bad. The teacher sees it."), markup=False)

    def action_right(self) -> None:
        """Note that the answer was right all the same."""
        if self._kept(self.sitting.override):
            self.notify(_("Noted: you hold your answer to be right."), markup=False)

    def action_more(self) -> None:
        """Show or hide the sentences around the proof."""
        self._whole = not self._whole
        self._prove()

    def action_transcript(self) -> None:
        """Open the whole transcript at the proof."""
        from quizgen.tui.screens.transcript import TranscriptScreen  # noqa: PLC0415 - on demand

        transcript = self.sitting.transcript()
        if transcript is not None:
            self.app.push_screen(TranscriptScreen(transcript, self.sitting.passage()))

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        view = self.query_one(VerticalScroll)
        view.scroll_relative(y=pages * max(view.size.height - 2, 1), animate=False)

    def action_help(self) -> None:
        """Say which keys there are."""
        self.notify(self.HELP, title=_("Keys"), timeout=12, markup=False)

    def action_leave(self) -> None:
        """Leave; the session is kept."""
        cast("QuizgenApp", self.app).pop_screen()


def _area(asked: Asked) -> str:
    """The type of widget that takes the answer to a question."""
    match asked.question:
        case Choice() | TrueFalse():
            return "Choices"
        case Multi():
            return "Ticks"
        case _:
            return "Typed"


def _verdict(*, right: bool, expected: str) -> Content:
    if right:
        return literal(_("✓ Right"))
    return literal(_("✗ Wrong")) + prose(_(" – the answer is {answer}").format(answer=expected))
