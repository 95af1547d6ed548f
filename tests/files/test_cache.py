"""Texts that were worked out once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.files.cache import Cache, key, program


def test_a_text_comes_back_under_its_key_only(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "made" / "on demand")
    cache.put(key("a", b"\xff"), "söme text")
    assert cache.get(key("a", b"\xff")) == "söme text"
    assert cache.get(key("a\xff")) is None


def test_a_key_knows_where_one_part_ends() -> None:
    assert key("ab", "c") != key("a", "bc")
    assert key("ab", "") != key("ab")


def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("key", "a text that was cut off when the machine went down")
    entry = tmp_path / "key"
    entry.write_bytes(entry.read_bytes()[:-5])
    assert cache.get("key") is None
    entry.write_bytes(b"")
    assert cache.get("key") is None


def test_a_folder_that_takes_nothing_costs_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    cache = Cache(tmp_path / "file")
    cache.put("key", "text")
    assert cache.get("key") is None
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_of_too_many_entries_the_oldest_go(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(5):
        cache.put(f"key-{number}", "text")
        os.utime(tmp_path / f"key-{number}", (number, number))
    cache.trim(2)
    assert {each.name for each in tmp_path.iterdir()} == {"key-3", "key-4"}


def test_another_program_is_another_key(tmp_path: Path) -> None:
    (tmp_path / "reader.py").write_text("one = 1\n", encoding="utf-8")
    before = program(tmp_path)
    (tmp_path / "reader.py").write_text("one = 11\n", encoding="utf-8")
    assert program(tmp_path) != before


AT_ONCE = """
import sys
from pathlib import Path
from quizgen.files.cache import Cache
cache = Cache(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()  # so that all of them begin together
for turn in range(60):
    for number in range(8):
        key, text = f"key-{number}", f"text of {number} " * 5_000
        cache.put(key, text)
        found, trims = cache.get(key), sys.argv[2:]
        assert found == text or (trims and found is None), key
        if trims and turn < 50:
            cache.trim(4)
"""


def at_once(folder: Path, *words: str) -> list[int]:
    """Write and read in three processes at once; their exit codes."""
    command = [sys.executable, "-c", AT_ONCE, str(folder), *words]
    pipe = subprocess.PIPE
    writers = [subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(3)]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate(timeout=60)
    return [writer.returncode for writer in writers]


@pytest.mark.parametrize("words", [(), ("trim",)])
def test_processes_that_write_and_trim_at_once_leave_every_text_whole(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert at_once(tmp_path, *words) == [0, 0, 0]
    kept = {f"key-{number}": f"text of {number} " * 5_000 for number in range(8)}
    assert {each.name for each in tmp_path.iterdir()} == set(kept)  # no drafts, none lost
    assert {name: Cache(tmp_path).get(name) for name in kept} == kept
