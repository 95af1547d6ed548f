"""In which manner a transcript was spoken: by radio, or so loosely that little can be quoted."""

import re
from collections.abc import Sequence

from quizgen.language import quoting
from quizgen.model.transcript import Transcript
from quizgen.rules.sentence import Sentence

_BY_RADIO = re.compile(r"\b(?:Roger|Copy|Over|Wilco)\b[.,!]")
_RADIO_SHARE = 0.2  # of the turns
_FEWEST_TURNS = 10
_LONG = 8  # words of a sentence that might be quoted
_FEWEST = 30
_MOST_LOOSE = 0.5  # of these sentences: beyond it few are worth a look
_MOST_SLIPS = 0.1  # with commas where nobody speaks one: then whole sentences are slips as well


def is_by_radio(transcript: Transcript) -> bool:
    """Whether the turns are calls by radio, whose words are procedure and figures."""
    calls = sum(bool(_BY_RADIO.search(turn.text)) for turn in transcript.turns)
    return len(transcript.turns) >= _FEWEST_TURNS and calls >= _RADIO_SHARE * len(transcript.turns)


def is_careless(sentences: Sequence[Sentence]) -> bool:
    """Whether most sentences are broken, and nobody has gone over the machine's captions.

    Free talk that somebody has written down is broken as often, but its whole sentences are
    whole.
    """
    long = [sentence.text for sentence in sentences if sentence.size >= _LONG]
    if len(long) < _FEWEST:
        return False
    loose = sum(not quoting.is_fluent(text) for text in long)
    slips = sum(quoting.has_stray_comma(text) for text in long)
    return loose > _MOST_LOOSE * len(long) and slips > _MOST_SLIPS * len(long)
