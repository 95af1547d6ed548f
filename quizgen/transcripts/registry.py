"""Which reader understands a text: every form scores it, the best one reads it."""

from collections.abc import Iterable
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol, cast

from quizgen.files.text import read
from quizgen.model.errors import TranscriptError, UsageError
from quizgen.model.transcript import Transcript
from quizgen.transcripts.foreign import unread_form

GROUP = "quizgen.transcripts"
_ENCODINGS = ("utf-8", "cp1252")
_FEWEST_TURNS = 2
_LEAST_SPEECH = 0.5


class Form(Protocol):
    """A form of transcript: a module with these three names."""

    NAME: str

    def score(self, text: str) -> float:
        """How sure the form is of the text, from 0 (not mine) to 1."""

    def read(self, text: str, path: str) -> Transcript:
        """Read the text, however poorly it fits; never raises."""


def forms() -> dict[str, Form]:
    """The installed forms by name, in the order of their names."""
    found = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return {point.name: cast("Form", point.load()) for point in found}


def read_transcript(path: str | Path, form: str | None = None) -> Transcript:
    """Read a transcript file.

    Raises:
        FileError: the file is missing, a folder, or no text.
        TranscriptError: it is text, but not a transcript that quizgen understands.
        UsageError: there is no form of that name.
    """
    file = read(path, encodings=_ENCODINGS)
    return parse(file.text, str(path), form)


def parse(text: str, path: str, form: str | None = None) -> Transcript:
    """Read a transcript from its text; raises as ``read_transcript`` does."""
    if not text.strip():
        raise TranscriptError(f"“{path}” is empty.", fix="Name a file that holds a transcript.")
    known = forms()
    if form is not None and form not in known:
        raise UsageError(f"there is no form “{form}”.", fix=f"Forms: {', '.join(known)}.")
    foreign = None if form else unread_form(text)
    if foreign:
        raise TranscriptError(
            f"“{path}” looks like {foreign}, which quizgen cannot read yet.",
            fix="Save it as plain text, each turn on a line of its own: “Name: what was said”.",
        )
    reader = known[form] if form else max(known.values(), key=lambda each: each.score(text))
    transcript = reader.read(text, path)
    _require_turns(transcript)
    return transcript


def _require_turns(transcript: Transcript) -> None:
    if len(transcript.turns) < _FEWEST_TURNS:
        raise TranscriptError(
            f"“{transcript.path}” holds no turns that quizgen can tell apart."
            f"{_looked_at(transcript)}",
            fix="Each turn should begin on its own line with its speaker: “Name: what was said”.",
        )
    before = transcript.preamble[1] - transcript.preamble[0]
    if before > (1 - _LEAST_SPEECH) * len(transcript.text):
        raise TranscriptError(
            f"in “{transcript.path}” less than half of the text belongs to a speaker; the first "
            f"turn was found in line {transcript.turns[0].line}.",
            fix="Begin each turn on its own line with its speaker: “Name: what was said”.",
        )


def _looked_at(transcript: Transcript) -> str:
    lines: Iterable[tuple[int, str]] = enumerate(transcript.text.splitlines(), start=1)
    first = next(((number, line) for number, line in lines if line.strip()), None)
    return f" Line {first[0]} reads “{first[1].strip()[:60]}”." if first else ""
