"""Text to HTML and back: paragraphs, line breaks, quotations, and nothing that could run."""

import re
from html import escape, unescape

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKS = re.compile(r"[&<>\n]")
_TAG = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|div|span|su[bp]|[uo]l|li|img|a|pre|code|table|t[rdh]|blockquote"
    r"|h[1-6]|font)(?:\s[^<>]*)?/?>|&(?:amp|lt|gt|quot|nbsp|#\d+);",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    "p div section blockquote pre h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr details "
    "summary".split()
)
# A comment, or a tag: no pattern runs past the next <, so that each sign is looked at once.
_MARKUP = re.compile(
    r"<!--(?:(?!-->|<!--).)*-->"
    r"""|<(/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|<[!?/][^<>]*>""",
    re.IGNORECASE | re.DOTALL,
)
_CLASS = re.compile(r"""\bclass\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_SILENT = frozenset({"script", "style", "template", "title", "head"})


def xml_text(text: str) -> str:
    """A text inside an XML element: escaped, without the signs that XML cannot hold."""
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("", text)
    return escape(text, quote=False)


def xml_value(text: str) -> str:
    """A text inside an XML attribute."""
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("", text)
    return escape(text).replace("\n", "&#10;").replace("\t", "&#9;")


def forbidden(text: str) -> bool:
    """Whether XML cannot hold a sign of the text: control characters, half characters."""
    plain = text.replace("\n", "").isprintable()  # most texts are, and this is quick to see
    return not plain and bool(_FORBIDDEN.search(text))


def html(text: str) -> str:
    """A text as HTML, its line breaks kept."""
    if _MARKS.search(text):
        return escape(text, quote=False).replace("\n", "<br>")
    return text


def paragraph(text: str, kind: str = "") -> str:
    """A text as a paragraph of HTML, of a class if it has one; nothing for no text."""
    if not text:
        return ""
    named = f' class="{kind}"' if kind else ""
    return f"<p{named}>{html(text)}</p>"


def quotation(text: str, kind: str = "") -> str:
    """A text as a quotation of HTML; nothing for no text."""
    if not text:
        return ""
    named = f' class="{kind}"' if kind else ""
    return f"<blockquote{named}>{html(text)}</blockquote>"


def looks_like_html(text: str) -> bool:
    """Whether a text that may be either holds tags or entities."""
    return bool(_TAG.search(text))


def text_of(source: str) -> str:
    """The text of HTML: blocks become paragraphs, ``<br>`` a line break."""
    return "\n\n".join(block.text for block in blocks_of(source))


class Block:
    """A paragraph of HTML: its text, its element's name and class."""

    def __init__(self, tag: str, kind: str) -> None:
        self.tag = tag
        self.kind = kind
        self.parts: list[str] = []

    @property
    def text(self) -> str:
        """The text with the blanks of the source as single ones, ``<br>`` as line breaks."""
        joined = "".join(self.parts).split("\0")
        return "\n".join(re.sub(r"[ \t\r\n\f]+", " ", line).strip() for line in joined).strip()


def blocks_of(source: str) -> list[Block]:
    """The paragraphs of HTML, in order, without empty ones.

    Tags are found in one pass over the source, however broken it is.
    """
    source = source.replace("\0", "")
    blocks = [Block("", "")]
    silent = ""
    done = 0
    for found in _MARKUP.finditer(source):
        if not silent:
            blocks[-1].parts.append(unescape(source[done : found.start()]))
        done = found.end()
        name = (found[2] or "").casefold()
        if silent:
            silent = "" if name == silent and found[1] else silent
        elif name in _SILENT:
            silent = "" if found[1] else name
        elif name == "br":
            blocks[-1].parts.append("\0")
        elif name == "img":
            blocks[-1].parts.append(f"[{_attribute(found[3], _ALT) or 'picture'}]")
        elif name in _BLOCKS:
            tag, kind = ("", "") if found[1] else (name, _attribute(found[3], _CLASS))
            blocks.append(Block(tag, kind))
    if not silent:
        blocks[-1].parts.append(unescape(source[done:]))
    return [block for block in blocks if block.text]


def _attribute(source: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(source)
    return unescape(found[1].strip("\"'")) if found else ""
