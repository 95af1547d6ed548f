"""What waits for a person's look in a bank, and what each decision writes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import StrEnum

from quizgen.bank.merge.fate import Fate
from quizgen.bank.merge.layout import Layout, Slot, lay_out, shifted
from quizgen.bank.merge.lock import Entry, Lock, Look
from quizgen.bank.merge.notes import as_question
from quizgen.bank.merge.plan import Plan, Step
from quizgen.bank.merge.revalue import revalued
from quizgen.bank.merge.splice import applied
from quizgen.bank.new_field import set_field
from quizgen.bank.reader import ReadBank, parse_bank
from quizgen.bank.splices import spliced
from quizgen.bank.stamp import content_fingerprint, item_id
from quizgen.bank.values import MINE
from quizgen.bank.writer import format_item
from quizgen.documents.nodes import Mapping as Fields
from quizgen.documents.nodes import Node, Scalar, Sequence
from quizgen.model.question import Question

_HEAD = "questions:\n"
_MACHINE = ("id", "made", "not-with", "was")  # fields that say nothing to a person


class Why(StrEnum):
    """Why a question is shown."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    GONE = "gone"
    FLAGGED = "flagged"


class Decision(StrEnum):
    """What can be decided about a question on show; to edit it is the caller's affair."""

    KEEP = "keep"
    TAKE_NEW = "take new"
    HIDE = "hide"


@dataclass(frozen=True, slots=True)
class Flag:
    """How often learners flagged an item, and what they said."""

    count: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A text of a question on show: ``mark`` is ``-``, ``+`` or a blank, ``field`` its field."""

    mark: str
    field: str
    text: str

    def __str__(self) -> str:
        return f"{self.mark} {self.field}: {self.text}"


@dataclass(frozen=True, slots=True)
class Case:
    """One question to look at. ``now`` is what quizgen would write, where that differs."""

    why: Why
    id: str
    question: Question
    slot: Slot = field(repr=False)
    lines: str = field(repr=False)
    now: Question | None = None
    flag: Flag | None = None

    @property
    def question_line(self) -> int:
        """Where the question stands in the file, from 1."""
        return self.question.place.line if self.question.place else 1

    @property
    def can_take_new(self) -> bool:
        """Whether there is another version to take, or the question can be retired."""
        return self.why in {Why.CONFLICT, Why.GONE}

    def rows(self) -> list[Row]:
        """The item's fields for a person; with ``now``, marked ``-`` (yours) and ``+``."""
        own = _rows(self.lines)
        if self.now is None:
            return [Row(" ", *row) for row in own]
        other = _rows(format_item(self.now))
        found: list[Row] = []
        matcher = SequenceMatcher(None, own, other, autojunk=False)
        for tag, start, end, low, high in matcher.get_opcodes():
            if tag == "equal":
                found += [Row(" ", *row) for row in own[start:end]]
            else:
                found += _by_field(own[start:end], other[low:high])
        return found


def cases(read: ReadBank, lock: Lock, flags: Mapping[tuple[str, str], Flag]) -> list[Case]:
    """All that waits, in the order of the file; ``flags`` by item and content."""
    if read.bank is None:
        return []
    layout = lay_out(read)
    slots = {(slot.node.line, slot.node.column): slot for slot in layout.questions.slots}
    seen = dict(lock.seen)
    entries = {entry.id: entry for entry in lock.entries}
    found = []
    for question in read.bank.questions:
        slot = slots.get((question.place.line, question.place.column)) if question.place else None
        if slot is None:
            continue
        name = item_id(question)
        flag = flags.get((name, content_fingerprint(question)))
        entry = entries.get(name)
        why = _why(entry, flag if flag and flag.count > seen.get(name, 0) else None)
        if why is not None:
            now = as_question(entry.now) if entry and entry.now else None
            found.append(Case(why, name, question, slot, slot.text(layout.text), now, flag))
    return found


