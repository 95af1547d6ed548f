"""JSON values that know where in the file they stand.

The library parses; the places come from going over the file's strings in the same order.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

_STRING = r'"(?P<{}>[^"\\]*+(?:\\.[^"\\]*+)*+)"'
_NUMBER = r"(?P<{}>-?\d[\d.eE+-]*)"
_TOKEN = re.compile(  # a string, a number, or a key with the string or the number that it has
    rf"{_STRING.format('string')}"
    rf"(?:\s*+:\s*+(?:{_STRING.format('value')}|{_NUMBER.format('amount')})?+)?+"
    rf"|{_NUMBER.format('number')}",
    re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)


class Text(NamedTuple):
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
        self.tokens = _TOKEN.finditer(text, at)

    def place(self, root: object) -> Value:
        """Give every string and number its place; without recursion, however deep it lies."""
        holder: list[Value] = []
        waiting: list[tuple[Iterator[Any], dict[str, Value] | list[Value]]] = [
            (iter([root]), holder)
        ]
        while waiting:
            inside, made = waiting[-1]
            deeper = (
                self._members(inside, made)
                if isinstance(made, dict)
                else self._elements(inside, made)
            )
            if deeper is None:
                waiting.pop()
            else:
                waiting.append(deeper)
        return holder[0]

    def _members(
        self, pairs: Iterator[tuple[str, object]], made: dict[str, Value]
    ) -> tuple[Iterator[Any], dict[str, Value] | list[Value]] | None:
        """Place an object's members up to the next that holds others, and return that one."""
        tokens = self.tokens
        for key, value in pairs:
            token = next(tokens)
            if isinstance(value, _Number):
                made[key] = Text(value, *token.span("amount"), True)
            elif isinstance(value, str):
                made[key] = Text(value, *token.span("value"))
            elif isinstance(value, list):
                made[key] = inner = _container(value)
                return iter(value), inner
            else:
                made[key] = None
        return None

    def _elements(
        self, values: Iterator[object], made: list[Value]
    ) -> tuple[Iterator[Any], dict[str, Value] | list[Value]] | None:
        """Place a list's elements up to the next that holds others, and return that one."""
        for value in values:
            if isinstance(value, _Number):
                made.append(Text(value, *next(self.tokens).span("number"), True))
            elif isinstance(value, str):
                made.append(Text(value, *next(self.tokens).span("string")))
            elif isinstance(value, list):
                inner = _container(value)
                made.append(inner)
                return iter(value), inner
            else:
                made.append(None)
        return None


def _container(value: list[Any]) -> dict[str, Value] | list[Value]:
    return {} if isinstance(value, _Pairs) else []


def _character(escape: str) -> str:
    try:
        said = json.loads(f'"{escape}"')
    except ValueError:
        return escape
    return said if isinstance(said, str) and not "\ud800" <= said <= "\udfff" else "\ufffd"
