"""From what is typed to a bank."""

from pathlib import Path

import pytest

from quizgen.library.resolve import resolve
from quizgen.model.errors import FileError, UsageError

BANK = "quizgen: 1\nid: {id}\ntitle: About {id}\nquestions:\n- question: Who\n  answer: Ann\n"


@pytest.fixture(autouse=True)
def questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three banks in ``questions/`` of the working folder."""
    folder = tmp_path / "questions"
    folder.mkdir()
    for name, key in (("harbour", "quay-talk"), ("bridge-1", "first"), ("bridge-2", "second")):
        (folder / f"{name}.yaml").write_text(BANK.format(id=key), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.parametrize(
    "name",
    ["questions/harbour.yaml", "harbour", "HARBOUR", "quay-talk", "quay", "har"],
)
def test_path_name_id_and_beginning_find_the_same_bank(name: str) -> None:
    (found,) = resolve(name)
    assert found.title == "About quay-talk"


def test_a_folder_means_all_its_banks(questions: Path) -> None:
    assert [one.path.stem for one in resolve(questions)] == ["bridge-1", "bridge-2", "harbour"]


def test_a_beginning_of_two_names_is_asked_back() -> None:
    with pytest.raises(UsageError, match="could be any of “bridge-1”, “bridge-2”"):
        resolve("bridge")


def test_a_whole_name_comes_before_a_longer_one(questions: Path) -> None:
    (questions / "har.yaml").write_text(BANK.format(id="short"), encoding="utf-8")
    (found,) = resolve("har")
    assert found.title == "About short"


def test_an_unknown_name_gets_the_closest(questions: Path) -> None:
    with pytest.raises(UsageError, match="no bank “harbor”") as caught:
        resolve("harbor")
    assert "“harbour”" in (caught.value.fix or "")
    with pytest.raises(FileError, match="no such file"):
        resolve(questions / "harbor.yaml")
