"""From what a person types to a bank: a path, a file's name, a bank's id or title, or a part."""

from difflib import get_close_matches
from pathlib import Path

from quizgen.library.places import BANK_SUFFIXES, find_banks, is_bundled
from quizgen.library.shelf import ListedBank, ShelvedBank, glance, shelve
from quizgen.model.errors import UsageError

_MOST_LISTED = 10


def resolve(name: str | Path) -> tuple[ShelvedBank, ...]:
    """The banks meant by ``name``: one, or all of a folder.

    Raises:
        FileError: the path is a folder without banks.
        UsageError: nothing, or more than one bank, goes by this name.
    """
    return tuple(shelve(file) for file in find(name))


def resolve_one(name: str | Path) -> ShelvedBank:
    """The bank meant by ``name``, where only one can be dealt with.

    Raises:
        FileError: the path is a folder without banks.
        UsageError: nothing, or more than one bank, goes by this name.
    """
    found = find(name)
    if len(found) > 1:
        raise UsageError(f"“{name}” is a folder.", fix=_choose(found))
    return shelve(found[0])


def find(name: str | Path) -> list[Path]:
    """The files of the banks meant by ``name``: one, or all of a folder.

    Tried in this order: a path, a path without its ending, a file's name without its ending, a
    bank's id or title, the beginning of any of these, a part of any; a bundled bank only where
    no other goes by the name.

    Raises:
        FileError: the path is a folder without banks.
        UsageError: nothing, or more than one bank, goes by this name.
    """
    path = Path(name)
    if path.exists() or path.suffix in BANK_SUFFIXES:
        return find_banks([path])
    for suffix in BANK_SUFFIXES:
        named = Path(f"{name}{suffix}")
        if named.is_file():
            return [named]
    return [_by_name(str(name), glance())]


def _by_name(name: str, shelf: tuple[ListedBank, ...]) -> Path:
    wanted = name.casefold()
    for found in (
        [one for one in shelf if wanted == one.path.stem.casefold()],
        [one for one in shelf if wanted in _names(one)],
        [one for one in shelf if any(known.startswith(wanted) for known in _names(one))],
        [one for one in shelf if wanted and any(wanted in known for known in _names(one))],
    ):
        banks = [one for one in found if not is_bundled(one.path)] or found
        if len(banks) > 1:
            raise UsageError(
                f"“{name}” could be any of {len(banks)} banks.",
                fix=_choose([one.path for one in banks], [one.title for one in banks]),
            )
        if banks:
            return banks[0].path
    known = [known for one in shelf for known in _names(one)]
    close = get_close_matches(wanted, known, 1)
    hint = f"Did you mean “{close[0]}”?" if close else "“quizgen” alone lists the banks there are."
    raise UsageError(f"there is no bank “{name}”.", fix=hint)


def _names(listed: ListedBank) -> list[str]:
    names = (listed.path.stem, listed.summary.id, listed.summary.title)
    return [name.casefold() for name in names if name]


def _choose(paths: list[Path], titles: list[str] | None = None) -> str:
    """How to go on from several banks: a line each, and what to type."""
    said = [f": {title}" for title in titles] if titles else [""] * len(paths)
    lines = [f"  {path}{title}" for path, title in zip(paths, said, strict=True)]
    more = len(lines) - _MOST_LISTED
    listed = [*lines[:_MOST_LISTED], *([f"  … and {more} more"] if more > 0 else [])]
    return "\n  ".join(["Name one of them by its path:", *listed])
