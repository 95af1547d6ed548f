"""Questions and banks as JSON: for the history, which keeps what was asked, and for the cache.

A field with its default value is left out. Reading is fast rather than careful, since
nobody but quizgen writes this.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from decimal import Decimal
from typing import Any

from quizgen.model.bank import Bank, GenerateSettings, Include
from quizgen.model.problem import Level, Problem
from quizgen.model.question import (
    Choice,
    Cloze,
    Made,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Order,
    Place,
    Question,
    Short,
    TrueFalse,
)

_KINDS: dict[str, type[Question]] = {
    kind.kind: kind for kind in (Choice, Multi, TrueFalse, Short, Cloze, Number, Order, Match, Open)
}
_FIELDS = {
    kind: {field.name: field.default for field in fields(kind) if field.name != "place"}
    for kind in _KINDS.values()
}


def encode(question: Question) -> str:
    """The question as one line of JSON, without its place; the same text for equal questions."""
    return _json(plain_question(question))


def decode(text: str) -> Question:
    """The question that ``encode`` wrote; fields that this version does not know are dropped."""
    values = json.loads(text)
    known = _FIELDS[_KINDS[values["kind"]]]
    return question_of({n: value for n, value in values.items() if n in known or n == "kind"})


def plain_question(question: Question) -> dict[str, Any]:
    """The question as values that JSON knows, without its place."""
    values = {
        name: _plain(value)
        for name, default in _FIELDS[type(question)].items()
        if (value := getattr(question, name)) != default and value is not None
    }
    return {"kind": question.kind, **values}


def question_of(values: dict[str, Any]) -> Question:
    """The question that ``plain_question`` took apart; ``values`` is used up."""
    kind = _KINDS[values.pop("kind")]
    for name in values.keys() & _READERS.keys():
        values[name] = _READERS[name](values[name])
    if kind is Number:
        values["key"] = Decimal(values["key"])
    return kind(**values)


def plain_bank(bank: Bank) -> dict[str, Any]:
    """The bank as values that JSON knows, its path left out, places kept."""
    head = {
        field.name: getattr(bank, field.name)
        for field in fields(bank)
        if field.name not in {"path", "questions", "retired", "generate", "include"}
    }
    return {
        **head,
        "generate": asdict(bank.generate) if bank.generate else None,
        "include": [asdict(include) for include in bank.include],
        "questions": [_placed(question) for question in bank.questions],
        "retired": [_placed(question) for question in bank.retired],
    }


def bank_of(values: dict[str, Any], path: str) -> Bank:
    """The bank that ``plain_bank`` took apart, read from ``path``; ``values`` is used up."""
    generate = values["generate"]
    return Bank(
        **values
        | {
            "path": path,
            "generate": GenerateSettings(**_tuples_in(generate)) if generate else None,
            "include": tuple(Include(**_tuples_in(each)) for each in values["include"]),
            "questions": tuple(map(question_of, values["questions"])),
            "retired": tuple(map(question_of, values["retired"])),
        }
    )


def plain_problem(problem: Problem) -> list[Any]:
    """The problem as values that JSON knows, its path left out."""
    return [getattr(problem, field.name) for field in fields(problem) if field.name != "path"]


def problem_of(values: list[Any], path: str) -> Problem:
    """The problem that ``plain_problem`` took apart, found in ``path``."""
    line, column, level, *rest = values
    return Problem(path, line, column, Level(level), *rest)


def _placed(question: Question) -> dict[str, Any]:
    place = question.place
    values = plain_question(question)
    return values | {"place": [place.line, place.column]} if place else values


def _plain(value: Any) -> Any:
    if isinstance(value, Option):
        return [value.text, value.because]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, (Decimal, Made)):
        return str(value)
    return value


def _made(line: str) -> Made:
    name, prints = line.split(" ")
    rule, version = name.rsplit("/", 1)
    return Made(rule, int(version), *prints.split("-"))


def _rows(value: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, value))


def _options(value: list[list[Any]]) -> tuple[Option, ...]:
    return tuple([Option(text, because) for text, because in value])


# How the fields that JSON does not hold as they are come back; a field not named here does.
_READERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("tags", "evidence", "was", "not_with", "fixed", "keys", "items"), tuple),
    "extra": tuple,
    "wrong": _options,
    "blanks": _rows,
    "pairs": _rows,
    "points": Decimal,
    "tolerance": Decimal,
    "made": _made,
    "place": lambda value: Place(*value),
}


def _tuples_in(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: tuple(value) if isinstance(value, list | tuple) else value
        for name, value in values.items()
    }


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
