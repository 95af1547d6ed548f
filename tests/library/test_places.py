"""Where things are looked for."""

from pathlib import Path

import pytest

from quizgen.library import places
from quizgen.model.errors import FileError


def make(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text("quizgen: 1\n", encoding="utf-8")


def test_the_variable_says_where_the_data_is(sealed: Path) -> None:
    assert places.data_folder() == sealed


def test_without_it_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIZGEN_HOME")
    assert places.data_folder().name == "quizgen"


def test_the_bundled_transcript_is_found() -> None:
    assert (places.bundled_transcripts() / "g20-2017-putin-news-conference.txt").is_file()


def test_banks_here_and_the_learners_own_are_found(
    tmp_path: Path, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "questions", "b.yaml", "a.yml", ".hidden.yaml", "notes.txt", "a.lock.json")
    make(sealed / "questions", "own.yaml")
    found = [path.name for path in places.find_banks() if not places.is_bundled(path)]
    assert found == ["a.yml", "b.yaml", "own.yaml"]


def test_a_checkouts_own_folder_is_not_listed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(places.bundled_questions().parent)
    found = places.find_banks()
    assert len(found) == len({path.resolve() for path in found})


def test_named_files_and_folders_are_taken(tmp_path: Path) -> None:
    make(tmp_path, "b.yaml", "a.yaml")
    assert places.find_banks([tmp_path / "b.yaml", tmp_path]) == [
        tmp_path / "b.yaml",
        tmp_path / "a.yaml",
    ]


def test_a_missing_path_and_an_empty_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="there is no file"):
        places.find_banks([tmp_path / "nothing.yaml"])
    with pytest.raises(FileError, match="there is no bank in the folder"):
        places.find_banks([tmp_path])
