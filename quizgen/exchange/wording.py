"""A question in the words that other programs show: prompt, feedback, labels, and back.

Programs that know a question's text and its feedback alone are given the context and the
quotation in the one, the transcript's words in the other, in a form that is found again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quizgen.bank.kinds import BLANK
from quizgen.bank.writer import decimal
from quizgen.exchange.api import Item
from quizgen.model.question import Choice, Cloze, Multi, Number, Option, Order, Question
from quizgen.study.options import ascending, shown_options, shuffled

GAP = "____"
_SOURCE = "From the transcript: "
_LABELS = ("topic", "speaker", "difficulty")
_DIFFICULTIES = ("easy", "medium", "hard")


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is shown of a question before its answer."""

    context: str
    stem: str
    quote: str

    def plain(self) -> str:
        """All of it as paragraphs, the quotation in quotation marks."""
        parts = (self.context, self.stem, f"“{self.quote}”" if self.quote else "")
        return "\n\n".join(part for part in parts if part)

    def line(self) -> str:
        """All of it on one line."""
        return one_line(self.plain())


def prompt(question: Question) -> Prompt:
    """The text of a question; the unit of a number stands behind it."""
    stem = question.stem
    if isinstance(question, Number) and question.unit:
        stem = f"{stem} ({question.unit})"
    return Prompt(question.context or "", stem, question.quote or "")


def split_prompt(text: str) -> dict[str, Any]:
    """The fields of a question whose prompt was written as plain paragraphs."""
    stem, _, quote = text.rpartition("\n\n")
    if stem.strip() and len(quote) > 2 and quote[0] == "“" and quote[-1] == "”":
        return {"stem": stem.strip(), "quote": quote[1:-1].strip() or None}
    return {"stem": text.strip()}


def name(question: Question, most: int = 80) -> str:
    """A short name for lists of questions."""
    text = one_line(question.stem)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def feedback(question: Question) -> str:
    """What is shown after the answer: the explanation, the words of the transcript."""
    quoted = [f"{_SOURCE}“{one_line(words)}”" for words in question.evidence]
    return "\n\n".join([*([question.explanation] if question.explanation else []), *quoted])


def split_feedback(text: str) -> dict[str, Any]:
    """The fields of a question whose feedback was written as plain paragraphs."""
    paragraphs = text.strip().split("\n\n")
    evidence: list[str] = []
    while paragraphs and _is_source(paragraphs[-1]):
        evidence.insert(0, paragraphs.pop()[len(_SOURCE) + 1 : -1])
    explanation = "\n\n".join(paragraphs).strip()
    return {"explanation": explanation or None, "evidence": tuple(evidence)}


def _is_source(paragraph: str) -> bool:
    return (
        paragraph.startswith(f"{_SOURCE}“")
        and paragraph.endswith("”")
        and bool(paragraph[len(_SOURCE) + 1 : -1].strip())
        and "\n" not in paragraph
    )


def reasons(question: Question) -> list[Option]:
    """The wrong options of a question that say why they are wrong."""
    return [option for option in getattr(question, "wrong", ()) if option.because]


def labels(question: Question) -> list[str]:
    """All that a question can be filtered by, as tags: ``first week``, ``topic:Syria``."""
    named = [(label, getattr(question, label)) for label in _LABELS]
    return [*question.tags, *(f"{label}:{value}" for label, value in named if value)]


def split_labels(tags: Iterable[str]) -> dict[str, Any]:
    """The fields of a question that was given these tags."""
    found: dict[str, Any] = {}
    own: list[str] = []
    for tag in tags:
        label, colon, value = tag.partition(":")
        known = label == "difficulty" and value in _DIFFICULTIES
        known = known or (label in {"topic", "speaker"} and bool(value.strip()))
        if colon and known and label not in found:
            found[label] = value.strip()
        elif tag.strip() and tag.strip() not in own:
            own.append(tag.strip())
    return {**found, "tags": tuple(own)}


def mixed(item: Item, seed: int) -> tuple[str, ...]:
    """The options of a choice, or the things to order, as learners see them."""
    return shown_options(item.question, seed, item.id)


def fixed_order(question: Choice | Multi) -> bool:
    """Whether the options must stay as they are in the bank, or go by size."""
    return bool(question.fixed or not question.shuffle or ascending(question.options))


def right_sides(pairs: Sequence[tuple[str, str]], extra: Sequence[str]) -> tuple[str, ...]:
    """The right sides of a match, each once."""
    return tuple(dict.fromkeys([*(right for _, right in pairs), *extra]))


def right_sides_mixed(sides: Sequence[str], item: Item, seed: int) -> tuple[str, ...]:
    """Right sides in an order that does not give them away."""
    return shuffled(sides, seed, item.id)


def allowed(question: Number) -> Decimal:
    """How far off a number may be, as an amount."""
    if question.percent:
        return abs(question.key) * question.tolerance / 100
    return question.tolerance


def digits(number: Decimal) -> str:
    """A number with digits and a point alone, and no minus before nought."""
    return decimal(number + 0)


def blank_pieces(question: Cloze) -> tuple[str, list[str]]:
    """The field that holds the blanks, and its text between them."""
    where = "quote" if BLANK.search(question.quote or "") else "stem"
    return where, BLANK.split(getattr(question, where))


def filled(question: Cloze, texts: Sequence[str]) -> Prompt:
    """The prompt of a cloze with ``texts`` in its blanks."""
    where, pieces = blank_pieces(question)
    whole = pieces[0] + "".join(text + piece for text, piece in zip(texts, pieces[1:], strict=True))
    shown = prompt(question)
    if where == "quote":
        return Prompt(shown.context, shown.stem, whole)
    return Prompt(shown.context, whole, shown.quote)


def ordinal(number: int) -> str:
    """A number as a place in order: 1st, 2nd, 3rd."""
    teen = number % 100 in {11, 12, 13}
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if not teen else "th"
    return f"{number}{ending}"


def as_pairs(question: Order) -> tuple[tuple[str, str], ...]:
    """An ordering as pairs, for programs that know no orderings."""
    return tuple((ordinal(at), text) for at, text in enumerate(question.items, start=1))


def one_line(text: str) -> str:
    """A text without line breaks and tabs."""
    return " ".join(text.split())


def letter(number: int) -> str:
    """A, B, C … Z, AA …: the name of an option, counted from 0."""
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)
