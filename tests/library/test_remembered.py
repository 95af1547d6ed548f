"""The last choice on a bank's page."""

import pytest

from quizgen.library.remembered import FILE_NAME, Remembered, remember, remembered


def test_a_choice_is_there_again(sealed):
    assert remembered("a") == Remembered()
    remember("a", Remembered("exam", {"topic": ("Syria", "Trade")}))
    remember("b", Remembered("cards"))
    assert remembered("a") == Remembered("exam", {"topic": ("Syria", "Trade")})
    assert remembered("b").mode == "cards"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', '{"a": {"chosen": 3}}', "\x00"])
def test_a_file_that_makes_no_sense_is_done_without(sealed, text):
    (sealed / FILE_NAME).write_text(text, encoding="utf-8")
    assert remembered("a") == Remembered()
    remember("a", Remembered("exam"))
    assert remembered("a").mode == "exam"


def test_a_folder_that_cannot_be_written_is_no_matter(sealed, monkeypatch):
    (sealed / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("QUIZGEN_HOME", str(sealed / "file" / "below"))
    remember("a", Remembered("exam"))
    assert remembered("a") == Remembered()
