"""``quizgen history`` and ``play --submit``, run as people run them."""

import csv
import importlib
import io
import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.cli.command_line import CommandLine, parse

ROOT = Path(__file__).parents[2]
BANK = """\
quizgen: 1
id: bridge-talk
questions:
- question: When did they meet?
  answer: On Monday
  wrong: [On Tuesday, On Sunday]
  id: mmmmmmmm
- question: Who wants to build the bridge?
  answer: Mr Lund
  id: wwwwwwww
"""


def quizgen(
    *words: object, typed: str = "", home: Path | None = None
) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **({"QUIZGEN_HOME": str(home)} if home else {})}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "quizgen", *map(str, words)],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        env=env,
    )


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text(BANK, encoding="utf-8")
    return path


def play(bank: Path, typed: str, *words: object, home: Path | None = None) -> str:
    done = quizgen("play", bank, "--plain", "--mode", "learn", *words, typed=typed, home=home)
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_a_class_hands_in_and_the_teacher_tables_it(tmp_path: Path, bank: Path) -> None:
    files = []
    for name, typed in (("anna", "On Monday\nMr Lund\n"), ("ben", "On Sunday\nMr Lund\n")):
        files.append(tmp_path / f"{name}.json")
        words = ("--submit", files[-1], "--learner", name)
        said = play(bank, typed, *words, home=tmp_path / name)
        assert f"{name}.json now holds 1 session of “{name}”" in said
    again = play(
        bank, "On Monday\n", "--submit", files[1], "--learner", "ben", home=tmp_path / "ben"
    )
    assert "2 sessions" in again
    done = quizgen("history", "merge", *files, "--items", tmp_path / "items.csv")
    assert done.returncode == 0, done.stderr
    head, *rows = csv.reader(io.StringIO(done.stdout))
    assert head[:4] == ["learner", "attempt", "started", "mode"]
    assert [(row[0], row[1], *row[8:]) for row in rows] == [
        ("anna", "1", "1", "1"),
        ("ben", "1", "0", "1"),
        ("ben", "2", "1", ""),
    ]
    assert "2 questions, 2 learners who answered all" in done.stderr
    text = (tmp_path / "items.csv").read_text(encoding="utf-8")
    items = list(csv.DictReader(io.StringIO(text)))
    assert [(row["answers"], row["right"]) for row in items] == [("2", "1"), ("2", "2")]
    twice = quizgen("history", "merge", *files)
    assert twice.stdout == done.stdout
    assert "nothing new" in twice.stderr
    analysis = quizgen("stats", "--items", bank)
    assert f"{bank}:4: When did they meet?" in analysis.stdout
    figures = json.loads(quizgen("stats", "--items", bank, "--format", "json").stdout)
    assert figures["items"][0]["place"] == f"{bank}:4"
    assert figures["test"]["persons"] == 2


def test_a_file_that_is_something_else_is_refused_before_the_first_question(
    tmp_path: Path, bank: Path
) -> None:
    essay = tmp_path / "essay.json"
    essay.write_text("{}", encoding="utf-8")
    for name in (essay, tmp_path / "nowhere" / "x.json"):
        done = quizgen("play", bank, "--submit", name, typed="On Monday\n")
        assert (done.returncode, done.stdout) == (2, "")
    assert essay.read_text(encoding="utf-8") == "{}"


def test_a_damaged_history_is_mended(sealed: Path, bank: Path) -> None:
    play(bank, "On Monday\nMr Lund\n")
    backup = quizgen("history", "backup")
    assert backup.returncode == 0
    assert Path(backup.stdout.strip()).is_file()
    path = sealed / "history.db"
    path.write_bytes(path.read_bytes()[:20_000])
    told = quizgen("play", bank, typed="On Monday\n")
    assert told.returncode == 2
    assert "(2 answers)" in told.stderr
    assert "quizgen history restore" in told.stderr
    assert quizgen("history", "check").returncode == 2
    mended = quizgen("history", "restore")
    assert mended.returncode == 0
    assert "put back the backup of" in mended.stderr
    checked = quizgen("history", "check", "--rebuild")
    assert checked.returncode == 0
    assert "answers      2" in checked.stdout
    assert "as they were" in checked.stdout
    listed = quizgen("history", "backup", "--list")
    assert listed.stdout.splitlines()[0].endswith("(2 answers)")


def test_check_lists_what_no_bank_holds_any_more(bank: Path) -> None:
    play(bank, "On Monday\n")
    done = quizgen("history", "check")
    assert "1 answered question in no bank" in done.stdout
    assert "bridge-talk  mmmmmmmm  When did they meet?" in done.stdout
    figures = json.loads(quizgen("history", "check", "--format", "json").stdout)
    assert figures["orphans"][0]["item"] == "mmmmmmmm"
    assert figures["damage"] == []


