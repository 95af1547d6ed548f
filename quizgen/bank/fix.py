"""Mend a bank's text where only one thing can have been meant, and give items their ids.

Everything is a splice: what is not mended stays byte for byte as it was.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence as Several
from dataclasses import dataclass, field, replace

from quizgen.bank.identity import new_id
from quizgen.bank.new_field import set_field
from quizgen.bank.reader import ReadBank, parse_bank
from quizgen.bank.splices import spliced
from quizgen.documents.nodes import Mapping, Mend, Sequence, excerpt
from quizgen.documents.pieces import line_starts
from quizgen.model.problem import Problem
from quizgen.model.question import Question

_MOST_READ = 1_500_000  # characters, all readings together: more for a file without end to mend


@dataclass(frozen=True, slots=True)
class Fixed:
    """A bank after mending: how many places were mended, how many ids given.

    ``healed`` are the problems that are gone, each with its line as it is now.
    """

    read: ReadBank
    mended: int
    named: int
    healed: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The bank's text."""
        return self.read.document.text


def fix(text: str, path: str) -> Fixed:
    """Mend what is safe to mend, then give an id to every question without one.

    A mended line may bring the next slip of its item to light, so this goes on until
    nothing more can be mended; to mend once more then changes nothing.
    """
    mending = _Mending(parse_bank(text, path), path)
    while mending.read.mends and mending.go_on():
        pass
    ids = _ids(mending.read)
    named = _named(mending.read, path, ids)
    healed = _below(mending.healed, ids if named.named else [], mending.read)
    return replace(named, mended=mending.mended, healed=tuple(sorted(healed)))


def _below(problems: list[Problem], ids: list[Mend], read: ReadBank) -> list[Problem]:
    """The problems where they are to be found once the ids stand in lines of their own."""
    starts, newline = line_starts(read.document.text), read.newline
    added = sorted(bisect_right(starts, mend.start) for mend in ids if newline in mend.text)
    return [replace(one, line=one.line + bisect_left(added, one.line)) for one in problems]


@dataclass(slots=True)
class _Mending:
    """A bank on its way to be mended. What may still be read of it is limited."""

    read: ReadBank
    path: str
    mended: int = 0
    left: int = _MOST_READ
    healed: list[Problem] = field(default_factory=list)

    def go_on(self) -> bool:
        """Apply all mends, or those of them that do no harm; tell whether any could be."""
        mends = self.read.mends
        if self._apply(mends):
            return True
        before = self.mended
        for mend in sorted(mends, key=lambda each: each.start, reverse=True):
            self._apply([mend])  # from the end: the places before it stay right
        return self.mended > before

    def _apply(self, mends: Several[Mend]) -> bool:
        """Keep some mends if they change the bank, for no worse."""
        text = spliced(self.read.document.text, mends)
        self.left -= len(text)
        if text == self.read.document.text or self.left < 0:
            return False
        again = parse_bank(text, self.path)
        if again.errors > self.read.errors or _count(again) < _count(self.read):
            return False
        self.healed += _healed(self.read, again)
        self.read = again
        self.mended += len(mends)
        return True


def _healed(before: ReadBank, after: ReadBank) -> list[Problem]:
    """The problems that mending ended. Lines may have moved, so they are told by their words."""
    left = Counter((one.code, one.message, one.excerpt) for one in after.problems)
    gone = []
    for one in before.problems:
        key = (one.code, one.message, one.excerpt)
        if left[key]:
            left[key] -= 1
        else:
            gone.append(replace(one, excerpt=excerpt(after.document.lines, one.line)))
    return gone


def _count(read: ReadBank) -> int:
    return len(_everything(read))


def name_questions(text: str, path: str) -> Fixed:
    """Give an id to every question without one, and mend nothing."""
    read = parse_bank(text, path)
    return _named(read, path, _ids(read))


def _named(read: ReadBank, path: str, ids: list[Mend]) -> Fixed:
    if ids:
        named = parse_bank(spliced(read.document.text, ids), path)
        if _same_but_for_ids(read, named):
            return Fixed(named, 0, len(ids))
    return Fixed(read, 0, 0)


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
