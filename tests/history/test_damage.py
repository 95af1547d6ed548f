"""Every way in which a folder or a file can fail: said plainly, and left as it was found."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.history import open as opening
from quizgen.history.open import FILE_NAME, open_history
from quizgen.history.restore import is_sound
from quizgen.model.errors import HistoryError

from .talks import DAY, NOON, answers, many, take

NOBODY = 65534


@contextmanager
def without_rights() -> Iterator[None]:
    """Root may write everywhere, so that for a moment somebody else is asked to."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that everybody may read, and only its owner may write to."""
    folder = Path(tempfile.mkdtemp())
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_read_only_folder_is_said(public: Path) -> None:
    public.chmod(0o555)
    with (
        without_rights(),
        pytest.raises(HistoryError, match=r"cannot be (kept here|opened)") as error,
    ):
        open_history(public)
    assert "QUIZGEN_HOME" in error.value.fix
    assert list(public.iterdir()) == []


def test_a_read_only_history_is_said(public: Path) -> None:
    path = many(public, 1)
    before = path.read_bytes()
    path.chmod(0o444)
    public.chmod(0o555)
    with (
        without_rights(),
        pytest.raises(HistoryError, match=r"cannot be (written|opened)") as error,
        open_history(public) as history,
    ):
        take(history, "On Monday")
    assert "writable" in error.value.fix
    assert path.read_bytes() == before


def test_a_folder_that_cannot_share_memory_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's own locking by files stands for a network drive: it has no shared memory either."""
    path = many(tmp_path, 1)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    before = path.read_bytes()

    def connect(at: Path) -> sqlite3.Connection:
        address = f"file:{quote(str(at))}?mode=rw&vfs=unix-dotfile"
        return sqlite3.connect(address, uri=True, isolation_level=None)

    monkeypatch.setattr(opening, "connect", connect)
    with pytest.raises(HistoryError, match="network drive") as error:
        open_history(tmp_path)
    assert "QUIZGEN_HOME" in error.value.fix
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("locking protocol", "cannot be locked"),
        ("disk I/O error", "cannot be read or written by the system"),
        ("database is locked", "another program"),
        ("attempt to write a readonly database", "cannot be written"),
        ("something that nobody foresaw", "cannot be used"),
    ],
)
def test_whatever_sqlite_reports_has_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str, told: str
) -> None:
    many(tmp_path, 1)

    def fail(at: Path) -> sqlite3.Connection:
        raise sqlite3.OperationalError(reason)

    monkeypatch.setattr(opening, "connect", fail)
    with pytest.raises(HistoryError, match=told) as error:
        open_history(tmp_path)
    assert str(tmp_path / FILE_NAME) in error.value.message
    assert error.value.fix


@given(st.integers(0, 10**9), st.integers(1, 40))
def test_bits_that_flip_are_never_taken_for_an_empty_history(
    tmp_path_factory: pytest.TempPathFactory, seed: int, bits: int
) -> None:
    """Either it is refused, or it is read and all answers are there; it is never changed."""
    folder = tmp_path_factory.mktemp("bits")
    shutil.copy(_whole(tmp_path_factory), folder / FILE_NAME)
    path = folder / FILE_NAME
    content = bytearray(path.read_bytes())
    place = seed
    for _ in range(bits):
        place = (place * 6364136223846793005 + 1442695040888963407) % 2**64
        content[place % len(content)] ^= 1 << (place >> 32) % 8
    path.write_bytes(content)
    sound = is_sound(path)
    with suppress(HistoryError):
        assert answers(folder) or not sound
    assert path.exists()


_WHOLE: list[Path] = []


def _whole(factory: pytest.TempPathFactory) -> Path:
    if not _WHOLE:
        _WHOLE.append(many(factory.mktemp("whole"), 8))
    return _WHOLE[0]


def test_a_copy_of_the_file_alone_holds_every_finished_session(tmp_path: Path) -> None:
    path = many(tmp_path, 2)
    with open_history(tmp_path) as history:
        take(history, "On Monday", at=NOON + 99 * DAY)
        shutil.copy(path, tmp_path / "copied.db")  # without the WAL, as some programs do
    shutil.move(tmp_path / "copied.db", path)
    assert len(answers(tmp_path)) == 5
    assert is_sound(path)


def test_a_wal_of_another_history_is_passed_over(tmp_path: Path) -> None:
    many(tmp_path / "one", 2)
    with open_history(tmp_path / "two") as history:
        take(history, "On Monday")
        wal = (tmp_path / "two" / f"{FILE_NAME}-wal").read_bytes()
        (tmp_path / "one" / f"{FILE_NAME}-wal").write_bytes(wal[: len(wal) // 2])
    assert len(answers(tmp_path / "one")) in {1, 4}
    assert is_sound(tmp_path / "one" / FILE_NAME)


def test_thirty_windows_open_at_once(tmp_path: Path) -> None:
    opened = [open_history(tmp_path) for _ in range(30)]
    for number, history in enumerate(opened):
        take(history, "On Monday", learner=f"learner {number}")
    assert opened[0].session_count() == 30
    for history in opened:
        history.close()
