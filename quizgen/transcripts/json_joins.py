"""What a JSON file says of one thing in two places: the names behind ids, speakers by the clock.

{"speakers": [{"id": "s1", "name": "Ada Byron"}], "turns": [{"speaker": "s1", "text": "Hello."}]}
{"words": [{"word": "Hello", "start": 0.2}], "speakers": [{"speaker": 0, "start": 0.0}]}
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from quizgen.transcripts.field_use import Roles, as_seconds, is_name, label_at, value_at
from quizgen.transcripts.fields import plain
from quizgen.transcripts.json_records import values
from quizgen.transcripts.json_speech import Spoken
from quizgen.transcripts.labels import is_floor

_NAMES = ("fullname", "name", "displayname", "realname", "speakername", "label", "username", "full")
_MOSTLY = 0.5
_A_MOMENT = 0.02  # seconds by which a word may seem to begin before its speaker does


def behind(root: Any, ids: Collection[str]) -> dict[str, str]:
    """The names that a table in the file gives for ids; none where most are no ids, or unknown."""
    if sum(1 for each in ids if is_name(each) and not is_floor(each)) > _MOSTLY * len(ids):
        return {}
    for value in values(root):
        found = dict(_listed(value, ids) if isinstance(value, list) else _mapped(value, ids))
        if len(found) >= max(1, _MOSTLY * len(ids)) and len(set(found.values())) == len(found):
            return found
    return {}


def _mapped(value: Any, ids: Collection[str]) -> Iterator[tuple[str, str]]:
    """``{"s1": "Ada Byron"}`` and ``{"s1": {"name": "Ada Byron"}}``."""
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        if key in ids:
            name = inner if isinstance(inner, str) else _name(inner, key)
            if name and is_name(name):
                yield key, name.strip()


def _listed(value: Sequence[Any], ids: Collection[str]) -> Iterator[tuple[str, str]]:
    """``[{"id": "s1", "name": "Ada Byron"}]``, where each id comes once."""
    told = set()
    for each in value:
        if not isinstance(each, dict):
            return
        mark = next((label for key in each if (label := label_at(each, (key,))) in ids), None)
        name = _name(each, mark) if mark is not None else None
        if mark in told:
            return
        if mark is not None and name is not None:
            told.add(mark)
            yield mark, name


def _name(inner: Any, mark: str | None) -> str | None:
    """The name that an object states, apart from its mark."""
    if not isinstance(inner, dict):
        return None
    folded = {plain(key): said for key, said in inner.items() if isinstance(said, str)}
    names = [folded[key].strip() for key in _NAMES if key in folded]
    first, last = folded.get("firstname", ""), folded.get("lastname", "")
    names.append(f"{first} {last}".strip())
    return next((name for name in names if name and name != mark and is_name(name)), None)


def by_time(found: Sequence[Spoken]) -> Spoken | None:
    """Words without speakers, with those that another list has for their times."""
    words = [each for each in map(_with_words, found) if each.roles.text and each.roles.time]
    spans = [each for each in found if each.roles.speaker and each.roles.time]
    spans = [each for each in spans if not each.roles.text]
    if not words or not spans:
        return None
    said = max(words, key=lambda each: sum(len(w) for ws in each.texts for w in ws))
    clock = sorted(pair for each in spans for pair in _starts(each))
    if not clock:
        return None
    starts = [time for time, _ in clock]
    labels: list[str | None] = []
    for piece in said.records.objects:
        time = as_seconds(value_at(piece, said.roles.time or ()))
        if time is None:  # a mark of punctuation is its word's
            labels.append(labels[-1] if labels else None)
        else:
            labels.append(clock[max(bisect_right(starts, time + _A_MOMENT) - 1, 0)][1])
    return said._replace(labels=labels)


def _with_words(each: Spoken) -> Spoken:
    """Rows of a word and its times, whose fields have no names, as objects that have."""
    rows = each.records.objects
    if each.roles.text or not each.records.rows or not rows:
        return each
    text = [key for key in rows[0] if all(isinstance(row[key], str) for row in rows)]
    time = [key for key in rows[0] if all(isinstance(row[key], float | int) for row in rows)]
    if len(text) != 1 or not time:
        return each
    use = Roles(None, (text[0],), (time[0],))
    return each._replace(roles=use, texts=[[row[text[0]]] for row in rows])


def _starts(spans: Spoken) -> Iterator[tuple[float, str]]:
    for piece, label in zip(spans.records.objects, spans.labels, strict=True):
        time = as_seconds(value_at(piece, spans.roles.time or ()))
        if time is not None and label is not None:
            yield time, label
