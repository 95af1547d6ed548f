"""JSON and where in the file its strings stand.

The library parses, and keeps no places; those of the few strings that are wanted are looked
for afterwards, in the order in which they come.
"""

import json
import re
from functools import lru_cache
from typing import Any, TypeAlias

from quizgen.transcripts.view import Builder

_STRING = r'"([^"\\]*+(?:\\.[^"\\]*+)*+)"'
_NUMBER = r"(-?\d[\d.eE+-]*+)"
_ANY = re.compile(rf"(?:{_STRING}|{_NUMBER})(?P<key>\s*+:)?+", re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_PATIENCE = 3


Place: TypeAlias = tuple[int, int, int]
"""The range of a value within its quotes, and where to go on behind them."""


def load(text: str) -> Any:
    """Parse a JSON text, or one JSON value a line; None where it is neither."""
    mark = len(text) - len(text.lstrip("\ufeff"))
    try:
        return json.loads(text[mark:])
    except (ValueError, RecursionError):
        return _by_lines(text) or None


def _by_lines(text: str) -> list[Any]:
    """One value a line; lines that are none are left out."""
    found = []
    for line in text.splitlines():
        bare = line.strip("\ufeff \t\r,")
        if bare.startswith(("{", "[")):
            try:
                found.append(json.loads(bare))
            except (ValueError, RecursionError):
                continue
    return found


class Places:
    """The places of values that are asked for in the order of the file."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.missed = 0

    def find(self, value: str, key: str | None, at: int) -> Place | None:
        """Where a string or a number under a ``key`` comes next behind an offset."""
        if self.missed > _PATIENCE:
            return None  # the file is not as the library read it: nobody looks on and on
        pattern = _under(key) if key is not None else _ANY
        text = self.text
        match = pattern.search(text, at)
        while match is not None:
            raw, number = match.group(1, 2)
            if raw is None:
                if number == value:
                    return match.start(2), match.end(2), match.end(2)
            elif raw == value or ("\\" in raw and _decoded(raw) == value):
                end = match.end(1)
                if key is not None or match["key"] is None:
                    return match.start(1), end, end + 1
            match = pattern.search(text, match.end())
        self.missed += 1
        return None

    def key(self, name: str, at: int) -> int:
        """Where a key comes next behind an offset; the offset itself where it does not."""
        found = self.text.find(f'"{name}"', at)
        return found if found >= 0 else at

    def add(self, builder: Builder, place: Place, time: float | None = None) -> None:
        """Add a value to a view: runs as they stand, and escapes as their characters."""
        text, (at, end, _) = self.text, place
        if text.find("\\", at, end) >= 0:
            for match in _ESCAPE.finditer(text, at, end):
                start, after = match.span()
                builder.add(text[at:start], at, start, time)
                builder.add(_character(match.group()), start, after, time)
                at = after
        builder.add(text[at:end], at, end, time)


@lru_cache(maxsize=256)
def _under(key: str) -> re.Pattern[str]:
    """A string or a number under a key, however programs write the key."""
    written = {json.dumps(key), json.dumps(key, ensure_ascii=False)}
    names = "|".join(re.escape(each) for each in sorted(written))
    names = names if len(written) == 1 else f"(?:{names})"
    return re.compile(rf"{names}\s*+:\s*+(?:{_STRING}|{_NUMBER})", re.DOTALL)


def _decoded(raw: str) -> str | None:
    try:
        said = json.loads(f'"{raw}"')
    except ValueError:
        return None
    return said if isinstance(said, str) else None


def _character(escape: str) -> str:
    said = _decoded(escape)
    return said if said is not None and not "\ud800" <= said <= "\udfff" else "\ufffd"
