"""A saved web page: its paragraphs are lines, and any form of lines may stand in them.

<p><b>Question:</b> Mr President, what is new?</p>
<p><b>Thomas More:</b> Nothing yet.</p>

Scripts, menus and what stands around the speech are left out.
"""

import re

from quizgen.model.transcript import Transcript
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


def score(text: str) -> float:
    """How sure the form is of the text: it begins as a page does, or is full of its tags."""
    if _PAGE.match(text[:3000].lstrip("\ufeff")):
        return 1.0
    if text.lstrip()[:1] != "<":
        return 0.0
    if len(_TAGS.findall(text[:20_000])) > _FEW:
        return 0.97
    return 0.99 if len(_CLOSING.findall(text[:20_000])) > _FEW - 2 else 0.0


def read(text: str, path: str) -> Transcript:
    """Read the page's lines in whatever form they are; without labels it may be an interview."""
    found = page(text)
    view, title = found.view, found.title
    labelled = best(view, path, NAME, title=title, main=found.main, cuts=found.cuts)
    if unsure(labelled) is None:
        return labelled
    for ranges in found.emphasised:
        asked = bold_question.interview(view.text, ranges)
        if asked:
            return bold_question.read_view(view, path, NAME, asked, title=title, cuts=found.cuts)
    return labelled
