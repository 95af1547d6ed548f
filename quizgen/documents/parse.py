"""Read a YAML file as nodes, with everything that is wrong with it as YAML.

A file that parses costs one pass. One that does not is cut into its entries and items;
those that can be read are kept, and each of the others gets its own message.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.documents.collector import collector_off
from quizgen.documents.compose import Mark, UnreadableError, attempt
from quizgen.documents.nodes import Document, Mapping, Mend, Node, Sequence, excerpt
from quizgen.documents.pieces import LINE, Piece, Section, cut, lines_of
from quizgen.documents.slips import Slip, glued, slips
from quizgen.model.problem import Level, Problem

MOST_BROKEN = 50
"""After how many unreadable pieces the rest of a file is not looked at."""

_MOST_SLIPS = 8  # in one piece
_REACH = 30  # lines above the parser's complaint in which its cause is looked for
_PIECE = 20_000  # characters up to which a piece's slips are searched for


def parse(text: str, path: str) -> Document:
    """Parse ``text``, the whole file ``path`` without a byte order mark. Never raises."""
    with collector_off():
        lines = lines_of(text)
        root, error = attempt(text)
        if error is None:
            return Document(root, (), path, text, lines)
        return _Recovery(text, path, lines).run(error)


@dataclass(slots=True)
class _Recovery:
    """Reads what can be read of a text that does not parse as a whole."""

    text: str
    path: str
    lines: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    mends: list[Mend] = field(default_factory=list)
    broken: int = 0

    def run(self, error: UnreadableError) -> Document:
        if error.code == "too-large":
            self._report(error)
            return self._document(None)
        if error.code == "several-documents":
            return self._first_document(error)
        root = Mapping({}, 1, 1, 0, len(self.text))
        for section in cut(self.text):
            if self.broken < MOST_BROKEN:
                self._read_section(section, root, error)
        if self.broken >= MOST_BROKEN:
            self._give_up()
        return self._document(root if root.entries else None)

    def _document(self, root: Node | None) -> Document:
        problems = tuple(sorted(self.problems))
        return Document(root, problems, self.path, self.text, self.lines, tuple(self.mends))

    def _first_document(self, error: UnreadableError) -> Document:
        fix = "Put the other bank into a file of its own, or delete the line `---`."
        self._add(error.line, error.column, error.code, "a second document begins here", fix)
        first = parse(self.text[: error.offset], self.path)
        self.problems += first.problems
        self.mends += first.mends
        return self._document(first.root)

    def _read_section(self, section: Section, root: Mapping, error: UnreadableError) -> None:
        head = self._read(section.head, Mapping)
        if not isinstance(head, Mapping):
            return
        for key, value in head.pairs():
            if key.value in root.entries:
                root.repeated.append((root.entries[key.value][0], key))
            else:
                root.entries[key.value] = (key, self._with_items(section, value, error))
        root.repeated += head.repeated

    def _with_items(self, section: Section, value: Node, error: UnreadableError) -> Node:
        """Give a section its items; those before the file's first error are read already."""
        if not section.items:
            return value
        first, last = section.items[0], section.items[-1]
        found = Sequence([], first.line, 1, first.start, last.end)
        key = self.text[section.head.start : section.head.end].partition(":")[0].strip()
        before = error.root.get(key) if isinstance(error.root, Mapping) else None
        kept = _kept(section.items, before, error)
        found.items += kept
        self._read_items(section.items[len(kept) :], found)
        return found

    def _read_items(self, pieces: list[Piece], found: Sequence) -> None:
        """Read as many items at once as can be; an error divides them around its place.

        The parser stops at an error, so that all of this costs little more than two passes.
        """
        waiting = [pieces] if pieces else []
        while waiting and self.broken < MOST_BROKEN:
            several = waiting.pop()
            whole = Piece(several[0].start, several[-1].end, several[0].line)
            if len(several) == 1:
                node = self._read(whole, Sequence)
            else:
                node, error = self._compose(whole, self.text[whole.start : whole.end], Sequence)
                if not isinstance(node, Sequence) or len(node.items) != len(several):
                    kept = _kept(several, error.root, error) if error else []
                    found.items += kept
                    waiting += reversed(_divided(several[len(kept) :], error))
                    continue
            if isinstance(node, Sequence):
                found.items += node.items

    def _compose(
        self, piece: Piece, text: str, form: type
    ) -> tuple[Node | None, UnreadableError | None]:
        """Compose a piece that must be of the given form or empty."""
        node, error = attempt(text, Mark(piece.line, 1, piece.start))
        if error is not None or node is None or isinstance(node, form):
            return node, error
        place = Mark(node.line, node.column, node.start)
        if form is Mapping:
            message = "this stands without the name of a field"
            return None, UnreadableError("not-a-field", message, place)
        return None, UnreadableError("syntax", "this is no item of a list", place)

    def _read(self, piece: Piece, form: type) -> Node | None:
        """Read one piece, or report every slip in it and return None."""
        node, error = self._compose(piece, self.text[piece.start : piece.end], form)
        if error is not None:
            self.broken += 1
            self._explain(piece, error, form)
        return node

    def _explain(self, piece: Piece, error: UnreadableError, form: type) -> None:
        """Mend slip after slip, reporting each, until the piece reads or none is found."""
        last = piece.line + self.text.count("\n", piece.start, piece.end)
        lines = list(self.lines[piece.line - 1 : last])
        sure = True
        for _ in range(_MOST_SLIPS if piece.end - piece.start <= _PIECE else 0):
            found = self._mended(piece, lines, error, form)
            found = found or self._mended_together(piece, lines, error, form)
            if found is None:
                break
            several, outcome = found
            for number, slip in several.items():
                self._add(piece.line + number, slip.column, slip.code, slip.message, slip.fix)
                lines[number] = slip.meant
                sure = sure and slip.sure
            if outcome is None:
                self._mend(piece, lines if sure else [])
                return
            error = outcome
        self._report(error)

    def _mend(self, piece: Piece, lines: list[str]) -> None:
        """Note which lines of a piece were changed to make it readable."""
        offset = piece.start
        for number, meant in enumerate(lines):
            old = self.lines[piece.line - 1 + number]
            if meant != old:
                self.mends.append(Mend(offset, offset + len(old), meant))
            offset = LINE.match(self.text, offset).end()  # type: ignore[union-attr] # it matches all

    def _mended(
        self, piece: Piece, lines: list[str], error: UnreadableError, form: type
    ) -> tuple[dict[int, Slip], UnreadableError | None] | None:
        """The first slip, with its line, whose mending brings the parser further; what then is."""
        fields_at = _fields_at(lines)
        for number in _suspects(piece, lines, error):
            inside = (fields_at, _dash_at(lines, number)) if number else ()
            for slip in slips(lines[number], *inside):
                next_error = self._tried(piece, lines, {number: slip}, form)
                if next_error is None or _further(next_error, error):
                    return {number: slip}, next_error
        return None

    def _mended_together(
        self, piece: Piece, lines: list[str], error: UnreadableError, form: type
    ) -> tuple[dict[int, Slip], UnreadableError | None] | None:
        """The same for slips that only all together make a difference."""
        fields_at = _fields_at(lines)
        if fields_at is None:
            return None
        looked = ((number, glued(line, fields_at)) for number, line in enumerate(lines))
        several = {number: slip for number, slip in looked if slip is not None}
        next_error = self._tried(piece, lines, several, form)
        if several and (next_error is None or _further(next_error, error)):
            return several, next_error
        return None

    def _tried(
        self, piece: Piece, lines: list[str], mended: dict[int, Slip], form: type
    ) -> UnreadableError | None:
        """What is still wrong with a piece when these slips are mended."""
        trial = [mended[at].meant if at in mended else line for at, line in enumerate(lines)]
        return self._compose(piece, "\n".join(trial) + "\n", form)[1]

    def _report(self, error: UnreadableError) -> None:
        message, fix = _PLAIN.get(error.code, _PLAIN["syntax"])
        self._add(error.line, error.column, error.code, message or error.message, fix)

    def _give_up(self) -> None:
        message = (
            f"more than {MOST_BROKEN} pieces of this file cannot be read; the rest is left out"
        )
        self._add(0, 0, "too-many", message, "Mend the ones above and check again.")

    def _add(self, line: int, column: int, code: str, message: str, fix: str) -> None:
        line = min(line, len(self.lines))  # a parser may complain about the end of the text
        self.problems.append(
            Problem(
                self.path, line, column, Level.ERROR, code, message, fix, excerpt(self.lines, line)
            )
        )


