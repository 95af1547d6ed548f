"""Whether rows that came from elsewhere can be what quizgen writes; a file may be anybody's."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from quizgen.bank.as_json import decode
from quizgen.model.question import Made, Option
from quizgen.study.grading import expected
from quizgen.study.session import Mode

_LARGEST = 2**63
_YEAR_9000 = 221_845_392_000_000
_LONGEST = 10**10
_TRIES = 10_000
_DEPTH = 4


def is_row(row: object) -> bool:
    """Whether it is a row at all: names and values that a database can hold."""
    return isinstance(row, Mapping) and all(map(_is_value, row.values()))


def is_sound(table: str, row: Mapping[str, Any]) -> bool:
    """Whether the values of a row are of the kind and size that the log has."""
    if not all(isinstance(row[name], str) and row[name] for name in ("id",) if name in row):
        return False
    return all(check(row[name]) for name, check in _CHECKS.get(table, {}).items() if name in row)


def _is_value(value: object) -> bool:
    if isinstance(value, str):
        return value.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in value)
    if isinstance(value, int):
        return -_LARGEST <= value < _LARGEST
    return value is None


def _between(least: int, most: int) -> Callable[[object], bool]:
    return lambda value: isinstance(value, int) and least <= value <= most


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= 200


def _is_mode(value: object) -> bool:
    return value in set(Mode)


def _is_question(value: object) -> bool:
    """Whether a question can be made of it, all of whose parts are texts where texts should be."""
    if not isinstance(value, str):
        return False
    try:
        question = decode(value)
        shown = expected(question)
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError):
        return False
    parts = (getattr(question, name) for name in question.__dataclass_fields__ if name != "typos")
    return isinstance(question.stem, str) and isinstance(shown, str) and all(map(_is_part, parts))


def _is_part(value: object, depth: int = 0) -> bool:
    if isinstance(value, tuple):
        return depth < _DEPTH and all(_is_part(one, depth + 1) for one in value)
    if isinstance(value, Option):
        return isinstance(value.text, str) and isinstance(value.because, str | None)
    return value is None or isinstance(value, str | bool | Decimal | Made)


def _is_response(value: object) -> bool:
    given = _loaded(value)
    return isinstance(given, str) or _are_texts(given)


def _is_list(value: object) -> bool:
    return _are_texts(_loaded(value))


def _loaded(value: object) -> object:
    if not isinstance(value, str):
        return None
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


_TIME = _between(0, _YEAR_9000)
_CHECKS: dict[str, dict[str, Callable[[object], bool]]] = {
    "learners": {"name": _is_name, "at": _TIME},
    "questions": {"text": _is_question},
    "sessions": {"mode": _is_mode, "at": _TIME},
    "session_items": {"options": _is_list, "position": _between(0, _LONGEST)},
    "events": {"at": _TIME},
    "turns": {"position": _between(0, _LONGEST)},
    "rewordings": {"options": _is_list, "position": _between(0, _LONGEST)},
    "answers": {
        "mode": _is_mode,
        "response": _is_response,
        "attempt": _between(1, _TRIES),
        "at": _TIME,
        "ms": _between(0, _LONGEST),
        "day": _between(0, _YEAR_9000 // 86_400_000),
    },
}
