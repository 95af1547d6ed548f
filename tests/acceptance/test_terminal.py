"""A whole session in a real terminal, walked by keys through tmux."""

import shlex
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

    def close(self):
        self._tmux("kill-session", "-t", self.name)


@pytest.fixture
def terminal(tmp_path, sealed):
    (tmp_path / "harbour.yaml").write_text(BANK, encoding="utf-8")
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    opened = Terminal(
        sys.executable,
        "-m",
        "quizgen",
        "play",
        tmp_path / "harbour.yaml",
        "--mode",
        "learn",
        QUIZGEN_HOME=sealed,
        PYTHONPATH=Path.cwd(),
    )
    yield opened
    opened.close()


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
    database = sqlite3.connect(sealed / "history.db")
    answers = database.execute("SELECT count(*) FROM answers").fetchone()[0]
    taken_back = database.execute("SELECT count(*) FROM undos").fetchone()[0]
    database.close()
    assert (answers, taken_back) == (4, 1)
