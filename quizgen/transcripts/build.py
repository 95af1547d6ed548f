"""From labels found in a view to a transcript: turns, speakers, notes, headings, doubts."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quizgen.model.problem import Level, Problem
from quizgen.model.transcript import Note, Segment, Speaker, Transcript, Turn
from quizgen.transcripts import metadata
from quizgen.transcripts.evidence import Decision
from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.labels import Label
from quizgen.transcripts.notes import BRACKETED, TIME, kind_of, notes
from quizgen.transcripts.people import People
from quizgen.transcripts.shapes import Proposal
from quizgen.transcripts.view import View


@dataclass(slots=True)
class Start:
    """Where a turn starts: its label, where the label's line and the text begin in the view."""

    label: Label
    at: int
    text: int
    name: tuple[int, int] = (0, 0)
    notes: list[Note] = field(default_factory=list)
    heading: str | None = None
    person: str | None = None


def transcript(
    view: View,
    path: str,
    form: str,
    starts: Sequence[Start],
    cuts: Sequence[Cut],
    *,
    decision: Decision | None = None,
    title: str | None = None,
) -> Transcript:
    """Put a transcript together from the places where its turns start."""
    text = view.text
    head = text[: starts[0].at] if starts else text
    facts = metadata.facts(head)
    doubtful = decision.doubtful if decision else []
    people = People.of(
        starts,
        text,
        head,
        roles=decision.roles if decision else {},
        roster=facts.people,
        title=title or facts.title or "",
    )
    turns = tuple(_Turns(view, starts, cuts, people))
    return Transcript(
        path=path,
        text=view.source,
        form=form,
        turns=turns,
        speakers=tuple(_speakers(turns, people)),
        title=title or facts.title,
        date=facts.date,
        place=facts.place,
        preamble=(0, view.start(starts[0].at) if starts else len(view.source)),
        problems=(
            *_doubts(view, path, doubtful, starts),
            *people.problems(path, _Lines(view.source), starts, view),
        ),
    )


class _Lines:
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


