"""From what is typed to a bank."""

from pathlib import Path

import pytest

from quizgen.library.resolve import resolve, resolve_one
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
    [
        *("questions/harbour.yaml", "questions/harbour", "harbour", "HARBOUR", "quay-talk", "quay"),
        *("har", "About quay-talk", "about q", "y-talk"),
    ],
)
def test_path_name_id_and_beginning_find_the_same_bank(name: str) -> None:
    (found,) = resolve(name)
    assert found.title == "About quay-talk"


def test_where_one_bank_is_wanted_a_folder_lists_its_banks(questions: Path) -> None:
    assert resolve_one("harbour").title == "About quay-talk"
    with pytest.raises(UsageError, match="is a folder") as caught:
        resolve_one(questions)
    assert str(questions / "harbour.yaml") in caught.value.fix


def test_a_folder_means_all_its_banks(questions: Path) -> None:
    assert [one.path.stem for one in resolve(questions)] == ["bridge-1", "bridge-2", "harbour"]


def test_a_beginning_of_two_names_is_asked_back() -> None:
    with pytest.raises(UsageError, match="“bridge” could be any of 2 banks") as caught:
        resolve("bridge")
    listed = [line.strip() for line in caught.value.fix.splitlines()]
    one, two = (str(Path("questions") / f"bridge-{n}.yaml") for n in (1, 2))
    assert listed == [
        "Name one of them by its path:",
        f"{one}: About first",
        f"{two}: About second",
    ]


def test_of_two_banks_of_one_name_the_paths_are_told(questions: Path, sealed: Path) -> None:
    own = sealed / "questions" / "harbour.yaml"
    own.parent.mkdir()
    own.write_text(BANK.format(id="other"), encoding="utf-8")
    with pytest.raises(UsageError, match="2 banks") as caught:
        resolve("harbour")
    assert str(own) in caught.value.fix
    assert str(Path("questions") / "harbour.yaml") in caught.value.fix
    (found,) = resolve(str(own))
    assert found.title == "About other"


def test_of_many_banks_some_are_told_and_how_many_there_are(questions: Path) -> None:
    for at in range(12):
        (questions / f"talk-{at}.yaml").write_text(BANK.format(id=f"t{at}"), encoding="utf-8")
    with pytest.raises(UsageError, match="12 banks") as caught:
        resolve("talk")
    assert caught.value.fix.count("\n") == 11
    assert caught.value.fix.endswith("… and 2 more")


def test_a_whole_name_comes_before_a_longer_one(questions: Path) -> None:
    (questions / "har.yaml").write_text(BANK.format(id="short"), encoding="utf-8")
    (found,) = resolve("har")
    assert found.title == "About short"


def test_an_unknown_name_gets_the_closest(questions: Path) -> None:
    with pytest.raises(UsageError, match="no bank “harbor”") as caught:
        resolve("harbor")
    assert "“harbour”" in (caught.value.fix or "")
    with pytest.raises(FileError, match="there is no file"):
        resolve(questions / "harbor.yaml")
