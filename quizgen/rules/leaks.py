"""Words that give a speaker away: a name in the quote, even one that is spelt a little wrong."""

from collections.abc import Iterable

from quizgen.language.words import WORD

_SLIPS = 2
_SURE = 5  # letters of a name in which slips still leave it recognisable


def names_a_speaker(text: str, names: Iterable[str]) -> bool:
    """Whether a text holds the family name of one of ``names``, or nearly a part of one."""
    folded = text.casefold()
    names = tuple(names)
    if any(name.split()[-1].casefold() in folded for name in names):
        return True
    parts = {part.casefold() for name in names for part in name.split() if len(part) >= _SURE}
    said = {word.casefold() for word in WORD.findall(text) if word[0].isupper()}
    return any(_nearly(word, part) for word in said for part in parts)


def _nearly(word: str, part: str) -> bool:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - only generating needs it

    if abs(len(word) - len(part)) > _SLIPS or word[0] != part[0]:
        return False
    allowed = _SLIPS if len(part) > _SURE else 1
    return Levenshtein.distance(word, part, score_cutoff=allowed) <= allowed
