r"""Timed text of programs that name the speaker of each piece: SubStation, Praat, STM.

Dialogue: 0,0:00:01.00,0:00:04.00,Default,Ada Byron,0,0,0,,Hello,\Nand welcome.
talk 1 Ada_Byron 0.10 3.00 <o,f0,female> hello and welcome

The kept libraries for these (pysubs2, praatio) know no places in the file.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizgen.transcripts.captions import Cue
from quizgen.transcripts.fields import seconds

_FORMAT = re.compile(r"^Format:[ \t]*(?P<names>[^\r\n]*\bText)[ \t\r]*$", re.MULTILINE)
_DIALOGUE = re.compile(r"^Dialogue:[ \t]*(?P<fields>[^\r\n]+)", re.MULTILINE)
_BREAK = re.compile(r"\\[Nn]")
_NO_NAMES = frozenset({"", "NTP"})
_LOOKS = re.compile(
    r"default|main|italics?|top|signs?|title|notes?|alt|song|op|ed|caption|subtitle"
)
_STM = re.compile(
    r"^(?P<file>\S+)[ \t]+\S+[ \t]+(?P<label>(?=\S*[^\W\d_])\S+)[ \t]+"
    r"(?P<time>\d+(?:\.\d+)?)[ \t]+\d+(?:\.\d+)?"
    r"[ \t]+(?:<[^>\r\n]*>[ \t]*)?(?P<text>[^\r\n]*[^\W\d_][^\r\n]*)",
    re.MULTILINE,
)
_COMMENT = re.compile(r"^;;[^\r\n]*(?:\r?\n|\Z)", re.MULTILINE)
_INTERVAL = re.compile(
    r"\"(?P<class>(?:Interval|Text)Tier)\"\s+(?:name\s*=\s*)?\"(?P<tier>(?:[^\"]|\"\")*+)\""
    r"|(?:xmin|number|time)\s*=\s*(?P<low>[\d.]+)\s+(?:xmax\s*=\s*[\d.]+\s+)?"
    r"(?:text|mark)\s*=\s*\"(?P<said>(?:[^\"]|\"\")*+)\""
    r"|^(?P<short>[\d.]+)\s*\n[\d.]+\s*\n\"(?P<words>(?:[^\"]|\"\")*+)\"",
    re.MULTILINE,
)
_NO_SPEECH = re.compile(
    r"(?i)(?:.*[ _-])?(?:phone(?:me)?s?|segments?|pos|tones?|syllables?|points?|glos\w*)"
)
_OF_SPEECH = re.compile(r"(?i)[ _-]*(?:words?|utterances?|transcription|orth?o?|speech|text)\Z")


class Piece(NamedTuple):
    """A piece of an interval: its time, its order, its cue."""

    time: float
    order: int
    cue: Cue


def are_named(text: str) -> bool:
    """Whether a text is timed text of one of these programs."""
    head = text[:20_000]
    if head.lstrip("\ufeff").startswith('File type = "ooTextFile') and "IntervalTier" in head:
        return True
    if _FORMAT.search(head) and _DIALOGUE.search(head):
        return True
    lines = [line for line in head.splitlines()[:20] if line.strip() and not line.startswith(";;")]
    return len(lines) > 1 and all(_STM.match(line) for line in lines[:-1])


def named_cues(text: str) -> list[Cue]:
    """The cues of such a text, in the order of time."""
    if text.lstrip("\ufeff").startswith("File type"):
        return _textgrid(text)
    if _DIALOGUE.search(text):
        return list(_substation(text))
    return [
        Cue(float(match["time"]), (match.span("text"),), match.span("label"))
        for match in _STM.finditer(text)
        if not match["file"].startswith(";;")
    ]


def _substation(text: str) -> Iterator[Cue]:
    """The lines of dialogue, with whom they name; else with their styles, where these are names."""
    head = _FORMAT.search(text)
    for formats in _FORMAT.finditer(text):
        head = formats  # the last one is that of the events
    names = [name.strip() for name in head["names"].split(",")] if head else []
    pieces = [
        dict(zip(names, _fields(match, len(names)), strict=False))
        for match in _DIALOGUE.finditer(text)
    ]
    label = _label_of(text, pieces)
    for piece in pieces:
        low, high = piece.get("Text", (0, 0))
        bounds = [
            low,
            *(at for match in _BREAK.finditer(text, low, high) for at in match.span()),
            high,
        ]
        time = seconds(text[slice(*piece["Start"])]) if "Start" in piece else 0.0
        who = piece.get(label, (0, 0)) if label else (0, 0)
        named = who if text[slice(*who)].strip() else None
        yield Cue(time or 0.0, tuple(zip(bounds[::2], bounds[1::2], strict=True)), named)


def _fields(match: re.Match[str], many: int) -> Iterator[tuple[int, int]]:
    """The ranges of a line's fields; the last one may hold commas."""
    low = match.start("fields")
    for part in match["fields"].split(",", many - 1):
        yield low, low + len(part)
        low += len(part) + 1


def _label_of(text: str, pieces: list[dict[str, tuple[int, int]]]) -> str | None:
    for field in ("Name", "Actor", "Style"):
        found = [text[slice(*piece[field])].strip() for piece in pieces if field in piece]
        known = {name for name in found if name not in _NO_NAMES}
        if field == "Style" and any(_LOOKS.match(name.casefold()) for name in known):
            return None
        if known and (len(known) > 1 or field != "Style"):
            return field
    return None


def _textgrid(text: str) -> list[Cue]:
    """The intervals of all tiers that hold speech, each tier one speaker's."""
    found: list[Piece] = []
    tier: tuple[int, int] | None = None
    for match in _INTERVAL.finditer(text):
        if match["class"]:
            low, high = match.span("tier")
            part = _OF_SPEECH.search(text[low:high])
            high = low + part.start() if part and part.start() else high
            tier = None if _NO_SPEECH.fullmatch(match["tier"]) else (low, high)
            continue
        name = "said" if match["said"] is not None else "words"
        if tier and match[name] and match[name].strip():
            time = float(match["low"] or match["short"])
            found.append(Piece(time, len(found), Cue(time, (match.span(name),), tier, True)))
    return [piece.cue for piece in sorted(found)]
