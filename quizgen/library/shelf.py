"""The shelf: banks as the learner sees them, with where they lie and what is wrong in them."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.library.places import find_banks, is_bundled
from quizgen.library.reading import Summary, bank_at, summary_of
from quizgen.model.bank import Bank
from quizgen.model.errors import FileError, UsageError
from quizgen.model.problem import Level, Problem
from quizgen.model.question import Question


@dataclass(frozen=True, slots=True)
class ShelvedBank:
    """A bank file; ``bank`` is None where it cannot be used at all, ``problems`` say why.

    ``included`` are the banks whose questions belong to it, each with those questions only.
    """

    path: Path
    bank: Bank | None
    problems: tuple[Problem, ...] = ()
    read_only: bool = False
    included: tuple["ShelvedBank", ...] = ()

    @property
    def parts(self) -> tuple["ShelvedBank", ...]:
        """The bank itself and those that it includes."""
        return (self, *self.included)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions to ask, its own and the included ones."""
        return tuple(question for one in self.parts if one.bank for question in one.bank.questions)

    @property
    def bank_ids(self) -> tuple[str, ...]:
        """The ids of the banks that its questions are from."""
        return tuple(
            dict.fromkeys(one.bank.id for one in self.parts if one.bank and one.bank.questions)
        )

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
        summary = summary_of(path)
        if summary.includes:
            from quizgen.bank.stamp import item_id  # noqa: PLC0415 - few banks include others

            asked = (question for question in shelve(path).questions if not question.skip)
            summary = replace(summary, items=tuple(map(item_id, asked)))
        return ListedBank(path, summary, _read_only(path))
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
        if shelved.questions:
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
    shelved = ShelvedBank(path, bank, problems, read_only=_read_only(path))
    return _with_included(shelved) if bank and bank.include else shelved


def _unreadable(path: Path, error: FileError) -> Problem:
    return Problem(str(path), 0, 0, Level.ERROR, "unreadable", error.message, error.fix)


def _read_only(path: Path) -> bool:
    return is_bundled(path) or not os.access(path, os.W_OK)


def _with_included(shelved: ShelvedBank) -> ShelvedBank:
    from quizgen.library.collections import included  # noqa: PLC0415 - few banks include others

    assert shelved.bank is not None
    banks, problems = included(shelved.bank, shelved.path)
    return replace(
        shelved,
        problems=(*shelved.problems, *problems),
        included=tuple(ShelvedBank(path, bank, read_only=True) for path, bank in banks),
    )
