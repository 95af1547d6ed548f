"""Those who do the work of ``generate``: this process, others beside it, or a cluster."""

import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager
from multiprocessing import get_context, parent_process
from threading import Thread, active_count
from typing import ParamSpec, TypeVar

from quizgen.generate.crew import Crew

P = ParamSpec("P")
T = TypeVar("T")

AHEAD = 4
"""Jobs under way for each process, so that none is idle while a bank is written."""


class InTurn(Executor):
    """Does each job when it is submitted, in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do it; a failure is the future's, as with every executor."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whatever it is, its reader will meet it
            future.set_exception(error)
        return future


def crew_here(processes: int) -> Crew:
    """Workers in so many processes; a single one is this one."""
    if processes < 2:
        return Crew(InTurn, 1)

    def hire() -> AbstractContextManager[Executor]:
        return ProcessPoolExecutor(
            processes,
            mp_context=get_context(_start()),
            initializer=_begin,
        )

    return Crew(hire, processes * AHEAD)


def _start() -> str:
    """How a worker comes to be: by a fork, which has rules and words loaded already.

    A fork is safe only where no other thread runs in this process. On systems other than
    Linux their own libraries may have begun some.
    """
    return "fork" if sys.platform == "linux" and active_count() == 1 else "spawn"


def _begin() -> None:
    """What a process does before its first job."""
    # The process that the person started is the one that stops.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process that gives the jobs is gone, also where it was killed."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
