"""The shelf: banks as the learner sees them, with where they lie and what is wrong in them."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quizgen.library.places import find_banks, is_bundled
from quizgen.library.reading import Summary, bank_at, summary_of
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


@dataclass(frozen=True, slots=True)
class ListedBank:
    """A bank as a list shows it, its questions not yet made; ``open`` makes them."""

    path: Path
    summary: Summary
    read_only: bool = False

    @property
    def title(self) -> str:
        """What to call it: its title, or its file's name."""
        return self.summary.title or self.path.name

    def open(self) -> ShelvedBank:
        """The bank with its questions."""
        return shelve(self.path)


def glance(paths: Iterable[Path] = ()) -> tuple[ListedBank, ...]:
    """List the banks at ``paths``, or all that ``find_banks`` finds; a bad one stays listed.

    Raises:
        FileError: a path that was named does not exist.
    """
    return tuple(map(_listed, find_banks(paths)))


def _listed(path: Path) -> ListedBank:
    try:
        return ListedBank(path, summary_of(path), _read_only(path))
    except FileError:
        return ListedBank(path, Summary(None, None, (), errors=1, warnings=0), read_only=True)


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
    try:
        bank, problems = bank_at(path)
    except FileError as error:
        return ShelvedBank(path, None, (_unreadable(path, error),), read_only=True)
    return ShelvedBank(path, bank, problems, read_only=_read_only(path))


def _unreadable(path: Path, error: FileError) -> Problem:
    return Problem(str(path), 0, 0, Level.ERROR, "unreadable", error.message, error.fix)


def _read_only(path: Path) -> bool:
    return is_bundled(path) or not os.access(path, os.W_OK)
