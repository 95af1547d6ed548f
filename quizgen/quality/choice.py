"""Which candidates make the best bank: best first, within caps, none answering another.

The caps keep one rule, one exchange, one sentence from filling a bank; they are shares of
the number asked for.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from quizgen.model.candidate import Candidate

_RULE_SHARE = 0.25
_EXCHANGE_SHARE = 0.2
_TWO_WAY_SHARE = 0.25
_SAME_SENTENCE = 2
SELDOM = {"order": 2, "stage": 2, "date": 2, "next-speaker": 2}
"""Rules that fill at most so many places of a bank."""


@dataclass(slots=True)
class Caps:
    """What is full already; ``total`` is the number of questions asked for.

    ``shares`` is each exchange's share of the transcript's words: a long one may fill a
    quarter more of the bank than it fills of the transcript.
    """

    total: int
    shares: Mapping[int, float]
    rules: Counter[str] = field(default_factory=Counter)
    per_exchange: Counter[int] = field(default_factory=Counter)
    sentences: Counter[int] = field(default_factory=Counter)
    rule_sentences: set[tuple[str, int]] = field(default_factory=set)
    two_way: int = 0

    def refuse(self, candidate: Candidate) -> str | None:
        """Say why there is no room for a candidate; None if there is."""
        rule = candidate.rule
        if self.rules[rule] >= SELDOM.get(rule, max(2, round(self.total * _RULE_SHARE))):
            return "enough of this rule"
        share = max(_EXCHANGE_SHARE, 1.25 * self.shares.get(candidate.exchange, 0.0))
        if self.per_exchange[candidate.exchange] >= max(3, round(self.total * share)):
            return "enough on this exchange"
        if candidate.two_way and self.two_way >= max(1, int(self.total * _TWO_WAY_SHARE)):
            return "enough with two answers only"
        if any(self.sentences[number] >= _SAME_SENTENCE for number in candidate.sentences):
            return "enough on this sentence"
        if any((rule, number) in self.rule_sentences for number in candidate.sentences):
            return "the rule asks about this sentence already"
        return None

    def take(self, candidate: Candidate) -> None:
        """Count a candidate that was chosen."""
        self.rules[candidate.rule] += 1
        self.per_exchange[candidate.exchange] += 1
        self.sentences.update(candidate.sentences)
        self.rule_sentences.update((candidate.rule, number) for number in candidate.sentences)
        self.two_way += candidate.two_way


def best_first(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Order candidates by rounds: the best of every rule, then the second best of every rule.

    Within a round the higher score comes first; ties are settled by place, then by name.
    """
    rounds: dict[str, int] = Counter()
    ranked = []
    for candidate in sorted(candidates, key=_rank):
        ranked.append((rounds[candidate.rule], candidate))
        rounds[candidate.rule] += 1
    for _, candidate in sorted(ranked, key=lambda pair: (pair[0], _rank(pair[1]))):
        yield candidate


def _rank(candidate: Candidate) -> tuple[float, int, str, str]:
    return -round(candidate.score, 6), candidate.anchor[0], candidate.rule, candidate.origin
