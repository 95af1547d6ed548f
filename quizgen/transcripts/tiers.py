"""Annotations of recordings, a tier for each speaker: ELAN, EXMARaLDA.

<TIER TIER_ID="Ada"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="ts1">
<ANNOTATION_VALUE>Hello.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>

Tiers that depend on another one (words, translations) are no speech. What follows in time
under one name is one turn.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from quizgen.model.transcript import Transcript
from quizgen.transcripts.attributed import Speech
from quizgen.transcripts.fields import seconds
from quizgen.transcripts.tags import Markup, Tag

_DOCUMENT = re.compile(r"<(?:ANNOTATION_DOCUMENT|basic-transcription)\b")
_PIECES = frozenset({"alignable_annotation", "event"})
_CLOCKS = frozenset({"time_slot", "tli"})
_SPOKEN = frozenset({None, "t"})  # the type of a tier that holds what is said
_MILLISECONDS = 1000


class _Piece(NamedTuple):
    time: float
    order: int
    speaker: str
    said: tuple[Tag, ...]


def are_tiers(text: str) -> bool:
    """Whether a text is such a document."""
    return bool(_DOCUMENT.search(text[:20_000]))


def read(text: str, path: str, form: str) -> Transcript:
    """Read the tiers of a document as turns, in the order of time."""
    markup = Markup(text)
    speech = Speech(text, merge=True)
    for piece in _Tiers(markup).run():
        start = piece.said[0].start
        speech.turn(piece.speaker, start, start)
        for tag in piece.said:
            markup.add(speech.builder, tag, time=piece.time)
    return speech.finish(path, form)


@dataclass(slots=True)
class _Tiers:
    """Goes over the tags once and keeps the pieces of the tiers that hold speech."""

    markup: Markup
    pieces: list[_Piece] = field(default_factory=list)
    times: dict[str, float] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    speaker: str | None = None
    person: str | None = None
    at: float | None = None
    said: list[Tag] = field(default_factory=list)

    def run(self) -> list[_Piece]:
        """All pieces, in the order of time."""
        for tag in self.markup:
            if tag.kind == "open":
                self._open(tag)
            elif tag.kind == "close":
                self._close(tag)
            else:
                self._text(tag)
        return sorted(self.pieces)

    def _open(self, tag: Tag) -> None:
        if tag.name in _CLOCKS:
            _clock(tag, self.times)
        elif tag.name == "speaker":
            self.person = tag.get("id")
        elif tag.name == "tier":
            self.speaker = _speaker(tag, self.names)
        elif tag.name in _PIECES and self.speaker:
            self.at = self.times.get(tag.get("time_slot_ref1", "start") or "", 0.0)

    def _close(self, tag: Tag) -> None:
        if tag.name == "speaker":
            self.person = None
        elif tag.name in _PIECES and self.at is not None and self.speaker:
            if self.said:
                order = len(self.pieces)
                self.pieces.append(_Piece(self.at, order, self.speaker, tuple(self.said)))
            self.at, self.said = None, []

    def _text(self, tag: Tag) -> None:
        words = self.markup.text[tag.start : tag.end].strip()
        if words and self.at is not None:
            self.said.append(tag)
        elif words and self.person:
            self.names.setdefault(self.person, words)


def _clock(tag: Tag, times: dict[str, float]) -> None:
    mark, value = tag.get("time_slot_id", "id"), tag.get("time_value", "time")
    time = seconds(value) if value else None
    if mark and time is not None:
        times[mark] = time / _MILLISECONDS if tag.name == "time_slot" else time


def _speaker(tag: Tag, names: dict[str, str]) -> str | None:
    """Whose tier it is, or None where it holds no speech."""
    if tag.get("parent_ref") or tag.get("type") not in _SPOKEN:
        return None
    mark = tag.get("participant", "speaker", "tier_id")
    return names.get(mark, mark) if mark else None
