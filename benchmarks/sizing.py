"""What a folder of transcripts costs, and hence what a million of them would take.

Measured: the speed of one process and of two, the most memory that a process takes, the room
of a bank and its lock file, and what each bank costs the process that gives the jobs. That
one reads the transcript, looks whether it is finished, sends it, takes what came back, and
writes it; it does so one bank after the other, which bounds the workers that it can feed.
"""

import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.pairs import environment, seconds
from benchmarks.rows.generating import folder_of
from benchmarks.samples import QUIZGEN
from quizgen.generate.delivery import deliver, fetch
from quizgen.generate.finished import Finished, Mark
from quizgen.generate.folder import transcripts_in
from quizgen.generate.job import Wishes, do

_FILES = 200  # so many that a process remembers as many sentences as it ever will
_LAUNCHER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""  # a process starts with the memory that its parent has taken, so that one must be small
_DRIVEN = 12  # of them, whose banks are made here to see what giving and taking costs


def measured() -> dict[str, Any]:
    """Measure; plain data: seconds, bytes and files."""
    folder = folder_of(_FILES)
    size = sum(file.stat().st_size for file in folder.iterdir())
    found: dict[str, Any] = {"files": _FILES, "bytes": size}
    for jobs in (1, 2):
        banks = Path(tempfile.mkdtemp())
        took, memory = _run(["generate", str(folder), "-o", str(banks), "--jobs", str(jobs)])
        found[f"seconds_{jobs}"], found[f"memory_{jobs}"] = took, memory
    found["bank_bytes"] = sum(file.stat().st_size for file in banks.rglob("*.*") if file.is_file())
    return found | _driver(folder)


def _run(words: list[str]) -> tuple[float, int]:
    """The seconds of a command, and the bytes of the largest of its processes."""
    done: list[str] = []

    def run() -> None:
        command = [sys.executable, "-c", _LAUNCHER, *QUIZGEN, *words]
        done.append(subprocess.check_output(command, env=environment(), encoding="utf-8"))

    took = seconds(run)
    return took, int(done[0]) * (1 if sys.platform == "darwin" else 1024)


def _driver(folder: Path) -> dict[str, Any]:
    """What the process that gives the jobs spends on a bank, and what making it takes."""
    banks = Path(tempfile.mkdtemp())
    driving, working, sent = [], [], b""
    with Finished(banks) as finished:
        for each in list(transcripts_in(folder, banks))[:_DRIVEN]:
            began = time.perf_counter()
            job = fetch(each.file, each.target, Wishes())
            finished.get(job)
            pickle.dumps(job)
            given = time.perf_counter()
            made = do(job)
            done = time.perf_counter()
            sent = pickle.dumps(made)
            came = time.perf_counter()
            deliver(job, pickle.loads(sent))
            finished.add(replace(job, bank=made.bank, lock=made.lock), Mark(made.count))
            driving.append(given - began + time.perf_counter() - came)
            working.append(done - given)
    return {
        "driver_seconds": statistics.median(driving[1:]),
        "work_seconds": statistics.median(working[1:]),  # the first one loads rules and words
        "sent_bytes": len(sent),
    }
