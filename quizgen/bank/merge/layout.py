"""Cut a bank's text into its items, line by line, so that one can be changed alone.

The cuts are offsets into the text: what nobody touches stays byte for byte as it is.
Comment lines directly above an item's dash belong to it; deeper ones stand inside it;
a comment with a blank line below it belongs to no item.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.bank.reader import ReadBank
from quizgen.documents.nodes import Mapping, Node, Sequence, content_end
from quizgen.documents.pieces import line_above, line_end, line_starts
from quizgen.model.errors import BankError

LISTS = ("questions", "retired")


@dataclass(frozen=True, slots=True)
class Slot:
    """One item in the file.

    ``lead`` to ``body`` are the comments above it, ``body`` to ``end`` its own lines,
    ``end`` to ``stop`` the blank lines and deeper comments below; ``column`` is that of
    its dash, from 0.
    """

    node: Node
    column: int
    lead: int
    body: int
    end: int
    stop: int

    def text(self, whole: str) -> str:
        """The item's own lines, shifted to the left margin."""
        return shifted(whole[self.body : self.end], -self.column)


@dataclass(frozen=True, slots=True)
class Listing:
    """One of the lists of a bank. ``stop`` is where an item may be put if it has none.

    ``node`` is None where the bank has no such list.
    """

    key: str
    node: Node | None
    slots: tuple[Slot, ...]
    column: int
    stop: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A bank's text, where its lines begin, and the items of its two lists."""

    text: str = field(repr=False)
    starts: list[int] = field(repr=False)
    newline: str
    questions: Listing
    retired: Listing


def lay_out(read: ReadBank) -> Layout:
    """Find every item of a bank that parses as YAML.

    Raises:
        BankError: a list is written in brackets, so that its items have no lines.
    """
    text, root = read.document.text, read.document.root
    starts = line_starts(text)
    found = []
    for key in LISTS:
        node = root.get(key) if isinstance(root, Mapping) else None
        found.append(_listing(key, node, read, starts))
    questions, retired = found
    return Layout(text, starts, read.newline, questions, retired)


def _listing(key: str, node: Node | None, read: ReadBank, starts: list[int]) -> Listing:
    text = read.document.text
    if node is None:
        return Listing(key, None, (), 0, len(text))
    if not isinstance(node, Sequence) or (node.flow and not node.items):
        return Listing(key, node, (), 0, line_end(text, node.end))
    if node.flow:
        raise BankError(
            f"{read.document.path}:{node.line}: the list “{key}” is written in brackets, into "
            "which quizgen cannot write.",
            fix="Write every question on lines of its own, beginning with “- question: ”.",
        )
    slots = tuple(_slots(node, text, starts))
    return Listing(key, node, slots, slots[0].column, slots[-1].stop)


def _slots(node: Sequence, text: str, starts: list[int]) -> Iterator[Slot]:
    column = node.column - 1
    dashes = [_dash(item, column, text, starts) for item in node.items]
    ends = [line_end(text, content_end(item, text)) for item in node.items]
    before = _key_end(dashes[0], text, starts)  # where the first item's comments may begin
    for item, dash, end in zip(node.items, dashes, ends, strict=True):
        lead = _lead(before, dash, column, text, starts)
        yield Slot(item, column, lead, dash, end, _rest(end, column, text))
        before = end


def _dash(item: Node, column: int, text: str, starts: list[int]) -> int:
    """The start of the line with the item's dash, which may stand alone above the item."""
    number = item.line - 1
    while number >= 0:
        start = starts[number]
        if text[start : start + column].isspace() or not column:
            at = start + column
            if text[at : at + 1] == "-" and text[at + 1 : at + 2] in ("", " ", "\t", "\r", "\n"):
                return start
        number -= 1
    raise BankError(
        f"line {item.line} of the bank: no dash stands where the question begins.",
        fix="Begin every question with “- question: ”, all dashes in the same column.",
    )


def _key_end(dash: int, text: str, starts: list[int]) -> int:
    """Where the line with the list's name ends: the nearest line above that is no comment."""
    at = dash
    while at:
        above = line_above(starts, at)
        words = text[above:at].strip()
        if words and not words.startswith("#"):
            return at
        at = above
    return at


def _lead(before: int, dash: int, column: int, text: str, starts: list[int]) -> int:
    """Where the comment lines directly above a dash begin; ``before`` is where they may."""
    at = dash
    while at > before:
        above = line_above(starts, at)
        line = text[above:at]
        indent = len(line) - len(line.lstrip(" \t"))
        if above < before or not line.lstrip(" \t").startswith("#") or indent > column:
            return at
        at = above
    return at


def _rest(end: int, column: int, text: str) -> int:
    """Where the blank lines and deeper comments below an item end."""
    at = end
    while at < len(text):
        below = line_end(text, at)
        line = text[at:below]
        words = line.lstrip(" \t")
        if words.strip() and not (words.startswith("#") and len(line) - len(words) > column):
            return at
        at = below
    return at


def shifted(text: str, columns: int) -> str:
    """Move lines to the right (or left, as far as they stand in); blank ones stay."""
    if not columns:
        return text
    lines = text.splitlines(keepends=True)
    if columns > 0:
        return "".join(" " * columns + line if line.strip() else line for line in lines)
    return "".join(line[min(-columns, len(line) - len(line.lstrip(" "))) :] for line in lines)
