"""A process is killed while it answers: whatever it was told is safe must be there."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.history.open import open_history

ANSWERING = """
import pathlib, sys
from quizgen.history.open import open_history
from quizgen.library.shelf import ShelvedBank
from quizgen.model.bank import Bank
from quizgen.model.question import Short
from quizgen.sitting.sitting import Sitting

questions = tuple(Short(stem=f"{n}?", keys=("x",), id=f"item{n}") for n in range(500))
bank = ShelvedBank(pathlib.Path("b.yaml"), Bank(id="b", title="B", path="", questions=questions))
with open_history(pathlib.Path(sys.argv[1])) as history:
    sitting = Sitting.start([bank], history=history, count=500)
    while sitting.current:
        sitting.answer("x")
        print(sitting.session.last_answer.id, flush=True)
        sitting.advance()
"""


@pytest.mark.parametrize("seed", range(4))
def test_no_acknowledged_answer_is_lost(tmp_path: Path, seed: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", ANSWERING, str(tmp_path)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdout is not None
    told = [process.stdout.readline().strip() for _ in range(random.Random(seed).randint(1, 120))]
    process.kill()
    rest, _ = process.communicate()
    told += [line for line in rest.splitlines() if len(line) == 36]
    with open_history(tmp_path) as history:
        connection = history._connection
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = [row[0] for row in connection.execute("SELECT id FROM answers ORDER BY rowid")]
        (left,) = history.unfinished("me")
        resumed = history.load(left.session).resumed()
    assert kept[: len(told)] == told
    assert len(kept) <= len(told) + 1  # one may be safe that the process had no time to tell
    assert resumed.position == len(kept)
