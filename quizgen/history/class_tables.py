"""The results of a class as tables: a row for each attempt, for each answer, for each question."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from quizgen.bank.as_json import decode
from quizgen.history.facts import Name
from quizgen.history.reading import Reading
from quizgen.model.question import Question, Response
from quizgen.study.grading import expected
from quizgen.study.items import Analysis, Reply, analyse
from quizgen.study.session import Mode

Table: TypeAlias = list[list[object]]
"""Rows of cells, the first one the heads."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_TRIES = """
    SELECT learners.name, tries.session, tries.mode, sessions.at, tries.position,
        ifnull(known_bank, tries.bank), ifnull(known_item, tries.item), tries.content,
        tries.bank, tries.item, right, response, options, overridden, hinted, ms, tries.at,
        tries.learner
    FROM first_tries AS tries
    JOIN sessions ON sessions.id = tries.session
    JOIN learners ON learners.id = tries.learner
    JOIN session_items ON session_items.session = tries.session
        AND session_items.position = tries.position
    LEFT JOIN names ON names.bank = tries.bank AND names.item = tries.item
    WHERE (:sessions IS NULL OR tries.session IN (SELECT value FROM json_each(:sessions)))
        AND (:banks IS NULL OR tries.bank IN (SELECT value FROM json_each(:banks)))
        AND (:learner IS NULL OR learners.name = :learner)
        AND (:all OR tries.seq IN (
            SELECT seq FROM (SELECT min(at), seq FROM first_tries GROUP BY learner, bank, item)
        ))
    ORDER BY tries.at, tries.seq
"""
_FLAGS = """
    SELECT ifnull(known_bank, bank), ifnull(known_item, item), count(DISTINCT learner)
    FROM standing_flags JOIN session_items USING (session, position)
    JOIN sessions ON sessions.id = session LEFT JOIN names USING (bank, item)
    WHERE :sessions IS NULL OR session IN (SELECT value FROM json_each(:sessions))
    GROUP BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class Try:
    """A first try with all that a table may show of it; ``name`` is the question's oldest."""

    learner: str
    session: str
    mode: str
    started: int
    position: int
    name: Name
    question: Question
    right: bool
    response: Response
    options: tuple[str, ...]
    overridden: bool
    hinted: bool
    ms: int
    at: int
    person: str


def tries(
    history: Reading,
    *,
    sessions: Iterable[str] | None = None,
    banks: Iterable[str] | None = None,
    learner: str | None = None,
    everyone_once: bool = False,
) -> list[Try]:
    """First tries by time: of these sessions, of these banks, of the learner so named.

    ``everyone_once`` takes of each learner and question the earliest one alone.
    """
    connection = history.reader
    texts: dict[tuple[str, str, str], Question] = {}
    rows = connection.execute(
        _TRIES,
        {
            "sessions": _listed(sessions),
            "banks": _listed(banks),
            "learner": learner,
            "all": not everyone_once,
        },
    )
    return [_try(connection, texts, row) for row in rows]


def analysis(history: Reading, given: Sequence[Try]) -> Analysis:
    """What these answers say about each question and about the test.

    Cards, of which learners say themselves how well they knew them, say nothing about it.
    """
    flags = history.reader.execute(_FLAGS, {"sessions": _listed({one.session for one in given})})
    return analyse(
        [
            Reply(
                one.person,
                label(one.name),
                one.right,
                one.response,
                one.options,
                overridden=one.overridden,
            )
            for one in given
            if one.mode != Mode.CARDS
        ],
        {label(one.name): one.question for one in given},
        {label((bank, item)): count for bank, item, count in flags},
    )


def label(name: Name) -> str:
    """A question's name in one word."""
    return "/".join(name)


