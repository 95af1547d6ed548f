"""Read the value of one field: a node in, a value of the right kind or None out.

Every function reports what is wrong and returns None, so that callers go on and find
the next problem. Text is what was typed, with blanks at its ends taken off.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from quizgen.bank.fields import DIFFICULTIES, KINDS, Shape, suggest
from quizgen.bank.kinds import NUMBER
from quizgen.bank.report import Report, short
from quizgen.documents.nodes import Mapping, Node, Scalar, Sequence
from quizgen.documents.scalars import quoted
from quizgen.model.question import Made

_ID = re.compile(r"[^\W_][\w.-]{0,63}")
_MADE = re.compile(
    r"(?P<rule>[\w.:-]+)/(?P<version>[0-9]{1,6}) "
    r"(?P<source>[0-9a-f]{8})-(?P<text>[0-9a-f]{8})-(?P<content>[0-9a-f]{8})"
)
MINE = "mine"
"""As ``made:``, by which a teacher keeps quizgen's hands off a question."""

_TRUE, _FALSE = {"true", "yes", "on"}, {"false", "no", "off"}
_PATH = re.compile(r"\b[A-Za-z]:\\[A-Za-z]")  # C:\new, whose \n is a line break in double quotes
_CUT = re.compile(r"[ \t]+#[^\s#].*")
_LIST_LINE = re.compile(r"\n?\s*-\s")


def text(node: Node, name: str, report: Report) -> str | None:
    """A single text that is not empty."""
    if isinstance(node, Scalar):
        found = node.value.strip()
        if not found:
            _empty(node, name, report)
            return None
        if not node.style:
            _swallowed(node, name, report)
        elif node.style == '"' and (path := _PATH.search(report.text, node.start, node.end)):
            _escaped(node, path, name, report)
        return found
    if isinstance(node, Mapping) and _meant_as_text(node, report):
        return None
    kind = "a list" if isinstance(node, Sequence) else "a group of fields"
    report.add("wrong-shape", node, f"“{name}” should be a text, but is {kind}", _one_text(node))
    return None


def texts(node: Node, name: str, report: Report) -> tuple[str, ...] | None:
    """A text, or a list of texts; None if any of them cannot be read."""
    if not isinstance(node, Sequence):
        single = text(node, name, report)
        return None if single is None else (single,)
    if not node.items:
        report.add("empty", node, f"“{name}” is an empty list", "Fill it in or delete it.")
        return None
    found = [text(item, name, report) for item in node.items]
    whole = tuple(item for item in found if item is not None)
    return whole if len(whole) == len(found) else None


def flag(node: Node, name: str, report: Report) -> bool | None:
    """True or false; yes, no, on and off are understood."""
    typed = node.value.strip().lower() if isinstance(node, Scalar) else None
    if typed in _TRUE or typed in _FALSE:
        return typed in _TRUE
    report.add("wrong-shape", node, f"“{name}” should be true or false", "Write true or false.")
    return None


def amount(node: Node, name: str, report: Report) -> Decimal | None:
    """A number as people write it."""
    typed = node.value.strip() if isinstance(node, Scalar) else ""
    if NUMBER.fullmatch(typed):
        return Decimal(typed.replace("−", "-"))
    hint = "Write it with digits, and a point for decimals: 1863 or 2.5."
    report.add("wrong-shape", node, f"“{name}” should be a number", hint)
    return None


def count(node: Node, name: str, report: Report) -> int | None:
    """A whole number from 0."""
    typed = node.value.strip() if isinstance(node, Scalar) else ""
    if re.fullmatch(r"0|[1-9][0-9]{0,17}", typed):
        return int(typed)
    hint = "Write it with digits alone, as 10."
    report.add("wrong-shape", node, f"“{name}” should be a whole number", hint)
    return None


def tolerance(node: Node, name: str, report: Report) -> tuple[Decimal, bool] | None:
    """A number from 0 and whether it is a percentage."""
    typed = node.value.strip() if isinstance(node, Scalar) else ""
    bare = typed.removesuffix("%").strip()
    if NUMBER.fullmatch(bare) and bare[0] not in "-−":
        return Decimal(bare.removeprefix("+")), typed.endswith("%")
    hint = "Write 2 to allow two more or less, or 5%."
    report.add("wrong-shape", node, f"“{name}” should be a number or a percentage", hint)
    return None


def identity(node: Node, name: str, report: Report) -> str | None:
    """An id: letters, digits, dots, hyphens, low lines; no blanks."""
    found = text(node, name, report)
    if found is None or _ID.fullmatch(found):
        return found
    hint = "Use letters, digits and hyphens, at most 64, beginning with a letter or digit."
    report.add("bad-id", node, f"“{short(found)}” cannot be an id", hint)
    return None


def identities(node: Node, name: str, report: Report) -> tuple[str, ...] | None:
    """One id or a list of ids."""
    if not isinstance(node, Sequence):
        single = identity(node, name, report)
        return None if single is None else (single,)
    found = [identity(item, name, report) for item in node.items]
    return tuple(item for item in found if item is not None)


def difficulty(node: Node, name: str, report: Report) -> str | None:
    """Easy, medium or hard."""
    return _one_of(DIFFICULTIES, node, name, report)


def kind(node: Node, name: str, report: Report) -> str | None:
    """A type of question."""
    return _one_of(KINDS, node, name, report)


