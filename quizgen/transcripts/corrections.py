"""Corrections by hand: a small YAML file beside the transcript that survives every reading.

For ``talk.txt`` it is ``talk.quizgen.yaml``:

title: The talk
date: 2024-05-01
form: name-colon
aliases:
  MF: Maria Faber
floor: [Caller]
not-speakers: [Second point]
skip: [1-4, 17]
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizgen.documents.nodes import Mapping, Node, Scalar, Sequence
from quizgen.files.text import read
from quizgen.model.errors import FileError, TranscriptError
from quizgen.model.problem import Level, Problem
from quizgen.model.transcript import Segment, Speaker, Transcript, Turn
from quizgen.transcripts.labels import clean
from quizgen.transcripts.metadata import explicit_date

ENDING = ".quizgen.yaml"
_RANGE = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?")
_KEYS = ("title", "date", "place", "form", "aliases", "floor", "not-speakers", "skip")


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person decided about a transcript; empty where nothing was."""

    path: str = ""
    title: str | None = None
    date: str | None = None
    place: str | None = None
    form: str | None = None
    aliases: dict[str, str] = field(default_factory=dict)
    floor: frozenset[str] = frozenset()
    not_speakers: frozenset[str] = frozenset()
    skip: tuple[tuple[int, int], ...] = ()
    problems: tuple[Problem, ...] = ()

    def text(self, text: str) -> str:
        """The text with the lines to skip blanked, so that every offset stays."""
        if not self.skip:
            return text
        lines = text.splitlines(keepends=True)
        for first, last in self.skip:
            for at in range(max(first, 1) - 1, min(last, len(lines))):
                bare = lines[at].rstrip("\r\n")
                lines[at] = " " * len(bare) + lines[at][len(bare) :]
        return "".join(lines)

    def apply(self, transcript: Transcript, text: str) -> Transcript:
        """The transcript as corrected; ``text`` is the whole file."""
        turns = transcript.turns
        if self.not_speakers:
            turns = _joined(turns, self.not_speakers, text)
        if self.aliases or self.floor:
            turns = tuple(self._renamed(turn) for turn in turns)
        return replace(
            transcript,
            text=text,
            turns=turns,
            speakers=_speakers(turns, transcript.speakers),
            title=self.title or transcript.title,
            date=self.date or transcript.date,
            place=self.place or transcript.place,
            problems=(*transcript.problems, *self.problems, *self._unused(transcript)),
        )

    def _renamed(self, turn: Turn) -> Turn:
        keys = (turn.label.casefold(), clean(turn.label).key)
        person = next((self.aliases[key] for key in keys if key in self.aliases), None)
        if person is not None:
            return replace(turn, person=person, anonymous=False)
        if any(key in self.floor for key in keys):
            return replace(turn, person=None, anonymous=True)
        return turn

    def _unused(self, transcript: Transcript) -> list[Problem]:
        """A warning for every label that the transcript does not have."""
        have = {turn.label.casefold() for turn in transcript.turns}
        have |= {clean(turn.label).key for turn in transcript.turns}
        named = sorted((set(self.aliases) | self.floor | self.not_speakers) - have)
        return [
            Problem(
                path=self.path,
                line=0,
                column=0,
                level=Level.WARNING,
                code="unused-correction",
                message=f"no turn has the label “{label}”",
                fix="write the label as the transcript prints it, without its colon",
            )
            for label in named
        ]


def beside(path: str | Path) -> Path:
    """Where the corrections of a transcript are kept."""
    place = Path(path)
    return place.with_name(place.stem + ENDING)


def corrections(path: str | Path) -> Corrections:
    """Read the corrections beside a transcript; empty ones where there is no such file.

    Raises:
        FileError: the file is there and cannot be read.
        TranscriptError: it is no YAML mapping.
    """
    place = beside(path)
    if not place.is_file():
        return Corrections()
    from quizgen.documents.parse import parse  # noqa: PLC0415 - loads yaml

    document = parse(read(place).text, str(place))
    if document.root is None and not document.problems:
        return Corrections(path=str(place))
    if not isinstance(document.root, Mapping):
        raise TranscriptError(
            f"“{place}” does not hold corrections.",
            fix="It holds lines such as “title: …”; quizgen read --write-corrections makes one.",
        )
    return _read(document.root, str(place), document.problems)


def _read(root: Mapping, path: str, problems: tuple[Problem, ...]) -> Corrections:
    found = list(problems)
    for key, value in root.pairs():
        if key.value not in _KEYS:
            found.append(
                _problem(
                    path, key, f"“{key.value}” is no correction", f"use one of: {', '.join(_KEYS)}"
                )
            )
        elif (
            key.value == "date"
            and isinstance(value, Scalar)
            and value.value
            and not explicit_date(value.value)
        ):
            found.append(
                _problem(path, value, f"“{value.value}” is no date", "write it as 2024-05-01")
            )
    aliases = root.get("aliases")
    names = (
        {
            k.value.casefold(): v.value
            for k, v in aliases.pairs()
            if isinstance(v, Scalar) and v.value
        }
        if isinstance(aliases, Mapping)
        else {}
    )
    date = _text(root.get("date"))
    return Corrections(
        path=path,
        title=_text(root.get("title")),
        date=explicit_date(date) if date else None,
        place=_text(root.get("place")),
        form=_text(root.get("form")),
        aliases=names,
        floor=frozenset(item.casefold() for item in _items(root.get("floor"))),
        not_speakers=frozenset(item.casefold() for item in _items(root.get("not-speakers"))),
        skip=tuple(_ranges(_items(root.get("skip")))),
        problems=tuple(found),
    )


