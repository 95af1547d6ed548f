"""Sessions and their events as rows: what goes into the log, inside a transaction."""

import json
import sqlite3
from functools import lru_cache

from quizgen.bank.as_json import encode
from quizgen.bank.stamp import content_fingerprint
from quizgen.model.question import Question
from quizgen.study.session import (
    Answered,
    Asked,
    Eased,
    Event,
    Finished,
    Flagged,
    Hinted,
    Marked,
    Overridden,
    Reworded,
    Session,
    Turned,
    Undone,
    Unflagged,
)

_OF_ANSWER = ("id", "answer")
_OF_ITEM = ("id", "session", "position")
_ROWS: dict[type[Event], tuple[str, tuple[str, ...]]] = {
    Undone: ("undos", _OF_ANSWER),
    Overridden: ("overrides", _OF_ANSWER),
    Eased: ("eases", _OF_ANSWER),
    Flagged: ("flags", (*_OF_ITEM, "reason")),
    Unflagged: ("unflags", _OF_ITEM),
    Hinted: ("hints", _OF_ITEM),
    Marked: ("marks", (*_OF_ITEM, "marked")),
    Turned: ("turns", _OF_ITEM),
    Finished: ("finishes", ("id", "session")),
}
"""The table of each kind of event, and the fields that its columns hold."""


def enter_item(write: sqlite3.Connection, session: str, position: int, asked: Asked) -> None:
    """Enter a question of a session: its text as it reads now, its options as shown."""
    content = enter_text(write, asked.bank, asked.item, asked.question)
    write.execute(
        "INSERT INTO session_items VALUES (?, ?, ?, ?, ?, ?)",
        (session, position, asked.bank, asked.item, content, _json(asked.options)),
    )


def enter_text(write: sqlite3.Connection, bank: str, item: str, question: Question) -> str:
    """Keep the text of a question as it reads now; its content fingerprint."""
    content, text = _as_kept(question)
    write.execute(
        "INSERT INTO questions VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET text = excluded.text WHERE text <> excluded.text",
        (bank, item, content, text),
    )
    return content


@lru_cache(maxsize=256)
def _as_kept(question: Question) -> tuple[str, str]:
    """A question's fingerprint and text; of a session's questions they are wanted twice."""
    return content_fingerprint(question), encode(question)


def enter_event(write: sqlite3.Connection, session: Session, number: int, *, day: int) -> None:
    """Enter the event with this number of ``session``; ``day`` is the learner's study day."""
    event = session.events[number]
    write.execute(
        "INSERT INTO events VALUES (?, ?, ?, ?)", (event.id, session.id, number, event.at)
    )
    match event:
        case Answered():
            _enter_answer(write, session, event, day)
        case Reworded():
            _enter_wording(write, session.id, event)
        case _:
            table, fields = _ROWS[type(event)]
            row = [session.id if name == "session" else getattr(event, name) for name in fields]
            marks = ", ".join("?" * len(row))
            write.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608 - named above


def _enter_wording(write: sqlite3.Connection, session: str, event: Reworded) -> None:
    asked = event.asked
    content = enter_text(write, asked.bank, asked.item, asked.question)
    write.execute(
        "INSERT INTO rewordings VALUES (?, ?, ?, ?, ?, ?, ?)",
        (event.id, session, event.position, asked.bank, asked.item, content, _json(asked.options)),
    )


def _enter_answer(write: sqlite3.Connection, session: Session, event: Answered, day: int) -> None:
    asked, verdict = session.items[event.position], event.verdict
    row = {
        "id": event.id,
        "session": session.id,
        "position": event.position,
        "learner": session.learner,
        "bank": asked.bank,
        "item": asked.item,
        # it may have been edited since the session began
        "content": enter_text(write, asked.bank, asked.item, asked.question),
        "mode": session.mode.value,
        "response": _json(event.response),
        "right": verdict.right,
        "expected": verdict.expected,
        "parts": _json(verdict.parts),
        "misspelt": verdict.misspelt,
        "hinted": event.hinted,
        "attempt": event.attempt,
        "at": event.at,
        "ms": event.ms,
        "day": day,
    }
    write.execute(
        f"INSERT INTO answers ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)})",  # noqa: S608 - the names above
        row,
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