_PLAIN = {  # message (empty: the parser's own) and fix
    "not-a-field": ("", "Write the field's name, a colon and a space before it."),
    "syntax": (
        "this line cannot be read here",
        "Compare it with its neighbours: look for an open quotation mark or another indentation.",
    ),
    "too-deep": ("lists are nested too deep here", "A bank needs no more than three levels."),
    "too-large": ("", "Split the file into several banks."),
    "alias": ("", "Put the text in quotes, or write out what is meant."),
    "anchor": ("", "Put the text in quotes."),
    "tag": ("", "Put the text in quotes."),
    "key-is-no-text": ("", "Write the field's name, a colon and a space."),
    "control-character": ("", "Delete it: retype the words around it."),
}


def _line(piece: Piece) -> int:
    return piece.line


def _kept(pieces: list[Piece], before: Node | None, error: UnreadableError) -> list[Node]:
    """The items that were complete before an error, if each is the piece it should be."""
    if not isinstance(before, Sequence):
        return []
    sound = bisect_left(pieces, min(error.since, error.line), key=_line) - 1
    kept = before.items[: max(sound, 0)]
    starts = [piece.line for piece in pieces[: len(kept)]]
    return kept if [item.line for item in kept] == starts else []


def _divided(pieces: list[Piece], error: UnreadableError | None) -> list[list[Piece]]:
    """Divide pieces that cannot be read together: before, at and behind the error."""
    if error is None:
        middle = len(pieces) // 2
        return [pieces[:middle], pieces[middle:]]
    first = max(bisect_right(pieces, min(error.since, error.line), key=_line) - 1, 0)
    behind = max(bisect_right(pieces, error.line, key=_line), first + 1)
    parts = [pieces[:first], pieces[first:behind], pieces[behind:]]
    if len(parts[1]) == len(pieces):
        middle = len(pieces) // 2
        parts = [pieces[:middle], pieces[middle:]]
    return [part for part in parts if part]


def _fields_at(lines: list[str]) -> int | None:
    """The column of an item's fields: where the words behind its dash begin."""
    dash = re.match(r"\s*-\s+(?=[^\s-])", lines[0]) if lines else None
    return dash.end() if dash else None


def _dash_at(lines: list[str], number: int) -> int | None:
    """The column of the nearest dash above a line of an item, below the item's own."""
    dashes = (re.match(r"( *)- ", line) for line in reversed(lines[1:number]))
    return next((len(dash[1]) for dash in dashes if dash), None)


def _suspects(piece: Piece, lines: list[str], error: UnreadableError) -> Iterator[int]:
    """Numbers of the lines to look at: the complaint's, where it began, then upwards."""
    last = len(lines) - 1
    at = min(max(error.line - piece.line, 0), last)
    since = min(max(error.since - piece.line, 0), last)
    upwards = range(at, max(at - _REACH, -1), -1)
    yield from dict.fromkeys([at, since, *upwards])


def _further(now: UnreadableError, before: UnreadableError) -> bool:
    return (now.line, now.column) > (before.line, before.column)
