"""A history of any earlier form is brought to the newest one, and nothing of it is lost."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.history import backups, schema
from quizgen.history.open import FILE_NAME, open_history
from quizgen.history.rebuild import differences
from quizgen.history.schema import NEWEST, version_of
from quizgen.model.errors import HistoryError
from quizgen.study.session import Score

FILES = Path(__file__).with_name("files")
FORMS = sorted(FILES.glob("form-*.db"))


@pytest.fixture(params=FORMS, ids=lambda file: file.stem)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A data folder as an earlier quizgen left it: three sessions by each of two learners."""
    shutil.copy(request.param, tmp_path / FILE_NAME)
    return tmp_path


def test_every_form_but_the_newest_has_a_file_here() -> None:
    assert [file.stem for file in FORMS] == [f"form-{number}" for number in range(1, NEWEST)]


def test_nothing_is_lost_on_the_way(folder: Path) -> None:
    with sqlite3.connect(folder / FILE_NAME) as old:
        before = old.execute("SELECT id, response, right, at, ms FROM answers").fetchall()
    old.close()
    with open_history(folder) as history:
        connection = history.reader
        assert version_of(connection) == NEWEST
        after = connection.execute("SELECT id, response, right, at, ms FROM answers").fetchall()
        assert sorted(after) == sorted(before)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_what_follows_from_the_answers_is_there_at_once(folder: Path) -> None:
    with open_history(folder) as history:
        assert differences(history.reader) == 0
        assert history.last_time("Zoë", "talk") == Score(right=3, answered=3, total=3)
        (left,) = history.unfinished("me") or [None]
        learner = history.learner_id("me") or ""
        record = history.records(learner, ["talk"])["talk", "met"]
        assert (record.tries, record.missed) == (3, False)
        assert record.card is not None
        assert record.card.reps == 2  # the third was a cram session
        assert left is None
        session = history.load("me-s1")
        assert session.score.overridden == 1
        assert len(session.standing) == 3


def test_there_is_a_backup_of_the_form_before(folder: Path) -> None:
    before = (folder / FILE_NAME).read_bytes()
    open_history(folder).close()
    (backup,) = backups.listed(folder / FILE_NAME)
    inside = backups.contents(backup.path)
    assert inside is not None
    assert inside.version < NEWEST
    shutil.copy(backup.path, folder / FILE_NAME)
    with open_history(folder) as again:
        assert differences(again.reader) == 0
    assert before.startswith(b"SQLite format 3")


def test_a_step_that_fails_leaves_the_form_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    bad = tmp_path_factory.mktemp("bad") / "bad.sql"
    bad.write_text("DROP VIEW standing;\nDROP TABLE no_such_table;\n", encoding="utf-8")
    with sqlite3.connect(folder / FILE_NAME) as old:
        form = version_of(old)
        monkeypatch.setitem(schema._FILES, form + 1, bad)
    old.close()
    with pytest.raises(HistoryError):
        open_history(folder)
    with sqlite3.connect(folder / FILE_NAME) as after:
        assert version_of(after) == form
        assert after.execute("SELECT count(*) FROM standing").fetchone()[0] > 0
    after.close()


def test_many_processes_migrate_one_history_once(folder: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from quizgen.history.open import open_history\n"
        "with open_history(pathlib.Path(sys.argv[1])) as history:\n"
        "    print(history.session_count('me'))\n"
    )
    command = [sys.executable, "-c", code, str(folder)]
    started = [
        subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") for _ in range(4)
    ]
    assert [process.communicate()[0].strip() for process in started] == ["3"] * 4
