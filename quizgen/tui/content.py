"""Foreign text made fit for a terminal: what banks and transcripts hold, shown as it is.

Textual reads a plain ``str`` as markup, so that ``[laughs]`` disappears and ``[/x]`` ends
the program. Everything that is not the interface's own therefore becomes a ``Content``
here, which is never parsed. All replacements are one character for one: offsets into a
text are offsets into what is shown.
"""

import re
from collections.abc import Iterable

from textual.content import Content, Span

_CONTROL_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"}
_UNSHOWABLE = (
    *range(0x80, 0xA0),  # the C1 controls; some terminals obey them
    *range(0x202A, 0x202F),  # embeddings and overrides of direction: they turn our frame, too
    *range(0x2066, 0x206A),  # isolates of direction
    *range(0xD800, 0xE000),  # half characters, which no terminal accepts
    0x2028,
    0x2029,
)
_VISIBLE = {
    **_CONTROL_PICTURES,
    **dict.fromkeys(_UNSHOWABLE, 0xFFFD),
    0x7F: 0x2421,
    ord("\t"): ord(" "),
}
_BLANK_LINES = re.compile(r"[ \t\r]*\n[ \t\r\n]*\n")
_LINE_BREAK = re.compile(r"\r(?=\n)|(?<!\n)\n(?!\n)")


def visible(text: str) -> str:
    """Show control characters as symbols instead of letting the terminal obey them."""
    return text.translate(_VISIBLE)


def flowing(text: str) -> str:
    """Make a paragraph's hard line breaks spaces; blank lines between paragraphs stay."""
    gaps = _BLANK_LINES.sub(lambda gap: "\n\n".rjust(len(gap.group())), text)
    return visible(_LINE_BREAK.sub(" ", gaps))


def literal(text: str, style: str = "") -> Content:
    """Show ``text`` exactly, all of it in ``style``."""
    shown = visible(text)
    spans = [Span(0, len(shown), style)] if style and shown else None
    return Content(shown, spans, strip_control_codes=False)


def prose(
    text: str, style: str = "", marks: Iterable[tuple[int, int]] = (), mark: str = "bold"
) -> Content:
    """Show running text in ``style``, its ranges ``marks`` in the style ``mark`` as well."""
    shown = flowing(text)
    spans = [Span(0, len(shown), style)] if style and shown else []
    spans += [
        Span(max(start, 0), min(end, len(shown)), mark)
        for start, end in marks
        if max(start, 0) < min(end, len(shown))
    ]
    return Content(shown, spans, strip_control_codes=False)
