"""Learning from a text itself how its labels are dressed: no shape is known beforehand.

★Anna★ where is the key?
★Tom★ behind the door

The lines of a conversation begin alike but for a name: the same signs, blanks and words stand
before it and after it. Whatever begins lines so is a dress; it is that of labels, if what it
clothes is used as names are in a conversation (``recurring``).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.transcripts.labels import clean, never_speaks
from quizgen.transcripts.linestarts import LineStarts
from quizgen.transcripts.recurring import take_turns
from quizgen.transcripts.starts import Start

_WORD = r"(?:[^\W\d_](?:\w|['’.-](?=\w))*\.?|[―─━]{2})"
_TOKENS = re.compile(rf"(?P<number>\d+)|(?P<word>{_WORD})|.")
_DIGITS = re.compile(r"\d+")
_NUMBER = "0"
_END = "\n"
_BLANKS = r"[ \t\xa0\u3000]"
_LOOKED_AT = 90  # characters of a line
_LONGEST_LINE = 60  # characters of a line that holds nothing but a label
_MOST_WORDS = 4
_FEWEST = 4
_WORDS_BEFORE = 2
_IN_TIMES = ([":"], ["."], ["/"], ["-"])
_NOT_BEHIND = tuple(",.;?!'’\"”»)")  # signs of sentences
_KNOWN = frozenset({(":", ""), (".", ""), ("：", "")})  # dresses that have a form of their own


class Dress(NamedTuple):
    """What stands before and behind a label, numbers as ``0``; a line may end behind it."""

    before: str
    behind: str

    def pattern(self) -> LineStarts:
        """How lines in this dress begin."""
        last = self.behind.endswith(_END)
        behind = _spelled(self.behind.removesuffix(_END))
        after = rf"{_BLANKS}*(?=[\r\n]|\Z)" if last else rf"{_BLANKS}*(?=\S)"
        return LineStarts(
            rf"(?P<lead>{_BLANKS}*+{_spelled(self.before)})"
            rf"(?P<label>{_WORD}(?: (?:{_WORD}|\d+)){{0,3}}?(?: \([^()\r\n]{{1,40}}\))?)"
            rf"{behind}(?P<after>{after})"
        )


def learnt(text: str) -> list[LineStarts]:
    """The dresses of the labels of a text, the one that says most first; none in other texts."""
    worn: dict[Dress, list[Start]] = defaultdict(list)
    at = 0
    for line in text.split("\n"):
        for dress, low, high in _dresses(line.rstrip()[:_LOOKED_AT], len(line.rstrip())):
            label, end = clean(line[low:high]), at + high + len(dress.behind.removesuffix(_END))
            worn[dress].append(Start(at, end, label, "y", at + low, at + high))
        at += len(line) + 1
    fitting = [
        (dress, found)
        for dress, found in worn.items()
        if len(found) >= _FEWEST and _names(found) and take_turns(found, text)
    ]
    if not fitting:
        return []
    fitting.sort(key=lambda each: (-len(each[1]), -len(each[0].before + each[0].behind)))
    best = fitting[0]
    names = {each.label.key for each in best[1]}
    alike = [
        dress
        for dress, found in worn.items()
        if dress != best[0]
        and dress.before == best[0].before
        and _strange(dress)
        and names.issuperset(each.label.key for each in found)
    ]
    return [best[0].pattern(), *(dress.pattern() for dress in alike)]


def _names(found: Sequence[Start]) -> bool:
    """Whether names could stand in a dress: none of the words there belongs to sentences."""
    keys = {each.label.key for each in found}
    never = sum(1 for key in keys if never_speaks(key))
    return all(keys) and never * 4 <= len(keys)


def _dresses(line: str, length: int) -> Iterator[tuple[Dress, int, int]]:
    """The dresses that a line may have, and where the label would stand in each."""
    tokens = list(_TOKENS.finditer(line))
    words = [number for number, token in enumerate(tokens) if token["word"]]
    for first in words[: _WORDS_BEFORE + 1]:
        before = _abstract(line[: tokens[first].start()]).lstrip()
        ends = [first]
        while _goes_on(tokens, ends[-1] + 1):
            ends.append(ends[-1] + 2)
        last = ends[-1]
        low = tokens[first].start()
        if len(ends) <= _MOST_WORDS:
            following = next((t.start() for t in tokens[last + 1 :] if t["word"]), None)
            whole = following is None and length <= _LOOKED_AT
            for end in ends:  # the words behind a name may be of the dress: “Ada asks:”
                high = tokens[end].end()
                rest = _abstract(line[high : length if following is None else following])
                dress = Dress(before, rest + (_END if whole else ""))
                if _strange(dress):
                    yield dress, low, high
        if length <= _LONGEST_LINE:
            for end in ends[: _MOST_WORDS - 1]:
                high = tokens[end].end()
                if any(token["word"] for token in tokens[end + 1 :]):
                    yield Dress(before, _abstract(line[high:]) + _END), low, high


def _goes_on(tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a blank and one more word of a name follow, or a number that is no time."""
    parts = [token.group() for token in tokens[at : at + 4]]
    if len(parts) < len(" a") or parts[0] != " ":
        return False
    if tokens[at + 1]["word"]:
        return True
    return parts[1].isdigit() and not (parts[2:3] in _IN_TIMES and parts[3:4] != [" "])


def _strange(dress: Dress) -> bool:
    """Whether a dress is one: more than a blank, and no sign of sentences behind the label."""
    behind = dress.behind.strip()
    closed = dress.behind[:1] == ")" and "(" in dress.before
    if dress.behind.startswith(_NOT_BEHIND) and not (closed or dress.behind.endswith(_END)):
        return False
    if (behind, dress.before.strip()) in _KNOWN:
        return False
    return bool(behind or dress.before.strip()) or "  " in dress.behind


def _abstract(part: str) -> str:
    """A part of a line with all numbers alike."""
    return _DIGITS.sub(_NUMBER, part.replace("\xa0", " "))


def _spelled(part: str) -> str:
    """The pattern for a part of a dress."""
    pieces = re.split(r"(0| +)", part)
    return "".join(
        r"\d+" if piece == _NUMBER else rf"{_BLANKS}+" if piece.isspace() else re.escape(piece)
        for piece in pieces
        if piece
    )
