"""What a transcript marks that is not speech: ``(Laughter.)``, ``[applause]``, ``(inaudible)``."""

import re
from collections.abc import Iterator

from quizgen.model.transcript import Note

_KINDS = (
    ("laughter", r"laugh(?:s|ter|ing)?\b.*|смех|lachen|rires?|heiterkeit.*"),
    ("applause", r"applause\b.*|аплодисменты|beifall.*|applaudissements.*"),
    (
        "inaudible",
        r"(?:in|un)audible.*|unintelligible.*|indiscernible.*|неразборчиво|without microphone",
    ),
    ("crosstalk", r"cross-?talk.*|overlapping.*|voice overlap.*|simultaneous.*"),
    ("music", r"music\b.*|♪.*|theme (?:song|music).*"),
    ("clip", r"(?:begin|end) (?:video|audio).*|video (?:clip|tape).*|audio clip.*"),
    ("pause", r"pause|silence|recess|break"),
    (
        "direction",
        (
            r"(?:in|through|via) (?:an? )?(?:interpreter|russian|english|french|german|translation)"
            r"|(?:off|on) (?:mic|microphone|camera)|retranslated.*|addressing .*|to \w+.*"
        ),
    ),
)
_BRACKETED = re.compile(r"\(([^()]{2,60})\)|\[([^\[\]]{2,60})\]")


def notes(text: str, base: int) -> Iterator[Note]:
    """The notes inside ``text``; ``base`` is the offset of the text in its file."""
    for match in _BRACKETED.finditer(text):
        said = (match[1] or match[2]).strip(" .!").casefold()
        for kind, pattern in _KINDS:
            if re.fullmatch(pattern, said):
                yield Note(kind, match.group(), base + match.start(), base + match.end())
                break