def _problem(path: str, node: Scalar, message: str, fix: str) -> Problem:
    return Problem(path, node.line, node.column, Level.WARNING, "bad-correction", message, fix)


def _text(node: Node | None) -> str | None:
    return node.value.strip() or None if isinstance(node, Scalar) else None


def _items(node: Node | None) -> list[str]:
    if isinstance(node, Scalar):
        return [part.strip() for part in node.value.split(",") if part.strip()]
    if isinstance(node, Sequence):
        return [item.value.strip() for item in node.items if isinstance(item, Scalar)]
    return []


def _ranges(items: list[str]) -> list[tuple[int, int]]:
    found = []
    for item in items:
        match = _RANGE.fullmatch(item)
        if match:
            first = int(match[1])
            found.append((first, int(match[2] or first)))
    return found


def _joined(turns: tuple[Turn, ...], never: frozenset[str], text: str) -> tuple[Turn, ...]:
    """Turns under labels that are no speakers go on with the turn before them."""
    kept: list[Turn] = []
    for turn in turns:
        if {turn.label.casefold(), clean(turn.label).key} & never:
            if kept:
                kept[-1] = _together(kept[-1], turn, text)
        else:
            kept.append(turn)
    return tuple(replace(turn, index=at) for at, turn in enumerate(kept, 1))


def _together(one: Turn, two: Turn, text: str) -> Turn:
    end = max(two.end, one.end)
    notes = (*one.notes, *two.notes)
    if not one.segments and not two.segments:
        return replace(one, end=end, text=text[one.start : end], notes=notes)
    first = one.segments or (Segment(0, len(one.text), one.start, one.end),)
    second = two.segments or (Segment(0, len(two.text), two.start, two.end),)
    label = f"\n\n{two.label}: "
    moved = len(one.text) + len(label)
    segments = (
        *first,
        Segment(len(one.text), moved, two.start, two.start),
        *(replace(s, start=s.start + moved, end=s.end + moved) for s in second),
    )
    return replace(one, end=end, text=one.text + label + two.text, notes=notes, segments=segments)


def _speakers(turns: tuple[Turn, ...], before: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """The speakers counted anew."""
    offices = {speaker.name: speaker.office for speaker in before}
    names: dict[str, list[Turn]] = {}
    for turn in turns:
        names.setdefault(turn.who, []).append(turn)
    return tuple(
        Speaker(
            name,
            tuple(dict.fromkeys(turn.label for turn in spoken)),
            all(turn.anonymous for turn in spoken),
            len(spoken),
            offices.get(name),
        )
        for name, spoken in names.items()
    )


def unreadable(path: Path, error: FileError) -> FileError:
    """A corrections file that cannot be read, said of the right file."""
    return FileError(f"the corrections “{path}”: {error.message}", fix=error.fix)


def start(transcript: Transcript) -> str:
    """A commented beginning of a corrections file: what was understood, ready to be changed."""
    from quizgen.documents.scalars import inline  # noqa: PLC0415 - only where one is written

    lines = [
        "# Corrections for this transcript; quizgen read and generate obey them.",
        "# Take away a # to make a line count. Labels are written as printed, without the colon.",
        "",
        _line("title", transcript.title),
        _line("date", transcript.date),
        _line("place", transcript.place),
        f"# form: {transcript.form}",
        "",
        "# Who is behind a label (the same name for two labels makes them one person):",
        "# aliases:",
    ]
    for speaker in transcript.speakers:
        for label in speaker.labels:
            if not speaker.anonymous:
                lines.append(f"#   {inline(label)}: {inline(speaker.name)}")
    floor = [
        inline(speaker.labels[0], flow=True) for speaker in transcript.speakers if speaker.anonymous
    ]
    doubtful = [p.line for p in transcript.problems if p.code == "doubtful-label"]
    lines += [
        "",
        "# Labels of unnamed speakers, who are never a person:",
        f"# floor: [{', '.join(floor)}]",
        "",
        "# Labels that are no speakers: what follows them goes on with the turn before:",
        "# not-speakers: []",
        "",
        "# Lines that are no part of the transcript, such as advertisements:",
        "# skip: [1-3, 17]",
    ]
    if doubtful:
        lines.append(f"# doubtful lines: {', '.join(map(str, doubtful[:20]))}")
    return "\n".join(lines) + "\n"


def _line(key: str, value: str | None) -> str:
    from quizgen.documents.scalars import inline  # noqa: PLC0415 - only where one is written

    return f"# {key}: {inline(value) if value else ''}".rstrip()
