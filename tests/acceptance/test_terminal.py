"""A whole session in a real terminal, walked by keys through tmux."""

import os
import shlex
import signal
import sqlite3
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

BANK = """\
quizgen: 1
id: harbour
title: The harbour
source: talk.txt
questions:
- question: Who guards the quay?
  choices: [Inspectors, Soldiers, Nobody]
  answer: Inspectors
  from: Inspectors guard the quay
  id: aaaaaaa1
- question: The town pays for the ferry.
  answer: true
  from: The town pays for the ferry
  id: aaaaaaa2
- question: Who pays for the ferry?
  answer: The town
  from: Nobody else has offered
  id: aaaaaaa3
"""
TALK = """\
Question: Who guards the harbour quay in winter?

Ida Holm: Inspectors guard the quay. They have guarded it for a hundred years.

Question: And who pays for the ferry?

Ida Holm: The town pays for the ferry. Nobody else has offered a single coin.
"""


class Terminal:
    """A terminal of 80 columns by 24 lines, in which a command runs."""

    def __init__(self, *command, **environment):
        self.name = f"quizgen-{uuid.uuid4().hex[:8]}"
        words = [f"{key}={value}" for key, value in environment.items()]
        line = shlex.join(["env", *words, *map(str, command)])
        self._tmux("new-session", "-d", "-s", self.name, "-x", "80", "-y", "24", line)

    def _tmux(self, *words):
        done = subprocess.run(["tmux", *words], check=False, capture_output=True, encoding="utf-8")
        return done.stdout

    def press(self, *keys):
        for key in keys:
            self._tmux("send-keys", "-t", self.name, *([key] if len(key) > 1 else ["-l", key]))
            time.sleep(0.15)

    def shown(self):
        return self._tmux("capture-pane", "-p", "-t", self.name)

    def wait_for(self, text):
        end = time.monotonic() + 15
        while text not in self.shown():
            assert time.monotonic() < end, f"no “{text}” in:\n{self.shown()}"
            time.sleep(0.1)

    def kill(self):
        """End what runs in it as a crash does, at once and untold."""
        number = self._tmux("display-message", "-p", "-t", self.name, "#{pane_pid}")
        os.kill(int(number), signal.SIGKILL)
        self.close()

    def close(self):
        self._tmux("kill-session", "-t", self.name)


@pytest.fixture
def play(tmp_path, sealed):
    """Open the app on the bank in a terminal of its own, as often as wanted."""
    (tmp_path / "harbour.yaml").write_text(BANK, encoding="utf-8")
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    opened = []

    def start(*words):
        command = (sys.executable, "-m", "quizgen", "play", tmp_path / "harbour.yaml", *words)
        opened.append(Terminal(*command, QUIZGEN_HOME=sealed, PYTHONPATH=Path.cwd()))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


@pytest.fixture
def terminal(play):
    return play("--mode", "learn")


def count(sealed, table):
    database = sqlite3.connect(sealed / "history.db")
    number = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    database.close()
    return number


def test_a_session_is_read_answered_looked_up_left_and_counted(terminal, sealed):
    terminal.wait_for("Read this")
    time.sleep(0.5)
    terminal.press("Enter")
    terminal.wait_for("Who guards the quay?")
    terminal.press("2", "Enter")
    terminal.wait_for("✗ Wrong – the answer is Inspectors")
    terminal.press("o")
    terminal.wait_for("Ida Holm")
    terminal.press("Escape")
    terminal.wait_for("✗ Wrong")
    terminal.press("u")
    terminal.wait_for("Answer")
    terminal.press("1", "Enter")
    terminal.wait_for("✓ Right")
    terminal.press("n")
    terminal.wait_for("Read this")
    time.sleep(0.5)
    terminal.press("Enter")
    terminal.wait_for("The town pays for the ferry.")
    terminal.press("t", "Enter")
    terminal.wait_for("✓ Right")
    terminal.press("n")
    terminal.wait_for("Who pays for the ferry?")
    terminal.press(*"the twon", "Enter")
    terminal.wait_for("only it is spelt The town")
    terminal.press("n")
    terminal.wait_for("2 of 2 right  (1 taken back)")
    assert (count(sealed, "answers"), count(sealed, "undos")) == (4, 1)


@pytest.mark.parametrize("mode", ["practice", "exam", "due", "cram", "cards"])
def test_a_crash_costs_nothing_and_undo_reaches_back_over_it(play, sealed, mode):
    first = play("--mode", mode, "--seed", "3")
    first.wait_for("Who pays for the ferry?")
    time.sleep(0.5)
    first.press(*(["Enter", "3"] if mode == "cards" else ["z", "Enter"]))
    first.wait_for("Who guards" if mode in {"exam", "cards"} else "✗ Wrong")
    first.kill()
    assert count(sealed, "answers") == 1
    second = play("--mode", mode, "--resume")
    second.wait_for("Who guards the quay?")
    time.sleep(0.5)
    second.press("Left" if mode == "exam" else "C-z")
    second.wait_for("Who pays for the ferry?")
    assert count(sealed, "answers") == 1
    assert count(sealed, "undos") == (mode != "exam")


def test_two_windows_on_one_session_neither_lose_nor_count_twice(play, sealed):
    one = play("--mode", "practice", "--seed", "3")
    one.wait_for("Who pays for the ferry?")
    time.sleep(0.5)
    one.press(*"the town", "Enter")
    one.wait_for("✓ Right")
    other = play("--resume")
    other.wait_for("Who guards the quay?")
    one.press("n")
    one.wait_for("Who guards the quay?")
    one.press("1", "Enter")
    one.wait_for("✓ Right")
    other.press("2", "Enter")
    other.wait_for("continued in another window")
    assert count(sealed, "answers") == 2
    one.press("n")
    one.wait_for("2 of 2 right")
    assert count(sealed, "answers") == 2
