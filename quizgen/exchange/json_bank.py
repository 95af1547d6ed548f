"""JSON: the bank itself with every field, for programs; ``quizgen schema`` describes it.

JSON is YAML as well, so quizgen plays and checks such a file like any other bank.
"""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal

from quizgen.bank.fields import KINDS as KIND_NAMES
from quizgen.bank.reader import parse_bank
from quizgen.bank.writer import decimal
from quizgen.exchange.api import FIELDS, Fault, Incoming, Losses, Options, Part, Row
from quizgen.model.problem import Level
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Order,
    Question,
    Short,
    TrueFalse,
)

TITLE = "JSON"
SUMMARY = "The bank with every field, for programs; its schema is that of banks."
BINARY = False
KINDS = dict.fromkeys(KIND_NAMES, "as in the bank")
PLACES = frozenset(FIELDS)


_LINE_ENDS = "\x85\u2028\u2029"  # to YAML, and none to JSON
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in _LINE_ENDS}


def score(text: str) -> float:
    """A bank as JSON is an object that says so."""
    return 1.0 if text.lstrip().startswith("{") and '"questions"' in text else 0.0


def read(text: str) -> Incoming:
    """Read the bank; a question with an error is a fault."""
    found = parse_bank(text.translate(_ESCAPED), "json")
    faults = tuple(
        Fault(max(problem.line, 1), problem.message)
        for problem in found.problems
        if problem.level is Level.ERROR
    )
    questions = found.bank.questions if found.bank else ()
    rows = tuple(Row(one.place.line if one.place else 0, one) for one in questions)
    return Incoming(rows, faults, found.bank.title if found.bank else None)


def write(parts: Sequence[Part], _options: Options, _losses: Losses) -> bytes:
    """Write one bank: the first one's head, the questions of all."""
    first = parts[0].bank
    known = {question.id for part in parts for question in part.bank.questions}
    several = len(parts) > 1
    bank = {
        "quizgen": 1,
        "id": first.id,
        "title": " + ".join(part.bank.title for part in parts),
        "description": first.description if not several else None,
        "date": first.date if not several else None,
        "language": first.language if first.language != "en" else None,
        "licence": first.licence if not several else None,
    }
    written = {item.question.id for part in parts for item in part.items} & known
    bank["questions"] = [_item(item.question, written) for part in parts for item in part.items]
    return (json.dumps(_filled(bank), ensure_ascii=False, indent=1) + "\n").encode()


def _item(question: Question, known: set[str | None]) -> dict[str, object]:
    fields: dict[str, object] = {
        "question": question.stem,
        "type": question.kind,
        "context": question.context,
        "quote": question.quote,
        **_answers(question),
        "hint": question.hint,
        "explanation": question.explanation,
        "topic": question.topic,
        "speaker": question.speaker,
        "tags": list(question.tags),
        "difficulty": question.difficulty,
        "points": _number(question.points) if question.points != 1 else None,
        "shuffle": None if question.shuffle else False,
        "typos": question.typos,
        "note": question.note,
        "from": list(question.evidence),
        "id": question.id,
        "was": list(question.was),
        "not-with": [other for other in question.not_with if other in known],
        "made": str(question.made) if question.made else None,
    }
    return _filled(fields)


def _answers(question: Question) -> dict[str, object]:
    found: dict[str, object] = {}
    match question:
        case Choice():
            found = {**_options(question), "answer": question.key}
        case Multi():
            found = {**_options(question), "answer": list(question.keys)}
        case TrueFalse() | Open():
            found = {"answer": question.key}
        case Short():
            found = {"answer": list(question.keys)}
        case Cloze():
            found = {"blanks": [list(blank) for blank in question.blanks]}
        case Number():
            off = _tolerance(question) if question.tolerance else None
            found = {"answer": _number(question.key), "tolerance": off, "unit": question.unit}
        case Order():
            found = {"order": list(question.items)}
        case Match():
            pairs = [list(pair) for pair in question.pairs]
            found = {"pairs": pairs, "extra": list(question.extra)}
    return found


def _tolerance(question: Number) -> float | str:
    if question.percent:
        return f"{decimal(question.tolerance)}%"
    return _number(question.tolerance)


def _options(question: Choice | Multi) -> dict[str, object]:
    options = {option.text: option for option in question.wrong}
    if question.fixed:
        shown = [options.get(text, Option(text)) for text in question.fixed]
        return {"choices": [_option(option) for option in shown]}
    return {"wrong": [_option(option) for option in question.wrong]}


def _option(option: Option) -> str | dict[str, str]:
    if option.because is None:
        return option.text
    return {"wrong": option.text, "because": option.because}


def _number(number: Decimal) -> float | str:
    """A number as JSON has it; as text where a program would round it."""
    if number == number.to_integral_value():
        return int(number)
    near = float(number)
    return near if repr(near) == decimal(number) else decimal(number)


def _filled(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields that hold something."""
    return {key: value for key, value in fields.items() if value is not None and value != []}
