"""A name, a gap, and the text in a column of its own.

ANNA      Good morning. How is the bridge?

TOM       It stands.

05 13 29 47 CDR What was that?

In the logs of flights a time in digits stands before the letters of who speaks.

ALG Why is it so? I ask only for information.

Copies of a play for its actors may have capitals and no gap at all.

加藤 ご紹介します。

So may names in Chinese or Japanese characters.
"""

import re
from collections import Counter

from quizgen.transcripts.lines import LineForm, Sifted
from quizgen.transcripts.starts import Start

NAME = "name-gap"
_CAPITALS, _HAN = "u", "h"
_FEWEST = 6
_TWICE = 2
_HALF = 0.5
_RARELY = 0.2
_PARAGRAPH = re.compile(r"(?:\A|\n[ \t\r]*\n)\s*[^\s\[(]")


def _sift(proposals: list[Start], text: str) -> Sifted:
    """Drop words without a gap, unless they open the speeches of a dialogue."""
    kept = [each for each in proposals if each.dress[0] not in {_CAPITALS, _HAN}]
    for letter, opens in ((_CAPITALS, _is_dialogue), (_HAN, _come_again)):
        tight = [each for each in proposals if each.dress[0] == letter]
        while tight and letter == _HAN and "。" not in _line(tight[0], text):
            tight.pop(0)  # a list of names, with where they come from
        kept += tight if tight and opens(tight, text) else []
    return Sifted(sorted(kept))


def _line(each: Start, text: str) -> str:
    """What stands after a name on its line."""
    end = text.find("\n", each.text)
    return text[each.text : end if end >= 0 else len(text)]


def _come_again(han: list[Start], text: str) -> bool:
    """Whether most of the words in a name's place come more than once."""
    times = Counter(each.label.name for each in han)
    again = [name for name, number in times.items() if number >= _TWICE]
    lines = sum(1 for line in text.split("\n") if line.strip())
    total = sum(times[name] for name in again)
    return len(again) >= _TWICE and total >= max(_FEWEST, 0.2 * lines) and total > _HALF * len(han)


def _is_dialogue(capitals: list[Start], text: str) -> bool:
    times = Counter(each.label.name for each in capitals)
    often = [name for name, number in times.items() if number >= _TWICE]
    paragraphs = sum(1 for _ in _PARAGRAPH.finditer(text))
    if len(often) < _TWICE or len(capitals) < max(_FEWEST, _HALF * paragraphs):
        return False
    words = Counter(re.findall(r"[^\W\d_]+", text))
    elsewhere = sum(words[name] - times[name] for name in often if " " not in name)
    return elsewhere <= _RARELY * len(capitals) and ("?" in text or "!" in text)


FORM = LineForm(NAME, ("gap", "log", "capitals", "han"), 0.75, sift=_sift)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
