"""The lists of objects in a JSON file, wherever they lie, and other shapes that say the same.

[{"speaker": "Ada", "text": "Hello."}, {"speaker": "Tom", "text": "Thank you."}]
[["Ada", "Hello."], ["Tom", "Thank you."]]
{"speaker": ["Ada", "Tom"], "utt": ["Hello.", "Thank you."]}
[{"Ada": "Hello."}, {"Tom": "Thank you."}]
{"1": {"who": "Ada", "said": "Hello."}, "2": {"who": "Tom", "said": "Thank you."}}
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizgen.transcripts.fields import HEADING, plain, rank

_FEWEST = 2
_MOSTLY = 0.5
_LONGEST_ROW = 6
_LONGEST_KEY = 60
_HOLD = (dict, list)


@dataclass(slots=True)
class Records:
    """The objects that lie at one path of a file, in its order.

    ``groups`` tells for the first object of each list what stands above it. Objects of which
    the ``keyed`` name is the speaker have one field; the fields of ``rows`` have no names.
    """

    objects: list[Any] = field(default_factory=list)
    groups: dict[int, str | None] = field(default_factory=dict)
    keyed: bool = False
    rows: bool = False
    columns: bool = False
    name: str | None = None


def records(root: Any) -> list[Records]:
    """Every list of objects; lists at the same path are one, however deep a tree repeats it."""
    found: dict[tuple[str, ...], Records] = {}
    waiting: list[tuple[Any, tuple[str, ...], Records | None, str | None]] = [
        (root, (), None, None)
    ]
    while waiting:
        value, path, within, title = waiting.pop()
        if isinstance(value, dict):
            if within is not None:
                within.objects.append(value)
            inside = [key for key, inner in value.items() if type(inner) in _HOLD]
            if inside:
                above = _title(value) or title if path else None
                waiting.extend(
                    (value[key], path if key in path else (*path, key), None, above)
                    for key in reversed(inside)
                )
        elif isinstance(value, list):
            objects = sum(1 for each in value if type(each) is dict)
            list_ = None
            if objects and objects >= _MOSTLY * len(value):
                list_ = found.setdefault(path, Records(name=path[-1] if path else None))
                list_.groups[len(list_.objects)] = title
            waiting.extend(
                (inner, path, list_ if type(inner) is dict else None, title)
                for inner in reversed(value)
                if type(inner) in _HOLD
            )
    return list(found.values())


def _title(value: dict[str, Any]) -> str | None:
    """What an object that holds others calls itself."""
    names = sorted((key for key in value if isinstance(value[key], str)), key=_as_title)
    title = " ".join(value[names[-1]].split()) if names and _as_title(names[-1]) else ""
    return title or None


def _as_title(key: str) -> float:
    return rank(key, HEADING) or 0.1 * (plain(key) in {"name", "displayname"})


def shaped(root: Any) -> list[Records]:
    """Lists of objects that say the same as other shapes in the file."""
    rows: dict[tuple[str, ...], Records] = {}
    found: list[Records] = []
    waiting: list[tuple[Any, tuple[str, ...]]] = [(root, ())]
    while waiting:
        value, path = waiting.pop()
        if isinstance(value, dict):
            waiting.extend((inner, (*path, key)) for key, inner in reversed(value.items()))
            made = _numbered(value) or _columns(value)
        elif isinstance(value, list):
            waiting.extend((inner, path) for inner in reversed(value))
            made = _keyed(value)
            if row := _rows(value):
                rows.setdefault(path, Records(rows=True)).objects.extend(row)
        else:
            continue
        if made is not None:
            found.append(made)
    return [*found, *rows.values()]


def strings(root: Any) -> list[str]:
    """The list of strings with most words in it: a transcript's lines, where it has some."""
    best: list[str] = []
    for value in values(root):
        if isinstance(value, list):
            words = [each for each in value if isinstance(each, str)]
            whole = len(words) == len(value) >= _FEWEST
            if whole and sum(map(len, words)) > sum(map(len, best)):
                best = words
    return best


def longest(root: Any) -> str:
    """The longest string in the file."""
    return max((value for value in values(root) if isinstance(value, str)), key=len, default="")


def values(root: Any) -> Iterator[Any]:
    """Everything in a file, in its order."""
    waiting = [root]
    while waiting:
        value = waiting.pop()
        yield value
        if isinstance(value, dict):
            waiting.extend(reversed(value.values()))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _numbered(value: dict[str, Any]) -> Records | None:
    """The objects of an object that holds nothing else."""
    inner = [each for each in value.values() if isinstance(each, dict)]
    return Records(inner) if len(inner) == len(value) >= _FEWEST else None


def _columns(value: dict[str, Any]) -> Records | None:
    """A row for each place in lists of strings that are equally long."""
    lists = {
        name: column
        for name, column in value.items()
        if isinstance(column, list) and all(isinstance(each, str | int | float) for each in column)
    }
    size = max(map(len, lists.values()), default=0)
    even = {name: column for name, column in lists.items() if len(column) == size}
    if len(even) < _FEWEST or size < _FEWEST:
        return None
    rows = [{name: column[at] for name, column in even.items()} for at in range(size)]
    return Records(rows, rows=True, columns=True)


def _rows(value: Sequence[Any]) -> list[dict[str, Any]]:
    """Lists of a few values, all equally long, as objects."""
    rows = [each for each in value if isinstance(each, list) and 1 < len(each) <= _LONGEST_ROW]
    if len(rows) != len(value) or not rows or len({len(row) for row in rows}) > 1:
        return []
    return [{str(at): cell for at, cell in enumerate(row)} for row in rows]


def _keyed(value: Sequence[Any]) -> Records | None:
    """Objects with one field, whose name is the speaker."""
    names = set()
    for each in value:
        if not isinstance(each, dict) or len(each) != 1:
            return None
        name, said = next(iter(each.items()))
        if not isinstance(said, str) or len(name) > _LONGEST_KEY:
            return None
        names.add(name)
    few = len(value) > _FEWEST and 1 < len(names) < len(value)
    return Records(list(value), keyed=True) if few else None
