"""The README keeps its word: its commands run, its links lead somewhere."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
COMMANDS = [line.split("#")[0].strip() for block in BLOCKS for line in block.splitlines()]


def test_the_first_command_is_the_quiz():
    assert COMMANDS[:2] == ["make play", "make test"]


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.startswith("make ")])
def test_a_make_command_has_its_target(command):
    assert re.search(rf"^{command.split()[1]}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("command", [c for c in COMMANDS if not c.startswith("make ")])
def test_a_quizgen_command_does_what_it_says(command, tmp_path):
    program, *words = shlex.split(command)
    assert program == "quizgen"
    for folder in ("seeds", "questions"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    done = subprocess.run(
        [sys.executable, "-m", "quizgen", *words],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    would_change = "--dry-run" in words
    assert done.returncode in ({0, 1} if would_change else {0}), done.stderr


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_a_link_leads_to_a_file(link):
    assert (ROOT / link).is_file()
