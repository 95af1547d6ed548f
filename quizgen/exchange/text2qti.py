"""text2qti's text, read: numbered questions, lettered options with ``*`` at the right one.

``[*]`` marks boxes, ``* answer`` an answer to type, ``= 5 +- 1`` a number, ``____`` an open
question; ``...`` begins what is said afterwards.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from quizgen.bank.kinds import NUMBER
from quizgen.exchange.api import Fault, Incoming, Row
from quizgen.exchange.reading import UnreadableError, limited, lines_of
from quizgen.model.question import (
    Choice,
    Multi,
    Number,
    Open,
    Option,
    Question,
    Short,
    TrueFalse,
)

TITLE = "text2qti"
SUMMARY = "Plain text as text2qti turns into quizzes for Canvas."

_QUESTION = re.compile(r"\d+\.\s+(.*\S)\s*")
_OPTION = re.compile(r"(\*?)[a-zA-Z]\)\s+(.*\S)\s*")
_BOX = re.compile(r"\[([ *]?)\]\s+(.*\S)\s*")
_SHORT = re.compile(r"\*\s+(.*\S)\s*")
_NUMERIC = re.compile(r"=\s*(.*\S)\s*")
_ESSAY = re.compile(r"_{3,}\s*")
_SAID = re.compile(r"(\.\.\.|\+|-)\s+(.*\S)\s*")
_HEAD = re.compile(
    r"(quiz title|title|points|quiz description|text title|text)\s*:\s*(.*)", re.IGNORECASE
)
_NUMBER_OFF = re.compile(r"(\S+)\s*\+-\s*(\S+?)(%?)")
_RANGE = re.compile(r"\[\s*(\S+?)\s*,\s*(\S+?)\s*\]")
_SKIPPED = re.compile(r"(GROUP|END_GROUP|pick\s*:.*|points per question\s*:.*|%.*)", re.IGNORECASE)
_MARKS = (("option", _OPTION), ("box", _BOX), ("number", _NUMERIC), ("short", _SHORT))


@dataclass(slots=True)
class _Draft:
    """A question while its lines come in. ``answers`` are kind, mark, text and feedback."""

    line: int
    stem: list[str]
    points: Decimal
    answers: list[tuple[str, str, list[str], list[str]]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    essay: bool = False
    last: list[str] | None = None


def score(text: str) -> float:
    """Questions are numbered and an answer to one is marked in a way of text2qti's own."""
    lines = [line.strip() for line in lines_of(text)[:2000]]
    numbered = any(map(_QUESTION.fullmatch, lines))
    marked = any(
        (line.startswith("*") and _OPTION.fullmatch(line)) or _BOX.fullmatch(line) for line in lines
    )
    titled = any(line.lower().startswith("quiz title:") for line in lines)
    typed = any(_ESSAY.fullmatch(line) or _NUMERIC.fullmatch(line) for line in lines)
    return 0.75 if numbered and (marked or titled or typed) else 0.0


def read(text: str) -> Incoming:
    """Read all questions; groups are read through, code that makes questions is not run."""
    rows: list[Row] = []
    faults: list[Fault] = []
    head: dict[str, str] = {}
    for draft in _drafts(text, head, faults):
        try:
            rows.append(Row(draft.line, _question(draft)))
        except UnreadableError as reason:
            faults.append(Fault(draft.line, str(reason)))
    return Incoming(tuple(rows), tuple(faults), head.get("quiz title"))


def _drafts(text: str, head: dict[str, str], faults: list[Fault]) -> Iterator[_Draft]:
    draft: _Draft | None = None
    points = Decimal(1)
    for number, raw in _told(text, faults):
        line = raw.strip()
        found = _HEAD.fullmatch(line) if not raw[:1].isspace() else None
        if found:
            name, value = found[1].casefold(), found[2].strip()
            head.setdefault(name, value)
            if name == "points" and re.fullmatch(r"\d{1,4}(\.\d{1,3})?", value):
                points = Decimal(value)
            continue
        question = _QUESTION.fullmatch(line) if not raw[:1].isspace() else None
        if question:
            if draft:
                yield draft
            draft = _Draft(number, [question[1]], points)
            draft.last, points = draft.stem, Decimal(1)
        elif draft is None:
            faults.append(Fault(number, "it belongs to no question, as “1. …”"))
        else:
            _take(draft, line, indented=raw[:1].isspace())
    if draft:
        yield draft


