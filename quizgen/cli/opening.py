"""From what was typed for ``play`` to a session at its first question."""

import argparse
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeAlias

from quizgen.cli.screen import warn_of
from quizgen.cli.verb import talk

if TYPE_CHECKING:
    from quizgen.cli.submission import Submission
    from quizgen.history.log import History
    from quizgen.library.settings import Settings
    from quizgen.library.shelf import ShelvedBank
    from quizgen.model.problem import Problem
    from quizgen.sitting.sitting import Sitting
    from quizgen.tui.opened import Opened

Say: TypeAlias = Callable[[str], None]
EVERYWHERE = ("due", "missed")  # without a bank, these go over all there are
FILTERS = ("topic", "speaker", "rule", "difficulty", "tag")


class Opening:
    """A history and a session on it, opened when they are wanted; leaving closes the history.

    The app wants them once its first picture is on the screen.
    """

    def __init__(self, arguments: argparse.Namespace, settings: "Settings") -> None:
        self.settings = settings
        self.titles = ""
        self._arguments = arguments
        self._history: History | None = None
        self._sitting: Sitting | None = None
        self._submission: Submission | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._history is None:
            return
        try:
            if self._submission and self._sitting:
                self._submission.hand_in(self._sitting)
            warn_of(self._history)
        finally:
            self._history.close()

    def begin(self, say: Say | None = None) -> "Sitting":
        """Open all that is needed; ``say`` takes what the learner should know.

        Raises:
            QuizgenError: there is no such bank, nothing to ask, or no history to keep it in.
        """
        from quizgen.history.open import open_history
        from quizgen.library.places import data_folder
        from quizgen.sitting.wishes import obey

        say = say or (lambda text: talk(f"quizgen: {text}"))
        mode = self._arguments.mode or "practice"
        banks = _banks(self._arguments.banks, say, everywhere=mode in EVERYWHERE)
        self.titles = _titles(banks)
        self._history = history = open_history(data_folder())
        if self._arguments.submit:
            from quizgen.cli.submission import Submission

            self._submission = Submission(self._arguments.submit, history)
        obey(history, self.settings.learner, self.settings)
        self._sitting = _sitting(self._arguments, self.settings, banks, history, say)
        return self._sitting

    def for_app(self) -> "Opened":
        """Open all that is needed, for the full-screen app."""
        from quizgen.tui.opened import Opened

        notices: list[str] = []
        sitting = self.begin(notices.append)
        return Opened(sitting.history, sitting, tuple(notices))


def _banks(names: list[str], say: Say, *, everywhere: bool) -> tuple["ShelvedBank", ...]:
    from quizgen.library.resolve import resolve
    from quizgen.library.shelf import first_playable, load

    if not names and everywhere:
        return tuple(shelved for shelved in load() if shelved.bank)
    if not names:
        return (first_playable(),)
    banks = tuple(shelved for name in names for shelved in resolve(name))
    for shelved in banks:
        _warn(shelved, say, alone=len(banks) == 1)
    return tuple(shelved for shelved in banks if shelved.bank)


def _warn(shelved: "ShelvedBank", say: Say, *, alone: bool) -> None:
    """Say what of a bank cannot be used; if that is all of it, stop."""
    from quizgen.model.errors import BankError

    if not shelved.errors:
        return
    first = next(problem for problem in shelved.problems if problem.level == "error")
    if shelved.bank and (shelved.questions or not alone):
        say(
            f"{shelved.path}: {_problems(shelved.errors)}; what is sound is asked. "
            f"See: quizgen check {shelved.path}"
        )
        return
    raise BankError(_sentence(first), fix=_fix(shelved, first), problems=shelved.problems)


def _fix(shelved: "ShelvedBank", first: "Problem") -> str:
    from quizgen.library.places import BANK_SUFFIXES

    if shelved.path.is_file() and shelved.path.suffix not in BANK_SUFFIXES:
        return f"If this is a transcript, make a bank of it: quizgen generate {shelved.path}"
    return first.fix or f"See: quizgen check {shelved.path}"


def _sitting(
    arguments: argparse.Namespace,
    settings: "Settings",
    banks: tuple["ShelvedBank", ...],
    history: "History",
    say: Say,
) -> "Sitting":
    from quizgen.model.errors import UsageError
    from quizgen.sitting.sitting import Sitting
    from quizgen.study.selection import Filters
    from quizgen.study.session import Mode

    if arguments.time and arguments.mode != "exam":
        raise UsageError(
            "--time is the time limit of an exam.", fix="Add --mode exam, or leave it out."
        )
    ids = {bank for shelved in banks for bank in shelved.bank_ids}
    left = [one for one in history.unfinished(settings.learner) if set(one.banks) <= ids]
    if left and arguments.resume:
        return Sitting.resume(history, left[0].session, banks)
    if arguments.resume:
        say("no session was left unfinished here; this is a new one.")
    elif left:
        say(
            f"a session was left after {left[0].answered} of {left[0].total} questions; "
            "--resume goes on with it."
        )
    return Sitting.start(
        banks,
        history=history,
        learner=settings.learner,
        mode=Mode(arguments.mode or "practice"),
        count=arguments.count,
        filters=Filters(**{name: tuple(getattr(arguments, name)) for name in FILTERS}),
        seed=arguments.seed,
        limit=arguments.time,
        exact=settings.exact,
    )


def _titles(banks: tuple["ShelvedBank", ...]) -> str:
    return ", ".join(shelved.title for shelved in banks)


def _sentence(problem: "Problem") -> str:
    if problem.path in problem.message:
        return problem.message
    line = f":{problem.line}" if problem.line else ""
    return f"{problem.path}{line}: {problem.message}"


def _problems(number: int) -> str:
    return "1 question has a problem" if number == 1 else f"{number} problems"
