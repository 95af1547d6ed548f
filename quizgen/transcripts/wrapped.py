"""Labels too long for their line: a name, a comma and an office that goes on below.

Anna Berger, Parl. Staatssekretärin beim Bundesminister für Verkehr, Bau
und Stadtentwicklung:

So may a party in brackets.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from quizgen.transcripts.labels import Label, could_speak, is_capitalised, is_office
from quizgen.transcripts.offices import OFFICES
from quizgen.transcripts.starts import Start
from quizgen.transcripts.vocabulary import SPEECH

_INSIDE = r"[^\r\n:：!?;„“”\"«»]"
_WRAPPED = re.compile(
    rf"(?P<lead>[ \t\xa0\f]*+)(?P<label>[^\W\d_a-zß-ÿ][^\r\n:：!?;,„“”\"«»]{{3,60}}?"
    rf"(?:,| –| —| -)[ \t]{_INSIDE}{{3,120}}+"
    rf"(?:\r?\n[ \t]*{_INSIDE}{{2,120}}+){{1,2}}?)[:：][ \t]*(?=[\r\n]|\Z)"
)
_PARTY = re.compile(
    r"(?P<lead>[ \t\xa0\f]*+)(?P<label>[^\W\d_a-zß-ÿ][^\r\n:：!?;,()„“”\"«»]{3,60}+"
    r"\([^()\r\n]{2,40}+\r?\n[ \t]*[^()\r\n]{2,40}+\))[:：][ \t]*(?=[\r\n]|\Z)"
)
_LAST = re.compile(r":[ \t]*(?:[\r\n]|\Z)")  # begins with one sign, so that it is found fast
_WIDE_LAST = re.compile(r"[:：][ \t]*(?:[\r\n]|\Z)")
_MOST_LINES = 3
_ENDS = frozenset('.!?:…)]“”"»«–—')
_OF_OFFICES = frozenset({"to", "at", "by", "with", "on", "for", "about", "from", "some", "por"})
_ARTICLE = frozenset({"a"})  # says “has” in French, “of the” in Romanian
_TELLS = frozenset(
    """
    wrote writes put puts added adds noted notes explained explains replied asks answered once
    sagte schrieb schreibt meinte erklärte fragte antwortete hat haben wurde wird heute hier
    écrit disait déclarait a ont escribió dijo сказал написал говорил пишет
    """.split()
)
_FEWEST_WORDS = 2
_BREAKS = re.compile(
    r"(?<=/)[ \t]*\r?\n[ \t]*|(?<=\w)-[ \t]*\r?\n[ \t]*(?=[a-zß-ÿ])|[ \t]*\r?\n[ \t]*"
)


def with_wrapped(text: str, found: Sequence[Start]) -> list[Start]:
    """The proposals and the labels over several lines; none of them lies in another."""
    matches = list(_over_lines(text))
    more, known = [], {each.label.key for each in found} if matches else set()
    for match in matches:
        low, high = match.span("label")
        label = _label(match["label"])
        sure = label and (label.inside or label.key in known or OFFICES.search(label.office))
        if label is not None and sure and _begins_paragraph(text, match.start("lead")):
            more.append(Start(match.start("lead"), match.end(), label, "ca", low, high))
    if not more:
        return list(found)
    more.sort()
    begins, ends = [each.at for each in more], list(accumulate((e.text for e in more), max))
    kept = []
    for each in found:
        before = bisect_right(begins, each.at)
        if not before or ends[before - 1] <= each.at:
            kept.append(each)
    return sorted([*kept, *more])


def _over_lines(text: str) -> Iterator[re.Match[str]]:
    """What looks like a label over lines: looked for only above a line that ends in a colon."""
    done = 0
    for colon in (_WIDE_LAST if "：" in text else _LAST).finditer(text):
        begins = [text.rfind("\n", 0, colon.start()) + 1]
        while len(begins) < _MOST_LINES and begins[-1] > done:
            begins.append(text.rfind("\n", 0, begins[-1] - 1) + 1)
        for at in begins[:0:-1]:
            match = _WRAPPED.match(text, at) or _PARTY.match(text, at) if at >= done else None
            if match:
                done = match.end()
                yield match
                break


def _label(printed: str) -> Label | None:
    """The label that the lines make together, if they are a person's name and an office."""
    joined = _BREAKS.sub(_bridge, printed)
    label = could_speak(joined)
    if label is None or not (label.inside or label.office[:1].isupper() or label.title):
        return None
    words = set(label.office.casefold().replace(",", " ").split())
    whole = len(f"{label.title} {label.name}".split()) >= _FEWEST_WORDS
    said = (words & (SPEECH | _TELLS)) - _OF_OFFICES - (_ARTICLE if label.title else set())
    named = is_capitalised(label.name) and not is_office(label.name)
    fits = whole and named and not said
    return replace(label, printed=joined) if fits else None


def _bridge(match: re.Match[str]) -> str:
    """What stands for a line's end: nothing in a broken word or after a slash, else a space."""
    slash = match.string[: match.start()].endswith("/")
    return "" if slash or match.group()[0] == "-" else " "


def _begins_paragraph(text: str, at: int) -> bool:
    """Whether the line above is blank, or ends as a sentence or a heckle does."""
    above = text[max(at - 200, 0) : at].rstrip(" \t\r\n")
    blank = text[len(above) + max(at - 200, 0) : at].count("\n") > 1
    return not above or blank or above[-1] in _ENDS
