"""Read tables of questions: CSV, TSV or semicolons, by the names of their columns.

The columns may be quizgen's own (``csv_table``), or those that people give them: a prompt,
some options, the right one by its text, letter or number. A table without a header has the
question in its first column and the answer in its second.
"""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from quizgen.bank.kinds import NUMBER
from quizgen.exchange.api import Fault, Incoming, Row
from quizgen.exchange.csv_cells import amount, difficulty, parts, plain, tags
from quizgen.exchange.csv_columns import columns_of
from quizgen.exchange.reading import LONGEST_ANSWER, UnreadableError, limited, lines_of
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

_TYPES = {
    "choice": "choice multiplechoice mc mcq single singlechoice multichoice quiz radio",
    "multi": "multi multipleanswer multipleanswers multiselect checkbox ma multipleresponse",
    "truefalse": "truefalse tf boolean yesno trueorfalse",
    "short": "short shortanswer fillin text typed sa",
    "cloze": "cloze fillintheblank blank blanks fillblank fib gap",
    "number": "number numeric numerical num",
    "order": "order ordering sequence",
    "match": "match matching pairs",
    "open": "open essay longanswer freetext flashcard",
}
_KINDS = {alias: kind for kind, aliases in _TYPES.items() for alias in aliases.split()}
_TRUE, _FALSE = {"true", "t", "yes", "1"}, {"false", "f", "no", "0"}
_DELIMITERS = "\t,;|"


def score(text: str) -> float:
    """A table has a header that names a question, or at least tabs in every line."""
    delimiter = _delimiter(text)
    if delimiter is None:
        return 0.0
    first = next(csv.reader(lines_of(text)[:50], delimiter=delimiter), [])
    if _asks(columns_of(first)):
        return 0.7
    lines = [line for line in lines_of(text)[:50] if line.strip()]
    return 0.4 if delimiter == "\t" and all("\t" in line for line in lines) else 0.0


def read(text: str) -> Incoming:
    """Read all rows by their columns' names."""
    delimiter = _delimiter(text) or ","
    rows: list[Row] = []
    faults: list[Fault] = []
    columns: dict[int, tuple[str, int]] | None = None
    for line, cells in _rows(text, delimiter, faults):
        if columns is None:
            columns = columns_of(cells)
            if _asks(columns):
                continue
            columns = {0: ("question", 0), 1: ("answer", 0)}
        try:
            rows.append(Row(line, _question(cells, columns)))
        except UnreadableError as reason:
            faults.append(Fault(line, str(reason)))
    return Incoming(tuple(rows), tuple(faults))


def card(front: str, back: str) -> Question:
    """A question and its answer, where nothing says of which type it is.

    Raises:
        UnreadableError: they are no question.
    """
    return _question([front, back], {0: ("question", 0), 1: ("answer", 0)})


def _delimiter(text: str) -> str | None:
    """The sign that the first line has most of."""
    first = next((line for line in lines_of(text) if line.strip()), "")
    counts = {sign: first.count(sign) for sign in _DELIMITERS}
    best = max(counts, key=lambda sign: counts[sign])
    return best if counts[best] else None


def _asks(columns: dict[int, tuple[str, int]]) -> bool:
    return any(name == "question" for name, _ in columns.values())


