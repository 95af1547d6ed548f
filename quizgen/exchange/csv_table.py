"""CSV: a row a question, a column a value; read from any table with common column names.

Columns that may repeat are numbered: ``answer 1``, ``wrong 2``. A cell that a spreadsheet
would take for a formula is preceded by an apostrophe, which is taken off when it is read.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from quizgen.bank.fields import KINDS as KIND_NAMES
from quizgen.bank.writer import decimal
from quizgen.exchange.api import FIELDS, Item, Losses, Options, Part
from quizgen.exchange.csv_cells import joined, safe, tags_cell
from quizgen.exchange.csv_reading import read, score
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Order,
    Question,
    Short,
    TrueFalse,
)

__all__ = ["BINARY", "KINDS", "PLACES", "SUMMARY", "TITLE", "read", "score", "write"]

TITLE = "CSV"
SUMMARY = "A table for spreadsheets, with every field of the bank."
BINARY = False
KINDS = dict.fromkeys(KIND_NAMES, "a row")
PLACES = frozenset(FIELDS)

_FIRST = ("id", "type", "question", "context", "quote")
_LAST = (
    *("tolerance", "unit", "hint", "explanation", "topic", "speaker", "tags", "difficulty"),
    *("points", "shuffle", "typos", "from"),
)
_REPEATED = ("answer", "choice", "wrong", "because", "left", "right", "extra")


def write(parts: Sequence[Part], _options: Options, _losses: Losses) -> bytes:
    """Write a header with the columns that are needed, and a row an item."""
    rows = [dict(_cells(item)) for part in parts for item in part.items]
    used = {name for row in rows for name in row}
    columns = [name for name in _FIRST if name in used or name in {"type", "question"}]
    columns += sorted((name for name in used if name not in {*_FIRST, *_LAST}), key=_place)
    columns += [name for name in _LAST if name in used]
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(columns)
    writer.writerows([[row.get(name, "") for name in columns] for row in rows])
    return target.getvalue().encode()


def _place(column: str) -> tuple[int, int, int]:
    """``answer 1``, ``answer 2``; then each wrong option beside its reason, each pair together."""
    name, number = column.split()
    group = {"choice": "wrong", "because": "wrong", "right": "left"}.get(name, name)
    return _REPEATED.index(group), int(number), _REPEATED.index(name)


def _cells(item: Item) -> Iterator[tuple[str, str]]:
    question = item.question
    values: list[tuple[str, str | None]] = [
        ("id", question.id),
        ("type", question.kind),
        ("question", question.stem),
        ("context", question.context),
        ("quote", question.quote),
        *_answers(question),
        ("hint", question.hint),
        ("explanation", question.explanation),
        ("topic", question.topic),
        ("speaker", question.speaker),
        ("tags", tags_cell(question.tags)),
        ("difficulty", question.difficulty),
        ("points", decimal(question.points) if question.points != 1 else None),
        ("shuffle", None if question.shuffle else "no"),
        ("typos", None if question.typos is None else str(question.typos)),
        ("from", joined(question.evidence)),
    ]
    return ((name, safe(text)) for name, text in values if text)


def _answers(question: Question) -> Iterator[tuple[str, str | None]]:
    match question:
        case Choice() | Multi():
            keys = (question.key,) if isinstance(question, Choice) else question.keys
            yield from _numbered("answer", keys)
            yield from _options(question)
        case TrueFalse():
            yield "answer 1", str(question.key).lower()
        case Short():
            yield from _numbered("answer", question.keys)
        case Cloze():
            yield from _numbered("answer", [joined(blank) or "" for blank in question.blanks])
        case Number():
            yield "answer 1", decimal(question.key)
            if question.tolerance:
                yield "tolerance", decimal(question.tolerance) + ("%" if question.percent else "")
            yield "unit", question.unit
        case Order():
            yield from _numbered("answer", question.items)
        case Match():
            yield from _numbered("left", [left for left, _ in question.pairs])
            yield from _numbered("right", [right for _, right in question.pairs])
            yield from _numbered("extra", question.extra)
        case Open():
            yield "answer 1", question.key


def _options(question: Choice | Multi) -> Iterator[tuple[str, str | None]]:
    reasons = {option.text: option.because for option in question.wrong}
    name = "choice" if question.fixed else "wrong"
    texts = question.fixed or tuple(option.text for option in question.wrong)
    for at, text in enumerate(texts, start=1):
        yield f"{name} {at}", text
        yield f"because {at}", reasons.get(text)


def _numbered(name: str, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((f"{name} {at}", text) for at, text in enumerate(texts, start=1))
