"""Flaws that only a bank as a whole shows: what its questions say about each other.

Every check goes over the questions once; what they have in common is looked up in an
index, never compared pair by pair.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizgen.model.question import Choice, Question, TrueFalse
from quizgen.quality.bots import gate
from quizgen.quality.facts import Facts, plain, plain_words, tokens
from quizgen.quality.found import Found, short
from quizgen.quality.kinds import size

_UNLIKELY = 0.001
_FEWEST_FOR_POSITION = 12
_LONGEST_RUN = 5
_MORE_THAN_CHANCE = 0.1
_LONGEST_KEY = 12
_FEWEST_SHARED = 2

InBank = Iterator[tuple[Question | None, Found]]
"""What is found: the question it shows in (None: the bank as a whole), and the finding."""


@dataclass(frozen=True, slots=True)
class BankRow:
    """A check of a bank, what to call its flaw, how to mend it; none keeps a question out."""

    code: str
    check: Callable[[Sequence[Facts]], InBank]
    fix: str


def longest_too_often(bank: Sequence[Facts]) -> InBank:
    """The longest answer is right more often than chance would have it, all over the bank."""
    asked = [facts for facts in bank if facts.single]
    longest = [facts for facts in asked if _is_longest(facts)]
    even = sum(1 / len(facts.options) for facts in asked)
    spread = math.sqrt(sum((n - 1) / n**2 for n in (len(facts.options) for facts in asked)))
    many = len(longest) > even + _MORE_THAN_CHANCE * len(asked)
    if many and len(longest) > even + gate(1) * spread:
        message = f"in {len(longest)} of {len(asked)} questions the longest answer is the right one"
        yield None, Found(message)


def _is_longest(facts: Facts) -> bool:
    return len(facts.single or "") > max(map(len, facts.wrong))


def key_position(bank: Sequence[Facts]) -> InBank:
    """In fixed orders the right answer stands in one place too often, or too long in a row."""
    truths = [facts.question.key for facts in bank if isinstance(facts.question, TrueFalse)]
    yield from _uneven([(int(not key), 2) for key in truths], ("true", "false"))
    fixed = [facts for facts in bank if _is_fixed(facts)]
    places = [(facts.options.index(facts.keys[0]), len(facts.options)) for facts in fixed]
    by_number: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, number in places:
        by_number[number].append((place, number))
    for number in sorted(by_number):
        names = tuple(f"answer {at} of {number}" for at in range(1, number + 1))
        yield from _uneven(by_number[number], names)
    run = 1
    for at in range(1, len(places)):
        run = run + 1 if places[at] == places[at - 1] else 1
        if run == _LONGEST_RUN + 1:
            message = f"for the {run}th time in a row answer {places[at][0] + 1} is right"
            yield fixed[at].question, Found(message, "choices")


def _is_fixed(facts: Facts) -> bool:
    """Whether its options keep their order in the file, and that is no order of size."""
    question = facts.question
    if not isinstance(question, Choice) or not (question.fixed or not question.shuffle):
        return False
    return any(size(text) is None for text in facts.options)


def _uneven(places: Sequence[tuple[int, int]], names: Sequence[str]) -> InBank:
    if len(places) < _FEWEST_FOR_POSITION:
        return
    counts = Counter(place for place, _ in places)
    if chance(tuple(counts[at] for at in range(len(names)))) < _UNLIKELY:
        place, times = counts.most_common(1)[0]
        yield None, Found(f"{times} of {len(places)} times “{names[place]}” is right")


def chance(counts: Sequence[int]) -> float:
    """How likely counts as uneven as these are where all are equally likely: a χ² test."""
    expected = sum(counts) / len(counts)
    square = sum((count - expected) ** 2 for count in counts) / expected
    half, freedom = square / 2, len(counts) - 1
    if freedom % 2:
        term = math.sqrt(half) * math.exp(-half) / math.gamma(1.5)
        total, start = math.erfc(math.sqrt(half)), 1.5
    else:
        term, total, start = math.exp(-half), 0.0, 1.0
    for step in range(freedom // 2):
        total += term
        term *= half / (start + step)
    return min(total, 1.0)


def answers_another(bank: Sequence[Facts]) -> InBank:
    """A question shows the answer of another one, and nothing keeps the two apart."""
    keys: dict[tuple[str, ...], list[Facts]] = defaultdict(list)
    for facts in bank:
        for key in facts.keys if facts.options or not facts.question.evidence else ():
            words = tokens(key)
            if 0 < len(words) <= _LONGEST_KEY and plain_words(key, facts.language):
                keys[words].append(facts)
    lengths = sorted({len(words) for words in keys})
    for facts in bank:
        rival = next(_answered(facts, keys, lengths), None)
        if rival is not None:
            message = f"the question gives away the answer to “{short(rival.question.stem)}”"
            yield facts.question, Found(f"{message}: “{short(rival.keys[0])}”", "question")


def _answered(
    facts: Facts, keys: dict[tuple[str, ...], list[Facts]], lengths: Sequence[int]
) -> Iterator[Facts]:
    """The other questions whose answer this one shows while speaking of what they ask."""
    said = tokens(facts.shown)
    about = plain_words(facts.shown, facts.language)
    for length in lengths:
        for at in range(len(said) - length + 1):
            for other in keys.get(said[at : at + length], ())[:_LOOKED_AT]:
                if other is not facts and _speaks_of(about, other) and not _apart(facts, other):
                    yield other


_LOOKED_AT = 20
"""How many questions with one and the same answer are looked at."""


def _speaks_of(about: frozenset[str], other: Facts) -> bool:
    """Whether the words hold most of what another question asks, beside its answer."""
    asked = plain_words(other.shown, other.language) - plain_words(other.keys[0], other.language)
    shared = asked & about
    return len(shared) >= max(_FEWEST_SHARED, 0.6 * len(asked))


def _apart(one: Facts, other: Facts) -> bool:
    a, b = one.question, other.question
    return (b.id or "") in a.not_with or (a.id or "") in b.not_with


def asked_twice(bank: Sequence[Facts]) -> InBank:
    """Two questions are the same, down to the answer."""
    seen: dict[tuple[str, ...], Facts] = {}
    for facts in bank:
        same = (plain(facts.shown), *map(plain, facts.keys))
        first = seen.setdefault(same, facts)
        if first is not facts and tokens(facts.shown) and facts.keys:
            place = first.question.place
            line = f" in line {place.line}" if place else ""
            yield facts.question, Found(f"the same question stands{line} already", "question")


IN_BANK = (
    BankRow(
        "longest-too-often",
        longest_too_often,
        "Shorten right answers, or word wrong ones as carefully.",
    ),
    BankRow(
        "key-position",
        key_position,
        "Use “wrong:” where the order does not matter: quizgen mixes the answers.",
    ),
    BankRow(
        "answers-another",
        answers_another,
        "Name each other's id under “not-with:”, or reword one of them.",
    ),
    BankRow("asked-twice", asked_twice, "Delete one of them."),
)
"""Every check of a whole bank."""
