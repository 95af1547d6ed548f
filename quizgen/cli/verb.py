"""What every verb of the command line consists of, and how it talks.

A verb is a module of this package with three public names::

    EXAMPLE = "quizgen check questions/"          # shown at the end of its help
    def configure(parser): ...                    # adds its arguments
    def run(arguments) -> int: ...                # does it; the exit code

Data goes to standard output, talk to standard error.
"""

import argparse
import sys
from pathlib import Path
from typing import Protocol

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
VISIBLE = {code: "\N{REPLACEMENT CHARACTER}" for code in _CONTROLS if chr(code) not in "\t\n"}


FORMS = "text for people (default), or json for programs"


class Verb(Protocol):
    """The shape of a verb's module."""

    EXAMPLE: str

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the verb's arguments to its parser."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do what the verb says and return the exit code."""


def positive(text: str) -> int:
    """Read a whole number from 1 up, as an argument."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” should be a whole number, 1 or more")
    return int(text)


def talk(*lines: str) -> None:
    """Say something to the person: a line each, on standard error.

    What is said may quote a file, so nothing in it is left that a terminal would obey.
    """
    for line in lines:
        print(line.translate(VISIBLE), file=sys.stderr)


def if_transcript(path: Path) -> str:
    """How to go on with a file that is not named as banks are; empty if it is named so."""
    from quizgen.files.shell import in_shell
    from quizgen.library.places import BANK_SUFFIXES

    if not path.is_file() or path.suffix in (*BANK_SUFFIXES, ".json"):
        return ""
    return f"If this is a transcript, make a bank of it: quizgen generate {in_shell(path)}"


def show(*lines: str) -> None:
    """Put out data: a line each, on standard output."""
    for line in lines:
        print(line)


def show_words(*lines: str) -> None:
    """Put out what a person will read, with nothing in it that a terminal would obey."""
    show(*(line.translate(VISIBLE) for line in lines))
