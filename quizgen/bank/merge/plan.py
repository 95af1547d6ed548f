"""Decide what becomes of every question of a bank when it is made again.

Pure: a bank as read, its lock file and today's questions in; what to do with each out.
The rules are those of gettext's msgmerge: what a person edited is never written, what a
person deleted stays away, what lost its source is kept aside and comes back with it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from quizgen.bank.identity import new_id, normalised
from quizgen.bank.merge.fate import Fate
from quizgen.bank.merge.items import Item, Known, known_questions, trace
from quizgen.bank.merge.layout import Layout, Slot, shifted
from quizgen.bank.merge.lock import Entry, Lock, Look, new_entry, source_words
from quizgen.bank.merge.matching import match
from quizgen.bank.merge.notes import changed_note, gone_note
from quizgen.bank.merge.revalue import revalued
from quizgen.bank.reader import ReadBank
from quizgen.bank.stamp import State, content_fingerprint, stamp
from quizgen.bank.writer import format_item
from quizgen.model.question import Question


@dataclass(frozen=True, slots=True)
class Step:
    """One question's fate. ``body`` are its lines to write, as they will stand, if any.

    ``slot`` is where it stands in the file (None: nowhere yet), ``fresh`` its number among
    today's questions, ``notes`` the lines to stand above it.
    """

    fate: Fate
    id: str | None
    slot: Slot | None = None
    fresh: int | None = None
    body: str | None = None
    notes: tuple[str, ...] = ()
    retired: bool = False

    @property
    def asked(self) -> bool:
        """Whether the question will be asked: it is neither deleted nor retired."""
        return not self.retired and self.fate not in {Fate.DELETED, Fate.RETIRED}


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps, the entries of the lock file afterwards, and how many were held back."""

    steps: tuple[Step, ...]
    entries: tuple[Entry, ...] = field(repr=False)
    held: int = 0

    @property
    def counts(self) -> Counter[Fate]:
        """How many questions meet each fate; those retired before are not counted again."""
        return Counter(
            step.fate
            for step in self.steps
            if not (step.retired and step.fate in {Fate.KEPT, Fate.YOURS})
        )


@dataclass(frozen=True, slots=True)
class Today:
    """What is made of the transcript today.

    ``questions`` are stamped and in source order; ``spoken`` is all that is said,
    normalised. ``restore`` names deleted questions to bring back, ``yes`` lets those in
    that may have been deleted before (``held``).
    """

    questions: Sequence[Question]
    spoken: str
    restore: frozenset[str] = frozenset()
    yes: bool = False


def plan(read: ReadBank, layout: Layout, lock: Lock, today: Today) -> Plan:
    """Decide about every question in the file, in the lock file, and made today."""
    items, known = known_questions(read, layout, lock)
    pairs = match([one.trace for one in known], [trace(one) for one in today.questions])
    fresh = _named(known, pairs, items, lock, today.questions)
    return _Planning(items, known, pairs, fresh, layout, lock, today).run()


def _named(
    known: list[Known],
    pairs: dict[int, int],
    items: list[Item],
    lock: Lock,
    questions: Sequence[Question],
) -> list[Question]:
    """Today's questions under the ids that they have, or a new one each."""
    taken = {entry.id for entry in lock.entries}
    for item in items:
        taken |= item.ids
    names = {number: known[one].id for one, number in pairs.items()}
    final: dict[str, str] = {}
    for number, question in enumerate(questions):
        assert question.id is not None
        name = names.get(number) or question.id
        if number not in names and name in taken:
            name = new_id(_rule(question), source_words(question), taken)
        taken.add(name)
        final[question.id] = name
    return [_renamed(question, final) for question in questions]


def _renamed(question: Question, final: dict[str, str]) -> Question:
    """The question with its ids as they are in the bank, its stamp renewed if that matters."""
    assert question.id is not None
    assert question.made is not None
    name = final[question.id]
    enemies = tuple(sorted(final.get(other, other) for other in question.not_with))
    if name == question.id and enemies == question.not_with:
        return question
    made = question.made
    bare = replace(question, id=name, not_with=enemies, made=None)
    again = stamp(bare, " ".join(question.evidence), rule=made.rule, version=made.version)
    return replace(bare, made=replace(again, source=made.source))


