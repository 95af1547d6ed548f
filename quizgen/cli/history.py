"""Keep what was answered: back it up, mend it, carry it elsewhere, forget it.

Every answer is kept in one file, history.db, in quizgen's data folder; “quizgen history” alone
says where that is and how it fares. Backups are made by themselves, in “backups” beside it.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.verb import FORMS, show, talk
from quizgen.model.counted import many

if TYPE_CHECKING:
    from quizgen.history.log import History
    from quizgen.history.transfer import Entered

EXAMPLE = "quizgen history check"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what ``history`` understands."""
    from quizgen.cli import history_check
    from quizgen.cli.history_files import configure as configure_files

    parser.set_defaults(action=history_check.where)
    actions = parser.add_subparsers(metavar="ACTION", title="actions")
    backup = _action(actions, "backup", _backup, "make a backup now, or list them", "backup --list")
    backup.add_argument("--list", action="store_true", help="list the backups there are")
    restore = _action(
        actions, "restore", _restore, "mend a damaged history, or go back to a backup", "restore"
    )
    restore.add_argument("backup", nargs="?", type=Path, metavar="BACKUP", help="default: newest")
    check = _action(
        actions, "check", history_check.check, "see whether the history is sound", "check --rebuild"
    )
    check.add_argument(
        "--rebuild", action="store_true", help="work out cards and figures anew from the answers"
    )
    check.add_argument(
        "--format", choices=("text", "json"), default="text", metavar="text|json", help=FORMS
    )
    configure_files(lambda *words: _action(actions, *words))
    forget = _action(
        actions, "forget", _forget, "remove a learner for good, from backups as well", "forget Tom"
    )
    forget.add_argument("learner", metavar="NAME", help="the learner to forget")
    forget.add_argument("--yes", action="store_true", help="do not ask back")
    wishes = _action(
        actions, "wishes", _wishes, "see or set how a learner wants to study", "wishes --new 5"
    )
    wishes.add_argument("--learner", metavar="NAME", help="whose wishes (default: as set, or me)")
    wishes.add_argument(
        "--retention", type=_share, metavar="PERCENT", help="chance to know what comes back (90)"
    )
    wishes.add_argument(
        "--new", type=_number, metavar="N", help="new questions a day, in due mode (10)"
    )
    wishes.add_argument(
        "--day-start", type=_hour, metavar="HH:00", help="when a new day begins (04:00)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Do what the action says."""
    return int(arguments.action(arguments))


def _action(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary: str,
    example: str,
) -> argparse.ArgumentParser:
    added = actions.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        example=f"quizgen history {example}",
    )
    added.set_defaults(action=run, parser=added)
    return added


def _backup(arguments: argparse.Namespace) -> int:
    from quizgen.history import backups
    from quizgen.history.errors import explained, in_words

    path = database()
    if arguments.list:
        for backup in backups.listed(path):
            inside = backups.contents(backup.path)
            words = in_words(backup, inside) if inside else "damaged, or of a newer quizgen"
            show(f"{backup.path}  {words}")
        return 0
    with opened() as history, explained(path):
        backup = backups.take(history.path, at=now())
    inside = backups.contents(backup.path)
    show(str(backup.path))
    if inside:
        talk(f"quizgen: a backup of {in_words(backup, inside)}, verified.")
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    from quizgen.history.backups import contents
    from quizgen.history.errors import in_words
    from quizgen.history.restore import restore

    done = restore(database(), arguments.backup, at=now())
    inside = contents(done.backup.path) if done.backup else None
    if done.backup and inside:
        talk(f"quizgen: put back the backup of {in_words(done.backup, inside)}.")
    else:
        talk("quizgen: there was no good backup, so a new history was begun.")
    if done.saved:
        talk(f"quizgen: {_saved(done.saved)} from the damaged file.")
    if done.aside:
        talk(f"quizgen: the damaged file is kept as {done.aside}.")
    if done.before:
        talk(f"quizgen: what was there before is kept as {done.before.path}.")
    return 0


