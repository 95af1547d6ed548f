"""How much room an installed quizgen takes."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import quizgen
from benchmarks.pairs import Result
from benchmarks.samples import BANK, SEED

_MEGABYTES = 80
_NAME = re.compile(r"[\w.-]+")


def rows() -> Iterator[Result]:
    """Files of quizgen and all that it needs, without the extras, in megabytes."""
    yield Result(
        "installed size", f"{_MEGABYTES} MB", 1, (installed_size() / 1e6,), (_MEGABYTES,), "MB"
    )


def installed_size() -> int:
    """Bytes of quizgen's own files, and of the packages that it needs and that those need."""
    own = [Path(quizgen.__file__).parent, SEED.parent, BANK.parent]
    return sum(map(_folder, own)) + sum(map(_package, needed("quizgen") - {"quizgen"}))


def needed(name: str, seen: frozenset[str] = frozenset()) -> set[str]:
    """The packages that ``name`` needs here, itself among them; extras are left out."""
    found = {*seen, name}
    for requirement in distribution(name).requires or ():
        wanted = _NAME.match(requirement)
        if wanted is None or "extra ==" in requirement or wanted[0].casefold() in found:
            continue
        try:
            found |= needed(wanted[0].casefold(), frozenset(found))
        except PackageNotFoundError:  # needed on other systems
            continue
    return found


def _package(name: str) -> int:
    files = {Path(str(file.locate())) for file in distribution(name).files or ()}
    return sum(file.stat().st_size for file in files if file.is_file())


def _folder(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
