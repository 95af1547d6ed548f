"""Opening: a new history, one that is there, and every way in which a file can be bad."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.history import open as opening
from quizgen.history.log import History
from quizgen.history.open import FILE_NAME, open_history
from quizgen.model.errors import HistoryError
from quizgen.model.question import Short
from quizgen.study.session import Asked, Mode, Session


def filled(folder: Path, answers: int = 1) -> Path:
    with open_history(folder) as history:
        items = tuple(
            Asked("b", str(at), Short(stem=f"{at}? " + "words " * 50, keys=("x",)))
            for at in range(answers)
        )
        session = Session("s", history.learner("me", at=1), Mode.PRACTICE, 1, items)
        history.start(session, at=1)
        for at in range(answers):
            session = session.answer("x", id=f"a{at}", at=at, ms=1)
            history.append(session)
            session = session.advance()
    return folder / FILE_NAME


def test_a_new_history_is_whole_and_durable(tmp_path: Path) -> None:
    path = filled(tmp_path / "made" / "for it")
    with open_history(path.parent) as history:
        connection = history._connection
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert [file.name for file in path.parent.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize(
    "content",
    [b"", b"SQLite format 3\0", b"not a database at all\n" * 400, bytes(8192)],
    ids=["empty", "cut off", "text", "zeros"],
)
def test_a_damaged_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(content)
    with pytest.raises(HistoryError) as error:
        open_history(tmp_path)
    assert str(path) in error.value.message
    assert error.value.fix
    assert path.read_bytes() == content


def test_a_truncated_history_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = filled(tmp_path, 30)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(HistoryError, match="damaged"), open_history(tmp_path) as history:
        history.totals()
    assert path.read_bytes() == whole[: len(whole) // 2]


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("CREATE TABLE answers (id)")
    connection.commit()
    connection.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(HistoryError, match="no history of quizgen"):
        open_history(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_history_from_the_future_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(HistoryError, match="newer quizgen"):
        open_history(tmp_path)
    assert path.read_bytes() == before


def test_a_locked_history_is_said_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    path = filled(tmp_path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with open_history(tmp_path) as history:
        with pytest.raises(HistoryError, match="another program"):
            history.learner("new one", at=1)
        other.execute("ROLLBACK")
        assert history.learner("new one", at=1)
    other.close()


def test_a_place_that_cannot_be_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(HistoryError, match="cannot be kept here"):
        open_history(tmp_path / "file")


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(HistoryError, match="cannot be opened"):
        open_history(tmp_path)


def write_until_it_fails(history: History) -> None:
    for at in range(500):
        history.learner(f"learner {at}", at=at)


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    filled(tmp_path)
    with open_history(tmp_path) as history:
        pages = history._connection.execute("PRAGMA page_count").fetchone()[0]
        history._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(HistoryError, match="disk is full"):
            write_until_it_fails(history)
        assert history.session_count() == 1


def test_many_processes_make_one_history(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from quizgen.history.open import open_history\n"
        "with open_history(pathlib.Path(sys.argv[1])) as history:\n"
        "    history.learner(sys.argv[2], at=1)\n"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path), f"learner {at}"], env=os.environ
        )
        for at in range(8)
    ]
    assert [process.wait() for process in started] == [0] * 8
    with open_history(tmp_path) as history:
        (count,) = history._connection.execute("SELECT count(*) FROM learners").fetchone()
    assert count == 8
    assert [file.name for file in tmp_path.iterdir()] == [FILE_NAME]
