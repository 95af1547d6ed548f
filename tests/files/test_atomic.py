"""Replacing files: all or nothing, never over somebody else's change."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.files.atomic import NEW, TEMPORARY, write
from quizgen.files.text import read
from quizgen.model.errors import FileChangedError, FileError


def test_text_is_written_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "bank.yaml"
    write(path, "één\r\ntwee\n")
    assert path.read_bytes() == "één\r\ntwee\n".encode()


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "bank.yaml", "one")
    write(tmp_path / "bank.yaml", "two")
    assert [path.name for path in tmp_path.iterdir()] == ["bank.yaml"]


def test_a_file_that_was_read_can_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text("one", encoding="utf-8")
    write(path, "two", expect=read(path).digest)
    assert path.read_text(encoding="utf-8") == "two"


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text("one", encoding="utf-8")
    seen = read(path).digest
    path.write_text("the teacher's", encoding="utf-8")
    with pytest.raises(FileChangedError) as caught:
        write(path, "two", expect=seen)
    assert caught.value.exit_code == 4
    assert path.read_text(encoding="utf-8") == "the teacher's"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_replaces_none(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    write(path, "one", expect=NEW)
    with pytest.raises(FileChangedError):
        write(path, "two", expect=NEW)


def test_backups_go_back_five_versions(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    for version in range(8):
        write(path, str(version), backup=True)
    kept = ["bank.yaml.bak", *(f"bank.yaml.bak.{n}" for n in range(1, 5))]
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in kept] == list("65432")
    assert len(list(tmp_path.iterdir())) == 6


if os.name == "posix":  # Windows has no such permissions, and links only for administrators

    def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
        path, link = tmp_path / "bank.yaml", tmp_path / "link.yaml"
        path.write_text("one", encoding="utf-8")
        path.chmod(0o640)
        link.symlink_to(path)
        write(link, "two")
        assert link.is_symlink()
        assert path.read_text(encoding="utf-8") == "two"
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_strays_of_killed_writes_are_swept_after_a_day(tmp_path: Path) -> None:
    old, fresh = (tmp_path / f".b[1].yaml.{name}{TEMPORARY}" for name in ("old", "new"))
    for stray in (old, fresh):
        stray.write_text("half", encoding="utf-8")
    os.utime(old, (0, 0))
    write(tmp_path / "b[1].yaml", "whole")
    assert not old.exists()
    assert fresh.exists()


def test_a_folder_that_is_a_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FileError, match="cannot be written"):
        write(tmp_path / "file" / "bank.yaml", "one")


def test_a_killed_write_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text("a" * 500_000, encoding="utf-8")
    program = (
        "import sys; from quizgen.files.atomic import write\n"
        "for n in range(10_000):\n"
        "    write(sys.argv[1], 'ab'[n % 2] * 500_000)\n"
        "    print(n, flush=True)\n"
    )
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
        process.communicate()
        text = path.read_text(encoding="utf-8")
        assert len(text) == 500_000
        assert len(set(text)) == 1


def test_a_full_disk_and_a_file_for_a_folder_have_their_own_ways_on(tmp_path, monkeypatch):
    (tmp_path / "plain").write_text("x", encoding="utf-8")
    with pytest.raises(FileError, match="its folder is a file") as caught:
        write(tmp_path / "plain" / "new.yaml", "x")
    assert caught.value.fix == "Name another place."

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileError, match="No space left") as caught:
        write(tmp_path / "new.yaml", "x")
    assert "Make room" in caught.value.fix
    assert [path.name for path in tmp_path.iterdir()] == ["plain"]
