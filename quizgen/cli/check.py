"""Find what is wrong with banks of questions: every problem, its place, how to mend it.

A folder stands for all the banks in it. The exit code is 1 if there are errors
(with --strict: or warnings), and 2 if a path cannot be read.
"""

import argparse
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.reporters import REPORTERS, Checked, summary, totals
from quizgen.cli.verb import if_transcript, show, talk
from quizgen.model.counted import many
from quizgen.model.errors import EXIT_FINE, EXIT_FOUND, FileError, QuizgenError, UsageError

if TYPE_CHECKING:
    from quizgen.bank.reader import ReadBank
    from quizgen.model.problem import Problem

EXAMPLE = "quizgen check questions/"

_MOST_HEALED = 50
PAUSE = 0.5
"""Seconds between two looks at the files with --watch."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments to its parser."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", help="a file, a folder, or a bank's name"
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 for warnings, too")
    parser.add_argument(
        "--format",
        choices=tuple(REPORTERS),
        default="text",
        metavar="text|json|github",
        help="text for people (default), json for programs, github for its annotations",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="mend what can only have been meant in one way, and give every question an id; "
        "the old file is kept as NAME.bak",
    )
    parser.add_argument(
        "--source",
        action="store_true",
        help="prove every question once more against the transcript that the bank's source: names",
    )
    parser.add_argument(
        "--bots",
        action="store_true",
        help="show how far one gets without reading: always the longest answer, and so on",
    )
    parser.add_argument(
        "--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C"
    )


def run(arguments: argparse.Namespace) -> int:
    """Check the paths and show what was found."""
    while True:
        seen = _states(arguments.paths)  # before the look, so that no change is missed
        code = _once(arguments)
        if not arguments.watch:
            return code
        while _states(arguments.paths) == seen:
            time.sleep(PAUSE)
        talk("")


def look(paths: Sequence[Path], form: str) -> list[Checked]:
    """Check banks, show what is wrong in the given format, and say how much it is.

    Raises:
        FileError: a bank cannot be read.
    """
    checked = [_check(path) for path in paths]
    show(*REPORTERS[form](checked))
    talk(summary(checked))
    return checked


def _once(arguments: argparse.Namespace) -> int:
    files, unread = _files(arguments.paths)
    checked = []
    for path in files:
        try:
            read = _fixed(path) if arguments.fix else None
            checked.append(_check(path, read, source=arguments.source, bots=arguments.bots))
        except FileError as problem:
            unread.append(problem)
    show(*REPORTERS[arguments.format](checked))
    for bank in checked:
        hint = "" if bank.questions else if_transcript(Path(bank.path))
        talk(*([f"quizgen: {bank.path} is no bank.", f"  {hint}"] if hint else []))
    if arguments.bots and arguments.format == "text":
        _show_bots(checked)
    for error in unread:
        talk(f"quizgen: {error.message}", *([f"  {error.fix}"] if error.fix else []))
    if checked:
        talk(summary(checked))
    if unread:
        return max(error.exit_code for error in unread)
    return _exit_code(checked, strict=arguments.strict)


def _exit_code(checked: Sequence[Checked], *, strict: bool) -> int:
    found = totals(checked)
    return EXIT_FOUND if found["errors"] or (strict and found["warnings"]) else EXIT_FINE


def _check(
    path: Path, read: "ReadBank | None" = None, *, source: bool = False, bots: bool = False
) -> Checked:
    from quizgen.bank.flawed import flawed, language_of
    from quizgen.bank.reader import read_bank

    read = read or read_bank(path)
    found = [*read.problems, *flawed(read)]
    frequency = None
    if source:
        from quizgen.generate.reproof import reprove
        from quizgen.library.passages import locate

        proved = reprove(read, locate)
        found += proved.problems
        frequency = proved.frequency
    questions = read.bank.questions if read.bank else ()
    play = None
    if bots:
        from quizgen.cli.bots import played, problems

        play = played(str(path), questions, language_of(read), frequency)
        found += problems(play)
    number = len(questions)
    if read.bank and read.bank.include:
        from quizgen.library.collections import included

        banks, wrong = included(read.bank, path)
        found += wrong
        number += sum(len(bank.questions) for _, bank in banks)
    return Checked(str(path), number, tuple(sorted(found)), play)


def _show_bots(checked: Sequence[Checked]) -> None:
    """The tables of every bank and of all together, and a word if together is too much."""
    from quizgen.cli.bots import pooled, problems, table

    banks = pooled([bank.bots for bank in checked if bank.bots])
    for bank in banks:
        show(*table(bank))
    if len(banks) > 1:
        talk(*(f"{problem.path}: {problem.message}" for problem in problems(banks[-1])))


def _fixed(path: Path) -> "ReadBank":
    """Mend a bank in place, if there is anything to mend, and say what was done."""
    from quizgen.bank.fix import fix
    from quizgen.files.atomic import write
    from quizgen.files.text import read
    from quizgen.model.bank import LARGEST

    file = read(path, limit=LARGEST)
    fixed = fix(file.text, str(path))
    if fixed.text != file.text:
        write(path, file.encode(fixed.text), expect=file.digest, backup=True)
        done = [
            part
            for part, number in (
                (f"{many(fixed.mended, 'place')} mended", fixed.mended),
                (f"{many(fixed.named, 'id')} given", fixed.named),
            )
            if number
        ]
        _tell_healed(fixed.healed)
        talk(f"{path}: {', '.join(done)}; the old file is {path.name}.bak.")
    return replace(fixed.read, file=file)


def _tell_healed(healed: "Sequence[Problem]") -> None:
    """Say which places were mended, each with its line as it is now."""
    for one in healed[:_MOST_HEALED]:
        talk(f"{one.path}:{one.line}:{one.column}: mended: {one.message} ({one.code})")
        if one.excerpt.strip():
            talk(f"    {one.excerpt.strip()}")
    if len(healed) > _MOST_HEALED:
        talk(f"… and {len(healed) - _MOST_HEALED:,} more")


def _states(names: Sequence[str]) -> dict[Path, tuple[int, int] | None]:
    """When each file was changed and how long it is; None for one that cannot be looked at."""
    files, _ = _files(names)
    return {path: _state(path) for path in files}


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _files(names: Sequence[str]) -> tuple[list[Path], list[QuizgenError]]:
    """The bank files that the paths mean, each once, and what is wrong with the paths."""
    found: dict[Path, None] = {}
    wrong: list[QuizgenError] = []
    for name in names:
        try:
            found.update(dict.fromkeys(_meant(name)))
        except (FileError, UsageError) as error:
            wrong.append(error)
    return list(found), wrong


def _meant(name: str) -> list[Path]:
    """The files meant by a path or a bank's name; a file that is there costs no look around."""
    path = Path(name)
    if path.exists() and not path.is_dir():
        return [path]
    from quizgen.library.resolve import find

    return find(name)
