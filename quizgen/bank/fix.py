"""Mend a bank's text where only one thing can have been meant, and give items their ids.

Everything is a splice: what is not mended stays byte for byte as it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizgen.bank.identity import new_id
from quizgen.bank.new_field import set_field
from quizgen.bank.reader import ReadBank, parse_bank
from quizgen.bank.splices import spliced
from quizgen.documents.nodes import Mapping, Mend, Sequence
from quizgen.model.question import Question

_SINGLY = 50  # mends tried one by one, where all together do harm


@dataclass(frozen=True, slots=True)
class Fixed:
    """A bank's text after mending: how many places were mended, how many ids given."""

    text: str
    mended: int
    named: int


def fix(text: str, path: str) -> Fixed:
    """Mend what is safe to mend, then give an id to every question without one.

    A mended line may bring the next slip of its item to light, so this goes on until
    nothing more can be mended; to mend once more then changes nothing.
    """
    mended = 0
    read = parse_bank(text, path)
    seen = {text}
    while read.mends and (step := _mended(read, path)):
        read, number = step
        if read.document.text in seen:
            break
        seen.add(read.document.text)
        mended += number
    named = name_questions(read.document.text, path)
    return Fixed(named.text, mended, named.named)


def _mended(read: ReadBank, path: str) -> tuple[ReadBank, int] | None:
    """The bank after its mends, or after those of them that do no harm; None without any."""
    better = _tried(read, read.mends, path)
    if better is not None:
        return better, len(read.mends)
    number = 0
    for mend in sorted(read.mends, key=lambda each: each.start, reverse=True)[:_SINGLY]:
        one = _tried(read, [mend], path)  # from the end: the places before it stay right
        if one is not None:
            read, number = replace(one, mends=read.mends), number + 1
    return (parse_bank(read.document.text, path), number) if number else None


def _tried(read: ReadBank, mends: Iterable[Mend], path: str) -> ReadBank | None:
    """The bank after some mends, if that changes it, for no worse."""
    text = spliced(read.document.text, mends)
    if text == read.document.text:
        return None
    again = parse_bank(text, path)
    worse = again.errors > read.errors or len(_everything(again)) < len(_everything(read))
    return None if worse else again


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
    everything = _everything(read)
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
    return [replace(question, id=None) for question in _everything(read)]


def _everything(read: ReadBank) -> list[Question]:
    return [*read.bank.questions, *read.bank.retired] if read.bank else []
