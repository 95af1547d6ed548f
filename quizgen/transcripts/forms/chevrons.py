""">> NAME: TEXT IN CAPITALS. >> ANOTHER VOICE, WITH NO NAME. >> NAME: MORE.

Captions for television mark who speaks by ``>>``, in mid line too; not every voice has a
name, and each ``>>`` is another voice.
"""

import re

from quizgen.model.transcript import Transcript
from quizgen.transcripts.build import transcript
from quizgen.transcripts.furniture import cuts
from quizgen.transcripts.labels import Label, could_speak
from quizgen.transcripts.starts import Start
from quizgen.transcripts.unspoken import apart
from quizgen.transcripts.view import plain

NAME = "chevrons"
_MARK = re.compile(r">>+[ \t]*(?:(?P<label>[^\s:><][^:><\r\n]{0,60}?):(?=\s))?[ \t]*")
_FEWEST = 2
_LOOKED_AT = 3000
_QUOTING = re.compile(r"\n> ")  # letters that quote letters


def score(text: str) -> float:
    """How sure the form is of the text: marks, and names after some of them or capitals only."""
    starts = _starts(text)
    if len(starts) < _FEWEST or len(_QUOTING.findall(text)) > 1:
        return 0.0
    named = any(start.label.name != ">>" for start in starts)
    letters = [sign for sign in text[:_LOOKED_AT] if sign.isalpha()]
    capitals = sum(1 for sign in letters if sign.isupper()) > 0.7 * len(letters)
    return 1.02 if named or capitals else 0.0


def read(text: str, path: str) -> Transcript:
    """Read captions; a mark without a name is a voice that nobody knows."""
    starts = _starts(text)
    return transcript(plain(text), path, NAME, starts, apart(cuts(text), starts))


def _starts(text: str) -> list[Start]:
    found = []
    for match in _MARK.finditer(text):
        label = could_speak(match["label"]) if match["label"] else None
        if label is None:
            low, high = match.start(), match.start() + 2
            after = match.start("label") if match["label"] else match.end()
            found.append(Start(low, after, Label(">>", ">>", ">>"), "", low, high))
        else:
            found.append(Start(match.start(), match.end(), label, "", *match.span("label")))
    return found
