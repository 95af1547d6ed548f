"""Whether there is a screen to draw on, and opening the app on it."""

import os
import sys
from typing import TYPE_CHECKING

from quizgen.cli.verb import talk

if TYPE_CHECKING:
    from quizgen.library.settings import Settings


def wants_lines() -> bool:
    """Whether the session should run line by line: no terminal, or one that cannot draw."""
    if os.environ.get("TERM") == "dumb":
        return True
    return not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())


def open_library(learner: str | None) -> int:
    """Open the full-screen app at the library."""
    from quizgen.history.open import open_history
    from quizgen.library.places import data_folder
    from quizgen.tui.app import run as run_app

    settings = settings_for(learner)
    with open_history(data_folder()) as history:
        code = run_app(history=history, learner=settings.learner, settings=settings)
        if history.warning:
            talk(f"quizgen: {history.warning}")
    return code


def settings_for(learner: str | None) -> "Settings":
    """The settings, for a learner named on the command line or the usual one."""
    from quizgen.library.settings import read_settings, with_learner

    settings, problems = read_settings()
    for problem in problems:
        talk(f"quizgen: {problem}")
    return with_learner(settings, learner)
