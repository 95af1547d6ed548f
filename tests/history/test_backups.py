"""Backups: verified, thinned, made only when there is something new, never of a damaged file."""

import itertools
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.history import backups
from quizgen.history.open import FILE_NAME, open_history
from quizgen.model.errors import HistoryError

from .talks import DAY, NOON, many, take

HOUR = DAY // 24
NOW = int(datetime(2026, 11, 24, 12, tzinfo=UTC).timestamp()) * 1000


def ago(*days: float) -> list[int]:
    return [NOW - int(day * DAY) for day in days]


def test_two_days_are_kept_whole() -> None:
    times = ago(*(hour / 48 for hour in range(95)))
    assert backups.kept(times, NOW) == set(times)


def test_older_ones_are_thinned_to_days_weeks_and_months() -> None:
    every_half_day = ago(*(half / 2 for half in range(1, 1600)))
    keep = sorted(backups.kept(every_half_day, NOW), reverse=True)
    assert len(keep) <= 3 + 12 + 10 + 9
    assert set(every_half_day[:3]) <= set(keep)
    ages = [(NOW - at) / DAY for at in keep]
    assert sum(2 <= age < 14.5 for age in ages) >= 12
    assert max(ages) > 200
    gaps = [later - sooner for sooner, later in itertools.pairwise(ages)]
    assert max(gaps) < 31


@given(st.lists(st.integers(0, 400 * 24), max_size=60, unique=True))
def test_thinning_again_gives_up_nothing_more(hours: list[int]) -> None:
    keep = backups.kept([NOW - hour * HOUR for hour in hours], NOW)
    assert backups.kept(keep, NOW) == keep
    assert not hours or max(NOW - hour * HOUR for hour in hours) in keep


@given(st.integers(1, 30), st.integers(20, 200))
def test_backups_made_and_thinned_as_time_goes_reach_far_back(every: int, days: int) -> None:
    """What thinning keeps today, later thinnings may need: months must not vanish step by step."""
    keep: set[int] = set()
    for now in range(NOW, NOW + days * DAY, every * 12 * HOUR):
        keep = backups.kept({*keep, now}, now)
    reach = (max(keep) - min(keep)) / DAY
    assert reach >= min(days, 90) - every - 31


def test_one_from_the_future_stays() -> None:
    assert backups.kept([NOW + 900 * DAY, NOW], NOW) == {NOW + 900 * DAY, NOW}


def test_a_backup_is_a_whole_history_in_one_file(tmp_path: Path) -> None:
    path = many(tmp_path)
    backup = backups.take(path, at=NOW)
    assert backup.path == tmp_path / "backups" / "history-2026-11-24_12-00-00.db"
    assert [file.name for file in backup.path.parent.iterdir()] == [backup.path.name]
    inside = backups.contents(backup.path)
    assert inside is not None
    assert (inside.answers, inside.last_at) == (40, NOON + 19 * DAY + 2000)
    again = backups.take(path, at=NOW)
    assert again.path.name == "history-2026-11-24_12-00-00-2.db"
    assert [one.path for one in backups.listed(path)] == [again.path, backup.path]


def test_what_is_still_in_the_wal_is_in_the_backup(tmp_path: Path) -> None:
    with open_history(tmp_path) as history:
        take(history, "On Monday")
        assert (tmp_path / f"{FILE_NAME}-wal").stat().st_size > 0
        inside = backups.contents(backups.take(history.path, at=NOW).path)
    assert inside is not None
    assert inside.answers == 1


def test_of_a_damaged_history_no_backup_is_made_and_none_given_up(tmp_path: Path) -> None:
    path = many(tmp_path, 40)
    old = backups.take(path, at=NOW - 900 * DAY)
    spoil(path)
    with pytest.raises((HistoryError, sqlite3.DatabaseError)):
        backups.take(path, at=NOW)
    assert [one.path for one in backups.listed(path)] == [old.path]
    assert [file.name for file in old.path.parent.iterdir()] == [old.path.name]


def spoil(path: Path) -> None:
    """Overwrite a page in the middle of the file."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = bytes(range(256)) * 16
    path.write_bytes(content)


def test_foreign_files_among_the_backups_are_left_alone(tmp_path: Path) -> None:
    path = many(tmp_path, 1)
    folder = backups.folder_of(path)
    folder.mkdir()
    for name in ("notes.txt", "history-2026-99-99_12-00-00.db", "history.db"):
        (folder / name).write_text("mine", encoding="utf-8")
    backup = backups.take(path, at=NOW)
    assert [one.path for one in backups.listed(path)] == [backup.path]
    assert len(list(folder.iterdir())) == 4


def test_a_backup_is_made_at_the_start_and_every_half_hour_of_news(tmp_path: Path) -> None:
    with open_history(tmp_path) as history:
        history.back_up(at=NOW)  # there is nothing yet
        take(history, "On Monday", at=NOW)
        history.back_up(at=NOW + 1000)
    assert backups.listed(tmp_path / FILE_NAME) == []
    with open_history(tmp_path) as history:
        history.back_up(at=NOW + HOUR)
        history._safeguard.wait()
        history.back_up(at=NOW + 2 * HOUR)  # nothing new
        history._safeguard.wait()
        take(history, "no", at=NOW + 2 * HOUR)
        history.back_up(at=NOW + 2 * HOUR + 1000)  # new, but not yet half an hour
        history._safeguard.wait()
        history.back_up(at=NOW + 3 * HOUR)
        history._safeguard.wait()
        history.back_up(at=NOW - 9 * DAY)  # the clock was set back
    made = [backup.at - NOW for backup in backups.listed(tmp_path / FILE_NAME)]
    assert made == [3 * HOUR, HOUR]


def test_a_backup_that_fails_is_told_and_the_session_goes_on(tmp_path: Path) -> None:
    path = many(tmp_path, 1)
    (tmp_path / "backups").write_text("in the way", encoding="utf-8")
    with open_history(tmp_path) as history:
        history.back_up(at=NOW)
        history._safeguard.wait()
        assert "no backup of the history could be made" in history.warning
        take(history, "On Monday", at=NOW)
        assert history.session_count() == 2
    assert path.exists()


def test_a_history_that_lost_answers_is_noticed(tmp_path: Path) -> None:
    path = many(tmp_path, 3)
    with open_history(tmp_path) as history:
        shutil.copy(path, tmp_path / "earlier.db")
        take(history, "On Monday", at=NOW)
        backups.take(path, at=NOW)
    for name in (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / "earlier.db").rename(path)  # as if the WAL had been deleted
    with open_history(tmp_path) as history:
        history.back_up(at=NOW + HOUR)
        assert "fewer answers than its newest backup" in history.warning
        assert "quizgen history merge" in history.warning
