"""What a path that is half typed may mean, over real folders."""

from pathlib import Path

import pytest

from quizgen.library.choosing import bank_for, completed, meant


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "seeds/mayor-2019.txt",
        "seeds/council.vtt",
        "seeds/ATTRIBUTION.md",
        "Notes.txt",
        "picture.png",
        "talks/one.txt",
        "talks/old/two.docx",
        ".hidden/three.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Ida Holm: Yes.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("quizgen.library.choosing.bundled_transcripts", lambda: tmp_path / "none")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Notes.txt", "council.vtt", "mayor-2019.txt"]),
        ("2019 mayor", ["mayor-2019.txt"]),
        ("t", ["Notes.txt", "council.vtt", "mayor-2019.txt", "talks"]),
        ("not", ["Notes.txt"]),  # once, though it is about and begins so
        ("talks/", ["old", "one.txt"]),
        ("talks/o", ["old", "one.txt"]),
        ("talks/ONE", ["one.txt"]),
        ("~/talks/old/", ["two.docx"]),
        (".h", [".hidden"]),
        ("nowhere/", []),
        ("a\0b/c", []),
    ],
)
def test_what_is_meant(typed: str, found: list[str]) -> None:
    assert [path.name for path in meant(typed)] == found


@pytest.mark.parametrize(
    ("typed", "longer"),
    [
        ("tal", "talks/"),
        ("talks/", "talks/o"),
        ("talks/on", "talks/one.txt"),
        ("note", "Notes.txt"),
        ("s", "seeds/"),
        ("~", "~/"),
        ("~/ta", "~/talks/"),
        ("nothing", "nothing"),
        ("talks/x", "talks/x"),
    ],
)
def test_what_is_clear_is_completed(typed: str, longer: str) -> None:
    assert completed(typed) == longer


def test_a_bank_made_from_another_transcript_of_that_name_is_left_alone(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(here / "home"))
    first, second = here / "talks" / "one.txt", here / "seeds" / "one.txt"
    target = bank_for(first)
    assert target == here / "home" / "questions" / "one.yaml"
    target.parent.mkdir(parents=True)
    target.write_text("quizgen: 1\nsource: ../../talks/one.txt\nquestions: []\n", encoding="utf-8")
    assert bank_for(first) == target
    assert bank_for(second) == target.with_name("one-2.yaml")
    target.write_text("- no bank at all: [", encoding="utf-8")
    assert bank_for(first) == target.with_name("one-2.yaml")
