"""What is worked out of the log as it grows: cards, days, scores.

The log alone is the truth. These three tables are brought along with every event, inside its
transaction, so that figures need not look at every answer ever given. Made anew from the log
(see ``rebuild.py``) they come out the same, to the last bit.
"""

import json
import sqlite3

from quizgen.history.facts import FACTS, Fact, Known, Name, columns_of, known_of, spent
from quizgen.study.schedule import Scheduler
from quizgen.study.session import Answered, Eased, Event, Overridden, Session, Undone

CARD = "tries, missed, at, stability, difficulty, first, day, due, reps, lapses, grade"

_OF_ITEM = f"SELECT {FACTS} FROM standing WHERE learner = ? AND bank = ? AND item = ?"  # noqa: S608 - columns named in code
_GET_CARD = f"SELECT {CARD} FROM cards WHERE learner = ? AND bank = ? AND item = ?"  # noqa: S608 - the same
PUT_CARD = "INSERT OR REPLACE INTO cards VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_DAY = """
    INSERT INTO days VALUES (:learner, :bank, :day, :answers, :tries, :right, :ms)
    ON CONFLICT DO UPDATE SET answers = answers + :answers, tries = tries + :tries,
        right = right + :right, ms = ms + :ms
"""
_EMPTY_DAY = "DELETE FROM days WHERE learner = ? AND bank = ? AND day = ? AND answers = 0"
_ADD_SCORE = """
    INSERT INTO scores VALUES (:learner, :bank, :session, :at, 1, :tries, :right, 0)
    ON CONFLICT DO UPDATE SET at = max(ifnull(at, :at), :at), given = given + 1,
        tries = tries + :tries, right = right + :right
"""
_RENEW_SCORE = """
    UPDATE scores SET (at, tries, right, overridden) = (
        SELECT max(at), ifnull(sum(attempt = 1), 0), ifnull(sum(attempt = 1 AND right), 0),
            ifnull(sum(attempt = 1 AND overridden), 0)
        FROM standing WHERE session = :session AND bank = :bank
    ) WHERE learner = :learner AND bank = :bank AND session = :session
"""
_ANSWER = "SELECT bank, item, day, ms, right, attempt FROM answers WHERE id = ?"


def enter(
    write: sqlite3.Connection, session: Session, event: Event, scheduler: Scheduler, *, day: int
) -> None:
    """Bring the derived tables along with an event that was just entered into the log."""
    learner = session.learner
    match event:
        case Answered():
            _add(write, learner, _fact(session, event, day), scheduler)
        case Undone(answer=answer) | Overridden(answer=answer) | Eased(answer=answer):
            bank, item, day, ms, right, attempt = write.execute(_ANSWER, (answer,)).fetchone()
            rework(write, learner, root_of(write, (bank, item)), scheduler)
            key = {"learner": learner, "bank": bank}
            if isinstance(event, Undone):
                first = attempt == 1
                gone = {
                    "answers": -1,
                    "tries": -first,
                    "right": -(first and right),
                    "ms": -spent(ms),
                }
                write.execute(_ADD_DAY, {**key, "day": day, **gone})
                write.execute(_EMPTY_DAY, (learner, bank, day))
            write.execute(_RENEW_SCORE, {**key, "session": session.id})
        case _:
            pass


def rework(write: sqlite3.Connection, learner: str, root: Name, scheduler: Scheduler) -> None:
    """Work one card out anew from its own answers, under whatever names they were given."""
    names = [
        root,
        *write.execute(
            "SELECT bank, item FROM names WHERE known_bank = ? AND known_item = ?", root
        ),
    ]
    facts = [Fact(*row) for name in names for row in write.execute(_OF_ITEM, (learner, *name))]
    known = Known()
    for fact in sorted(facts):
        known = known.after(fact, scheduler)
    if facts:
        write.execute(PUT_CARD, (learner, *root, *columns_of(known)))
    else:
        write.execute(
            "DELETE FROM cards WHERE learner = ? AND bank = ? AND item = ?", (learner, *root)
        )


def root_of(connection: sqlite3.Connection, name: Name) -> Name:
    """The oldest name of an item, under which its card is kept."""
    row = connection.execute(
        "SELECT known_bank, known_item FROM names WHERE bank = ? AND item = ?", name
    ).fetchone()
    return row or name


def roots_of(connection: sqlite3.Connection) -> dict[Name, Name]:
    """The oldest names of all items that have several."""
    rows = connection.execute("SELECT bank, item, known_bank, known_item FROM names")
    return {(bank, item): (known_bank, known_item) for bank, item, known_bank, known_item in rows}


def _fact(session: Session, event: Answered, day: int) -> Fact:
    """What the row of an answer says that was just entered; nothing else was said of it yet."""
    asked = session.items[event.position]
    return Fact(
        seq=0,
        bank=asked.bank,
        item=asked.item,
        session=session.id,
        at=event.at,
        attempt=event.attempt,
        mode=session.mode.value,
        response=json.dumps(event.response),
        right=event.verdict.right,
        hinted=event.hinted,
        overridden=False,
        eased=False,
        day=day,
        ms=event.ms,
    )


def _add(write: sqlite3.Connection, learner: str, fact: Fact, scheduler: Scheduler) -> None:
    root = root_of(write, (fact.bank, fact.item))
    row = write.execute(_GET_CARD, (learner, *root)).fetchone()
    known = (known_of(row) if row else Known()).after(fact, scheduler)
    write.execute(PUT_CARD, (learner, *root, *columns_of(known)))
    first = fact.attempt == 1
    counts = {"answers": 1, "tries": first, "right": first and fact.right, "ms": spent(fact.ms)}
    write.execute(_ADD_DAY, {"learner": learner, "bank": fact.bank, "day": fact.day, **counts})
    write.execute(
        _ADD_SCORE,
        {"learner": learner, "bank": fact.bank, "session": fact.session, "at": fact.at, **counts},
    )
