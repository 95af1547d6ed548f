"""Sentences with their offsets.

The boundaries of English are those of nupunkt (Punkt statistics, deterministic, no
download), those of other languages follow from a few rules; a blank line always ends a
sentence, which Punkt alone does not know.
"""

import re

from quizgen.language.splitting import boundaries

_PARAGRAPH = re.compile(r"\S(?:.(?!\n[ \t\r]*\n))*.?", re.DOTALL)


def spans(text: str, language: str = "en") -> list[tuple[int, int]]:
    """The sentences of ``text`` as (start, end), white space at the edges left out."""
    found = []
    for paragraph in _PARAGRAPH.finditer(text):
        base, words = paragraph.start(), paragraph.group()
        for start, end in _boundaries(words, language):
            piece = words[start:end]
            if piece.strip():
                lead = len(piece) - len(piece.lstrip())
                found.append((base + start + lead, base + start + len(piece.rstrip())))
    return found


def _boundaries(paragraph: str, language: str) -> list[tuple[int, int]]:
    if language != "en":
        return boundaries(paragraph, language)
    from nupunkt import sent_spans  # noqa: PLC0415 - 50 ms that only callers of spans() pay

    return sent_spans(paragraph)
