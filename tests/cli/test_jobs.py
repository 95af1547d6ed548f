"""``quizgen generate --jobs``: the same banks and the same words, in less time."""

import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.cli.main import main

SEED = Path(__file__).parents[2] / "seeds" / "g20-2017-putin-news-conference.txt"


@pytest.fixture
def talks(tmp_path, monkeypatch):
    """Three transcripts, and a file that is none."""
    folder = tmp_path / "talks"
    folder.mkdir()
    text = SEED.read_text(encoding="utf-8")
    half = len(text) // 2
    for name, words in (("a", text[:half]), ("b", text[half:]), ("c", "no"), ("d", text[:half])):
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return [f"talks/{name}.txt" for name in "abcd"]


def test_the_banks_and_the_words_are_the_same(talks, capsys):
    said, made = [], []
    for jobs in ("1", "2"):
        assert main(["generate", *talks, "-o", f"banks{jobs}", "--jobs", jobs]) == 2
        out, err = capsys.readouterr()
        said.append((out, err.replace(f"banks{jobs}", "banks")))
        made.append({path.name: path.read_bytes() for path in Path(f"banks{jobs}").iterdir()})
    assert said[0] == said[1]
    assert made[0] == made[1]
    assert {"a.yaml", "b.yaml", "d.yaml"} <= set(made[0])
    assert "c.txt" in said[0][1]


def test_two_transcripts_never_go_into_one_bank(talks, capsys):
    Path("more").mkdir()
    Path("more/a.txt").write_text("x", encoding="utf-8")
    assert main(["generate", "talks/a.txt", "more/a.txt"]) == 2
    assert "would both go into" in capsys.readouterr().err
    assert not Path("questions").exists()


def test_ctrl_c_stops_all_of_them_without_a_word_too_many(talks):
    program = (
        "import os, signal, sys, threading, time\n"
        "from quizgen.cli.main import main\n"
        "stop = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT))\n"
        "stop.daemon = True  # a run that is quicker is not kept waiting to be stopped at its end\n"
        "stop.start()\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    words = ["generate", *talks[:2], "-o", "banks", "--jobs", "2"]
    done = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=False
    )
    assert done.returncode in {0, 130}
    assert "Traceback" not in done.stderr
