"""A quiz on paper: numbered questions with lettered options, and the key to them.

Several versions of one quiz differ in the order of questions and options. The printed
page and the Markdown page are written from this.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.exchange.api import Item, Options, Part
from quizgen.exchange.wording import (
    GAP,
    Prompt,
    allowed,
    digits,
    filled,
    labels,
    letter,
    mixed,
    prompt,
    reasons,
    right_sides,
    right_sides_mixed,
)
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Order,
    Question,
    Short,
    TrueFalse,
)
from quizgen.study.options import shuffled

_STRIDE = 1_000_003  # between the seeds of two versions
_ASKS = {
    "multi": "Mark all that are right.",
    "truefalse": "True or false?",
    "order": "Number them in the right order.",
    "match": "Write the right letter beside each number.",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A question of a sheet.

    ``options`` have letters, ``lefts`` numbers; ``lines`` is how many there are to write on.
    """

    number: int
    item: Item
    prompt: Prompt
    ask: str
    options: tuple[str, ...]
    lefts: tuple[str, ...]
    lines: int
    passage: tuple[str, ...]
    answer: str
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One version of a quiz; ``version`` is A, B …, or nothing if there is only one."""

    title: str
    version: str
    entries: tuple[Entry, ...]


def sheets(parts: Sequence[Part], options: Options) -> list[Sheet]:
    """All versions that were asked for."""
    title = " + ".join(part.bank.title for part in parts)
    items = [item for part in parts for item in part.items]
    if options.variants == 1:
        return [Sheet(title, "", _entries(items, options.seed, options))]
    return [
        Sheet(title, letter(at), _entries(_mixed_items(items, seed), seed, options))
        for at in range(options.variants)
        for seed in (options.seed + at * _STRIDE,)
    ]


def _mixed_items(items: Sequence[Item], seed: int) -> list[Item]:
    order = shuffled([f"{item.bank.id}/{item.id}" for item in items], seed, "order of questions")
    by_name = {f"{item.bank.id}/{item.id}": item for item in items}
    return [by_name[name] for name in order]


def _entries(items: Sequence[Item], seed: int, options: Options) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    shown: tuple[str, ...] = ()
    for number, item in enumerate(items, start=1):
        passage = tuple(options.passage(item)) if options.passage else ()
        entries.append(_entry(number, item, seed, passage if passage != shown else ()))
        shown = passage
    return tuple(entries)


def _entry(number: int, item: Item, seed: int, passage: tuple[str, ...]) -> Entry:
    question = item.question
    choices = _choices(item, seed)
    shown = prompt(question)
    if isinstance(question, Cloze):
        shown = filled(question, [GAP * 3] * len(question.blanks))
    lines = {"short": 1, "number": 1, "open": 6}.get(question.kind, 0)
    return Entry(
        number,
        item,
        shown,
        _ASKS.get(question.kind, ""),
        choices,
        tuple(left for left, _ in question.pairs) if isinstance(question, Match) else (),
        lines,
        passage,
        _answer(question, choices),
        tuple(_more(question, choices)),
    )


def _choices(item: Item, seed: int) -> tuple[str, ...]:
    question = item.question
    if isinstance(question, TrueFalse):
        return ("True", "False")
    if isinstance(question, Match):
        return right_sides_mixed(right_sides(question.pairs, question.extra), item, seed)
    return mixed(item, seed)


def _answer(question: Question, choices: Sequence[str]) -> str:
    """The right answer with the letters of this sheet."""
    found = ""
    match question:
        case Choice():
            found = _lettered(question.key, choices)
        case Multi():
            found = "; ".join(sorted(_lettered(key, choices) for key in question.keys))
        case TrueFalse():
            found = _lettered("True" if question.key else "False", choices)
        case Order():
            found = ", ".join(letter(choices.index(text)) for text in question.items)
        case Match():
            rights = (letter(choices.index(right)) for _, right in question.pairs)
            found = ", ".join(f"{at} {side}" for at, side in enumerate(rights, start=1))
        case Short():
            found = " / ".join(question.keys)
        case Cloze():
            found = "; ".join(" / ".join(blank) for blank in question.blanks)
        case Number():
            off = f" ± {digits(allowed(question))}" if question.tolerance else ""
            found = f"{digits(question.key)}{off} {question.unit or ''}".rstrip()
        case Open():
            found = question.key or "–"
    return found


def _lettered(text: str, choices: Sequence[str]) -> str:
    return f"{letter(choices.index(text))}: {text}"


def _more(question: Question, choices: Sequence[str]) -> list[str]:
    """What else the key says: why, where it stands, the hint, what it is filed under."""
    told = [question.explanation] if question.explanation else []
    told += [_reason(option, choices) for option in reasons(question)]
    told += [f"“{words}”" for words in question.evidence]
    told += [f"Hint: {question.hint}"] if question.hint else []
    named = [label.replace(":", ": ", 1) for label in labels(question)[len(question.tags) :]]
    filed = " · ".join([*question.tags, *named])
    return [*told, filed] if filed else told


def _reason(option: Option, choices: Sequence[str]) -> str:
    return f"Not {_lettered(option.text, choices)} – {option.because}"
