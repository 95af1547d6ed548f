"""Find for every question that was made before the one that is made of the same words today.

First by equal words; then, between neighbours that were found, by words that are much
alike; last anywhere, by words that are nearly the same. Only questions of the same rule
are compared, the best pairs first, one to one.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

IN_PLACE = 0.60
"""How alike words must be, from 0 to 1, between the same neighbours."""

ANYWHERE = 0.75
"""How alike they must be elsewhere."""

_SHINGLE = 3
_MOST_COMPARED = 40  # pairs that share a shingle; one that more share tells nothing
_SAME_ANSWER = 0.05  # what an equal answer adds when two candidates are as good


@dataclass(frozen=True, slots=True)
class Trace:
    """What a question is recognised by.

    ``source`` and ``content`` are the fingerprints of its stamp; ``words`` the words of
    the transcript, normalised; ``answer`` its answer.
    """

    rule: str
    source: str
    content: str
    words: str
    answer: str = ""


def match(old: Sequence[Trace], new: Sequence[Trace]) -> dict[int, int]:
    """For each number in ``old`` the number in ``new`` that is the same question.

    Both are in the order of the transcript.
    """
    pairs = _equal(old, new)
    left = [number for number in range(len(old)) if number not in pairs]
    taken = set(pairs.values())
    free = [number for number in range(len(new)) if number not in taken]
    if left and free:
        pairs |= _alike(old, new, left, free, _Gaps(pairs))
    return pairs


def _equal(old: Sequence[Trace], new: Sequence[Trace]) -> dict[int, int]:
    """Equal words: with the same content first, then with the same answer, then in order."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for key in (
        lambda one: (one.rule, one.source, one.content),
        lambda one: (one.rule, one.source, one.answer),
        lambda one: (one.rule, one.source),
    ):
        waiting: dict[object, list[int]] = defaultdict(list)
        for number in range(len(new) - 1, -1, -1):
            if number not in taken:
                waiting[key(new[number])].append(number)
        for number, one in enumerate(old):
            if number not in pairs and (found := waiting.get(key(one))):
                pairs[number] = found.pop()
                taken.add(pairs[number])
        if len(pairs) == len(old):
            break
    return pairs


def _alike(
    old: Sequence[Trace], new: Sequence[Trace], left: list[int], free: list[int], gaps: "_Gaps"
) -> dict[int, int]:
    words_old = {number: old[number].words.split() for number in left}
    words_new = {number: new[number].words.split() for number in free}
    scored = []
    for one, other in _candidates(old, new, words_old, words_new, gaps):
        least = IN_PLACE if gaps.share(one, other) else ANYWHERE
        score = Indel.normalized_similarity(words_old[one], words_new[other], score_cutoff=least)
        if score >= least:
            same = old[one].answer == new[other].answer
            scored.append((-(score + same * _SAME_ANSWER), one, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(scored):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _candidates(
    old: Sequence[Trace],
    new: Sequence[Trace],
    words_old: dict[int, list[str]],
    words_new: dict[int, list[str]],
    gaps: "_Gaps",
) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: of one rule, in the same gap or with some words in a row."""
    by_shingle: dict[object, list[int]] = defaultdict(list)
    by_gap: dict[object, list[int]] = defaultdict(list)
    for number, words in words_new.items():
        for shingle in set(_shingles(words)):
            by_shingle[new[number].rule, shingle].append(number)
        by_gap[new[number].rule, gaps.of_new(number)].append(number)
    for number, words in words_old.items():
        rule = old[number].rule
        near = by_gap.get((rule, gaps.of_old(number)), [])
        found = set(near) if len(near) <= _MOST_COMPARED else set()
        for shingle in set(_shingles(words)):
            sharing = by_shingle.get((rule, shingle), [])
            if len(sharing) <= _MOST_COMPARED:
                found.update(sharing)
        yield from ((number, other) for other in sorted(found))


def _shingles(words: list[str]) -> Iterable[tuple[str, ...]]:
    if len(words) < _SHINGLE:
        return [tuple(words)]
    return zip(*(words[start:] for start in range(_SHINGLE)), strict=False)


class _Gaps:
    """The gaps between questions found on both sides in the same order."""

    def __init__(self, pairs: dict[int, int]) -> None:
        anchors = _rising(sorted(pairs.items()))
        self._old = [one for one, _ in anchors]
        self._new = [other for _, other in anchors]

    def of_old(self, number: int) -> int:
        return bisect_right(self._old, number)

    def of_new(self, number: int) -> int:
        return bisect_right(self._new, number)

    def share(self, one: int, other: int) -> bool:
        return self.of_old(one) == self.of_new(other)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs whose second numbers rise as their first ones do."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, second) in enumerate(pairs):
        length = bisect_left(tails, second)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(second)
            ends.append(at)
        else:
            tails[length], ends[length] = second, at
    found: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]