def decided(read: ReadBank, lock: Lock, case: Case, decision: Decision) -> tuple[str, Lock]:
    """The bank's text and its lock after a decision."""
    layout = lay_out(read)
    body = layout.text[case.slot.body : case.slot.end]
    entry = lock.get(case.id)
    fate = Fate.YOURS
    if decision is Decision.TAKE_NEW and case.now is not None:
        body = _new_body(body, case, layout)
    elif decision is Decision.TAKE_NEW and case.why is Why.GONE:
        fate = Fate.RETIRED
    else:
        body = _settled(body, case)
    if decision is Decision.HIDE:
        body = _changed(body, "skip", "true", layout.newline)
    text = applied(Plan((Step(fate, case.id, case.slot, body=body),), ()), layout)
    settled = _entry(entry, case, decision)
    entries = tuple(settled if one is entry and settled else one for one in lock.entries)
    seen = dict(lock.seen) | ({case.id: case.flag.count} if case.flag else {})
    return text, replace(lock, entries=entries, lost=False, seen=tuple(sorted(seen.items())))


def _why(entry: Entry | None, flag: Flag | None) -> Why | None:
    look = entry.look if entry else None
    if look in {Look.CONFLICT, Look.GONE}:
        return Why(str(look))
    if flag is not None:
        return Why.FLAGGED
    return Why(str(look)) if look in {Look.NEW, Look.CHANGED} else None


def _entry(entry: Entry | None, case: Case, decision: Decision) -> Entry | None:
    """The lock's entry once the matter is settled."""
    if entry is None:
        return None
    if case.now is not None:
        made, text = str(case.now.made), entry.now or entry.text
        return replace(entry, made=made, text=text, look=None, now=None)
    gone = case.why is Why.GONE and decision is Decision.TAKE_NEW
    return replace(entry, look=None, now=None, retired=gone)


def _settled(body: str, case: Case) -> str:
    """The teacher's own version, its stamp saying what quizgen would write that was refused."""
    if case.why is Why.CONFLICT and case.now is not None:
        return _changed(body, "made", str(case.now.made), "")
    return _changed(body, "made", MINE, "") if case.why is Why.GONE else body


def _changed(body: str, name: str, value: str, newline: str) -> str:
    """The item's lines with one field set; the others stay as they are."""
    text = _HEAD + body
    node = _item(text)
    mend = set_field(node, text, newline, name, value) if node else None
    return spliced(text, [mend])[len(_HEAD) :] if mend else body


def _item(text: str) -> Fields | None:
    root = parse_bank(text, "").document.root
    items = root.get("questions") if isinstance(root, Fields) else None
    node = items.items[0] if isinstance(items, Sequence) and items.items else None
    return node if isinstance(node, Fields) else None


def _new_body(body: str, case: Case, layout: Layout) -> str:
    """Quizgen's version with the teacher's other fields, in the teacher's layout if possible."""
    assert case.now is not None
    found = revalued(body, case.now)
    if found is not None:
        return found
    own = case.question
    kept = {
        name: getattr(own, name)
        for name in ("context", "hint", "explanation", "tags", "points", "typos", "note", "skip")
    }
    whole = replace(case.now, **kept, topic=own.topic or case.now.topic)
    return shifted(format_item(whole, layout.newline), case.slot.column)


def _by_field(own: list[tuple[str, str]], other: list[tuple[str, str]]) -> list[Row]:
    """Rows that differ, the two versions of each field together."""
    rows = [Row("-", *row) for row in own] + [Row("+", *row) for row in other]
    order = list(dict.fromkeys(row.field for row in rows))
    return sorted(rows, key=lambda row: order.index(row.field))


def _rows(lines: str) -> list[tuple[str, str]]:
    """Every field that says something to a person: its name and its text, a row a text."""
    node = _item(_HEAD + lines)
    return [
        (key.value, text)
        for key, value in (node.pairs() if node else ())
        if key.value not in _MACHINE
        for text in _texts(value)
    ]


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield " ".join(node.value.split())
    elif isinstance(node, Sequence):
        for item in node.items:
            yield " – ".join(_texts(item))
    else:
        for key, value in node.pairs():
            words = " – ".join(_texts(value))
            yield words if key.value == "wrong" else f"({words})"
