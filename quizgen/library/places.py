"""Where things are kept: the learner's data, the bundled banks, the banks lying about here."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import quizgen
from quizgen.files.text import missing
from quizgen.model.errors import FileError

HOME_VARIABLE = "QUIZGEN_HOME"
BANK_SUFFIXES = (".yaml", ".yml")


def data_folder() -> Path:
    """The folder of the learner's data: ``$QUIZGEN_HOME``, or the system's usual place."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed where the variable is set

    return user_data_path("quizgen", appauthor=False)


def cache_folder() -> Path:
    """The folder of what can be worked out again: in ``$QUIZGEN_HOME``, or the usual place."""
    if os.environ.get(HOME_VARIABLE):
        return data_folder() / "cache"
    from platformdirs import user_cache_path  # noqa: PLC0415 - not needed with the variable

    return user_cache_path("quizgen", appauthor=False)


def bundled_questions() -> Path:
    """The folder of the banks that come with quizgen; it may be read-only."""
    return _bundled("questions")


def bundled_transcripts() -> Path:
    """The folder of the transcripts that come with quizgen."""
    return _bundled("seeds")


def bundled_banks() -> list[Path]:
    """The banks that come with quizgen, by name."""
    return banks_in(bundled_questions())


def learner_questions() -> Path:
    """The folder where the learner's own banks are kept; it need not exist yet."""
    return data_folder() / "questions"


def banks_in(folder: Path) -> list[Path]:
    """The bank files directly in ``folder``, by name; none where there is no such folder."""
    if not folder.is_dir():
        return []
    files = (path for path in folder.iterdir() if path.suffix in BANK_SUFFIXES)
    return sorted(path for path in files if path.is_file() and not path.name.startswith("."))


def find_banks(paths: Iterable[Path] = ()) -> list[Path]:
    """The bank files at ``paths``; by default all that quizgen knows of, each once.

    Those are the bundled banks, ``questions/`` in the working folder, and the learner's own.

    Raises:
        FileError: a path does not exist, or is a folder without banks.
    """
    named = [Path(path) for path in paths]
    if named:
        return _each_once(file for path in named for file in _banks_at(path))
    own = banks_in(learner_questions())
    changed = {path.name for path in own}  # a bundled bank that was edited is a copy there
    bundled = [path for path in bundled_banks() if path.name not in changed or _is_here(path)]
    return _each_once([*bundled, *banks_in(Path("questions")), *own])


def is_bundled(path: Path) -> bool:
    """Whether ``path`` is a bank that came with quizgen."""
    return path.resolve().parent == bundled_questions().resolve()


def _is_here(path: Path) -> bool:
    return path.parent.resolve() == Path("questions").resolve()


def _bundled(name: str) -> Path:
    package = Path(quizgen.__file__).parent
    in_wheel = package / "bundled" / name
    return in_wheel if in_wheel.is_dir() else package.parent / name


def _banks_at(path: Path) -> list[Path]:
    if path.is_dir():
        found = banks_in(path)
        if not found:
            raise FileError(
                f"there is no bank in the folder “{path}”.",
                fix="A bank is a .yaml file; “quizgen generate” makes one from a transcript.",
            )
        return found
    if not path.exists():
        raise missing(path)
    return [path]


def _each_once(paths: Iterable[Path]) -> list[Path]:
    return list(_unseen(paths))


def _unseen(paths: Iterable[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in paths:
        real = path.resolve()
        if real not in seen:
            seen.add(real)
            yield path
