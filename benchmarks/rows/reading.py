"""How fast a transcript is read, and in how much memory.

The label regex splits lines and makes a tuple of each. Reading also tells which of a dozen
forms a text has, judges every label from the whole file, looks for what nobody speaks, and
makes a turn of twelve fields with its words, notes, line and place. By its profile, of the time
for the news conference a third goes to the objects (a turn and the place where it starts take
some six microseconds together), a fifth each to the patterns of labels and to the looks for
what is not speech, and the rest to choosing the form and to the verdicts. The objects and the
patterns alone come to five times the regex.

Containers are compared with the parser of their library alone. Those of JSON, tables and XML
are in C and keep no places: they need one or two microseconds for what becomes a turn. Ours are in
Python: the bare object of a turn takes half as long, the place where it starts and its pieces of
the view as long again, so that a budget of three is out of reach there; HTML's library is in
Python, as ours is.
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
        same=True,
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
        same=True,
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
