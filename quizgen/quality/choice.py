"""Which candidates make the best bank: best first, within caps, none answering another.

The caps keep one rule, one exchange, one sentence from filling a bank; they are shares of
the number asked for. Among what has room, the best is what is good in itself, speaks of an
exchange that no question is about yet, and comes from a rule that was used seldom.
"""

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from quizgen.model.candidate import Candidate
from quizgen.model.question import Choice, TrueFalse

_RULE_SHARE = 0.25
_EXCHANGE_SHARE = 0.2
_TWO_WAY_SHARE = 0.24
_ONE_TWO_WAY_RULE = 0.2
_NEW_EXCHANGE = 0.6
_USED_RULE = 0.12
_UNUSED_RULE = 2  # a rule's first question counts as if it had been used so often too seldom
_HELD = 100.0
_OFFERS_PER_QUESTION = 8
SELDOM = {
    "order": 2,
    "multi": 2,
    "match": 2,
    "match-terms": 1,
    "who-replied": 2,
    "stage": 1,
    "date": 2,
    "next-speaker": 2,
}
"""Rules that fill at most so many places of a bank."""
_FILLERS = frozenset({"date", "order", "stage"})
_OTHERS_PER_FILLER = 5
"""Rules whose questions are worth their place beside so many others only."""
_OTHERS_PER_UNNAMED = 3
"""So many others make up for a question whose answer may be “somebody who asks”."""
_OF_ONE_PASSAGE = frozenset({"who-said"})
_NEXT, _PASSAGE = 3, 14  # sentences: those close by tell each other's speaker
_PER_PASSAGE = 2  # questions whose answer is the same speaker
_WITHOUT_OTHERS = 4
"""So many times “Who said this?” may be asked where nothing else is; beside others, as often."""
_MAKE_UP = frozenset({"multi", "match", "stage"})
_TWICE = 2  # an answer may come again where there is little else
_MORE = 2  # times as many of these make up for what else is lacking
_SHARES = {
    "true-false": 0.08,
    "multi": 0.12,
    "which-topic": 0.1,
    "match": 0.08,
    "cloze": 0.15,
    "place": 0.13,
    "who-speaks-of": 0.12,
}
"""Rules that fill at most such a share of a bank, and two places."""
_OF_FEW = frozenset({"who-said", "who-replied", "who-speaks-of"})
_BEFORE_BALANCE = 2
_ASK_AGAIN = frozenset({"who-said", "who-replied", "order", "date"})
"""Rules whose answers may well be the same, as there are but few to choose from."""
_BEAR_MORE = frozenset(
    "who-said place number date reported-speech who-is-described question-drew-answer".split()
)
"""Rules that may fill more of a bank where the others have nothing left."""
_RELAXED_SHARE = 0.45
_SAME_ANSWER = 0.08
_FAMILIES = {
    "answer-to-question": "question and answer",
    "question-drew-answer": "question and answer",
}
"""Rules that ask about the same words from two sides: one of them will do."""


def _nothing(_: Candidate) -> float:
    return 0.0


