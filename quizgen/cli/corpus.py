"""``quizgen generate FOLDER``: a bank for every transcript in it, however many there are.

Each bank is written as soon as it is made, and what is finished is remembered, so that the
run may be stopped or killed and goes on where it was. A file that is no transcript stops
nobody: it is told at the end.
"""

import argparse
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from quizgen.cli.corpus_report import CorpusReport, State
from quizgen.cli.made import as_row, in_one_line
from quizgen.cli.making import wishes_of, words_of
from quizgen.cli.progress import Progress
from quizgen.generate.crew import Crew, Outcome
from quizgen.generate.delivery import deliver, fetch, refuse_other_source
from quizgen.generate.finished import Finished, Mark
from quizgen.generate.folder import Found, transcripts_in
from quizgen.generate.job import Job, Made, NoQuestionsError
from quizgen.model.errors import (
    BankError,
    FileError,
    QuizgenError,
    TranscriptError,
    UsageError,
)

_OF_THE_FILE = (BankError, FileError, TranscriptError)
"""Errors for which the file itself is to blame: with the same file they come again."""


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

    def _files(self) -> Iterator[Found]:
        return transcripts_in(self._folder, self._output)

    def make(self, crew: Crew) -> int:
        """Make all banks and tell what became of them; the exit code.

        Raises:
            FileError: the folder of the banks cannot be written.
            KeyboardInterrupt: the person stopped it; what was made is whole.
        """
        with ExitStack() as stack:
            progress = stack.enter_context(Progress(self.total, self._size))
            as_json = self._arguments.format == "json"
            report = CorpusReport(self.total, progress, as_json=as_json)
            finished = stack.enter_context(Finished(self._output))
            run = _Run(self._arguments, finished, report)
            try:
                for outcome in crew.run(run.jobs(self._files())):
                    run.take(outcome)
            except KeyboardInterrupt:
                report.stopped()
                raise
            return report.sum_up()


class _Run:
    """One run over the files of a corpus."""

    def __init__(
        self, arguments: argparse.Namespace, finished: Finished, report: CorpusReport
    ) -> None:
        self._arguments, self._finished, self._report = arguments, finished, report
        self._words = words_of(arguments)

    def jobs(self, files: Iterator[Found]) -> Iterator[Job]:
        """What is to be done: not what is finished, nor what cannot be begun."""
        for each in files:
            try:
                job = self._begun(each)
            except QuizgenError as error:
                self._report.refuse(each.file, each.size, error.message, skipped=True)
                continue
            mark = self._finished.get(job)
            if mark is None:
                yield job
            else:
                self._pass_over(job, mark)

    def _begun(self, each: Found) -> Job:
        if each.rival is not None:
            raise UsageError(
                f"“{each.file}” would go into the same bank as “{each.rival.name}”.",
                fix="Rename one of them, or give it a bank of its own: generate FILE -o BANK",
            )
        wishes = wishes_of(self._arguments, self._words, each.target.parent)
        return fetch(each.file, each.target, wishes)

    def _pass_over(self, job: Job, mark: Mark) -> None:
        """Count a job that was finished before."""
        if mark.why:
            self._report.refuse(job.file, len(job.data), mark.why, skipped=True)
            return
        row: dict[str, object] = {"bank": str(job.target), "changed": False, "count": mark.count}
        self._report.bank(State.BEFORE, job.target, len(job.data), lambda: row, look=mark.look)

    def take(self, outcome: Outcome) -> None:
        """Deliver what a job came to, and remember that it is finished."""
        job, error = outcome.job, outcome.error
        if isinstance(error, _OF_THE_FILE) and not self._arguments.dry_run:
            self._finished.add(job, Mark(why=_why(error)))
        if outcome.made is not None:
            try:
                self._deliver(job, outcome.made)
            except QuizgenError as problem:
                error = problem
        if error is not None:
            why = _why(error)
            self._report.refuse(job.file, len(job.data), why, skipped=False)

    def _deliver(self, job: Job, made: Made) -> None:
        if self._arguments.dry_run:
            refuse_other_source(job, made)
            changed = made.bank != job.bank
            state = State.WOULD_CHANGE if changed else State.SAME
        else:
            changed = deliver(job, made)
            mark = Mark(made.count, made.wants_a_look)
            self._finished.add(replace(job, bank=made.bank, lock=made.lock), mark)
            new = State.WRITTEN if job.bank is None else State.UPDATED
            state = new if changed else State.SAME

        def row() -> dict[str, object]:
            return as_row(job, made, changed=changed)

        self._report.bank(state, job.target, len(job.data), row, look=made.wants_a_look)


def _why(error: BaseException) -> str:
    """What kept a bank from being made."""
    if isinstance(error, NoQuestionsError):
        return in_one_line(error)
    return error.message if isinstance(error, QuizgenError) else _fault(error)


def _fault(error: BaseException) -> str:
    """A failure that is quizgen's own, so that it can be reported."""
    return f"a fault of quizgen: {type(error).__name__}: {error}"
