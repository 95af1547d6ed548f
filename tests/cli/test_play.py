"""``quizgen play`` and the opening, as processes without a terminal."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

BANK = """\
quizgen: 1
id: bridge-talk
title: A talk about the bridge
source: talk.txt
questions:
- question: When did they meet?
  answer: On Monday
  wrong:
  - On Tuesday
  - On Sunday
  topic: talks
  from: We met on Monday
  id: mmmmmmmm
- question: The council will vote on Friday.
  answer: true
  topic: council
  from: The council will vote on Friday
  id: vvvvvvvv
- question: Who wants to build the bridge?
  answer: Mr Lund
  difficulty: hard
  id: wwwwwwww
"""
TRANSCRIPT = """\
A talk about the bridge

Question: Mrs Reed, did you meet?

Anna Reed: We met on Monday. It was not a long talk. Nothing came of it.

Question: And what will it cost?

Anna Reed: Nobody knows yet. The council will vote on Friday. We expect nine million.
"""
ANSWERS = {"meet": "On Monday", "council": "true", "bridge": "Mr Lund"}


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "banks"
    folder.mkdir()
    (folder / "talk.txt").write_text(TRANSCRIPT, encoding="utf-8")
    path = folder / "talk.yaml"
    path.write_text(BANK, encoding="utf-8")
    return path


def quizgen(*words: object, typed: str = "", **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "quizgen", *map(str, words)],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        **more,  # type: ignore[call-overload]
    )


def verdicts(output: str) -> list[str]:
    return [line for line in output.splitlines() if re.match("Right|Wrong", line)]


def test_a_session_from_a_pipe_is_played_and_kept(bank: Path, sealed: Path) -> None:
    done = quizgen("play", bank, "--seed", 1, typed="On Monday\ntrue\nMr Lund\n" * 3)
    assert (done.returncode, len(verdicts(done.stdout))) == (0, 3), done
    assert "| > We met on Monday." in done.stdout
    assert "Anna Reed, line 5" in done.stdout
    database = sqlite3.connect(sealed / "history.db")
    rows = database.execute("SELECT item, right FROM answers").fetchall()
    database.close()
    right = sum(line.startswith("Right") for line in verdicts(done.stdout))
    assert len(rows) == 3
    assert sum(one for _, one in rows) == right
    assert f"{right} of 3 right." in done.stdout


def test_the_dialogue_goes_line_by_line(bank: Path) -> None:
    """A program on the other side of a pipe sees each prompt before it must answer."""
    process = subprocess.Popen(
        [sys.executable, "-m", "quizgen", "play", str(bank), "--plain", "--seed", "3"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdin is not None
    assert process.stdout is not None
    asked, heard = "", []
    for line in process.stdout:
        if re.match(r"\d of 3\. ", line):
            asked = line
        if line.startswith("Your answer"):
            process.stdin.write(next(a for sign, a in ANSWERS.items() if sign in asked) + "\n")
            process.stdin.flush()
        if re.match("Right|Wrong", line):
            heard.append(line)
    process.communicate()
    assert process.returncode == 0
    assert len(heard) == 3
    assert all(line.startswith("Right") for line in heard)


def test_the_end_of_the_input_is_no_failure(bank: Path) -> None:
    done = quizgen("play", bank)
    assert done.returncode == 0
    assert "Nothing was answered." in done.stdout
    assert "Traceback" not in done.stderr


def test_conditions_choose_the_questions(bank: Path) -> None:
    assert "1 of 1. The council" in quizgen("play", bank, "--topic", "Council").stdout
    assert "1 of 1. Who wants" in quizgen("play", bank, "--difficulty", "hard").stdout
    assert "1 of 2. " in quizgen("play", bank, "--count", 2).stdout
    nothing = quizgen("play", bank, "--topic", "weather")
    assert (nothing.returncode, nothing.stdout) == (2, "")
    assert "nothing to ask" in nothing.stderr


def test_learn_shows_the_text_first(bank: Path) -> None:
    lines = quizgen("play", bank, "--mode", "learn").stdout.splitlines()
    assert lines[0] == "Read this first:"
    assert "|   We met on Monday. It was not a long talk. Nothing came of it." in lines
    assert (
        "|   Nobody knows yet. The council will vote on Friday. We expect nine million."
        not in lines
    )


def test_a_session_is_taken_up_where_it_was_left(bank: Path) -> None:
    first = quizgen("play", bank, "--mode", "learn", typed="On Monday\n")
    assert "1 of 1 right." in first.stdout
    again = quizgen("play", bank, "--resume", typed="true\nMr Lund\n")
    assert "2 of 3. The council" in again.stdout
    assert "1 of 3. " not in again.stdout
    assert "3 of 3 right." in again.stdout
    assert "--resume" not in quizgen("play", bank).stderr


def test_a_session_left_behind_is_mentioned(bank: Path) -> None:
    quizgen("play", bank, "--mode", "learn", typed="On Monday\n")
    assert "--resume" in quizgen("play", bank).stderr


def test_a_bank_is_known_by_its_name(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "talk.yaml").write_text(BANK, encoding="utf-8")
    for name in ("talk", "tal", "bridge-talk", "BRIDGE"):
        done = quizgen("play", name, cwd=tmp_path)
        assert "A talk about the bridge" in done.stderr, done
    wrong = quizgen("play", "talkk", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "Did you mean “talk”?" in wrong.stderr


def test_the_opening_without_a_terminal_plays_at_once(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "talk.yaml").write_text(BANK, encoding="utf-8")
    done = quizgen(typed="", cwd=tmp_path)
    assert done.returncode == 0
    assert "questions. Type :help for help." in done.stderr
    assert "Your answer" in done.stdout


def test_broken_questions_cost_only_themselves(bank: Path) -> None:
    bank.write_text(BANK.replace("answer: On Monday", "answr: On Monday"), encoding="utf-8")
    done = quizgen("play", bank, typed="x\nx\nx\n")
    assert done.returncode == 0
    assert len(verdicts(done.stdout)) == 2
    assert "quizgen check" in done.stderr


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02binary", b"questions: 5\n", b"[[[["])
def test_a_file_that_is_no_bank_is_said(tmp_path: Path, content: bytes, sealed: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(content)
    done = quizgen("play", path, typed="1\n")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "bad.yaml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file_and_an_empty_folder_are_said(tmp_path: Path) -> None:
    for name in (tmp_path / "nothing.yaml", tmp_path):
        done = quizgen("play", name)
        assert done.returncode == 2
        assert str(name) in done.stderr


def test_a_data_folder_that_cannot_be_is_said_before_the_first_question(
    bank: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = quizgen("play", bank, env={**os.environ, "QUIZGEN_HOME": str(tmp_path / "file")})
    assert (done.returncode, done.stdout) == (2, "")
    assert "QUIZGEN_HOME" in done.stderr


def test_a_damaged_history_is_refused_and_left_alone(bank: Path, sealed: Path) -> None:
    (sealed / "history.db").write_bytes(b"")
    done = quizgen("play", bank, typed="1\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert (sealed / "history.db").read_bytes() == b""


def test_line_mode_loads_neither_the_app_nor_the_rules(bank: Path) -> None:
    code = (
        "import sys\n"
        "from quizgen.cli.main import main\n"
        f"assert main(['play', {str(bank)!r}, '--plain']) == 0\n"
        "heavy = {'textual', 'rich', 'quizgen.rules', 'quizgen.generate', 'numpy'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=b"", capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr


def test_text_that_is_no_utf_8_is_a_wrong_answer_and_no_crash(bank: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quizgen", "play", str(bank)],
        input=b"\xff\xfe\x00\n\xed\xa0\x80\n\x80\n",
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert len(verdicts(done.stdout.decode())) == 3


def test_a_transcript_is_sent_to_the_verb_that_makes_a_bank(bank: Path) -> None:
    talk = bank.with_name("talk.txt")
    done = quizgen("play", talk)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"quizgen generate {talk}" in done.stderr


def test_a_title_cannot_command_the_terminal(bank: Path) -> None:
    text = bank.read_text(encoding="utf-8")
    bank.write_text(
        text.replace("title: A talk about the bridge", 'title: "A \\e[2Jtalk\\x9b1m"'),
        encoding="utf-8",
    )
    done = quizgen("play", bank)
    assert done.returncode == 0
    assert "A �[2Jtalk�1m" in done.stderr
    assert not {"\x1b", "\x9b"} & {*done.stdout, *done.stderr}


def test_of_a_folder_what_is_no_bank_is_left_out(bank: Path) -> None:
    (bank.parent / "workflow.yaml").write_text("on: push\njobs: {}\n", encoding="utf-8")
    done = quizgen("play", bank.parent, "--count", 1)
    assert done.returncode == 0
    assert done.stdout.startswith("1 of 1. ")
    assert "workflow.yaml: 1 problem; it is left out" in done.stderr
    alone = quizgen("play", bank.parent / "workflow.yaml")
    assert alone.returncode == 2
    assert "does not look like a bank" in alone.stderr


def test_the_session_that_was_left_is_found_without_its_bank_and_by_its_mode(
    bank: Path, tmp_path: Path
) -> None:
    here = tmp_path / "questions"
    bank.parent.rename(here)
    left = quizgen("play", "talk", "--mode", "exam", typed="Mr Lund\n", cwd=tmp_path)
    assert "- 2 questions are not answered yet" in left.stdout
    other = quizgen("play", "--resume", "--mode", "cram", "--count", 1, cwd=tmp_path)
    assert "no session was left unfinished here" in other.stderr
    again = quizgen("play", "--resume", cwd=tmp_path)
    assert "A talk about the bridge; 3 questions" in again.stderr
    assert again.stdout.startswith("2 of 3. ")
