"""What a YAML file consists of: scalars, mappings and sequences that know their place.

A scalar is the text that was typed; what it means is for the reader of the field to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from quizgen.model.problem import Problem


@dataclass(slots=True, eq=False)
class Scalar:
    """A text. ``style`` is ``""`` for bare words, else ``"``, ``'``, ``|`` or ``>``.

    In every node ``line`` and ``column`` count from 1, ``start`` and ``end`` are offsets
    into the document's text. The end of a block mapping or list that was not written in
    brackets is where the next thing begins: only the ends of scalars and of things in
    brackets can be relied on.
    """

    value: str
    line: int
    column: int
    start: int
    end: int
    style: str = ""
    last_line: int = 0


@dataclass(slots=True, eq=False)
class Sequence:
    """A list; ``flow`` where it is written in brackets."""

    items: list["Node"]
    line: int
    column: int
    start: int
    end: int
    flow: bool = False


@dataclass(slots=True, eq=False)
class Mapping:
    """Keys and values in the order of the file.

    ``repeated`` holds pairs of keys that are equal: the first one, which is in
    ``entries``, and a later one, which is not. ``last`` is the value that stands last.
    """

    entries: dict[str, tuple[Scalar, "Node"]]
    line: int
    column: int
    start: int
    end: int
    flow: bool = False
    repeated: list[tuple[Scalar, Scalar]] = field(default_factory=list)
    last: "Node | None" = None

    def get(self, key: str) -> "Node | None":
        """The value of ``key``, or None where there is no such key."""
        entry = self.entries.get(key)
        return entry[1] if entry else None

    def pairs(self) -> Iterator[tuple[Scalar, "Node"]]:
        """Every key with its value."""
        return iter(self.entries.values())


LONGEST_LINE = 2_000
"""Characters of a line that is shown with a problem in it."""

Node: TypeAlias = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Mend:
    """A safe repair: ``text`` instead of what stands from ``start`` to ``end`` (offsets)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: its node (None where nothing could be read), and its problems.

    ``text`` is the whole file, ``lines`` its lines without their line breaks; ``mends``
    make broken lines readable, where there is one sure way to do so.
    """

    root: Node | None
    problems: tuple[Problem, ...]
    path: str
    text: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    mends: tuple[Mend, ...] = ()


def content_end(node: Node, text: str) -> int:
    """Where what a node says ends, without blank lines and comments behind it."""
    last = node
    while not isinstance(last, Scalar) and not last.flow:
        inner = last.items[-1] if isinstance(last, Sequence) else last.last
        assert inner is not None
        last = inner
    if isinstance(last, Scalar) and last.style in ("|", ">"):
        return last.start + len(text[last.start : last.end].rstrip())
    return last.end


def excerpt(lines: tuple[str, ...], line: int) -> str:
    """The line (from 1) to show with a problem; empty where there is none or it is endless."""
    found = lines[line - 1] if 0 < line <= len(lines) else ""
    return found if len(found) <= LONGEST_LINE else ""
