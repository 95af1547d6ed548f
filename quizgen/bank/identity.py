"""Ids: born once from where an item comes from, then stored and never recomputed."""

import hashlib
import re
import unicodedata
from collections.abc import Set as AbstractSet

ALPHABET = "bcdfghjkmnpqrstvwxz23456789"
"""No vowels and no look-alikes: an id is never a word, a number or ``no``."""

LENGTH = 8
_LETTERS = "".join(sign for sign in ALPHABET if sign.isalpha())


def new_id(family: str, origin: str, taken: AbstractSet[str]) -> str:
    """Make an id for an item of the rule ``family`` about the words ``origin``.

    The same arguments give the same id on any machine. Case, punctuation and spacing of
    ``origin`` do not matter; ``taken`` ids are avoided by counting up.
    """
    words = normalised(origin)
    ordinal = 0
    while (candidate := _spell(f"{family}\n{words}\n{ordinal}")) in taken:
        ordinal += 1
    return candidate


def normalised(words: str) -> str:
    """Bring words to the form in which ids and source fingerprints compare them.

    Compatibility forms and case are folded, everything but letters and digits is a blank.
    """
    folded = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(re.findall(r"[^\W_]+", folded))


def _spell(seed: str) -> str:
    number = int.from_bytes(hashlib.blake2b(seed.encode(), digest_size=8).digest(), "big")
    number, first = divmod(number, len(_LETTERS))
    signs = [_LETTERS[first]]
    for _ in range(LENGTH - 1):
        number, sign = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return "".join(signs)
