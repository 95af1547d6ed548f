"""Which screen shows a session of which mode."""

from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Mode
from quizgen.tui.opened import News
from quizgen.tui.screens.session import SessionScreen


def screen_for(sitting: Sitting, news: News | None = None) -> SessionScreen:
    """The screen for the mode of a session, imported when it is first shown."""
    match sitting.session.mode:
        case Mode.EXAM:
            from quizgen.tui.screens.exam import ExamScreen  # noqa: PLC0415

            return ExamScreen(sitting, news)
        case Mode.CARDS:
            from quizgen.tui.screens.cards import CardsScreen  # noqa: PLC0415

            return CardsScreen(sitting, news)
        case _:
            return SessionScreen(sitting, news)
