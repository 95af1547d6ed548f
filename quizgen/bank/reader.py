"""Read a bank file: its questions, and all that is wrong with it in one run."""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quizgen.bank.fields import BANK, suggest
from quizgen.bank.head import read_defaults, read_head
from quizgen.bank.items import read_item
from quizgen.bank.mappings import unknown_keys
from quizgen.bank.report import Report
from quizgen.bank.stamp import content_fingerprint
from quizgen.bank.values import blank
from quizgen.documents.collector import collector_off
from quizgen.documents.nodes import Document, Mapping, Mend, Node, Sequence
from quizgen.documents.parse import parse
from quizgen.files.text import FileText, commonest_newline, of_bytes, read_bytes
from quizgen.model.bank import LARGEST, Bank
from quizgen.model.problem import Level, Problem
from quizgen.model.question import Question

_MARKS = {"quizgen", "questions", "retired", "generate", "include"}


@dataclass(frozen=True, slots=True)
class ReadBank:
    """A bank as read. ``bank`` is None where nothing of it can be used.

    ``problems`` are sorted by place. ``mends`` rewrite lines in the one way that is safe.
    ``file`` is None where the text did not come from a file.
    """

    bank: Bank | None
    problems: tuple[Problem, ...]
    document: Document
    mends: tuple[Mend, ...] = ()
    file: FileText | None = None

    @property
    def newline(self) -> str:
        """The line break that the bank uses."""
        return commonest_newline(self.document.text)

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.level is Level.ERROR for problem in self.problems)


def read_bank(path: str | Path) -> ReadBank:
    """Read the bank at ``path``; what is wrong in it is reported, never raised.

    Raises:
        FileError: missing, a folder, unreadable, too large, or not UTF-8 text.
    """
    return read_bank_bytes(path, read_bytes(path, limit=LARGEST))


def read_bank_bytes(path: str | Path, data: bytes) -> ReadBank:
    """Read the bank whose file at ``path`` holds ``data``.

    Raises:
        FileError: the bytes are not UTF-8 text.
    """
    file = of_bytes(path, data)
    return replace(parse_bank(file.text, str(path)), file=file)


def parse_bank(text: str, path: str) -> ReadBank:
    """Read a bank from its text; ``path`` is for messages, and names a bank without title."""
    with collector_off():
        document = parse(text, path)
        report = Report(document)
        bank = _bank(document, report)
    problems = tuple(sorted(report.problems))
    return ReadBank(bank, problems, document, tuple(report.mends))


def _bank(document: Document, report: Report) -> Bank | None:
    root = document.root
    if not isinstance(root, Mapping) or not any(map(_marks_a_bank, root.entries)):
        _not_a_bank(root, report)
        return None
    report.repeated(root)
    root = unknown_keys(root, BANK, report, "a bank")
    head = read_head(root, report)
    defaults = read_defaults(root, report)
    questions = _items(root, "questions", defaults, report)
    retired = _items(root, "retired", defaults, report)
    if not questions and not head["include"] and not report.problems:
        report.add("no-questions", root, "this bank has no questions", "Add “questions:”.")
    questions, retired = _single_ids(questions, retired, report)
    _known_ids(questions, retired, report)
    return _made_bank(head, document.path, questions, retired)


def _marks_a_bank(key: str) -> bool:
    """Tell whether a key at the left margin is one of a bank's own, perhaps misspelt."""
    return key in _MARKS or (key != "question" and suggest(key, ["questions"], 0.8) is not None)


def _made_bank(
    head: dict[str, Any], path: str, questions: list[Question], retired: list[Question]
) -> Bank:
    return Bank(**head, path=path, questions=tuple(questions), retired=tuple(retired))


def _not_a_bank(root: Node | None, report: Report) -> None:
    if root is None:
        if not report.problems:
            fix = "Begin with “questions:” and a list of questions below it."
            report.add("empty-file", None, "there is nothing in this file", fix)
        return
    fix = "A bank begins with “quizgen: 1” and has a list under “questions:”."
    if isinstance(root, Sequence):
        fix = "Write “questions:” on a line of its own above the list."
    elif isinstance(root, Mapping) and "question" in root.entries:
        fix = "Write “questions:” above, and “- ” before “question:”, the other fields below it."
    report.add("not-a-bank", root, "this does not look like a bank of questions", fix)


def _items(root: Mapping, key: str, defaults: dict[str, object], report: Report) -> list[Question]:
    node = root.get(key)
    if node is None or blank(node):
        return []
    if not isinstance(node, Sequence):
        fix = "Begin every question with “- question: ”."
        report.add("wrong-shape", node, f"“{key}” should be a list", fix)
        return []
    found = [read_item(item, defaults, report) for item in node.items]
    return [question for question in found if question is not None]


def _single_ids(
    questions: list[Question], retired: list[Question], report: Report
) -> tuple[list[Question], list[Question]]:
    """Leave every id to one question; a copy counts as written by hand, without an id."""
    everything = [*questions, *retired]
    counts = Counter(question.id for question in everything if question.id)
    if not counts or max(counts.values()) == 1:
        return questions, retired
    owners = _owners(everything, {copied for copied, count in counts.items() if count > 1})
    kept = [
        question
        if question.id not in owners or owners[question.id] is question
        else _copy(question, owners[question.id], report)
        for question in everything
    ]
    return kept[: len(questions)], kept[len(questions) :]


def _owners(questions: list[Question], ids: set[str]) -> dict[str | None, Question]:
    """For each id its question: the first one that is as it was made, else the first."""
    owners: dict[str | None, Question] = {}
    for question in questions:
        if question.id not in ids:
            continue
        owner = owners.setdefault(question.id, question)
        if not _as_made(owner) and _as_made(question):
            owners[question.id] = question
    return owners


def _as_made(question: Question) -> bool:
    return question.made is not None and question.made.content == content_fingerprint(question)


def _copy(question: Question, owner: Question, report: Report) -> Question:
    assert question.place is not None
    assert owner.place is not None
    message = f"the id “{question.id}” also belongs to the question in line {owner.place.line}"
    fix = "Delete “id:” and “made:” here; this copy then is a question of its own."
    report.at("copied-id", question.place.line, question.place.column, message, fix)
    return replace(question, id=None, made=None)


def _known_ids(questions: list[Question], retired: list[Question], report: Report) -> None:
    everything = [*questions, *retired]
    known = {name for question in everything for name in (question.id, *question.was)}
    for question in everything:
        for other in question.not_with:
            if report.full:
                return
            if other not in known and question.place is not None:
                message = f"“not-with” names “{other}”, which is no question of this bank"
                fix = "Correct the id, or delete it."
                place = question.place
                report.at("unknown-id", place.line, place.column, message, fix)
