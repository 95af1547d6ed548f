"""Processes are killed while they answer: whatever they were told is safe must be there.

``make acceptance`` kills a thousand (tests/acceptance/test_crashes.py).
"""

import subprocess
import sys
from pathlib import Path

from quizgen.history.open import open_history

from .talks import take

CRASHES = Path(__file__).with_name("crashes.py")


def test_no_acknowledged_answer_is_lost_however_often_it_crashes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, CRASHES, tmp_path, "40", "1"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 40


def test_a_session_goes_on_where_the_process_was_killed(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, sys\n"
        "sys.path.insert(0, sys.argv[2])\n"
        "from crashes import BANK, Sitting, open_history\n"
        "history = open_history(pathlib.Path(sys.argv[1]))\n"
        "sitting = Sitting.start([BANK], history=history, count=40)\n"
        "for _ in range(7):\n"
        "    sitting.answer('x')\n"
        "    sitting.advance()\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path, CRASHES.parent], check=False)
    with open_history(tmp_path) as history:
        (left,) = history.unfinished("me")
        assert (left.answered, left.total) == (7, 40)
        assert history.load(left.session).resumed().position == 7


def test_two_writers_at_once_keep_every_answer(tmp_path: Path) -> None:
    code = (
        "import pathlib, sys\n"
        "sys.path.insert(0, sys.argv[2])\n"
        "from crashes import BANK, Sitting, open_history\n"
        "with open_history(pathlib.Path(sys.argv[1])) as history:\n"
        "    for _ in range(3):\n"
        "        sitting = Sitting.start([BANK], history=history, count=40)\n"
        "        while sitting.current:\n"
        "            sitting.answer('x')\n"
        "            sitting.advance()\n"
    )
    command = [sys.executable, "-c", code, tmp_path, CRASHES.parent]
    writers = [subprocess.Popen(command) for _ in range(2)]
    assert [writer.wait() for writer in writers] == [0, 0]
    with open_history(tmp_path) as history:
        (totals,) = history.totals()
        assert (totals.answers, totals.sessions) == (240, 6)
        take(history, "On Monday")
