"""Questions as JSON, so that the history knows what was asked after the bank has changed."""

import json
from dataclasses import fields
from decimal import Decimal
from typing import Any

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
    Question,
    Short,
    TrueFalse,
)

_KINDS: dict[str, type[Question]] = {
    kind.kind: kind for kind in (Choice, Multi, TrueFalse, Short, Cloze, Number, Order, Match, Open)
}
_DECIMALS = {"points", "tolerance"}


def encode(question: Question) -> str:
    """The question as one line of JSON; what has its default value is left out."""
    return _json({"kind": question.kind, **_values(question)})


def decode(text: str) -> Question:
    """The question that ``encode`` wrote; fields that this version does not know are dropped."""
    values = json.loads(text)
    kind = _KINDS[values["kind"]]
    known = {field.name for field in fields(kind)}
    return kind(**{name: _read(kind, name, values[name]) for name in known & set(values)})


def _values(question: Question) -> dict[str, Any]:
    return {
        field.name: _plain(value)
        for field in fields(question)
        if field.name != "place"
        and (value := getattr(question, field.name)) != field.default
        and value is not None
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Option):
        return [value.text, value.because]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, (Decimal, Made)):
        return str(value)
    return value


def _read(kind: type[Question], name: str, value: Any) -> Any:
    if name == "wrong":
        return tuple(Option(text, because) for text, because in value)
    if name == "made":
        return _made(value)
    if name in _DECIMALS or (name == "key" and kind is Number):
        return Decimal(value)
    return _tuples(value)


def _tuples(value: Any) -> Any:
    return tuple(_tuples(one) for one in value) if isinstance(value, list) else value


def _made(line: str) -> Made:
    name, prints = line.split(" ")
    rule, version = name.rsplit("/", 1)
    return Made(rule, int(version), *prints.split("-"))


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
