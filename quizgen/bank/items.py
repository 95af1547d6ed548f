"""Turn one item of a bank into a question: its type, its common fields, its answer."""

from typing import Any

from quizgen.bank.answers import BUILDERS, blanks_shown
from quizgen.bank.fields import ITEM
from quizgen.bank.kinds import infer
from quizgen.bank.report import Report
from quizgen.bank.values import read_simple, unknown_keys
from quizgen.documents.nodes import Mapping, Node, Scalar, Sequence
from quizgen.model.question import Place, Question

_RENAMED = {"question": "stem", "from": "evidence", "not-with": "not_with"}
_OF_THE_ANSWER = {"choices", "answer", "wrong", "blanks", "order", "pairs"}
_COMMON = tuple(field for field in ITEM if not field.kinds and field.name != "type")
_SPECIAL = tuple(field for field in ITEM if field.kinds and field.name not in _OF_THE_ANSWER)
_TYPE = tuple(field for field in ITEM if field.name == "type")


def read_item(node: Node, defaults: dict[str, object], report: Report) -> Question | None:
    """Read one item; None, with the reasons reported, if it cannot be asked as it is."""
    if not isinstance(node, Mapping):
        fix = "Begin with “- question: ” and put the other fields below it, indented alike."
        report.add("wrong-shape", node, "a question should consist of fields", fix)
        return None
    broken = report.repeated(node)
    asked = {"question", *_OF_THE_ANSWER}
    written, node = node, unknown_keys(node, ITEM, report, "a question")
    broken = broken or any(name not in written.entries for name in asked & node.entries.keys())
    common = read_simple(node, _COMMON, report)
    kind = _kind(node, report)
    if "stem" not in _renamed(common):
        _no_stem(node, report)
        broken = True
    if kind is None or not _fields_fit(node, kind, report):
        return None
    special = _special(node, kind, report)
    values = BUILDERS[kind](node, special, report)
    if broken or values is None:
        return None
    cls, own = values
    shared = _renamed({**defaults, **common})
    if kind in {"short", "cloze"} and "typos" in special:
        shared["typos"] = special["typos"]
    return cls(**shared, **own, place=Place(node.line, node.column))


def _renamed(values: dict[str, object]) -> dict[str, Any]:
    return {_RENAMED.get(name, name): value for name, value in values.items()}


def _special(node: Mapping, kind: str, report: Report) -> dict[str, object]:
    """Read the fields of a few types that are no answers, such as ``unit``."""
    return read_simple(node, tuple(field for field in _SPECIAL if kind in field.kinds), report)


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
    for field in ITEM:
        entry = node.entries.get(field.name)
        if entry is None or not field.kinds or kind in field.kinds:
            continue
        message = f"“{field.name}” does not belong to a question of type {kind}"
        fix = f"Delete it; it belongs to: {', '.join(field.kinds)}."
        report.add("field-not-for-type", entry[0], message, fix)
        clear = clear and field.name not in _OF_THE_ANSWER
    return clear
