"""Quizlet: a line a card, term and definition with a tab between them, to be pasted."""

from collections.abc import Iterator, Sequence

from quizgen.exchange.api import Item, Losses, Options, Part
from quizgen.exchange.quizlet_reading import TRUE_OR_FALSE, read, score
from quizgen.exchange.wording import letter, mixed, one_line, prompt
from quizgen.model.question import Choice, Cloze, Match, Multi, Question, Short, TrueFalse
from quizgen.study.grading import expected

__all__ = ["BINARY", "KINDS", "PLACES", "SUMMARY", "TITLE", "read", "score", "write"]

TITLE = "Quizlet"
SUMMARY = "Cards to paste into Quizlet's import box, as term, tab, definition."
BINARY = False
KINDS = {
    "choice": "a card, the options in its term",
    "multi": "a card, the options in its term",
    "truefalse": "a card",
    "short": "a card, its first answer",
    "cloze": "a card, its answers in order",
    "number": "a card",
    "match": "a card a pair",
}
PLACES = frozenset({"control characters"})


def write(parts: Sequence[Part], options: Options, losses: Losses) -> bytes:
    """Write a line a card; tabs and line breaks within a text become blanks."""
    lines: list[tuple[str, str]] = []
    for part in parts:
        for item in part.items:
            if isinstance(item.question, Match) and item.question.extra:
                losses.part(item, "Quizlet has no place for right sides that fit nobody")
            if _has_variants(item.question):
                losses.part(item, "Quizlet has a single answer a card")
            lines += _cards(item, options)
    return "".join(f"{term}\t{definition}\n" for term, definition in lines).encode()


def _has_variants(question: Question) -> bool:
    match question:
        case Short():
            return len(question.keys) > 1
        case Cloze():
            return any(len(blank) > 1 for blank in question.blanks)
    return False


def _cards(item: Item, options: Options) -> Iterator[tuple[str, str]]:
    question = item.question
    if isinstance(question, Match):
        yield from ((one_line(left), one_line(right)) for left, right in question.pairs)
        return
    term = prompt(question).line()
    if isinstance(question, Choice | Multi):
        shown = (f"{letter(at)}) {text}" for at, text in enumerate(mixed(item, options.seed)))
        term = one_line(" ".join([term, *shown]))
    elif isinstance(question, TrueFalse):
        term = f"{TRUE_OR_FALSE}{term}"
    yield term, one_line(expected(question))
