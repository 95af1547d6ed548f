"""Anki's text import: a row a note, for the note types that every Anki has.

The first lines tell Anki which column is which. A row that comes again updates its note,
because the first column is the note's guid.
"""

import csv
import io
import re
from collections.abc import Sequence

from quizgen.exchange import cards
from quizgen.exchange.anki_text_reading import read, score
from quizgen.exchange.api import Item, Losses, Options, Part
from quizgen.exchange.markup import html
from quizgen.exchange.wording import one_line
from quizgen.model.question import Cloze

__all__ = ["BINARY", "KINDS", "PLACES", "SUMMARY", "TITLE", "read", "score", "write"]

TITLE = "Anki text"
SUMMARY = "Rows for Anki's text import, as Basic and Cloze notes; they update as well."
BINARY = False
KINDS = {
    "choice": "a Basic note with its options",
    "multi": "a Basic note with its options",
    "truefalse": "a Basic note",
    "short": "a Basic note",
    "cloze": "a Cloze note",
    "number": "a Basic note",
    "order": "a Basic note",
    "match": "a Basic note",
    "open": "a Basic note",
}
PLACES = frozenset(
    {"hint", "explanation", "because", "from", "topic", "speaker", "tags", "difficulty"}
) | {"control characters"}

_HEAD = (
    "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
    "#tags column:4\n"
)


def write(parts: Sequence[Part], options: Options, _losses: Losses) -> bytes:
    """Write a row an item: guid, note type, deck, tags, front, back."""
    target = io.StringIO()
    target.write(_HEAD)
    rows = csv.writer(target, delimiter="\t", lineterminator="\n")
    for part in parts:
        deck = one_line(part.bank.title).replace("::", ": ")
        for item in part.items:
            rows.writerow(_row(item, deck, options))
    return target.getvalue().encode()


def _row(item: Item, deck: str, options: Options) -> tuple[str, ...]:
    question = item.question
    cloze = isinstance(question, Cloze)
    shown = cards.gaps(question) if isinstance(question, Cloze) else cards.front(question)
    if question.hint:
        hinted = cards.apart(html(question.hint)) if cloze else html(question.hint)
        hint = f'<summary>Hint</summary><p class="hint">{hinted}</p>'
        shown += cards.safe(f"<details>{hint}</details>")
    back = cards.answer(question) + cards.more(question) + cards.source(question)
    fields = (shown + cards.choices(item, options.seed), back)
    tags = " ".join(cards.tags(question))
    notetype = "Cloze" if cloze else "Basic"
    return (cards.guid(item), notetype, deck, tags, *(_flat(field) for field in fields))


def _flat(field: str) -> str:
    return re.sub(r"[\r\n\t]+", " ", field)
