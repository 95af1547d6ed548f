"""Banks made of other banks: what ``include:`` brings in, by which filters."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from quizgen.bank.codes import CODES
from quizgen.library.places import banks_in
from quizgen.model.bank import Bank, Include
from quizgen.model.errors import FileError
from quizgen.model.problem import Level, Problem
from quizgen.model.question import Question

_DEEPEST = 5  # banks within banks within banks


def included(
    bank: Bank, path: Path, above: tuple[Path, ...] = ()
) -> tuple[list[tuple[Path, Bank]], list[Problem]]:
    """The banks that ``bank`` includes, each with the wanted questions only, and problems.

    A question goes by the id of its own bank, so that its history follows it. A bank that
    includes itself, by whatever way, is a problem and not endless.
    """
    found: list[tuple[Path, Bank]] = []
    problems: list[Problem] = []
    trail = (*above, path.resolve())
    for include in bank.include:
        banks: list[tuple[Path, Bank]] = []
        wrong: list[str] = []
        for other in _files(include, path):
            if other.resolve() in trail or len(trail) > _DEEPEST:
                wrong.append(f"“{include.bank}” includes this bank again")
            else:
                _read(other, trail, banks, wrong)
        problems += [_problem(path, include, message) for message in wrong]
        problems += [] if wrong else _missing(include, path, banks)
        found += [(place, _filtered(one, include)) for place, one in banks]
    return found, problems


def _files(include: Include, path: Path) -> list[Path]:
    named = path.parent / include.bank
    return banks_in(named) if named.is_dir() else [named]


def _read(
    path: Path, trail: tuple[Path, ...], banks: list[tuple[Path, Bank]], wrong: list[str]
) -> None:
    from quizgen.bank.reader import read_bank  # noqa: PLC0415 - yaml only where a bank is read

    try:
        bank = read_bank(path).bank
    except FileError as error:
        wrong.append(f"a bank to include is missing: {error.message.rstrip('.')}")
        return
    if bank is None:
        wrong.append(f"“{path}”, which is to be included, is not a bank")
        return
    more, problems = included(bank, path, trail)
    banks += [(path, replace(bank, include=())), *more]
    wrong += [problem.message for problem in problems if problem.level is Level.ERROR]


def _filtered(bank: Bank, include: Include) -> Bank:
    return replace(bank, questions=tuple(_wanted(bank.questions, include)), retired=())


def _wanted(questions: tuple[Question, ...], include: Include) -> Iterator[Question]:
    from quizgen.study.selection import Filters  # noqa: PLC0415 - only for banks that include

    filters = Filters.of(include)
    for question in questions:
        named = not include.ids or bool({*_names(question)} & {*include.ids})
        if named and filters.let_pass(question):
            yield question


def _missing(include: Include, path: Path, found: list[tuple[Path, Bank]]) -> list[Problem]:
    """Ids that an include names and no included bank has."""
    known = {name for _, bank in found for question in bank.questions for name in _names(question)}
    return [
        _problem(path, include, f"“{include.bank}” has no question “{name}”", "unknown-id")
        for name in include.ids
        if name not in known
    ]


def _names(question: Question) -> tuple[str | None, ...]:
    return question.id, *question.was


def _problem(path: Path, include: Include, message: str, code: str = "include") -> Problem:
    fix = "Correct the path under “include:”; it is seen from this bank's folder."
    if code == "unknown-id":
        fix = "Delete the id from “include:”, or look up the right one."
    return Problem(str(path), include.line, 1, CODES[code][0], code, message, fix)
