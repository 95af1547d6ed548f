"""Lines of a page that nobody speaks: page numbers, times, rules, headings, advertisements."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from quizgen.transcripts.labels import never_speaks
from quizgen.transcripts.linestarts import LineStarts, begin
from quizgen.transcripts.notes import TIME, kind_of
from quizgen.transcripts.vocabulary import SCENE

_TIMES = TIME.pattern.replace(" ", "[ ]")
LINES = LineStarts(
    rf"""[ \t\xa0\f]*+(?=[#*\[(（<\d\-_=~•–—{{`\\PpSsCcAaRrB.…])(?:
    (?P<heading>\#{{1,6}}[ \t]+[^\r\n]*
       |={{2,6}}[ \t]?[^=\r\n]{{1,80}}={{2,6}}|\*\*[^*\r\n:]{{2,80}}(?=[\r\n]))
    |(?P<bold>\*\*[^*\r\n:]{{2,80}}\*\*)
    |(?P<time>\*{{0,2}}[\[(<]?(?:{_TIMES}|(?:\d{{2,3}}[ ]){{2,3}}\d{{2}}
       |(?:[01]?\d|2[0-4])\.[0-5]\d)[\])>]?\*{{0,2}})
    |(?P<rule>\{{%[^\r\n]*%\}}|```\w*
       |[-*_=~•–—][ \t]?(?:[-*_=~•–—][ \t]?){{1,}}|\{{:[^}}\r\n]*\}}|<!--[^\r\n]*-->)
    |(?P<page>(?:[Pp]age|PAGE|[Ss]eite|_page[ ]?:|p\.|[Pp][aá]g(?:ina|\.)|PAG(?:INA|\.))?
         [ \t]*\d{{1,5}}
       (?:[ \t]*(?:of|/|von)[ \t]*\d{{1,5}})?
       |-[ \t]?\d{{1,4}}[ \t]?-|\[\[?[Pp]age[^\]\r\n]*\]\]?
       |\(?\d{{3,6}}[ ]?[A-D]\)?|Column[ ]\d+)
    |(?P<advert>(?:[Ss]ee\ also|[Aa]dvertisement|ADVERTISEMENT|[Rr]ead\ (?:more|also|next)
       |[Ss]tory\ continues\ below|[Cc]ontinue\ reading|[Ss]hare|[Ss]ubscribe|[Bb]ack\ to\ top
       |[Rr]elated\ (?:articles|stories))(?:[ \t]?(?:\.{{3}}|:|»|→))?)
    |(?P<letter>[A-Z])
    |(?:\.{{2,4}}|…)?[ ]?(?P<aside>\\?[(\[][^()\[\]\r\n]{{2,300}}\\?[)\]]\.?
       |（[^（）\r\n]{{1,200}}）
       |[(][^()\r\n]*\[[^\]\r\n]*\][^()\r\n]*[)]|(?:\([^()\r\n]{{2,80}}\)[ ]?){{2,3}}
       |\[?_[^_\r\n]{{2,200}}(?:\r?\n[^_\r\n]{{1,200}}){{0,3}}_\]?)
    )[ \t\xa0]*\\?(?=[\r\n]|\Z)""",
    re.VERBOSE,
)
_SHORT = re.compile(r"^[ \t\xa0\f]*+([^\r\n]{3,80}?)[ \t\xa0]*(?=[\r\n]|\Z)", re.MULTILINE)
_PAGE = "age "
_PAGE_OF = re.compile(r"\b[Pp]age \d+ of \d+\b")
_WORDY = 6  # characters that a line has beside the page's number
_DIGITS = re.compile(r"\d+")
_TWICE = 2
_FEWEST_PAGES = 3
_NEXT_PAGE = 3
_SAMPLE = 3000
_ROUNDS = 3


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
    letters = Counter(match["letter"] for match in found if match["letter"])
    for match in found:
        kind = match.lastgroup or "page"
        if kind == "page" and match["page"].isdigit() and not numbered:
            continue
        if kind == "letter":  # a mark for links, where it comes again
            if letters[match["letter"]] < _TWICE:
                continue
            kind = "page"
        if kind == "aside":
            kind = _aside(match["aside"])
        if kind == "bold":  # as a label is
            if not never_speaks(match["bold"].strip("* \t")):
                continue
            kind = "break"
        yield Cut(begin(match), match.end(), kind)


_TIERS = LineStarts(r"[%@][^\n]*(?:\n\t[^\n]*)*")


def tiers(text: str) -> list[Cut]:
    """The heads of a CHAT file, and what is written under its words about them."""
    if not text.startswith(("@UTF8", "@Begin")):
        return []
    return [Cut(begin(match), match.end(), "log") for match in _TIERS.finditer(text)]


def _aside(line: str) -> str:
    """What a line in brackets is: one of the kinds of notes, a heckle, or else a direction."""
    inside = line.replace("\\", "").strip("[]()（）_. ")
    return kind_of(inside) or ("interjection" if ": " in inside else "direction")


_CAPITALS = re.compile(
    r"\n[ \t]*\r?\n[ \t]*(?P<line>[A-ZÀ-Þ0-9][A-ZÀ-Þ0-9 .,'’&–—()/-]{3,78}?)[ \t]*"
    r"(?=\r?\n[ \t]*\r?\n)"
)


def capitals(text: str) -> list[Cut]:
    """Headings in capitals on a line of their own, in a text that is not all capitals."""
    found = []
    for match in _CAPITALS.finditer(text):
        words = [word for word in match["line"].split() if any(c.isalpha() for c in word)]
        if len(words) > 1 and match["line"][-1] not in ".,-–—":
            found.append(Cut(*match.span("line"), "heading"))
    letters = [sign for sign in text[:_SAMPLE] if found and sign.isalpha()]
    small = sum(1 for sign in letters if sign.islower())
    return found if small * 3 >= len(letters) else []


def _counts(numbers: list[int]) -> bool:
    """Whether numbers alone on their lines count the pages: they rise, and there are several."""
    rising = sum(1 for one, two in pairwise(numbers) if 0 < two - one <= _NEXT_PAGE)
    return len(numbers) >= _FEWEST_PAGES and rising >= 0.8 * (len(numbers) - 1)


class _Line(NamedTuple):
    """A line of a page: its range, its words with any digits alike, whether it is one alone."""

    start: int
    end: int
    key: str
    words: str


def running(text: str, *, numbered: bool) -> list[Cut]:
    """Headers and footers: lines that come again beside a page's number, or count the pages.

    ``numbered`` says that pages' numbers were found on lines of their own.
    """
    hinted = numbered or "\f" in text or "\t" in text or "。" in text
    if not (hinted or _numbers_pages(text)):
        return []
    lines = [
        _Line(*match.span(), _DIGITS.sub("0", " ".join(match[1].split())), match[1])
        for match in _SHORT.finditer(text)
    ]
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if line.words[-1] not in "?!,;:…":
            places.setdefault(line.key, []).append(number)
    fed = {n for n, line in enumerate(lines) if "\f" in text[line.start - 1 : line.start + 1]}
    beside = fed | {n - 1 for n in fed}  # the last line of a page, and the first of the next
    marked = {n for n, line in enumerate(lines) if _PAGE_OF.search(line.words)}
    groups = [numbers for key, numbers in places.items() if len(numbers) >= _TWICE or "0" in key]
    for numbers in groups:
        if _counts_pages([lines[number] for number in numbers]):
            marked.update(numbers)
    for _ in range(_ROUNDS):  # a line beside a footer may be one too, and so on outwards
        for numbers in groups:
            near = sum(1 for n in numbers if n in beside or {n - 1, n + 1} & marked)
            if len(numbers) >= _TWICE and near * 2 > len(numbers):
                marked.update(numbers)
    return [Cut(lines[n].start, lines[n].end, "page") for n in sorted(marked) if lines[n].words]


def _numbers_pages(text: str) -> bool:
    """Whether the word page and a number stand anywhere; its letters are found fast."""
    at = text.find(_PAGE)
    while at >= 0:
        if text[at + len(_PAGE) : at + len(_PAGE) + 1].isdecimal():
            return True
        at = text.find(_PAGE, at + 1)
    return False


def _counts_pages(lines: list[_Line]) -> bool:
    """Whether lines number the pages: a number in them rises, or they are rows of a page's head."""
    key, words = lines[0].key, lines[0].words
    if len(lines) < _TWICE:
        return False
    if "\t" in words and all(line.words == words for line in lines):
        return True
    numbers = [[int(n[:9]) for n in _DIGITS.findall(line.words)] for line in lines]
    columns = list(zip(*numbers, strict=False))
    rises = any(all(0 < b - a <= _NEXT_PAGE for a, b in pairwise(column)) for column in columns)
    changing = sum(1 for column in columns if len(set(column)) > 1)
    wordy = changing == 1 and len(key) > _WORDY
    return rises and (len(lines) >= _FEWEST_PAGES or "age" in key or wordy)


_TAIL = re.compile(
    r"^[ \t\xa0]*(?:\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the )?Project Gutenberg"
    r"|Meeting ended after \d|This editable transcript was computer generated"
    r"|Transcript (?:provided|produced|prepared) by |Transcribed by https?:"
    r"|\[?END OF (?:TRANSCRIPT|RECORDING|INTERVIEW|TAPE)\b"
    r"|END[ \t\xa0]+\d{1,2}:\d{2}[ \xa0]?[AaPp]\.?[Mm]\b"
    r"|[^\r\n:.?!]{2,60} stopped (?:transcription|recording)[ \t]*(?=[\r\n]|\Z)"
    r"|\{% *end\w+ *%\})",
    re.MULTILINE,
)


def tail(text: str, after: int) -> list[Cut]:
    """What programs and libraries put after the end of what was said."""
    match = _TAIL.search(text, after)
    if match is None:
        return []
    low = len(text[: match.start()].rstrip())  # before its first line, which may be a note alone
    return [Cut(max(low, after), low + len(text[low:].rstrip()), "page")]


_MOVES = re.compile(
    r"^[ \t]*_?(?:(?:(?:Re-?)?[Ee]nter|Exit|Exeunt|Alarums?|Flourish|Stabs|Kills|Dies|Curtain)"
    r"(?![^\W_])[^\r\n]{0,120}?|Sings|Reads|Aside|Within|Writes|Writing|Sleeps|Kneels|Rises|Drinks)"
    r"[ \t]*(?=[\r\n]|\Z)",
    re.MULTILINE,
)


_INTERJECTING = LineStarts(
    r"[ \t]*(?=[^\W\d_a-z])[\w.'’ -]{2,60} interject(?:ing|s|ed)?[ \t]*[—–.-]*[ \t]*(?=[\r\n]|\Z)"
)


def interjecting(text: str) -> Iterator[Cut]:
    """The lines that only say who called something out: ``Mr Hill interjecting—``."""
    if " interject" in text:
        for match in _INTERJECTING.finditer(text):
            yield Cut(begin(match), match.end(), "interjection")


_CUES = LineStarts(
    r"[ \t]*(?:SOUNDS?|MUSIC|SFX|F/?X|CUE|EFFECTS?|ATMOS)(?:[ \t]*\d{1,3})?[ \t]*:"
    r"[^\r\na-zß-ÿ]*(?:\r?\n[ \t]+[^\r\na-zß-ÿ]+)*(?=[\r\n]|\Z)"
)
_FEWEST_CUES = 2


def sound_cues(text: str) -> list[Cut]:
    """What is to be heard in a play for the radio, in capitals behind ``SOUND:``; two or more."""
    if "SOUND" not in text and "MUSIC" not in text and "X:" not in text:  # found fast
        return []
    cues = [Cut(begin(match), match.end(), "direction") for match in _CUES.finditer(text)]
    return cues if len(cues) >= _FEWEST_CUES else []


_PSEUDO = re.compile(r"</?[A-Za-z][\w-]{0,30}>")
_FEWEST_TAGS = 3


def pseudo_tags(text: str) -> list[Cut]:
    """Tags of nobody's language in a text that is no markup: they part speeches, and are none."""
    if "<" not in text or text.count("</") < _FEWEST_TAGS:
        return []
    return [Cut(*match.span(), "") for match in _PSEUDO.finditer(text)]


def directions(text: str) -> Iterator[Cut]:
    """The lines of a play without brackets that say who comes and goes."""
    for match in _MOVES.finditer(text):
        if match.group().rstrip()[-1] not in ",;:!?":
            yield Cut(*match.span(), "direction")


def is_scene(line: str) -> bool:
    """Whether a line is the heading of an act or a scene."""
    return bool(SCENE.match(line))
