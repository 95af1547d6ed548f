"""The results of a transcription service that lists words and speakers apart."""

from collections.abc import Iterator
from typing import NamedTuple

from quizgen.transcripts.fields import seconds
from quizgen.transcripts.json_places import Text, Value


class Word(NamedTuple):
    """A word as it was recognised; a mark of punctuation ``joins`` the word before it."""

    text: Text
    speaker: str
    time: float | None
    joins: bool


def recognised(root: Value) -> list[Word]:
    """The words under ``results.items``, with the speakers of ``results.speaker_labels``."""
    results = root.get("results") if isinstance(root, dict) else None
    if not isinstance(results, dict) or not isinstance(results.get("items"), list):
        return []
    who = dict(_speakers(results.get("speaker_labels")))
    found: list[Word] = []
    items = results["items"]
    for item in items if isinstance(items, list) else ():
        word = _word(item, who, found[-1].speaker if found else None)
        if word is not None:
            found.append(word)
    return found


def _word(item: Value, who: dict[str, str], before: str | None) -> Word | None:
    choices = item.get("alternatives") if isinstance(item, dict) else None
    first = choices[0] if isinstance(choices, list) and choices else None
    content = first.get("content") if isinstance(first, dict) else None
    if not isinstance(item, dict) or not isinstance(content, Text):
        return None
    start = _text(item.get("start_time"))
    speaker = _text(item.get("speaker_label")) or who.get(start or "") or before
    mark = _text(item.get("type")) == "punctuation"
    time = seconds(start) if start else None
    return Word(content, speaker, time, joins=mark) if speaker else None


def _speakers(labels: Value) -> Iterator[tuple[str, str]]:
    segments = labels.get("segments") if isinstance(labels, dict) else None
    for segment in segments if isinstance(segments, list) else ():
        if not isinstance(segment, dict):
            continue
        speaker = _text(segment.get("speaker_label"))
        items = segment.get("items")
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict):
                own, start = (
                    _text(item.get("speaker_label")) or speaker,
                    _text(item.get("start_time")),
                )
                if own and start:
                    yield start, own


def _text(value: Value) -> str | None:
    return value.value if isinstance(value, Text) else None
