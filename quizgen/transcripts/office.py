"""The words of documents of word processors: a line for a paragraph, a line for a row of a table.

Cells of a row are parted by tabs, where they are a speaker, a time, words; where a table only
lays out a page, its cells are paragraphs like others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.transcripts.tags import Markup, Tag
from quizgen.transcripts.view import Builder

_RUNS = frozenset({"t", "h"})
_PARAGRAPHS = frozenset({"p", "h"})
_BREAKS = frozenset({"br", "cr", "line-break"})
_HIDDEN = frozenset({"del", "instrtext", "annotation", "tracked-changes"})
_BLANKS = {"w:tab": "\t", "text:tab": "\t", "text:s": " "}
_ROWS = frozenset({"tr", "table-row"})
_CELLS = frozenset({"tc", "table-cell"})
_LONGEST_LABEL = 80  # characters in a cell that is no speech


def words(xml: str) -> str:
    """The text of a document's main part."""
    layout = _Layout(Markup(xml), Builder(xml))
    for tag in layout.markup:
        layout.take(tag)
    return re.sub(r"\n\n+", "\n\n", "".join(layout.lines))


@dataclass(slots=True)
class _Layout:
    """Goes over the tags once; tables may lie in cells of others."""

    markup: Markup
    builder: Builder
    lines: list[str] = field(default_factory=list)
    rows: list[list[list[str]]] = field(default_factory=list)
    inside: int = 0
    hidden: int = 0

    def take(self, tag: Tag) -> None:
        """Look at one tag or run of text."""
        name, opens = tag.name.rpartition(":")[2], tag.kind == "open"
        if name in _RUNS or tag.name == "text:p":
            self.inside += 1 if opens else -1
        elif name in _HIDDEN:
            self.hidden += 1 if opens else -1
        if tag.kind == "text":
            if self.inside and not self.hidden:
                self.markup.add(self.builder, tag, collapse=False)
        elif name in _PARAGRAPHS and not opens:
            self._end()
        elif name in _BREAKS and opens:
            self.builder.join("\n", tag.start)
        elif opens and tag.name in _BLANKS and not self.hidden:
            self.builder.join(_BLANKS[tag.name], tag.start)
        elif name in _ROWS:
            self._row(opens=opens)
        elif name in _CELLS and opens and self.rows:
            self.rows[-1].append([])

    def _end(self) -> None:
        """A paragraph ends."""
        said = f"{self.builder.view().text}\n"
        self.builder = Builder(self.markup.text)
        self._add([said])

    def _add(self, lines: list[str]) -> None:
        held = self.rows[-1][-1] if self.rows and self.rows[-1] else self.lines
        held.extend(lines)

    def _row(self, *, opens: bool) -> None:
        if opens:
            self.rows.append([])
        elif self.rows:
            self._add(list(_lines(self.rows.pop())))


def _lines(cells: list[list[str]]) -> Iterator[str]:
    """The lines of a row: paragraphs behind the first have empty cells before them."""
    kept = [[line.strip() for line in cell if line.strip()] for cell in cells]
    size = [sum(map(len, cell)) for cell in kept]
    longest = size.index(max(size)) if size else 0
    labels = [cell for at, cell in enumerate(kept) if at != longest and cell]
    short = all(len(cell) == 1 and len(cell[0]) <= _LONGEST_LABEL for cell in labels)
    if not labels or not short:
        for cell in cells:
            yield from cell
        return
    yield "\t".join(_flat(cell[0]) if cell else "" for cell in kept) + "\n"
    for more in kept[longest][1:]:
        yield "\t" * longest + _flat(more) + "\n"


def _flat(said: str) -> str:
    return " ".join(said.split())
