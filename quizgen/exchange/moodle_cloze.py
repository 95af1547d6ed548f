"""The blanks of a Moodle cloze: ``{1:SHORTANSWER:=answer~=another}`` within its HTML."""

import re
from html import unescape

from quizgen.exchange.reading import UnreadableError, limited

BLANK = re.compile(r"\{(\d*):([A-Z_]+):((?:\\.|[^{}\\])*)\}", re.DOTALL)
_ANSWER = re.compile(r"((?:\\.|[^~\\])+)", re.DOTALL)
_TYPED = {"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC", "NUMERICAL", "NM"}


def variants(found: re.Match[str], notes: list[str]) -> tuple[str, ...]:
    """The full answers of one blank; what is chosen from a list in Moodle is typed here."""
    if found[2] not in _TYPED:
        notes.append("a choice within the text becomes a blank to fill in")
    right = []
    for answer in limited(_ANSWER.findall(found[3])):
        text = re.sub(r"^(=|%100(?:\.0*)?%)", "", answer)
        if text == answer:
            continue
        text = re.split(r"(?<![\\&])#(?!\d+;)", text)[0]
        text = re.sub(r"\\([}~#/\"\\])", r"\1", unescape(text)).replace("\\*", "*").strip()
        right.append(re.sub(r":[\d.]+$", "", text) if found[2] in {"NUMERICAL", "NM"} else text)
    if not any(right):
        raise UnreadableError("one of its blanks has no right answer")
    return tuple(dict.fromkeys(text for text in right if text))
