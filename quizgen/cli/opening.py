"""From what was typed for ``play`` to a session at its first question."""

import argparse
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeAlias

from quizgen.cli.screen import warn_of
from quizgen.cli.verb import if_transcript, talk
from quizgen.files.shell import in_shell
from quizgen.model.counted import many

if TYPE_CHECKING:
    from quizgen.cli.submission import Submission
    from quizgen.history.figures import Unfinished
    from quizgen.history.log import History
    from quizgen.library.settings import Settings
    from quizgen.library.shelf import ShelvedBank
    from quizgen.model.errors import BankError
    from quizgen.model.problem import Problem
    from quizgen.sitting.sitting import Sitting
    from quizgen.tui.opened import Opened

Say: TypeAlias = Callable[[str], None]
EVERYWHERE = ("due", "missed")  # without a bank, these go over all there are


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
        self._left: Unfinished | None = None
        self._banks: tuple[ShelvedBank, ...] = ()
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

    def begin(self) -> "Sitting":
        """Open all that is needed, saying on stderr what the learner should know.

        Raises:
            QuizgenError: there is no such bank, nothing to ask, or no history to keep it in.
        """
        sitting = self._open(lambda text: talk(f"quizgen: {text}"))
        if self._left:
            answered, total = self._left.answered, self._left.total
            talk(
                f"quizgen: a session was left after {answered} of {many(total, 'question')}; "
                "--resume goes on with it."
            )
        return sitting

    def _open(self, say: Say) -> "Sitting":
        from quizgen.history.open import open_history
        from quizgen.library.places import data_folder
        from quizgen.sitting.wishes import obey

        asked = self._arguments
        everywhere = asked.resume or asked.mode in EVERYWHERE
        self._banks = banks = _banks(asked.banks, say, everywhere=everywhere)
        self.titles = _titles(banks)
        self._history = history = open_history(data_folder())
        if asked.submit:
            from quizgen.cli.submission import Submission

            self._submission = Submission(asked.submit, history)
        obey(history, self.settings.learner, self.settings)
        self._left = self._unfinished(history)
        if asked.resume and self._left:
            self.titles = _titles(_holding(banks, self._left))
            self._sitting, self._left = self._resumed(self._left), None
            return self._sitting
        if asked.resume:
            say("no session was left unfinished here; this is a new one.")
            if not (asked.banks or asked.mode in EVERYWHERE):
                self._banks = banks = _banks([], say, everywhere=False)
                self.titles = _titles(banks)
        self._sitting = _sitting(asked, self.settings, banks, history)
        return self._sitting

    def _unfinished(self, history: "History") -> "Unfinished | None":
        """The latest session that was left, of these banks and of the mode that was named."""
        ids = {bank for shelved in self._banks for bank in shelved.bank_ids}
        for one in history.unfinished(self.settings.learner):
            if set(one.banks) <= ids and self._arguments.mode in (None, one.mode):
                return one
        return None

    def _resumed(self, left: "Unfinished") -> "Sitting":
        """The session that was left, at its next question."""
        from quizgen.sitting.sitting import Sitting

        assert self._history is not None
        self._sitting = Sitting.resume(self._history, left.session, self._banks)
        return self._sitting

    def for_app(self) -> "Opened":
        """Open all that is needed, for the full-screen app."""
        from quizgen.tui.left import where_left
        from quizgen.tui.opened import News, Opened
        from quizgen.tui.texts import _

        said: list[str] = []
        sitting, left = self._open(said.append), self._left
        if left is None:
            return Opened(sitting.history, sitting, News(tuple(said)) if said else None)
        said.append(_("You left: {what}. ^L goes on there.").format(what=where_left(left)))
        return Opened(sitting.history, sitting, News(tuple(said), lambda: self._resumed(left)))


def _banks(names: list[str], say: Say, *, everywhere: bool) -> tuple["ShelvedBank", ...]:
    from quizgen.library.resolve import resolve
    from quizgen.library.shelf import first_playable, load

    if not names and everywhere:
        return tuple(shelved for shelved in load() if shelved.bank)
    if not names:
        return (first_playable(),)
    found = tuple(shelved for name in names for shelved in resolve(name))
    banks = tuple(shelved for shelved in found if shelved.questions)
    broken = [shelved for shelved in found if shelved.errors]
    if broken and not banks:
        raise _unusable(broken[0])
    for shelved in broken:
        asked = "what is sound is asked" if shelved.questions else "it is left out"
        say(
            f"{shelved.path}: {many(shelved.errors, 'problem')}; {asked}. "
            f"See: quizgen check {in_shell(shelved.path)}"
        )
    return banks or tuple(shelved for shelved in found if shelved.bank)


def _unusable(shelved: "ShelvedBank") -> "BankError":
    """That nothing of a bank can be asked, with the first reason."""
    from quizgen.model.errors import BankError

    first = next(problem for problem in shelved.problems if problem.level == "error")
    return BankError(_sentence(first), fix=_fix(shelved, first), problems=shelved.problems)


def _fix(shelved: "ShelvedBank", first: "Problem") -> str:
    see = first.fix or f"See: quizgen check {in_shell(shelved.path)}"
    return if_transcript(shelved.path) or see


def _sitting(
    arguments: argparse.Namespace,
    settings: "Settings",
    banks: tuple["ShelvedBank", ...],
    history: "History",
) -> "Sitting":
    from quizgen.model.errors import UsageError
    from quizgen.sitting.sitting import Sitting
    from quizgen.study.selection import Filters
    from quizgen.study.session import Mode

    if arguments.time and arguments.mode != "exam":
        raise UsageError(
            "--time is the time limit of an exam.", fix="Add --mode exam, or leave it out."
        )
    return Sitting.start(
        banks,
        history=history,
        learner=settings.learner,
        mode=Mode(arguments.mode or "practice"),
        count=arguments.count,
        filters=Filters.of(arguments),
        seed=arguments.seed,
        limit=arguments.time,
        exact=settings.exact,
    )


def _holding(banks: tuple["ShelvedBank", ...], left: "Unfinished") -> tuple["ShelvedBank", ...]:
    """Those of the banks that a session has its questions from."""
    return tuple(shelved for shelved in banks if {*shelved.bank_ids} & {*left.banks})


def _titles(banks: tuple["ShelvedBank", ...]) -> str:
    return ", ".join(shelved.title for shelved in banks)


def _sentence(problem: "Problem") -> str:
    if problem.path in problem.message:
        return problem.message
    line = f":{problem.line}" if problem.line else ""
    return f"{problem.path}{line}: {problem.message}"