@dataclass(slots=True)
class _Planning:
    """One run: collects the steps, and the lock's entries in the order of the transcript."""

    items: list[Item]
    known: list[Known]
    pairs: dict[int, int]
    fresh: list[Question]
    layout: Layout
    lock: Lock
    today: Today
    steps: list[Step] = field(default_factory=list)
    rows: list[tuple[tuple[int, int], Entry]] = field(default_factory=list)
    held: int = 0

    def run(self) -> Plan:
        place = -1
        for number, known in enumerate(self.known):
            pair = self.pairs.get(number)
            place = place if pair is None else pair
            entry = self._settle(known, pair)
            if entry is not None:
                self.rows.append(((place, number + 1), entry))
        self._settle_by_hand()
        taken = set(self.pairs.values())
        for number, question in enumerate(self.fresh):
            if number not in taken:
                self._add_new(number, question)
        entries = tuple(entry for _, entry in sorted(self.rows, key=lambda row: row[0]))
        return Plan(tuple(self.steps), entries, self.held)

    def _settle_by_hand(self) -> None:
        """What is written by hand stays; an exact copy of what retires goes with it."""
        gone = {step.id for step in self.steps if step.fate is Fate.RETIRED}
        for item in self.items:
            if item.made is None and not item.known:
                leaves = item.copy_of in gone and item.copy_of and not item.retired
                self._step(Fate.RETIRED if leaves else Fate.YOURS, item, None)

    def _add_new(self, number: int, question: Question) -> None:
        own = any(item.made is not None for item in self.items)
        if self.lock.lost and own and not self.today.yes:
            self.held += 1
            self.rows.append(((number, 0), new_entry(question, Look.HELD)))
            return
        self._add(number, question)
        self.rows.append(((number, 0), new_entry(question, Look.NEW)))

    def _add(self, number: int, question: Question) -> None:
        body = self._written(question, self.layout.questions.column)
        self.steps.append(Step(Fate.ADDED, question.id, None, number, body))

    def _written(self, question: Question, column: int) -> str:
        return shifted(format_item(question, self.layout.newline), column)

    def _settle(self, known: Known, pair: int | None) -> Entry | None:
        """Decide about a question made before; its entry from now on."""
        if known.item is None:
            return self._settle_absent(known, pair)
        if known.item.state is State.BY_HAND:
            self._step(Fate.YOURS, known.item, pair)
            return known.entry and replace(known.entry, look=None, now=None)
        if pair is None:
            return self._settle_gone(known, known.item)
        question = self.fresh[pair]
        if known.item.state in {State.UNTOUCHED, State.LAID_OUT}:
            return self._settle_own(known, known.item, pair, question)
        return self._settle_edited(known, known.item, pair, question)

    def _settle_absent(self, known: Known, pair: int | None) -> Entry:
        """A question that was deleted by hand, or held back."""
        entry = known.entry
        assert entry is not None
        held = entry.look is Look.HELD
        if pair is None:
            return entry
        if entry.id in self.today.restore or (held and self.today.yes):
            self._add(pair, self.fresh[pair])
            return new_entry(self.fresh[pair], Look.NEW)
        if held:
            self.held += 1
        else:
            self.steps.append(Step(Fate.DELETED, entry.id, None, pair))
        return entry

    def _settle_gone(self, known: Known, item: Item) -> Entry | None:
        """A question that is not made today: aside with it, unless a teacher's hand is in it."""
        entry = known.entry or known.made_entry
        if item.state in {State.UNTOUCHED, State.LAID_OUT}:
            if not item.retired:
                self._step(Fate.RETIRED, item, None)
                said = item.question is not None and self._spoken(item.question)
                return replace(entry, retired=True, left_out=said, look=None, now=None)
            self._step(Fate.KEPT, item, None)
            return entry
        if item.question is not None and not item.retired and not self._spoken(item.question):
            self._step(Fate.LOOK, item, None, notes=(gone_note(),))
            return replace(entry, look=Look.GONE, now=None)
        self._step(Fate.YOURS, item, None)
        return replace(entry, look=None, now=None)

    def _settle_own(self, known: Known, item: Item, pair: int, question: Question) -> Entry:
        """An untouched question, or one whose layout alone is a teacher's."""
        entry = known.entry
        if item.retired and entry is not None and not entry.retired:
            self._step(Fate.YOURS, item, pair)  # a teacher put it there
            return entry
        body = None
        changed = item.made != question.made
        if item.state is State.UNTOUCHED:
            body = self._written(question, item.slot.column) if changed else None
        elif _content(item.made) != _content(question.made):
            body = revalued(self.layout.text[item.slot.body : item.slot.end], question)
            if body is None:
                return self._conflict(known, item, pair, question)
        if item.retired:
            self._step(Fate.RETURNED, item, pair, body)
        else:
            self._step(Fate.KEPT if body is None else Fate.REWORDED, item, pair, body)
        if body is None and entry is not None and entry.made == str(question.made):
            return replace(entry, retired=False, left_out=False)
        look = entry.look if entry else None
        reworded = body is not None and look is not Look.NEW
        return new_entry(question, Look.CHANGED if reworded else look)

    def _settle_edited(self, known: Known, item: Item, pair: int, question: Question) -> Entry:
        """A question that a teacher edited: compare what quizgen made then and makes now."""
        same = {_content(item.made or known.made)}
        if item.question is not None:
            same.add(content_fingerprint(item.question))
        if _content(question.made) in same:
            self._step(Fate.YOURS, item, pair)
            return replace(known.entry or known.made_entry, look=None, now=None)
        return self._conflict(known, item, pair, question)

    def _conflict(self, known: Known, item: Item, pair: int, question: Question) -> Entry:
        entry = known.entry or known.made_entry
        notes = (changed_note(item, entry, question),)
        self._step(Fate.LOOK, item, pair, notes=notes)
        return replace(entry, look=Look.CONFLICT, now=format_item(question))

    def _step(
        self,
        fate: Fate,
        item: Item,
        pair: int | None,
        body: str | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        self.steps.append(Step(fate, item.id, item.slot, pair, body, notes, item.retired))

    def _spoken(self, question: Question) -> bool:
        """Whether the words that a question stands on are still said."""
        return all(f" {words} " in f" {self.today.spoken} " for words in _pieces(question))


def _pieces(question: Question) -> Iterator[str]:
    for quote in question.evidence:
        yield from (words for piece in quote.split("…") if (words := normalised(piece)))


def _content(made: object) -> str | None:
    return getattr(made, "content", None)


def _rule(question: Question) -> str:
    return question.made.rule if question.made else "by-hand"
