"""Whether there is a screen to draw on, and opening the app on it."""

import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from quizgen.cli.verb import talk

if TYPE_CHECKING:
    from quizgen.history.log import History
    from quizgen.library.settings import Settings
    from quizgen.tui.opened import Opened


def wants_lines() -> bool:
    """Whether the session should run line by line: no terminal, or one that cannot draw."""
    if os.environ.get("TEXTUAL_DRIVER"):  # a browser is the screen
        return False
    if os.environ.get("TERM") == "dumb":
        return True
    return not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())


def open_library(learner: str | None, *, ask_name: bool = False) -> int:
    """Open the full-screen app at the library."""
    from quizgen.tui.app import run as run_app

    with ExitStack() as stack:

        def opened() -> "Opened":
            from quizgen.history.open import open_history
            from quizgen.library.places import data_folder
            from quizgen.tui.opened import Opened

            history = stack.enter_context(open_history(data_folder()))
            stack.callback(warn_of, history)
            return Opened(history)

        return run_app(opening=opened, settings=settings_for(learner), ask_name=ask_name)


def warn_of(history: "History") -> None:
    """Pass on what the history has to say, once the screen is the shell's again."""
    if history.warning:
        talk(f"quizgen: {history.warning}")


def settings_for(learner: str | None) -> "Settings":
    """The settings, for a learner named on the command line or the usual one."""
    from quizgen.library.settings import read_settings, with_learner

    settings, problems = read_settings()
    for problem in problems:
        talk(f"quizgen: {problem}")
    return with_learner(settings, learner)
