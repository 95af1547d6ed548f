"""The installed formats: which there are, which one a text is in, and how to write one."""

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from quizgen.bank.stamp import content_fingerprint
from quizgen.documents.collector import collector_off
from quizgen.exchange.api import (
    FIELDS,
    Format,
    Item,
    Loss,
    Losses,
    Options,
    Part,
    Readable,
    Written,
)
from quizgen.model.bank import Bank
from quizgen.model.errors import UsageError
from quizgen.model.question import Question

GROUP = "quizgen.formats"

KIND_NAMES = {
    "choice": "questions with one right choice",
    "multi": "questions with several right choices",
    "truefalse": "true-or-false questions",
    "short": "answers to type",
    "cloze": "blanks to fill in",
    "number": "numbers to type",
    "order": "things to put in order",
    "match": "pairs to match",
    "open": "open questions",
}
"""What people call the types of question, in the plural."""


def names() -> list[str]:
    """The names of all installed formats, in alphabetical order; none is imported."""
    return sorted(_points())


def written(name: str) -> Written:
    """The format called ``name``, to write.

    Raises:
        UsageError: there is none, or quizgen only reads it.
    """
    found = _load(name, all_written)
    if not hasattr(found, "write"):
        raise UsageError(
            f"{found.TITLE} can be read, but not written.",
            fix=f"Formats to write: {', '.join(all_written())}.",
        )
    return cast("Written", found)


def readable(name: str) -> Readable:
    """The format called ``name``, to read.

    Raises:
        UsageError: there is none, or quizgen only writes it.
    """
    found = _load(name, all_readable)
    if not hasattr(found, "read"):
        raise UsageError(
            f"{found.TITLE} can be written, but not read.",
            fix=f"Formats to read: {', '.join(all_readable())}.",
        )
    return cast("Readable", found)


def all_written() -> dict[str, Written]:
    """All formats that can be written, by name."""
    found = {name: _load(name) for name in names()}
    return {name: cast("Written", one) for name, one in found.items() if hasattr(one, "write")}


def all_readable() -> dict[str, Readable]:
    """All formats that can be read, by name."""
    found = {name: _load(name) for name in names()}
    return {name: cast("Readable", one) for name, one in found.items() if hasattr(one, "read")}


def recognised(text: str) -> str | None:
    """The name of the format that is surest of ``text``; None where none is."""
    scores = {name: one.score(text) for name, one in all_readable().items()}
    best = max(scores, key=lambda name: scores[name], default=None)
    return best if best is not None and scores[best] > 0 else None


def carry(
    name: str, banks: Iterable[tuple[Bank, Sequence[Question]]], options: Options
) -> tuple[bytes, tuple[Loss, ...]]:
    """Write questions of ``banks`` in a format; the bytes, and what it could not carry.

    Questions to be skipped stay at home.
    """
    with collector_off():
        return _carried(written(name), banks, options)


def _carried(
    target: Written, banks: Iterable[tuple[Bank, Sequence[Question]]], options: Options
) -> tuple[bytes, tuple[Loss, ...]]:
    lacking = [name for name in FIELDS if name not in target.PLACES]
    losses = Losses()
    parts = []
    for bank, questions in banks:
        items = _items(bank, [one for one in questions if not one.skip])
        for item in items:
            _compare(item, target, lacking, losses)
        kept = tuple(item for item in items if item.question.kind in target.KINDS)
        parts.append(Part(bank, kept))
    data = target.write(parts, options, losses)
    return data, losses.listed()


def _compare(item: Item, target: Written, lacking: Sequence[str], losses: Losses) -> None:
    """Report what the format as such has no place for."""
    question = item.question
    if question.kind not in target.KINDS:
        losses.whole(item, f"{target.TITLE} has no {KIND_NAMES[question.kind]}")
        return
    missing = [name for name in lacking if FIELDS[name](question)]
    if missing:
        losses.part(item, f"{target.TITLE} has no place for “{'”, “'.join(missing)}”")


def _items(bank: Bank, questions: Iterable[Question]) -> tuple[Item, ...]:
    """Questions with ids: their own, or the fingerprint of their content; never twice the same."""
    items: dict[str, Item] = {}
    for question in questions:
        name = base = question.id or f"q{content_fingerprint(question)}"
        count = 1
        while name in items:
            count += 1
            name = f"{base}-{count}"
        items[name] = Item(question, name, bank)
    return tuple(items.values())


@cache
def _points() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUP)}


def _load(name: str, choices: Callable[[], Iterable[str]] = names) -> Format:
    points = _points()
    if name not in points:
        able = list(choices())
        close = get_close_matches(name, able, 1)
        known = f"Formats: {', '.join(able)}."
        raise UsageError(
            f"there is no format “{name}”.",
            fix=f"Did you mean “{close[0]}”? {known}" if close else known,
        )
    try:
        return cast("Format", points[name].load())
    except (ImportError, AttributeError) as error:
        raise UsageError(
            f"the format “{name}” cannot be loaded: {error}.",
            fix="Update or remove the package that brings it.",
        ) from error
