"""What screens ask of the app that shows them, so that they need not know the app itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from textual.screen import Screen

    from quizgen.history.log import History
    from quizgen.library.settings import Settings
    from quizgen.sitting.sitting import Sitting


class Desk(Protocol):
    """The learner's history and settings, and the ways from screen to screen."""

    history: "History"
    learner: str
    settings: "Settings"

    def begin(self, sitting: "Callable[[], Sitting]", *, instead: bool = False) -> None:
        """Open a session that is only now made; if it cannot be, say why and stay."""

    def keep(self, settings: "Settings") -> None:
        """Use these settings from now on, and write them down."""


def desk_of(screen: "Screen[Any]") -> Desk:
    """The desk of a screen on show."""
    return cast("Desk", screen.app)
