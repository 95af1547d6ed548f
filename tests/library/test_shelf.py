"""Banks as the learner sees them."""

from pathlib import Path

import pytest

from quizgen.library import shelf
from quizgen.library.places import bundled_banks
from quizgen.model.errors import UsageError

BANK = """\
quizgen: 1
title: A talk
source: ../seeds/talk.txt
questions:
- question: Who
  answer: Ann
"""


def test_a_bank_knows_its_title_and_where_its_transcript_should_lie(tmp_path: Path) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text(BANK, encoding="utf-8")
    shelved = shelf.shelve(path)
    assert (shelved.title, shelved.errors, shelved.read_only) == ("A talk", 0, False)
    assert shelved.transcript_path == tmp_path / "../seeds/talk.txt"


def test_a_bad_question_is_counted_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text(f"{BANK}- question: Nothing else\n", encoding="utf-8")
    shelved = shelf.shelve(path)
    assert shelved.errors == 1
    assert shelved.bank is not None
    assert len(shelved.bank.questions) == 1


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00\x00\x81", b"[[[["])
def test_an_unusable_file_stays_listed_under_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.yaml"
    path.write_bytes(content)
    (shelved,) = shelf.load([tmp_path])
    assert (shelved.bank, shelved.title) == (None, "broken.yaml")
    assert shelved.problems
    assert shelved.transcript_path is None


def test_bundled_banks_are_read_only_and_have_their_transcripts() -> None:
    for path in bundled_banks():
        shelved = shelf.shelve(path)
        assert shelved.read_only
        assert shelved.transcript_path is not None
        assert shelved.transcript_path.is_file()


def test_the_first_playable_bank_has_something_to_ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "find_banks", lambda: [tmp_path / "a.yaml", tmp_path / "b.yaml"])
    (tmp_path / "a.yaml").write_text("quizgen: 1\nquestions: []\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(BANK, encoding="utf-8")
    assert shelf.first_playable().path.name == "b.yaml"
    (tmp_path / "b.yaml").unlink()
    with pytest.raises(UsageError, match="no bank of questions"):
        shelf.first_playable()
