"""Cues of subtitles: their times and texts, with their places in the file."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizgen.transcripts.linestarts import LineStarts, begin

_STAMP = r"(?:(?P<{0}h>\d{{1,3}}):)?(?P<{0}m>\d{{1,2}}):(?P<{0}s>\d{{1,2}})[.,](?P<{0}f>\d{{1,3}})"
TIMING = LineStarts(
    rf"[ \t\ufeff]*{_STAMP.format('a')}[ \t]*(?:-->|,|→)[ \t]*{_STAMP.format('b')}[^\r\n]*"
)
_LINE = re.compile(r"[^\r\n]+")
_NUMBER = re.compile(r"[ \t]*\d+[ \t]*")
_HEADER = re.compile(r"\s*(?:WEBVTT|NOTE|STYLE|REGION)\b")


class Cue(NamedTuple):
    """A cue: when it begins, in seconds, and the ranges of its lines."""

    time: float
    lines: tuple[tuple[int, int], ...]


def cues(text: str) -> Iterator[Cue]:
    """All cues of a file of subtitles, in order."""
    found = list(TIMING.finditer(text))
    for at, match in enumerate(found):
        end = begin(found[at + 1]) if at + 1 < len(found) else len(text)
        lines = [line.span() for line in _LINE.finditer(text, match.end(), end)]
        lines = _body(text, match.end(), lines, last=at + 1 == len(found))
        yield Cue(_seconds(match), tuple(lines))


def _body(
    text: str, start: int, lines: list[tuple[int, int]], *, last: bool
) -> list[tuple[int, int]]:
    """The lines of a cue without the number or the comment that leads the next one."""
    kept: list[tuple[int, int]] = []
    before = start
    for line in lines:
        gap = text.count("\n", before, line[0])
        if gap > 1 and kept and _HEADER.match(text, line[0]):
            break
        kept.append(line)
        before = line[1]
    if not last and kept:
        number = kept[-1]
        above = kept[-2][1] if len(kept) > 1 else start
        blank = text.count("\n", above, number[0]) > 1
        if _NUMBER.fullmatch(text, *number) or (
            blank and _is_name_of_cue(text[number[0] : number[1]])
        ):
            kept.pop()
    return [line for line in kept if text[line[0] : line[1]].strip()]


def _is_name_of_cue(line: str) -> bool:
    """Whether a line after a blank one is the name of the next cue, as programs write them."""
    return " " not in line.strip() and (any(c.isdigit() for c in line) or "-" in line)


def _seconds(match: re.Match[str]) -> float:
    hours, minutes, seconds, rest = match.group("ah", "am", "as", "af")
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + int(rest.ljust(3, "0")) / 1000
