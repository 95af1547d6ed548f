"""How fast a transcript is read, and in how much memory.

Reading makes a turn of twelve fields with its words, its line and its place for each label, and
judges every label from the whole file: the label regex, which only splits lines, does neither.
What is left after the regex is about two thirds the objects, which Python makes at two to
three microseconds each, and one third the looks at the text for what nobody speaks.

Containers are compared with the parser of their library alone. The parsers of JSON, tables
and XML are in C and keep no places: one turn with its label, segments and line costs more than
they take for its row, so that a budget of three is out of reach in Python; HTML's is in Python.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from benchmarks import containers
from benchmarks.pairs import Row, Work
from benchmarks.samples import transcript
from quizgen.transcripts.registry import parse

_TIMES = 20
_TURNS = 2000
_SHORT, _LONG = 10_000, 10_000_000  # characters
_MEMORY = 1_000_000
_LABEL = re.compile(r"^([A-Z][\w.' -]{0,40}): ?(.*)$", re.MULTILINE)


def rows() -> Iterator[Row]:
    """One form read whole, ten times as much of it, a long file, and each container."""
    text, longer = transcript(_TIMES), transcript(10 * _TIMES)
    yield Row(
        name="reading, line-based",
        against="one label regex over the same text",
        budget=6,
        ours=lambda: parse(text, "many.txt"),
        theirs=lambda: [match.groups() for match in _LABEL.finditer(text)],
    )
    yield Row(
        name="reading ten times as much",
        against="reading once",
        budget=11,
        ours=lambda: parse(longer, "more.txt"),
        theirs=lambda: parse(text, "many.txt"),
        rounds=7,
    )
    yield from _sizes()
    yield from _containers()


def _sizes() -> Iterator[Row]:
    """A file of 10 MB against a thousand of 10 kB, and the memory that short turns take."""
    short, long = containers.lines(_SHORT), containers.lines(_LONG)
    yield Row(
        name="reading 10 MB at once",
        against="as much in files of 10 kB",
        budget=1.1,
        ours=lambda: parse(long, "long.txt"),
        theirs=lambda: [parse(short, "short.txt") for _ in range(_LONG // _SHORT)],
        rounds=2,
    )
    data = containers.lines(_MEMORY).encode()
    yield Row(
        name="memory for reading short turns",
        against="the text",
        budget=8,
        ours=lambda: parse(data.decode(), "short.txt"),
        theirs=data.decode,
        rounds=1,
        memory=True,
    )


def _containers() -> Iterator[Row]:
    page, table = containers.page(_TURNS), containers.table(_TURNS)
    tei, segments = containers.tei(_TURNS), containers.segments(_TURNS)
    yield _container("a saved page", "html.parser", page, lambda: _Words().all(page))
    yield _container("a table", "csv.reader", table, lambda: list(csv.reader(io.StringIO(table))))
    yield _container("TEI", "ElementTree", tei, lambda: ET.fromstring(tei))
    yield _container("JSON", "json.loads", segments, lambda: json.loads(segments))


def _container(kind: str, library: str, text: str, theirs: Work) -> Row:
    return Row(
        name=f"reading {kind}",
        against=f"{library} over the same text",
        budget=3,
        ours=lambda: parse(text, kind),
        theirs=theirs,
        rounds=7,
    )


class _Words(HTMLParser):
    """The words of a page, as the library has them."""

    def all(self, text: str) -> list[str]:
        self.words: list[str] = []
        self.feed(text)
        return self.words

    def handle_data(self, data: str) -> None:
        self.words.append(data)
