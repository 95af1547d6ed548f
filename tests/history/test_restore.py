"""A damaged or missing history: set aside, mended from a backup and from what it still tells."""

import random
import sqlite3
from pathlib import Path

import pytest

from quizgen.history import backups
from quizgen.history.open import FILE_NAME, open_history
from quizgen.history.rebuild import differences
from quizgen.history.restore import is_sound, restore
from quizgen.model.errors import HistoryError, UsageError

from .talks import DAY, NOON, answers, many, take

NOW = NOON + 1000 * DAY
PAGE = 4096


def flip(path: Path, seed: int, pages: int = 1) -> None:
    """Overwrite pages at random, but not the first, which holds the tables' names."""
    content = bytearray(path.read_bytes())
    chance = random.Random(seed)
    for _ in range(pages):
        start = chance.randrange(1, len(content) // PAGE) * PAGE
        content[start : start + PAGE] = chance.randbytes(PAGE)
    path.write_bytes(content)


def test_a_truncated_history_is_refused_with_an_offer_and_mended(tmp_path: Path) -> None:
    path = many(tmp_path, 40)
    backups.take(path, at=NOW)
    with open_history(tmp_path) as history:
        take(history, "On Monday", "Mr Lund", at=NOW + DAY)
    known = answers(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3 // PAGE * PAGE])
    with pytest.raises(HistoryError, match="damaged") as error:
        open_history(tmp_path)
    assert "newest good backup is of 1" in error.value.fix
    assert "(80 answers)" in error.value.fix
    assert "quizgen history restore" in error.value.fix
    assert len(path.read_bytes()) < len(whole)
    done = restore(path, None, at=NOW + 2 * DAY)
    assert done.aside is not None
    assert done.aside.parent == tmp_path / "backups"
    assert done.aside.read_bytes() == whole[: len(whole) * 2 // 3 // PAGE * PAGE]
    assert len(known & answers(tmp_path)) >= 80
    assert is_sound(path)


@pytest.mark.parametrize("seed", range(6))
def test_what_can_be_read_of_a_spoilt_history_is_saved(tmp_path: Path, seed: int) -> None:
    path = many(tmp_path, 60)
    backups.take(path, at=NOW)
    with open_history(tmp_path) as history:
        for day in range(60):
            take(history, "On Monday", "nobody", at=NOW + day * DAY)
    known = answers(tmp_path)
    flip(path, seed)
    if is_sound(path):  # the page was not in use
        assert answers(tmp_path) == known
        return
    done = restore(path, None, at=NOW + 90 * DAY)
    kept = answers(tmp_path)
    assert kept <= known
    assert len(kept) >= 120
    assert done.saved is not None
    assert done.saved.answers == len(kept) - 120
    with open_history(tmp_path) as history:
        assert differences(history.reader) == 0
        take(history, "On Monday", at=NOW + 100 * DAY)


def test_of_a_history_without_a_backup_the_readable_part_is_saved(tmp_path: Path) -> None:
    path = many(tmp_path, 60)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - 3 * PAGE])
    with pytest.raises(HistoryError, match="no good backup"):
        open_history(tmp_path)
    done = restore(path, None, at=NOW)
    assert done.backup is None
    assert is_sound(path)
    assert answers(tmp_path)


def test_what_is_no_database_at_all_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b"junk" * 3000)
    done = restore(path, None, at=NOW)
    assert done.aside is not None
    assert done.aside.read_bytes() == b"junk" * 3000
    assert answers(tmp_path) == set()


def test_a_history_that_is_gone_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    path = many(tmp_path)
    backups.take(path, at=NOW)
    known = answers(tmp_path)
    path.unlink()
    with pytest.raises(HistoryError, match="gone"):
        open_history(tmp_path)
    assert not path.exists()
    restore(path, None, at=NOW + DAY)
    assert answers(tmp_path) == known


def test_a_damaged_backup_is_passed_over(tmp_path: Path) -> None:
    path = many(tmp_path)
    good = backups.take(path, at=NOW)
    bad = backups.take(path, at=NOW + DAY)
    bad.path.write_bytes(bad.path.read_bytes()[:PAGE])
    path.unlink()
    assert restore(path, None, at=NOW + 2 * DAY).backup == good
    with pytest.raises(HistoryError, match="no sound backup"):
        restore(path, bad.path, at=NOW + 2 * DAY)


def test_going_back_keeps_what_was_there_as_a_backup(tmp_path: Path) -> None:
    path = many(tmp_path, 2)
    early = backups.take(path, at=NOW)
    known = answers(tmp_path)
    with open_history(tmp_path) as other:
        take(other, "On Monday", at=NOW + DAY)
        with pytest.raises(UsageError, match="sound"):
            restore(path, None, at=NOW + DAY)
        done = restore(path, early.path, at=NOW + DAY)  # while a window is open
        assert other.session_count() == 2
    assert answers(tmp_path) == known
    assert done.before is not None
    inside = backups.contents(done.before.path)
    assert inside is not None
    assert inside.answers == 5
    with open_history(tmp_path) as history:
        history.back_up(at=NOW + 2 * DAY)
        assert history.warning == ""
        assert history.reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_what_waits_in_the_wal_is_saved_and_never_added_to_another_history(tmp_path: Path) -> None:
    path = many(tmp_path, 30)
    backups.take(path, at=NOW)
    with open_history(tmp_path) as history:
        take(history, "On Monday", at=NOW + DAY)
        beside = {name: (tmp_path / name).read_bytes() for name in (FILE_NAME, f"{FILE_NAME}-wal")}
    for name, content in beside.items():  # as a crash would leave them
        (tmp_path / name).write_bytes(content)
    flip(path, 1, pages=12)
    done = restore(path, None, at=NOW + 2 * DAY)
    assert done.aside is not None
    assert done.aside.with_name(f"{done.aside.name}-wal").read_bytes() == beside[f"{FILE_NAME}-wal"]
    assert len(answers(tmp_path)) >= 60
    assert is_sound(path)


def test_a_restore_that_is_killed_leaves_the_damaged_file_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = many(tmp_path, 30)
    flip(path, 3, pages=6)
    before = path.read_bytes()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        restore(path, None, at=NOW)
    assert path.read_bytes() == before


def test_a_restore_that_cannot_finish_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = many(tmp_path)
    backups.take(path, at=NOW)
    flip(path, 3, pages=6)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("quizgen.history.restore.enter_rows", full)
    with pytest.raises(HistoryError, match="disk is full"):
        restore(path, None, at=NOW)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.quizgen-tmp*"))
