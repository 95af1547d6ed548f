"""Sentences with their offsets.

The boundaries are those of nupunkt (Punkt statistics, deterministic, no download); a
blank line always ends a sentence, which Punkt alone does not know.
"""

import re

_PARAGRAPH = re.compile(r"\S(?:.(?!\n[ \t\r]*\n))*.?", re.DOTALL)


def spans(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as (start, end), white space at the edges left out."""
    found = []
    for paragraph in _PARAGRAPH.finditer(text):
        base, words = paragraph.start(), paragraph.group()
        for start, end in _boundaries(words):
            piece = words[start:end]
            if piece.strip():
                lead = len(piece) - len(piece.lstrip())
                found.append((base + start + lead, base + start + len(piece.rstrip())))
    return found


def _boundaries(paragraph: str) -> list[tuple[int, int]]:
    from nupunkt import sent_spans  # noqa: PLC0415 - 50 ms that only callers of spans() pay

    return sent_spans(paragraph)
