"""Screenplays of Final Draft: paragraphs that say of which type they are.

<Paragraph Type="Character"><Text>ADA</Text></Paragraph>
<Paragraph Type="Parenthetical"><Text>(softly)</Text></Paragraph>
<Paragraph Type="Dialogue"><Text>Hello.</Text></Paragraph>
<Paragraph Type="Action"><Text>She turns.</Text></Paragraph>
"""

import re

from quizgen.model.transcript import Transcript
from quizgen.transcripts.attributed import Speech
from quizgen.transcripts.tags import Markup, Tag

_DOCUMENT = re.compile(r"<FinalDraft\b")


def is_screenplay(text: str) -> bool:
    """Whether a text is such a document."""
    return bool(_DOCUMENT.search(text[:2000]))


def read(text: str, path: str, form: str) -> Transcript:
    """Read the dialogue; what neither names a character nor is said by one ends a speech."""
    markup, speech = Markup(text), Speech(text)
    kind, runs = "", list[Tag]()
    speaking = False
    for tag in markup:
        if tag.name == "titlepage" and tag.kind == "open":
            break
        if tag.name == "paragraph" and tag.kind == "open":
            kind, runs = (tag.get("type") or "").casefold(), []
        elif tag.name == "paragraph":
            speaking = _take(speech, markup, (kind, runs), speaking=speaking)
            kind = ""
        elif tag.kind == "text" and kind and text[tag.start : tag.end].strip():
            runs.append(tag)
    return speech.finish(path, form)


def _take(
    speech: Speech, markup: Markup, paragraph: tuple[str, list[Tag]], *, speaking: bool
) -> bool:
    """Add a paragraph; returns whether somebody is speaking after it."""
    kind, runs = paragraph
    words = " ".join(" ".join(speech.source[run.start : run.end] for run in runs).split())
    if not words:
        return speaking
    if kind == "character":
        speech.turn(words, runs[0].start, runs[-1].end)
    elif kind in {"dialogue", "parenthetical"} and speaking:
        if speech.builder.last not in {" ", "\n"}:
            speech.join(" ")
        low = speech.builder.length
        for run in runs:
            markup.add(speech.builder, run)
        if kind == "parenthetical":
            speech.aside("direction", low)
    else:
        if kind == "scene heading":
            speech.heading = words
        return False
    return True
