"""A name, a gap, and the text in a column of its own.

ANNA      Good morning. How is the bridge?

TOM       It stands.

05 13 29 47 CDR What was that?

In the logs of flights a time in digits stands before the letters of who speaks.

ALG Why is it so? I ask only for information.

Copies of a play for its actors may have capitals and no gap at all.

加藤 ご紹介します。

So may names in Chinese or Japanese characters.

12:03 mira did the pump arrive?

So may the nicks of a chat, after a time.
"""

import re
from collections import Counter
from collections.abc import Callable

from quizgen.transcripts.lines import LineForm, Sifted
from quizgen.transcripts.recurring import recurring, whole_names
from quizgen.transcripts.starts import Start

NAME = "name-gap"
_FEWEST = 6
_TWICE = 2
_HALF = 0.5
_PARAGRAPH = re.compile(r"(?:\A|\n[ \t\r]*\n)\s*[^\s\[(]")


def _sift(proposals: list[Start], text: str) -> Sifted:
    """Drop words without a wide gap, unless they open the speeches of a dialogue."""
    kept = [each for each in proposals if each.dress[0] not in _LOOSE]
    sure: set[str] = set()
    for letter, (of_dialogue, beside) in _LOOSE.items():
        loose = [each for each in proposals if each.dress[0] == letter]
        if loose:  # a word too long for its column has a narrower gap than the others
            wide = [each for each in kept if each.dress == beside]
            found = of_dialogue(sorted([*loose, *wide]), text)
            taken = {each.at for each in found}
            kept = [*(each for each in kept if each.at not in taken), *found]
            sure |= {each.label.key for each in found}
    return Sifted(sorted(kept), always=frozenset(sure))


def _in_columns(loose: list[Start], text: str) -> list[Start]:
    return recurring(loose, text, units=_lines(text))


def _after_times(loose: list[Start], text: str) -> list[Start]:
    return recurring(whole_names(loose, text), text, units=_lines(text))


def _in_capitals(loose: list[Start], text: str) -> list[Start]:
    if "?" not in text and "!" not in text:
        return []
    return recurring(loose, text, units=sum(1 for _ in _PARAGRAPH.finditer(text)))


def _in_han(loose: list[Start], text: str) -> list[Start]:
    while loose and "。" not in _line(loose[0], text):
        loose.pop(0)  # a list of names, with where they come from
    return loose if _come_again(loose, text) else []


def _lines(text: str) -> int:
    return sum(1 for line in text.split("\n") if line.strip())


def _line(each: Start, text: str) -> str:
    """What stands after a name on its line."""
    end = text.find("\n", each.text)
    return text[each.text : end if end >= 0 else len(text)]


def _come_again(han: list[Start], text: str) -> bool:
    """Whether most of the words in a name's place come more than once."""
    times = Counter(each.label.name for each in han)
    again = [name for name, number in times.items() if number >= _TWICE]
    total = sum(times[name] for name in again)
    enough = max(_FEWEST, 0.2 * _lines(text))
    return len(again) >= _TWICE and total >= enough and total > _HALF * len(han)


_LOOSE: dict[str, tuple[Callable[[list[Start], str], list[Start]], str]] = {
    "u": (_in_capitals, ""),
    "h": (_in_han, ""),
    "v": (_in_columns, "g"),
    "w": (_after_times, "gt"),
}
"""How words of each loose shape, by its letter, are told from speech; the dress beside them."""

FORM = LineForm(NAME, ("gap", "log", "capitals", "han", "column", "clock"), 0.75, sift=_sift)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
