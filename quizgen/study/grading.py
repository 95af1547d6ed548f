"""Is this answer right? Pure: a question and a raw answer in, a verdict out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import zip_longest

from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Order,
    Question,
    Response,
    Short,
    TrueFalse,
)
from quizgen.study.folding import fold, misspelt, same

_NUMBER = re.compile(r"[-+]?\d[\d\s.,'’_]*(?:[eE][-+]?\d{1,3})?|[-+]?[.,]\d+")
_GROUPED = re.compile(r"[-+]?\d{1,3}([ ,.'’_])\d{3}(?:\1\d{3})*")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an answer.

    ``expected`` is the right answer as shown to people; ``parts`` says for each blank,
    pair or position whether it was right; ``misspelt`` is true where a typing slip was
    forgiven.
    """

    right: bool
    expected: str
    parts: tuple[bool, ...] = ()
    misspelt: bool = False


def grade(question: Question, response: Response) -> Verdict:
    """Judge ``response``; the shape of a response is described at ``Response``.

    A response of the wrong shape, or one that fits no option, is wrong, never an error.
    """
    shown = expected(question)
    match question:
        case Choice():
            verdict = Verdict(_text(response) == question.key, shown)
        case TrueFalse():
            right = _text(response).casefold() == str(question.key).casefold()
            verdict = Verdict(right, shown)
        case Multi():
            verdict = Verdict(Counter(_texts(response)) == Counter(question.keys), shown)
        case Short():
            verdict = _typed(question, [question.keys], (_text(response),))
        case Cloze():
            verdict = _typed(question, question.blanks, _texts(response))
        case Number():
            verdict = Verdict(_within(question, _text(response)), shown)
        case Order():
            verdict = _placed(question, question.items, _texts(response))
        case Match():
            sides = [right for _, right in question.pairs]
            verdict = _placed(question, sides, _texts(response))
        case _:  # nobody but the learner can judge an open answer: to have written one is right
            verdict = Verdict(bool(_text(response).strip()), shown)
    return verdict


def expected(question: Question) -> str:
    """The right answer as one line for people."""
    shown = ""
    match question:
        case Choice():
            shown = question.key
        case TrueFalse():
            shown = "True" if question.key else "False"
        case Multi():
            shown = "; ".join(question.keys)
        case Short():
            shown = question.keys[0]
        case Cloze():
            shown = "; ".join(blank[0] for blank in question.blanks)
        case Number():
            shown = f"{question.key} {question.unit}" if question.unit else str(question.key)
        case Order():
            shown = "; ".join(f"{at}. {item}" for at, item in enumerate(question.items, start=1))
        case Match():
            shown = "; ".join(f"{left} – {right}" for left, right in question.pairs)
        case Open():
            shown = question.key or ""
    return shown


def number(text: str) -> Decimal | None:
    """The number that ``text`` begins with; commas and blanks may group or point.

    ``1,234`` and ``1 234`` are one thousand two hundred and thirty-four; ``3,5`` is three
    and a half. None where there is no number, or more than one.
    """
    text = text.replace("−", "-").replace("\u00a0", " ").replace("\u202f", " ").strip()
    found = _NUMBER.match(text)
    if found is None or any(c.isdigit() for c in text[found.end() :]):
        return None
    try:
        return Decimal(_pointed(found.group().rstrip(" .,'’_")))
    except InvalidOperation:
        return None


def _pointed(digits: str) -> str:
    """Take grouping out of a number and give it a decimal point."""
    if "." in digits and "," in digits:
        point = max(digits.rfind("."), digits.rfind(","))
        whole = re.sub(r"[^\d+-]", "", digits[:point])
        return f"{whole}.{digits[point + 1 :]}"
    grouped = _GROUPED.fullmatch(digits)
    if grouped and not (grouped[1] == "." and digits.count(".") == 1):
        return re.sub(r"[ ,.'’_]", "", digits)
    return digits.replace(",", ".")


def _within(question: Number, typed: str) -> bool:
    given = number(typed)
    if given is None:
        return False
    allowed = question.tolerance
    if question.percent:
        allowed = abs(question.key) * allowed / 100
    return abs(given - question.key) <= allowed


def _typed(
    question: Question, blanks: Sequence[tuple[str, ...]], given: tuple[str, ...]
) -> Verdict:
    parts, slips = [], []
    for at, keys in enumerate(blanks):
        answer = given[at] if at < len(given) else ""
        exact = any(same(answer, key) for key in keys)
        others = [key for i, other in enumerate(blanks) if i != at for key in other]
        near = not exact and any(
            misspelt(answer, key, _distinct(others, key), typos=question.typos) for key in keys
        )
        parts.append(exact or near)
        slips.append(near)
    right = all(parts) and len(given) <= len(blanks)
    shown = tuple(parts) if len(blanks) > 1 else ()
    return Verdict(right, expected(question), shown, misspelt=right and any(slips))


def _distinct(others: Sequence[str], key: str) -> list[str]:
    return [other for other in others if fold(other) != fold(key)]


def _placed(question: Question, wanted: Sequence[str], given: tuple[str, ...]) -> Verdict:
    pairs = list(zip_longest(wanted, given))
    parts = tuple(want == have for want, have in pairs[: len(wanted)])
    return Verdict(all(want == have for want, have in pairs), expected(question), parts)


def _text(response: Response) -> str:
    if isinstance(response, str):
        return response
    return response[0] if len(response) == 1 else ""


def _texts(response: Response) -> tuple[str, ...]:
    return (response,) if isinstance(response, str) else response
