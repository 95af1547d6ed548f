"""From the places where turns start to the turns: their words, notes, pieces and persons."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quizgen.model.quick import maker
from quizgen.model.transcript import Note, Turn
from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.leads import LEADS, Leads, asides, blank, leading
from quizgen.transcripts.notes import BRACKETED, TIME, kind_of, notes, openings
from quizgen.transcripts.people import People
from quizgen.transcripts.starts import Start
from quizgen.transcripts.view import Segments, View

_NICK = "i"  # the dress of a nick in a chat
_NARROW = 3  # characters around a label that hold no time and no direction
_made = maker(Turn)


class Lines:
    """The line of an offset; asked in rising order it goes over the text once."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.line = text, 0, 1
        self.sign = "\n" if "\n" in text or "\r" not in text else "\r"

    def of(self, offset: int) -> int:
        """The line, from 1, that holds the character at ``offset``."""
        if offset < self.at:
            self.at, self.line = 0, 1
        self.line += self.text.count(self.sign, self.at, offset)
        self.at = offset
        return self.line


def _is_number(match: re.Match[str]) -> bool:
    """Whether a bracket only counts the turns."""
    return match.group().strip("[]()").isdigit()


class Turns:
    """The turns of a view in order; every region between two labels is one.

    They are made once: each start is taken off the list when its turn is made.
    """

    def __init__(
        self, view: View, starts: list[Start], cuts: Sequence[Cut], people: People
    ) -> None:
        self.view, self.starts, self.people = view, starts, people
        self.cuts, self.cut_at = cuts, [cut.start for cut in cuts]
        self.lines = Lines(view.source)
        self.signs = openings(view.text)
        self.leads = Leads(view.text, starts)
        self.asides = asides(starts)
        self.heading: str | None = None
        self.pending: list[Note] = []
        self.piece = 0
        self.known: dict[str, tuple[str | None, bool]] = {}

    def __iter__(self) -> Iterator[Turn]:
        if not self.starts:
            return
        self._before(0, self.starts[0].at)
        starts, index = self.starts, 0
        starts.reverse()
        while starts:
            start, index = starts.pop(), index + 1
            end = starts[-1].at if starts else len(self.view.text)
            cuts = self._between(start.text, end) if self.cut_at else None
            turn = None if cuts or self.pending else self._plain(index, start, end)
            yield turn or self._turn(index, start, end, cuts or [])

    def _plain(self, index: int, start: Start, end: int) -> Turn | None:
        """The turn where nothing is to be cut out or moved: most are such, and made fast."""
        at, low, label, _, name, high, heading, person = start
        if low - high > _NARROW or name - at > _NARROW or label.inside:
            return None
        view = self.view
        text = view.text
        said = text[low:end].strip()
        if not said or said[0] in LEADS or said[0].isdigit():
            return None
        while text[low].isspace():
            low += 1
        who = None if person else self.known.get(label.key)
        person, anonymous = who or self._who(start)
        end, signs = low + len(said), self.signs
        own = not view.at
        marks = notes(said, low, signs) if signs else ()
        self.piece, place, begin, finish = view.places(name, low, end, self.piece)
        return _made(
            index,
            label.printed,
            label.name,
            person,
            anonymous,
            self.lines.of(place),
            begin,
            finish,
            said,
            marks if own or not marks else tuple(map(self._home, marks)),
            () if own else Segments(view, ((low, end),)),
            heading or self.heading,
        )

    def _who(self, start: Start) -> tuple[str | None, bool]:
        """The person behind a label, and whether it is a role of unnamed speakers."""
        if start.person:
            return self.people.known_as(start.person), False
        found = self.known.get(start.label.key)
        if found is None:
            person = self.people.person(start.label)
            found = person, person is None and self.people.anonymous(start.label)
            self.known[start.label.key] = found
        return found

    def _between(self, low: int, high: int) -> list[Cut]:
        if not self.cut_at:
            return []
        first = bisect_left(self.cut_at, low)
        last = bisect_left(self.cut_at, high, first)
        return list(self.cuts[first:last])

    def _before(self, low: int, high: int) -> None:
        """A heading or time before the first label belongs to the first turn."""
        cuts = self._between(low, high)
        heads = [cut for cut in cuts if cut.kind == "heading"]
        if heads:
            self.heading = self._heading(heads[-1])
        self.pending = [self._note(cut) for cut in self._trailing(cuts, high)]

    def _trailing(self, cuts: list[Cut], end: int) -> list[Cut]:
        """The cuts right before the next label: a time above it is its own."""
        text, found = self.view.text, []
        for cut in reversed(cuts):
            if cut.kind not in {"time", "page"} or text[cut.end : end].strip():
                break
            found.append(cut)
            end = cut.start
        return found[::-1] if any(cut.kind == "time" for cut in found) else []

    def _turn(self, index: int, start: Start, end: int, cuts: list[Cut]) -> Turn:
        text, view = self.view.text, self.view
        last = not self.starts
        trailing = self._trailing(cuts, end) if cuts and not last else []
        lead = [*self.pending, *self._label_notes(start)]
        self.pending = [self._note(cut) for cut in trailing]
        heading = start.heading or self.heading
        if cuts:
            heads = [cut for cut in cuts if cut.kind == "heading"]
            if heads:
                self.heading = self._heading(heads[-1])
        pieces = self._pieces(start.text, end, cuts)
        found, pieces = self.leads.of(
            pieces, chat=start.dress[:1] == _NICK, timed="t" in start.dress[1:]
        )
        lead += [self._as_note(*each) for each in found]
        moved = set(trailing)
        inner = [
            self._note(cut)
            for cut in cuts
            if cut not in moved and cut.kind and not text[cut.start : cut.end].isspace()
        ]
        low, high = (pieces[0][0], pieces[-1][1]) if pieces else (start.text, start.text)
        whole = len(pieces) == 1 and not view.at
        said = text[low:high] if len(pieces) == 1 else "".join(text[a:b] for a, b in pieces)
        marks = [*lead, *inner, *self._marks(pieces)]
        if len(marks) > 1:
            marks.sort(key=lambda note: note.start)
        segments = () if whole or not pieces else Segments(view, pieces)
        at = start.low or start.at
        person, anonymous = self._who(start)
        return _made(
            index,
            start.label.printed,
            start.label.name,
            person,
            anonymous,
            self.lines.of(view.start(at)),
            view.start(low),
            view.end(high) if high > low else view.start(low),
            said,
            tuple(marks),
            segments,
            heading,
        )

    def _pieces(self, low: int, end: int, cuts: Sequence[Cut]) -> list[tuple[int, int]]:
        """What is left of a region: trimmed at its ends, the blank lines inside kept."""
        text = self.view.text
        if not cuts:
            said = text[low:end]
            left = len(said) - len(said.lstrip())
            right = len(said.rstrip())
            return [(low + left, low + right)] if right > left else []
        found, at = [], low
        for cut in cuts:
            found.append((at, cut.start))
            at = max(cut.end, at)
        found.append((at, end))
        found = [(a, b) for a, b in found if b > a and text[a:b].strip()]
        for number in range(1, len(found)):  # one gap between paragraphs, not two
            if text[found[number - 1][1] - 1] == "\n":
                a, b = found[number]
                found[number] = (a + blank(text[a:b]), b)
        if not found:
            return []
        first, last = found[0], found[-1]
        found[0] = (first[0] + blank(text[first[0] : first[1]]), first[1])
        low, high = found[-1]
        found[-1] = (low, high - blank(text[last[0] : high][::-1]))
        return [(a, b) for a, b in found if b > a]

    def _marks(self, pieces: Sequence[tuple[int, int]]) -> Iterator[Note]:
        for low, high in pieces:
            yield from map(self._home, notes(self.view.text[low:high], low, self.signs))

    def _home(self, note: Note) -> Note:
        """A note whose offsets are the view's, with those of the file."""
        view = self.view
        if not view.at:
            return note
        return Note(note.kind, note.text, view.start(note.start), view.end(note.end))

    def _label_notes(self, start: Start) -> Iterator[Note]:
        """The times and directions that stand beside a label."""
        if not start.label.inside and start.low == start.at and start.text - start.high < 4:
            return
        text = self.view.text
        low, high = start.low, start.high
        for inside in start.label.inside:
            kind = kind_of(inside) or ("direction" if self.asides(start.label, inside) else None)
            party = kind == "phonetic" and inside.isupper()  # “(SP)” beside a name
            if kind and not party:
                at = text.find(inside, low, start.text)
                if at >= 0:
                    yield self._as_note(kind, at, at + len(inside))
        for a, b in ((start.at, low), (high, start.text)):
            if b - a > 3:
                match = TIME.search(text, a, b) or BRACKETED.search(text, a, b)
                if match and not _is_number(match):
                    kind = "time" if match.re is TIME else leading(match) or "direction"
                    yield self._as_note(kind, match.start(), match.end())

    def _heading(self, cut: Cut) -> str:
        return self.view.text[cut.start : cut.end].strip(" \t\xa0\f#*_=\r\n").replace("\\", "")

    def _note(self, cut: Cut) -> Note:
        text = self.view.text[cut.start : cut.end]
        left = blank(text)
        return self._as_note(cut.kind, cut.start + left, cut.end - blank(text[::-1]))

    def _as_note(self, kind: str, low: int, high: int) -> Note:
        return Note(kind, self.view.text[low:high], self.view.start(low), self.view.end(high))
