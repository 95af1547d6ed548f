"""Read the options of a question: right ones, wrong ones, and what is odd among them."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import pairwise

from quizgen.bank.fields import OPTION
from quizgen.bank.mappings import unknown_keys
from quizgen.bank.report import Report, short
from quizgen.bank.values import text
from quizgen.documents.nodes import Mapping, Node, Scalar, Sequence
from quizgen.documents.scalars import inline, quoted
from quizgen.model.question import Option

_RIGHT = {"correct", "right", "answer", "true"}
_MONTH_DAY = re.compile(
    r"(?i)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?"
)
_YEAR = re.compile(r"[12]\d{3}")


def read_options(node: Node, name: str, report: Report) -> list[tuple[Option, Node]] | None:
    """Read a list of options with their nodes; None if any of them cannot be read."""
    items = node.items if isinstance(node, Sequence) else [node]
    if isinstance(node, Sequence) and node.flow and comma_split(node, report):
        return None
    options = [(option(item, name, report), item) for item in items]
    whole = [(found, item) for found, item in options if found is not None]
    return whole if len(whole) == len(options) else None


def option(node: Node, name: str, report: Report) -> Option | None:
    """Read one option: a text, or a wrong text with the reason why it is wrong."""
    if not isinstance(node, Mapping) or not _is_option(node):
        found = text(node, name, report)
        return None if found is None else Option(found)
    question = node.entries.get("question")
    if question is not None:
        fix = "Begin its dash where the dashes of the other questions stand."
        report.add("wrong-shape", question[0], "a question stands among the options", fix)
        return None
    right = next((key for key, _ in node.pairs() if key.value.lower() in _RIGHT), None)
    if right is not None:
        fix = "List its text alone, and name it once more in “answer:”."
        report.add("wrong-shape", right, "the right option is marked in the list", fix)
        return None
    broken = report.repeated(node)
    unknown_keys(node, OPTION, report, "an option")
    wrong, because = node.get("wrong"), node.get("because")
    if wrong is None:
        report.add("missing", node, "this option has no text", "Add “wrong:” with its text.")
        return None
    words = text(wrong, "wrong", report)
    reason = text(because, "because", report) if because is not None else None
    return None if broken or words is None else Option(words, reason)


def compare(options: Iterable[tuple[str, Node]], report: Report) -> bool:
    """Report options that are equal, or nearly; tell whether all are different."""
    exact: dict[str, Node] = {}
    alike: dict[str, Node] = {}
    fine = True
    for words, node in options:
        if report.full:
            return False
        look = folded(words)
        if words in exact:
            message = f"“{short(words)}” stands twice among the options"
            fix = f"The first one is in line {exact[words].line}. Change or delete one."
            report.add("equal-options", node, message, fix)
            fine = False
        elif look in alike:
            message = f"“{short(words)}” differs from another option only in capitals or spaces"
            report.add("similar-options", node, message, "Say how they differ, or delete one.")
        exact.setdefault(words, node)
        alike.setdefault(look, node)
    return fine


def folded(words: str) -> str:
    """Two texts that look the same to a reader have the same folded form."""
    if not words.isascii():
        words = unicodedata.normalize("NFKC", words)
    return " ".join(words.casefold().split())


def not_among(answer: str, node: Node, choices: list[str], report: Report) -> None:
    """Report an answer that is none of the choices, and say which one was meant."""
    message = f"the answer “{short(answer)}” is none of the choices"
    meant = _by_position(answer, choices) or next(
        (choice for choice in choices if folded(choice) == folded(answer)), None
    )
    if meant is None:
        meant = next(iter(get_close_matches(answer, choices, 1, 0.6)), None)
    fix = f"Write the text of the right choice: {short(meant, 80)}" if meant else ""
    fix = fix or "Write the text of the right choice exactly as it stands in the list."
    report.add("answer-not-in-choices", node, message, fix)


def curly(options: list[tuple[str, Node]], report: Report) -> None:
    """Warn where some options, not all, stand in curly quotes: those were meant for YAML."""
    wrapped = [(words, node) for words, node in options if _wrapped(words)]
    if 0 < len(wrapped) < len(options):
        for words, node in wrapped:
            message = f"the curly quotes belong to the option {short(words)}"
            fix = "Quotes for YAML are straight ones; delete these if the text needs none."
            report.add("curly-quotes", node, message, fix)


def maybe_split(answers: Iterable[str], node: Node, report: Report) -> None:
    """Warn where the answer has a comma and the bare texts in brackets, of course, have none."""
    if not (isinstance(node, Sequence) and node.flow and any(", " in text for text in answers)):
        return
    bare = [item for item in node.items if isinstance(item, Scalar) and not item.style]
    if len(bare) == len(node.items) > 1:
        pieces = "”, “".join(short(item) for item in bare[:12])
        message = f"commas split this list into “{pieces}”"
        fix = "If a comma belongs to a text, as in the answer, put that text in quotes."
        report.add("split-list", node, message, fix)


def maybe_list(answers: Iterable[str], node: Node, name: str, report: Report) -> None:
    """Warn where several options seem to stand in one text, with commas between.

    Where the answer has a comma itself, so may a wrong option; and what is much longer than
    the answer is rather a sentence than a list, so that only the warning remains.
    """
    answers = list(answers)
    if not isinstance(node, Scalar) or node.style or "\n" in report.text[node.start : node.end]:
        return
    pieces = [piece.strip() for piece in re.split("[,;]", node.value)]
    if len(pieces) < 2 or not all(pieces) or any(re.search("[,;]", text) for text in answers):
        return
    written = f"[{', '.join(inline(piece, flow=True) for piece in pieces)}]"
    message = f"“{short(node)}” is read as one option"
    report.add("one-option", node, message, f"If it is several, write a list: {name}: {written}")
    longest = max(len(text.split()) for text in answers) + 1 if answers else 0
    if all(len(piece.split()) <= longest for piece in pieces):
        report.mend(node.start, node.end, written)


def comma_split(node: Sequence, report: Report) -> bool:
    """Report texts in brackets that a comma split; tell whether that is certain."""
    plain = [item for item in node.items if isinstance(item, Scalar) and not item.style]
    if len(plain) != len(node.items) or node.line != max((i.line for i in plain), default=0):
        return False
    joins = {index for index, (a, b) in enumerate(pairwise(plain)) if _belongs(a, b)}
    if not joins:
        return False
    pieces = "”, “".join(item.value for item in plain)
    whole = _joined(plain, joins)
    written = ", ".join(quoted(words) if "," in words else words for words in whole)
    message = f"commas split this list into “{pieces}”"
    fix = f"Put a text with a comma in quotes: [{written}]"
    report.add("comma-in-list", node, message, fix)
    report.mend(plain[0].start, plain[-1].end, written)
    return True


def _is_option(node: Mapping) -> bool:
    names = {field.name for field in OPTION} | _RIGHT
    return node.flow or len(node.entries) > 1 or any(key in names for key in node.entries)


def _by_position(answer: str, choices: list[str]) -> str | None:
    """Read an answer such as 2 or b as the position that people mean by it."""
    if answer.isdecimal() and answer.isascii() and len(answer) < 3:
        at = int(answer) - 1
    elif len(answer) == 1 and answer.isascii() and answer.isalpha():
        at = ord(answer.lower()) - ord("a")
    else:
        return None
    return choices[at] if 0 <= at < len(choices) else None


def _wrapped(words: str) -> bool:
    return len(words) > 1 and words[0] in "“„«‘" and words[-1] in "”“»’"


def _belongs(left: Scalar, right: Scalar) -> bool:
    """Tell whether two neighbours in brackets are surely one text: a date, or a number."""
    if right.start - left.end == 1:
        return bool(re.search(r"(?<!\d)\d{1,3}$", left.value) and re.match(r"\d{3}\b", right.value))
    open_quote = left.value.startswith("“") and "”" not in left.value
    dated = _MONTH_DAY.fullmatch(left.value) and _YEAR.fullmatch(right.value)
    return bool(dated or (open_quote and right.value.endswith("”")))


def _joined(plain: list[Scalar], joins: set[int]) -> list[str]:
    whole = [plain[0].value]
    for index, (left, right) in enumerate(pairwise(plain)):
        if index in joins:
            whole[-1] += ", " + right.value if right.start - left.end > 1 else "," + right.value
        else:
            whole.append(right.value)
    return whole
