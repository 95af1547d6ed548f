"""Write a text as a YAML scalar that reads back as exactly that text, anywhere.

Three forms, the plainest that is safe: bare words where YAML 1.1 and 1.2 both read them
as this very text; a folded ``>-`` or literal ``|-`` block for prose; quotes.
"""

import re
from itertools import pairwise

WIDTH = 88
"""Columns at which prose is folded."""

_NOT_TEXT = re.compile(
    r"""(?ix: [-+]? \.? \d [\d_,]* (\.[\d_]*)? (e [-+]? \d+)?   # 12  1_000  .5  1e3
        | [-+]? 0x [\da-f_]+ | [-+]? 0o [0-7_]+ | [-+]? 0b [01_]+
        | [-+]? \d [\d_]* (: [0-5]? \d)+ (\.[\d_]*)?            # 12:30 is 750 in YAML 1.1
        | [-+]? \.inf | \.nan
        | \d{4} - \d\d? - \d\d? ([t\s] .*)?                     # a date
        | true | false | yes | no | on | off | y | n | null | ~ | = | << )"""
)
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_BREAKS_PLAIN = re.compile(r":(?=\s|$)|\s#|[\t\n\r]")
# All but what YAML calls printable; named one by one since the few compile ten times as fast.
_UNPRINTABLE = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufeff\\ufffe\\uffff]"
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def plain(text: str, *, flow: bool = False) -> bool:
    """Tell whether ``text`` can stand bare (in a flow list or mapping: ``flow``)."""
    if not text or text[0] in _INDICATORS or text != text.strip():
        return False
    if text.startswith(("---", "...")) or _BREAKS_PLAIN.search(text) or _UNPRINTABLE.search(text):
        return False
    if flow and re.search(r"[,\[\]{}:]", text):
        return False
    return not _NOT_TEXT.fullmatch(text)


def quoted(text: str) -> str:
    """Put ``text`` in quotes: the kind that needs no escape, or double ones with escapes."""
    if not re.search(r'["\\\n\t]', text) and not _UNPRINTABLE.search(text):
        return f'"{text}"'
    if not re.search(r"['\n\t]", text) and not _UNPRINTABLE.search(text):
        return f"'{text}'"
    escaped = re.sub(r'[\\"\n\t]', lambda match: _ESCAPES[match[0]], text)
    return f'"{_UNPRINTABLE.sub(_escape, escaped)}"'


def inline(text: str, *, flow: bool = False) -> str:
    """Write ``text`` on one line, bare if it may be."""
    return text if plain(text, flow=flow) else quoted(text)


def block(text: str, *, column: int, indent: int) -> str:
    """Write ``text`` as a value that starts at ``column``, further lines at ``indent``.

    Columns count from 0. What fits a line stays on it; longer prose is folded at
    ``WIDTH``, and lines that stand as they are become a literal block.
    """
    fits = "\n" not in text and column + len(text) <= WIDTH
    if fits and plain(text):
        return text
    bare = quoted(text)
    if fits and "\\" not in bare and column + len(bare) <= WIDTH:
        return bare
    if _foldable(text, WIDTH - indent):
        lines = _folded(text, WIDTH - indent)
        if len(lines) == 1 and plain(text):
            return text  # a block of a single line would only look odd
        return f">-\n{_indented(lines, indent)}"
    if _literal(text):
        return f"|-\n{_indented(text.split(chr(10)), indent)}"
    return bare


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _indented(lines: list[str], indent: int) -> str:
    return "\n".join(" " * indent + line if line else "" for line in lines)


def _literal(text: str) -> bool:
    """A literal block keeps all but a blank first sign, blank lines and outer line breaks."""
    return (
        bool(text.strip())
        and not _UNPRINTABLE.search(text)
        and text[0] not in " \t\n"
        and text[-1] != "\n"
        and all(line.strip() or not line for line in text.split("\n"))
    )


def _foldable(text: str, width: int) -> bool:
    """Folding is for prose: no line indented, none that people broke on purpose."""
    lines = text.split("\n")
    return (
        _literal(text)
        and text[-1] not in " \t"
        and not any(line[:1] in (" ", "\t") or line[-1:] == " " for line in lines)
        and (len(lines) == 1 or any(len(line) > width for line in lines))
    )


def _folded(text: str, width: int) -> list[str]:
    """Break at single spaces; in a folded block n blank lines stand for n line breaks."""
    folded: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            folded.append("")
        folded += _wrapped(line, width) if line else []
    return folded


def _wrapped(line: str, width: int) -> list[str]:
    """Wrap one line at spaces that have no other blank beside them."""
    places = [-1, *(match.start() for match in re.finditer(r"(?<=\S) (?=\S)", line)), len(line)]
    lines, start = [], 0
    for place, following in pairwise(places):
        if following - start > width and place > start:
            lines.append(line[start:place])
            start = place + 1
    return [*lines, line[start:]]
