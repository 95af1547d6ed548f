"""The shelf: banks as the learner sees them, with where they lie and what is wrong in them."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quizgen.library.places import find_banks, is_bundled
from quizgen.model.bank import Bank
from quizgen.model.errors import FileError, UsageError
from quizgen.model.problem import Level, Problem


@dataclass(frozen=True, slots=True)
class ShelvedBank:
    """A bank file; ``bank`` is None where it cannot be used at all, ``problems`` say why."""

    path: Path
    bank: Bank | None
    problems: tuple[Problem, ...] = ()
    read_only: bool = False

    @property
    def title(self) -> str:
        """What to call it: its title, or its file's name."""
        return self.bank.title if self.bank else self.path.name

    @property
    def errors(self) -> int:
        """How many of its problems cost a question."""
        return sum(problem.level is Level.ERROR for problem in self.problems)

    @property
    def transcript_path(self) -> Path | None:
        """Where its transcript should lie, if it names one."""
        if self.bank is None or self.bank.source is None:
            return None
        return self.path.parent / self.bank.source


def load(paths: Iterable[Path] = ()) -> tuple[ShelvedBank, ...]:
    """Read the banks at ``paths``, or all that ``find_banks`` finds; a bad one stays listed.

    Raises:
        FileError: a path that was named does not exist.
    """
    return tuple(shelve(path) for path in find_banks(paths))


def first_playable() -> ShelvedBank:
    """The first bank that has something to ask, where none was named.

    Raises:
        UsageError: there is none.
    """
    for path in find_banks():
        shelved = shelve(path)
        if shelved.bank and shelved.bank.questions:
            return shelved
    raise UsageError(
        "there is no bank of questions here.",
        fix="“quizgen generate FILE” makes one from a transcript.",
    )


def shelve(path: Path) -> ShelvedBank:
    """Read one bank. Never raises: what is wrong is in ``problems``."""
    from quizgen.bank.reader import read_bank  # noqa: PLC0415 - yaml only where a bank is read

    try:
        read = read_bank(path)
    except FileError as error:
        problem = Problem(str(path), 0, 0, Level.ERROR, "unreadable", error.message, error.fix)
        return ShelvedBank(path, None, (problem,), read_only=True)
    read_only = is_bundled(path) or not os.access(path, os.W_OK)
    return ShelvedBank(path, read.bank, tuple(read.problems), read_only)
