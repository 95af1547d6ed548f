"""Labels in the middle of a line: after the end of a sentence, or after a heading in capitals.

REPORT OF THE BOARD. The Governor: We are met today. Members: Hear, hear. The Speaker: Sir.

Where the same few names come again and again in such places and take turns, the lines of
a text are no turns of their own: its turns were run together.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizgen.transcripts.labels import Label, clean, could_speak, is_floor, is_office
from quizgen.transcripts.linestarts import LineStarts
from quizgen.transcripts.starts import Start

_LONG_LINES = 1500  # characters a line has on average where labels stand in mid line
_FEW_LINES = 3
_LONG_TEXT = 200  # characters of so few lines
_WINDOW = 90
_WORD = 40
_ENDS = re.compile(
    r"(?:(?<!\bM[RSrs])(?<!\bD[Rr])(?<!\bM[Rr][Ss])[.?!…\"“”»)\]–—-][ \t\xa0]+"
    r"|>[ \t]*|(?P<sign>[⊙◎●○■□▶▷◆◇★☆※►▪▸◈❖])[ \t]*|(?<=[a-zß-ÿа-я0-9][.?!…”»)\]])|\A)"
    r"(?P<label>[^\W\d_a-zа-яё](?:[^:.?!…\"“”»()\[\]\r\n]"
    r"|\([^()\r\n]{0,60}\)|(?<=\b[A-Z])\.|(?<=Mr|Ms|Dr)\.|(?<=Mrs|Sen|Rep|Gov|Gen|Hon|hon)\.){0,50})$"
)
_UNMISTAKEN = re.compile(
    r"(?<=\s)(?P<label>[A-ZÀ-Þ][a-zß-ÿ]{2,20} \d{1,2}"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}(?: [A-ZÀ-Þ'’.-]{2,}){0,3})$"
)
_ADDRESSES = ("Mr. ", "Madam ", "An hon", "Some hon", "Several hon", "Hon. ")
_COLONS = re.compile(r":(?=[ \t\xa0])")
_WIDE_COLONS = re.compile(r"：|:(?=[ \t\xa0])")
_HEADED = LineStarts(
    r"(?P<lead>[ \t]*(?P<heading>[A-ZÀ-Þ][A-ZÀ-Þ0-9 ,.'’()&/-]{8,160})\.[ \t]+)"
    r"(?P<label>[A-ZÀ-Þ][a-zà-ÿ]{1,20}\.?(?: [^\s:;!?\"“”][^:;!?\r\n\"“”]{1,40})?):[ \t]+(?=\S)"
)
_LETTERS = re.compile(
    r"(?:\A|(?<=[.?!”\"\n-])[ \t]*\d{0,2})[ \t]*(?P<label>[QA])[.:][ \t]+(?=[^\s])"
)
_FEWEST_ASKED = 3
_FEWEST = 3
_TWICE = 2
_AGAIN = 0.7
_TAKES_TURNS = 0.8
_NEARLY_ALL = 0.9
_NAME = re.compile(
    r"(?:(?<=[\s.?!])|(?<=[a-zß-ÿ]))[A-ZÀ-Þ][\w'’-]*\.?(?: [A-ZÀ-Þ][\w'’-]*\.?){0,2}(?: \d{1,2})?$"
)


def with_mid_line(text: str, found: list[Start]) -> tuple[list[Start], list[Start]]:
    """The proposals and those in mid line, where lines are no turns; beside them the others."""
    after = headed(text)
    if after:
        taken = {each.at for each in found}
        found = sorted([*found, *(each for each in after if each.at not in taken)])
    more = mid_line(text, found)
    if after or has_long_lines(text):
        more += letters(text)
        more = more if len(more) >= _FEWEST else unstopped(text, found) or more
        return sorted({e.low: e for e in [*more, *found]}.values()), []
    joined = run_together(found, more) or unstopped(text, found)
    if not joined:
        return found, more
    places = {each.low for each in joined}
    return sorted([*found, *joined]), [each for each in more if each.low not in places]


def headed(text: str) -> list[Start]:
    """The labels that follow a heading in capitals on its line; two or more."""
    found = []
    for match in _HEADED.finditer(text):
        label = could_speak(match["label"])
        if label is not None:
            low, high = match.span("label")
            heading = match["heading"]
            found.append(Start(match.start("lead"), match.end(), label, "c", low, high, heading))
    return found if len(found) >= _TWICE else []


def letters(text: str) -> Iterator[Start]:
    """Q and A in the middle of a line, each after the end of a sentence: they take turns."""
    found = list(_LETTERS.finditer(text))
    asked = sum(1 for match in found if match["label"] == "Q")
    if asked < _FEWEST_ASKED or abs(2 * asked - len(found)) > asked:
        return
    for match in found:
        low, high = match.span("label")
        yield Start(low, match.end(), clean(match["label"]), "q", low, high)


def has_long_lines(text: str) -> bool:
    """Whether labels stand in the middle of lines, because lines are very long."""
    lines = text.count("\n") + 1
    return len(text) > (_LONG_LINES * lines if lines > _FEW_LINES else _LONG_TEXT)


def mid_line(text: str, found: Sequence[Start]) -> list[Start]:
    """What looks like a label in the middle of a line, behind the end of a sentence.

    A name in capitals that opens a line too, and a numbered role, need no such end.
    """
    taken = {each.high for each in found}
    names = {each.label.key for each in found}
    more = []
    for colon in (_WIDE_COLONS if "：" in text else _COLONS).finditer(text):
        at = colon.start()
        if at in taken or not _ends_name(text, at):
            continue
        low, match = max(at - _WINDOW, 0), None
        if text[at - 1].isupper() or text[at - 1].isdigit():
            match = _UNMISTAKEN.search(text, low, at)
            known = match and (is_floor(match["label"]) or clean(match["label"]).key in names)
            match = match if known else None
        match = match or _ENDS.search(text, low, at)
        label = could_speak(match["label"]) if match else None
        if match is not None and label is not None:
            low, high = match.span("label")
            sign = match.start("sign") if "sign" in match.re.groupindex else -1
            more.append(Start(low if sign < 0 else sign, colon.end() + 1, label, "c", low, high))
    return more


def _ends_name(text: str, at: int) -> bool:
    """Whether a word that begins as names do ends at a place: found fast."""
    last = text[at - 1]
    if last in ').”"' or last.isupper() or last.isdigit():
        return True
    word = text[max(at - _WORD, 0) : at].split()[-1:]
    return bool(word) and (not word[0][0].islower() or not word[0].isalpha())


def run_together(found: Sequence[Start], more: Sequence[Start]) -> list[Start]:
    """Those in mid line that come again or open a line too, if they take turns; none elsewhere."""
    times = Counter(each.label.key for each in more)
    known = {each.label.key for each in found}
    kept = [e for e in more if times[e.label.key] >= _TWICE or e.label.key in known]
    if len(kept) < _FEWEST or len(kept) < _AGAIN * len(more):
        return []
    usual = {each.label.key for each in kept}
    rows = sorted([*(each for each in found if each.label.key in usual), *kept])
    places = {each.low for each in kept}
    pairs = [(one, two) for one, two in pairwise(rows) if two.low in places]
    turns = sum(1 for one, two in pairs if one.label.key != two.label.key)
    return kept if turns >= _TAKES_TURNS * max(len(pairs), 1) else []


def unstopped(text: str, found: Sequence[Start]) -> list[Start]:
    """Names before colons in mid line where no sentence ends, as a machine takes speech down.

    They are labels if nearly all colons follow one of a few names, and the names take turns.
    """
    taken, known = {each.high for each in found}, {each.label.name for each in found}
    colons = [at for c in _COLONS.finditer(text) if (at := c.start()) not in taken]
    if not colons or len(colons) < len(found):
        return []
    heads = {at: match for at in colons if (match := _NAME.search(text, max(at - _WORD, 0), at))}
    times = Counter(match.group() for match in heads.values())
    starts = []
    for at, match in heads.items():
        name = _known_end(match.group(), known, times)
        label = could_speak(name)
        if label and (name in known or times[name] >= _TWICE or label.title):
            starts.append(Start(at - len(name), at + 2, label, "c", at - len(name), at))
    rows = sorted([*found, *starts])
    turns = sum(1 for one, two in pairwise(rows) if one.label.key != two.label.key)
    few = len({each.label.key for each in rows}) * _FEWEST <= len(rows) + _TWICE
    sure = len(starts) >= _NEARLY_ALL * len(colons) and turns >= _NEARLY_ALL * (len(rows) - 1)
    return starts if few and sure else []


def _known_end(name: str, known: set[str], times: Counter[str]) -> str:
    """A name without words before it that belong to a sentence: what is left comes again."""
    while " " in name and name not in known and times[name] < _TWICE and not clean(name).title:
        name = name.partition(" ")[2]
    return name


def telling(speaking: Sequence[Start], more: Sequence[Start]) -> list[Start]:
    """Those in mid line that speak elsewhere, and cannot be words of the sentence before."""
    keys = {each.label.key for each in speaking}
    titled, letters_speak = _mostly_titled(speaking), {"q", "a"} <= keys
    return [
        each
        for each in more
        if (letters_speak and each.label.key in {"q", "a"})
        or (each.label.key in keys and _tells(each.label))
        or (titled and _addresses(each.label))
    ]


def _addresses(label: Label) -> bool:
    """Whether a label begins with a form of address."""
    return label.title.endswith(".") or label.name.startswith(_ADDRESSES)


def _mostly_titled(found: Sequence[Start]) -> bool:
    """Whether more than half of the labels have a title or are an office."""
    named = sum(1 for each in found if each.label.title or is_office(each.label.name))
    return named * 2 > len(found) > 2


def _tells(label: Label) -> bool:
    """Whether a label is printed so that it cannot be a word of the sentence before."""
    capitals = label.name.isupper() and len(label.name) > 2
    return capitals or " " in label.name or bool(label.title)
