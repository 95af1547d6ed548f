"""Write a plan into a bank's text: whole lines change places or values, all others stay."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from quizgen.bank.merge.fate import Fate
from quizgen.bank.merge.layout import Layout, Listing, Slot, shifted
from quizgen.bank.merge.notes import MARK
from quizgen.bank.merge.plan import Plan, Step
from quizgen.bank.splices import spliced
from quizgen.documents.nodes import Mend, Sequence
from quizgen.documents.pieces import line_above, line_end


def applied(plan: Plan, layout: Layout, head: Iterable[Mend] = ()) -> str:
    """The bank's text once the plan is carried out, and what is to change in its head."""
    writing = _Writing(layout)
    for step in plan.steps:
        if step.slot is not None:
            writing.settle(step, step.slot)
    writing.place_all(plan)
    writing.drop_empty_list(plan)
    return spliced(layout.text, [*head, *writing.mends()])


@dataclass(slots=True)
class _Writing:
    """Collects what to write where. Insertions at one place are joined in their order."""

    layout: Layout
    changes: list[Mend] = field(default_factory=list)
    insertions: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    to_retire: list[str] = field(default_factory=list)

    def settle(self, step: Step, slot: Slot) -> None:
        """Bring an item's notes up to date, rewrite it, or take it out of its list."""
        text = self.layout.text
        if step.fate in {Fate.RETIRED, Fate.RETURNED}:
            self.changes.append(Mend(slot.lead, slot.stop, ""))
            if step.fate is Fate.RETIRED:
                self.to_retire.append(self._moved(step, slot, self.layout.retired))
            return
        lead = self._lead(step, slot)
        if lead != text[slot.lead : slot.body]:
            self.changes.append(Mend(slot.lead, slot.body, lead))
        if step.body is not None and step.body != text[slot.body : slot.end]:
            self.changes.append(Mend(slot.body, slot.end, self._ended(step.body, slot)))

    def _ended(self, body: str, slot: Slot) -> str:
        """An item that ends the file without a line break goes on doing so."""
        whole = self.layout.text[slot.body : slot.end]
        return body if whole.endswith(("\n", "\r")) else body.rstrip("\r\n")

    def _lead(self, step: Step, slot: Slot) -> str:
        """The comments above an item, quizgen's own notes among them as they should be."""
        lines = self.layout.text[slot.lead : slot.body].splitlines(keepends=True)
        kept = "".join(line for line in lines if not line.lstrip().startswith(MARK))
        indent = " " * slot.column
        return kept + "".join(f"{indent}{note}{self.layout.newline}" for note in step.notes)

    def _moved(self, step: Step, slot: Slot, target: Listing) -> str:
        """An item on its way to another list: comments, lines, deeper comments below."""
        text, newline = self.layout.text, self.layout.newline
        below = text[slot.end : slot.stop].rstrip()
        body = step.body if step.body is not None else text[slot.body : slot.end]
        whole = self._lead(step, slot) + body + (below + newline if below else "")
        column = target.column if target.slots else self.layout.questions.column
        if not whole.endswith(("\n", "\r")):
            whole += newline
        return shifted(whole, column - slot.column)

    def place_all(self, plan: Plan) -> None:
        """Put in what is new or back behind its neighbour; what retires at the end."""
        listing = self.layout.questions
        placed: dict[int, int] = {}
        coming: list[tuple[int, str]] = []
        for step in plan.steps:
            if step.fresh is None or step.fate is Fate.DELETED:
                continue
            if step.fate is Fate.ADDED and step.body is not None:
                coming.append((step.fresh, step.body))
            elif step.fate is Fate.RETURNED and step.slot is not None:
                coming.append((step.fresh, self._moved(step, step.slot, listing)))
            elif step.slot is not None and not step.retired:
                placed[step.fresh] = step.slot.stop
        self._insert_in_order(sorted(coming), placed, plan)
        if self.to_retire:
            self._retire()

    def drop_empty_list(self, plan: Plan) -> None:
        """Take out ``retired:`` where all that was in it went back, and nothing else is there."""
        listing = self.layout.retired
        back = {step.slot.lead for step in plan.steps if step.fate is Fate.RETURNED and step.slot}
        if self.to_retire or not listing.slots or back != {slot.lead for slot in listing.slots}:
            return
        text, starts = self.layout.text, self.layout.starts
        first = key = listing.slots[0].lead
        while key and not text[key:first].strip():
            key = line_above(starts, key)
        if text[key:first].strip() == "retired:" and not text[listing.stop :].strip():
            self.changes = [change for change in self.changes if change.start < key]
            self.changes.append(Mend(key, len(text), ""))

    def _insert_in_order(
        self, coming: list[tuple[int, str]], placed: dict[int, int], plan: Plan
    ) -> None:
        order = sorted(placed)
        firsts = {
            step.fresh: step.slot.lead
            for step in plan.steps
            if step.fresh in placed and step.slot is not None and not step.retired
        }
        at = 0
        for number, body in coming:
            while at < len(order) and order[at] < number:
                at += 1
            if at:
                place = placed[order[at - 1]]
            elif order:
                place = firsts[order[0]]
            else:
                place = self._end(self.layout.questions)
            self.insertions[place].append(body)

    def _end(self, listing: Listing) -> int:
        """Where to put an item that has no neighbour; a missing list is begun."""
        if listing.slots:
            return listing.stop
        if listing.node is None:
            return len(self.layout.text)
        if isinstance(listing.node, Sequence):  # `questions: []` becomes a list of lines
            self.changes.append(Mend(listing.node.start, listing.node.end, ""))
        return listing.stop

    def _retire(self) -> None:
        listing = self.layout.retired
        place = self._end(listing)
        bodies = self.to_retire
        if listing.node is None:
            bodies = [f"retired:{self.layout.newline}", *bodies]
        self.insertions[place] += bodies

    def mends(self) -> list[Mend]:
        """All changes; what is put in at a place stands before the notes of what is there."""
        questions = self.layout.questions
        inserted = []
        for place, bodies in self.insertions.items():
            begun = questions.node is None and place == len(self.layout.text)
            head = [f"questions:{self.layout.newline}"] if begun else []
            inserted.append(Mend(place, place, self._spaced(place, [*head, *bodies])))
        return [*inserted, *self.changes]

    def _spaced(self, place: int, bodies: list[str]) -> str:
        text, newline = self.layout.text, self.layout.newline
        lead, before = "", self._left_before(place)
        above = text[line_above(self.layout.starts, before) : before] if before else ""
        if before and text[before - 1] not in "\r\n":
            above = lead = newline
        if above.strip() or lead:
            lead += newline
        below = text[place : line_end(text, place)]
        tail = newline if below.strip() else ""
        return lead + newline.join(bodies) + tail

    def _left_before(self, place: int) -> int:
        """Where the text ends that will stand above ``place`` once moved items are gone."""
        gone = {change.end: change.start for change in self.changes if not change.text}
        while place in gone and gone[place] < place:
            place = gone[place]
        return place
