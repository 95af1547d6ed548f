"""In which order a question's options are shown.

Shuffled from the session's seed by a hash, so the same on every machine; numbers and dates
ascending; as in the bank where the bank fixes the order.
"""

import hashlib
import re
from collections.abc import Sequence

from quizgen.model.question import Choice, Match, Multi, Order, Question
from quizgen.study.grading import number

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MEASURED = re.compile(r"\s*(?:[-+−.,]?\d|[A-Za-z]{3,9}\.?,?\s+\d)")  # how these begin
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


def shown_options(question: Question, seed: int, item: str) -> tuple[str, ...]:
    """The options of ``question`` as shown in a session; empty where none are shown.

    For ``order`` they are the items, never in the right order; for ``match`` the right sides.
    """
    match question:
        case Choice() | Multi():
            if question.fixed or not question.shuffle:
                return question.options
            return ascending(question.options) or shuffled(question.options, seed, item)
        case Order():
            return _disarranged(question.items, seed, item)
        case Match():
            sides = (*(right for _, right in question.pairs), *question.extra)
            return shuffled(sides, seed, item)
        case _:
            return ()


def shuffled(texts: Sequence[str], seed: int, salt: str) -> tuple[str, ...]:
    """``texts`` in an order drawn by SHA-256 from the seed and the salt, as by ``draw``."""
    drawn = []
    for at, text in enumerate(texts):
        known = f"{seed}\0{salt}\0{at}\0{text}".encode("utf-8", "surrogatepass")
        drawn.append((hashlib.sha256(known).digest(), at, text))
    return tuple(text for _, _, text in sorted(drawn))


def draw(*parts: object) -> str:
    """A number that looks random and is the same everywhere, as hexadecimal digits."""
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()


def ascending(texts: Sequence[str]) -> tuple[str, ...]:
    """``texts`` by size if all are numbers, by time if all are dates; otherwise nothing."""
    if not all(map(_MEASURED.match, texts)):
        return ()
    for measure in (_date, number):
        sizes = [size for text in texts if (size := measure(text.strip())) is not None]
        if len(sizes) == len(texts):
            order = sorted(range(len(texts)), key=lambda at, sizes=sizes: (sizes[at], at))  # type: ignore[misc]
            return tuple(texts[at] for at in order)
    return ()


def _date(text: str) -> tuple[int, int, int] | None:
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[2]) - 1, int(found[3] or 0)
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found[1], found[2], found[3]
    elif found := _MONTH_FIRST.fullmatch(text):
        month, day, year = found[1], found[2], found[3]
    else:
        return None
    name = month[:3].casefold()
    return (int(year), _MONTHS.index(name), int(day or 0)) if name in _MONTHS else None


def _disarranged(items: tuple[str, ...], seed: int, salt: str) -> tuple[str, ...]:
    for attempt in range(20):
        mixed = shuffled(items, seed, f"{salt}\0{attempt}")
        if mixed != items:
            return mixed
    return items[::-1]