def _rows(text: str, delimiter: str, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield before + 1, cells
            before = reader.line_num
    except csv.Error as error:
        faults.append(Fault(before + 1, f"the rest of the table cannot be read: {error}"))


def _question(cells: list[str], columns: dict[int, tuple[str, int]]) -> Question:
    values: dict[str, list[str]] = {}
    reasons: dict[int, str] = {}
    told: dict[str, str | None] = {}
    for at, (name, number) in limited(list(columns.items())):
        text = plain(cells[at]) if at < len(cells) else ""
        if not text:
            continue
        if name == "because":
            reasons[number] = text
        elif name.endswith(" list"):
            texts = [one.strip() for one in re.split(r"[;|\n]", text) if one.strip()]
            values.setdefault(name.removesuffix(" list"), []).extend(texts)
        else:
            values.setdefault(name, []).append(text)
    told = {
        plain(cells[at]): reasons.get(number)
        for at, (name, number) in columns.items()
        if name in {"choice", "wrong"} and at < len(cells)
    }
    first = {name: texts[0] for name, texts in values.items() if texts[0]}
    if "question" not in first:
        raise UnreadableError("it has no question")
    common: dict[str, Any] = {
        "stem": first["question"],
        "context": first.get("context"),
        "quote": first.get("quote"),
        "hint": first.get("hint"),
        "explanation": first.get("explanation"),
        "topic": first.get("topic"),
        "speaker": first.get("speaker"),
        "tags": tags(first.get("tags", "")),
        "difficulty": difficulty(first.get("difficulty", "")),
        "points": amount(first.get("points", ""), Decimal(1)),
        "shuffle": first.get("shuffle", "").casefold() not in {"no", "false", "0"},
        "evidence": parts(first.get("from", "")),
        "id": first.get("id"),
    }
    kind = _kind(first, values)
    if kind in {"short", "cloze"} and first.get("typos", "").isdecimal():
        common["typos"] = int(first["typos"][:3])
    return _built(kind, values, first, common, told)


def _kind(first: dict[str, str], values: dict[str, list[str]]) -> str:
    said = re.sub(r"[^a-z]", "", first.get("type", "").casefold())
    if said in _KINDS:
        return _KINDS[said]
    if "left" in values:
        return "match"
    answers = values.get("answer", [])
    if "choice" in values or "wrong" in values:
        options = {option.casefold() for option in values.get("choice", [])}
        kind = "multi" if len(answers) > 1 else "choice"
        return "truefalse" if options and options <= {"true", "false"} else kind
    return _kind_of_answer(answers[0] if answers else "", first)


def _kind_of_answer(answer: str, first: dict[str, str]) -> str:
    kind = "open"
    if answer.casefold() in {"true", "false"}:
        kind = "truefalse"
    elif re.search(r"_{3,}", first.get("quote", "") or first["question"]):
        kind = "cloze"
    elif NUMBER.fullmatch(answer) and "tolerance" in first:
        kind = "number"
    elif answer and len(answer) <= LONGEST_ANSWER and "\n" not in answer:
        kind = "short"
    return kind


def _built(
    kind: str,
    values: dict[str, list[str]],
    first: dict[str, str],
    common: dict[str, Any],
    told: dict[str, str | None],
) -> Question:
    answers = tuple(values.get("answer", []))
    if kind == "match":
        pairs = tuple(zip(values.get("left", []), values.get("right", []), strict=False))
        return Match(pairs=pairs, extra=tuple(values.get("extra", [])), **common)
    if kind == "open":
        return Open(key=answers[0] if answers else None, **common)
    if not answers:
        raise UnreadableError("it has no answer")
    if kind in {"choice", "multi"}:
        return _choosing(kind, values, answers, common, told)
    if kind == "number":
        return _numeric(answers[0], first, common)
    return _typed(kind, answers, values, common)


def _typed(
    kind: str, answers: tuple[str, ...], values: dict[str, list[str]], common: dict[str, Any]
) -> Question:
    match kind:
        case "truefalse":
            return TrueFalse(key=_truth(answers[0], values.get("choice", [])), **common)
        case "cloze":
            return Cloze(blanks=tuple(parts(answer) for answer in answers), **common)
        case "order":
            return Order(items=answers, **common)
    return Short(keys=answers, **common)


def _choosing(
    kind: str,
    values: dict[str, list[str]],
    answers: tuple[str, ...],
    common: dict[str, Any],
    told: dict[str, str | None],
) -> Question:
    choices = values.get("choice", [])
    keys = answers
    if choices:
        keys = tuple(_meant(answer, choices) for answer in _several(answers, choices))
    texts = [text for text in choices or values.get("wrong", []) if not choices or text not in keys]
    wrong = tuple(Option(text, told.get(text)) for text in texts)
    fixed = _own_order(values, choices)
    if len(keys) == 1 and kind == "choice":
        return Choice(key=keys[0], wrong=wrong, fixed=fixed, **common)
    return Multi(keys=keys, wrong=wrong, fixed=fixed, **common)


def _own_order(values: dict[str, list[str]], choices: list[str]) -> tuple[str, ...]:
    """Quizgen writes choices only where their order matters; other tables mean nothing by it."""
    return tuple(choices) if values.get("type", [""])[0] in {"choice", "multi"} else ()


def _several(answers: tuple[str, ...], choices: list[str]) -> list[str]:
    """Several right answers in one cell: ``A, C`` or ``1;3``, or texts of options."""
    if len(answers) > 1 or answers[0] in choices:
        return list(answers)
    pieces = [piece.strip() for piece in re.split(r"[,;|\n]", answers[0]) if piece.strip()]
    marks = all(re.fullmatch(r"[A-Za-z]|\d{1,2}", piece) for piece in pieces)
    known = all(piece in choices for piece in pieces)
    return pieces if len(pieces) > 1 and (marks or known) else list(answers)


def _meant(answer: str, choices: list[str]) -> str:
    """The option that an answer names: by its text, its letter or its number."""
    folded = {choice.casefold(): choice for choice in reversed(choices)}
    if answer in choices:
        return answer
    if answer.casefold() in folded:
        return folded[answer.casefold()]
    mark = re.fullmatch(
        r"(?:option|choice|answer)?\s*(?:([a-h])|(\d{1,2}))[.)]?", answer.casefold()
    )
    at = (ord(mark[1]) - ord("a") if mark[1] else int(mark[2]) - 1) if mark else -1
    if 0 <= at < len(choices):
        return choices[at]
    raise UnreadableError(f"its answer “{answer[:40]}” is none of its options")


def _truth(answer: str, choices: list[str]) -> bool:
    if len(choices) == 2 and answer.casefold() in {"a", "b", "1", "2"}:
        answer = choices[answer.casefold() in {"b", "2"}]
    word = answer.casefold()
    if word not in _TRUE | _FALSE:
        raise UnreadableError(f"its answer “{answer[:40]}” is neither true nor false")
    return word in _TRUE


def _numeric(answer: str, first: dict[str, str], common: dict[str, Any]) -> Question:
    off = first.get("tolerance", "").strip()
    bare = off.removesuffix("%").strip()
    if not NUMBER.fullmatch(answer):
        raise UnreadableError(f"its answer “{answer[:40]}” is not a number")
    if off and not NUMBER.fullmatch(bare):
        raise UnreadableError(f"its tolerance “{off[:40]}” is not a number")
    return Number(
        key=amount(answer, Decimal(0)),
        tolerance=abs(amount(bare, Decimal(0))),
        percent=off.endswith("%"),
        unit=first.get("unit"),
        **common,
    )
