"""Forgetting: not a byte of the learner is left, and the others keep everything."""

from pathlib import Path

import pytest

from quizgen.history import backups
from quizgen.history.forget import forget
from quizgen.history.open import FILE_NAME, open_history
from quizgen.history.rebuild import differences
from quizgen.model.errors import HistoryError

from .talks import DAY, NOON, take

SECRET = "Xylophone Zebedee"


def data(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_history(tmp_path) as history:
        take(history, "On Monday", "Mr Lund", learner="Anna")
        session = take(history, "On Sunday", SECRET, learner="Tom Secretname", at=NOON + DAY)
        history.append(session.flag(SECRET, id="f", at=NOON + DAY))
        backups.take(history.path, at=NOON + DAY)
        take(history, SECRET, learner="Tom Secretname", at=NOON + 2 * DAY)
        backups.take(history.path, at=NOON + 2 * DAY)
    return tmp_path


def test_nothing_of_the_learner_is_left_anywhere(folder: Path) -> None:
    assert SECRET.encode() in data(folder)
    done = forget(folder / FILE_NAME, "Tom Secretname")
    assert (done.answers, done.cleaned, done.left) == (3, 2, ())
    left = data(folder)
    assert SECRET.encode() not in left
    assert b"Secretname" not in left
    assert b"Anna" in left
    with open_history(folder) as history:
        assert list(history.learners().values()) == ["Anna"]
        assert sum(one.answers for one in history.totals()) == 2
        assert differences(history.reader) == 0
        assert history.reader.execute("PRAGMA foreign_key_check").fetchall() == []
    for backup in backups.listed(folder / FILE_NAME):
        inside = backups.contents(backup.path)
        assert inside is not None
        assert inside.answers == 2


def test_nobody_is_forgotten_by_mistake(folder: Path) -> None:
    before = data(folder)
    with pytest.raises(HistoryError, match="no learner") as error:
        forget(folder / FILE_NAME, "tom")
    assert "“Anna”, “Tom Secretname”" in error.value.fix
    assert data(folder) == before


def test_what_cannot_be_cleaned_is_named(folder: Path) -> None:
    newest = backups.listed(folder / FILE_NAME)[0].path
    newest.write_bytes(newest.read_bytes()[:5000])
    aside = folder / "backups" / "damaged-2026-01-01_00-00-00.db"
    aside.write_bytes(b"x")
    done = forget(folder / FILE_NAME, "Tom Secretname")
    assert done.left == (aside, newest)
    assert done.cleaned == 1