def made(node: Node, name: str, report: Report) -> Made | None:
    """The line of quizgen's own; a damaged one is a warning and makes the item the teacher's."""
    typed = node.value.strip() if isinstance(node, Scalar) else ""
    stamp = parse_made(typed)
    if stamp or typed == MINE:
        return stamp
    fix = "Delete the line, or undo the change; without it the question counts as yours."
    report.add("damaged-made", node, f"“{name}” is quizgen's own line and was changed", fix)
    return None


def parse_made(line: str) -> Made | None:
    """The stamp that a line spells, if it is one."""
    match = _MADE.fullmatch(line)
    if match is None:
        return None
    prints = match["source"], match["text"], match["content"]
    return Made(match["rule"], int(match["version"]), *prints)


Reader = Callable[[Node, str, Report], object]

READERS: dict[Shape, Reader] = {
    Shape.TEXT: text,
    Shape.TEXTS: texts,
    Shape.LABELS: texts,
    Shape.FLAG: flag,
    Shape.COUNT: count,
    Shape.AMOUNT: amount,
    Shape.TOLERANCE: tolerance,
    Shape.DIFFICULTY: difficulty,
    Shape.KIND: kind,
    Shape.ID: identity,
    Shape.IDS: identities,
    Shape.MADE: made,
}
"""How a field of each simple shape is read; the others have readers of their own."""


def blank(node: Node) -> bool:
    """Tell whether nothing was typed at all."""
    return isinstance(node, Scalar) and not node.value and not node.style


def report_blank(name: str, node: Node, report: Report) -> None:
    """Report an optional field that is empty: it is as if it was not there."""
    fix = "Fill it in, or delete the line."
    line = report.lines[node.line - 1] if node.line <= len(report.lines) else ""
    if re.search(r":\s+#\S", line):
        fix = "A text that begins with # needs quotes; otherwise delete the line."
    report.add("empty-field", node, f"“{name}” is empty", fix)


def _one_of(words: tuple[str, ...], node: Node, name: str, report: Report) -> str | None:
    typed = node.value.strip() if isinstance(node, Scalar) else ""
    word = typed.lower().strip("“”\"'")
    if word in words:
        return word
    meant = suggest(word, words)
    hint = f"Did you mean “{meant}”?" if meant else f"Write {', '.join(words)}."
    report.add("wrong-shape", node, f"“{short(typed)}” is none of the words for “{name}”", hint)
    return None


def _empty(node: Scalar, name: str, report: Report) -> None:
    line = report.lines[node.line - 1] if node.line <= len(report.lines) else ""
    cut = re.search(r"[:-]\s+(#\S.*)$", line)
    if cut and not node.style:
        fix = f"A text that begins with # needs quotes: {quoted(cut[1])}"
    else:
        fix = "Was the text forgotten?"
    report.add("empty", node, f"“{name}” is empty", fix)


def _swallowed(node: Scalar, name: str, report: Report) -> None:
    """Warn where bare words lost their end to a `#`, or took in a line of a list."""
    if node.last_line > node.line:
        _joined(node, name, report)
    if comment := _CUT.match(report.text, node.end):
        whole = f"{node.value}{comment[0].rstrip()}"
        column = node.end - (report.text.rfind("\n", 0, node.end) + 1) + 1
        message = f"“{name}” ends before the # here: the rest is a comment to YAML"
        fix = f"If it belongs to the text, put all in quotes: {quoted(whole)}"
        report.at("text-cut", node.last_line, column, message, fix)


def _escaped(node: Scalar, path: re.Match[str], name: str, report: Report) -> None:
    """Warn where a path of Windows in double quotes lost its backslash."""
    line = report.text.count("\n", node.start, path.start()) + node.line
    at = path.end() - 2
    column = at - (report.text.rfind("\n", 0, at) + 1) + 1
    message = f"in double quotes, the backslash in “{name}” makes another sign of the letter behind"
    report.at("escape", line, column, message, "Use single quotes, or none.")


def _joined(node: Scalar, name: str, report: Report) -> None:
    for number in range(node.line + 1, min(node.last_line, len(report.lines)) + 1):
        if _LIST_LINE.match(report.lines[number - 1]):
            column = len(report.lines[number - 1]) - len(report.lines[number - 1].lstrip()) + 1
            message = f"this line is read as part of the text of “{name}” above it"
            fix = "Put its dash exactly under the other dashes."
            report.at("list-in-text", number, column, message, fix)


def _meant_as_text(node: Mapping, report: Report) -> bool:
    """`- He said: no` in a list is a group of one field to YAML; say what was meant."""
    if len(node.entries) != 1 or node.flow:
        return False
    key, value = next(node.pairs())
    if not isinstance(value, Scalar) or key.style:
        return False
    whole = f"{key.value}: {value.value}".strip()
    at = report.lines[key.line - 1].find(":", key.column - 1) + 1
    fix = f"Put the text in quotes: {quoted(whole)}"
    message = "a colon followed by a space stands in text without quotes"
    report.at("colon-in-text", key.line, at, message, fix)
    if value.last_line == key.line and not value.style:
        report.mend(key.start, value.end, quoted(whole))
    return True


def _one_text(node: Node) -> str:
    if isinstance(node, Sequence) and node.flow:
        return "A text that begins with [ or { needs quotes."
    return "Write one text behind the colon."
