"""Tell an item's type from the fields that it has, so that ``type:`` may be left out."""

import re
from collections.abc import Set as AbstractSet

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

BLANK = re.compile(r"_{3,}")
"""A blank to fill in: three or more low lines, written ``____``."""

NUMBER = re.compile(r"[-+−]?(0|[1-9][0-9]*)(\.[0-9]+)?")
"""A number as people write it: 12, -3, 0.5; not 010, 1_000, 1e3 or 12:30."""


def infer(
    fields: AbstractSet[str], *, answer: str | None, several: bool, blanks: int
) -> str | None:
    """Name the type that the ``fields`` of an item mean, or None where they mean nothing.

    ``answer`` is the text of the answer if it is a single one, ``several`` whether it is
    a list, ``blanks`` how many ``____`` its stem or quote holds.
    """
    by_field = {"pairs": "match", "order": "order", "blanks": "cloze"}
    for field, kind in by_field.items():
        if field in fields:
            return kind
    if fields & {"wrong", "choices"}:
        return "multi" if several else "choice"
    if fields & {"tolerance", "unit"}:
        return "number"
    if answer is None and not several:
        return None
    if blanks:
        return "cloze"
    return _by_answer(answer)


def guessed_kind(question: Question) -> str | None:
    """Name the type that a reader would infer from this item as it is written."""
    fields: set[str] = set()
    answer: str | None = None
    several = False
    match question:
        case Choice():
            fields = {"wrong"}
        case Multi():
            fields, several = ({"wrong"} if question.wrong else set()), True
        case TrueFalse():
            answer = "true" if question.key else "false"
        case Short():
            answer, several = question.keys[0], len(question.keys) > 1
        case Cloze():
            fields, answer = _blanks_written(question)
        case Number():
            fields, answer = ({"unit"} if question.unit else set()), "0"
        case Order():
            fields = {"order"}
        case Match():
            fields = {"pairs"}
        case Open():
            answer = question.key
    return infer(fields, answer=answer, several=several, blanks=blank_count(question))


def blank_count(question: Question) -> int:
    """Count the blanks of an item: those of its quote, or of its stem where that has none."""
    return len(BLANK.findall(question.quote or "")) or len(BLANK.findall(question.stem))


def _by_answer(answer: str | None) -> str:
    if answer is None:
        return "short"
    if answer.lower() in {"true", "false"}:
        return "truefalse"
    return "number" if NUMBER.fullmatch(answer) else "short"


def _blanks_written(question: Cloze) -> tuple[set[str], str | None]:
    if len(question.blanks) == 1 and len(question.blanks[0]) == 1:
        return set(), question.blanks[0][0]
    return {"blanks"}, None
