"""Read what makes a question of each type: a builder a type, in the table ``BUILDERS``.

A builder takes the item's node and the simple fields of its type, and returns the class
of the question with the values that only this class has; None if it cannot be asked.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

from quizgen.bank.kinds import BLANK
from quizgen.bank.options import (
    compare,
    curly,
    folded,
    maybe_list,
    maybe_split,
    not_among,
    read_options,
)
from quizgen.bank.report import Report, short
from quizgen.bank.values import amount, flag, text, texts
from quizgen.documents.nodes import Mapping, Node, Scalar, Sequence
from quizgen.model.counted import many
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

Built: TypeAlias = tuple[type[Question], dict[str, Any]] | None
Builder: TypeAlias = Callable[[Mapping, dict[str, object], Report], Built]


def _answer(node: Mapping, report: Report) -> Node | None:
    answer = node.get("answer")
    if answer is None:
        fix = "Add “answer:” with the text of the right answer."
        report.add("no-answer", node, "this question has no answer", fix)
    return answer


def _choice(node: Mapping, _: dict[str, object], report: Report) -> Built:
    answer = _answer(node, report)
    key = text(answer, "answer", report) if answer is not None else None
    chosen = None if key is None or answer is None else [(key, answer)]
    options = _options(node, chosen, report)
    if options is None or key is None:
        return None
    wrong, fixed = options
    if not wrong:
        report.add("no-wrong", node, "there is only one option", "Add wrong options to “wrong:”.")
        return None
    return Choice, {"key": key, "wrong": wrong, "fixed": fixed}


def _multi(node: Mapping, _: dict[str, object], report: Report) -> Built:
    answer = _answer(node, report)
    keys = texts(answer, "answer", report) if answer is not None else None
    if keys is None or answer is None:
        _options(node, None, report)
        return None
    nodes = answer.items if isinstance(answer, Sequence) else [answer]
    chosen = list(zip(keys, nodes, strict=True))
    if "wrong" not in node.entries and "choices" not in node.entries:
        return (Multi, {"keys": keys, "wrong": ()}) if compare(chosen, report) else None
    options = _options(node, chosen, report)
    if options is None:
        return None
    return Multi, {"keys": keys, "wrong": options[0], "fixed": options[1]}


def _options(
    node: Mapping, chosen: list[tuple[str, Node]] | None, report: Report
) -> tuple[tuple[Option, ...], tuple[str, ...]] | None:
    """The wrong options, and all of them in order where ``choices`` gives an order."""
    wrong, choices = node.entries.get("wrong"), node.entries.get("choices")
    if wrong and choices:
        fix = "Keep “choices” for a fixed order, or “wrong” for a mixed one."
        report.add("field-not-for-type", wrong[0], "“wrong” stands beside “choices”", fix)
        return None
    if wrong:
        return _from_wrong(wrong[1], chosen, report)
    if choices:
        return _from_choices(choices[1], chosen, report)
    fix = "Add “wrong:” with a list of wrong options."
    report.add("no-wrong", node, "this question has no options to choose from", fix)
    return None


def _from_wrong(
    node: Node, chosen: list[tuple[str, Node]] | None, report: Report
) -> tuple[tuple[Option, ...], tuple[str, ...]] | None:
    found = read_options(node, "wrong", report)
    if found is None or chosen is None:
        return None
    keys = {folded(key) for key, _ in chosen}
    fine = True
    for option, place in found:
        if folded(option.text) in keys:
            message = f"the right answer “{short(option.text)}” stands among the wrong ones"
            report.add("answer-among-wrong", place, message, "Delete it here.")
            fine = False
    others = [(option.text, place) for option, place in found]
    different = compare([*chosen, *others] if fine else others, report)
    curly([*chosen, *others], report)
    maybe_split([key for key, _ in chosen], node, report)
    maybe_list([key for key, _ in chosen], node, "wrong", report)
    return (tuple(option for option, _ in found), ()) if fine and different else None


def _from_choices(
    node: Node, chosen: list[tuple[str, Node]] | None, report: Report
) -> tuple[tuple[Option, ...], tuple[str, ...]] | None:
    found = read_options(node, "choices", report)
    if found is None or chosen is None:
        return None
    maybe_list([key for key, _ in chosen], node, "choices", report)
    shown = [option.text for option, _ in found]
    missing = [(key, place) for key, place in chosen if key not in shown]
    for key, place in missing:
        not_among(key, place, shown, report)
    different = compare([(option.text, place) for option, place in found], report)
    if missing or not different:
        return None
    keys = {key for key, _ in chosen}
    wrong = tuple(option for option, _ in found if option.text not in keys)
    return wrong, tuple(shown)


def _truefalse(node: Mapping, _: dict[str, object], report: Report) -> Built:
    answer = _answer(node, report)
    key = flag(answer, "answer", report) if answer is not None else None
    return None if key is None else (TrueFalse, {"key": key})


def _short(node: Mapping, _: dict[str, object], report: Report) -> Built:
    answer = _answer(node, report)
    keys = texts(answer, "answer", report) if answer is not None else None
    return None if keys is None else (Short, {"keys": keys})


def _cloze(node: Mapping, _: dict[str, object], report: Report) -> Built:
    given = node.get("blanks")
    if given is None:
        answer = _answer(node, report)
        variants = texts(answer, "answer", report) if answer is not None else None
        blanks = None if variants is None else [variants]
    elif not isinstance(given, Sequence):
        fix = "Write a list: one line with a dash for each blank."
        report.add("wrong-shape", given, "“blanks” should be a list", fix)
        return None
    else:
        blanks = _all([texts(item, "blanks", report) for item in given.items])
    if blanks is None or not _blanks_match(node, len(blanks), report):
        return None
    return Cloze, {"blanks": tuple(blanks)}


def _blanks_match(node: Mapping, given: int, report: Report) -> bool:
    shown = blanks_shown(node)
    if shown == given:
        return True
    message = f"{many(shown, 'blank')} (____) but answers for {given}"
    fix = "Give each blank its answers, in order, as a list under “blanks:”."
    report.add("blanks-count", node.get("blanks") or node.get("answer"), message, fix)
    return False


def blanks_shown(node: Mapping) -> int:
    """Count the blanks of an item: those of its quote, or else of its question."""
    fields = (node.get("quote"), node.get("question"))
    typed = [field.value for field in fields if isinstance(field, Scalar)]
    return next((len(found) for words in typed if (found := BLANK.findall(words))), 0)


def _number(node: Mapping, special: dict[str, object], report: Report) -> Built:
    answer = _answer(node, report)
    key = amount(answer, "answer", report) if answer is not None else None
    if key is None:
        return None
    given = special.get("tolerance")
    off, percent = given if isinstance(given, tuple) else (Decimal(0), False)
    values = {"key": key, "tolerance": off, "percent": percent, "unit": special.get("unit")}
    return Number, values


def _order(node: Mapping, _: dict[str, object], report: Report) -> Built:
    given = node.get("order")
    if given is None:
        report.add("no-answer", node, "“order” is missing", "List the things in their order.")
        return None
    found = texts(given, "order", report)
    if found is None:
        return None
    nodes = given.items if isinstance(given, Sequence) else [given]
    if len(found) < 2:
        report.add("too-few", given, "one thing alone has no order", "List at least two.")
        return None
    return (Order, {"items": found}) if compare(zip(found, nodes, strict=True), report) else None


def _match(node: Mapping, special: dict[str, object], report: Report) -> Built:
    given = node.get("pairs")
    if not isinstance(given, Sequence):
        fix = "List the pairs, each as “- [left, right]”."
        report.add("wrong-shape", given or node, "“pairs” should be a list of pairs", fix)
        return None
    pairs = _all([_pair(row, report) for row in given.items])
    if pairs is None:
        return None
    if len(pairs) < 2:
        report.add("too-few", given, "there should be two pairs or more", "Add another pair.")
        return None
    lefts = [(pair[0], row) for pair, row in zip(pairs, given.items, strict=True)]
    if not compare(lefts, report):
        return None
    return Match, {"pairs": tuple(pairs), "extra": special.get("extra", ())}


def _pair(row: Node, report: Report) -> tuple[str, str] | None:
    if isinstance(row, Sequence) and len(row.items) == 2:
        left, right = (text(item, "pairs", report) for item in row.items)
        return None if left is None or right is None else (left, right)
    fix = "Write it as “- [left, right]”; a text with a comma needs quotes."
    report.add("wrong-shape", row, "a pair should have a left and a right side", fix)
    return None


def _open(node: Mapping, _: dict[str, object], report: Report) -> Built:
    answer = node.get("answer")
    key = text(answer, "answer", report) if answer is not None else None
    return Open, {"key": key}


def _all(found: list[Any]) -> list[Any] | None:
    """The list itself, if none of its elements is None."""
    return None if any(item is None for item in found) else found


BUILDERS: dict[str, Builder] = {
    "choice": _choice,
    "multi": _multi,
    "truefalse": _truefalse,
    "short": _short,
    "cloze": _cloze,
    "number": _number,
    "order": _order,
    "match": _match,
    "open": _open,
}
