"""Begin a bank of your own: a file with a few questions to change and comments that help.

NAME alone goes into questions/. A name with a “/” is a path, taken as it is; the library
lists what is in questions/ only.
"""

import argparse
import os
import re
from pathlib import Path

from quizgen.cli.verb import talk
from quizgen.files.shell import in_shell
from quizgen.model.errors import EXIT_FINE, UsageError

EXAMPLE = "quizgen new lessons/bridge.yaml --title 'The bridge'"
FOLDER = Path("questions")

_UNFIT = re.compile(r'[<>:"|?*\\\x00-\x1f]+')  # what a file's name cannot hold somewhere


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
    from quizgen.files.text import missing

    path = _place(arguments.name)
    if path.exists():
        raise UsageError(
            f"“{path}” exists already.", fix=f"To change it: quizgen edit {in_shell(path)}"
        )
    source = None
    if arguments.source:
        if not Path(arguments.source).is_file():
            raise missing(Path(arguments.source))
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
    if not _is_listed(path):
        talk(
            f"The library lists banks in {FOLDER}/; this one is elsewhere, so name it by its path."
        )
    return EXIT_FINE


def _place(name: str) -> Path:
    """Where a bank of this name goes: a path is taken as it is, a bare name made fit for a file.

    Raises:
        UsageError: nothing in it can be a file's name.
    """
    from quizgen.library.places import BANK_SUFFIXES

    path = Path(name)
    if path.parent == Path():
        path = Path(_UNFIT.sub("-", name).strip(" .-"))
    if path.name in ("", "..", *BANK_SUFFIXES) or name.endswith(("/", os.sep)):
        raise UsageError(f"“{name}” is no name for a bank.", fix=f"As in: {EXAMPLE}")
    if path.suffix not in BANK_SUFFIXES:
        path = path.with_name(f"{path.name}.yaml")
        path = FOLDER / path if path.parent == Path() else path
    return path


def _is_listed(path: Path) -> bool:
    """Whether the library, started here, will show a bank at this path."""
    from quizgen.library.places import learner_questions

    return path.parent.resolve() in {FOLDER.resolve(), learner_questions().resolve()}
