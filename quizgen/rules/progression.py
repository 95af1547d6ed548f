"""Numbers around a right one that do not tell which of them it is.

The key takes a rank drawn by chance, and the others follow in even steps from it, so that
neither the middle nor the smallest nor the roundest is likelier to be right.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from quizgen.rules.chance import draw
from quizgen.rules.figures import fit_beside

OPTIONS = 4
WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_YEAR_STEPS = ((15, 1), (40, 2), (120, 5))  # years ago at most, years between options
_SMALL = 10
_LARGE = 100  # whose quarter is a whole and round number
_APART = Decimal("0.03")  # of a number, between it and the next
_LEAST_POWER = 8  # of two
_POWERS_OF_TEN = frozenset(Decimal(10) ** at for at in range(13))
_SHARES = (Decimal("0.05"), Decimal("0.1"), Decimal("0.14"), Decimal("0.18"), Decimal("0.22"))
_FEW_PERCENT = 10
_NO_GROUP = 3  # digits; “1400” is printed so only beside others of four digits without a comma
_TRIES = 24


def around(
    key: str,
    *seed: object,
    most: Decimal | None = None,
    heard: Iterable[str] = (),
    binary: bool = False,
) -> tuple[str, ...] | None:
    """Four numbers, ascending, printed as ``key`` is, one of them the key.

    ``most`` is a bound that none may pass (100 for a share). ``heard`` are figures of the same
    unit that the talk gives: those that could be taken for the key stand in the place of made
    ones. ``binary`` numbers are counted in powers of two. None if no set exists in which the
    key is neither the only long nor the only round one.
    """
    value = Decimal(re.sub(r"[,\s]", "", key))
    others = fit_beside(key, heard)
    for attempt in range(_TRIES):
        chance = draw(*seed, key, attempt)
        rank = chance % OPTIONS
        if binary and _is_power(value):
            numbers = [value * Decimal(2) ** (at - rank) for at in range(OPTIONS)]
        else:
            step = _step(value, chance // OPTIONS, most)
            numbers = [value + step * (at - rank) for at in range(OPTIONS)] if step > 0 else []
            numbers = _with_heard(numbers, rank, others)
        printed = tuple(_printed(number, key) for number in numbers)
        whole = bool(numbers) and numbers[0] > 0 and (most is None or numbers[-1] <= most)
        whole = whole and (binary or not _stands_out(numbers, value))
        if whole and len(set(printed)) == OPTIONS and key in printed:
            return printed
    return None


def _with_heard(numbers: list[Decimal], rank: int, heard: list[Decimal]) -> list[Decimal]:
    """The numbers with figures that were heard in the place of made ones, the key at its rank."""
    if not heard or not numbers:
        return numbers
    value = numbers[rank]
    below = [each for each in reversed(heard) if each < value]
    above = [each for each in heard if each > value]
    mixed = [
        *_filled(below[:rank], reversed(numbers[:rank]), rank),
        value,
        *_filled(above[: OPTIONS - 1 - rank], numbers[rank + 1 :], OPTIONS - 1 - rank),
    ]
    return sorted(mixed) if len(mixed) == OPTIONS else numbers


def _filled(heard: list[Decimal], made: Iterable[Decimal], count: int) -> list[Decimal]:
    """As many numbers as are wanted, the heard ones first, none right beside another."""
    chosen = heard[:count]
    for number in made:
        if len(chosen) < count and all(abs(number - each) > each * _APART for each in chosen):
            chosen.append(number)
    return chosen


def _stands_out(numbers: list[Decimal], value: Decimal) -> bool:
    """Whether the right one alone has so many digits, or ends on so many noughts."""
    others = [number for number in numbers if number != value]
    if value in _POWERS_OF_TEN:
        return False
    long = {len(str(int(number))) for number in others}
    short_ladder = value / _unit(value) < _SMALL  # 8,000 among 5,000 and 6,000
    alone = len(str(int(value))) not in long
    return alone or (not short_ladder and all(_unit(each) != _unit(value) for each in others))


def _is_power(value: Decimal) -> bool:
    return value == int(value) and int(value) >= _LEAST_POWER and not int(value) & int(value) - 1


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


def _step(value: Decimal, chance: int, most: Decimal | None) -> Decimal:
    """A step that leaves all numbers as round as the key, and makes none a multiple of it.

    A key of one telling digit (50, 2,000) has neighbours of one digit, or halves and quarters;
    one that ends on a 5 has others that do, or that are rounder.
    """
    unit = _unit(value)
    units = int(value / unit)
    if unit == 1 and value < _SMALL:
        return unit
    if units < _SMALL:
        halves = [unit, unit / 2, *([unit / 4] if unit >= _LARGE else [])]
        steps = [step for step in halves if step * OPTIONS <= value * 2] or halves[1:]
        fits = [step for step in steps if unit < 1 or step == int(step)]
        return fits[chance % len(fits)]
    if most is not None and unit == 1:
        return Decimal(5 if value % 5 == 0 else 2)
    share = _SHARES[chance % len(_SHARES)]
    if most is not None:
        share = _SHARES[0] if value < _FEW_PERCENT else _SHARES[0] / 2
    wide = int(units * share)
    wide = max(wide, 1)
    return unit * (max(5, wide // 5 * 5) if units % 5 == 0 else wide)


def _unit(value: Decimal) -> Decimal:
    """The place of the last telling digit: 100 for 4,600, 0.1 for 4.2."""
    digits = value.normalize().as_tuple()
    return Decimal(1).scaleb(int(digits.exponent))


def _printed(number: Decimal, like: str) -> str:
    places = len(like.partition(".")[2])
    grouped = "," in like or number >= 10_000 or (number >= 1000 and len(like) <= _NO_GROUP)
    return f"{number:,.{places}f}" if grouped else f"{number:.{places}f}"
