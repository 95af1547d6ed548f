"""``quizgen import``: what comes in, what is listed, what is never replaced."""

import pytest

from quizgen.cli.main import main

GIFT = "Which is the longest?{=Nile ~Rhine#Shorter.}\n\nHow many?{#about 5}\n\nIt flows.{T}\n"


@pytest.fixture
def given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.txt").write_text(GIFT, encoding="utf-8")
    return tmp_path


def test_good_rows_come_in_and_bad_ones_are_listed_with_their_line(given, capsys):
    assert main(["import", "old.txt", "-o", "rivers.yaml"]) == 3
    said = capsys.readouterr().err
    assert "old.txt:3: left out: “about 5” is not a number" in said
    assert "2 questions read as gift, kept in rivers.yaml" in said
    assert (given / "quizgen-bank.schema.json").exists()
    assert main(["check", "--strict", "rivers.yaml"]) == 0


def test_without_a_fault_the_exit_code_is_0(given, capsys):
    (given / "fine.txt").write_text("It flows.{T}\n", encoding="utf-8")
    assert main(["import", "fine.txt"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("# yaml-language-server:")
    assert "title: fine" in out
    assert "-o BANK keeps them" in err


def test_a_bank_is_never_replaced_unasked(given, capsys):
    (given / "mine.yaml").write_text("mine", encoding="utf-8")
    assert main(["import", "old.txt", "-o", "mine.yaml"]) == 2
    assert "there already" in capsys.readouterr().err
    assert (given / "mine.yaml").read_text(encoding="utf-8") == "mine"
    assert main(["import", "old.txt", "-o", "mine.yaml", "--force"]) == 3
    assert (given / "mine.yaml.bak").read_text(encoding="utf-8") == "mine"


def test_nothing_that_can_come_in_is_an_error(given, capsys):
    (given / "bad.txt").write_text("How many?{#about 5}\n", encoding="utf-8")
    assert main(["import", "bad.txt", "-o", "x.yaml"]) == 2
    assert "holds no question" in capsys.readouterr().err
    assert not (given / "x.yaml").exists()


def test_the_format_and_the_title_may_be_said(given, capsys):
    assert main(["import", "old.txt", "--from", "gift", "--title", "Rivers"]) == 3
    assert "title: Rivers" in capsys.readouterr().out
    assert main(["import", "old.txt", "--from", "aiken"]) == 2


def test_a_missing_file_and_a_folder_are_said(given, capsys):
    assert main(["import", "none.txt"]) == 2
    assert main(["import", "."]) == 2
    assert main(["import", "old.txt", "-o", "."]) == 2
    assert "folder" in capsys.readouterr().err
