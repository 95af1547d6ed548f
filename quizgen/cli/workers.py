"""Do several independent things at once, in processes, with their output in order.

What a process would have printed is kept and printed by this one when all that came
before it is printed, so that nobody sees in how many processes it was done.
"""

import io
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import redirect_stderr, redirect_stdout
from multiprocessing import get_context

from quizgen.model.errors import QuizgenError

Work = Callable[..., int]


def in_turn(work: Work, tasks: Sequence[Sequence[object]], jobs: int) -> Iterator[int]:
    """The exit code of ``work(*task)`` for each task, in the order of the tasks.

    ``work`` and the tasks go to other processes where ``jobs`` is more than one.

    Raises:
        QuizgenError: a process ended before its work did, for want of memory perhaps.
    """
    jobs = min(jobs, len(tasks))
    if jobs < 2:
        yield from (work(*task) for task in tasks)
        return
    try:
        with ProcessPoolExecutor(
            jobs,
            mp_context=get_context("spawn"),  # the only one that every system has
            initializer=_leave_ctrl_c,
        ) as executor:
            for code, out, err in executor.map(_kept, [work] * len(tasks), tasks):
                sys.stdout.write(out)
                sys.stderr.write(err)
                yield code
    except BrokenProcessPool as error:
        raise QuizgenError(
            "a process ended before its work was done; what was made before is whole.",
            fix="Was there too little memory? Try with fewer --jobs.",
        ) from error


def _leave_ctrl_c() -> None:
    """Let the process that was started by the person be the one that stops."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _kept(work: Work, task: Sequence[object]) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = work(*task)
    return code, out.getvalue(), err.getvalue()
