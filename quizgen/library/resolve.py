"""From what a person types to a bank: a path, a file's name, a bank's id, or its beginning."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from quizgen.library.places import BANK_SUFFIXES, find_banks, is_bundled
from quizgen.library.shelf import ShelvedBank, shelve
from quizgen.model.errors import UsageError


def resolve(name: str | Path) -> tuple[ShelvedBank, ...]:
    """The banks meant by ``name``: one, or all of a folder.

    Tried in this order: a path, a file's name without its ending, a bank's id, and the
    beginning of either; a bundled bank only where no other goes by the name.

    Raises:
        FileError: the path is a folder without banks.
        UsageError: nothing, or more than one bank, goes by this name.
    """
    path = Path(name)
    if path.exists() or path.suffix in BANK_SUFFIXES:
        return tuple(shelve(file) for file in find_banks([path]))
    return (_by_name(str(name), [shelve(file) for file in find_banks()]),)


def _by_name(name: str, shelf: list[ShelvedBank]) -> ShelvedBank:
    wanted = name.casefold()
    for found in (
        [one for one in shelf if wanted == one.path.stem.casefold()],
        [one for one in shelf if wanted in _names(one)],
        [one for one in shelf if any(known.startswith(wanted) for known in _names(one))],
    ):
        banks = [one for one in found if not is_bundled(one.path)] or found
        if len(banks) > 1:
            raise UsageError(
                f"“{name}” could be any of {_listed(one.path.stem for one in banks)}.",
                fix="Type more of the name, or the path of the file.",
            )
        if banks:
            return banks[0]
    known = [known for one in shelf for known in _names(one)]
    close = get_close_matches(wanted, known, 1)
    hint = f"Did you mean “{close[0]}”?" if close else "“quizgen” alone lists the banks there are."
    raise UsageError(f"there is no bank “{name}”.", fix=hint)


def _names(shelved: ShelvedBank) -> list[str]:
    names = [shelved.path.stem.casefold()]
    return [*names, shelved.bank.id.casefold()] if shelved.bank else names


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