def _saved(saved: "Entered") -> str:
    belong = "belongs" if saved.refused == 1 else "belong"
    lost = f"; {many(saved.refused, 'row')} {belong} to what could not be read"
    lost = lost if saved.refused else ""
    return f"saved {many(saved.answers, 'answer')} more{lost}"


def _forget(arguments: argparse.Namespace) -> int:
    import sys

    from quizgen.history.forget import forget
    from quizgen.model.errors import EXIT_NEEDS_A_LOOK, UsageError

    name = arguments.learner
    if not arguments.yes:
        if not (sys.stdin and sys.stdin.isatty()):
            raise UsageError(
                f"“{name}” would be forgotten for good, with all answers and in all backups.",
                fix="If that is what you want, add --yes.",
            )
        talk(f"quizgen: forget “{name}” for good, in all backups as well? Type the name again.")
        if sys.stdin.readline().strip() != name:
            talk("quizgen: nothing was changed.")
            return 0
    opened().close()  # so that the history has the newest form
    done = forget(database(), name)
    talk(
        f"quizgen: “{name}” is forgotten: {many(done.answers, 'answer')} removed, "
        f"{many(done.cleaned, 'backup')} cleaned."
    )
    for path in done.left:
        talk(f"quizgen: {path} is damaged and could not be cleaned; delete it by hand.")
    return EXIT_NEEDS_A_LOOK if done.left else 0


def _wishes(arguments: argparse.Namespace) -> int:
    from dataclasses import replace

    from quizgen.cli.screen import settings_for
    from quizgen.library.settings import keep_settings
    from quizgen.sitting.wishes import obey

    settings = settings_for(arguments.learner)
    if arguments.day_start is not None:
        keep_settings(replace(settings_for(None), day_start=arguments.day_start))
        settings = replace(settings, day_start=arguments.day_start)
    given = {"retention": arguments.retention, "new_per_day": arguments.new}
    with opened() as history:
        obey(history, settings.learner, settings)
        learner = history.learner_id(settings.learner) or ""
        wishes = history.preferences(learner)
        wanted = {name: value for name, value in given.items() if value is not None}
        if wanted:
            wishes = replace(wishes, **wanted)
            history.prefer(learner, wishes)
    show(
        f"learner     {settings.learner}",
        f"retention   {wishes.retention:.0%}: the chance to know a question when it comes back",
        f"new         {wishes.new_per_day} new questions a day in due mode",
        f"day start   {wishes.day_start // 60:02}:{wishes.day_start % 60:02}",
    )
    return 0


def database() -> Path:
    """The file that holds the history."""
    from quizgen.history.open import FILE_NAME
    from quizgen.library.places import data_folder

    return data_folder() / FILE_NAME


def opened() -> "History":
    """The history, open for reading and writing."""
    from quizgen.history.open import open_history

    return open_history(database().parent)


def known_learner(history: "History", name: str) -> str:
    """The id of the learner so named.

    Raises:
        UsageError: there is none.
    """
    from quizgen.model.errors import UsageError

    found = history.learner_id(name)
    if found is None:
        known = ", ".join(f"“{one}”" for one in history.learners().values()) or "nobody"
        raise UsageError(
            f"there is no learner “{name}”.", fix=f"--learner NAME says who; there are: {known}."
        )
    return found


def now() -> int:
    """Milliseconds since 1970 UTC."""
    return time.time_ns() // 1_000_000


def _share(text: str) -> float:
    """A share of 70 to 99 percent, written as 90, 90% or 0.9."""
    try:
        number = float(text.rstrip("%"))
    except ValueError:
        number = 0
    share = number / 100 if number > 1 else number
    if not 0.7 <= share <= 0.99:
        raise argparse.ArgumentTypeError(f"“{text}” should be from 70 to 99 percent")
    return share


def _hour(text: str) -> int:
    """An hour of the day, written as 4, 04:00 or 4:00."""
    hour, _, minutes = text.partition(":")
    if not hour.isdecimal() or int(hour) > 23 or minutes not in ("", "00"):
        raise argparse.ArgumentTypeError(f"“{text}” should be a full hour such as 04:00")
    return int(hour)


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” should be a whole number, 0 or more")
    return int(text)