class _Turns:
    """The turns of a view in order; every region between two labels is one."""

    def __init__(
        self, view: View, starts: Sequence[Start], cuts: Sequence[Cut], people: People
    ) -> None:
        self.view, self.starts, self.people = view, starts, people
        self.cuts, self.cut_at = cuts, [cut.start for cut in cuts]
        self.lines = _Lines(view.source)
        self.heading: str | None = None
        self.pending: list[Note] = []

    def __iter__(self) -> Iterator[Turn]:
        if not self.starts:
            return
        self._before(0, self.starts[0].at)
        bounds = [*(start.at for start in self.starts), len(self.view.text)]
        for index, (start, (_, end)) in enumerate(
            zip(self.starts, pairwise(bounds), strict=True), 1
        ):
            yield self._turn(index, start, end)

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

    def _turn(self, index: int, start: Start, end: int) -> Turn:
        text, view = self.view.text, self.view
        cuts = self._between(start.text, end) if self.cut_at else []
        trailing = self._trailing(cuts, end) if cuts else []
        lead = [*self.pending, *start.notes, *self._label_notes(start)]
        self.pending = [self._note(cut) for cut in trailing]
        heading = start.heading or self.heading
        if cuts:
            heads = [cut for cut in cuts if cut.kind == "heading"]
            if heads:
                self.heading = self._heading(heads[-1])
        pieces = self._pieces(start.text, end, cuts)
        pieces = self._without_lead(pieces, lead)
        inner = [self._note(c) for c in cuts if c not in trailing and c.kind not in {"heading", ""}]
        low, high = (pieces[0][0], pieces[-1][1]) if pieces else (start.text, start.text)
        whole = len(pieces) == 1 and not view.at
        said = text[low:high] if len(pieces) == 1 else "".join(text[a:b] for a, b in pieces)
        marks = [*lead, *inner, *self._marks(pieces)]
        if len(marks) > 1:
            marks.sort(key=lambda note: note.start)
        segments: tuple[Segment, ...] = () if whole or not pieces else view.segments(pieces)
        at = start.name[0] or start.at
        label, person = start.label, start.person or self.people.person(start.label, index - 1)
        return Turn(
            index,
            label.printed,
            label.name,
            person,
            person is None and self.people.anonymous(label),
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
                found[number] = (a + _blank(text[a:b]), b)
        if not found:
            return []
        first, last = found[0], found[-1]
        found[0] = (first[0] + _blank(text[first[0] : first[1]]), first[1])
        low, high = found[-1]
        found[-1] = (low, high - _blank(text[last[0] : high][::-1]))
        return [(a, b) for a, b in found if b > a]

    def _without_lead(
        self, pieces: list[tuple[int, int]], lead: list[Note]
    ) -> list[tuple[int, int]]:
        """Move directions and times before the first spoken word to the notes."""
        text = self.view.text
        while pieces:
            low, high = pieces[0]
            if text[low] not in "([\\{♪♫*":
                return pieces
            match = BRACKETED.match(text, low, high)
            kind = self._leading(match) if match else None
            if match is None or kind is None:
                return pieces
            lead.append(self._as_note(kind, match.start(), match.end()))
            at = match.end()
            while at < high and (text[at].isspace() or text[at] in ".:"):
                at += 1
            pieces = [(at, high), *pieces[1:]] if at < high else pieces[1:]
            if pieces and at >= high:
                low = pieces[0][0]
                pieces[0] = (low + _blank(text[low : pieces[0][1]]), pieces[0][1])
        return pieces

    def _leading(self, match: re.Match[str]) -> str | None:
        kind = next((n.kind for n in notes(match.group())), None)
        inside = match["round"]
        if (
            kind is None
            and inside
            and len(inside) <= 40
            and (inside.isupper() or inside[0].islower())
        ):
            return "direction"
        return kind

    def _marks(self, pieces: Sequence[tuple[int, int]]) -> Iterator[Note]:
        view = self.view
        for low, high in pieces:
            for note in notes(view.text[low:high], low):
                if view.at:
                    yield Note(note.kind, note.text, view.start(note.start), view.end(note.end))
                else:
                    yield note

    def _label_notes(self, start: Start) -> Iterator[Note]:
        """The times and directions that stand beside a label."""
        text = self.view.text
        low, high = start.name
        for inside in start.label.inside:
            kind = kind_of(inside)
            if kind:
                at = text.find(inside, low, start.text)
                if at >= 0:
                    yield self._as_note(kind, at, at + len(inside))
        for a, b in ((start.at, low), (high, start.text)):
            if b - a > 3:
                match = TIME.search(text, a, b)
                if match:
                    yield self._as_note("time", match.start(), match.end())

    def _heading(self, cut: Cut) -> str:
        return self.view.text[cut.start : cut.end].strip(" \t\xa0\f#*_=\r\n").replace("\\", "")

    def _note(self, cut: Cut) -> Note:
        text = self.view.text[cut.start : cut.end]
        left = _blank(text)
        return self._as_note(cut.kind, cut.start + left, cut.end - _blank(text[::-1]))

    def _as_note(self, kind: str, low: int, high: int) -> Note:
        return Note(kind, self.view.text[low:high], self.view.start(low), self.view.end(high))


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip())


def _speakers(turns: Sequence[Turn], people: People) -> Iterator[Speaker]:
    times: Counter[str] = Counter(turn.who for turn in turns)
    labels: dict[str, dict[str, None]] = {}
    anonymous: dict[str, bool] = {}
    for turn in turns:
        labels.setdefault(turn.who, {})[turn.label] = None
        anonymous[turn.who] = anonymous.get(turn.who, True) and turn.anonymous
    for name, often in times.items():
        office = None if anonymous[name] else people.office(name, labels[name])
        yield Speaker(name, tuple(labels[name]), anonymous[name], often, office)


def _doubts(
    view: View, path: str, doubtful: Iterable[Proposal], starts: Sequence[Start]
) -> Iterator[Problem]:
    lines = _Lines(view.source)
    first = starts[0].at if starts else 0
    for each in doubtful:
        if each.at < first or not each.label.printed[:1].isupper() or len(each.label.printed) > 40:
            continue
        yield Problem(
            path=path,
            line=lines.of(view.start(each.names[0])),
            column=1,
            level=Level.NOTE,
            code="doubtful-label",
            message=f"“{each.label.printed}:” was taken for speech, not for a speaker",
            fix="a speaker's label comes at least twice, or has a first and a last name",
        )
