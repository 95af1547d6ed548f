"""Begin a bank of your own: a file with a few questions to change and comments that help.

NAME alone goes into questions/; a path is taken as it is.
"""

import argparse
import os
from pathlib import Path

from quizgen.cli.verb import talk
from quizgen.files.shell import in_shell
from quizgen.model.errors import EXIT_FINE, UsageError

EXAMPLE = "quizgen new lessons/bridge.yaml --title 'The bridge'"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what ``new`` understands."""
    add = parser.add_argument
    add("name", metavar="NAME", help="the new bank's name, or its path")
    add("--title", help="what to call it (default: its name)")
    add("--source", metavar="FILE", help="the transcript that its questions are about")


def run(arguments: argparse.Namespace) -> int:
    """Write the starter and its schema, and say what to do with it."""
    from quizgen.bank.jsonschema import lay_beside
    from quizgen.bank.starter import starter
    from quizgen.files import atomic
    from quizgen.library.places import BANK_SUFFIXES

    path = Path(arguments.name)
    if path.suffix not in BANK_SUFFIXES:
        path = path.with_name(f"{path.name}.yaml")
        path = Path("questions") / path if path.parent == Path() else path
    if path.exists():
        raise UsageError(
            f"“{path}” exists already.", fix=f"To change it: quizgen edit {in_shell(path)}"
        )
    source = None
    if arguments.source:
        if not Path(arguments.source).is_file():
            raise UsageError(f"there is no file “{arguments.source}”.", fix="Check its spelling.")
        source = Path(os.path.relpath(arguments.source, path.parent)).as_posix()
    title = arguments.title or path.stem.replace("-", " ").replace("_", " ").capitalize()
    atomic.write(path, starter(path, title, source), expect=atomic.NEW)
    lay_beside(path)
    talk(
        f"wrote {path}",
        f"Change it: quizgen edit {in_shell(path)}",
        f"Check it:  quizgen check {in_shell(path)}",
        f"Take it:   quizgen play {in_shell(path)}",
    )
    return EXIT_FINE
