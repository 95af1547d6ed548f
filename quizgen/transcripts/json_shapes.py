"""Transcripts in JSON that are no list of objects: pairs, columns, names as keys, numbered objects.

[["Ada", "Hello."], ["Tom", "Thank you."]]
{"speaker": ["Ada", "Tom"], "utt": ["Hello.", "Thank you."]}
[{"Ada": "Hello."}, {"Tom": "Thank you."}]
{"1": {"who": "Ada", "said": "Hello."}, "2": {"who": "Tom", "said": "Thank you."}}
"""

from collections.abc import Iterator, Sequence

from quizgen.transcripts.json_places import Text, Value

_FEWEST = 2
_LONGEST_ROW = 6


def as_objects(root: Value) -> Iterator[list[dict[str, Value]]]:
    """Lists of objects that say the same as other shapes in the file."""
    waiting: list[Value] = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
            found = _numbered(value) or _columns(value)
        elif isinstance(value, list):
            waiting.extend(value)
            found = _rows(value) or _keyed(value)
        else:
            continue
        if found:
            yield found


def strings(root: Value) -> list[Text]:
    """The list of strings with most words in it: a transcript's lines, where it has some."""
    best: list[Text] = []
    waiting: list[Value] = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
            words = [each for each in value if isinstance(each, Text) and not each.bare]
            whole = len(words) == len(value) >= _FEWEST
            if whole and sum(len(w.value) for w in words) > sum(len(w.value) for w in best):
                best = words
    return best


def _numbered(value: dict[str, Value]) -> list[dict[str, Value]]:
    """The objects of an object that holds nothing else."""
    inner = [each for each in value.values() if isinstance(each, dict)]
    return inner if len(inner) == len(value) >= _FEWEST else []


def _columns(value: dict[str, Value]) -> list[dict[str, Value]]:
    """A row for each place in lists of strings that are equally long."""
    lists = {
        name: column
        for name, column in value.items()
        if isinstance(column, list) and all(isinstance(each, Text) for each in column)
    }
    longest = max(map(len, lists.values()), default=0)
    even = {name: column for name, column in lists.items() if len(column) == longest}
    if len(even) < _FEWEST or longest < _FEWEST:
        return []
    return [{name: column[at] for name, column in even.items()} for at in range(longest)]


def _rows(value: Sequence[Value]) -> list[dict[str, Value]]:
    """Lists of a few values, all equally long, as objects."""
    rows = [each for each in value if isinstance(each, list) and 1 < len(each) <= _LONGEST_ROW]
    if len(rows) != len(value) or len(rows) < _FEWEST or len({len(row) for row in rows}) > 1:
        return []
    return [{str(at): cell for at, cell in enumerate(row)} for row in rows]


def _keyed(value: Sequence[Value]) -> list[dict[str, Value]]:
    """Objects with one field, whose name is the speaker."""
    found: list[dict[str, Value]] = []
    names = set()
    for each in value:
        if not isinstance(each, dict) or len(each) != 1:
            return []
        name, text = next(iter(each.items()))
        if not isinstance(text, Text):
            return []
        names.add(name)
        found.append({"speaker": Text(name, text.start, text.start), "text": text})
    return found if len(found) > _FEWEST and 1 < len(names) < len(found) else []
