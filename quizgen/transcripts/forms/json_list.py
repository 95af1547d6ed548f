"""JSON: a list of pieces of speech, each with its speaker and its text; or one object a line.

{"title": "A talk", "segments": [
  {"speaker": "Ada Byron", "start": 0.0, "text": "Hello."},
  {"speaker": "Ada Byron", "start": 2.5, "text": "Welcome."},
  {"speaker": "SPEAKER_01", "start": 4.0, "text": "Thank you."}]}

The list may lie anywhere in the file, and its fields are told by what they hold. Names may
stand apart from ids, and speakers apart from words, joined by time. Pieces with a time that
follow each other under one name are one turn. Objects of other kinds (sections, motions)
that stand between are headings, nobody's speech.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from quizgen.model.transcript import Transcript
from quizgen.transcripts.attributed import Speech
from quizgen.transcripts.best import best
from quizgen.transcripts.field_use import (
    EACH,
    are_dates,
    are_messages,
    as_seconds,
    keys_at,
    value_at,
)
from quizgen.transcripts.fields import HEADING, TITLE, plain, rank
from quizgen.transcripts.json_joins import behind, by_time
from quizgen.transcripts.json_places import Places, load
from quizgen.transcripts.json_records import longest, records, shaped, strings
from quizgen.transcripts.json_speech import Spoken, spoken, transcript_of
from quizgen.transcripts.view import Builder, View

NAME = "json"
_LOOKS = re.compile(r"\ufeff?\s*[\[{]\s*(?:[\[{\"]|\Z)")
_FEWEST = 0.5
_LONG = 200
_LONGEST_HEADING = 200
_RUNS_ON = 0.3
_CLOSES = frozenset(".,?!;:…)]}»”%।。，、？！：；")
_ENDS = frozenset(".?!…。！？—-\"”’')]")
_BLANKS = frozenset(" \n")
_UNSPACED = "\u2e80"  # scripts from here on put no blanks between words
_IN_A_SECOND = 15  # characters that people say, about


def score(text: str) -> float:
    """How sure the form is of the text: it begins as JSON does."""
    if not _LOOKS.match(text) or '"' not in text[:2000]:
        return 0.0
    listed = text.lstrip("\ufeff \t\r\n").startswith("[")
    return 1.0 if re.search(r'"\s*[:,]' if listed else r'"\s*:', text[:5000]) else 0.0


def read(text: str, path: str) -> Transcript:
    """Read the list in the file that holds most speech; no turns where there is none."""
    root = load(text)
    top = root[0] if isinstance(root, list) and len(root) == 1 else root
    title = _stated(top) if isinstance(top, dict) else None
    lists = [spoken(each) for each in records(root)]
    found = transcript_of(lists) or by_time(lists)
    if found is None:
        lists += [spoken(each) for each in shaped(root)]
        found = transcript_of(lists) or by_time(lists)
    if found is not None:
        told = {label for label in found.labels if label is not None}
        return _Reading(text, found, behind(root, told)).run().finish(path, NAME, title=title)
    lines = strings(root) or max((_lines(each) for each in lists), key=len, default=[])
    whole = longest(root)
    lines = lines or ([whole] if len(whole) > _LONG else [])
    if lines:
        return best(_joined(lines, text), path, NAME, title=title)
    return Speech(text).finish(path, NAME, title=title)


def _lines(each: Spoken) -> list[str]:
    """The words of a list without speakers, as lines that may name them."""
    return [word for words in each.texts for word in words]


def _joined(lines: list[str], text: str) -> View:
    """Strings of the file as one text, a line each."""
    builder, places, at = Builder(text), Places(text), 0
    for line in lines:
        place = places.find(line, None, at) or places.find(line, None, 0)
        if place is None:
            continue
        if builder.length:
            builder.join("\n", place[0])
        places.add(builder, place)
        at = place[2]
    return builder.view()


@dataclass(slots=True)
class _Reading:
    """Puts the turns of a list together."""

    text: str
    found: Spoken
    names: dict[str, str]
    places: Places = field(init=False)
    speech: Speech = field(init=False)
    at: int = 0
    label_at: int = 0
    silent: frozenset[str] = frozenset()
    kind: str | None = None
    unit: float = 1.0
    keys: list[str | None] | None = None  # of the words, where every object has the same

    def __post_init__(self) -> None:
        self.places = Places(self.text)
        found, use = self.found, self.found.roles
        objects = found.records.objects
        if use.time is not None and are_dates(objects, use.time):
            self.found = found._replace(roles=use._replace(time=None))
        timed = self.found.roles.time is not None and not are_messages(use)
        self.speech = Speech(self.text, merge=timed or (use.time is not None and _runs_on(found)))
        self.unit = _unit(self.found)
        self.kind, self.silent = _silent_kinds(found)
        if use.text and EACH not in use.text and not found.records.rows:
            self.keys = keys_at(None, use.text)
        if found.records.name is not None:
            self.at = self.places.key(found.records.name, 0)

    def run(self) -> Speech:
        """All turns, one after the other."""
        found, use = self.found, self.found.roles
        several = len([title for title in found.records.groups.values() if title]) > 1
        label_key = None if found.records.rows or not use.speaker else use.speaker[-1]
        for number, piece in enumerate(found.records.objects):
            if several and number in found.records.groups:
                self.speech.heading = found.records.groups[number]
            label, words = found.labels[number], found.texts[number]
            if label is None and self._is_aside(piece, words):
                continue
            if words:
                self._say(piece, label, words, label_key)
        return self.speech

    def _is_aside(self, piece: Any, words: list[str]) -> bool:
        """Whether nobody says an object: it is of a kind that never speaks, or a heading."""
        if not isinstance(piece, dict) or (words and not _is_worded(words)):
            return False
        kind = piece.get(self.kind) if self.kind else None
        heading = next(
            (v for k, v in piece.items() if rank(k, HEADING) and isinstance(v, str) and v.strip()),
            None,
        )
        if kind not in self.silent and (words or heading is None):
            return False
        title = " ".join((heading or " ".join(words)).split())
        if title and len(title) <= _LONGEST_HEADING and (heading or title[-1] not in _ENDS):
            self.speech.heading = title
        return True

    def _say(self, piece: Any, label: str | None, words: list[str], key: str | None) -> None:
        speech, begin = self.speech, self.at
        keys = self.keys or self._keys(piece)
        marks = speech.merge and not _is_worded(words)
        if label is not None and not (marks and speech.starts):
            begin = self._label(label, key, (words[0], keys[0]))
        elif not speech.starts:
            return
        use = self.found.roles
        time = as_seconds(value_at(piece, use.time)) if use.time is not None else None
        if time is not None and self.unit != 1:
            time = round(time * self.unit, 3)
        for said, name in zip(words, keys, strict=True):
            if said:
                self._add(said, name, time)
        self.at = max(self.at, begin)

    def _label(self, label: str, key: str | None, first: tuple[str, str | None]) -> int:
        """Begin a turn; returns where to look for what comes after it.

        A label that stands elsewhere has the place of the ``first`` words and their key.
        """
        records = self.found.records
        at = self.label_at if records.columns else self.at
        if records.keyed:
            start = self.places.key(label, at) + 1
            self.speech.turn(label, start, start + len(label))
            return start
        if self.found.roles.speaker is None:
            place = self.places.find(*first, at)
            start = place[0] if place else at
            self.speech.turn(_printed(label), start, start)
            return at
        low, high, after = self.places.find(label, key, at) or (at, at, at)
        self.speech.turn(_printed(label), low, high, self.names.get(label))
        self.label_at = after
        return self.at if records.columns else after

    def _keys(self, piece: Any) -> list[str | None]:
        """The names of the fields in which an object's words stand."""
        records, use = self.found.records, self.found.roles
        if records.keyed:
            return [str(next(iter(piece)))]
        keys = keys_at(piece, use.text or ())
        return [None] * len(keys) if records.rows else keys

    def _add(self, said: str, key: str | None, time: float | None) -> None:
        place = self.places.find(said, key, self.at)
        if place is None:
            return
        last, first = self.speech.builder.last, said[0]
        wide = last >= _UNSPACED and first >= _UNSPACED
        if last not in _BLANKS and first not in _CLOSES and not first.isspace() and not wide:
            self.speech.join(" ")
        self.places.add(self.speech.builder, place, time)
        self.at = place[2]


