"""Sessions as a file that can be handed in: what a class sends, and what moves a history.

The file is JSON and holds rows of the log as they are, raw answers and verdicts included.
Handing in again adds to the file, reading it twice enters nothing twice.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from quizgen.files import text as files
from quizgen.files.atomic import write
from quizgen.history.errors import explained
from quizgen.history.reading import Reading
from quizgen.history.soundness import is_row, is_sound
from quizgen.history.transfer import Row
from quizgen.model.errors import FileError

Tables: TypeAlias = dict[str, list[Row]]
"""Rows of the log by table, in the order of ``LOG``."""

VERSION = 1
_HEAD = "quizgen-results"
_LEARNER = "id IN (SELECT learner FROM sessions WHERE id IN chosen)"
_EVENT = "id IN (SELECT id FROM events WHERE session IN chosen)"
_ASKED = "(bank, item, content) IN (SELECT bank, item, content FROM {} WHERE session IN chosen)"
_WHICH = {
    "learners": _LEARNER,
    "questions": " OR ".join(
        map(_ASKED.format, ("session_items", "answers", "rewordings")),
    ),
    "sessions": "id IN chosen",
    **dict.fromkeys(
        ("session_items", "events", "answers", "turns", "rewordings"), "session IN chosen"
    ),
    **dict.fromkeys(
        ("undos", "overrides", "eases", "hints", "marks", "flags", "unflags", "finishes"), _EVENT
    ),
}
_KEPT_BACK = {"learners": {"retention", "new_per_day", "day_start"}, "answers": {"seq"}}
_KEYS = {
    "questions": ("bank", "item", "content"),
    "session_items": ("session", "position"),
}
_LIMIT = 2**30


def sessions_of(history: Reading, sessions: Iterable[str]) -> Tables:
    """All that the log knows about these sessions."""
    connection = history.reader
    with explained(history.path):
        chosen = json.dumps(list(sessions))
        return {
            table: _rows(connection, table, condition, chosen)
            for table, condition in _WHICH.items()
        }


def all_sessions(history: Reading, learner: str | None = None) -> list[str]:
    """The sessions of a learner (by id), or of all, the oldest first."""
    with explained(history.path):
        rows = history.reader.execute(
            "SELECT id FROM sessions WHERE ? IS NULL OR learner = ? ORDER BY at, id",
            (learner, learner),
        )
        return [key for (key,) in rows]


def dumps(tables: Tables) -> str:
    """The text of a results file."""
    body = {name: rows for name, rows in tables.items() if rows}
    return json.dumps({_HEAD: VERSION, **body}, ensure_ascii=False, indent=1) + "\n"


def read_results(path: Path) -> Tables:
    """Read a results file.

    Raises:
        FileError: it cannot be read, or is no results file of quizgen.
    """
    return _parse(files.read(path, limit=_LIMIT).text, path)


def hand_in(path: Path, tables: Tables) -> int:
    """Write sessions to a results file, beside those that it holds; how many it holds now."""
    kept: Tables = {}
    expect = ""
    if path.exists():
        file = files.read(path, limit=_LIMIT)
        kept, expect = _parse(file.text, path), file.digest
    merged = merged_tables([kept, tables])
    write(path, dumps(merged), expect=expect)
    return len(merged["sessions"])


def merged_tables(several: Sequence[Tables]) -> Tables:
    """The rows of several files, each once; of two rows with one key the first stays."""
    merged: Tables = {}
    for table in _WHICH:
        rows: dict[tuple[Any, ...], Row] = {}
        for tables in several:
            for row in tables.get(table, []):
                key = tuple(row.get(name) for name in _KEYS.get(table, ("id",)))
                rows.setdefault(key, row)
        merged[table] = list(rows.values())
    return merged


def _rows(connection: sqlite3.Connection, table: str, condition: str, chosen: str) -> list[Row]:
    order = " ORDER BY seq" if table == "answers" else " ORDER BY number" * (table == "events")
    cursor = connection.execute(
        "WITH chosen AS (SELECT value FROM json_each(?)) "  # noqa: S608 - named in code
        f"SELECT * FROM {table} WHERE {condition}{order}",
        (chosen,),
    )
    names = [column[0] for column in cursor.description]
    held = _KEPT_BACK.get(table, set())
    return [
        {name: value for name, value in zip(names, row, strict=True) if name not in held}
        for row in cursor
    ]


def _parse(text: str, path: Path) -> Tables:
    try:
        body = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _not_ours(path, f"it is not JSON ({error})") from error
    if not isinstance(body, dict) or _HEAD not in body:
        raise _not_ours(path, f"it has no “{_HEAD}”")
    if body[_HEAD] != VERSION:
        raise FileError(
            f"{path}: a results file of version {body[_HEAD]}, which this quizgen does not know.",
            fix="Update quizgen.",
        )
    tables = {table: list(_sound(body.get(table, []), table, path)) for table in _WHICH}
    known = {row["id"] for row in tables["learners"]}
    if any(row.get("learner") not in known for row in (*tables["sessions"], *tables["answers"])):
        raise _not_ours(path, "something in it belongs to a learner who is not in it")
    return tables


def _sound(rows: object, table: str, path: Path) -> Iterator[Row]:
    if not isinstance(rows, list):
        raise _not_ours(path, f"“{table}” is no list")
    keys = _KEYS.get(table, ("id",))
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, Mapping) or not is_row(row):
            raise _not_ours(path, f"entry {number} of “{table}” is no row")
        if any(name not in row for name in keys):
            raise _not_ours(path, f"entry {number} of “{table}” has no {' and '.join(keys)}")
        if not is_sound(table, row):
            raise _not_ours(path, f"entry {number} of “{table}” cannot be")
        yield dict(row)


def _not_ours(path: Path, why: str) -> FileError:
    return FileError(
        f"{path}: this is no results file of quizgen: {why}.",
        fix="“quizgen play BANK --submit FILE.json” makes one.",
    )
