"""The full-screen app with a review instead of the library."""

from collections.abc import Callable
from pathlib import Path

from quizgen.history.log import History
from quizgen.library.reviewing import Review
from quizgen.library.settings import Settings
from quizgen.library.shelf import ShelvedBank
from quizgen.sitting.sources import Sources
from quizgen.tui.app import QuizgenApp
from quizgen.tui.hangup import ended_by_hangup
from quizgen.tui.opened import Opened
from quizgen.tui.screens.review import ReviewScreen

Editor = Callable[[Path, int], None]


class ReviewApp(QuizgenApp):
    """Shows one review and ends with it."""

    def __init__(
        self,
        review: Review,
        sources: Sources,
        shelved: ShelvedBank,
        history: History,
        editor: Editor,
        *,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(Opened(history), settings)
        self._review = ReviewScreen(review, sources, shelved, editor)

    def open(self, _opened: Opened) -> None:
        """Open the review."""
        self.push_screen(self._review, lambda _: self.exit(0))


def run_review(
    review: Review,
    sources: Sources,
    shelved: ShelvedBank,
    history: History,
    editor: Editor,
    *,
    settings: Settings,
) -> None:
    """Run the review until the teacher leaves it."""
    with ended_by_hangup():
        ReviewApp(review, sources, shelved, history, editor, settings=settings).run()
