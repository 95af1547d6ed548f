"""What each verb loads, seen in a process of its own: start-up stays fast only by test."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED = "seeds/g20-2017-putin-news-conference.txt"
BANK = "questions/g20-2017-putin-news-conference.yaml"
WATCHED = """
import sys
from quizgen.cli.main import main
code = main(sys.argv[1:])
print("\\n#", *sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def loaded_by(*words, code=0):
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *words],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stderr
    return set(done.stderr.rsplit("\n#", 1)[1].split())


def test_the_version_loads_next_to_nothing():
    loaded = loaded_by("--version")
    assert {name for name in loaded if name.startswith("quizgen")} == {
        "quizgen",
        "quizgen.cli",
        "quizgen.cli.main",
        "quizgen.cli.streams",
    }
    assert not loaded & {"argparse", "dataclasses", "importlib.metadata", "pathlib", "re"}


def test_generate_loads_no_interface():
    assert not loaded_by("generate", SEED, "--dry-run") & {"textual", "rich", "sqlite3"}


def test_check_loads_neither_interface_nor_rules():
    heavy = {"nupunkt", "numpy", "rapidfuzz", "snowballstemmer"}
    for words in (("check", BANK), ("check", BANK, "--bots")):
        assert not loaded_by(*words) & {"textual", "rich", "quizgen.rules", *heavy}


def test_check_against_the_transcript_loads_no_interface():
    assert not loaded_by("check", BANK, "--source") & {"textual", "rich", "numpy", "sqlite3"}


def test_a_session_in_plain_lines_loads_neither_interface_nor_rules():
    loaded = loaded_by("play", BANK, "--plain")
    assert not loaded & {"textual", "rich", "quizgen.rules", "quizgen.generate"}


def test_what_was_answered_is_shown_without_anything_that_grades(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path))
    assert not loaded_by("stats") & {"textual", "rich", "rapidfuzz", "yaml", "quizgen.rules"}
