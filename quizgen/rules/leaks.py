"""Words that give a speaker away: a name in the quote, even one that is spelt a little wrong."""

import re
from collections.abc import Iterable

from quizgen.language.words import STOP, WORD

_SLIPS = 2
_SHORTEST = 3  # letters of a name's part
_SURE = 5  # letters of a name in which slips still leave it recognisable


def names_a_speaker(text: str, names: Iterable[str]) -> bool:
    """Whether a text holds the family name of one of ``names``, or nearly a part of one."""
    names = tuple(names)
    words = [re.sub(r"[’']s?$", "", word) for word in WORD.findall(text)]
    said = {word.casefold() for word in words}
    if any(_family_name(name) in said for name in names):
        return True
    parts = {
        part
        for name in names
        for part in name.casefold().split()
        if len(part) >= _SHORTEST and part not in STOP
    }
    capitalised = {word.casefold() for word in words if word[:1].isupper()}
    long = [part for part in parts if len(part) >= _SURE]
    return bool(capitalised & parts) or any(
        _nearly(word, part) for word in capitalised for part in long
    )


def _family_name(name: str) -> str:
    """The last part of a name that is more than an initial or a number."""
    parts = [part for part in name.casefold().split() if len(part) > 1 and not part.isdigit()]
    return (parts or [name.casefold()])[-1]


def _nearly(word: str, part: str) -> bool:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - only generating needs it

    if abs(len(word) - len(part)) > _SLIPS or word[0] != part[0]:
        return False
    allowed = _SLIPS if len(part) > _SURE else 1
    return Levenshtein.distance(word, part, score_cutoff=allowed) <= allowed
