"""The long versions of what tests/history does in short: a thousand crashes, a minute of two."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizgen.history.open import open_history
from quizgen.history.rebuild import differences

HISTORY = Path(__file__).parents[1] / "history"
ANSWERING = """
import pathlib, sys, time
sys.path.insert(0, sys.argv[2])
from crashes import BANK, Sitting, open_history
until = time.monotonic() + float(sys.argv[3])
given = 0
with open_history(pathlib.Path(sys.argv[1])) as history:
    while time.monotonic() < until:
        sitting = Sitting.start([BANK], history=history, count=40)
        while sitting.current and time.monotonic() < until:
            sitting.answer("x")
            given += 1
            sitting.advance()
print(given)
"""


def test_a_thousand_processes_are_killed_and_no_answer_is_lost(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, HISTORY / "crashes.py", tmp_path, "1000", "2026"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 1000


@pytest.mark.parametrize(("writers", "seconds"), [(2, 60), (30, 10)])
def test_many_write_one_history_at_once(tmp_path: Path, writers: int, seconds: int) -> None:
    command = [sys.executable, "-c", ANSWERING, tmp_path, HISTORY, str(seconds)]
    began = time.monotonic()
    started = [
        subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") for _ in range(writers)
    ]
    given = [int(process.communicate()[0]) for process in started]
    assert [process.returncode for process in started] == [0] * writers
    assert time.monotonic() - began < 3 * seconds + 30
    with open_history(tmp_path) as history:
        assert sum(one.answers for one in history.totals()) == sum(given)
        assert sum(given) > 10 * writers
        assert differences(history.reader) == 0
        assert history.reader.execute("PRAGMA integrity_check").fetchone() == ("ok",)
