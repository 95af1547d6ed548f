"""Build nodes from the events of PyYAML's parser, refusing what no bank needs.

Events, because PyYAML's own composer dies of deep nesting and turns text into numbers
and dates. Tags, aliases and keys that are no text are refused: that makes alias bombs
impossible instead of limiting them. Source: the composer in PyYAML's ``composer.py``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from quizgen.documents.nodes import Mapping, Node, Scalar, Sequence

DEPTH = 20
"""How deep a document may nest."""

NODES = 2_000_000
"""How many nodes a document may have; a bank of 10,000 questions has some 300,000."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class UnreadableError(Exception):
    """This text is no YAML, or uses a part of YAML that is refused; see ``code``.

    ``line``, ``column`` (from 1) and ``offset`` say where the parser gave up, which is
    often behind the slip; ``since`` is the line where the broken construct began. ``root``
    is the document as far as it was read: its last node at every level may be incomplete.
    """

    def __init__(self, code: str, message: str, mark: "Mark", since: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = mark.line
        self.column = mark.column
        self.offset = mark.offset
        self.root: Node | None = None
        self.since = since or mark.line


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the whole file: line and column from 1, offset from 0."""

    line: int = 1
    column: int = 1
    offset: int = 0


def compose(text: str, base: Mark | None = None) -> Node | None:
    """Parse one document; ``base`` is where ``text`` begins in its file.

    Returns None for a text that holds nothing.

    Raises:
        UnreadableError: with its place in the file.
    """
    composer = _Composer(base or Mark())
    try:
        return _translated(composer, text, base or Mark())
    except UnreadableError as error:
        error.root = composer.root
        raise


def _translated(composer: "_Composer", text: str, base: Mark) -> Node | None:
    """Run the composer; every way in which PyYAML fails becomes an ``UnreadableError``."""
    try:
        return composer.run(text)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, base) from None
    except yaml.reader.ReaderError as error:
        raise _bad_character(text, error.position, error.character, base) from None
    except UnicodeEncodeError as error:  # half a surrogate pair, from PyYAML's C parser
        raise _bad_character(text, error.start, text[error.start], base) from None


class _Composer:
    """One pass over the events with a stack of the nodes that are still open."""

    def __init__(self, base: Mark) -> None:
        self._lines = base.line  # of the text's line 0
        self._offset = base.offset
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Scalar | None] = []
        self.root: Node | None = None
        self._count = 0

    def run(self, text: str) -> Node | None:
        documents = 0
        for event in _events(text):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._refuse_tag(event)
                self._add(self._scalar(event))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._refuse_tag(event)
                self._enter(event, kind)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._leave(event)
            elif kind is yaml.AliasEvent:
                raise self._refusal(
                    "alias", "a text that begins with `*` is an alias to YAML", event
                )
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise self._refusal("several-documents", "a second document begins", event)
        return self.root

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark, event.end_mark
        return Scalar(
            event.value,
            start.line + self._lines,
            start.column + 1,
            start.index + self._offset,
            end.index + self._offset,
            event.style if event.style != ":" and event.style else "",
            end.line + self._lines,
        )

    def _enter(self, event: Any, kind: type) -> None:
        if len(self._open) >= DEPTH:
            raise self._refusal("too-deep", f"lists are nested more than {DEPTH} deep", event)
        mark = event.start_mark
        place = mark.line + self._lines, mark.column + 1, mark.index + self._offset, 0
        node: Mapping | Sequence
        if kind is yaml.MappingStartEvent:
            node = Mapping({}, *place, bool(event.flow_style))
        else:
            node = Sequence([], *place, bool(event.flow_style))
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _leave(self, event: Any) -> None:
        self._open.pop().end = event.end_mark.index + self._offset
        self._keys.pop()

    def _add(self, node: Node) -> None:
        self._count += 1
        if self._count > NODES:
            raise UnreadableError(
                "too-large",
                f"this file holds more than {NODES:,} values",
                Mark(node.line, node.column, node.start),
            )
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if type(parent) is Sequence:
            parent.items.append(node)
        else:
            self._add_to_mapping(parent, node)

    def _add_to_mapping(self, parent: "Mapping | Sequence", node: Node) -> None:
        assert isinstance(parent, Mapping)
        key = self._keys[-1]
        if key is not None:
            if key.value in parent.entries:
                parent.repeated.append((parent.entries[key.value][0], key))
            else:
                parent.entries[key.value] = (key, node)
            self._keys[-1] = None
            parent.last = node
        elif isinstance(node, Scalar):
            self._keys[-1] = node
        else:
            raise UnreadableError(
                "key-is-no-text",
                "a list stands where the name of a field should be",
                Mark(node.line, node.column, node.start),
            )

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None:
            raise self._refusal("tag", "a text that begins with `!` is a tag to YAML", event)
        if event.anchor is not None:
            raise self._refusal("anchor", "a text that begins with `&` is an anchor to YAML", event)

    def _refusal(self, code: str, message: str, event: Any) -> UnreadableError:
        mark = event.start_mark
        line, offset = mark.line + self._lines, mark.index + self._offset
        return UnreadableError(code, message, Mark(line, mark.column + 1, offset))


def _events(text: str) -> Iterator[Any]:
    """The parser's events; Any, because the stubs hold their marks to be optional."""
    return iter(yaml.parse(text, Loader=_LOADER))


def _syntax_error(error: yaml.MarkedYAMLError, base: Mark) -> UnreadableError:
    mark = error.problem_mark or error.context_mark
    since = error.context_mark or mark
    place = Mark(
        (mark.line if mark else 0) + base.line,
        (mark.column if mark else 0) + 1,
        (mark.index if mark else 0) + base.offset,
    )
    words = ", ".join(part for part in (error.context, error.problem) if part)
    return UnreadableError("syntax", words, place, (since.line if since else 0) + base.line)


def _bad_character(text: str, position: int, sign: str | int, base: Mark) -> UnreadableError:
    """Find the place of a character that YAML forbids; the parser's offset may be in bytes."""
    code = sign if isinstance(sign, int) else ord(sign)
    found = text.find(chr(code))
    offset = found if found >= 0 else min(max(position, 0), len(text))
    line = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1)
    mark = Mark(base.line + line, column + 1, base.offset + offset)
    return UnreadableError(
        "control-character", f"an invisible sign (U+{code:04X}) stands here", mark
    )
