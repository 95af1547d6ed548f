"""Banks from the cache: the same as read anew, and never out of date."""

from pathlib import Path

import pytest

from quizgen.bank import reader
from quizgen.bank.reader import read_bank
from quizgen.bank.writer import format_bank
from quizgen.library.places import bundled_banks, cache_folder
from quizgen.library.reading import bank_at, summary_of
from tests.bank import examples

BANK = """\
quizgen: 1
id: talk
title: A talk
questions:
- question: Who
  answer: Ann
  id: bcdfghjk
"""


def not_called(*_: object) -> None:
    raise AssertionError("the file was read as YAML again")


@pytest.mark.parametrize("path", bundled_banks(), ids=lambda path: path.stem)
def test_a_kept_bank_equals_the_one_that_was_read(path: Path, monkeypatch) -> None:
    read = read_bank(path)
    assert bank_at(path) == (read.bank, read.problems)
    monkeypatch.setattr(reader, "parse_bank", not_called)
    assert bank_at(path) == (read.bank, read.problems)


def test_every_kind_of_question_survives_with_its_place(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "kinds.yaml"
    path.write_text(format_bank(examples.BANK), encoding="utf-8")
    bank, problems = bank_at(path)
    monkeypatch.setattr(reader, "parse_bank", not_called)
    again, still = bank_at(path)
    assert (again, still) == (bank, problems)
    assert bank
    assert again
    assert [each.place for each in again.questions] == [each.place for each in bank.questions]


def test_an_edit_is_seen_at_once(tmp_path: Path) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text(BANK, encoding="utf-8")
    assert summary_of(path).title == "A talk"
    path.write_text(BANK.replace("A talk", "A walk"), encoding="utf-8")
    assert summary_of(path).title == "A walk"
    bank, _ = bank_at(path)
    assert bank
    assert bank.title == "A walk"


def test_problems_are_kept_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text(f"{BANK}  anser: Bob\n- question: Nothing else\n", encoding="utf-8")
    first = bank_at(path)[1]
    assert first
    assert bank_at(path)[1] == first
    assert (summary_of(path).errors, summary_of(path).items) == (
        sum(problem.level == "error" for problem in first),
        ("bcdfghjk",),
    )


def test_a_summary_makes_no_question(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text(f"{BANK}  skip: true\n- question: And who\n  answer: Bob\n", encoding="utf-8")
    first = summary_of(path)
    monkeypatch.setattr(reader, "parse_bank", not_called)
    assert summary_of(path) == first
    assert len(first.items) == 1
    assert first.items[0].startswith("~")


def test_copies_under_other_names_keep_their_own(tmp_path: Path) -> None:
    text = BANK.replace("title: A talk\n", "").replace("id: talk\n", "")
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    bank_at(tmp_path / "one.yaml")
    assert bank_at(tmp_path / "two.yaml")[0] == read_bank(tmp_path / "two.yaml").bank


def test_without_a_cache_everything_works(tmp_path: Path) -> None:
    cache_folder().parent.mkdir(parents=True, exist_ok=True)
    cache_folder().write_text("in the way", encoding="utf-8")
    path = tmp_path / "talk.yaml"
    path.write_text(BANK, encoding="utf-8")
    for _ in range(2):
        assert bank_at(path)[0] == read_bank(path).bank
