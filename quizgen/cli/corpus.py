"""``quizgen generate FOLDER``: a bank for every transcript in it, however many there are.

Each bank is written as soon as it is made, and what is finished is remembered, so that the
run may be stopped or killed and goes on where it was. A file that is no transcript stops
nobody: it is told at the end.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizgen.cli.made import as_row
from quizgen.cli.making import wishes_of
from quizgen.cli.progress import Progress, in_words
from quizgen.cli.reporters import many
from quizgen.cli.verb import show, talk
from quizgen.generate.crew import Crew, Outcome
from quizgen.generate.delivery import deliver, fetch, refuse_other_source
from quizgen.generate.finished import Finished, Mark
from quizgen.generate.folder import Found, transcripts_in
from quizgen.generate.job import Job, Made
from quizgen.model.errors import (
    EXIT_COULD_NOT,
    EXIT_FINE,
    EXIT_FOUND,
    EXIT_NEEDS_A_LOOK,
    QuizgenError,
    UsageError,
)

_MOST_LINES = 20
_WRITTEN, _UPDATED, _SAME, _BEFORE = "written", "brought up to date", "as before", "finished before"
_WOULD, _REFUSED = "would change", "without a bank"


@dataclass(slots=True)
class _Tally:
    """What became of the files so far: how many of each, and those that want a person."""

    states: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    looks: list[Path] = field(default_factory=list)


class Corpus:
    """A folder of transcripts and the folder that their banks go into.

    Raises:
        UsageError: the folder holds no file that may be a transcript, or what is asked for
            can be done to a single bank only.
    """

    def __init__(self, folder: Path, output: Path, arguments: argparse.Namespace) -> None:
        if arguments.restore:
            raise UsageError(
                "--restore brings questions back into one bank, not into a folder of them.",
                fix="Name the transcript of that bank.",
            )
        self._folder, self._output, self._arguments = folder, output, arguments
        sizes = [each.size for each in self._files()]
        if not sizes:
            raise UsageError(
                f"“{folder}” holds no file that may be a transcript.", fix="Name another folder."
            )
        self.total, self._size = len(sizes), sum(sizes)
        self._tally = _Tally()

    def _files(self) -> Iterator[Found]:
        return transcripts_in(self._folder, self._output)

    def make(self, crew: Crew) -> int:
        """Make all banks and tell what became of them; the exit code.

        Raises:
            FileError: the folder of the banks cannot be written.
            KeyboardInterrupt: the person stopped it; what was made is whole.
        """
        began = time.monotonic()
        with ExitStack() as stack:
            self._finished = stack.enter_context(Finished(self._output))
            self._progress = stack.enter_context(Progress(self.total, self._size))
            try:
                for outcome in crew.run(self._jobs()):
                    self._take(outcome)
            except KeyboardInterrupt:
                self._progress.clear()
                talk(
                    f"quizgen: {self._tally.states.total():,} of {many(self.total, 'file')} done; "
                    "what was made is whole. The same command goes on from here."
                )
                raise
        self._tell(time.monotonic() - began)
        return self._code()

    def _jobs(self) -> Iterator[Job]:
        """What is to be done: not what is finished, nor what cannot be begun."""
        for each in self._files():
            try:
                job = self._begun(each)
            except QuizgenError as error:
                self._refuse(each.file, each.size, error)
                continue
            mark = self._finished.get(job)
            if mark is None:
                yield job
            else:
                self._passed(job, mark)

    def _begun(self, each: Found) -> Job:
        if each.rival is not None:
            raise UsageError(
                f"“{each.file.name}” would go into the same bank as “{each.rival.name}”.",
                fix="Rename one of them, or give it a bank of its own: generate FILE -o BANK",
            )
        return fetch(each.file, each.target, wishes_of(self._arguments, each.target.parent))

    def _take(self, outcome: Outcome) -> None:
        """Deliver what a job came to, and remember it."""
        job, made, error = outcome.job, outcome.made, outcome.error
        try:
            if made is not None:
                self._deliver(job, made)
                return
        except QuizgenError as problem:
            error = problem
        else:
            if isinstance(error, QuizgenError) and not self._arguments.dry_run:
                self._finished.add(job, Mark(why=error.message, fix=error.fix))
        assert error is not None
        self._refuse(job.file, len(job.data), error, skipped=False)

    def _deliver(self, job: Job, made: Made) -> None:
        if self._arguments.dry_run:
            refuse_other_source(job, made)
            changed = made.bank != job.bank
            state = _WOULD if changed else _SAME
        else:
            changed = deliver(job, made)
            mark = Mark(made.count, made.wants_a_look)
            self._finished.add(replace(job, bank=made.bank, lock=made.lock), mark)
            state = (_WRITTEN if job.bank is None else _UPDATED) if changed else _SAME
        if made.wants_a_look:
            self._tally.looks.append(job.target)
        self._count(state, len(job.data))
        self._row(as_row(job, made, changed=changed))

    def _passed(self, job: Job, mark: Mark) -> None:
        """Count a job that was finished before."""
        if mark.why:
            self._refuse(job.file, len(job.data), QuizgenError(mark.why, fix=mark.fix))
            return
        if mark.look:
            self._tally.looks.append(job.target)
        self._count(_BEFORE, len(job.data), skipped=True)
        self._row({"bank": str(job.target), "changed": False, "count": mark.count})

    def _refuse(self, file: Path, size: int, error: BaseException, *, skipped: bool = True) -> None:
        """Count a file of which no bank was made."""
        why = error.message if isinstance(error, QuizgenError) else _fault(error)
        self._tally.refused.append(why)
        self._count(_REFUSED, size, skipped=skipped)
        self._row({"file": str(file), "error": why})

    def _count(self, state: str, size: int, *, skipped: bool = False) -> None:
        self._tally.states[state] += 1
        bad = self._tally.states[_REFUSED]
        self._progress.step(size, skipped=skipped, note=f"{bad:,} {_REFUSED}" if bad else "")

    def _row(self, row: dict[str, object]) -> None:
        if self._arguments.format == "json":
            show(json.dumps(row, ensure_ascii=False))

    def _tell(self, seconds: float) -> None:
        """What became of the files, in a line, then those that want a person."""
        states = ", ".join(f"{count:,} {state}" for state, count in self._tally.states.items())
        talk(f"{many(self.total, 'file')} in {in_words(seconds)}: {states}")
        self._list(f"{_REFUSED}:", [why.partition("\n")[0] for why in self._tally.refused])
        self._list(
            "with questions that want a look (quizgen review BANK):",
            list(map(str, self._tally.looks)),
        )

    def _list(self, head: str, lines: list[str]) -> None:
        if lines:
            talk(f"  {head}", *(f"    {line}" for line in lines[:_MOST_LINES]))
        if len(lines) > _MOST_LINES:
            talk(f"    … and {len(lines) - _MOST_LINES:,} more; all of them: --format json")

    def _code(self) -> int:
        tally = self._tally
        if tally.states[_REFUSED] == self.total:
            return EXIT_COULD_NOT
        if tally.states[_WOULD]:
            return EXIT_FOUND
        return EXIT_NEEDS_A_LOOK if tally.refused or tally.looks else EXIT_FINE


def _fault(error: BaseException) -> str:
    """A failure that is quizgen's own, so that it can be reported."""
    return f"a fault of quizgen: {type(error).__name__}: {error}"
