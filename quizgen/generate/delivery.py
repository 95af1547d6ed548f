"""Fetch what a job needs from the disk, and put there what came of it.

Everything is read before and written after the job, by the process that the person started.
"""

import os
from pathlib import Path

from quizgen.bank.jsonschema import lay_beside
from quizgen.bank.merge.lock import lock_path
from quizgen.bank.writer import SCHEMA_FILE
from quizgen.files import atomic
from quizgen.files.text import digest, read, read_bytes
from quizgen.generate.job import Job, Made, Wishes
from quizgen.model.bank import LARGEST
from quizgen.model.errors import FileError, UsageError
from quizgen.transcripts.corrections import corrections
from quizgen.transcripts.source import LIMIT


def fetch(file: Path, target: Path, wishes: Wishes) -> Job:
    """The job of making the bank ``target`` from the transcript ``file``.

    Raises:
        FileError: a file is missing or cannot be read.
        TranscriptError: the corrections beside the transcript are none.
    """
    return Job(
        file=file,
        target=target,
        source=Path(os.path.relpath(file, target.parent)).as_posix(),
        data=read_bytes(file, limit=LIMIT),
        corrections=corrections(file),
        bank=read_bytes(target, limit=LARGEST) if target.exists() else None,
        lock=_lock(target),
        wishes=wishes,
    )


def _lock(target: Path) -> str | None:
    """The text of a bank's lock file; one that cannot be read counts as lost."""
    place = lock_path(target)
    try:
        return read(place).text if place.exists() else None
    except FileError:
        return None


def deliver(job: Job, made: Made, *, same_source: bool = True) -> bool:
    """Write the bank and what lies beside it; whether the bank is another than before.

    ``same_source`` refuses to turn a bank over to another transcript than it names.

    Raises:
        FileChangedError: somebody saved the bank meanwhile; nothing was written.
        FileError: the folder or a file cannot be written.
        UsageError: the bank was made from another transcript; nothing was written.
    """
    if same_source:
        refuse_other_source(job, made)
    changed = made.bank != job.bank
    # A lock file without its bank means nothing, a bank without its own that it is lost; but
    # one ahead of a bank that was there would say of the new questions that they were deleted.
    if job.bank is None:
        _write_lock(job, made)
    if changed:
        expect = atomic.NEW if job.bank is None else digest(job.bank)
        atomic.write(job.target, made.bank, expect=expect, backup=bool(job.bank))
    if job.bank is not None:
        _write_lock(job, made)
    if SCHEMA_FILE.encode() in made.bank:
        lay_beside(job.target)
    return changed


def _write_lock(job: Job, made: Made) -> None:
    if made.lock != job.lock:
        atomic.write(lock_path(job.target), made.lock)


def refuse_other_source(job: Job, made: Made) -> None:
    """Stop where only the file names agree: a bank that another transcript was made into.

    Raises:
        UsageError: that other transcript is still there.
    """
    if not made.named or made.named == job.source:
        return
    other, here = job.target.parent / made.named, job.target.parent / job.source
    if other.exists() and not other.samefile(here):
        raise UsageError(
            f"“{job.target}” was made from another transcript, “{other}”.",
            fix=f"Name another bank after -o; “-o {job.target}” lets this transcript take its "
            "place.",
        )
