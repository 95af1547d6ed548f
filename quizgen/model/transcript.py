"""A transcript: who said what, and where in the file it stands.

All offsets count characters of the decoded file (line breaks as they are on disk, a byte
order mark not counted). A turn's text is what was said; its segments map every
range of it back to the file, so that a joined caption or an XML entity still points home.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizgen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Note:
    """Something the transcript marks that is not speech, such as ``(Laughter.)``.

    ``kind`` is one word of the vocabulary of notes (``laughter``, ``applause``,
    ``inaudible``, ``crosstalk``, ``time``, ``direction`` …); ``text`` is as printed;
    ``start`` and ``end`` are offsets into the file.
    """

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A range of a turn's text (``start``–``end``) and its range of the file.

    ``time`` is seconds from the start of the recording, where the form has times.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    time: float | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says under one printed label.

    ``index`` counts from 1. ``label`` is as printed; ``speaker`` the label cleaned of
    title, party and typography; ``person`` whoever it resolves to, or None for the floor.
    ``line`` is the line of the label, from 1. ``start`` and ``end`` are the file offsets
    of the text, from the first to the last spoken word. Paragraphs of ``text`` are
    separated by a blank line. ``heading`` is the topic heading it stands under, if any.
    """

    index: int
    label: str
    speaker: str
    person: str | None
    anonymous: bool
    line: int
    start: int
    end: int
    text: str
    notes: tuple[Note, ...] = ()
    segments: Sequence[Segment] = ()
    heading: str | None = None

    @property
    def who(self) -> str:
        """Whose turn it is: the name that the transcript's list of speakers has."""
        return self.person or self.speaker

    def source_offset(self, offset: int) -> int:
        """Turn an offset into ``text`` into an offset into the file."""
        if not self.segments:
            return self.start + offset
        at = bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1
        segment = self.segments[max(at, 0)]
        return min(segment.source_start + offset - segment.start, segment.source_end)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks: a person, or a role label of the floor (then ``anonymous``).

    ``labels`` are all printed forms; ``office`` is what the transcript calls the person
    (``President of Russia``), if it says so; ``turns`` is how often the speaker speaks.
    """

    name: str
    labels: tuple[str, ...]
    anonymous: bool
    turns: int
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript as it was understood.

    ``path`` is the file's path as given; ``text`` the whole decoded file; ``date`` an ISO
    date that the transcript itself states; ``preamble`` the offsets of what stands
    before the first turn; ``form`` the name of the reader that understood it.
    """

    path: str
    text: str = field(repr=False)
    form: str
    turns: tuple[Turn, ...] = field(repr=False)
    speakers: tuple[Speaker, ...]
    title: str | None = None
    date: str | None = None
    place: str | None = None
    preamble: tuple[int, int] = (0, 0)
    problems: tuple[Problem, ...] = ()

    @property
    def people(self) -> tuple[Speaker, ...]:
        """The speakers who are persons, in order of first appearance."""
        return tuple(speaker for speaker in self.speakers if not speaker.anonymous)
