"""What is done before an answer is given: keys reach the place to answer through its screen."""

from typing import TYPE_CHECKING

from quizgen.tui.screens.scrolling import Scrolling
from quizgen.tui.screens.session_keys import View

if TYPE_CHECKING:
    from quizgen.tui.widgets.answers.area import AnswerArea


class Marking(Scrolling):
    """The half of a session's screen that is about the answer being made."""

    view: View

    if TYPE_CHECKING:

        @property
        def area(self) -> AnswerArea:
            """Where the current question is answered."""

    def settle_area(self) -> None:
        """Give the keyboard to where the answer is typed."""
        self.area.settle()

    def on_click(self) -> None:
        """A click beside the place to answer does not take the keyboard from it."""
        if self.view is View.ASKING:
            self.settle_area()

    def action_pick(self, number: int) -> None:
        """Mark an option."""
        self.area.pick(number)

    def action_letter(self, sign: str) -> None:
        """Mark what bears this letter."""
        self.area.letter(sign)

    def action_move(self, step: int) -> None:
        """Move the mark; where there is nothing to mark, scroll."""
        self.area.move(step)

    def action_shift(self, step: int) -> None:
        """Move the line under the mark."""
        self.area.shift(step)

    async def action_turn(self, step: int) -> None:
        """Go sideways."""
        self.area.turn(step)

    def action_tick(self) -> None:
        """Tick where the cursor stands."""
        self.area.toggle()