def _told(text: str, faults: list[Fault]) -> Iterator[tuple[int, str]]:
    """The lines that say something: no comments, no code, no marks of groups."""
    closing = ""
    for number, line in enumerate(lines_of(text), start=1):
        stripped = line.strip()
        if closing:
            closing = "" if stripped == closing else closing
        elif stripped == "COMMENT":
            closing = "END_COMMENT"
        elif stripped.startswith("```") and ".python" in stripped:
            closing = "```"
            faults.append(Fault(number, "code that would make questions is not run"))
        elif stripped and not _SKIPPED.fullmatch(stripped):
            yield number, line


def _take(draft: _Draft, line: str, *, indented: bool) -> None:
    """Take a line into the question: an answer, what is said, or more of the text before."""
    said = _SAID.fullmatch(line)
    if indented and draft.last is not None:
        draft.last.append(line)
    elif _ESSAY.fullmatch(line):
        draft.essay = True
    elif said:
        target = draft.said
        if draft.answers and said[1] == "..." and draft.answers[-1][0] in {"option", "box"}:
            target = draft.answers[-1][3]
        target.append(said[2])
        draft.last = target
    else:
        _take_answer(draft, line)


def _take_answer(draft: _Draft, line: str) -> None:
    for kind, pattern in _MARKS:
        found = pattern.fullmatch(line)
        if found:
            mark, text = (found[1], found[2]) if found.lastindex == 2 else ("*", found[1])
            texts = [text]
            draft.answers.append((kind, mark.strip(), texts, []))
            draft.last = texts
            return
    (draft.last if draft.last is not None else draft.stem).append(line)


def _question(draft: _Draft) -> Question:
    common: dict[str, Any] = {
        "stem": "\n".join(draft.stem),
        "points": draft.points,
        "explanation": "\n\n".join(draft.said) or None,
    }
    if draft.essay:
        return Open(**common)
    kinds = {kind for kind, _, _, _ in draft.answers}
    if not kinds:
        raise UnreadableError("it has no answers")
    if len(kinds) > 1:
        raise UnreadableError("its answers are of different kinds")
    answers = [
        (mark, "\n".join(text), " ".join(said)) for _, mark, text, said in limited(draft.answers)
    ]
    kind = kinds.pop()
    if kind == "short":
        return Short(keys=tuple(dict.fromkeys(text for _, text, _ in answers)), **common)
    if kind == "number":
        return _number(answers[0][1], common)
    return _choosing(kind, answers, common)


def _choosing(kind: str, answers: list[tuple[str, str, str]], common: dict[str, Any]) -> Question:
    keys = tuple(text for mark, text, _ in answers if mark == "*")
    wrong = tuple(Option(text, said or None) for mark, text, said in answers if mark != "*")
    told = [common["explanation"], *(said for mark, _, said in answers if mark == "*")]
    common["explanation"] = "\n\n".join(one for one in told if one) or None
    if not keys:
        raise UnreadableError("none of its answers is marked with *")
    if kind == "box":
        return Multi(keys=keys, wrong=wrong, **common)
    if len(keys) > 1:
        raise UnreadableError("several of its options are marked with *; boxes [*] may be")
    if {text.casefold() for _, text, _ in answers} == {"true", "false"}:
        return TrueFalse(key=keys[0].casefold() == "true", **common)
    return Choice(key=keys[0], wrong=wrong, **common)


def _number(text: str, common: dict[str, Any]) -> Question:
    """``5``, ``5 +- 1``, ``5 +- 2%`` or ``[4, 6]``."""
    if found := _RANGE.fullmatch(text):
        low, high = _decimal(found[1]), _decimal(found[2])
        return Number(key=(low + high) / 2, tolerance=abs(high - low) / 2, **common)
    if found := _NUMBER_OFF.fullmatch(text):
        off = abs(_decimal(found[2]))
        return Number(key=_decimal(found[1]), tolerance=off, percent=bool(found[3]), **common)
    return Number(key=_decimal(text), **common)


def _decimal(text: str) -> Decimal:
    if not NUMBER.fullmatch(text):
        raise UnreadableError(f"“{text[:40]}” is not a number")
    return Decimal(text.replace("−", "-"))
