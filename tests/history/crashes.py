"""Processes that are killed while they answer at full speed: ``python crashes.py FOLDER N SEED``.

Each round, a process opens the one history, answers as fast as it can and tells each answer's id
once it was acknowledged, until it is killed at a random moment. Then everything that was told
must be in the history, once, and the history must be sound. Prints how many answers were told.
"""

import os
import random
import select
import signal
import sqlite3
import sys
import time
from pathlib import Path

from quizgen.history.open import open_history
from quizgen.history.rebuild import differences
from quizgen.library.shelf import ShelvedBank
from quizgen.model.bank import Bank
from quizgen.model.question import Short
from quizgen.sitting.sitting import Sitting
from quizgen.study.schedule import Scheduler

QUESTIONS = tuple(Short(stem=f"{n}?", keys=("x",), id=f"item{n}") for n in range(40))
BANK = ShelvedBank(Path("b.yaml"), Bank(id="b", title="B", path="", questions=QUESTIONS))
LONGEST = 0.04
SEVERAL = 50  # rounds between two long looks
ID = 36


def answer(folder: Path, tell: int, chance: random.Random) -> None:
    """Answer session after session, now and then taking one back, until the end."""
    with open_history(folder) as history:
        while True:
            sitting = Sitting.start([BANK], history=history, count=len(QUESTIONS))
            while sitting.current:
                sitting.answer("x" if chance.random() < 0.7 else "no")
                last = sitting.session.last_answer
                assert last is not None
                os.write(tell, last.id.encode())
                if chance.random() < 0.1:
                    sitting.undo()
                    sitting.answer("x")
                sitting.advance()


def one_round(folder: Path, chance: random.Random) -> list[str]:
    """Start one that answers, kill it, and return what it had told."""
    hear, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        try:
            answer(folder, tell, chance)
        finally:
            os._exit(1)
    os.close(tell)
    if chance.random() < 0.8:  # the others are killed while they begin
        select.select([hear], [], [])
    time.sleep(chance.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    heard = b""
    while more := os.read(hear, 1 << 16):
        heard += more
    os.close(hear)
    text = heard.decode()
    return [text[at : at + ID] for at in range(0, len(text), ID)]


def verify(folder: Path, told: list[str], *, long_look: bool) -> None:
    """Whether all that was told is there once, and nothing is broken."""
    with open_history(folder) as history:
        connection: sqlite3.Connection = history.reader
        for key in told:
            found = connection.execute("SELECT count(*) FROM answers WHERE id = ?", (key,))
            assert found.fetchone() == (1,), key
        if long_look:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert differences(connection) == 0


def main(folder: Path, rounds: int, seed: int) -> None:
    """Kill ``rounds`` processes, one after the other."""
    chance = random.Random(seed)
    Scheduler(0.9)  # imports what the children need, once
    total = 0
    for number in range(1, rounds + 1):
        told = one_round(folder, chance)
        verify(folder, told, long_look=number % SEVERAL == 0 or number == rounds)
        total += len(told)
    sys.stdout.write(f"{total}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
