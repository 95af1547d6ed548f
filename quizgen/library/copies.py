"""A copy of a bundled bank that is the learner's to change."""

import os
from pathlib import Path

from quizgen.files import atomic
from quizgen.files.text import read
from quizgen.library.places import bundled_transcripts, data_folder, is_bundled, learner_questions


def own_copy(path: Path, *, by_name: bool = False) -> Path:
    """The bank itself if it is the user's to write, else a copy in the learner's folder.

    The transcript and what lies beside the bank go along, so that its ``source:`` still
    leads there. A copy that was made before is not touched. In a checkout, who types the
    path of a bundled bank means that file; ``by_name`` it is what came with quizgen there, too.

    Raises:
        FileError: the learner's folder cannot be written.
    """
    meant = not is_bundled(path) or (_is_here(path) and not by_name)
    if os.access(path, os.W_OK) and meant:
        return path
    if not is_bundled(path):
        return path
    for file in sorted(path.parent.glob(f"{path.stem}.*")):
        _copy(file, learner_questions() / file.name)
    for file in sorted(bundled_transcripts().glob("*.*")):
        _copy(file, data_folder() / "seeds" / file.name)
    return learner_questions() / path.name


def _is_here(path: Path) -> bool:
    return path.resolve().is_relative_to(Path.cwd())


def _copy(file: Path, target: Path) -> None:
    if not target.exists() and file.is_file():
        atomic.write(target, read(file).text, expect=atomic.NEW)
