"""Which files one may mean who wants a quiz made, and where the bank of one goes.

Files are those that lie about, or those at a path that is half typed.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, islice
from pathlib import Path

from quizgen.library.places import bundled_transcripts, learner_questions
from quizgen.library.shelf import shelve

_LOOSE = (".txt", ".vtt", ".srt", ".docx")
_SUFFIXES = (
    *_LOOSE,
    *(".md", ".json", ".jsonl", ".xml", ".html", ".htm", ".csv", ".tsv"),
    *(".rtf", ".odt", ".sbv", ".ass", ".ttml", ".log", ""),
)
_FOLDERS = ("seeds", "transcripts")
_MOST = 500


def transcripts_about() -> Iterator[Path]:
    """The files here that may be transcripts, and those that come with quizgen."""
    seen: set[Path] = set()
    here = [Path(name) for name in _FOLDERS]
    found = [*_files(Path(), _LOOSE), *(f for folder in here for f in _files(folder, _SUFFIXES))]
    for path in (*found, *_files(bundled_transcripts(), _SUFFIXES)):
        if path.resolve() not in seen:
            seen.add(path.resolve())
            yield path


def meant(typed: str) -> list[Path]:
    """What ``typed`` may be the beginning of: folders, then files that may be transcripts.

    Nothing typed means what is about; words without a folder also mean those of these whose
    names hold all of them.
    """
    about = list(transcripts_about())
    if not typed.strip():
        return about
    known = [path for path in about if _holds(path.name, typed)] if _is_name(typed) else []
    seen = {path.resolve() for path in known}
    found = (path for path in _beginning(typed) if path.resolve() not in seen)
    return [*known, *islice(found, _MOST)]


def completed(typed: str) -> str:
    """``typed`` and what all that it may be the beginning of have in common after it."""
    if typed == "~":
        return f"~{os.sep}"
    found = list(_beginning(typed))
    if not found:
        return typed
    names = [path.name + os.sep if path.is_dir() else path.name for path in found]
    common = _in_common(names)
    _folder, start = _split(typed)
    if len(common) < len(start):
        return typed
    return typed[: len(typed) - len(start)] + common


def bank_for(transcript: Path) -> Path:
    """The learner's own bank for a transcript: the one made from it, or a name that is free.

    Two transcripts of one name must not share a bank: the questions of one would go.
    """
    folder, stem = learner_questions(), transcript.stem
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(
        path
        for path in (folder / f"{name}.yaml" for name in names)
        if not path.exists() or _is_made_from(path, transcript)
    )


def _is_made_from(bank: Path, transcript: Path) -> bool:
    source = shelve(bank).transcript_path
    return source is not None and source.resolve() == transcript.resolve()


def _in_common(names: Sequence[str]) -> str:
    """What all of the names begin with: the first and the last one differ soonest."""
    first, last = min(names), max(names)
    pairs = zip(first, last, strict=False)
    return first[: next((at for at, (a, b) in enumerate(pairs) if a != b), len(first))]


def _is_name(typed: str) -> bool:
    return not typed.startswith("~") and not any(sign in typed for sign in {os.sep, "/"})


def _holds(name: str, typed: str) -> bool:
    return all(word in name.casefold() for word in typed.casefold().split())


def _split(typed: str) -> tuple[Path, str]:
    """The folder that ``typed`` names, and the beginning of a name in it."""
    if typed == "~":
        return Path.home(), ""
    at = max(typed.rfind(sign) for sign in {os.sep, "/"}) + 1
    return Path(typed[:at] or ".").expanduser(), typed[at:]


def _beginning(typed: str) -> Iterator[Path]:
    """What there is whose path begins with ``typed``, folders first."""
    folder, start = _split(typed)
    hidden = start.startswith(".")
    for path in (*_folders(folder), *_files(folder, _SUFFIXES)):
        fits = path.name.casefold().startswith(start.casefold())
        if fits and (hidden or not path.name.startswith(".")):
            yield path


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in _inside(folder) if path.is_dir())


def _files(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    files = (path for path in _inside(folder) if path.suffix.casefold() in suffixes)
    return sorted(path for path in files if path.is_file() and path.stem != "ATTRIBUTION")


def _inside(folder: Path) -> Iterable[Path]:
    try:
        return list(folder.iterdir())
    except (OSError, ValueError):  # not there, not ours to read, or no path at all
        return []
