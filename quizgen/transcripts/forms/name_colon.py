"""``Name: text``, a label and a colon at the start of a line.

President of Utopia Thomas More answered questions.

Question: Mr President, what is new?

Thomas More: Nothing yet.

A paragraph without a label goes on with the turn before it. (Laughter.)
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.model.problem import Level, Problem
from quizgen.model.transcript import Speaker, Transcript, Turn
from quizgen.transcripts import preamble
from quizgen.transcripts.labels import Label, accepted, candidate, is_floor
from quizgen.transcripts.notes import notes

NAME = "name-colon"
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a turn starts: its label, and offsets of the label and of the text."""

    label: Label
    at: int
    text: int


def score(text: str) -> float:
    """How much the text looks like this form: the share of lines that labels account for."""
    starts = _starts(text)
    return 1.0 if len(starts) > 1 else 0.0


def read(text: str, path: str) -> Transcript:
    """Read a text of this form; one without turns gives a transcript without turns."""
    starts = _starts(text)
    head = text[: starts[0].at] if starts else text
    turns = tuple(_turns(text, starts))
    return Transcript(
        path=path,
        text=text,
        form=NAME,
        turns=turns,
        speakers=tuple(_speakers(turns, head)),
        title=preamble.title(head),
        date=preamble.explicit_date(head),
        place=preamble.place(head),
        preamble=(0, len(head)),
        problems=tuple(_doubts(text, path, starts)),
    )


def _labels(text: str) -> list[_Start]:
    found = []
    for line in _LINE.finditer(text):
        indent = len(line.group()) - len(line.group().lstrip())
        label = candidate(line.group()[indent:])
        if label:
            at = line.start() + indent
            found.append(_Start(label, at, at + label.end))
    return found


def _starts(text: str) -> list[_Start]:
    labels = _labels(text)
    names = accepted([start.label for start in labels])
    return [start for start in labels if start.label.name in names]


def _turns(text: str, starts: list[_Start]) -> Iterable[Turn]:
    ends = [*(start.at for start in starts[1:]), len(text)][: len(starts)]
    for index, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        said = text[start.text : end].rstrip()
        name = start.label.name
        anonymous = is_floor(name)
        yield Turn(
            index=index,
            label=start.label.printed,
            speaker=name,
            person=None if anonymous else name,
            anonymous=anonymous,
            line=text.count("\n", 0, start.at) + 1,
            start=start.text,
            end=start.text + len(said),
            text=said,
            notes=tuple(notes(said, start.text)),
        )


def _speakers(turns: tuple[Turn, ...], head: str) -> Iterable[Speaker]:
    times = Counter(turn.speaker for turn in turns)
    for name, often in times.items():
        anonymous = is_floor(name)
        labels = dict.fromkeys(turn.label for turn in turns if turn.speaker == name)
        office = None if anonymous else preamble.office(head, name)
        yield Speaker(name, tuple(labels), anonymous, often, office)


def _doubts(text: str, path: str, starts: list[_Start]) -> Iterable[Problem]:
    taken = {start.at for start in starts}
    for start in _labels(text):
        if start.at not in taken:
            yield Problem(
                path=path,
                line=text.count("\n", 0, start.at) + 1,
                column=1,
                level=Level.NOTE,
                code="doubtful-label",
                message=f"“{start.label.printed}:” was taken for speech, not for a speaker",
                fix="a speaker's label comes at least twice, or has a first and a last name",
            )