@dataclass(slots=True)
class Caps:
    """What is full already; ``total`` is the number of questions asked for.

    ``shares`` is each exchange's share of the transcript's words: a long one may fill a
    quarter more of the bank than it fills of the transcript. ``per_sentence`` is how many
    questions may stand on one sentence. ``held`` are the ``id()`` of candidates that a bank
    holds already: they come first. ``cost`` says what a candidate's flaws take off its
    value; it is asked once for each that comes up. ``easy`` takes what would else be dull.
    """

    total: int
    shares: Mapping[int, float]
    per_sentence: int = 1
    held: AbstractSet[int] = frozenset()
    rules: Counter[str] = field(default_factory=Counter)
    per_exchange: Counter[int] = field(default_factory=Counter)
    covered: set[int] = field(default_factory=set)
    sentences: Counter[int] = field(default_factory=Counter)
    rule_sentences: set[tuple[str, int]] = field(default_factory=set)
    relaxed: bool = False
    keys: Counter[tuple[str, str] | None] = field(default_factory=Counter)
    answers: Counter[tuple[str, str]] = field(default_factory=Counter)
    verdicts: Counter[bool] = field(default_factory=Counter)
    two_way: int = 0
    unnamed: int = 0
    easy: bool = False
    cost: Callable[[Candidate], float] = _nothing
    costs: dict[int, float] = field(default_factory=dict)
    voices: dict[str, list[int]] = field(default_factory=dict)

    def refuse(self, candidate: Candidate) -> str | None:
        """Say why there is no room for a candidate; None if there is.

        What a bank holds already has its place.
        """
        if id(candidate) in self.held:
            return None
        rule = candidate.rule
        if self.rules[rule] >= self._most(candidate):
            return "enough of this rule"
        if self._has_too_few_others(candidate):
            return "enough of this rule beside the others"
        share = max(_EXCHANGE_SHARE, 1.25 * self.shares.get(candidate.exchange, 0.0))
        if self.per_exchange[candidate.exchange] >= max(3, round(self.total * share)):
            return "enough on this exchange"
        if candidate.two_way and self.two_way >= max(1, int(self.total * _TWO_WAY_SHARE)):
            return "enough with two answers only"
        return self._repeats(candidate)

    def _has_too_few_others(self, candidate: Candidate) -> bool:
        """Whether a bank would be dull, or hang on its header, with one more of a rule."""
        rule, made = candidate.rule, self.rules.total()
        if self.easy:
            return False
        if candidate.unnamed and made - self.unnamed < _OTHERS_PER_UNNAMED * (self.unnamed + 1):
            return True
        if rule in _FILLERS:
            fillers = sum(self.rules[each] for each in _FILLERS)
            return made - fillers < _OTHERS_PER_FILLER * (fillers + 1)
        own = self.rules[rule]
        return rule in _OF_ONE_PASSAGE and own >= max(_WITHOUT_OTHERS, made - own)

    def _is_of_one_passage(self, candidate: Candidate) -> bool:
        """Whether the same speaker was asked for by sentences close by."""
        if candidate.rule not in _OF_ONE_PASSAGE:
            return False
        at = min(candidate.sentences, default=0)
        far = [abs(at - other) for other in self.voices.get(_answer(candidate), ())]
        close = sum(gap <= _PASSAGE for gap in far)
        return close >= _PER_PASSAGE or any(gap <= _NEXT for gap in far)

    def _repeats(self, candidate: Candidate) -> str | None:
        """Say which question a candidate would be too much like."""
        if any(self.sentences[number] >= self.per_sentence for number in candidate.sentences):
            return "enough on this sentence"
        family = _family(candidate)
        if any((family, number) in self.rule_sentences for number in candidate.sentences):
            return "the rule asks about this sentence already"
        question = candidate.question
        if isinstance(question, TrueFalse) and (
            self.verdicts[question.key] + question.key > self.verdicts[not question.key]
        ):
            return "as many are to be true as false, a false one first"
        if self._is_of_one_passage(candidate) or self._is_said_too_often(candidate):
            return "the rule has this answer often enough"
        if self.keys[_key(candidate)] >= (_TWICE if self.relaxed else 1):
            return "the rule has this answer already"
        return None

    def _is_said_too_often(self, candidate: Candidate) -> bool:
        """Whether one answer of few would be right more often than all others together."""
        if candidate.rule not in _OF_FEW or not isinstance(candidate.question, Choice):
            return False
        own = self.answers[candidate.rule, candidate.question.key] + 1
        total = self.rules[candidate.rule] + 1
        return own > max(_BEFORE_BALANCE, total // 2 + candidate.two_way)

    def _most(self, candidate: Candidate) -> int:
        """How many questions the candidate's rule may give."""
        usual = _ONE_TWO_WAY_RULE if candidate.two_way else _RULE_SHARE
        share = max(2, round(self.total * _SHARES.get(candidate.rule, usual)))
        if self.relaxed and candidate.rule in _BEAR_MORE and not candidate.two_way:
            share = round(self.total * _RELAXED_SHARE)
        seldom = SELDOM.get(candidate.rule, share)
        return min(share, seldom * _MORE if self.relaxed and candidate.rule in _MAKE_UP else seldom)

    def take(self, candidate: Candidate) -> None:
        """Count a candidate that was chosen."""
        self.rules[candidate.rule] += 1
        self.per_exchange[candidate.exchange] += 1
        self.covered |= candidate.exchanges
        self.sentences.update(candidate.sentences)
        family = _family(candidate)
        self.rule_sentences.update((family, number) for number in candidate.sentences)
        self.two_way += candidate.two_way
        self.unnamed += candidate.unnamed
        self.answers[candidate.rule, _answer(candidate)] += 1
        if key := _key(candidate):
            self.keys[key] += 1
        if candidate.rule in _OF_ONE_PASSAGE:
            asked = self.voices.setdefault(_answer(candidate), [])
            asked.append(min(candidate.sentences, default=0))
        if isinstance(candidate.question, TrueFalse):
            self.verdicts[candidate.question.key] += 1

    def value(self, candidate: Candidate) -> float:
        """What a candidate would add to the bank as it is."""
        new = not candidate.exchanges <= self.covered
        used = self.rules[candidate.rule] or -_UNUSED_RULE
        held = _HELD if id(candidate) in self.held else 0.0
        cost = 0.0 if held else self.costs.get(id(candidate), 0.0)
        again = _SAME_ANSWER * self.answers[candidate.rule, _answer(candidate)]
        return held + candidate.score + _NEW_EXCHANGE * new - _USED_RULE * used - cost - again

    def look_at(self, candidate: Candidate) -> None:
        """Find out what a candidate's flaws cost it."""
        if id(candidate) not in self.costs:
            self.costs[id(candidate)] = self.cost(candidate)


def best_first(candidates: Iterable[Candidate], caps: Caps) -> Iterator[Candidate]:
    """Candidates by what each adds to the bank, which changes as ``caps`` takes some.

    A value only ever falls, so a heap with values of before is right once its top, looked
    at again, still holds. Of every rule the best few are looked at.
    """
    offers = _foremost(candidates, caps)
    heap = [(-caps.value(each), at, each) for at, each in enumerate(offers)]
    heapq.heapify(heap)
    while heap:
        value, at, candidate = heapq.heappop(heap)
        caps.look_at(candidate)
        now = -caps.value(candidate)
        if now > value:
            heapq.heappush(heap, (now, at, candidate))
        else:
            yield candidate


def _foremost(candidates: Iterable[Candidate], caps: Caps) -> list[Candidate]:
    """The best candidates of every rule, some for each question asked for, ranked."""
    by_rule: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_rule.setdefault(candidate.rule, []).append(candidate)
    most = caps.total * _OFFERS_PER_QUESTION
    found = []
    for group in by_rule.values():
        best = heapq.nsmallest(most, group, key=rank)  # the same ones, whatever the bank holds
        known = {id(each) for each in best}
        found += [*best, *(each for each in group if id(each) in caps.held - known)]
    return sorted(found, key=rank)


def _key(candidate: Candidate) -> tuple[str, str] | None:
    """Rule and answer, where asking for the same again would be dull."""
    question = candidate.question
    if candidate.rule in _ASK_AGAIN or not isinstance(question, Choice):
        return None
    return candidate.rule, question.key


def _answer(candidate: Candidate) -> str:
    question = candidate.question
    return question.key if isinstance(question, Choice) else ""


def same_voice(one: Candidate, other: Candidate) -> bool:
    """Whether both ask for one speaker by sentences of one passage."""
    if not {one.rule, other.rule} <= _OF_ONE_PASSAGE or _answer(one) != _answer(other):
        return False
    return abs(min(one.sentences) - min(other.sentences)) <= _PASSAGE


def _family(candidate: Candidate) -> str:
    return _FAMILIES.get(candidate.rule, candidate.rule)


def rank(candidate: Candidate) -> tuple[float, int, str, str, str]:
    """What candidates are sorted by before any is chosen: the score, then the place."""
    stem = candidate.question.stem
    return -round(candidate.score, 6), candidate.anchor[0], candidate.rule, candidate.origin, stem
