"""Picking an exam from banks: the same questions, with the same history."""

from pathlib import Path

import pytest

from quizgen.bank.reader import read_bank
from quizgen.cli.main import main
from quizgen.history.open import open_history
from quizgen.library.places import bundled_questions, data_folder
from quizgen.library.shelf import shelve

BANK = bundled_questions() / "g20-2017-putin-news-conference.yaml"
SMALL = "quizgen: 1\nid: {id}\nquestions:\n- question: One {id}?\n  answer: a\n  wrong: [b]\n  tags: [t]\n  id: x1\n- question: Two {id}?\n  answer: c\n  wrong: [d]\n  id: x2\n"  # noqa: E501


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(SMALL.format(id=name), encoding="utf-8")
    return tmp_path


def _play(path, monkeypatch, capsys, answers: str) -> str:
    import io  # noqa: PLC0415
    import sys  # noqa: PLC0415

    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    assert main(["play", "--plain", str(path)]) == 0
    return capsys.readouterr().out


def test_questions_keep_their_ids_their_bank_and_their_passages(here, capsys):
    assert main(["pick", str(BANK), "--count", "6", "-o", "exams/exam.yaml"]) == 0
    assert "6 questions" in capsys.readouterr().err
    source, exam = read_bank(BANK).bank, read_bank(here / "exams" / "exam.yaml").bank
    known = {question.id: question for question in source.questions}
    assert exam.id == source.id
    assert len(exam.questions) == 6
    for question in exam.questions:
        other = known[question.id]
        assert (question.stem, question.evidence, question.made) == (
            other.stem, other.evidence, other.made)  # fmt: skip
    assert (here / "exams" / exam.source).is_file()
    assert exam.generate is None
    assert main(["check", "--strict", "exams/exam.yaml"]) == 0


def test_the_same_seed_picks_the_same_and_another_other_ones(here, capsys):
    def picked(*words):
        assert main(["pick", str(BANK), "--count", "5", *words]) == 0
        return capsys.readouterr().out

    assert picked() == picked()
    assert picked() != picked("--seed", "2")


def test_filters_choose_and_nothing_is_said_plainly(here, capsys):
    assert main(["pick", "one.yaml", "--tag", "t"]) == 0
    assert capsys.readouterr().out.count("- question:") == 1
    assert main(["pick", "one.yaml", "--topic", "nothing"]) == 2
    assert "nothing to ask" in capsys.readouterr().err


def test_an_exam_is_not_written_over(here, capsys):
    assert main(["pick", "one.yaml", "-o", "two.yaml"]) == 2
    assert "exists already" in capsys.readouterr().err
    assert read_bank(here / "two.yaml").bank.id == "two"
    assert main(["pick", "one.yaml", "-o", "two.yaml", "--force"]) == 0
    assert (here / "two.yaml.bak").exists()


def test_several_banks_are_named_and_their_histories_follow(here, capsys, monkeypatch):
    assert main(["pick", "one.yaml", "two.yaml", "-o", "exam.yaml"]) == 0
    exam = read_bank(here / "exam.yaml").bank
    assert [(one.bank, one.ids) for one in exam.include] == [
        ("one.yaml", ("x1", "x2")), ("two.yaml", ("x1", "x2"))]  # fmt: skip
    assert len(shelve(Path("exam.yaml")).questions) == 4
    capsys.readouterr()
    assert main(["check", "exam.yaml"]) == 0
    assert "4 questions: nothing wrong" in capsys.readouterr().err
    _play("exam.yaml", monkeypatch, capsys, "a\n\n" * 4)
    with open_history(data_folder()) as history:
        assert {row.bank for row in history.totals("me")} == {"one", "two"}


def test_a_folder_is_a_collection(here, capsys, monkeypatch):
    (here / "all.yaml").write_text("quizgen: 1\ninclude:\n- bank: more\n", encoding="utf-8")
    (here / "more").mkdir()
    for name in ("one", "two"):
        (here / f"{name}.yaml").rename(here / "more" / f"{name}.yaml")
    assert len(shelve(Path("all.yaml")).questions) == 4
    _play("more", monkeypatch, capsys, "")
    assert main(["pick", "more", "--count", "3"]) == 0
    assert capsys.readouterr().out.count("x1") >= 1


@pytest.mark.parametrize(
    ("include", "code", "exit_code"),
    [
        ("- bank: nowhere.yaml\n", "include", 1),
        ("- bank: self.yaml\n", "include", 1),
        ("- bank: one.yaml\n  ids: [x1, zz]\n", "unknown-id", 0),
        ("- one.yaml\n", None, 0),
    ],
)
def test_what_is_wrong_with_an_include_is_told(here, include, code, exit_code, capsys):
    (here / "self.yaml").write_text(f"quizgen: 1\ninclude:\n{include}", encoding="utf-8")
    assert main(["check", "self.yaml"]) == exit_code
    out = capsys.readouterr().out
    assert f"({code})" in out if code else not out.strip()
    if code:
        assert out.startswith("self.yaml:3:")


def test_an_item_in_two_banks_is_asked_once(here, capsys, monkeypatch):
    assert main(["pick", "one.yaml", "-o", "exam.yaml"]) == 0
    capsys.readouterr()
    import io  # noqa: PLC0415
    import sys  # noqa: PLC0415

    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(["play", "--plain", "one.yaml", "exam.yaml"]) == 0
    assert "2 questions" in capsys.readouterr().err
