"""A saved web page as lines of text, each knowing in which part of the page it stands."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.links import lines_of_links
from quizgen.transcripts.tags import Markup, Tag
from quizgen.transcripts.view import Builder, View

_PARAGRAPHS = frozenset(
    """
    p div section article main body ul ol table blockquote h1 h2 h3 h4 h5 h6 form fieldset pre
    header footer aside nav figure hr dl address center details summary
    """.split()
)
_LINES = frozenset("br li tr dt dd option caption thead tbody".split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_EMPHASIS = frozenset({"b", "strong", "em", "i"})
_SPANS = _HEADINGS | _EMPHASIS | {"a"}
_CELLS = frozenset({"td", "th"})
_PARTS = frozenset(
    "div section article main body td table ul ol dl blockquote center pre font".split()
)
_DROPPED = frozenset("nav footer header aside form button head figure".split())
_BOLD = frozenset({"b", "strong"})
_STYLED = frozenset({"span", "font", "em", "i"})
_BOLD_STYLE = re.compile(
    r"font-weight\s*:\s*(?:bold|[6-9]00)|class=[\"'][^\"']*\b(?:bold|speaker)",
    re.IGNORECASE,
)
_EMPTY = frozenset("br hr img meta link input wbr source col area base embed track param".split())
_INLINE = frozenset(
    """
    a abbr b strong i em u span font sup sub small code mark q cite time label tt big s strike
    del ins kbd var samp wbr img html head title link meta input button bdi bdo ruby rt data dfn
    acronym
    """.split()
)
_RECORDED = re.compile(
    r"^\*\*(?:action|resolution|resolved|proposal|proposed)\s*:?\*\*:?[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_BUTTONS = re.compile(r"class=[\"'][^\"']*\b(?:mw-editsection|sr-only|visually-hidden)\b")
_SHOWS_WHO = 80
_DEEPEST = 60
_ENCLOSING = 40  # open elements among which the one that a tag closes is looked for
_MOSTLY = 0.9


@dataclass(slots=True)
class Page:
    """A page's text as a view, its title, and the part of the page that each line is in.

    ``cuts`` are what nobody says: the signs that stand for bold type, headings, and lines
    that are links alone. ``emphasised`` are ranges in bold type, in italic type, of headings.
    """

    view: View
    title: str | None
    at: list[int] = field(default_factory=list)
    parts: list[tuple[int, ...]] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    emphasised: tuple[list[tuple[int, int]], ...] = ()

    def main(self, starts: Sequence[int]) -> tuple[int, int]:
        """The range of the view that holds what is said: the smallest part with the labels."""
        if not starts or not self.at:
            return 0, len(self.view.text)
        chains = [self.parts[max(bisect_right(self.at, at) - 1, 0)] for at in starts]
        held = Counter(part for chain in chains for part in chain)
        enough = [part for part, often in held.items() if often >= _MOSTLY * len(starts)]
        if not enough:
            return 0, len(self.view.text)
        smallest = max(enough)  # parts are numbered as they open: the last one is the innermost
        inside = [at for at, chain in zip(self.at, self.parts, strict=True) if smallest in chain]
        last = bisect_right(self.at, inside[-1])
        return inside[0], self.at[last] if last < len(self.at) else len(self.view.text)


def page(text: str, begin: int = 0) -> Page:
    """Lay out a page as lines: paragraphs, line breaks and cells as in a browser.

    What stands before the offset ``begin`` is no part of it.
    """
    layout = _Layout(Markup(text, begin))
    for tag in layout.markup:
        layout.take(tag)
    view = layout.builder.view()
    italic, bold = layout.emphasised
    ranges = (bold, italic, [(cut.start, cut.end) for cut in layout.headings])
    return Page(view, layout.title, layout.at, layout.parts, layout.cuts(view.text), ranges)


@dataclass(slots=True)
class _Layout:
    markup: Markup
    builder: Builder = field(init=False)
    at: list[int] = field(default_factory=list)
    parts: list[tuple[int, ...]] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    open: list[tuple[str, int]] = field(default_factory=list)
    buttons: set[int] = field(default_factory=set)
    chain: list[int] = field(default_factory=list)
    number: int = 0
    dropped: int = 0
    pre: int = 0
    title: str | None = None
    titling: int | None = None
    bold: int = 0
    parted: bool = False
    titles: list[Cut] = field(default_factory=list)
    headings: list[Cut] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    spans: dict[str, int] = field(default_factory=dict)
    emphasised: tuple[list[tuple[int, int]], list[tuple[int, int]]] = field(
        default_factory=lambda: ([], [])
    )

    def __post_init__(self) -> None:
        self.builder = Builder(self.markup.text)

    def take(self, tag: Tag) -> None:
        """Look at one tag or run of text."""
        if tag.kind == "text":
            if not self.dropped:
                if self.parted and self.builder.last.isalpha() and self._letter(tag).isupper():
                    self.builder.join(" ", tag.start)
                self.parted = False
                self.markup.add(self.builder, tag, collapse=not self.pre)
            return
        if tag.name == "title":
            self._title(tag)
        self._break(tag)
        if tag.name in _SPANS:
            self._span(tag)
        if not self.dropped and (tag.name in _BOLD or self._looks_bold(tag)):
            self._mark(tag)
        if tag.kind == "open" and tag.name not in _EMPTY:
            self._open(tag)
        elif tag.kind == "close":
            self._close(tag)

    def _span(self, tag: Tag) -> None:
        """Where a heading or a link begins and ends in the view."""
        length = self.builder.length
        if tag.kind == "open":
            if tag.name != "a" or tag.get("href"):
                self.spans[tag.name] = length
        elif (low := self.spans.pop(tag.name, length)) < length:
            if tag.name == "a":
                self.links.append((low, length))
            elif tag.name not in _HEADINGS:
                self.emphasised[tag.name in _BOLD].append((low, length))
            else:  # one of the first rank is the title
                kept = self.titles if tag.name == "h1" else self.headings
                kept.append(Cut(low, length, "heading"))

    def cuts(self, text: str) -> list[Cut]:
        """What nobody says, in a page whose text is now whole."""
        found = [*self.headings, *lines_of_links(text, self.links)]
        found += self.titles if len(self.titles) > 1 else []
        found += [Cut(*match.span(), "break") for match in _RECORDED.finditer(text)]
        starts = sorted((cut.start, cut.end) for cut in found)
        marks = [Cut(low, high, "") for low, high in self.marks if not _within(low, starts)]
        return [*found, *marks]

    def _letter(self, tag: Tag) -> str:
        return self.markup.text[tag.start : tag.start + 1]

    def _title(self, tag: Tag) -> None:
        if tag.kind == "open":
            self.titling = tag.end
        elif self.titling is not None and self.title is None:
            builder = Builder(self.markup.text)
            self.markup.add(builder, Tag("text", "", self.titling, tag.start))
            self.title = builder.view().text.strip() or None

    def _break(self, tag: Tag) -> None:
        known = tag.name in _INLINE or tag.name in _LINES or tag.name in _CELLS
        if tag.name in _PARAGRAPHS or not known:
            self._lines(2, tag.start)
        elif tag.name in _LINES and (tag.kind == "open" or tag.name != "br"):
            self._lines(1, tag.start)
        elif tag.name in _CELLS and tag.kind == "open" and self.builder.last not in {"\n", ""}:
            self.builder.join("\t", tag.start)

    def _lines(self, number: int, at: int) -> None:
        builder = self.builder
        if not builder.length or self.dropped:
            return
        if (
            number == 1
            and builder.last == "\n"
            and self.markup.text[at : at + 3].casefold() != "<br"
        ):
            return
        have = builder.newlines
        if have >= (2 if number == 2 else 3):
            return
        builder.join("\n" * max(number - have, 1), at)

    def _mark(self, tag: Tag) -> None:
        """Bold type at the start of a line may be a label: it gets Markdown's stars."""
        builder = self.builder
        if tag.kind == "open":
            if builder.last in {"\n", ""} and not self.bold and self._short(tag):
                self.marks.append((builder.length, builder.length + 2))
                builder.join("**", tag.start)
                self.bold = self.number + 1  # the number that this tag is about to get
        elif self.bold and self.open and self.open[-1][1] == self.bold:
            following = self.markup.text[tag.end : tag.end + 12].lstrip().casefold()
            if following.startswith(("<b>", "<strong>", "<b ", "<strong ")):
                self.parted = True
                self.bold = self.number + 1
                return
            self.bold = 0
            self.marks.append((builder.length, builder.length + 2))
            builder.join("**", tag.start)

    def _looks_bold(self, tag: Tag) -> bool:
        """Whether a tag's style says bold type; its end is that of the innermost of its name."""
        if tag.kind == "open":
            return tag.name in _STYLED and bool(_BOLD_STYLE.search(tag.attributes))
        return bool(self.bold and self.open and self.open[-1][1] == self.bold)

    def _short(self, tag: Tag) -> bool:
        text = self.markup.text
        end = text.find("</", tag.end, tag.end + 3 * _SHOWS_WHO)
        return end >= 0 and 0 < len(text[tag.end : end].strip()) <= _SHOWS_WHO

    def _open(self, tag: Tag) -> None:
        self.number += 1
        if tag.name in _DROPPED:
            self.dropped += 1
        elif tag.name in _STYLED and tag.attributes and _BUTTONS.search(tag.attributes):
            self.buttons.add(self.number)
            self.dropped += 1
        if tag.name == "pre":
            self.pre += 1
        if tag.name in _PARTS:
            self.chain.append(self.number)
            self._place()
        self.open.append((tag.name, self.number))

    def _close(self, tag: Tag) -> None:
        depth = last = len(self.open) - 1
        if last < 0 or self.open[last][0] != tag.name:
            near = range(last, max(last - _ENCLOSING, -1), -1)
            depth = next((at for at in near if self.open[at][0] == tag.name), -1)
        if depth < 0:
            return
        for name, number in self.open[depth:]:
            self.dropped -= name in _DROPPED or number in self.buttons
            self.pre -= name == "pre"
            if self.chain and self.chain[-1] == number:
                self.chain.pop()
        del self.open[depth:]
        if tag.name in _PARTS:
            self._place()

    def _place(self) -> None:
        chain = tuple(self.chain[-_DEEPEST:])
        if self.at and self.at[-1] == self.builder.length:
            self.parts[-1] = chain
            return
        self.at.append(self.builder.length)
        self.parts.append(chain)


def _within(at: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the ranges, which come in order."""
    before = bisect_right(ranges, at, key=lambda low_high: low_high[0]) - 1
    return before >= 0 and at < ranges[before][1]
