"""Lines of a chat among minutes: who writes by nick, what robots are told, notes of nobody's.

Ada: The crane is ready.
<charles> thanks
<zakim> Ada, you wanted to speak
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.linestarts import LineStarts, begin
from quizgen.transcripts.shapes import SHAPES, propose
from quizgen.transcripts.starts import Start

ROBOT = re.compile(
    r"(?:zakim|rrsagent|trackbot|meetbot|.*bot\d*|chanserv|github-?bot|agendabot)_?", re.IGNORECASE
)
EVENT = re.compile(
    r".{0,60}\bhas (?:joined|left|quit|parted)\b|(?:\*|-!-|<--|-->|—).*"
    r"|.{0,80}(?:is now known as|sets mode|changes topic|set the topic)\b",
    re.IGNORECASE,
)
COMMAND = re.compile(
    r"(?:q[+\-=?]|queue[+\-=?]|vq\?|ack\b|agenda ?[+\-?]|[siq]/.+/|i\|.*\||s\|.*\||->|https?://\S+$"
    r"|(?:zakim|rrsagent|trackbot|github|meetbot)[,:]|\[\[|\]\]|#\w+|/me\b|present[+\-]|regrets[+\-]"
    r"|(?:next|close|take up|open|move to|drop) (?:agend|item|action|issue)"
    r"|(?:action|issue)-\d+$)",
    re.IGNORECASE,
)
DECLARES = re.compile(r"\s*scribe(?:nick)?\s*:\s*(?P<nick>\S+)", re.IGNORECASE)
HEADER = re.compile(
    r"\s*(?:agenda|chairs?|present|regrets|meeting|scribe\w*|action|resolution|resolved|proposed|"
    r"previous|log|date|title)\s*:",
    re.IGNORECASE,
)
HEADING = re.compile(r"\s*(?:sub)?topic\s*:\s*(?P<topic>.+)", re.IGNORECASE)
_RECORDED = LineStarts(r"[ \t]*(?:RESOLUTION|RESOLVED|PROPOSED|PROPOSAL|ACTION)[ \t]*:[^\r\n]*")
_TAGS = frozenset(
    "a abbr b br blockquote cite code dd div dl dt em h1 h2 h3 h4 hr i img kbd li ol p pre q s "
    "small span strike strong sub sup table td th tr tt u ul".split()
)
_GAP = re.compile(r"\n[ \t\r]*\n\s*")
_TIGHT = 0.7
_FEWEST = 5
_TWICE = 2
_GOES_ON = re.compile(r"\n[ \t]*(?:\.\.\.?|…)")


class Nicks(NamedTuple):
    """The lines of a chat among labels of another shape, and those that say nothing.

    ``keys`` are those of all who write in it, if only commands.
    """

    proposals: list[Start]
    cuts: list[Cut]
    keys: frozenset[str] = frozenset()


def nicks(text: str, found: Sequence[Start]) -> Nicks:
    """The lines ``<nick> text``, where a nick comes again or is a label of another shape too."""
    lines = [each for each in propose(SHAPES["angle"], text) if each.label.key not in _TAGS]
    times = Counter(each.label.key for each in lines)
    times.update({each.label.key for each in found} & times.keys())
    few = len(found) * 3 < len(lines)  # a log, which has a form of its own
    if few or "</" in text or max(times.values(), default=0) < _TWICE:
        return Nicks([], [])
    said, unsaid, keys = [], [], set()
    for each in lines:
        end = text.find("\n", each.text)
        end = end if end >= 0 else len(text)
        words = text[each.text : end].strip()
        robot = ROBOT.fullmatch(each.label.name)
        if robot or COMMAND.match(words) or HEADER.match(words) or HEADING.match(words):
            unsaid.append(Cut(each.at, end, "log"))
        elif "<" in text[each.at : each.text]:
            said.append(each)
        if not robot and "<" in text[each.at : each.text]:
            keys.add(each.label.key)
    recorded = [Cut(begin(m), m.end(), "log") for m in _RECORDED.finditer(text)] if said else []
    return Nicks(said, [*unsaid, *recorded], frozenset(keys))


def beside_nicks(text: str, starts: Sequence[Start], cuts: Sequence[Cut]) -> Iterator[Cut]:
    """Paragraphs without a label in minutes where every line begins with a nick: nobody's.

    So are those of a scribe who marks by dots what goes on with the one who spoke. What
    follows one of the ``cuts``, such as a heading, is left to whoever made it.
    """
    if len(starts) < _FEWEST:
        return
    if not _is_by_nick(text, starts) and not _is_scribed(text, starts):
        return
    regions = [(one.text, two.at) for one, two in pairwise(starts)]
    begins = sorted(cut.start for cut in cuts)
    for low, high in (*regions, (starts[-1].text, len(text))):
        if bisect_left(begins, low) < bisect_left(begins, high):
            continue
        gap = _GAP.search(text, low, high)
        while gap and _GOES_ON.match(text, gap.end() - 1):
            gap = _GAP.search(text, gap.end(), high)
        if gap and text[low : gap.start()].strip() and text[gap.end() : high].strip():
            yield Cut(gap.end(), gap.end() + len(text[gap.end() : high].rstrip()), "unlabelled")


def _is_by_nick(text: str, starts: Sequence[Start]) -> bool:
    """Whether most labels are in small letters, and nearly every line has one."""
    small = sum(1 for start in starts if start.label.name.islower())
    if small * 2 < len(starts):
        return False
    tight = sum(1 for one, two in pairwise(starts) if text.count("\n", one.text, two.at) == 1)
    return tight >= _TIGHT * (len(starts) - 1)


def _is_scribed(text: str, starts: Sequence[Start]) -> bool:
    """Whether most lines begin with a label or, more than once, with the dots of a scribe."""
    said = text[starts[0].at :]
    dots = len(_GOES_ON.findall(said)) if ".." in text or "…" in text else 0
    if dots < _TWICE:
        return False
    lines = sum(1 for line in said.split("\n") if line.strip())
    return len(starts) + dots >= _TIGHT * lines
