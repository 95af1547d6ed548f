"""Numbers around a right one that do not tell which of them it is.

The key takes a rank drawn by chance, and the others follow in even steps from it, so that
neither the middle nor the smallest nor the roundest is likelier to be right.
"""

import re
from decimal import Decimal

from quizgen.rules.chance import draw

OPTIONS = 4
WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FACTORS: tuple[Decimal, ...] = (Decimal("1.5"), Decimal(2), Decimal(3))
_YEAR_STEPS = ((15, 1), (40, 2), (120, 5))  # years ago at most, years between options
_SMALL = 10
_LARGE = 100  # below it thirds and ninths would have to be rounded too far
_TRIES = 12


def around(key: str, *seed: object, most: Decimal | None = None) -> tuple[str, ...] | None:
    """Four numbers, ascending, printed as ``key`` is, one of them the key.

    ``most`` is a bound that none may pass (100 for a share). None if no even set exists.
    """
    value = Decimal(re.sub(r"[,\s]", "", key))
    for attempt in range(_TRIES):
        chance = draw(*seed, key, attempt)
        numbers = _steps(value, chance % OPTIONS, chance // OPTIONS, most, attempt > _TRIES // 2)
        printed = [_printed(number, key) for number in numbers]
        whole = numbers[0] > 0 and (most is None or numbers[-1] <= most)
        if whole and len(set(printed)) == OPTIONS and key in printed:
            return tuple(printed)
    return None


def in_words(key: str, *seed: object) -> tuple[str, ...] | None:
    """Four numbers in words, ascending, the key at a rank drawn by chance; two is the least."""
    row = _TENS if key in _TENS[1:] else WORDS[1:]
    at = row.index(key)
    ranks = [rank for rank in range(OPTIONS) if 0 <= at - rank <= len(row) - OPTIONS]
    if not ranks:
        return None
    rank = ranks[draw(*seed, key) % len(ranks)]
    return tuple(row[at - rank : at - rank + OPTIONS])


def years(key: str, latest: int, *seed: object) -> tuple[str, ...] | None:
    """Four years, ascending, in steps that suit how long ago it was; none after ``latest``.

    None where the key would always be the last of them.
    """
    age = latest - int(key)
    step = next((step for most, step in _YEAR_STEPS if age <= most), 10)
    if age < step:
        return None
    for attempt in range(_TRIES):
        rank = draw(*seed, key, attempt) % OPTIONS
        found = [int(key) + step * (at - rank) for at in range(OPTIONS)]
        if found[-1] <= latest:
            return tuple(map(str, found))
    return None


def _steps(
    value: Decimal, rank: int, chance: int, most: Decimal | None, finer: bool
) -> list[Decimal]:
    places = Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0))
    if most is not None:
        step = (5 if value >= 20 else 2) if places == 1 else 5 * places
        return [value + step * (at - rank) for at in range(OPTIONS)]
    if value <= _SMALL and places == 1:
        return [value + at - rank for at in range(OPTIONS)]
    round_key = len(str(value).replace(".", "").strip("0")) == 1
    factors = _FACTORS[1:] if round_key else _FACTORS
    factors = factors[:-1] if value < _LARGE else factors
    factor = factors[chance % len(factors)]
    return [_rounded(value * factor ** (at - rank), value, finer) for at in range(OPTIONS)]


def _rounded(number: Decimal, like: Decimal, finer: bool) -> Decimal:
    """A number as round as another: as many telling digits, one more where need be."""
    digits = max(2, len(str(like).replace(".", "").strip("0"))) + finer
    unit = Decimal(1).scaleb(number.adjusted() - digits + 1)
    places = min(int(like.as_tuple().exponent), 0)
    return number.quantize(max(unit, Decimal(1).scaleb(places)))


def _printed(number: Decimal, like: str) -> str:
    places = len(like.partition(".")[2])
    grouped = "," in like or number >= 10_000
    return f"{number:,.{places}f}" if grouped else f"{number:.{places}f}"
