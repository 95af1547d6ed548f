"""A saved web page: its paragraphs are lines, and any form of lines may stand in them.

<p><b>Question:</b> Mr President, what is new?</p>
<p><b>Thomas More:</b> Nothing yet.</p>

Scripts, menus and what stands around the speech are left out. A page of Markdown may hold one
under its front matter and its heading.
"""

import re
from dataclasses import replace

from quizgen.model.transcript import Transcript
from quizgen.transcripts import metadata, xml_records
from quizgen.transcripts.best import best
from quizgen.transcripts.doubt import unsure
from quizgen.transcripts.forms import bold_question
from quizgen.transcripts.pages import page

NAME = "html"
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html\b)",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(
    r"<(?:p|div|br|b|strong|span|li|td|h[1-6]|font|body|center)\b[^>]*>", re.IGNORECASE
)


_CLOSING = re.compile(r"</[A-Za-z][\w:.-]*>")
_FEW = 5
_MOSTLY = 0.6
_LOOKED_AT = 20_000
_ABOVE = re.compile(r"(?:[ \t]*\r?\n|#[^\r\n]*\r?\n)*[ \t]*")  # headings and blank lines


def score(text: str) -> float:
    """How sure the form is of the text: it begins as a page does, or is full of its tags."""
    if _PAGE.match(text[:3000].lstrip("\ufeff")):
        return 1.0
    if text.lstrip()[:1] != "<":
        return 1.0 if _body(text) else 0.0
    if len(_TAGS.findall(text[:20_000])) > _FEW:
        return 0.97
    return 0.99 if len(_CLOSING.findall(text[:20_000])) > _FEW - 2 else 0.0


def read(text: str, path: str) -> Transcript:
    """Read the page's lines in whatever form they are; without labels it may be an interview."""
    begin = _body(text)
    if begin:
        facts = metadata.facts(text[:begin])
        within = _read(text, path, begin)
        return replace(within, title=facts.title or within.title, date=facts.date or within.date)
    return _read(text, path, 0)


def _body(text: str) -> int:
    """Where the blocks of HTML begin in a page of Markdown that holds little else; else 0."""
    front = metadata.front_end(text)
    match = _ABOVE.match(text, front)
    begin = match.end() if match else front
    if not begin or text[begin : begin + 1] != "<":
        return 0
    lines = [line for line in text[begin : begin + _LOOKED_AT].splitlines() if line.strip()]
    tags = sum(1 for line in lines if line.lstrip().startswith("<"))
    return begin if tags > _MOSTLY * len(lines) and tags > _FEW else 0


def _read(text: str, path: str, begin: int) -> Transcript:
    found = page(text, begin)
    view, title = found.view, found.title
    labelled = best(view, path, NAME, title=title, main=found.main, cuts=found.cuts)
    if unsure(labelled) is None:
        return labelled
    for ranges in found.emphasised:
        asked = bold_question.interview(view.text, ranges)
        if asked:
            return bold_question.read_view(view, path, NAME, asked, title=title, cuts=found.cuts)
    return xml_records.read(text, path, NAME, classes=True) or labelled
