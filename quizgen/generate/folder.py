"""The transcripts of a folder and its sub-folders, and the bank that each goes into."""

import mimetypes
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_OURS = (".yaml", ".yml", ".lock.json", ".schema.json", ".bak")
_NO_TEXT = ("image/", "audio/", "video/", "font/")
_KINDS = mimetypes.MimeTypes()  # Python's own, the same on every machine


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a transcript, its size in bytes, and the bank that it goes into.

    ``rival`` is the file that goes into that same bank and comes first by name, if any.
    """

    file: Path
    size: int
    target: Path
    rival: Path | None = None


def transcripts_in(folder: Path, output: Path) -> Iterator[Found]:
    """All files that may be transcripts, folder by folder, by name.

    Banks go into the same sub-folder of ``output``. Hidden files and folders, pictures,
    sound, film, and quizgen's own files are passed over, and so is ``output`` where it lies
    inside. Links to folders are not followed.
    """
    own = output.resolve()
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and (here / name).resolve() != own
        )
        taken: dict[str, Path] = {}
        for name in sorted(names):
            file = here / name
            if not _may_be_one(file):
                continue
            first = taken.setdefault(file.stem, file)
            target = output / here.relative_to(folder) / f"{file.stem}.yaml"
            yield Found(file, _size(file), target, None if first is file else first)


def _may_be_one(file: Path) -> bool:
    name = file.name.lower()
    kind = _KINDS.guess_type(name)[0] or ""
    return (
        not name.startswith(".")
        and not name.endswith(_OURS)
        and not kind.startswith(_NO_TEXT)
        and file.is_file()
    )


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # it is gone; reading it will say so
        return 0
