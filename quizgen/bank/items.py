"""Turn one item of a bank into a question: its type, its common fields, its answer."""

import re
from typing import Any

from quizgen.bank.answers import BUILDERS, blanks_shown
from quizgen.bank.fields import ITEM, KINDS
from quizgen.bank.kinds import infer
from quizgen.bank.mappings import read_simple, readers, unknown_keys
from quizgen.bank.report import Report
from quizgen.documents.nodes import Mapping, Node, Scalar, Sequence
from quizgen.model.question import Place, Question

_RENAMED = {"question": "stem", "from": "evidence", "not-with": "not_with"}
_OF_THE_ANSWER = {"choices", "answer", "wrong", "blanks", "order", "pairs"}
_COMMON = readers(field for field in ITEM if not field.kinds and field.name != "type")
_SPECIAL = {
    kind: readers(
        field for field in ITEM if kind in field.kinds and field.name not in _OF_THE_ANSWER
    )
    for kind in KINDS
}
_NAMES = frozenset(field.name for field in ITEM)
_WORD = re.compile(r"[A-Za-z-]+")
_TYPE = readers(field for field in ITEM if field.name == "type")
_KINDS_OF = {field.name: field.kinds for field in ITEM if field.kinds}


def read_item(node: Node, defaults: dict[str, object], report: Report) -> Question | None:
    """Read one item; None, with the reasons reported, if it cannot be asked as it is."""
    if not isinstance(node, Mapping):
        _no_fields(node, report)
        return None
    broken = report.repeated(node)
    written, node = node, unknown_keys(node, ITEM, report, "a question")
    if written is not node:
        new = node.entries.keys() - written.entries.keys()
        broken = broken or bool(new & {"question", *_OF_THE_ANSWER})
    common = read_simple(node, _COMMON, report)
    kind = _kind(node, report)
    if "question" not in common:
        _no_stem(node, report)
        broken = True
    if kind is None or not _fields_fit(node, kind, report):
        return None
    special = read_simple(node, _SPECIAL[kind], report)
    values = BUILDERS[kind](node, special, report)
    if broken or values is None:
        return None
    cls, own = values
    shared = _renamed({**defaults, **common})
    if kind in {"short", "cloze"} and "typos" in special:
        shared["typos"] = special["typos"]
    return cls(**shared, **own, place=Place(node.line, node.column))


def _no_fields(node: Node, report: Report) -> None:
    fix = "Begin with “- question: ” and put the other fields below it, indented alike."
    name = _WORD.match(node.value) if isinstance(node, Scalar) else None
    if name and name[0] in _NAMES:
        fix = f"Put a colon and a space behind “{name[0]}”."
    elif isinstance(node, Scalar):
        fix += " An option of the question above stands further right: “  - ”."
    report.add("wrong-shape", node, "a question should consist of fields", fix)


def _renamed(values: dict[str, object]) -> dict[str, Any]:
    """The values under the names that a question has for them."""
    for name, new in _RENAMED.items():
        if name in values:
            values[new] = values.pop(name)
    return values


def _no_stem(node: Mapping, report: Report) -> None:
    if "question" not in node.entries:
        fix = "Add “question:” with the question's text."
        report.add("missing", node, "this question has no text", fix)


def _kind(node: Mapping, report: Report) -> str | None:
    """The type that the item names, or else the one that its fields mean."""
    if "type" in node.entries:
        kind = read_simple(node, _TYPE, report).get("type")
        return str(kind) if kind else None
    answer = node.get("answer")
    words = answer.value.strip() if isinstance(answer, Scalar) else None
    several = isinstance(answer, Sequence)
    inferred = infer(node.entries.keys(), answer=words, several=several, blanks=blanks_shown(node))
    if inferred is None:
        _no_answer(node, report)
    if isinstance(answer, Scalar) and inferred in {"truefalse", "number", "short"}:
        return _by_quotes(answer, inferred, node, report)
    return inferred


def _by_quotes(answer: Scalar, inferred: str, node: Mapping, report: Report) -> str:
    """In quotes, true or 1863 is a text to type; bare, yes and no are worth a question."""
    if answer.style:
        return inferred if node.entries.keys() & {"unit", "tolerance"} else "short"
    if inferred == "short" and (word := answer.value.strip().lower()) in {"yes", "no"}:
        _guessed(answer, word, report)
    return inferred


def _guessed(answer: Scalar, words: str, report: Report) -> None:
    right = "true" if words == "yes" else "false"
    message = f"“{words}” is taken for an answer to type"
    fix = f"Add “type: short” if it is; for a true-or-false question write “answer: {right}”."
    report.add("guessed-type", answer, message, fix)


def _no_answer(node: Mapping, report: Report) -> None:
    fix = "Add “answer:” with the right answer; “type: open” for a question without one."
    report.add("no-answer", node, "this question has no answer", fix)


def _fields_fit(node: Mapping, kind: str, report: Report) -> bool:
    """Report fields that do not belong to the type; tell whether the answer is clear."""
    clear = True
    for name, (key, _) in node.entries.items():
        kinds = _KINDS_OF.get(name)
        if kinds is None or kind in kinds:
            continue
        message = f"“{name}” does not belong to a question of type {kind}"
        fix = f"Delete it; it belongs to: {', '.join(kinds)}."
        report.add("field-not-for-type", key, message, fix)
        clear = clear and name not in _OF_THE_ANSWER
    return clear
