"""Cards: think of the answer, turn the card over, say how well you knew it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from quizgen.study.grading import expected
from quizgen.tui.content import literal, prose
from quizgen.tui.screens.session import SessionScreen
from quizgen.tui.screens.session_keys import (
    AFTER,
    LEAVE,
    RESUME,
    SCROLLING,
    TAKE_BACK,
    View,
)
from quizgen.tui.texts import _


class CardsScreen(SessionScreen, inherit_bindings=False):
    """Nothing is typed or marked; the learner is the judge."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space",
            "reveal",
            _("Turn over"),
            id="cards.reveal",
            tooltip=_("Show the answer and the words that prove it"),
        ),
        Binding(
            "3,enter,space", "grade('good')", _("Known"), id="cards.good", tooltip=_("Known well")
        ),
        Binding(
            "1", "grade('again')", _("Not known"), id="cards.again", tooltip=_("It comes back soon")
        ),
        Binding("2", "grade('hard')", _("Hard"), id="cards.hard", tooltip=_("Known with effort")),
        Binding("4", "grade('easy')", _("Easy"), id="cards.easy", tooltip=_("Known at once")),
        *AFTER,
        TAKE_BACK,
        *SCROLLING,
        RESUME,
        LEAVE,
    ]
    HELP = _(
        "Think of the answer, then turn the card over with Enter and say how well you knew it: "
        "1 not known, 2 hard, 3 or Enter known, 4 easy. Ctrl+Z takes the last one back."
    )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what a card allows."""
        if (
            action in {"transcript", "flag", "scroll", "more", "edit"}
            and self.view is View.REVEALED
        ):
            return self.allows_after_answer(action)
        if action in {"right", "ease", "why", "undo"}:
            return False
        return super().check_action(action, parameters)

    def ask(self, **_ways: object) -> None:
        """Put the question alone: options would say too much."""
        super().ask(note=literal(_("Think of the answer, then turn the card over.")))
        self.only("QuestionBlock", "hint")

    def settle_area(self) -> None:
        """Nothing is typed on a card."""

    def judge(self) -> None:
        """A card that was graded is done with: go on."""
        self.call_later(self._go_on)

    async def _go_on(self) -> None:
        if self.kept(self.sitting.advance):
            await self.show()

    def action_reveal(self) -> None:
        """Show the answer and its proof."""
        self.view = View.REVEALED
        verdict = self.query_one(".verdict", Static)
        verdict.update(prose(expected(self.asked.question) or _("There is no answer to show.")))
        parts = ["QuestionBlock", "verdict", *self.proving]
        if self.asked.question.explanation:
            parts.append("explanation")
            self.query_one(".explanation", Static).update(prose(self.asked.question.explanation))
        self.only(*parts)
        self.prove()
        self.refresh_bindings()

    async def action_grade(self, grade: str) -> None:
        """Note how well the answer was known, and go on."""
        if self.kept(lambda: self.sitting.answer(grade)):
            self.judge()
