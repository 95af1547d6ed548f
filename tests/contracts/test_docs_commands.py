"""The pages of docs/ keep their word: their commands run, one after the other, as printed."""

import io
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from quizgen.cli.main import main

ROOT = Path(__file__).parents[2]
PAGES = ("teachers", "formats", "history", "corpora", "study")
RESTORED = "quizgen history restore"


def commands(page: str) -> list[str]:
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A fresh checkout with a folder of transcripts and one of results that were handed in."""
    for folder in ("seeds", "questions"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", f"{sys.executable} -c ''")
    Path("talks").mkdir()
    shutil.copy(next(Path("seeds").glob("g20*.txt")), "talks/talk.txt")
    Path("class").mkdir()
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_run_as_printed(page, checkout, sealed, capsys, monkeypatch):
    for command in commands(page):
        program, *words = shlex.split(command)
        if program == "pip" or "--cluster" in words:
            continue  # of other programs
        assert program == "quizgen"
        if "BACKUP" in words:
            words[-1] = str(min((sealed / "backups").glob("history-*.db")))
        elif command == RESTORED:
            (sealed / "history.db").write_bytes(b"no database")
        elif "/media/old/history.db" in words:
            old = shutil.copy(sealed / "history.db", "old.db")
            words = [str(old) if word.startswith("/media/") else word for word in words]
        elif "class/*.json" in words:
            shutil.move("anna.json", "class")
            words = [word.replace("*", "anna") for word in words]
        monkeypatch.setattr(sys, "stdin", io.StringIO("1\n1\n"))
        assert main(words) == 0, (command, capsys.readouterr())
