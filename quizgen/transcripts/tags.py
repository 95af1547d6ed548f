"""Markup cut into tags and text, each with its place: for saved pages, XML and captions.

Nothing is expanded or fetched: an entity is one of HTML's or one that the file itself
declares as a plain character, and everything else in a declaration is skipped. A file
that is no well-formed XML is read as far as its tags go.
"""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from quizgen.transcripts.view import Builder

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<!\[CDATA\[(?P<raw>.*?)(?:\]\]>|\Z)"
    r"|<![Dd][Oo][Cc][^\[>]*(?:\[(?P<subset>.*?)\]\s*)?>"
    r"|<[!?][^>]*(?:>|\Z)"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][^\s/><]*+)(?P<attributes>(?:[^<>\"']++|\"[^\"<]{0,4000}\"|'[^'<]{0,4000}')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=\"'/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_DECLARED = re.compile(r"<!ENTITY\s+([\w.-]+)\s+[\"']([^\"'<]{1,20})[\"']\s*>")
_UNSPOKEN = frozenset(
    "script style noscript svg math template iframe object select textarea".split()
)


class Tag(NamedTuple):
    """A tag or a run of text: ``kind`` is ``open``, ``close`` or ``text``."""

    kind: str
    name: str
    start: int
    end: int
    attributes: str = ""

    def get(self, *names: str) -> str | None:
        """The first of the named attributes that the tag has, without its namespace."""
        found = _attributes(self.attributes)
        for name in names:
            if value := found.get(name):
                return html.unescape(value) if "&" in value else value
        return None


def attributes(tag: Tag) -> dict[str, str]:
    """The attributes of a tag without their namespaces."""
    return {name: html.unescape(value) for name, value in _attributes(tag.attributes).items()}


@lru_cache(maxsize=64)
def _attributes(written: str) -> dict[str, str]:
    """The attributes of a tag; a reader asks for several of one tag in a row."""
    return {
        key.casefold().rpartition(":")[2]: double or single or bare
        for key, double, single, bare in _ATTRIBUTE.findall(written)
    }


class Markup:
    """A marked-up text: its tags in order, from an offset on, and its entities."""

    def __init__(self, text: str, begin: int = 0) -> None:
        self.text, self.begin = text, begin
        self.entities: dict[str, str] = {}

    def __iter__(self) -> Iterator[Tag]:
        text, at, size = self.text, self.begin, len(self.text)
        tokens = _TOKEN.finditer(text, at)
        while (match := next(tokens, None)) is not None:
            start, end = match.span()
            if start > at:
                yield Tag("text", "", at, start)
            at = end
            raw, subset, close, name, attributes = match.groups()
            if name:
                name = name.casefold()
                if close:
                    yield Tag("close", name, start, end, attributes)
                    continue
                closed = attributes.endswith("/")
                if name in _UNSPOKEN and not closed:
                    over = re.compile(rf"</{re.escape(name)}", re.IGNORECASE).search(text, at)
                    at = over.start() if over else size
                    tokens = _TOKEN.finditer(text, at)
                    continue
                yield Tag("open", name, start, end, attributes)
                if closed:
                    yield Tag("close", name, end, end)
            elif raw is not None:
                yield Tag("text", "raw", *match.span("raw"))
            elif subset:
                self.entities.update(_DECLARED.findall(subset))
        if at < size:
            yield Tag("text", "", at, size)

    def add(
        self, builder: Builder, tag: Tag, *, collapse: bool = True, time: float | None = None
    ) -> None:
        """Add a run of text to a view: entities as their characters, blanks collapsed."""
        at = tag.start
        if tag.name != "raw" and self.text.find("&", at, tag.end) >= 0:
            for match in _ENTITY.finditer(self.text, tag.start, tag.end):
                said = self._character(match.group())
                if said is not None:
                    _spaced(builder, self.text, at, match.start(), collapse=collapse, time=time)
                    builder.add(said, match.start(), match.end(), time)
                    at = match.end()
        _spaced(builder, self.text, at, tag.end, collapse=collapse, time=time)

    def _character(self, entity: str) -> str | None:
        name = entity.strip("&;")
        if name in self.entities:
            return _decoded(self.entities[name])
        said = _decoded(entity)
        return said if said != entity else None


@lru_cache(maxsize=1024)
def _decoded(entity: str) -> str:
    return html.unescape(entity).replace("\0", "\ufffd")


_BLANKS = re.compile(r"[ \t\r\n\f](?:(?<! )|(?=[ \t\r\n\f]))[ \t\r\n\f]*")  # not one blank already


def _spaced(
    builder: Builder, text: str, low: int, high: int, *, collapse: bool, time: float | None
) -> None:
    if not collapse:
        builder.add(text[low:high], low, high, time)
        return
    at = low
    if text[low : low + 1] == " " and builder.last in _BREAKS:
        at += 1
    for match in _BLANKS.finditer(text, at, high):
        start, end = match.span()
        builder.add(text[at:start], at, start, time)
        if builder.last not in _BREAKS:
            builder.add(" ", start, end, time)
        at = end
    builder.add(text[at:high], at, high, time)


_BREAKS = frozenset({"\n", " ", ""})
