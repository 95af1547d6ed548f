"""Show problems of files: as text with a caret, as JSON, or as GitHub's annotations."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from quizgen.model.counted import many

if TYPE_CHECKING:
    from quizgen.cli.bots import Played
    from quizgen.model.problem import Problem

WIDTH = 100
"""Columns of a line that are shown; of a longer one the part around the problem."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked: how many questions it has, its problems, how guessing fares."""

    path: str
    questions: int
    problems: "tuple[Problem, ...]"
    bots: "Played | None" = None


def as_text(checked: Sequence[Checked]) -> Iterable[str]:
    """A line an editor can jump to, then the line of the file, a caret, and the fix."""
    for bank in checked:
        for problem in bank.problems:
            yield str(problem)
            if problem.excerpt.strip():
                line, caret = _window(problem.excerpt, problem.column)
                yield f"    {line}"
                yield f"    {caret}"
            if problem.fix:
                yield f"    {problem.fix}"


def as_json(checked: Sequence[Checked]) -> Iterable[str]:
    """One JSON object with the banks and their problems."""
    banks = [
        {
            "path": bank.path,
            "questions": bank.questions,
            "problems": [asdict(problem) for problem in bank.problems],
        }
        for bank in checked
    ]
    played = [bank.bots for bank in checked if bank.bots]
    bots = {"bots": _bots(played)} if played else {}
    yield json.dumps({"banks": banks, **bots, **totals(checked)}, ensure_ascii=False, indent=2)


def _bots(played: "list[Played]") -> list[dict[str, Any]]:
    from quizgen.cli.bots import as_data, pooled

    return as_data(pooled(played))


def as_github(checked: Sequence[Checked]) -> Iterable[str]:
    """Workflow commands, which GitHub shows beside the lines of a change."""
    for bank in checked:
        for problem in bank.problems:
            level = "notice" if problem.level == "note" else problem.level
            place = f"file={_property(problem.path)}"
            if problem.line:
                place += f",line={problem.line},col={problem.column}"
            words = f"{problem.message}. {problem.fix}" if problem.fix else problem.message
            yield f"::{level} {place},title={problem.code}::{_escape(words)}"


REPORTERS = {"text": as_text, "json": as_json, "github": as_github}


def totals(checked: Sequence[Checked]) -> dict[str, int]:
    """How many questions, errors and warnings there are in all."""
    levels = Counter(str(problem.level) for bank in checked for problem in bank.problems)
    questions = sum(bank.questions for bank in checked)
    return {"questions": questions, "errors": levels["error"], "warnings": levels["warning"]}


def summary(checked: Sequence[Checked]) -> str:
    """What was found, in one sentence."""
    found = totals(checked)
    counted = f"{many(len(checked), 'bank')}, {many(found['questions'], 'question')}"
    if not found["errors"] and not found["warnings"]:
        return f"{counted}: nothing wrong."
    return f"{counted}: {many(found['errors'], 'error')}, {many(found['warnings'], 'warning')}."


def _window(line: str, column: int) -> tuple[str, str]:
    """The part of a line to show, and a line with a caret under ``column`` (from 1)."""
    shown = "".join(sign if sign.isprintable() else " " for sign in line.rstrip())
    start = 0 if len(shown) <= WIDTH else max(0, column - WIDTH // 2)
    before, after = shown[start : column - 1], shown[max(column - 1, start) : start + WIDTH]
    lead = "… " if start else ""
    tail = " …" if start + WIDTH < len(shown) else ""
    return f"{lead}{before}{after}{tail}", " " * (len(lead) + _cells(before)) + "^"


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    combining = sum(unicodedata.combining(sign) != 0 for sign in text)
    return len(text) + wide - combining


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
