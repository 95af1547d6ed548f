"""Open a bank in your editor, at a question if you name its id, and check it afterwards.

The editor is $VISUAL, $EDITOR, VS Code, or the system's own. A bank that came with quizgen
is copied into your own folder first. New questions get an id, which scores hang on.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.verb import show, talk
from quizgen.model.errors import EXIT_FINE, EXIT_FOUND, UsageError

if TYPE_CHECKING:
    from quizgen.library.shelf import ShelvedBank
    from quizgen.model.problem import Problem

EXAMPLE = "quizgen edit questions/g20-2017-putin-news-conference.yaml"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what ``edit`` understands."""
    parser.add_argument("bank", metavar="BANK", help="a file, or a bank's name")
    parser.add_argument("id", metavar="ID", nargs="?", help="the question to open it at")


def run(arguments: argparse.Namespace) -> int:
    """Edit, check, and offer to go back to the first problem until there is none."""
    from quizgen.cli.check import look
    from quizgen.library.copies import own_copy
    from quizgen.library.resolve import resolve_one

    found = resolve_one(arguments.bank)
    line = _line(found, arguments.id)
    path = own_copy(found.path, by_name=not Path(arguments.bank).exists())
    if path != found.path:
        talk(f"quizgen: your own copy is {path}.")
    while True:
        before = path.read_bytes()
        open_editor(path, line)
        if path.exists() and path.read_bytes() != before:
            _name(path)
        checked = look([path], "text")
        errors = [problem for bank in checked for problem in bank.problems if _is_error(problem)]
        if not errors:
            return EXIT_FINE
        if not _go_back(errors[0]):
            return EXIT_FOUND
        line = errors[0].line


def _line(shelved: "ShelvedBank", id: str | None) -> int:
    """The line of the question with this id; without one of the first error, or the top."""
    if id is None:
        return next((problem.line for problem in shelved.problems if _is_error(problem)), 1) or 1
    everything = (*shelved.bank.questions, *shelved.bank.retired) if shelved.bank else ()
    for question in everything:
        if id in {question.id, *question.was} and question.place:
            return question.place.line
    known = [question.id for question in everything if question.id]
    raise UsageError(
        f"{shelved.path} has no question “{id}”.", fix=f"Its ids are: {', '.join(known)}."
    )


def open_editor(path: Path, line: int) -> None:
    """Open the user's editor at a line, and wait until it is closed."""
    from quizgen.library.editors import open_at

    wrong = open_at(path, line)
    if wrong:
        talk(f"quizgen: {wrong}")


def _name(path: Path) -> None:
    """Give the teacher's new questions their ids; of a file with errors nothing is touched."""
    from quizgen.bank.fix import name_questions
    from quizgen.files.atomic import write
    from quizgen.files.text import read
    from quizgen.model.bank import LARGEST
    from quizgen.model.errors import FileError

    try:
        file = read(path, limit=LARGEST)
    except FileError:
        return  # the check that follows says what is wrong
    named = name_questions(file.text, str(path))
    if named.text != file.text:
        write(path, file.encode(named.text), expect=file.digest)


def _go_back(problem: "Problem") -> bool:
    if sys.stdin is None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    show()
    talk(f"Go back to the editor, to line {problem.line}? [Y/n] ")
    try:
        return input().strip().lower() in {"", "y", "yes"}
    except EOFError:
        return False


def _is_error(problem: "Problem") -> bool:
    return problem.level == "error"
