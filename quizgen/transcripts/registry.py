"""Which reader understands a text: every form scores it by looking, the best one reads it."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Protocol, cast

from quizgen.documents.collector import collector_off
from quizgen.files.text import read_bytes
from quizgen.model.errors import TranscriptError, UsageError
from quizgen.model.transcript import Transcript
from quizgen.transcripts.corrections import Corrections, corrections
from quizgen.transcripts.doubt import refusal, unsure
from quizgen.transcripts.excerpts import excerpt
from quizgen.transcripts.lines import LineForm
from quizgen.transcripts.run_together import at_home, parted
from quizgen.transcripts.source import LIMIT, text_of

GROUP = "quizgen.transcripts"
COMMONEST = "name-colon"
LAST = "own-dress"
_PLAIN = 0.7
_NEAR = 0.4
_SURE = 1.0


class Form(Protocol):
    """A form of transcript: a module with these three names.

    It may have a fourth, ``read_named``, which reads a text that a person says has the form.
    """

    NAME: str

    def score(self, text: str) -> float:
        """How sure the form is of the text, from 0 (not mine) to 1; a long text is cut down."""

    def read(self, text: str, path: str) -> Transcript:
        """Read the text, however poorly it fits; never raises."""


@cache
def forms() -> dict[str, Form]:
    """The installed forms by name, in the order of their names."""
    found = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return {point.name: _loaded(point) for point in found}


def _is_own(form: Form) -> bool:
    """Whether a form is one of quizgen's, whose doubts are known; others judge for themselves."""
    return getattr(form, "__name__", "").startswith("quizgen.transcripts.")


def _loaded(point: EntryPoint) -> Form:
    try:
        return cast("Form", point.load())
    except (ImportError, AttributeError) as error:
        raise UsageError(
            f"the form “{point.name}” ({point.value}) cannot be loaded: {error}.",
            fix="Install the package that brings it anew, or remove it.",
        ) from error


def read_transcript(path: str | Path, form: str | None = None) -> Transcript:
    """Read a transcript file, with the corrections that stand beside it.

    Raises:
        FileError: the file is missing, a folder, or no text.
        TranscriptError: it is text, but not a transcript that quizgen understands.
        UsageError: there is no form of that name.
    """
    return understand(path, read_bytes(path, limit=LIMIT), corrections(path), form)


def understand(
    path: str | Path, data: bytes, changes: Corrections, form: str | None = None
) -> Transcript:
    """Read the bytes of a transcript file, with its corrections; raises as ``read_transcript``."""
    text = text_of(path, data)
    found = parse(changes.text(text), str(path), form or changes.form)
    return changes.apply(found, text) if changes.path else found


def parse(text: str, path: str, form: str | None = None) -> Transcript:
    """Read a transcript from its text; raises as ``read_transcript`` does."""
    if not text.strip():
        raise TranscriptError(f"“{path}” is empty.", fix="Name a file that holds a transcript.")
    text = _with_line_breaks(text)
    return at_home(_parse(parted(text), path, form), text)


def _parse(text: str, path: str, form: str | None) -> Transcript:
    known = forms()
    if form is not None and form not in known:
        raise UsageError(f"there is no form “{form}”.", fix=f"Forms: {', '.join(known)}.")
    if form:
        reader = known[form]
        transcript = getattr(reader, "read_named", reader.read)(text, path)
        if not transcript.turns:
            raise refusal(text, path, [transcript])
        return transcript
    tried = []
    with collector_off():
        for reader in _likeliest(known, text):
            transcript = reader.read(text, path)
            if unsure(transcript) is None or (transcript.turns and not _is_own(reader)):
                return transcript
            tried.append(transcript)
    raise refusal(text, path, tried)


_BREAKS = {ord(sign): "\n" for sign in "\r\x0b\x85\u2028\u2029"}


def _with_line_breaks(text: str) -> str:
    """The same characters, where lines end on signs that few programs know as line breaks."""
    if "\n" not in text or any(sign in text for sign in "\x85\u2028\u2029"):
        return text.translate(_BREAKS) if "\r\n" not in text else text
    return text


def _likeliest(known: dict[str, Form], text: str) -> Iterator[Form]:
    """The forms worth trying, best first: the second only where it comes near the first.

    Forms of lines are never as sure as a container is: they are asked only where none is, and
    the last of them, which learns from the text how its labels look, after all others.
    """
    looked_at = excerpt(text)
    names = sorted(known, key=lambda name: (name != COMMONEST, name))
    lines = [n for n in names if isinstance(getattr(known[n], "FORM", None), LineForm)]
    lines = [name for name in lines if name != LAST]
    scores = {n: known[n].score(looked_at) for n in names if n not in lines and n != LAST}
    sure = max(scores, key=lambda name: scores[name], default=None)
    if sure is not None and scores[sure] >= _SURE:
        yield known[sure]
    else:
        sure = None
    for name in lines:
        if scores.get(COMMONEST, 0) > _PLAIN:
            break  # so many names and colons leave no room for another form of lines
        scores[name] = known[name].score(looked_at)
    order = sorted(scores, key=lambda name: (-scores[name], name == COMMONEST, name))
    best = scores[order[0]]
    for name in order[:3]:
        if name != sure and scores[name] > _NEAR * best > 0:
            yield known[name]
    if LAST in known and known[LAST].score(looked_at) > 0:
        yield known[LAST]
