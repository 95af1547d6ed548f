"""``quizgen check`` as people, editors and build servers use it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.cli.main import main

GOOD = "quizgen: 1\nquestions:\n- question: Q?\n  answer: A\n  wrong: [B, C]\n"
WARNED = GOOD + "- question: Did she?\n  answer: no\n"
BAD = GOOD + "- question: Who said: no?\n  answer: A\n"


def _bank(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_good_bank_has_no_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", _bank(tmp_path, "a.yaml", GOOD)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "1 bank, 1 question: nothing wrong.\n"


def test_a_problem_is_shown_with_its_line_a_caret_and_the_fix(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _bank(tmp_path, "a.yaml", BAD)
    assert main(["check", path]) == 1
    out, err = capsys.readouterr()
    message = "a colon followed by a space stands in text without quotes"
    assert out.splitlines() == [
        f"{path}:6:21: error: {message} (colon-in-text)",
        "    - question: Who said: no?",
        "                        ^",
        '    Put the text in quotes: - question: "Who said: no?"',
    ]
    assert err == "1 bank, 1 question: 1 error, 0 warnings.\n"


def test_warnings_change_the_exit_code_only_when_strict(tmp_path: Path) -> None:
    path = _bank(tmp_path, "a.yaml", WARNED)
    assert main(["check", path]) == 0
    assert main(["check", "--strict", path]) == 1


def test_a_folder_is_all_its_banks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = _bank(tmp_path, "a.yaml", BAD), _bank(tmp_path, "b.yaml", WARNED)
    assert main(["check", str(tmp_path), first]) == 1
    out, err = capsys.readouterr()
    assert out.index(first) < out.index(second)
    assert err == "2 banks, 3 questions: 1 error, 1 warning.\n"


def test_json_is_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _bank(tmp_path, "a.yaml", BAD)
    assert main(["check", "--format", "json", path]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["errors"], found["warnings"], found["questions"]) == (1, 0, 1)
    problem = found["banks"][0]["problems"][0]
    assert (problem["line"], problem["column"], problem["level"]) == (6, 21, "error")
    assert problem["code"] == "colon-in-text"


def test_github_is_for_build_servers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _bank(tmp_path, "a.yaml", BAD)
    assert main(["check", "--format", "github", path]) == 1
    out = capsys.readouterr().out
    assert out.startswith("::error file=")
    assert ",line=6,col=21,title=colon-in-text::a colon followed" in out
    assert out.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("missing.yaml", None, "there is no file"),
        ("binary.yaml", b"\x7fELF\0\xff", "is not a text file"),
        ("latin.yaml", b"title: caf\xe9\n", "line 1 holds a byte (0xe9)"),
    ],
)
def test_what_cannot_be_read_gives_2_and_the_rest_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, words: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    path = _bank(tmp_path, "z.yaml", BAD)
    assert main(["check", str(tmp_path / name), path]) == 2
    out, err = capsys.readouterr()
    assert "colon-in-text" in out
    assert words in err


def test_a_folder_without_banks_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert "there is no bank in the folder" in capsys.readouterr().err


def test_an_empty_file_is_a_problem_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", _bank(tmp_path, "a.yaml", "")]) == 1
    assert "there is nothing in this file (empty-file)" in capsys.readouterr().out


def test_a_long_line_is_shown_around_its_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stem = "word " * 100 + "said: no " + "word " * 100
    assert main(["check", _bank(tmp_path, "a.yaml", GOOD + f"- question: {stem}\n")]) == 1
    _, line, caret, _ = capsys.readouterr().out.splitlines()
    assert line[caret.index("^") - 4 : caret.index("^") + 1] == "said:"
    assert len(line) < 120


def test_neither_the_interface_nor_the_rules_are_loaded(tmp_path: Path) -> None:
    program = (
        "import sys; from quizgen.cli.main import main; main(sys.argv[1:])\n"
        "loaded = {'textual', 'rich', 'sqlite3', 'rapidfuzz', 'nupunkt', 'quizgen.rules',\n"
        "          'snowballstemmer', 'numpy', 'quizgen.transcripts'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)"
    )
    path = _bank(tmp_path, "a.yaml", GOOD)
    result = subprocess.run([sys.executable, "-c", program, "check", path], check=False)
    assert result.returncode == 0


def test_fix_mends_the_file_keeps_the_old_one_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _bank(tmp_path, "a.yaml", BAD)
    assert main(["check", "--fix", path]) == 0
    assert '- question: "Who said: no?"' in Path(path).read_text(encoding="utf-8")
    assert (tmp_path / "a.yaml.bak").read_text(encoding="utf-8") == BAD
    assert "1 place mended, 2 ids given" in capsys.readouterr().err


def test_fix_leaves_a_file_alone_that_needs_nothing(tmp_path: Path) -> None:
    text = GOOD + "  id: abc\n"
    path = Path(_bank(tmp_path, "a.yaml", text))
    assert main(["check", "--fix", str(path)]) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["a.yaml"]


def test_watch_checks_again_when_the_file_changes(tmp_path: Path) -> None:
    path = _bank(tmp_path, "a.yaml", GOOD)
    command = [sys.executable, "-m", "quizgen", "check", "--watch", path]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stderr is not None
        try:
            assert "nothing wrong" in process.stderr.readline()
            _bank(tmp_path, "a.yaml", WARNED)
            assert process.stderr.readline() == "\n"
            assert "1 warning" in process.stderr.readline()
        finally:
            process.kill()


def test_a_transcript_is_told_what_it_is_for(tmp_path, capsys):
    talk = tmp_path / "talk.txt"
    talk.write_text("Ann: Good morning.\n\nBob: Good evening.\n", encoding="utf-8")
    assert main(["check", str(talk)]) == 1
    assert f"make a bank of it: quizgen generate {talk}" in capsys.readouterr().err


def test_a_bank_can_be_named_as_elsewhere(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["check", "the-ferry-at-arlby"]) == 0
    assert main(["check", "no-such-bank"]) == 2
    assert "there is no bank “no-such-bank”" in capsys.readouterr().err
