"""Stamps: how quizgen knows an item of its own that nobody has touched since.

A stamp holds three fingerprints: of the transcript's words, of the item as it is laid
out in the file, of the values that make the question. Every other value (a hint, tags,
points …) belongs to the teacher and takes no part in the last one.
"""

import hashlib
import json
from enum import StrEnum

from quizgen.bank.identity import normalised
from quizgen.bank.writer import decimal, format_item
from quizgen.model.question import (
    Choice,
    Cloze,
    Made,
    Match,
    Multi,
    Number,
    Open,
    Order,
    Question,
    Short,
    TrueFalse,
)


class State(StrEnum):
    """What became of an item since quizgen wrote it."""

    UNTOUCHED = "untouched"
    LAID_OUT = "laid out"
    EDITED = "edited"
    BY_HAND = "by hand"


def stamp(question: Question, source_words: str, *, rule: str, version: int) -> Made:
    """Make the stamp of an item that ``format_item`` is about to write."""
    return Made(
        rule=rule,
        version=version,
        source=fingerprint(normalised(source_words)),
        text=text_fingerprint(format_item(question)),
        content=content_fingerprint(question),
    )


def state(question: Question, text: str) -> State:
    """Tell whether an item is as quizgen wrote it; ``text`` are its lines in the file."""
    if question.made is None:
        return State.BY_HAND
    if question.made.text == text_fingerprint(text):  # the same lines say the same
        return State.UNTOUCHED
    if question.made.content != content_fingerprint(question):
        return State.EDITED
    return State.LAID_OUT


def item_id(question: Question) -> str:
    """What the history knows a question by: its id, or its content while it has none."""
    return question.id or f"~{content_fingerprint(question)}"


def text_fingerprint(text: str) -> str:
    """Fingerprint an item's lines: not ``made:``, line ends, or blank lines around it."""
    lines = [line.rstrip() for line in text.splitlines()]
    kept = [line for line in lines if not line.lstrip(" -").startswith("made:")]
    return fingerprint("\n".join(kept).strip("\n"))


def content_fingerprint(question: Question) -> str:
    """Fingerprint the values that make the question, as sorted JSON; blanks count as one."""
    values = {
        "type": question.kind,
        "question": question.stem,
        "quote": question.quote,
        "from": question.evidence,
        **_answers(question),
    }
    plain = _spaced(values)
    return fingerprint(json.dumps(plain, sort_keys=True, ensure_ascii=False))


def fingerprint(text: str) -> str:
    """Eight hexadecimal digits of BLAKE2b."""
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()


def _spaced(value: object) -> object:
    """Blanks at the ends of folded lines become part of a text without anybody meaning it."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: _spaced(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_spaced(item) for item in value]
    return value


def _answers(question: Question) -> dict[str, object]:
    values: dict[str, object]
    match question:
        case Choice():
            values = {"answer": question.key, "wrong": _wrong(question)}
        case Multi():
            values = {"answer": question.keys, "wrong": _wrong(question)}
        case Short():
            values = {"answer": question.keys}
        case Cloze():
            values = {"blanks": question.blanks}
        case Number():
            off = f"{decimal(question.tolerance)}{'%' if question.percent else ''}"
            values = {"answer": decimal(question.key), "tolerance": off, "unit": question.unit}
        case Order():
            values = {"order": question.items}
        case Match():
            values = {"pairs": question.pairs, "extra": question.extra}
        case TrueFalse() | Open():
            values = {"answer": question.key}
        case _:
            raise TypeError(question)
    return values


def _wrong(question: Choice | Multi) -> object:
    return [question.fixed, [[option.text, option.because] for option in question.wrong]]