def _printed(label: str) -> str:
    """A label as people know it: programs give speakers plain numbers."""
    return f"Speaker {label}" if label.lstrip("-").isdigit() else label


def _is_worded(words: list[str]) -> bool:
    """Whether there are words, not only marks of punctuation."""
    return words[0][:1].isalnum() or any(sign.isalnum() for word in words for sign in word)


def _runs_on(found: Spoken) -> bool:
    """Whether one speaker's sentences run on over pieces, as where they are cut by the clock."""
    said = [
        (label, words[-1].rstrip())
        for label, words in zip(found.labels, found.texts, strict=True)
        if words
    ]
    same = [one for (who, one), (other, _) in pairwise(said) if who == other]
    return sum(1 for words in same if words[-1:] not in _ENDS) > _RUNS_ON * len(same)


def _unit(found: Spoken) -> float:
    """What a number of the time's field is in seconds: most are seconds, some thousandths."""
    use = found.roles.time
    if use is None:
        return 1.0
    name = plain(use[-1])
    if "tick" in name:
        return 1e-7
    if name.endswith(("ms", "millis", "milliseconds")):
        return 1e-3
    values = [value_at(piece, use) for piece in found.records.objects]
    whole = [value for value in values if isinstance(value, int)]
    fast = len(whole) == len(values) and max(whole, default=0) > _IN_A_SECOND * found.size
    return 1e-3 if fast else 1.0


def _silent_kinds(found: Spoken) -> tuple[str | None, frozenset[str]]:
    """The field that tells kinds of objects apart, and the kinds that never have a speaker."""
    mute = [
        piece
        for piece, label in zip(found.records.objects, found.labels, strict=True)
        if label is None and isinstance(piece, dict)
    ]
    for name in dict.fromkeys(key for piece in mute for key in piece):
        if not plain(name).endswith(("type", "kind", "class", "category", "tag")):
            continue
        kinds = {kind for piece in mute if isinstance(kind := piece.get(name), str)}
        speak = {
            piece.get(name)
            for piece, label in zip(found.records.objects, found.labels, strict=True)
            if label is not None and isinstance(piece, dict) and isinstance(piece.get(name), str)
        }
        if kinds - speak:
            return name, frozenset(kinds - speak)
    return None, frozenset()


def _stated(root: dict[str, Any]) -> str | None:
    for name in TITLE:
        value = root.get(name)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return None
