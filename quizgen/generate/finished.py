"""Which jobs of a folder are finished, so that a run which was stopped goes on where it was.

A job is known by all that goes into it: the transcript, its corrections, the bank and its
lock file as they stand now, what was asked for, and the program. Whatever is changed, the
job is another one and is done again; so a line can never be out of date, and losing the
file costs nothing but time.
"""

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points, requires, version
from pathlib import Path
from typing import IO, Any, Self

import quizgen
from quizgen.files.cache import key, program
from quizgen.generate.job import Job
from quizgen.model.errors import FileError

NAME = ".quizgen-finished.jsonl"
_NAME = re.compile(r"[\w.-]+")
_GROUPS = ("quizgen.rules", "quizgen.transcripts")


@dataclass(frozen=True, slots=True)
class Mark:
    """How a finished job ended: with so many questions, or the reason why it made no bank."""

    count: int = 0
    look: bool = False
    why: str = ""


class Finished:
    """The file of finished jobs in the folder of the banks; a context that closes it.

    Raises:
        FileError: the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._marks = dict(_lines(self.path))
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def get(self, job: Job) -> Mark | None:
        """How the job ended, or None where it was never finished as it now is."""
        return self._marks.get(job_key(job)) if self._marks else None

    def add(self, job: Job, mark: Mark) -> None:
        """Remember that a job is finished: there is nothing to do for it as it now is."""
        name = job_key(job)
        if self._marks.get(name) == mark:
            return
        self._marks[name] = mark
        row = {"job": name, "file": str(job.file), "count": mark.count}
        row |= {field: value for field in ("look", "why") if (value := getattr(mark, field))}
        file = self._opened()
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
        file.flush()  # what is finished stays so when the next one is killed

    def _opened(self) -> IO[str]:
        if self._file is None:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                torn = self.path.exists() and not self.path.read_bytes().endswith(b"\n")
                self._file = self.path.open("a", encoding="utf-8")
            except OSError as error:
                raise FileError(
                    f"“{self.path}” cannot be written: {error.strerror}.",
                    fix="Name a folder of yours after -o.",
                ) from error
            if torn:  # a run was killed in the middle of a line
                self._file.write("\n")
        return self._file


def _lines(path: Path) -> list[tuple[str, Mark]]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    found = []
    for line in text.splitlines():
        with suppress(
            AttributeError, KeyError, TypeError, ValueError
        ):  # a torn line costs its job once more
            found.append(_mark(json.loads(line)))
    return found


def _mark(row: dict[str, Any]) -> tuple[str, Mark]:
    mark = Mark(int(row["count"]), bool(row.get("look")), str(row.get("why", "")))
    return str(row["job"]), mark


def job_key(job: Job) -> str:
    """What a job is known by: 40 hexadecimal digits of all that goes into it."""
    there = () if job.bank is None else (job.bank, job.lock or "")
    named = (str(job.target), job.source, str(job.corrections))
    return key(_program(), *named, str(job.wishes), job.wishes.words or "", job.data, *there)


@cache
def _program() -> str:
    """A fingerprint of everything that makes a bank: quizgen, what it needs, others' rules."""
    root = Path(quizgen.__file__).parent
    packages = sorted(
        place for place in root.rglob("*") if place.is_dir() and place.name != "__pycache__"
    )
    points = entry_points()
    # By identity: telling a name reads a file, and a distribution has many points.
    others = {
        id(point.dist): point.dist
        for group in _GROUPS
        for point in points.select(group=group)
        if point.dist
    }
    named = sorted({f"{other.name} {other.version}" for other in others.values()})
    return key(program(*packages), *named, *map(_needed, requires("quizgen") or ()))


def _needed(requirement: str) -> str:
    """A library that quizgen needs, with the version that is installed; extras do not count."""
    if ";" in requirement:
        return ""
    found = _NAME.match(requirement)
    return f"{requirement} {version(found[0])}" if found else ""
