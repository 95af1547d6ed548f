"""Do many jobs on any executor: a few under way at a time, each told as soon as it is done.

An executor whose processes die (for want of memory, say) costs nothing but the job that
killed them: those that were under way are tried once more, one by one, on a new executor.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass

from quizgen.generate.job import Job, Made, do
from quizgen.model.errors import QuizgenError

Hire = Callable[[], AbstractContextManager[Executor]]
"""Makes a fresh executor, which is shut down where its context ends."""

Work = Callable[[Job], Made]

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


def run(
    jobs: Iterable[Job], hire: Hire, width: int, work: Work = do
) -> Generator[Outcome, None, None]:
    """Do all jobs, at most ``width`` at a time, and give each as it is done, in any order."""
    rest = iter(jobs)
    lost = yield from _shift(rest, hire, width, work)
    while lost:
        for job in lost:
            if (yield from _shift(iter([job]), hire, 1, work)):
                yield Outcome(job, error=_died(job))
        lost = yield from _shift(rest, hire, width, work)


def _shift(
    jobs: Iterator[Job], hire: Hire, width: int, work: Work
) -> Generator[Outcome, None, list[Job]]:
    """Do jobs until there is none left or the executor breaks; those lost are returned."""
    with hire() as executor:
        running: dict[Future[Made], Job] = {}
        while True:
            while len(running) < width and sum(len(job.data) for job in running.values()) < _HELD:
                job = next(jobs, None)
                if job is None:
                    break
                running[_submitted(executor, work, job)] = job
            if not running:
                return []
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            lost = []
            for future in done:
                job, error = running.pop(future), future.exception()
                if isinstance(error, BrokenExecutor):
                    lost.append(job)
                else:
                    yield Outcome(job, None if error else future.result(), error)
            if lost:
                return [*lost, *running.values()]


def _submitted(executor: Executor, work: Work, job: Job) -> Future[Made]:
    """The future of a job; one that has failed where the executor is broken already."""
    try:
        return executor.submit(work, job)
    except BrokenExecutor as error:
        broken: Future[Made] = Future()
        broken.set_exception(error)
        return broken


def _died(job: Job) -> QuizgenError:
    return QuizgenError(
        f"the process that read “{job.file}” ended before its work was done.",
        fix="Was there too little memory? Try with fewer --jobs, or split the transcript.",
    )
