"""JSON and where in the file its strings stand.

The library parses, and keeps no places; those of the few strings that are wanted are looked
for afterwards, in the order in which they come.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

_STRING = r'"(?P<string>[^"\\]*+(?:\\.[^"\\]*+)*+)"'
_NUMBER = r"(?P<number>-?\d[\d.eE+-]*+)"
_ANY = re.compile(rf"{_STRING}(?P<key>\s*+:)?+|{_NUMBER}", re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_PATIENCE = 3


class Place(NamedTuple):
    """The range of a value within its quotes, and whether it has none."""

    start: int
    end: int
    bare: bool = False

    @property
    def after(self) -> int:
        """Where to go on, behind the quotes."""
        return self.end if self.bare else self.end + 1


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
        for match in pattern.finditer(self.text, at):
            raw = match["string"]
            if raw is None:
                if match["number"] == value:
                    return Place(*match.span("number"), bare=True)
            elif (raw == value or ("\\" in raw and _decoded(raw) == value)) and (
                key is not None or match["key"] is None
            ):
                return Place(*match.span("string"))
        self.missed += 1
        return None

    def key(self, name: str, at: int) -> int:
        """Where a key comes next behind an offset; the offset itself where it does not."""
        found = self.text.find(f'"{name}"', at)
        return found if found >= 0 else at

    def pieces(self, place: Place) -> Iterator[tuple[str, int, int]]:
        """A value in pieces: runs as they stand, and escapes with their ranges."""
        text, at, end = self.text, place.start, place.end
        if not place.bare and text.find("\\", at, end) >= 0:
            for match in _ESCAPE.finditer(text, at, end):
                if match.start() > at:
                    yield text[at : match.start()], at, match.start()
                yield _character(match.group()), match.start(), match.end()
                at = match.end()
        if end > at:
            yield text[at:end], at, end


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
