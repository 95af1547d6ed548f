"""Cues of subtitles: their times and texts, with their places in the file.

The dresses of SubRip, WebVTT and SBV are told by their lines of times; where a page ran all
lines together, by the times themselves. SubStation, TextGrid and STM have files of their own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.transcripts.linestarts import LineStarts, begin

_STAMP = (
    r"(?:(?P<{0}h>\d{{1,3}}):)?(?P<{0}m>\d{{1,2}}):(?P<{0}s>\d{{1,2}})"
    r"(?:[.,:;](?P<{0}f>\d{{1,3}}))?"
)
_ARROW = r"[ \t]*(?:-->|—>|–>|→{0})[ \t]*"
TIMING = LineStarts(
    rf"[ \t\ufeff]*{_STAMP.format('a')}{_ARROW.format('|,')}{_STAMP.format('b')}"
    r"(?:[ \t][^\r\n]*)?(?=[\r\n]|\Z)"
)
_ANYWHERE = re.compile(
    rf"(?:(?<!\S)(?P<number>\d{{1,6}})\s+)?(?<![\d:]){_STAMP.format('a')}{_ARROW.format('')}"
    rf"{_STAMP.format('b')}"
)
_GLUED = re.compile(
    r"(?<=[^\W\d_A-ZÀ-Þ])(?<!\bMc)(?<!\bMac)(?=[^\W\d_a-zß-ÿ])|(?<=[.)])(?=[^\W_a-zß-ÿ])"
)
_NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w.'’()-]*(?: [\w.'’()-]+){0,5}")
_HEAD = 60  # characters in which a name ends that its words are glued to
_MOSTLY = 0.8
_LINE = re.compile(r"[^\r\n]+")
_NUMBER = re.compile(r"[ \t]*\d+[ \t]*")
_HEADER = re.compile(r"\s*(?:WEBVTT|NOTE|STYLE|REGION)\b")


class Cue(NamedTuple):
    """A cue: when it begins, in seconds, the ranges of its lines, that of its speaker's label.

    Where quotation marks are ``doubled``, two of them are one.
    """

    time: float
    lines: tuple[tuple[int, int], ...]
    label: tuple[int, int] | None = None
    doubled: bool = False


def are_cues(text: str) -> bool:
    """Whether times of cues part a text, on lines of their own or run together with it."""
    found = sum(1 for _ in TIMING.finditer(text))
    if found > 1 and found * 12 > text.count("\n"):
        return True
    return _are_run_together(text, found)


def cues(text: str) -> Iterator[Cue]:
    """All cues of a file of subtitles, in order."""
    found = list(TIMING.finditer(text))
    if _are_run_together(text, len(found)):
        yield from _run_together(text)
        return
    for at, match in enumerate(found):
        end = begin(found[at + 1]) if at + 1 < len(found) else len(text)
        lines = [line.span() for line in _LINE.finditer(text, match.end(), end)]
        lines = _body(text, match.end(), lines, last=at + 1 == len(found))
        yield Cue(_seconds(match), tuple(lines))


def _are_run_together(text: str, found: int) -> bool:
    """Whether most times of cues stand amid their words."""
    if "-->" not in text:
        return False
    often = sum(1 for match in _ANYWHERE.finditer(text))
    return often > 2 * max(found, 1) and often * 4 > text.count("\n")


def _run_together(text: str) -> Iterator[Cue]:
    found = list(_ANYWHERE.finditer(text))
    numbered = found[0]["number"] is not None
    starts = [
        each.start() if numbered else each.start("ah" if each["ah"] else "am") for each in found
    ]
    bodies = [
        _trimmed(text, each.end(), end)
        for each, end in zip(found, [*starts[1:], len(text)], strict=True)
    ]
    names = [] if numbered else _glued_names([text[low:high] for low, high in bodies])
    for number, (match, (low, high)) in enumerate(zip(found, bodies, strict=True)):
        label = (low, low + names[number]) if names else None
        said = _LINE.finditer(text, label[1] if label else low, high)
        yield Cue(_seconds(match), tuple(line.span() for line in said), label)


def _trimmed(text: str, low: int, high: int) -> tuple[int, int]:
    said = text[low:high]
    return low + len(said) - len(said.lstrip()), low + len(said.rstrip())


def _glued_names(bodies: Sequence[str]) -> list[int]:
    """How long the name is at the head of each text, whose words are glued to it; or none."""
    ends = [
        [
            at
            for match in _GLUED.finditer(body[:_HEAD])
            if _NAME.fullmatch(body, 0, at := match.start())
        ]
        for body in bodies
    ]
    if sum(map(bool, ends)) < _MOSTLY * len(bodies):
        return []
    often = Counter(body[:at] for body, places in zip(bodies, ends, strict=True) for at in places)
    if max(often.values(), default=0) < 2:
        return []
    return [
        max((at for at in places if often[body[:at]] > 1), default=min(places, default=0))
        for body, places in zip(bodies, ends, strict=True)
    ]


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
    return round(whole + int((rest or "0").ljust(3, "0")) / 1000, 3)
