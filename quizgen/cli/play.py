"""Take a quiz: ten questions of a bank, an exam, or read the transcript and answer as you go.

BANK is a file, a folder, or the name of a bank that the library lists. On a terminal the
full-screen app opens at the first question; with --plain, or without a terminal, the
session runs line by line.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.verb import talk

if TYPE_CHECKING:
    from quizgen.history.log import History
    from quizgen.library.settings import Settings
    from quizgen.library.shelf import ShelvedBank
    from quizgen.model.problem import Problem
    from quizgen.sitting.sitting import Sitting

EXAMPLE = "quizgen play questions/g20-2017-putin-news-conference.yaml --count 5"
MODES = ("learn", "practice", "exam", "due", "missed", "cram", "cards")
EVERYWHERE = ("due", "missed")  # without a bank, these go over all there are
FILTERS = ("topic", "speaker", "rule", "difficulty", "tag")
DIFFICULTIES = ("easy", "medium", "hard")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what ``play`` understands."""
    add = parser.add_argument
    add("banks", nargs="*", metavar="BANK", help="a file, a folder, or a bank's name")
    add(
        "--mode",
        choices=MODES,
        help="learn: read, then answer; practice: ten questions (default); exam: no verdict "
        "before you hand in; due: what is due today; missed: what was wrong last time; "
        "cram: like practice, beside any schedule; cards: reveal, then grade yourself",
    )
    add("--count", type=_positive, metavar="N", help="how many questions (practice: 10)")
    add("--topic", action="append", default=[], help="only questions on this topic")
    add("--speaker", action="append", default=[], help="only questions on this speaker")
    add("--rule", action="append", default=[], help="only questions that this rule made")
    add("--difficulty", action="append", default=[], choices=DIFFICULTIES)
    add("--tag", action="append", default=[], help="only questions with this tag")
    add("--time", type=_duration, metavar="TIME", help="how long an exam lasts: 20m, 90s, 1h")
    add("--seed", type=int, metavar="N", help="the same number gives the same session again")
    add("--learner", metavar="NAME", help="whose history this goes to (default: as set, or me)")
    add("--resume", action="store_true", help="go on with the session that was left")
    add(
        "--submit",
        type=Path,
        metavar="FILE.json",
        help="also write the session to a file that can be handed in; with --learner NAME",
    )
    add("--plain", action="store_true", help="line by line, without the full-screen app")


def run(arguments: argparse.Namespace) -> int:
    """Open the session and play it."""
    from quizgen.cli.screen import open_library, settings_for, wants_lines
    from quizgen.cli.submission import Submission
    from quizgen.history.open import open_history
    from quizgen.library.places import data_folder
    from quizgen.sitting.wishes import obey

    plain = arguments.plain or wants_lines()
    if not plain and not _named(arguments):
        return open_library(arguments.learner)
    mode = arguments.mode or "practice"
    banks = _banks(arguments.banks, everywhere=mode in EVERYWHERE)
    settings = settings_for(arguments.learner)
    arguments.learner, arguments.exact = settings.learner, settings.exact
    with open_history(data_folder()) as history:
        submission = Submission(arguments.submit, history) if arguments.submit else None
        obey(history, settings.learner, settings)
        sitting = _sitting(arguments, banks, history)
        try:
            return _take(settings, banks, history, sitting, plain=plain)
        finally:
            if submission:
                submission.hand_in(sitting)
            if history.warning:
                talk(f"quizgen: {history.warning}")


def _take(
    settings: "Settings",
    banks: tuple["ShelvedBank", ...],
    history: "History",
    sitting: "Sitting",
    *,
    plain: bool,
) -> int:
    if not plain:
        from quizgen.tui.app import run as run_app

        return run_app(
            history=history, learner=settings.learner, sitting=sitting, settings=settings
        )
    from quizgen.cli.lines.play import play_lines

    number = "1 question" if sitting.total == 1 else f"{sitting.total} questions"
    talk(f"quizgen: {_titles(banks)}; {number}. Type :help for help.")
    play_lines(sitting)
    return 0


def _named(arguments: argparse.Namespace) -> bool:
    """Whether anything says what is wanted, so that nothing need be asked."""
    names = ("banks", "mode", "count", "time", "seed", "resume", "submit", *FILTERS)
    return any(getattr(arguments, name) not in (None, False, []) for name in names)


def _banks(names: list[str], *, everywhere: bool) -> tuple["ShelvedBank", ...]:
    from quizgen.library.resolve import resolve
    from quizgen.library.shelf import first_playable, load

    if not names and everywhere:
        return tuple(shelved for shelved in load() if shelved.bank)
    if not names:
        return (first_playable(),)
    banks = tuple(shelved for name in names for shelved in resolve(name))
    for shelved in banks:
        _warn(shelved, alone=len(banks) == 1)
    return tuple(shelved for shelved in banks if shelved.bank)


def _warn(shelved: "ShelvedBank", *, alone: bool) -> None:
    """Say what of a bank cannot be used; if that is all of it, stop."""
    from quizgen.model.errors import BankError

    if not shelved.errors:
        return
    first = next(problem for problem in shelved.problems if problem.level == "error")
    if shelved.bank and (shelved.questions or not alone):
        talk(
            f"quizgen: {shelved.path}: {_problems(shelved.errors)}; what is sound is asked.",
            f"  See: quizgen check {shelved.path}",
        )
        return
    raise BankError(_sentence(first), fix=_fix(shelved, first), problems=shelved.problems)


def _fix(shelved: "ShelvedBank", first: "Problem") -> str:
    from quizgen.library.places import BANK_SUFFIXES

    if shelved.path.is_file() and shelved.path.suffix not in BANK_SUFFIXES:
        return f"If this is a transcript, make a bank of it: quizgen generate {shelved.path}"
    return first.fix or f"See: quizgen check {shelved.path}"


def _sitting(
    arguments: argparse.Namespace, banks: tuple["ShelvedBank", ...], history: "History"
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
    left = [one for one in history.unfinished(arguments.learner) if set(one.banks) <= ids]
    if left and arguments.resume:
        return Sitting.resume(history, left[0].session, banks)
    if arguments.resume:
        talk("quizgen: no session was left unfinished here; this is a new one.")
    elif left:
        talk(
            f"quizgen: a session was left after {left[0].answered} of {left[0].total} questions; "
            "--resume goes on with it."
        )
    return Sitting.start(
        banks,
        history=history,
        learner=arguments.learner,
        mode=Mode(arguments.mode or "practice"),
        count=arguments.count,
        filters=Filters(**{name: tuple(getattr(arguments, name)) for name in FILTERS}),
        seed=arguments.seed,
        limit=arguments.time,
        exact=arguments.exact,
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


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _duration(text: str) -> int:
    """Milliseconds of ``20m``, ``90s``, ``1h`` or a number of minutes."""
    number, unit = (text[:-1], text[-1]) if text[-1:] in "smh" else (text, "m")
    factor = {"s": 1000, "m": 60_000, "h": 3_600_000}[unit]
    if not number.isdecimal() or int(number) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no time; write 20m, 90s or 1h")
    return int(number) * factor
