"""Which fields of a list's objects hold speaker, text and time, told by how they are used.

Values that come again and are short are labels; those that are long and unlike are text;
numbers that rise are times. What programs call such fields counts as well, but alone it
decides nothing: an id beside a name is no label, and an unknown name may hold one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from quizgen.transcripts.fields import SPEAKER, TEXT, TIME, is_dated, plain, rank, seconds
from quizgen.transcripts.labels import could_speak, is_floor

Path: TypeAlias = tuple[str, ...]

EACH, FIRST = "[]", "[0]"  # all elements of a list, and only the first
_GUESSES = frozenset({"alternatives", "nbest", "hypotheses"})  # of which the first is the best
_SAMPLE = 120  # objects that are looked at
_DEEPEST = 4
_MOST_PATHS = 60
_FEWEST = 0.5
_FEW = 2
_SURE = 0.97  # the rank of names that programs give to speakers alone
_LONGEST_LABEL = 70
_SHORT_TEXT = 12  # characters, on the average
_ID = re.compile(
    r"[\d.:-]+|[0-9a-f-]{16,}|\S*\d\S*[/:@]\S*|[a-z]{0,3}\d[\w-]*|[A-Z]{1,2}\d{3,}\w*|\S+[@/]\S+|https?:\S+"
)
_NO_SPEECH = re.compile(
    r"https?://\S+|data:\S+|[\w+/=.-]{40,}|\d{4}-\d\d-\d\dT\S+|[\d.,:\s%$-]+|<\w.*", re.DOTALL
)
_PLACE = re.compile(r"\S*[/@]\S*")  # a file, an address
_SENTENCE = re.compile(r"\S\s+\S|[\u2e80-\uffdc]{2}")  # words, or scripts without blanks
_KINDS = frozenset(
    "type kind class category tag element nodetype event subtype status lang language".split()
)
_ABOUT_NAMES = (
    "speaker",
    "author",
    "sprecher",
    "redner",
    "member",
    "user",
    "person",
    "orador",
    "character",
    "participant",
)
_MESSAGES = frozenset("message msg body".split())
_WRITERS = frozenset("user username from sender author nick source agent name role".split())
_NAMES = {"full": 0.6, "fullname": 0.6, "displayname": 0.5, "name": 0.5, "realname": 0.5}


class Roles(NamedTuple):
    """The paths of an object's fields that hold the speaker, the text, the time."""

    speaker: Path | None
    text: Path | None
    time: Path | None


def value_at(piece: Any, path: Path) -> Any:
    """What an object holds at a path, or None."""
    if len(path) == 1 and isinstance(piece, dict):
        return piece.get(path[0])
    for at, step in enumerate(path):
        if step == FIRST:
            piece = piece[0] if isinstance(piece, list) and piece else None
        elif step == EACH:
            return _each(piece, path[at + 1 :])
        elif isinstance(piece, dict):
            piece = piece.get(step)
        else:
            return None
    return piece


def words_at(piece: Any, path: Path) -> list[str]:
    """The strings that an object holds at a path of text."""
    value = value_at(piece, path)
    if isinstance(value, str):
        return [value] if value.strip() else []
    if not isinstance(value, list) or EACH not in path:
        return []
    return [word for word in value if isinstance(word, str)]


def keys_at(piece: Any, path: Path) -> list[str | None]:
    """For each of the words at a path the name of its own field, or None within a list."""
    own = path[-1] if path and path[-1] not in {EACH, FIRST} else None
    if EACH not in path:
        return [own]
    value = value_at(piece, path[: path.index(EACH)])
    if not isinstance(value, list):
        return [path[path.index(EACH) - 1]]
    found = [None if isinstance(part, str) else own for part in value]
    words = value_at(piece, path)
    return [key for key, word in zip(found, words, strict=True) if isinstance(word, str)]


def label_at(piece: Any, path: Path) -> str | None:
    """The label that an object holds at a path, a number as it is written."""
    value = value_at(piece, path)
    if isinstance(value, str):
        return value if value.strip() else None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _each(value: Any, path: Path) -> list[Any] | None:
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        return None
    return [part if isinstance(part, str) else value_at(part, path) for part in value]


def roles(pieces: Sequence[Any]) -> Roles:
    """Tell which fields of objects hold what; what nobody can tell is None."""
    sample = _sample(pieces)
    paths = _paths(sample)
    text = _best((_text(sample, path), path) for path in paths)
    if text is None:
        return Roles(_speaker_among(sample, paths), None, _time(sample, paths))
    spoken = [piece for piece in sample if words_at(piece, text)]
    others = [path for path in paths if path != text]
    speaker = _speaker_among(spoken, others) or _speaker_among(sample, others)
    return Roles(speaker, text, _time(spoken, others))


