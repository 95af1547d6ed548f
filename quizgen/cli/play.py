"""Take a quiz: ten questions of a bank, an exam, or read the transcript and answer as you go.

BANK is a file, a folder, or the name of a bank that the library lists. On a terminal the
full-screen app opens at the first question; with --plain, or without a terminal, the
session runs line by line.
"""

import argparse
from pathlib import Path

from quizgen.cli.choosing import FILTERS, add_filters
from quizgen.cli.verb import positive, talk
from quizgen.model.counted import many

EXAMPLE = "quizgen play questions/g20-2017-putin-news-conference.yaml --count 5"
MODES = ("learn", "practice", "exam", "due", "missed", "cram", "cards")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what ``play`` understands."""
    add = parser.add_argument
    add("banks", nargs="*", metavar="BANK", help="a file, a folder, or a bank's name")
    add(
        "--mode",
        choices=MODES,
        metavar="MODE",
        help="learn: read, then answer; practice: ten questions (default); exam: no verdict "
        "before you hand in; due: what is due today; missed: what was wrong last time; "
        "cram: like practice, beside any schedule; cards: reveal, then grade yourself",
    )
    add("--count", type=positive, metavar="N", help="how many questions (practice: 10)")
    add_filters(parser)
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
    from quizgen.cli.opening import Opening
    from quizgen.cli.screen import open_library, settings_for, wants_lines

    plain = arguments.plain or wants_lines()
    if not plain and not _named(arguments):
        return open_library(arguments.learner)
    with Opening(arguments, settings_for(arguments.learner)) as opening:
        if not plain:
            from quizgen.tui.app import run as run_app

            return run_app(opening=opening.for_app, settings=opening.settings)
        from quizgen.cli.lines.play import play_lines

        sitting = opening.begin()
        number = many(sitting.offered, "question")
        if sitting.total < sitting.offered:
            number = f"{sitting.total} of {number}"
        talk(f"quizgen: {opening.titles}; {number}. Type :help for help.")
        play_lines(sitting, second_try=opening.settings.second_try)
    return 0


def _named(arguments: argparse.Namespace) -> bool:
    """Whether anything says what is wanted, so that nothing need be asked."""
    names = ("banks", "mode", "count", "time", "seed", "resume", "submit", *FILTERS)
    return any(getattr(arguments, name) not in (None, False, []) for name in names)


def _duration(text: str) -> int:
    """Milliseconds of ``20m``, ``90s``, ``1h`` or a number of minutes."""
    number, unit = (text[:-1], text[-1]) if text[-1:] in "smh" else (text, "m")
    factor = {"s": 1000, "m": 60_000, "h": 3_600_000}[unit]
    if not number.isdecimal() or int(number) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no time; write 20m, 90s or 1h")
    return int(number) * factor
