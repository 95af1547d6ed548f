"""Which question of the log is this one? History follows a question wherever it goes.

A question is known by the id of its bank and its own. It stays the same question when its id
changed and ``was:`` says so, when it got its first id, when its bank was renamed, when it was
picked into another bank, and, where it has no id yet, when its stem or its answer alone was
edited. Each such discovery is kept as a row of ``names``: from then on both names are one.
"""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizgen.bank.as_json import decode
from quizgen.bank.identity import ALPHABET, LENGTH
from quizgen.bank.stamp import content_fingerprint, item_id
from quizgen.history.derived import rework, root_of
from quizgen.history.facts import Name
from quizgen.model.question import Question
from quizgen.study.grading import expected
from quizgen.study.schedule import Scheduler

_NO_ID = "~"
_BORN = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
_Trait: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Orphan:
    """A question that was answered and that no bank holds any more."""

    bank: str
    item: str
    stem: str
    tries: int


def recognise(
    connection: sqlite3.Connection, bank: str, questions: Sequence[Question]
) -> dict[Name, Name]:
    """The questions of a bank that the log knows under another name only: new to old name."""
    seen = _seen(connection, bank)
    keys = [(item_id(question), question) for question in questions]
    found: dict[Name, Name] = {}
    strangers = []
    for key, question in keys:
        old = next((was for was in question.was if was in seen), None)
        if old is not None:
            _note(connection, found, (bank, key), (bank, old))
        elif key not in seen:
            strangers.append((key, question))
    gone = seen - {key for key, _ in keys} - {item for _, item in found.values()}
    left = list(_unless_elsewhere(connection, bank, strangers, gone, found))
    _rematch(connection, bank, left, {item for item in gone if item.startswith(_NO_ID)}, found)
    return found


def link(
    write: sqlite3.Connection,
    names: Mapping[Name, Name],
    *,
    at: int,
    scheduler_of: Callable[[str], Scheduler],
) -> None:
    """Keep what was recognised, in the caller's transaction; cards under both names become one."""
    for name, old in names.items():
        root = root_of(write, old)
        write.execute(
            "UPDATE names SET known_bank = ?, known_item = ? "
            "WHERE known_bank = ? AND known_item = ?",
            (*root, *name),
        )
        write.execute("INSERT OR REPLACE INTO names VALUES (?, ?, ?, ?, ?)", (*name, *root, at))
        learners = write.execute(
            "SELECT learner FROM cards WHERE bank = ? AND item = ?", name
        ).fetchall()
        write.execute("DELETE FROM cards WHERE bank = ? AND item = ?", name)
        for (learner,) in learners:
            rework(write, learner, root, scheduler_of(learner))


def orphans(connection: sqlite3.Connection, banks: Mapping[str, Collection[str]]) -> list[Orphan]:
    """The answered questions that none of these banks (ids, and the keys of their items) hold."""
    held = {root_of(connection, (bank, item)) for bank, items in banks.items() for item in items}
    rows = connection.execute(
        "SELECT cards.bank, cards.item, sum(tries), (SELECT text FROM questions "
        "WHERE questions.bank = cards.bank AND questions.item = cards.item LIMIT 1) "
        "FROM cards GROUP BY cards.bank, cards.item ORDER BY cards.bank, cards.item"
    )
    return [
        Orphan(bank, item, json.loads(text)["stem"] if text else "", tries)
        for bank, item, tries, text in rows
        if (bank, item) not in held
    ]


def _seen(connection: sqlite3.Connection, bank: str) -> set[str]:
    rows = connection.execute(
        "SELECT item FROM questions WHERE bank = ? UNION SELECT item FROM names WHERE bank = ?",
        (bank, bank),
    )
    return {item for (item,) in rows}


def _note(connection: sqlite3.Connection, found: dict[Name, Name], name: Name, old: Name) -> None:
    if root_of(connection, name) != root_of(connection, old):
        found[name] = old


def _unless_elsewhere(
    connection: sqlite3.Connection,
    bank: str,
    strangers: Iterable[tuple[str, Question]],
    gone: set[str],
    found: dict[Name, Name],
) -> Iterator[tuple[str, Question]]:
    """Find strangers under the id that they had not yet, or in another bank; yield the rest."""
    strangers = list(strangers)
    elsewhere = _elsewhere(connection, bank, [key for key, _ in strangers])
    unnamed = any(item.startswith(_NO_ID) for item in gone)
    for key, question in strangers:
        places = elsewhere.get(key, [])
        if not places and not unnamed:
            yield key, question
            continue
        content = content_fingerprint(question)
        before = f"{_NO_ID}{content}"
        same = [where for where, text in places if text == content or _BORN.fullmatch(key)]
        if before in gone:
            gone.discard(before)
            found[bank, key] = (bank, before)
        elif same:
            found[bank, key] = (same[0], key)
        else:
            yield key, question


def _elsewhere(
    connection: sqlite3.Connection, bank: str, keys: Sequence[str]
) -> dict[str, list[tuple[str, str]]]:
    rows = connection.execute(
        "SELECT item, bank, content FROM json_each(?) JOIN questions ON item = value "
        "WHERE bank <> ? ORDER BY bank, content",
        (json.dumps(keys), bank),
    )
    places: dict[str, list[tuple[str, str]]] = {}
    for item, where, content in rows:
        places.setdefault(item, []).append((where, content))
    return places


def _rematch(
    connection: sqlite3.Connection,
    bank: str,
    strangers: Sequence[tuple[str, Question]],
    gone: set[str],
    found: dict[Name, Name],
) -> None:
    """Match edited questions with what they were before they had an id, if there is no doubt."""
    if not strangers or not gone:
        return
    before = [
        (root_of(connection, (bank, item)), decode(text))
        for item, text in connection.execute(
            "SELECT item, text FROM questions WHERE bank = ?", (bank,)
        )
        if item in gone
    ]
    taken = {root_of(connection, old) for old in found.values()}
    for trait in (_asked, _answered):
        old_ones: dict[_Trait, set[Name]] = {}
        for root, question in before:
            old_ones.setdefault(trait(question), set()).add(root)
        new_ones = Counter(trait(question) for _, question in strangers)
        for key, question in strangers:
            roots = old_ones.get(trait(question), set())
            alone = len(roots) == new_ones[trait(question)] == 1
            if alone and (bank, key) not in found and not roots & taken:
                found[bank, key] = next(iter(roots))
                taken |= roots


def _asked(question: Question) -> _Trait:
    return (question.kind, _plain(question.stem), _plain(question.quote or ""))


def _answered(question: Question) -> _Trait:
    return (question.kind, _plain(expected(question)), tuple(map(_plain, question.evidence)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
