"""Texts that were worked out once."""

import os
from pathlib import Path

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
