"""Do many jobs on any executor: a few under way at a time, each told as soon as it is done.

An executor whose processes die (for want of memory, say) costs nothing but the job that
killed them: those that were under way are tried once more, one by one, on a new executor.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeAlias

from quizgen.generate.job import Job, Made, do
from quizgen.model.errors import QuizgenError

_Future: TypeAlias = Future[Made | QuizgenError]
_HELD = 64_000_000
"""Bytes of transcripts that may be under way, unless a single one is longer."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: what was ``made``, or the ``error`` that stopped it."""

    job: Job
    made: Made | None = None
    error: BaseException | None = None

    def result(self) -> Made:
        """What was made; raises the error that stopped it."""
        if self.error is not None:
            raise self.error
        assert self.made is not None
        return self.made


@dataclass(frozen=True, slots=True)
class Crew:
    """Who does the jobs.

    ``hire`` makes a fresh executor, which is shut down where its context ends; ``width`` is
    how many jobs may be under way on it; ``work`` does one, and may return an error instead
    of raising it. ``deadly`` are the errors with
    which an executor that goes on by itself says that a job killed process after process.
    """

    hire: Callable[[], AbstractContextManager[Executor]]
    width: int
    work: Callable[[Job], Made | QuizgenError] = do
    deadly: tuple[type[Exception], ...] = ()

    def run(self, jobs: Iterable[Job]) -> Generator[Outcome, None, None]:
        """Do all jobs and give each as it is done, in any order."""
        rest = iter(jobs)
        lost = yield from self._shift(rest, self.width)
        while lost:
            for job in lost:
                if (yield from self._shift(iter([job]), 1)):
                    yield Outcome(job, error=_died(job))
            lost = yield from self._shift(rest, self.width)

    def _shift(self, jobs: Iterator[Job], width: int) -> Generator[Outcome, None, list[Job]]:
        """Do jobs until there is none left or the executor breaks; those lost are returned."""
        running: dict[_Future, Job] = {}
        with self.hire() as executor:
            while True:
                while len(running) < width and _bytes(running) < _HELD:
                    job = next(jobs, None)
                    if job is None:
                        break
                    running[self._submitted(executor, job)] = job
                if not running:
                    return []
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                lost = []
                for future in done:
                    outcome = self._outcome(running.pop(future), future)
                    if isinstance(outcome.error, BrokenExecutor):
                        lost.append(outcome.job)
                    else:
                        yield outcome
                if lost:
                    return [*lost, *running.values()]

    def _submitted(self, executor: Executor, job: Job) -> _Future:
        """The future of a job; one that has failed where the executor is broken already."""
        try:
            return executor.submit(self.work, job)
        except BrokenExecutor as error:
            broken: _Future = Future()
            broken.set_exception(error)
            return broken

    def _outcome(self, job: Job, future: _Future) -> Outcome:
        error = future.exception()
        if isinstance(error, self.deadly):
            return Outcome(job, error=_died(job))
        if error is not None:
            return Outcome(job, error=error)
        made = future.result()
        return Outcome(job, error=made) if isinstance(made, QuizgenError) else Outcome(job, made)


def _bytes(running: dict[_Future, Job]) -> int:
    return sum(len(job.data) for job in running.values())


def _died(job: Job) -> QuizgenError:
    return QuizgenError(
        f"the process that read “{job.file}” ended before its work was done.",
        fix="Was there too little memory? Try with fewer --jobs, or split the transcript.",
    )
