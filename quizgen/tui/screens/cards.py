"""Cards: think of the answer, turn the card over, say how well you knew it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from quizgen.model.question import Match, TrueFalse
from quizgen.study.grading import expected
from quizgen.study.recall import needs_options
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
            "s",
            "options",
            _("Show the options"),
            id="cards.options",
            tooltip=_("What there is to choose from, for who does not know it by heart"),
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
    recalled: ClassVar[bool] = True
    options = False
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
        if action == "options":
            return self.view is View.ASKING and bool(self.asked.options) and not self.options
        return super().check_action(action, parameters)

    def ask(self, **_ways: object) -> None:
        """Put the question alone, with its options only where nobody could answer without."""
        self.options = needs_options(self.asked.question)
        super().ask(note=self._note())
        self.only("QuestionBlock", "hint", *self.tell_news())

    def _note(self) -> Content:
        """What to do, under what there is to choose from if that is shown."""
        how = _("Think of the answer, then turn the card over.")
        if isinstance(self.asked.question, TrueFalse):
            how = _("True or false? Think, then turn the card over.")
        return Content("\n").join([*self._choice(), literal(how)])

    def _choice(self) -> list[Content]:
        """The options, a line each, where they are shown."""
        asked = self.asked
        if not self.options:
            return []
        lines = [Content.assemble("·  ", prose(option)) for option in asked.options]
        if isinstance(asked.question, Match):
            lefts = [prose(left, "bold") for left, _right in asked.question.pairs]
            lines = [*lefts, literal(""), *lines]
        return [*(line.stylize("$foreground") for line in lines), literal("")]

    def action_options(self) -> None:
        """Show what there is to choose from."""
        self.options = True
        self.query_one(".hint", Static).update(self._note())
        self.refresh_bindings()

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
        if self.options:
            self.query_one(".hint", Static).update(Content("\n").join(self._choice()[:-1]))
            parts.append("hint")
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
