"""JSON: a list of pieces of speech, each with its speaker and its text; or one object a line.

{"title": "A talk", "segments": [
  {"speaker": "Ada Byron", "start": 0.0, "text": "Hello."},
  {"speaker": "Ada Byron", "start": 2.5, "text": "Welcome."},
  {"speaker": "SPEAKER_01", "start": 4.0, "text": "Thank you."}]}

The list may lie anywhere in the file, and the fields may have other common names. Pieces
with a time that follow each other under one name are one turn.
"""

import re
from collections.abc import Iterator

from quizgen.model.transcript import Transcript
from quizgen.transcripts.attributed import Speech
from quizgen.transcripts.best import best
from quizgen.transcripts.field_use import named_alike
from quizgen.transcripts.fields import TITLE, fields, seconds
from quizgen.transcripts.json_places import Text, Value, places
from quizgen.transcripts.json_shapes import as_objects, strings
from quizgen.transcripts.recognised import Word, recognised
from quizgen.transcripts.view import Builder, View

NAME = "json"
_LOOKS = re.compile(r"\ufeff?\s*[\[{]\s*(?:[\[{\"]|\Z)")
_FEWEST = 0.5
_HOLD = (dict, list)
_LONG = 200


def score(text: str) -> float:
    """How sure the form is of the text: it begins as JSON does."""
    if not _LOOKS.match(text) or '"' not in text[:2000]:
        return 0.0
    listed = text.lstrip("\ufeff \t\r\n").startswith("[")
    return 1.0 if re.search(r'"\s*[:,]' if listed else r'"\s*:', text[:5000]) else 0.0


def read(text: str, path: str) -> Transcript:
    """Read the list in the file that holds most speech; no turns where there is none."""
    root = places(text)
    items = recognised(root)
    if items:
        return _recognised(text, path, items)
    lists = list(_lists(root))
    pieces = max(lists, key=_weight, default=[])
    if not _weight(pieces):
        shaped = [*lists, *as_objects(root)]
        alike = [*shaped[len(lists) :], *map(named_alike, shaped)]
        pieces = max(alike, key=_weight, default=[])
    timed = sum(1 for piece in pieces if _time(piece) is not None)
    speech = Speech(text, merge=bool(pieces) and timed > _FEWEST * len(pieces))
    for piece in pieces:
        _say(speech, piece)
    title = _stated(root, TITLE) if isinstance(root, dict) else None
    if not speech.starts:
        words = _one_string(root)
        lines = strings(root) or ([words] if words else [])
        if lines:
            return best(_joined(lines, text), path, NAME, title=title)
    return speech.finish(path, NAME, title=title)


def _joined(lines: list[Text], text: str) -> View:
    """Strings of the file as one text, a line each."""
    builder = Builder(text)
    for each in lines:
        if builder.length:
            builder.join("\n", each.start)
        for part, low, high in each.pieces(text):
            builder.add(part, low, high)
    return builder.view()


def _recognised(text: str, path: str, items: list[Word]) -> Transcript:
    """The words of a recogniser, one turn for those of one speaker that follow each other."""
    speech = Speech(text, merge=True)
    for word in items:
        if word.speaker != (speech.starts[-1].label.printed if speech.starts else None):
            speech.turn(word.speaker, word.text.start, word.text.start)
        elif not word.joins:
            speech.join(" ")
        for part, low, high in word.text.pieces(text):
            speech.builder.add(part, low, high, word.time)
    return speech.finish(path, NAME)


def _one_string(root: Value) -> Text | None:
    """The string that holds a whole transcript, where there is one."""
    found: list[Text] = []
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Text):
            found.append(value)
        elif isinstance(value, dict | list):
            waiting.extend(value.values() if isinstance(value, dict) else value)
    longest = max(found, key=lambda each: len(each.value), default=None)
    return longest if longest is not None and len(longest.value) > _LONG else None


def _say(speech: Speech, piece: dict[str, Value]) -> None:
    who, said = _speaker(piece), list(_texts(piece))
    if not said:
        return
    if who is not None:
        speech.turn(who.value, who.start, who.end)
    elif not speech.starts:
        return
    else:
        speech.join(" ")
    time = _time(piece)
    for words in said:
        if speech.builder.last not in {" ", "\n"} and words.value[:1].isalnum():
            speech.join(" ")
        for part, low, high in words.pieces(speech.source):
            speech.builder.add(part, low, high, time)


def _speaker(piece: dict[str, Value]) -> Text | None:
    for name in fields(tuple(piece)).speaker:
        value = piece[name]
        if isinstance(value, dict):
            value = next(
                (value[k] for k in ("name", "displayName", "label", "id") if k in value), None
            )
        if isinstance(value, Text) and value.value.strip():
            if value.bare:
                return Text(f"Speaker {value.value}", value.start, value.end, bare=True)
            return value
    return None


def _texts(piece: dict[str, Value]) -> Iterator[Text]:
    names = fields(tuple(piece))
    for name in (*names.text, *names.others):
        value = piece[name]
        if isinstance(value, Text):
            if name in names.text and not value.bare and value.value.strip():
                yield value
                return
        elif isinstance(value, list):
            found = [part for part in value if isinstance(part, Text | dict)]
            for part in found:
                if isinstance(part, Text):
                    yield part
                else:
                    inner = next((part[k] for k in ("value", "text", "word") if k in part), None)
                    if isinstance(inner, Text):
                        yield inner
            if found:
                return


def _time(piece: dict[str, Value]) -> float | None:
    for name in fields(tuple(piece)).time:
        value = piece[name]
        if isinstance(value, Text):
            return seconds(value.value)
    return None


def _lists(node: Value) -> Iterator[list[dict[str, Value]]]:
    """Every list of objects in the file; lists that lie at the same path are one."""
    found: dict[tuple[str, ...], list[dict[str, Value]]] = {}
    waiting: list[tuple[Value, tuple[str, ...]]] = [(node, ())]
    while waiting:
        value, path = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(
                (inner, (*path, key))
                for key, inner in reversed(value.items())
                if type(inner) in _HOLD
            )
        elif isinstance(value, list):
            below = (*path, "")
            waiting.extend((inner, below) for inner in reversed(value) if type(inner) in _HOLD)
            objects = [each for each in value if isinstance(each, dict)]
            if objects and len(objects) >= _FEWEST * len(value):
                found.setdefault(path, []).extend(objects)
    yield from found.values()


def _weight(pieces: list[dict[str, Value]]) -> int:
    """How many characters of speech with a speaker a list holds."""
    total = named = 0
    for piece in pieces:
        said = sum(len(words.value) for words in _texts(piece))
        if said and _speaker(piece) is not None:
            named += 1
            total += said
    return total if named >= _FEWEST * len(pieces) else 0


def _stated(root: dict[str, Value], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = root.get(name)
        if isinstance(value, Text) and value.value.strip():
            return " ".join(value.value.split())
    return None
