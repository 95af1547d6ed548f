"""The lock file beside a bank: what quizgen wrote into it, one line a question.

It remembers what was deleted by hand, finds a question again whose words have changed,
and keeps quizgen's own version to show beside the teacher's. Without it nothing is lost:
the stamps in the bank still tell which questions are whose.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from quizgen.bank.identity import normalised
from quizgen.bank.writer import format_item
from quizgen.documents.collector import collector_off
from quizgen.files.text import read
from quizgen.model.errors import FileError
from quizgen.model.question import Question

VERSION = 1


class Look(StrEnum):
    """Why a question waits for a person's look; ``HELD``: it may have been deleted before."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    GONE = "gone"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Entry:
    """What quizgen knows of one question of its own.

    ``made`` is its stamp's line; ``words`` the transcript's words that it stands on,
    normalised; ``text`` the item as quizgen wrote it, at the left margin. ``now`` is how
    quizgen would write it today where the teacher's own version stands in the bank.
    ``left_out`` says that it retired although its words are still said.
    """

    id: str
    made: str
    words: str
    text: str
    retired: bool = False
    left_out: bool = False
    look: Look | None = None
    now: str | None = None

    @property
    def rule(self) -> str:
        """The name of the rule that made it."""
        return self.made.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Lock:
    """The entries in the order of the transcript. ``lost`` where there was no lock file.

    ``seen`` says of how many flags of a question a teacher took note, by its id.
    """

    entries: tuple[Entry, ...] = ()
    lost: bool = False
    seen: tuple[tuple[str, int], ...] = ()

    def get(self, id: str | None) -> Entry | None:
        """The entry of the question with this id."""
        return next((entry for entry in self.entries if entry.id == id), None)


def new_entry(question: Question, look: Look | None = Look.NEW) -> Entry:
    """The entry of a stamped question as it is about to be written."""
    assert question.id is not None
    words = source_words(question)
    return Entry(question.id, str(question.made), words, format_item(question), look=look)


def source_words(question: Question) -> str:
    """The words of the transcript that a question stands on, normalised."""
    return normalised(" ".join(question.evidence))


def lock_path(bank: Path) -> Path:
    """Where the lock file of a bank lies: ``NAME.lock.json`` beside it."""
    return bank.with_name(f"{bank.stem}.lock.json")


def read_lock(bank: Path) -> Lock:
    """Read a bank's lock file; one that is missing or damaged counts as lost."""
    path = lock_path(bank)
    try:
        return parse_lock(read(path).text) if path.exists() else Lock(lost=True)
    except FileError:
        return Lock(lost=True)


def parse_lock(text: str) -> Lock:
    """Read a lock file's text; what is not one counts as lost."""
    with collector_off():
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            return Lock(lost=True)
        if not isinstance(data, dict) or data.get("quizgen-lock") != VERSION:
            return Lock(lost=True)
        rows = data.get("items")
        entries = [_entry(row) for row in rows] if isinstance(rows, list) else [None]
        whole = tuple(entry for entry in entries if entry)
        return Lock(whole, len(whole) < len(entries), _seen(data.get("seen")))


def format_lock(lock: Lock) -> str:
    """Write a lock file: one line a question, so that changes are easy to see and merge."""
    rows = ",\n".join(json.dumps(_row(entry), ensure_ascii=False) for entry in lock.entries)
    seen = f', "seen": {json.dumps(dict(lock.seen), ensure_ascii=False)}' if lock.seen else ""
    return f'{{"quizgen-lock": {VERSION}{seen}, "items": [\n{rows}\n]}}\n'


def _seen(row: Any) -> tuple[tuple[str, int], ...]:
    found = row.items() if isinstance(row, dict) else ()
    return tuple(sorted((name, count) for name, count in found if isinstance(count, int)))


def _row(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": entry.id,
        "made": entry.made,
        "words": entry.words,
        "text": entry.text,
    }
    more = {
        "retired": entry.retired,
        "left-out": entry.left_out,
        "look": entry.look,
        "now": entry.now,
    }
    return row | {key: value for key, value in more.items() if value}


def _entry(row: Any) -> Entry | None:
    if not isinstance(row, dict):
        return None
    name, made, words, text = (row.get(key) for key in ("id", "made", "words", "text"))
    if not all(isinstance(value, str) for value in (name, made, words, text)):
        return None
    look, now = row.get("look"), row.get("now")
    return Entry(
        str(name),
        str(made),
        str(words),
        str(text),
        retired=row.get("retired") is True,
        left_out=row.get("left-out") is True,
        look=Look(look) if look in list(Look) else None,
        now=now if isinstance(now, str) else None,
    )
