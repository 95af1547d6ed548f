"""Find what is wrong with banks of questions: every problem, its place, how to mend it.

A folder stands for all the *.yaml files in it. The exit code is 1 if there are errors
(with --strict: or warnings), and 2 if a path cannot be read.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from quizgen.cli.reporters import REPORTERS, Checked, summary, totals
from quizgen.cli.verb import show, talk
from quizgen.model.errors import EXIT_COULD_NOT, EXIT_FINE, EXIT_FOUND, FileError

EXAMPLE = "quizgen check questions/"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments to its parser."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="a bank, or a folder of banks")
    parser.add_argument("--strict", action="store_true", help="exit with 1 for warnings, too")
    parser.add_argument(
        "--format", choices=sorted(REPORTERS), default="text", help="how to show the problems"
    )


def run(arguments: argparse.Namespace) -> int:
    """Check the paths and show what was found."""
    files, unread = _files(arguments.paths)
    checked = []
    for path in files:
        try:
            checked.append(_check(path))
        except FileError as problem:
            unread.append(problem)
    show(*REPORTERS[arguments.format](checked))
    for error in unread:
        talk(f"quizgen: {error.message}", *([f"  {error.fix}"] if error.fix else []))
    if checked:
        talk(summary(checked))
    return EXIT_COULD_NOT if unread else _exit_code(checked, strict=arguments.strict)


def _exit_code(checked: Sequence[Checked], *, strict: bool) -> int:
    found = totals(checked)
    return EXIT_FOUND if found["errors"] or (strict and found["warnings"]) else EXIT_FINE


def _check(path: Path) -> Checked:
    from quizgen.bank.reader import read_bank

    read = read_bank(path)
    return Checked(str(path), len(read.bank.questions) if read.bank else 0, read.problems)


def _files(names: Sequence[str]) -> tuple[list[Path], list[FileError]]:
    """The bank files that the paths mean, each once, and what is wrong with the paths."""
    found: dict[Path, None] = {}
    wrong: list[FileError] = []
    for name in names:
        try:
            found.update(dict.fromkeys(_expanded(Path(name))))
        except FileError as error:
            wrong.append(error)
    return list(found), wrong


def _expanded(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    banks = sorted(path.glob("*.yaml"))
    if not banks:
        raise FileError(
            f"there are no banks in the folder “{path}”.",
            fix="Banks are files whose names end in .yaml.",
        )
    yield from banks
