"""Words that give a speaker away: a name in the quote, even one that is spelt a little wrong."""

import re
from collections.abc import Iterable
from functools import lru_cache

from quizgen.language.words import STOP, WORD

_FEW, _MANY = 256, 4_096  # sets of names, and sentences, that are remembered
_OWNED = re.compile(r"[’']s?$")
_SLIPS = 2
_SHORTEST = 3  # letters of a name's part
_SURE = 5  # letters of a name in which slips still leave it recognisable


def names_a_speaker(text: str, names: Iterable[str]) -> bool:
    """Whether a text holds the family name of one of ``names``, or nearly a part of one."""
    families, parts = _parts(frozenset(names))
    said, capitalised = _said(text)
    if families & said or capitalised & parts:
        return True
    long = [part for part in parts if len(part) >= _SURE]
    return any(_nearly(word, part) for word in capitalised for part in long)


@lru_cache(maxsize=_FEW)
def _parts(names: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The family names of some persons, and all parts of their names that tell them."""
    return frozenset(map(_family_name, names)), frozenset(
        part
        for name in names
        for part in name.casefold().split()
        if len(part) >= _SHORTEST and part not in STOP
    )


@lru_cache(maxsize=_MANY)
def _said(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a text without case, and those of them that are capitalised."""
    words = [_OWNED.sub("", word) for word in WORD.findall(text)]
    return (
        frozenset(word.casefold() for word in words),
        frozenset(word.casefold() for word in words if word[:1].isupper()),
    )


def _family_name(name: str) -> str:
    """The last part of a name that is more than an initial or a number."""
    parts = [part for part in name.casefold().split() if len(part) > 1 and not part.isdigit()]
    return (parts or [name.casefold()])[-1]


def _nearly(word: str, part: str) -> bool:
    if abs(len(word) - len(part)) > _SLIPS or word[0] != part[0]:
        return False
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - only generating needs it

    allowed = _SLIPS if len(part) > _SURE else 1
    return Levenshtein.distance(word, part, score_cutoff=allowed) <= allowed
