"""What quizgen knows of a bank before it makes it again: the file's items, the lock's entries."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.bank.merge.layout import Layout, Slot
from quizgen.bank.merge.lock import Entry, Lock, source_words
from quizgen.bank.merge.matching import Trace
from quizgen.bank.reader import ReadBank
from quizgen.bank.stamp import State, state, text_fingerprint
from quizgen.bank.values import parse_made
from quizgen.documents.nodes import Mapping, Scalar
from quizgen.model.question import Made, Question


@dataclass(slots=True)
class Item:
    """One item of the file. ``question`` is None where it cannot be read as one.

    ``known`` says that quizgen made it, or once did; ``copy_of`` whose exact copy it is.
    """

    slot: Slot
    question: Question | None
    state: State
    id: str | None
    made: Made | None
    text: str
    retired: bool
    known: bool = False
    copy_of: str | None = None

    @property
    def ids(self) -> set[str]:
        """The ids that it has and had."""
        was = self.question.was if self.question else ()
        return {name for name in (self.id, *was) if name}


@dataclass(frozen=True, slots=True)
class Known:
    """A question that was made before: its entry in the lock, its item in the file, or both."""

    entry: Entry | None
    item: Item | None
    made: Made
    trace: Trace

    @property
    def id(self) -> str | None:
        """The id that the file gives it, or else the lock."""
        if self.item is not None:
            return self.item.id
        return self.entry.id if self.entry else None

    @property
    def made_entry(self) -> Entry:
        """An entry for an item that the lock does not know."""
        assert self.item is not None
        text = self.item.text if self.item.state is State.UNTOUCHED else ""
        return Entry(self.item.id or "", str(self.made), self.trace.words, text)


def known_questions(read: ReadBank, layout: Layout, lock: Lock) -> tuple[list[Item], list[Known]]:
    """The items of the file, and all that quizgen ever made for it, in source order."""
    items = _items(read, layout)
    by_id = _owners(items)
    places: list[tuple[tuple[int, int], Known]] = []
    numbers: dict[str, int] = {}
    for number, entry in enumerate(lock.entries):
        made = parse_made(entry.made)
        item = by_id.get(entry.id)
        if made is None:
            continue
        if item is not None:
            item.known = True
        numbers[entry.id] = number
        answer = _answer(item.question) if item else ""
        own = item.made if item and item.made else made
        seen = Trace(made.rule, made.source, own.content, entry.words, answer)
        places.append(((number, 0), Known(entry, item, made, seen)))
    before = -1
    for number, item in enumerate(items):
        before = numbers.get(item.id or "", before)
        if item.made is not None and not item.known:
            item.known = True
            places.append(((before, number + 1), Known(None, item, item.made, _seen(item))))
    return items, [known for _, known in sorted(places, key=lambda pair: pair[0])]


def _owners(items: list[Item]) -> dict[str, Item]:
    """The item that each id belongs to; a broken item with another's id is a copy by hand."""
    owners: dict[str, Item] = {}
    for item in sorted(items, key=lambda each: each.question is None):
        if item.id and owners.setdefault(item.id, item) is not item:
            item.id, item.made, item.state = None, None, State.BY_HAND
    return owners


def trace(question: Question) -> Trace:
    """What one of today's questions is recognised by."""
    made = question.made
    assert made is not None
    words = source_words(question)
    return Trace(made.rule, made.source, made.content, words, _answer(question))


def _items(read: ReadBank, layout: Layout) -> list[Item]:
    assert read.bank is not None
    everything = (*read.bank.questions, *read.bank.retired)
    places = {(one.place.line, one.place.column): one for one in everything if one.place}
    return [
        _item(slot, places.get((slot.node.line, slot.node.column)), layout, retired)
        for listing, retired in ((layout.questions, False), (layout.retired, True))
        for slot in listing.slots
    ]


def _item(slot: Slot, question: Question | None, layout: Layout, retired: bool) -> Item:
    """An item of the file; one whose id was taken out is the teacher's from then on."""
    text = slot.text(layout.text)
    if question is not None:
        name, made, what = question.id, question.made, state(question, text)
    else:
        name, made = _typed(slot, "id") or None, parse_made(_typed(slot, "made"))
        what = State.EDITED if made else State.BY_HAND
    copy_of = None
    if name is None:
        stamp = parse_made(_typed(slot, "made"))
        copy_of = _typed(slot, "id") if stamp and stamp.text == text_fingerprint(text) else None
        made, what = None, State.BY_HAND
    return Item(slot, question, what, name, made, text, retired, copy_of=copy_of)


def _typed(slot: Slot, key: str) -> str:
    node = slot.node.get(key) if isinstance(slot.node, Mapping) else None
    return node.value.strip() if isinstance(node, Scalar) else ""


def _seen(item: Item) -> Trace:
    assert item.made is not None
    words = source_words(item.question) if item.question else ""
    made = item.made
    return Trace(made.rule, made.source, made.content, words, _answer(item.question))


def _answer(question: Question | None) -> str:
    """The answer in one text, to tell apart questions about the same words."""
    for name in ("key", "keys", "blanks", "items", "pairs"):
        found = getattr(question, name, None)
        if found is not None:
            return found if isinstance(found, str) else _joined(found)
    return ""


def _joined(found: object) -> str:
    return " | ".join(map(str, found)) if isinstance(found, Sequence) else str(found)
