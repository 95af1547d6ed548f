"""Read XML that nobody vouches for: no DTD, no entities of its own, not too deep.

Every element knows the line on which it begins, so that what is wrong can be pointed at.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from quizgen.model.errors import FileError

_DEEPEST = 60


@dataclass(slots=True)
class Element:
    """An element: its text is that before its first child and between its children."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Element"] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its own text, without its children's."""
        return "".join(self.texts)

    def all(self, name: str) -> Iterator["Element"]:
        """The children of this name."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> "Element | None":
        """The first child of this name."""
        return next(self.all(name), None)


def parse(text: str) -> Element:
    """The root element of an XML text.

    Raises:
        FileError: it is not well-formed, declares a document type, or is nested too deep.
    """
    parser = expat.ParserCreate("utf-8")  # whatever the text says it was once encoded in
    builder = _Builder(parser)
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise FileError(
            f"line {error.lineno} is not XML: {expat.ErrorString(error.code)}.",
            fix="Export the file again from the program that wrote it.",
        ) from None
    assert builder.root is not None
    return builder.root


class _Builder:
    """Builds elements from what the parser reports."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.root: Element | None = None
        self._parser = parser
        self._open: list[Element] = []
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(name, attributes, self._parser.CurrentLineNumber)
        if len(self._open) >= _DEEPEST:
            raise FileError(f"line {element.line}: the elements are nested too deep.")
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _data(self, data: str) -> None:
        self._open[-1].texts.append(data)

    def _doctype(self, *_: object) -> None:
        raise FileError(
            f"line {self._parser.CurrentLineNumber}: it declares a document type, which could "
            "make it grow without end or read other files.",
            fix="Delete the line that begins with <!DOCTYPE, if you trust the file.",
        )
