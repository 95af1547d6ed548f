"""An exam: every question open until it is handed in, no verdict before."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from quizgen.tui.content import literal
from quizgen.tui.screens.exam_grid import GridScreen
from quizgen.tui.screens.session import SessionScreen
from quizgen.tui.screens.session_keys import LEAVE, MARKING, RESUME, SCROLLING, View
from quizgen.tui.texts import _
from quizgen.tui.widgets.top_line import TopLine

_HURRY = 60_000
_LAST = 1_500  # milliseconds before the end in which what is marked is kept


class ExamScreen(SessionScreen, inherit_bindings=False):
    """Answers are kept and can be changed; one moves about freely and hands in at the end."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "answer",
            _("Answer"),
            id="exam.answer",
            tooltip=_("Keep what is marked, and go on"),
        ),
        Binding(
            "ctrl+g",
            "grid",
            _("Overview"),
            id="exam.grid",
            priority=True,
            tooltip=_("All questions at a glance; hand in there"),
        ),
        Binding(
            "ctrl+n",
            "step(1)",
            _("Next"),
            id="exam.next",
            priority=True,
            tooltip=_("The next question; → does the same where nothing is typed"),
        ),
        Binding(
            "ctrl+b",
            "step(-1)",
            _("Back"),
            id="exam.back",
            priority=True,
            tooltip=_("The question before; ← does the same where nothing is typed"),
        ),
        Binding(
            "ctrl+f",
            "mark",
            _("Later"),
            id="exam.mark",
            priority=True,
            tooltip=_("Mark this question to come back to, or take the mark away"),
        ),
        Binding(
            "ctrl+s",
            "hand_in",
            _("Hand in"),
            id="exam.hand-in",
            priority=True,
            tooltip=_("End the exam and see how it went"),
        ),
        Binding(
            "ctrl+r",
            "flag",
            _("Flag"),
            id="exam.flag",
            show=False,
            priority=True,
            tooltip=_("Say that the question is bad, and why"),
        ),
        *MARKING,
        *SCROLLING,
        RESUME,
        LEAVE,
    ]
    HELP = _(
        "Enter keeps the answer and goes on; turning to another question keeps it too. It can be "
        "changed until you hand in. Nothing is judged before. Questions without an answer count "
        "as not answered, not as wrong."
    )

    async def on_mount(self) -> None:
        """Watch the time."""
        await super().on_mount()
        if self.sitting.left is not None:
            self.set_interval(1, self._tick)

    def _tick(self) -> None:
        if self.kept(self._keep_time):
            self.head()

    def _keep_time(self) -> None:
        if 0 < (self.sitting.left or 0) <= _LAST:
            self._keep_marked()
        if self.sitting.keep_time():
            self.notify(_("Time is up: your exam was handed in."), timeout=15, markup=False)
            self.finish()

    def head(self) -> None:
        """Say where one is, whether it is marked, and how much time is left."""
        if not self.is_current or self.sitting.current is None:
            return
        session = self.sitting.session
        head = self.query_one(TopLine)
        words = [_("Exam")]
        if (left := self.sitting.left) is not None:
            words.append(_("{time} left").format(time=clock_text(left)))
        if session.position in session.marked:
            words.append(_("⚑ for later"))
        head.put(" · ".join(words), urgent=left is not None and left < _HURRY)
        head.count(self.sitting.position, self.sitting.total, done=self.sitting.answered)

    def ask(self, **_ways: object) -> None:
        """Put the current question, with the answer that it has already."""
        before = self.sitting.session.answer_at(self.sitting.session.position)
        note = literal(_("Your answer is kept; it can be changed."))
        super().ask(note=note if before else None)
        if before:
            self.area.restore(before.response)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what an exam allows: no hint, nothing that would give an answer away."""
        if action in {"hint", "take_back"}:
            return False
        if action == "flag":
            return True
        return super().check_action(action, parameters)

    async def action_answer(self) -> None:
        """Keep the answer and go on to what is open, or to the overview."""
        response = self.area.response
        if response is None:
            self.tell_missing()
        elif self.kept(lambda: self.sitting.answer(response)):
            place = self.sitting.session.next_open
            if place is None:
                self.action_grid()
            else:
                await self.go(place)

    async def go(self, position: int) -> None:
        """Turn to a question."""
        if not self.kept(lambda: self.sitting.go(position)):
            return
        self.view = View.ASKING
        await self.show()

    def _keep_marked(self) -> bool:
        """Keep what is marked, as on paper, before turning away; say whether that went well."""
        before = self.sitting.session.answer_at(self.sitting.session.position)
        response = self.area.response
        if response is None or (before and before.response == response):
            return True
        return self.kept(lambda: self.sitting.answer(response))

    async def action_step(self, step: int) -> None:
        """Turn to the next question or the one before, round the end."""
        if self._keep_marked():
            await self.go((self.sitting.session.position + step) % self.sitting.total)

    async def action_turn(self, step: int) -> None:
        """Go sideways: through what can be paired, else through the questions."""
        if not self.area.turn(step):
            await self.action_step(step)

    def action_mark(self) -> None:
        """Mark for later."""
        if self.kept(self.sitting.mark):
            self.head()

    def action_grid(self, *, asking: bool = False) -> None:
        """Show all questions at a glance; ``asking`` also asks whether to hand in."""
        if not self._keep_marked():
            return

        async def chosen(position: int | None) -> None:
            if position == GridScreen.HAND_IN:
                self._hand_in()
            elif position is not None:
                await self.go(position)

        self.app.push_screen(GridScreen(self.sitting.session, asking=asking), chosen)

    def action_hand_in(self) -> None:
        """Ask for it in the overview, where one sees what is missing."""
        self.action_grid(asking=True)

    def _hand_in(self) -> None:
        if self.kept(self.sitting.finish):
            self.finish()


def clock_text(ms: int) -> str:
    """A duration as on a clock: ``4:05`` or ``1:00:00``."""
    seconds = -(-ms // 1000)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
