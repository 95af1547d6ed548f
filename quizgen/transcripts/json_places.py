"""JSON values that know where in the file they stand.

The library parses; the places come from going over the file's strings in the same order.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"|-?\d[\d.eE+-]*', re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Text:
    """A string or a number (``bare``): its value, and its range of the file within quotes."""

    value: str
    start: int
    end: int
    bare: bool = False

    def pieces(self, source: str) -> Iterator[tuple[str, int, int]]:
        """The value in pieces: runs as they stand, and escapes with their ranges."""
        at = self.start
        if not self.bare:
            for match in _ESCAPE.finditer(source, self.start, self.end):
                if match.start() > at:
                    yield source[at : match.start()], at, match.start()
                yield _character(match.group()), match.start(), match.end()
                at = match.end()
        if self.end > at:
            yield source[at : self.end], at, self.end


Value: TypeAlias = "Text | dict[str, Value] | list[Value] | None"


def places(text: str) -> Value:
    """Parse a JSON text, or one JSON object a line; None where it is neither."""
    mark = len(text) - len(text.lstrip("\ufeff"))
    try:
        parsed = json.loads(
            text[mark:], object_pairs_hook=_Pairs, parse_float=_Number, parse_int=_Number
        )
    except (ValueError, RecursionError):
        return _by_lines(text)
    return _Placer(text, mark).place(parsed)


def _by_lines(text: str) -> Value:
    """One value a line; lines that are none are left out."""
    found: list[Value] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.lstrip("\ufeff \t").startswith(("{", "[")):
            try:
                parsed = json.loads(
                    line.lstrip("\ufeff"),
                    object_pairs_hook=_Pairs,
                    parse_float=_Number,
                    parse_int=_Number,
                )
            except (ValueError, RecursionError):
                at += len(line)
                continue
            found.append(_Placer(text, at).place(parsed))
        at += len(line)
    return found or None


class _Pairs(list[tuple[str, object]]):
    """An object as the pairs that it was written in."""


class _Number(str):
    """A number as it was written."""

    __slots__ = ()


class _Placer:
    """Walks a parsed value and the strings of the file side by side."""

    def __init__(self, text: str, at: int) -> None:
        self.tokens = _STRING.finditer(text, at)

    def place(self, root: object) -> Value:
        """Give every string and number its place; without recursion, however deep it lies."""
        holder: list[Value] = []
        waiting: list[tuple[object, dict[str, Value] | list[Value], str | None]] = [
            (root, holder, None)
        ]
        while waiting:
            value, into, key = waiting.pop()
            if key is not None:
                next(self.tokens)
            made: Value
            if isinstance(value, _Pairs):
                made = {}
                waiting.extend((inner, made, name) for name, inner in reversed(value))
            elif isinstance(value, list):
                made = []
                waiting.extend((inner, made, None) for inner in reversed(value))
            elif isinstance(value, str):
                made = self._text(value)
            else:
                made = None
            if isinstance(into, dict):
                into[key or ""] = made
            else:
                into.append(made)
        return holder[0]

    def _text(self, value: str) -> Text:
        token = next(self.tokens)
        if isinstance(value, _Number):
            return Text(str(value), token.start(), token.end(), bare=True)
        return Text(value, token.start() + 1, token.end() - 1)


def _character(escape: str) -> str:
    try:
        said = json.loads(f'"{escape}"')
    except ValueError:
        return escape
    return said if isinstance(said, str) and not "\ud800" <= said <= "\udfff" else "\ufffd"
