"""Two texts that a person would call the same: how typed answers are compared.

The steps are those that learners expect of a fair teacher: compatibility forms (NFKC),
no case, no punctuation, one blank between words, and accents only where both sides bother
to write them. The typo budget is H5P's: none up to 3 letters, one up to 9, two beyond.
"""

import re
import unicodedata
from collections.abc import Iterable

_NOT_A_WORD = re.compile(r"[^\w\s]|_")
_DROPPED = re.compile(r"['’‘`´\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ue000\ufeff]")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,](?=\d)")
_DIGITS = re.compile(r"\d+")
_SHORT, _MIDDLE = 3, 9
_POINT = "\ue000"  # a private character stands for a decimal point while punctuation goes


def fold(text: str) -> str:
    """``text`` without case, punctuation and extra blanks; numbers keep their points."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _BETWEEN_DIGITS.sub(_POINT, _DROPPED.sub("", text))
    text = _NOT_A_WORD.sub(lambda found: found[0] if found[0] == _POINT else _blank(found[0]), text)
    return " ".join(text.replace(_POINT, ".").split())


def plain(folded: str) -> str:
    """A folded text without accents."""
    decomposed = unicodedata.normalize("NFD", folded)
    return unicodedata.normalize(
        "NFC", "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    )


def same(left: str, right: str) -> bool:
    """Whether two texts differ in nothing but case, punctuation, blanks and accents."""
    left, right = fold(left), fold(right)
    return bool(left) and (left == right or plain(left) == plain(right))


def budget(text: str) -> int:
    """How many slips are forgiven in an answer of the length of ``text``."""
    letters = sum(c.isalpha() for c in text)
    return 0 if letters <= _SHORT else 1 if letters <= _MIDDLE else 2


def misspelt(typed: str, key: str, others: Iterable[str] = (), *, typos: int | None = None) -> bool:
    """Whether ``typed`` is ``key`` but for a slip of the fingers.

    ``typos`` overrides the budget. A digit is never a slip, and what equals one of
    ``others`` (another answer or option), or comes nearer to it than to the key, is no slip either.
    """
    answer, wanted = plain(fold(typed)), plain(fold(key))
    allowed = budget(wanted) if typos is None else typos
    if not answer or _DIGITS.findall(answer) != _DIGITS.findall(wanted):
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - 10 ms that only typed answers need

    distance = OSA.distance(answer, wanted, score_cutoff=allowed)
    if distance > allowed:
        return False
    return all(OSA.distance(answer, plain(fold(other))) > distance for other in others)


def _blank(character: str) -> str:
    """Marks and letters that are no word characters stay; all else becomes a blank."""
    return character if unicodedata.category(character).startswith("M") else " "