def attempts_table(given: Sequence[Try]) -> Table:
    """A row for each session, a column for each question: 1 right, 0 wrong, empty not answered."""
    names = {one.name: one.question for one in given}
    several = len({bank for bank, _ in names}) > 1
    heads = [
        f"{label(name) if several else name[1]} {_short(question.stem)}"
        for name, question in names.items()
    ]
    counts = ("right", "answered", "seconds", "held right")
    table: Table = [["learner", "attempt", "started", "mode", *counts, *heads]]
    by_session: dict[str, list[Try]] = {}
    for one in given:
        by_session.setdefault(one.session, []).append(one)
    attempts: dict[str, int] = {}
    for mine in sorted(by_session.values(), key=lambda mine: (mine[0].learner, mine[0].started)):
        first = mine[0]
        attempts[first.person] = attempts.get(first.person, 0) + 1
        verdicts = {one.name: int(one.right) for one in mine}
        table.append(
            [
                *(first.learner, attempts[first.person], _utc(first.started), first.mode),
                *(sum(verdicts.values()), len(mine), round(sum(one.ms for one in mine) / 1000)),
                sum(one.overridden for one in mine),
                *(verdicts.get(name, "") for name in names),
            ]
        )
    return table


def answers_table(given: Iterable[Try]) -> Table:
    """A row for each first try, with what was answered and what would have been right."""
    heads = ["learner", "session", "started", "mode", "bank", "question id", "question"]
    table: Table = [[*heads, "answer", "right answer", "right", "held right", "hint", "seconds"]]
    for one in given:
        table.append(
            [
                *(one.learner, one.session, _utc(one.started), one.mode, *one.name),
                *(_plain(one.question.stem), _said(one.response), expected(one.question)),
                *(int(one.right), int(one.overridden), int(one.hinted), round(one.ms / 1000, 1)),
            ]
        )
    return table


def items_table(
    figures: Analysis, questions: Mapping[str, Question], places: Mapping[str, str]
) -> Table:
    """A row for each question: how hard, how telling, what was chosen, what to do."""
    heads = ["question id", "place", "question", "answers", "right", "facility", "guess"]
    table: Table = [[*heads, "discrimination", "chosen", "held right", "flagged", "advice"]]
    for one in figures.items:
        chosen = "; ".join(f"{c.option}{' *' * c.right}: {c.times}" for c in one.choices)
        tells = "" if one.discrimination is None else round(one.discrimination, 3)
        table.append(
            [
                *(one.item, places.get(one.item, ""), _plain(questions[one.item].stem)),
                *(one.answers, one.right),
                *(round(one.facility, 3), round(one.guess, 3), tells, chosen),
                *(one.overridden, one.flagged, ". ".join(one.advice)),
            ]
        )
    return table


def _try(
    connection: sqlite3.Connection,
    texts: dict[tuple[str, str, str], Question],
    row: tuple[object, ...],
) -> Try:
    (learner, session, mode, started, position, root_bank, root_item, content) = row[:8]
    (bank, item, right, response, options, overridden, hinted, ms, at, person) = row[8:]
    key = (str(bank), str(item), str(content))
    if key not in texts:
        (text,) = connection.execute(
            "SELECT text FROM questions WHERE bank = ? AND item = ? AND content = ?", key
        ).fetchone()
        texts[key] = decode(text)
    raw = json.loads(str(response))
    return Try(
        str(learner),
        str(session),
        str(mode),
        int(str(started)),
        int(str(position)),
        (str(root_bank), str(root_item)),
        texts[key],
        bool(right),
        tuple(raw) if isinstance(raw, list) else str(raw),
        tuple(json.loads(str(options))),
        bool(overridden),
        bool(hinted),
        int(str(ms)),
        int(str(at)),
        str(person),
    )


def _listed(values: Iterable[str] | None) -> str | None:
    return None if values is None else json.dumps(sorted(values))


def _utc(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _said(response: Response) -> str:
    return response if isinstance(response, str) else "; ".join(response)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    plain = _plain(text)
    return plain if len(plain) <= 60 else f"{plain[:59]}…"


def spread(table: Table) -> Iterator[list[str]]:
    """The cells as texts that no spreadsheet takes for a formula and no terminal for a command."""
    for row in table:
        yield [_harmless(cell) for cell in row]


def _harmless(cell: object) -> str:
    text = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", str(cell))
    return f"'{text}" if isinstance(cell, str) and text[:1] in "=+-@\t\r" and text else text
