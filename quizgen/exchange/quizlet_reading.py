"""Read Quizlet's cards: quizgen's own as they were, anyone's as question and answer.

A card has no field for the kind of question, so that numbers come back as answers to type, and
pairs as a card each.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from quizgen.bank.kinds import BLANK
from quizgen.exchange.api import Fault, Incoming, Row
from quizgen.exchange.csv_reading import card
from quizgen.exchange.reading import UnreadableError, lines_of
from quizgen.exchange.wording import letter
from quizgen.model.question import Choice, Cloze, Multi, Option, Question, TrueFalse

TRUE_OR_FALSE = "True or false? "
_BETWEEN = "; "
_QUOTED = re.compile(r"(?P<stem>.*?[?.:!…]) “(?P<quote>.+)”")


def score(text: str) -> float:
    """Every line of Quizlet's export is a term, a tab and a definition."""
    lines = [line for line in lines_of(text) if line.strip()]
    cards = [line.split("\t") for line in lines]
    if not cards or any(len(parts) != 2 or not all(map(str.strip, parts)) for parts in cards):
        return 0.0
    own = any(term.startswith(TRUE_OR_FALSE) or _options(term) for term, _ in cards)
    return 0.8 if own else 0.3  # a table of two columns may be anything


def read(text: str) -> Incoming:
    """Read a question a line."""
    rows: list[Row] = []
    faults: list[Fault] = []
    for number, line in enumerate(lines_of(text), start=1):
        if not line.strip():
            continue
        term, _, definition = (part.strip() for part in line.partition("\t"))
        try:
            rows.append(Row(number, _question(term, definition)))
        except UnreadableError as reason:
            faults.append(Fault(number, str(reason)))
    return Incoming(tuple(rows), tuple(faults))


def _question(term: str, definition: str) -> Question:
    if not term or not definition:
        raise UnreadableError("a card is a term, a tab and a definition")
    if term.startswith(TRUE_OR_FALSE) and definition in {"True", "False"}:
        return TrueFalse(key=definition == "True", **_prompt(term.removeprefix(TRUE_OR_FALSE)))
    stem, options = _options(term) or (term, ())
    if definition in options:
        return Choice(key=definition, wrong=_others(options, [definition]), **_prompt(stem))
    several = definition.split(_BETWEEN)
    if len(several) > 1 and set(several) <= set(options):
        return Multi(keys=tuple(several), wrong=_others(options, several), **_prompt(stem))
    blanks = definition.split(_BETWEEN)
    if len(blanks) > 1 and len(BLANK.findall(term)) == len(blanks):
        return Cloze(blanks=tuple((blank,) for blank in blanks), **_prompt(term))
    return card(term, definition)


def _options(term: str) -> tuple[str, tuple[str, ...]] | None:
    """The text before the lettered options of a term, and the options; None if it has none."""
    at = term.rfind(" A) ")
    if at < 1:
        return None
    options = tuple(_lettered(term[at:]))
    return (term[:at], options) if len(options) > 1 and all(options) else None


def _lettered(text: str) -> Iterator[str]:
    """Each option of `` A) one B) two``, as long as the letters follow each other."""
    number = 0
    while text:
        rest = text[len(f" {letter(number)}) ") :]
        number += 1
        option, following, after = rest.partition(f" {letter(number)}) ")
        yield option.strip()
        text = following + after


def _others(options: Sequence[str], right: Sequence[str]) -> tuple[Option, ...]:
    return tuple(Option(text) for text in options if text not in right)


def _prompt(text: str) -> dict[str, Any]:
    """The stem of a term, and the quotation behind it."""
    found = _QUOTED.fullmatch(text)
    return {"stem": found["stem"], "quote": found["quote"]} if found else {"stem": text}
