"""What stands before every line of a text and is no part of it: numbers, dashes, quotes.

 1  Q.  When did you come?

12. MR. HILL: Good morning.

0012:04  Q.  When did you come?

- MR. HILL
- Good morning.

'Mr. Hill: Good morning.'
"""

import re
from itertools import pairwise

from quizgen.transcripts.linestarts import LineStarts, begin
from quizgen.transcripts.markdown import signs
from quizgen.transcripts.view import View, plain, without

_HEAD = 20_000
_COURT = LineStarts(r"[ \t]{0,12}(\d{1,2})(?:[ \t]{1,12}|(?=[\r\n]|\Z))(?=\D|\Z)")
_COUNTED = LineStarts(r"[ \t]{0,12}(\d{1,6})[.:|)]?(?:[ \t]|(?=[\r\n]|\Z))[ \t]?")
_PAGED = LineStarts(r"[ \t]{0,12}(\d{1,6})[:.](\d{1,2})(?:[ \t]{1,12}|(?=[\r\n]|\Z))")
_DASHED = LineStarts(r"[ \t]{0,4}[-–•*][ \t]+(?=\S)")
_LABELLED = LineStarts(r"[ \t]{0,4}[-–•*][ \t]+[^\s:][^:\r\n]{0,60}:(?=[ \t*])")
_QUOTED = LineStarts(r"[ \t]*(?P<sign>['\"“«])(?=\S)[^\r\n]*")
_CLOSES = {"“": "”", "«": "»"}
_SPOILT = re.compile(r"(?:Â|テつ)(?=[ \xa0])")
_MOST = 0.6
_NEARLY_ALL = 0.8
_FEWEST = 5

Ranges = list[tuple[int, int]]


def bare(text: str) -> View:
    """The text without what stands before every line, and without the signs of Markdown."""
    cuts = sorted([*margins(text), *spoilt_blanks(text), *signs(text)])
    return without(text, cuts) if cuts else plain(text)


def margins(text: str) -> Ranges:
    """The ranges of such signs in order; empty where few lines have them."""
    head = text[:_HEAD]
    lines = sum(1 for line in head.split("\n") if line.strip())
    enough = max(_FEWEST, _MOST * lines)
    patterns = ((_PAGED, _pages), (_COUNTED, _numbers), (_DASHED, _dashes), (_QUOTED, _quotes))
    for pattern, ranges in patterns:
        if sum(1 for _ in pattern.finditer(head)) >= enough and (found := ranges(text, lines)):
            return found
    return []


def spoilt_blanks(text: str) -> Ranges:
    """The signs that a program made of blanks which it decoded wrongly, where they come often."""
    if "Â" not in text and "テ" not in text:  # one sign is found fast
        return []
    found = [match.span() for match in _SPOILT.finditer(text)]
    return found if len(found) >= _FEWEST else []


def _numbers(text: str, _: int) -> Ranges:
    """The numbers of lines: those of a court's page begin anew on each, others count all lines."""
    court = list(_COURT.finditer(text))
    follow = sum(1 for one, two in pairwise(court) if int(two[1]) in {int(one[1]) + 1, 1})
    if len(court) > _FEWEST and follow > 0.7 * len(court):
        return [(begin(match), match.end()) for match in court]
    counted = list(_COUNTED.finditer(text))
    next_line = sum(
        1
        for one, two in pairwise(counted)
        if int(two[1]) == int(one[1]) + 1 and text.count("\n", begin(one), begin(two)) == 1
    )
    if next_line < 0.9 * (len(counted) - 1):
        return []
    return [(begin(match), match.end()) for match in counted]


def _pages(text: str, lines: int) -> Ranges:
    """The pages and lines of a court's record: lines rise by one, and begin anew on each page.

    Lines may be left out; times in front of lines rise too, but seldom by one.
    """
    found = list(_PAGED.finditer(text))
    places = [(int(match[1]), int(match[2])) for match in found]
    if sum(1 for match in found if begin(match) < _HEAD) < _NEARLY_ALL * lines:
        return []
    rising = all(one < two for one, two in pairwise(places))
    next_line = sum(1 for (page, line), two in pairwise(places) if two == (page, line + 1))
    if not rising or next_line < _MOST * (len(found) - 1) or not all(line for _, line in places):
        return []
    return [(begin(match), match.end()) for match in found]


def _dashes(text: str, lines: int) -> Ranges:
    """The dashes of a list that holds the whole text, where no names stand after them."""
    dashed = [(begin(match), match.end()) for match in _DASHED.finditer(text)]
    labelled = sum(1 for _ in _LABELLED.finditer(text))
    few = sum(1 for low, _ in dashed if low < _HEAD) < _NEARLY_ALL * lines
    return [] if few or labelled * 5 > len(dashed) else dashed


def _quotes(text: str, _: int) -> Ranges:
    """The quotation marks around lines."""
    signs = []
    for match in _QUOTED.finditer(text):
        sign, said = match["sign"], match.group().rstrip()
        signs.append(match.span("sign"))
        if said.endswith(_CLOSES.get(sign, sign)) and len(said) > match.end("sign") - match.start():
            end = match.start() + len(said)
            signs.append((end - 1, end))
    return signs
