"""What the app needs before there is anything to show: made after its first picture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.history.log import History
    from quizgen.sitting.sitting import Sitting


@dataclass(frozen=True, slots=True)
class News:
    """What the learner should know at the first question; ``resume`` takes up an older session."""

    lines: tuple[str, ...]
    resume: "Callable[[], Sitting] | None" = None


@dataclass(frozen=True, slots=True)
class Opened:
    """The learner's history, the session to begin with if one was named, and news of it."""

    history: "History"
    sitting: "Sitting | None" = None
    news: News | None = None
