"""Which fields of a list's objects hold the speaker and the text, told by how they are used."""

from collections.abc import Sequence

from quizgen.transcripts.fields import TIME, seconds
from quizgen.transcripts.json_places import Text, Value

_FEWEST = 3
_NEARLY_ALL = 0.9
_LONGEST_NAME = 40
_SHORTEST_TEXT = 12  # characters, on the average


def named_alike(pieces: Sequence[dict[str, Value]]) -> list[dict[str, Value]]:
    """The objects with ``speaker`` and ``text`` beside their own fields; none if nobody can tell.

    The text is the longest field; the speaker a short one whose few values come again.
    """
    columns = {name: words for name in _names(pieces) if (words := _words(pieces, name))}
    text = max(columns, key=lambda name: sum(map(len, columns[name])), default=None)
    if text is None or sum(map(len, columns[text])) < _SHORTEST_TEXT * len(pieces):
        return []
    who = next((name for name in columns if name != text and _are_names(columns[name])), None)
    if who is None:
        return []
    return [{**piece, "speaker": piece.get(who), "text": piece.get(text)} for piece in pieces]


def _names(pieces: Sequence[dict[str, Value]]) -> list[str]:
    found = dict.fromkeys(name for piece in pieces for name in piece)
    return [name for name in found if name not in TIME]


def _words(pieces: Sequence[dict[str, Value]], name: str) -> list[str]:
    """The strings of a field that nearly every object has; none for other fields."""
    values = [piece.get(name) for piece in pieces]
    found = [value.value for value in values if isinstance(value, Text) and not value.bare]
    return found if len(found) >= max(_FEWEST, _NEARLY_ALL * len(pieces)) else []


def _are_names(words: Sequence[str]) -> bool:
    few = 1 < len(set(words)) <= max(len(words) // 2, 2)
    short = all(0 < len(word) <= _LONGEST_NAME and seconds(word) is None for word in words)
    return few and short and all(any(sign.isalpha() for sign in word) for word in words)
