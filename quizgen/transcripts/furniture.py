"""Lines of a page that nobody speaks: page numbers, times, rules, headings, advertisements."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from quizgen.transcripts.notes import TIME
from quizgen.transcripts.vocabulary import SCENE

_TIMES = TIME.pattern.replace(" ", "[ ]")
LINES = re.compile(
    rf"""^[ \t\xa0\f]*+(?:
    (?P<heading>\#{{1,6}}[ \t]+[^\r\n]*|\*\*[^*\r\n:]{{2,80}}(?=[\r\n]))
    |(?P<time>\*{{0,2}}[\[(<]?(?:{_TIMES})[\])>]?\*{{0,2}})
    |(?P<rule>[-*_=~•–—][ \t]?(?:[-*_=~•–—][ \t]?){{1,}}|\{{:[^}}\r\n]*\}}|<!--[^\r\n]*-->)
    |(?P<page>(?:[Pp]age|PAGE|[Ss]eite|_page:|p\.)?[ \t]*\d{{1,5}}
       (?:[ \t]*(?:of|/|von)[ \t]*\d{{1,5}})?
       |-[ \t]?\d{{1,4}}[ \t]?-|\[\[?[Pp]age[^\]\r\n]*\]\]?
       |\(?\d{{3,6}}[ ]?[A-D]\)?|Column[ ]\d+)
    |(?P<advert>(?:[Ss]ee\ also|[Aa]dvertisement|ADVERTISEMENT|[Rr]ead\ (?:more|also|next)
       |[Ss]tory\ continues\ below|[Cc]ontinue\ reading|[Ss]hare|[Ss]ubscribe|[Bb]ack\ to\ top
       |[Rr]elated\ (?:articles|stories))(?:[ \t]?(?:\.{{3}}|:|»|→))?)
    )[ \t\xa0]*\\?(?=[\r\n]|\Z)""",
    re.MULTILINE | re.VERBOSE,
)
_SHORT = re.compile(r"^[ \t\xa0\f]*+([^\r\n]{3,80}?)[ \t\xa0]*(?=[\r\n]|\Z)", re.MULTILINE)
_PAGE = re.compile(r"^[ \t]*(?:Page )?\d{1,4}[ \t]*\r?$", re.MULTILINE)
_DIGITS = re.compile(r"\d+")
_ENOUGH = 4
_FEWEST_PAGES = 3
_NEXT_PAGE = 3


class Cut(NamedTuple):
    """A range of a view that belongs to no speech, and what it is."""

    start: int
    end: int
    kind: str


def cuts(text: str) -> Iterator[Cut]:
    """The lines that nobody speaks, in order. A heading's ``kind`` is ``heading``."""
    found = list(LINES.finditer(text))
    bare = [int(match["page"]) for match in found if match["page"] and match["page"].isdigit()]
    numbered = _counts(bare)
    for match in found:
        kind = match.lastgroup or "page"
        if kind == "page" and match["page"].isdigit() and not numbered:
            continue
        yield Cut(match.start(), match.end(), kind)


def _counts(numbers: list[int]) -> bool:
    """Whether numbers alone on their lines count the pages: they rise, and there are several."""
    rising = sum(1 for one, two in pairwise(numbers) if 0 < two - one <= _NEXT_PAGE)
    return len(numbers) >= _FEWEST_PAGES and rising >= 0.8 * (len(numbers) - 1)


def running(text: str) -> Iterator[Cut]:
    """Headers and footers that come again and again beside a page's number or its break."""
    if "\f" not in text and not _PAGE.search(text):
        return
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _SHORT.finditer(text):
        if match[1][-1] not in ".?!,;:…":
            found.setdefault(_DIGITS.sub("0", match[1]), []).append(match.span())
    beside = _beside_pages(text)
    for spans in found.values():
        near = sum(1 for start, end in spans if start in beside or end in beside)
        if len(spans) >= _ENOUGH and near * 2 > len(spans):
            yield from (Cut(start, end, "page") for start, end in spans)


def _beside_pages(text: str) -> frozenset[int]:
    """Where lines end or begin that stand next to a page's number or break."""
    places: set[int] = set()
    pattern = r"(?:\r?\n)*(?:\f|^[ \t]*(?:Page )?\d{1,4}[ \t]*\r?$)(?:\r?\n)*[ \t\f]*"
    for match in re.finditer(pattern, text, re.MULTILINE):
        places.update((match.start(), match.end()))
    return frozenset(places)


_NUMBERED = re.compile(r"^[ \t]{0,12}(\d{1,2})(?:[ \t]{1,12}|(?=[\r\n]|\Z))(?=\D|\Z)", re.MULTILINE)


def line_numbers(text: str) -> list[tuple[int, int]]:
    """The numbers in the margin of court transcripts, where nearly every line has one."""
    head = text[:20_000]
    lines = sum(1 for line in head.split("\n") if line.strip())
    if not lines or len(_NUMBERED.findall(head)) < 0.6 * lines:
        return []
    found, expected, right = [], 1, 0
    for match in _NUMBERED.finditer(text):
        number = int(match[1])
        right += number in {expected, 1}
        expected = number + 1
        found.append((match.start(), match.end()))
    return found if right > 0.7 * len(found) and len(found) > 5 else []


def is_scene(line: str) -> bool:
    """Whether a line is the heading of an act or a scene."""
    return bool(SCENE.match(line))
