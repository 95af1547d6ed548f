"""hascard's decks, read: cards between lines of dashes, each below a heading.

A card is a definition, options with ``*`` at the right one, boxes with ``[*]``, a text with
``_gaps_``, or numbered things to put in order.
"""

import re
from collections.abc import Callable

from quizgen.exchange.api import Fault, Incoming, Row
from quizgen.exchange.reading import LONGEST_ANSWER, UnreadableError, limited, lines_of
from quizgen.exchange.wording import GAP
from quizgen.model.question import (
    Choice,
    Cloze,
    Multi,
    Open,
    Option,
    Order,
    Question,
    Short,
    TrueFalse,
)

TITLE = "hascard"
SUMMARY = "Decks of the terminal program hascard."

_HEADING = re.compile(r"#\s+(.*\S)\s*")
_END = re.compile(r"-{3,}\s*")
_OPTION = re.compile(r"([-*])\s+(.*\S)\s*")
_BOX = re.compile(r"\[([ *xX])\]\s*(.*\S)\s*")
_NUMBERED = re.compile(r"(\d+)\.\s+(.*\S)\s*")
_GAP = re.compile(r"(?<![\w_])_([^_\n]+)_(?![\w_])")
_PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)")


def score(text: str) -> float:
    """A deck begins with a heading, and lines of dashes end its cards.

    Other Markdown, which has headings of a second level or code, is no deck.
    """
    lines = [line for line in lines_of(text) if line.strip()]
    if not lines or not _HEADING.fullmatch(lines[0]):
        return 0.0
    page = any(line.startswith(("## ", "```")) for line in lines)
    return 0.7 if not page and any(map(_END.fullmatch, lines)) else 0.0


def read(text: str) -> Incoming:
    """Read card after card."""
    rows: list[Row] = []
    faults: list[Fault] = []
    start, lines = 0, []
    for number, line in enumerate([*lines_of(text), "---"], start=1):
        if line.strip() and not _END.fullmatch(line):
            start = start or number
            lines.append(line.strip())
        elif _END.fullmatch(line) and lines:
            try:
                rows.append(Row(start, _card(lines)))
            except UnreadableError as reason:
                faults.append(Fault(start, str(reason)))
            if any(map(_PICTURE.search, lines)):
                faults.append(Fault(start, "a picture is left out", row=False))
            start, lines = 0, []
    return Incoming(tuple(rows), tuple(faults))


def _card(lines: list[str]) -> Question:
    heading = _HEADING.fullmatch(lines[0])
    if heading is None:
        raise UnreadableError("the card has no heading, as “# Question”")
    body = limited([shown for line in lines[1:] if (shown := _PICTURE.sub("", line).strip())])
    if not body:
        raise UnreadableError("the card has nothing below its heading")
    for pattern, build in _SHAPES:
        found = [match for line in body if (match := pattern.fullmatch(line))]
        if len(found) == len(body):
            return build(heading[1], [(match[1], match[2]) for match in found])
    text = "\n".join(body)
    if _GAP.search(text):
        return _gaps(heading[1], text)
    if len(text) <= LONGEST_ANSWER and len(body) == 1:
        return Short(stem=heading[1], keys=(text,))
    return Open(stem=heading[1], key=text)


def _choice(stem: str, options: list[tuple[str, str]]) -> Question:
    keys = [text for mark, text in options if mark == "*"]
    if len(keys) != 1:
        raise UnreadableError(f"{len(keys) or 'none'} of its options are marked with *")
    if {text.casefold() for _, text in options} == {"true", "false"}:
        return TrueFalse(stem=stem, key=keys[0].casefold() == "true")
    wrong = tuple(Option(text) for mark, text in options if mark != "*")
    return Choice(stem=stem, key=keys[0], wrong=wrong)


def _multi(stem: str, options: list[tuple[str, str]]) -> Question:
    keys = tuple(text for mark, text in options if mark != " ")
    if not keys:
        raise UnreadableError("none of its boxes is marked with *")
    wrong = tuple(Option(text) for mark, text in options if mark == " ")
    return Multi(stem=stem, keys=keys, wrong=wrong)


def _order(stem: str, things: list[tuple[str, str]]) -> Question:
    return Order(stem=stem, items=tuple(text for _, text in sorted(things, key=_number)))


def _number(thing: tuple[str, str]) -> int:
    return int(thing[0][:9])


_SHAPES: list[tuple[re.Pattern[str], Callable[[str, list[tuple[str, str]]], Question]]] = [
    (_OPTION, _choice),
    (_BOX, _multi),
    (_NUMBERED, _order),
]


def _gaps(heading: str, text: str) -> Question:
    blanks = [
        tuple(dict.fromkeys(one.strip() for one in found.split("|") if one.strip()))
        for found in limited(_GAP.findall(text))
    ]
    if not all(blanks):
        raise UnreadableError("one of its gaps is empty")
    shown = _GAP.sub(GAP, text)
    return Cloze(stem=heading, quote=shown, blanks=tuple(blanks))