def test_figures_that_went_wrong_are_found_and_mended(sealed: Path, bank: Path) -> None:
    play(bank, "On Monday\n")

    with sqlite3.connect(sealed / "history.db") as other:
        other.execute("UPDATE cards SET tries = 9")
    other.close()
    found = quizgen("history", "check")
    assert found.returncode == 1
    assert "1 row not as the answers have it" in found.stdout
    assert "1 row mended" in quizgen("history", "check", "--rebuild").stdout
    assert quizgen("history", "check").returncode == 0


def test_forgetting_asks_first(bank: Path) -> None:
    play(bank, "On Monday\n", "--learner", "Tom")
    assert quizgen("history", "forget", "Tom").returncode == 2
    assert "there is no learner" in quizgen("history", "forget", "Tim", "--yes").stderr
    done = quizgen("history", "forget", "Tom", "--yes")
    assert done.returncode == 0
    assert "1 answer removed" in done.stderr
    assert quizgen("stats").stdout == ""


def test_export_is_all_there_is(tmp_path: Path, bank: Path) -> None:
    play(bank, "On Monday\nnobody\n")
    rows = list(csv.DictReader(io.StringIO(quizgen("history", "export", "--format", "csv").stdout)))
    assert [(row["answer"], row["right answer"], row["right"]) for row in rows] == [
        ("On Monday", "On Monday", "1"),
        ("nobody", "Mr Lund", "0"),
    ]
    quizgen("history", "export", "-o", tmp_path / "all.json")
    there = quizgen("history", "merge", tmp_path / "all.json", home=tmp_path / "other")
    assert "2 new answers" in there.stderr
    assert quizgen("history", "export", "--learner", "nobody").returncode == 2


def test_wishes_are_kept_and_checked() -> None:
    done = quizgen("history", "wishes", "--retention", "85", "--new", "3", "--day-start", "5:00")
    assert done.returncode == 0
    assert "85%" in done.stdout
    assert "05:00" in quizgen("history", "wishes").stdout
    for words in (
        ["--retention", "40"],
        ["--new", "-1"],
        ["--day-start", "25:00"],
        ["--day-start", "5:30"],
    ):
        assert quizgen("history", "wishes", *words).returncode == 2


def test_where_it_is_and_how_it_fares(sealed: Path, bank: Path) -> None:
    assert quizgen("history").stdout == f"history   {sealed / 'history.db'}\n"
    play(bank, "On Monday\n")
    assert "1 answer to 1 bank by 1 learner" in quizgen("history").stdout


def test_a_bank_that_was_renamed_and_edited_keeps_its_dates(tmp_path: Path) -> None:
    bank = tmp_path / "talk.yaml"
    unnamed = "".join(line for line in BANK.splitlines(keepends=True) if "id:" not in line)
    bank.write_text(unnamed, encoding="utf-8")
    play(bank, "On Monday\nMr Lund\n")
    moved = tmp_path / "elsewhere" / "the bridge.yaml"
    moved.parent.mkdir()
    bank.rename(moved)
    assert "nothing is due" in quizgen("play", moved, "--mode", "due").stderr
    reworded = unnamed.replace("Who wants to build the bridge?", "Who asks for a bridge?")
    moved.write_text(reworded.replace("answer: On Monday", "answer: On a Monday"), encoding="utf-8")
    assert "nothing is due" in quizgen("play", moved, "--mode", "due").stderr
    named = moved.read_text(encoding="utf-8").replace("Lund\n", "Lund\n  id: bridge\n")
    moved.write_text(named, encoding="utf-8")
    assert "nothing is due" in quizgen("play", moved, "--mode", "due").stderr
    dates = json.loads(quizgen("stats", moved, "--dates", "--format", "json").stdout)
    assert [one["due"] for one in dates] == [dates[0]["due"]] * 2


def test_due_says_when_there_is_nothing(bank: Path) -> None:
    first = quizgen("play", bank, "--mode", "due", typed="On Monday\nMr Lund\n")
    assert first.returncode == 0
    again = quizgen("play", bank, "--mode", "due", typed="x\n")
    assert again.returncode == 2
    assert "nothing is due in “talk” today. The next question is due on" in again.stderr


def test_every_command_of_the_page_about_the_history_is_understood() -> None:
    page = (ROOT / "docs" / "history.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    commands = [shlex.split(line, comments=True) for line in "".join(blocks).splitlines()]
    assert len(commands) >= 9
    for program, verb, *words in commands:
        assert program == "quizgen"
        module = importlib.import_module(f"quizgen.cli.{verb}")
        parser = CommandLine(prog=verb, description="", example="")
        module.configure(parser)
        assert parse(parser, words)
