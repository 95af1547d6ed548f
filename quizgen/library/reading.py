"""Banks from the cache as long as their files are as they were; read anew otherwise.

Kept are the bank with all that is wrong in it, and apart from it the little that a list of
banks shows, so that hundreds are listed without one question being made. The key is the
file's content and the program that read it, so nothing here can be out of date.
"""

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import quizgen
from quizgen.documents.collector import collector_off
from quizgen.files.cache import Cache, key, program
from quizgen.files.text import FileText, read
from quizgen.library.places import cache_folder
from quizgen.model.bank import LARGEST, Bank
from quizgen.model.problem import Level, Problem

_READ_BY = ("bank", "documents", "model")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of a bank; ``id`` and ``title`` are None where none can be used.

    ``items`` are the questions that can be asked, by the names the history knows them by;
    ``includes`` says that those of other banks come on top.
    """

    id: str | None
    title: str | None
    items: tuple[str, ...]
    errors: int
    warnings: int
    includes: bool = False


def bank_at(path: Path) -> tuple[Bank | None, tuple[Problem, ...]]:
    """The bank at ``path`` and all that is wrong with it.

    Raises:
        FileError: missing, a folder, unreadable, too large, or not UTF-8 text.
    """
    file = read(path, limit=LARGEST)
    kept = _cache().get(_key("bank", file))
    return _taken_up(kept, path) if kept else _read(file)


def summary_of(path: Path) -> Summary:
    """What a list shows of the bank at ``path``.

    Raises:
        FileError: missing, a folder, unreadable, too large, or not UTF-8 text.
    """
    file = read(path, limit=LARGEST)
    kept = _cache().get(_key("summary", file))
    if kept is None:
        return _summary(*_read(file))
    values = json.loads(kept)
    return Summary(**values | {"items": tuple(values["items"])})


def _read(file: FileText) -> tuple[Bank | None, tuple[Problem, ...]]:
    """Read a bank from its file and keep what was found."""
    from quizgen.bank.as_json import plain_bank, plain_problem  # noqa: PLC0415 - see _taken_up
    from quizgen.bank.reader import parse_bank  # noqa: PLC0415 - yaml only where it is needed

    found = parse_bank(file.text, str(file.path))
    _keep("summary", file, asdict(_summary(found.bank, found.problems)))
    _keep(
        "bank",
        file,
        {
            "bank": plain_bank(found.bank) if found.bank else None,
            "problems": [plain_problem(problem) for problem in found.problems],
        },
    )
    return found.bank, found.problems


def _taken_up(kept: str, path: Path) -> tuple[Bank | None, tuple[Problem, ...]]:
    from quizgen.bank.as_json import bank_of, problem_of  # noqa: PLC0415 - lists do without

    with collector_off():
        values = json.loads(kept)
        bank = bank_of(values["bank"], str(path)) if values["bank"] else None
        return bank, tuple(problem_of(problem, str(path)) for problem in values["problems"])


def _summary(bank: Bank | None, problems: tuple[Problem, ...]) -> Summary:
    from quizgen.bank.stamp import item_id  # noqa: PLC0415 - yaml only where it is needed

    asked = [question for question in bank.questions if not question.skip] if bank else []
    return Summary(
        bank.id if bank else None,
        bank.title if bank else None,
        tuple(map(item_id, asked)),
        sum(problem.level is Level.ERROR for problem in problems),
        sum(problem.level is Level.WARNING for problem in problems),
        includes=bool(bank and bank.include),
    )


def _keep(kind: str, file: FileText, values: dict[str, Any]) -> None:
    _cache().put(_key(kind, file), json.dumps(values, ensure_ascii=False, separators=(",", ":")))


def _key(kind: str, file: FileText) -> str:
    # A bank without a title is called by its file's name, which is no part of its content.
    return key(kind, _program(), file.path.name, file.digest)


@cache
def _program() -> str:
    package = Path(quizgen.__file__).parent
    return key(quizgen.__version__, program(*(package / name for name in _READ_BY)))


def _cache() -> Cache:
    return Cache(cache_folder())