def _sample(pieces: Sequence[Any]) -> Sequence[Any]:
    """The first and the last objects of a list, which may differ."""
    if len(pieces) <= _SAMPLE:
        return pieces
    return [*pieces[: _SAMPLE // 2], *pieces[-_SAMPLE // 2 :]]


def _best(scored: Iterable[tuple[float, Path]]) -> Path | None:
    score, path = max(scored, key=lambda pair: pair[0], default=(0.0, ()))
    return path if score > 0 else None


def _speaker_among(sample: Sequence[Any], paths: Sequence[Path]) -> Path | None:
    return _best((_speaker(sample, path), path) for path in paths if EACH not in path)


def _paths(sample: Sequence[Any]) -> list[Path]:
    """The paths of everything that is no list or object itself, in the order of the file."""
    found: dict[Path, None] = {}
    for piece in sample:
        waiting: list[tuple[Path, Any]] = [((), piece)]
        while waiting and len(found) < _MOST_PATHS:
            path, value = waiting.pop()
            if isinstance(value, Mapping) and len(path) < _DEEPEST:
                waiting += [((*path, key), value[key]) for key in reversed(value)]
            elif isinstance(value, list) and value and EACH not in path and len(path) < _DEEPEST:
                step = FIRST if plain(path[-1]) in _GUESSES else EACH
                first = next((part for part in value if isinstance(part, dict)), value[0])
                waiting.append(((*path, step), first))
            elif isinstance(value, str | int | float) and not isinstance(value, bool):
                found[path] = None
    return list(found)


def _text(sample: Sequence[Any], path: Path) -> float:
    """How much speech a field holds; nothing where it is no speech."""
    said = [words for piece in sample if (words := " ".join(words_at(piece, path)))]
    if len(said) < min(2, len(sample)) or len(said) * 10 < len(sample):
        return 0.0
    size = sum(map(len, said))
    name = next(step for step in reversed(path) if step not in {EACH, FIRST})
    known = rank(name, TEXT)
    if plain(name) in _KINDS:
        return 0.0
    if not known and (size < _SHORT_TEXT * len(said) or 2 * len(set(said)) < len(said)):
        return 0.0
    if not known and 2 * sum(1 for words in said if _SENTENCE.search(words)) < len(said):
        return 0.0
    if sum(1 for words in said if _NO_SPEECH.fullmatch(words)) * 2 > len(said):
        return 0.0
    return size * (0.2 + 2 * known) * (0.9 if EACH in path else 1)


def _speaker(sample: Sequence[Any], path: Path) -> float:
    """How well a field's values fit labels; 0 where they do not."""
    values = [value for piece in sample if (value := label_at(piece, path))]
    if len(values) < max(1, _FEWEST * len(sample)):
        return _speaks_seldom(sample, path, values)
    return _as_label(path, values)


def _speaks_seldom(sample: Sequence[Any], path: Path, values: list[str]) -> float:
    """A speaker's field by name may be missing in pieces that go on, or that nobody says."""
    named = rank(path[0], SPEAKER) or rank(path[-1], SPEAKER)
    return _as_label(path, values) / 2 if named and len(values) * 8 >= len(sample) else 0.0


def _as_label(path: Path, values: list[str]) -> float:
    kinds, many = set(values), len(values)
    if not values or max(map(len, kinds)) > 2 * _LONGEST_LABEL or plain(path[-1]) in _KINDS:
        return 0.0
    if sum(map(len, values)) > _LONGEST_LABEL * many:
        return 0.0
    known = max(rank(path[0], SPEAKER), rank(path[-1], SPEAKER) if len(path) > 1 else 0.0)
    unsure = known and rank(path[0], SPEAKER) < _SURE and not plain(path[0]).startswith("speaker")
    places = sum(1 for value in kinds if _PLACE.fullmatch(value))
    if unsure and (many == 1 or len(kinds) == many > _FEW or 2 * places > len(kinds)):
        return 0.0  # things in a list have names, too
    about = any(word in plain("".join(path)) for word in _ABOUT_NAMES)
    score = 3 * known or 2.0 * about
    score += _NAMES.get(plain(path[-1]), -0.5) if len(path) > 1 else 0.0
    ids = sum(1 for value in values if _ID.fullmatch(value)) / many
    timed = sum(1 for value in kinds if ":" in value and seconds(value) is not None)
    if timed * 2 > len(kinds) or (ids > _FEWEST and not known):
        return 0.0
    named = sum(1 for value in values if is_name(value)) / many
    score += 2 * named - 1.5 * ids + 0.7 * (sum(1 for value in values if " " in value) * 2 > many)
    if (
        not known
        and not about
        and (named < _FEWEST or len(kinds) < 2 or len(kinds) > max(many // 2, 2))
    ):
        return 0.0  # an unknown name holds labels where these are names and come again
    return score - 2 * (many > 8 and len(kinds) > 0.9 * many) - (many > 8 and len(kinds) == 1)


def is_name(value: str) -> bool:
    """Whether a label reads as a name or a role, not as an id."""
    first = next((sign for sign in value if sign.isalpha()), "")
    small = first.islower() and not is_floor(value)
    return bool(first) and not small and not _ID.fullmatch(value) and could_speak(value) is not None


def _time(sample: Sequence[Any], paths: Sequence[Path]) -> Path | None:
    """The field that programs call a start, or numbers that rise from piece to piece."""
    best: tuple[float, Path | None] = (0.0, None)
    for path in paths:
        known = rank(path[-1], TIME) if EACH not in path else 0.0
        if known > best[0]:
            values = [value_at(piece, path) for piece in sample]
            times = [t for value in values if (t := as_seconds(value)) is not None]
            if len(times) > _FEWEST * len(sample):
                best = (known, path)
    return best[1]


def as_seconds(value: Any) -> float | None:
    """A time as seconds, from a number or a string."""
    if isinstance(value, str):
        return seconds(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if abs(value) < 1e12 else None
    return None


def are_dates(pieces: Sequence[Any], path: Path) -> bool:
    """Whether the times are those of a calendar, as messages have them."""
    values = [value for piece in _sample(pieces) if (value := value_at(piece, path)) is not None]
    return sum(1 for value in values if is_dated(str(value))) * 2 > len(values)


def are_messages(use: Roles) -> bool:
    """Whether fields are named as those of a chat, where each object is a message of its own."""
    who, said = use.speaker or ("",), use.text or ("",)
    return plain(said[-1]) in _MESSAGES and plain(who[0]) in _WRITERS
