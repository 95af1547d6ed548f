"""What was typed beside what was wanted: the difference, for showing."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters: in both texts, only typed (``extra``), or only wanted (``missing``)."""

    text: str
    kind: Literal["same", "extra", "missing"]


def difference(typed: str, expected: str) -> tuple[Piece, ...]:
    """The pieces of both texts in order; case alone is no difference.

    ``same`` pieces are spelt as expected: without the ``extra`` ones, the pieces read as the
    right answer.
    """
    if len(typed) != len(typed.lower()) or len(expected) != len(expected.lower()):
        lowered = (typed, expected)  # a rare letter changes its length: compare as written
    else:
        lowered = (typed.lower(), expected.lower())
    pieces: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, *lowered, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(expected[k:m], "same"))
            continue
        if j > i:
            pieces.append(Piece(typed[i:j], "extra"))
        if m > k:
            pieces.append(Piece(expected[k:m], "missing"))
    return tuple(pieces)
