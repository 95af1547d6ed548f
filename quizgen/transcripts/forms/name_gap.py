"""A name, a gap, and the text in a column of its own.

ANNA      Good morning. How is the bridge?

TOM       It stands.

05 13 29 47 CDR What was that?

In the logs of flights a time in digits stands before the letters of who speaks.

ALG Why is it so? I ask only for information.

Copies of a play for its actors may have capitals and no gap at all.
"""

import re
from collections import Counter

from quizgen.transcripts.lines import LineForm, Sifted
from quizgen.transcripts.starts import Start

NAME = "name-gap"
_CAPITALS = "u"
_FEWEST = 6
_TWICE = 2
_HALF = 0.5
_RARELY = 0.2
_PARAGRAPH = re.compile(r"(?:\A|\n[ \t\r]*\n)\s*[^\s\[(]")


def _sift(proposals: list[Start], text: str) -> Sifted:
    """Drop words in capitals, unless they open the speeches of a dialogue."""
    capitals = [each for each in proposals if each.dress[0] == _CAPITALS]
    if not capitals:
        return Sifted(proposals)
    kept = capitals if _is_dialogue(capitals, text) else []
    return Sifted(sorted([*kept, *(e for e in proposals if e.dress[0] != _CAPITALS)]))


def _is_dialogue(capitals: list[Start], text: str) -> bool:
    times = Counter(each.label.name for each in capitals)
    often = [name for name, number in times.items() if number >= _TWICE]
    paragraphs = sum(1 for _ in _PARAGRAPH.finditer(text))
    if len(often) < _TWICE or len(capitals) < max(_FEWEST, _HALF * paragraphs):
        return False
    words = Counter(re.findall(r"[^\W\d_]+", text))
    elsewhere = sum(words[name] - times[name] for name in often if " " not in name)
    return elsewhere <= _RARELY * len(capitals) and ("?" in text or "!" in text)


FORM = LineForm(NAME, ("gap", "log", "capitals"), 0.75, sift=_sift)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
