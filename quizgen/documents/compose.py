"""Build nodes from the events of PyYAML's parser, refusing what no bank needs.

Events, because PyYAML's own composer dies of deep nesting and turns text into numbers
and dates. Tags, aliases and keys that are no text are refused: that makes alias bombs
impossible instead of limiting them. Source: the composer in PyYAML's ``composer.py``.
"""

from dataclasses import dataclass
from typing import Any

import yaml

from quizgen.documents.nodes import Mapping, Node, Scalar, Sequence

DEPTH = 20
"""How deep a document may nest."""

NODES = 2_000_000
"""How many values a document may have; a bank of 10,000 questions has some 300,000."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_STYLES = {None: "", ":": ""}  # bare words; the other styles are called by their signs


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


def attempt(text: str, base: Mark | None = None) -> tuple[Node | None, UnreadableError | None]:
    """What ``compose`` returns, or the error instead of it, which keeps nothing else alive."""
    try:
        return compose(text, base), None
    except UnreadableError as error:
        error.__traceback__ = error.__context__ = None  # they hold all that was read so far
        return None, error


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
    """One pass over the events; remembers which lists and mappings are still open.

    The scalars are what there is most of: nothing is done twice for one of them.
    """

    def __init__(self, base: Mark) -> None:
        self._lines = base.line  # of the text's line 0
        self._offset = base.offset
        self._open: list[tuple[Mapping | Sequence, Scalar | None]] = []
        self._parent: Mapping | Sequence | None = None
        self._key: Scalar | None = None
        self.root: Node | None = None
        self._count = 0
        self._documents = 0

    def run(self, text: str) -> Node | None:
        parser: Any = _LOADER(text)
        scalar, next_event = yaml.ScalarEvent, parser.get_event
        try:
            while (event := next_event()) is not None:
                if type(event) is scalar:
                    self._scalar(event)
                else:
                    self._other(event)
        finally:
            parser.dispose()
        return self.root

    def _scalar(self, event: Any) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse_tag(event)
        start, end, lines, offset = event.start_mark, event.end_mark, self._lines, self._offset
        node = Scalar(
            event.value,
            start.line + lines,
            start.column + 1,
            start.index + offset,
            end.index + offset,
            _STYLES.get(event.style, event.style),
            end.line + lines,
        )
        if self._key is None and type(self._parent) is Mapping:
            self._key = node
        else:
            self._add(node)

    def _other(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._refuse_tag(event)
            self._enter(event, kind)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._leave(event)
        elif kind is yaml.AliasEvent:
            raise self._refusal("alias", "a text that begins with `*` is an alias to YAML", event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise self._refusal("several-documents", "a second document begins", event)

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
        if self._parent is not None:
            self._open.append((self._parent, self._key))
        self._parent, self._key = node, None

    def _leave(self, event: Any) -> None:
        assert self._parent is not None
        self._parent.end = event.end_mark.index + self._offset
        self._parent, self._key = self._open.pop() if self._open else (None, None)

    def _add(self, node: Node) -> None:
        """Put a node, which is no key, where it belongs."""
        self._count += 1
        parent = self._parent
        if type(parent) is Mapping and self._count <= NODES:
            key = self._key
            if key is None:
                raise UnreadableError(
                    "key-is-no-text",
                    "a list stands where the name of a field should be",
                    Mark(node.line, node.column, node.start),
                )
            if key.value in parent.entries:
                parent.repeated.append((parent.entries[key.value][0], key))
            else:
                parent.entries[key.value] = (key, node)
            parent.last = node
            self._key = None
        elif type(parent) is Sequence and self._count <= NODES:
            parent.items.append(node)
        elif parent is None:
            self.root = node
        else:
            raise UnreadableError(
                "too-large",
                f"this file holds more than {NODES:,} values",
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
