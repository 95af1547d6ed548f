"""Mend a bank's text where only one thing can have been meant, and give items their ids.

Everything is a splice: what is not mended stays byte for byte as it was.
"""

from dataclasses import dataclass, replace

from quizgen.bank.identity import new_id
from quizgen.bank.new_field import set_field
from quizgen.bank.reader import ReadBank, parse_bank
from quizgen.bank.splices import spliced
from quizgen.documents.nodes import Mapping, Mend, Sequence
from quizgen.model.question import Question

_ROUNDS = 5  # a mended line may bring the next slip of its item to light


@dataclass(frozen=True, slots=True)
class Fixed:
    """A bank's text after mending: how many places were mended, how many ids given."""

    text: str
    mended: int
    named: int


def fix(text: str, path: str) -> Fixed:
    """Mend what is safe to mend, then give an id to every question without one."""
    mended = 0
    read = parse_bank(text, path)
    for _ in range(_ROUNDS):
        better = spliced(text, read.mends)
        again = parse_bank(better, path)
        if better == text or again.errors > read.errors:
            break
        mended += len(read.mends)
        text, read = better, again
    named = name_questions(text, path)
    return Fixed(named.text, mended, named.named)


def name_questions(text: str, path: str) -> Fixed:
    """Give an id to every question without one, and mend nothing."""
    read = parse_bank(text, path)
    ids = _ids(read)
    named = spliced(text, ids)
    if not _same_but_for_ids(read, parse_bank(named, path)):
        return Fixed(text, 0, 0)
    return Fixed(named, 0, len(ids))


def _ids(read: ReadBank) -> list[Mend]:
    """For every question without an id a line that gives it one, behind its last field."""
    if read.bank is None or read.document.problems:  # a broken item's end cannot be trusted
        return []
    newline, text = read.newline, read.document.text
    everything = [*read.bank.questions, *read.bank.retired]
    taken = {name for question in everything for name in (question.id, *question.was) if name}
    nodes = _nodes(read)
    mends = []
    for number, question in enumerate(everything):
        node = nodes.get((question.place.line, question.place.column)) if question.place else None
        if question.id or node is None or "id" in node.entries:
            continue
        name = new_id("by-hand", f"{question.stem} {number}", taken)
        if mend := set_field(node, text, newline, "id", name):
            taken.add(name)
            mends.append(mend)
    return mends


def _nodes(read: ReadBank) -> dict[tuple[int, int], Mapping]:
    """The items' nodes by their places."""
    root = read.document.root
    lists = [root.get(key) for key in ("questions", "retired")] if isinstance(root, Mapping) else []
    items = [item for found in lists if isinstance(found, Sequence) for item in found.items]
    return {(item.line, item.column): item for item in items if isinstance(item, Mapping)}


def _same_but_for_ids(before: ReadBank, after: ReadBank) -> bool:
    return _without_ids(before) == _without_ids(after) and after.errors <= before.errors


def _without_ids(read: ReadBank) -> list[Question]:
    questions = [*read.bank.questions, *read.bank.retired] if read.bank else []
    return [replace(question, id=None) for question in questions]
