"""What stands between turns and is nobody's: text under headings, action, system lines."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.labels import is_capitalised
from quizgen.transcripts.linestarts import LineStarts, begin
from quizgen.transcripts.patterns import TIMES
from quizgen.transcripts.starts import Start

_PARTING = frozenset({"heading", "rule"})
_SHORT = 12
_LONGEST_HEAD = 20_000  # characters in which contents are listed
_ENDED = 0.8
_ENDS = frozenset('.?!…。！？)]”"’»—–')
_STOPS = frozenset('.?!…。！？”"»')
_FAR = re.compile(r"\n[ \t]*\n[ \t]*\n[ \t\n]*")
_FEWEST_TAILS = 3
_TAILED = 0.3
_OPENS = frozenset('“"«„‘')
_TITLE = re.compile(r"[“\"«„‘][^.!?\r\n“”\"]{3,60}[”\"»“’]")
_TITLES = LineStarts(rf"[ \t]*+{_TITLE.pattern}[ \t]*(?=[\r\n]|\Z)")
_WITH_BLANKS = 20  # characters at the end of what is said that hold more than blanks, mostly
_GAP = re.compile(r"\n[ \t\r]*\n")
_TIMED = re.compile(rf"^(?P<time>[ \t]*[\[(<]?{TIMES}[\])>]?)(?P<said>[^\r\n]*)", re.MULTILINE)
_DATED = re.compile(r"[ \t]*[\[(<]?\d{1,4}[./-]\d{1,2}[./-]\d")

_ANNEX = LineStarts(
    r"(?=[ \t\f#*ABП])[ \t\f]*+(?:\#{1,6}[ \t]+)?\*{0,2}"
    r"(?:(?:Anlage|ANLAGE|Annexe?|ANNEXE?|Appendix|APPENDIX"
    r"|Anexo|ANEXO|Allegato|ALLEGATO|Bijlage|Приложение)"
    r"(?:[ \t]+(?:\d{1,3}|[A-Z]|[IVXL]{1,6}))?[.:]?"
    r"|Anlagen(?:[ \t]+zum[ \t]+[^\r\n.]{3,60})?|Annexes|Appendices)\*{0,2}[ \t]*(?=[\r\n]|\Z)"
)


def annexes(text: str, starts: Sequence[Start]) -> Iterator[Cut]:
    """What stands under the heading of an annex, up to the next label: nobody says it."""
    heads = [start.at for start in starts]
    low = starts[0].text if starts else len(text)
    for match in _ANNEX.finditer(text):
        at = begin(match)
        if at >= low:
            after = bisect_left(heads, at)
            low = heads[after] if after < len(heads) else len(text)
            yield Cut(at, at + len(text[at:low].rstrip()), "unlabelled")


def apart(found: Iterable[Cut], starts: Sequence[Start]) -> list[Cut]:
    """The cuts in order, without those that overlap another or a label; these come in order."""
    kept: list[Cut] = []
    at, last = 0, -1
    for cut in sorted(found, key=_widest_first):
        if cut.start < last or cut.end <= cut.start:
            continue
        while at < len(starts) and starts[at].text <= cut.start:
            at += 1
        if at < len(starts) and starts[at].at < cut.end and cut.start < starts[at].text:
            continue
        last = cut.end
        kept.append(cut)
    return kept


def _widest_first(cut: Cut) -> tuple[int, int]:
    """In the order of the text; what stands under a heading comes before the heading alone."""
    return cut.start, -cut.end if cut.kind == "unlabelled" else cut.end


def under_headings(text: str, starts: Sequence[Start], cuts: list[Cut]) -> list[Cut]:
    """Add what stands under a heading without a label, where headings part the turns."""
    if not starts or not any(cut.kind in _PARTING for cut in cuts):
        return cuts
    begins = [cut.start for cut in cuts]
    bounds = [*(start.at for start in starts[1:]), len(text)]
    parted, unlabelled = 0, []
    for start, end in zip(starts, bounds, strict=False):
        inside = cuts[bisect_left(begins, start.text) : bisect_left(begins, end)]
        heading = _after_speech(text, start.text, inside)
        if heading is None:
            continue
        if _blank(text, heading.end, end, [cut for cut in inside if cut.start >= heading.end]):
            parted += 1
        else:
            unlabelled.append(Cut(heading.end, end, "unlabelled"))
    if parted < max(len(unlabelled), 1) and not _dense(text, starts):
        return cuts
    return sorted([*_outside(cuts, unlabelled), *unlabelled])


def _dense(text: str, starts: Sequence[Start]) -> bool:
    """Whether most lines begin with a label, so that one without belongs to nobody."""
    lines = text[starts[0].at : starts[-1].at].split("\n")
    return len(starts) * 2 > sum(1 for line in lines if line.strip())


def _after_speech(text: str, low: int, cuts: Sequence[Cut]) -> Cut | None:
    """The first heading of a region that comes after something that is said."""
    at, said = low, False
    for cut in cuts:
        said = said or bool(text[at : cut.start].strip())
        if said and cut.kind in _PARTING:
            return cut
        at = cut.end
    return None


def _blank(text: str, low: int, high: int, cuts: Sequence[Cut]) -> bool:
    """Whether nothing stands between two places but what is cut out."""
    at = low
    for cut in cuts:
        if text[at : cut.start].strip():
            return False
        at = max(cut.end, at)
    return not text[at:high].strip()


def _outside(cuts: Sequence[Cut], ranges: Sequence[Cut]) -> Iterator[Cut]:
    """The cuts that lie in none of the ranges; both are in order."""
    at = 0
    for cut in cuts:
        while at < len(ranges) and ranges[at].end <= cut.start:
            at += 1
        if at == len(ranges) or cut.start < ranges[at].start:
            yield cut


def lines_above(text: str, starts: Sequence[Start], cuts: Sequence[Cut]) -> list[Cut]:
    """Short lines above a label, without a full stop, after a sentence that has one: headings.

    ``cuts`` are what is known to be nobody's; above a heading such a line is the page's own.
    Where few sentences have a full stop, only lines that the head of the text lists are headings.
    """
    found: list[Cut] = []
    if not starts:
        return found
    ended, begins = 0, [cut.start for cut in cuts]
    for one, two in pairwise(starts):
        said = text[max(two.at - _WITH_BLANKS, one.text) : two.at].rstrip()
        inside = cuts[bisect_left(begins, one.text) : bisect_left(begins, two.at)] if cuts else ()
        if not inside and said[-1:] in _STOPS:
            ended += 1  # said out, because most turns end so
            continue
        lines, end = _unstopped(text, one.text, two.at, inside)
        if text[end - 1] in (_ENDS if lines else _STOPS):
            ended += 1
            headed = any(cut.kind == "heading" and cut.start >= end for cut in inside)
            found += [Cut(*line, "page" if headed else "heading") for line in reversed(lines)]
    if ended >= _ENDED * max(len(starts) - 1, 1):
        return found
    listed = {line.strip() for line in text[: starts[0].at][:_LONGEST_HEAD].split("\n")}
    return [cut for cut in found if text[cut.start : cut.end].strip() in listed]


def _unstopped(
    text: str, low: int, high: int, cuts: Sequence[Cut]
) -> tuple[list[tuple[int, int]], int]:
    """The lines at the end of a region that could be headings, last first; where others end."""
    lines: list[tuple[int, int]] = []
    end, last = high, len(cuts)
    while True:
        end = _stripped(text, low, end)
        while last and cuts[last - 1].end >= end > low:
            last -= 1
            end = _stripped(text, low, cuts[last].start)
        begin = text.rfind("\n", low, end) + 1
        if not begin or (not lines and text[end - 1] in _STOPS):
            return lines, end
        above = _stripped(text, low, begin)
        line = text[begin:end].strip()
        if not _is_heading(line, apart=text.count("\n", above, begin) > 1):
            return lines, end
        lines.append((begin, end))
        end = above


def _stripped(text: str, low: int, high: int) -> int:
    """Where a region ends without the blanks at its end."""
    while high > low and text[high - 1].isspace():
        high -= 1
    return max(high, low)


def repeated_tails(text: str, starts: Sequence[Start]) -> list[Cut]:
    """The line that ends speech after speech, such as a link to share it; three or more."""
    tails: dict[str, list[Cut]] = {}
    bounds = [*(start.at for start in starts[1:]), len(text)] if starts else []
    for start, end in zip(starts, bounds, strict=True):
        high = _stripped(text, start.text, end)
        if text[high - 1] in _ENDS:
            continue
        low = text.rfind("\n", start.text, high) + 1
        line = text[low:high].strip() if low else ""
        if line[:1].isalpha() and len(line.split()) <= _SHORT:
            tails.setdefault(line, []).append(Cut(high - len(line), high, "page"))
    often = max(_FEWEST_TAILS, len(starts) * _TAILED)
    return [cut for cuts in tails.values() if len(cuts) >= often for cut in cuts]


def quoted_headings(text: str, starts: Sequence[Start]) -> list[Cut]:
    """The titles of excerpts: words in quotation marks alone, far above a label; two or more."""
    found = []
    if len(list(islice(_TITLES.finditer(text), 2))) < 2:
        return []
    for one, two in pairwise(starts):
        said = text[one.text : two.at].replace("\r", " ").rstrip()
        gap = max((match.end() for match in _FAR.finditer(said)), default=0)
        line = said[gap:].strip() if gap > 0 else ""
        if line[:1] in _OPENS and _TITLE.fullmatch(line):
            low = one.text + len(said) - len(line)
            found.append(Cut(low, low + len(line), "heading"))
    return found if len(found) > 1 else []


def _is_heading(line: str, *, apart: bool) -> bool:
    """Whether a line could head what follows: short, begun like one, and no sentence.

    One that does not stand ``apart``, under a blank line, has to be numbered or a title.
    """
    title = " " in line and (line[:1].isdigit() or is_capitalised(line))
    if not apart and not title:
        return False
    begins = line[:1].isupper() or line[:1].isdigit() or not line[:1].islower()
    whole = line[:1] in '([*-•—–"“«' or "//" in line or "://" in line
    stops = line[-1:] in _STOPS or line[-1:] in ",:;-—"
    short = 0 < len(line.split()) <= _SHORT and any(sign.isalpha() for sign in line)
    return begins and not whole and not stops and short


def below_last(text: str, low: int, high: int) -> list[Cut]:
    """The short lines without a full stop that end a page: links, dates, names of sections."""
    end, found = high, 0
    while end > low:
        begin = max(text.rfind("\n", low, end) + 1, low)
        line = text[begin:end].strip()
        if line and (line[-1] in _ENDS or len(line.split()) > _SHORT or begin == low):
            break
        found += bool(line)
        end = begin - 1
    return [Cut(end + 1, high, "page")] if found > 1 else []


def after_dialogue(text: str, starts: Sequence[Start]) -> Iterator[Cut]:
    """The action of a screenplay: what follows the first blank line after what is said."""
    for number, start in enumerate(starts):
        end = starts[number + 1].at if number + 1 < len(starts) else len(text)
        said = re.compile(r"\S").search(text, start.text, end)
        gap = _GAP.search(text, said.start(), end) if said else None
        if gap and text[gap.end() : end].strip():
            low = gap.end()
            yield Cut(low, low + len(text[low:end].rstrip()), "direction")


def timed_lines(text: str, starts: Sequence[Start], cuts: list[Cut]) -> list[Cut]:
    """Add the times of lines without a label, where labels have a time before them.

    In a chat, whose times hold a date, such a line is the program's own and goes whole; so does
    one that begins with a known name: it says what somebody does.
    """
    known, names = {start.at for start in starts}, {start.label.name for start in starts}
    heads = tuple(f"{name} " for name in names)
    lines = []
    for match in _TIMED.finditer(text, starts[0].at):
        if match.start() not in known and match["said"].strip():
            whole = _DATED.match(match["time"]) or match["said"].lstrip().startswith(heads)
            end = match.end() if whole else match.end("time")
            lines.append(Cut(match.start(), end, "log" if whole else "time"))
    return apart([*cuts, *lines], starts) if lines else cuts
