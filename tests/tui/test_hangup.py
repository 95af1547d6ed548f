"""An app whose terminal was closed ends, though the signal went to somebody else."""

import os
import signal
import subprocess
import sys

import pytest

WAITING = """
import time
from quizgen.tui.hangup import ended_by_hangup
with ended_by_hangup():
    print("ready", flush=True)
    time.sleep(60)
"""
LEAVING = """
from quizgen.tui.hangup import ended_by_hangup
with ended_by_hangup():
    pass
"""


@pytest.fixture
def terminal():
    """The two ends of a terminal: what a person sees, and what a program reads."""
    pty = pytest.importorskip("pty")
    ends = pty.openpty()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue  # the test closed it


def test_it_ends_soon_after_its_terminal(terminal):
    seen, read = terminal
    app = subprocess.Popen([sys.executable, "-c", WAITING], stdin=read, stdout=subprocess.PIPE)
    assert app.stdout.readline() == b"ready\n"
    os.close(read)
    os.close(seen)
    assert app.wait(timeout=20) == -signal.SIGHUP
    app.stdout.close()


def test_it_may_end_before(terminal):
    _seen, read = terminal
    assert subprocess.run([sys.executable, "-c", LEAVING], stdin=read, check=False).returncode == 0
