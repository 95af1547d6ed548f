"""``quizgen generate FOLDER --cluster``: the work done past one machine, on a Dask cluster.

The workers need the same quizgen and nothing else: transcripts travel to them and banks
travel back, so that no folder has to be shared. The scheduler gives the jobs of a worker
that dies to others.
"""

from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import quizgen
from quizgen.cli.workers import AHEAD
from quizgen.generate.crew import Crew
from quizgen.generate.job import Job, Made, do
from quizgen.model.errors import QuizgenError, UsageError

if TYPE_CHECKING:
    from distributed import Client

LOCAL = "local"
_WAIT = 10  # seconds for a scheduler, and for its first worker
_MISSING = "pip install “quizgen[cluster]”"


@contextmanager
def crew_of(address: str, processes: int) -> Iterator[Crew]:
    """The workers of the cluster at ``address``, or of one made here with so many processes.

    Raises:
        QuizgenError: the cluster was lost while it worked.
        UsageError: Dask is not installed, there is no cluster, or it lacks this quizgen.
    """
    try:
        from distributed import Client, KilledWorker, LocalCluster
    except ImportError:
        raise UsageError(
            "a cluster needs Dask, which is not installed.", fix=f"Install it: {_MISSING}"
        ) from None
    with ExitStack() as stack:
        if address == LOCAL:
            made = LocalCluster(processes, threads_per_worker=1, dashboard_address=None)
            address = stack.enter_context(made).scheduler_address
        client = stack.enter_context(_joined(Client, address))
        width = _at_work(client, address)
        try:
            yield Crew(
                partial(_hired, client),
                width * AHEAD,
                partial(_do, quizgen.__version__),
                (KilledWorker,),
            )
        except CancelledError as error:
            raise QuizgenError(
                f"the cluster at {address} was lost; what was made before is whole.",
                fix="The same command goes on from here, with a cluster or without one.",
            ) from error


def _joined(client: "type[Client]", address: str) -> "Client":
    try:
        return client(address, timeout=_WAIT)
    except (TimeoutError, OSError, ValueError) as error:
        raise UsageError(
            f"there is no Dask scheduler at “{address}”: {error}.",
            fix="Give its address, as tcp://192.0.2.1:8786, or “local” for a cluster here.",
        ) from error


def _at_work(client: "Client", address: str) -> int:
    """How many jobs the workers can do at once; they must have quizgen as it is here."""
    try:
        client.wait_for_workers(1, timeout=_WAIT)
    except TimeoutError as error:
        raise UsageError(
            f"the cluster at {address} has no workers.", fix="Start some: dask worker ADDRESS"
        ) from error
    try:
        versions = set(client.run(_version).values())
    except ImportError as error:
        versions = {f"none ({error})"}
    if others := versions - {quizgen.__version__}:
        raise UsageError(
            f"the workers at {address} have another quizgen: {', '.join(sorted(others))}.",
            fix=f"Install quizgen {quizgen.__version__} where they run.",
        )
    return sum(client.nthreads().values())


@contextmanager
def _hired(client: "Client") -> Iterator[Executor]:
    executor: Any = client.get_executor(pure=False)
    try:
        yield executor
    finally:
        executor.shutdown(wait=False)  # of what is finished nothing is left to cancel


def _version() -> str:
    return quizgen.__version__


def _do(version: str, job: Job) -> Made | QuizgenError:
    """Do a job where the cluster runs, if the bytes will be those that they would be here.

    What is wrong with a transcript is handed back: an exception would fill the worker's log.
    """
    if version != quizgen.__version__:
        return UsageError(
            f"a worker has quizgen {quizgen.__version__}, not {version}.",
            fix=f"Install quizgen {version} where the workers run.",
        )
    try:
        return do(job)
    except QuizgenError as error:
        return error
