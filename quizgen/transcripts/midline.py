"""Labels in the middle of a line: after the end of a sentence, or after a heading in capitals.

REPORT OF THE BOARD. The Governor: We are met today. Members: Hear, hear. The Speaker: Sir.
"""

import re
from collections.abc import Iterator, Sequence

from quizgen.transcripts.labels import Label, clean, could_speak, is_office
from quizgen.transcripts.linestarts import LineStarts
from quizgen.transcripts.starts import Start

_LONG_LINES = 1500  # characters a line has on average where labels stand in mid line
_FEW_LINES = 3
_LONG_TEXT = 200  # characters of so few lines
_WINDOW = 90
_WORD = 40
_ENDS = re.compile(
    r"(?:[.?!…\"“”»)\]–—-][ \t\xa0]+|>[ \t]*|\A)(?P<label>[^\W\d_a-zа-яё](?:[^:.?!…\"“”»()\[\]\r\n]"
    r"|\([^()\r\n]{0,60}\)|(?<=\b[A-Z])\.|(?<=Mr|Ms|Dr)\.|(?<=Mrs|Sen|Rep|Gov|Gen|Hon|hon)\.){0,50})$"
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
_TWICE = 2


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


def mid_line(text: str, found: Sequence[Start], keys: set[str] | None) -> Iterator[Start]:
    """Labels that follow the end of a sentence in the middle of a line."""
    taken = {each.high for each in found}
    titled = keys is not None and _mostly_titled(found)
    lasts = None if keys is None or titled else {key.split()[-1] for key in keys if key}
    for colon in (_WIDE_COLONS if "：" in text else _COLONS).finditer(text):
        at = colon.start()
        if at in taken:
            continue
        if lasts is not None and text[at - 1] != ")":
            word = text[max(at - _WORD, 0) : at].split()[-1:]
            if not word or word[0].casefold() not in lasts:
                continue  # found fast: the word before the colon ends no label
        low = max(at - _WINDOW, 0)
        match = _ENDS.search(text, low, at)
        label = could_speak(match["label"]) if match else None
        if match is None or label is None:
            continue
        letters = keys is not None and {"q", "a"} <= keys and label.key in {"q", "a"}
        known = keys is None or letters or (label.key in keys and _tells(label))
        address = label.title.endswith(".") or label.name.startswith(_ADDRESSES)
        if known or (titled and address):
            low, high = match.span("label")
            yield Start(low, colon.end() + 1, label, "c", low, high)


def _mostly_titled(found: Sequence[Start]) -> bool:
    """Whether more than half of the labels have a title or are an office."""
    named = sum(1 for each in found if each.label.title or is_office(each.label.name))
    return named * 2 > len(found) > 2


def _tells(label: Label) -> bool:
    """Whether a label is printed so that it cannot be a word of the sentence before."""
    capitals = label.name.isupper() and len(label.name) > 2
    return capitals or " " in label.name or bool(label.title)
