"""A folder of transcripts on a real Dask cluster: the same bytes, also where a worker dies."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from quizgen.generate.finished import NAME

SEED = Path(__file__).parents[2] / "seeds" / "g20-2017-putin-news-conference.txt"
PATIENCE = 60  # seconds for a process to start


@pytest.fixture
def talks(tmp_path):
    """A dozen transcripts, each another, and a file that is none."""
    folder = tmp_path / "talks"
    folder.mkdir()
    text = SEED.read_text(encoding="utf-8")
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(text[: 9000 + number], encoding="utf-8")
    (folder / "notes.txt").write_text("Nothing is said here.", encoding="utf-8")
    return folder


def started(stack, *words, cwd):
    process = subprocess.Popen(
        [sys.executable, "-m", *words],
        cwd=cwd,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


def until(ready, process):
    end = time.monotonic() + PATIENCE
    while not ready():
        assert process.poll() is None, "it ended"
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


@pytest.fixture
def cluster(tmp_path):
    """The address of a scheduler on loopback, and its two workers, which share no folder."""
    place = tmp_path / "scheduler.json"
    with ExitStack() as stack:
        scheduler = started(
            stack,
            *("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"),
            *("--no-dashboard", "--scheduler-file", str(place)),
            cwd=tmp_path,
        )
        until(lambda: place.exists() and place.read_text(encoding="utf-8").strip(), scheduler)
        address = json.loads(place.read_text(encoding="utf-8"))["address"]
        workers = []
        for name in ("one", "two"):
            (own := tmp_path / name).mkdir()
            words = (address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
            words += ("--host", "127.0.0.1", "--local-directory", str(own))
            workers.append(started(stack, "distributed.cli.dask_worker", *words, cwd=own))
        yield address, scheduler, workers


def generate(talks, output, *words, **more):
    command = [sys.executable, "-m", "quizgen", "generate", talks.name, "-o", output, *words]
    return subprocess.Popen(command, cwd=talks.parent, stderr=subprocess.PIPE, text=True, **more)


def banks(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != NAME}


def test_a_worker_that_is_killed_costs_no_bank(talks, cluster):
    address, _scheduler, workers = cluster
    here = generate(talks, "here", "--jobs", "1")
    here.communicate()
    assert here.returncode == 3
    run = generate(talks, "there", "--cluster", address)
    marks = talks.parent / "there" / NAME
    until(lambda: marks.exists() and marks.read_bytes().count(b"\n") > 2, run)
    workers[0].send_signal(signal.SIGKILL)
    _, err = run.communicate()
    assert run.returncode == 3, err
    assert "12 written, 1 without a bank" in err
    assert banks(talks.parent / "there") == banks(talks.parent / "here")


def test_a_cluster_can_be_made_here(talks):
    run = generate(talks, "there", "--cluster", "local", "--jobs", "2")
    _, err = run.communicate()
    assert run.returncode == 3, err
    assert "12 written" in err
    assert "Traceback" not in err


def test_no_scheduler_is_said(talks):
    run = generate(talks, "there", "--cluster", "tcp://127.0.0.1:1")
    _, err = run.communicate()
    assert run.returncode == 2
    assert "no Dask scheduler" in err
    assert not (talks.parent / "there").exists()


def test_a_scheduler_that_goes_away_is_said_and_costs_nothing_that_was_made(talks, cluster):
    address, scheduler, workers = cluster
    run = generate(talks, "there", "--cluster", address)
    marks = talks.parent / "there" / NAME
    until(lambda: marks.exists() and marks.read_bytes().count(b"\n") > 2, run)
    for worker in workers:
        worker.send_signal(signal.SIGSTOP)  # so that there is something left to lose
    scheduler.kill()
    _, err = run.communicate(timeout=PATIENCE)
    assert run.returncode == 2
    assert "was lost" in err
    again = generate(talks, "there", "--jobs", "2")
    _, err = again.communicate()
    assert "finished before" in err
