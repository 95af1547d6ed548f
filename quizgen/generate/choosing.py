"""Which candidates become questions: the best that have room, no hard flaw, and a proof.

What is right and only too easy is kept in reserve: it is asked where a bank would else have
next to nothing, for nothing is worse for a teacher.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from quizgen.generate.heard import Heard
from quizgen.model.candidate import Candidate
from quizgen.quality.choice import Caps, best_first
from quizgen.quality.flaws import hard_flaw
from quizgen.quality.in_transcript import told_by_transcript
from quizgen.rules.api import Rule
from quizgen.rules.distractors import says_nearly, words_shared

_SAME_SENTENCE = 2  # questions on one sentence, where a transcript can bear but few
_ONE_THOUGHT = 3  # telling words that two quotes of one speaker share
_FEWEST = 5  # questions: a bank with fewer takes easy ones too

Refused = list[tuple[Candidate, str]]
"""Candidates for which there is no room, each with the reason."""


@dataclass(slots=True)
class RuleReport:
    """What became of one rule's candidates; ``lacks`` is set where it had none."""

    rule: str
    candidates: int = 0
    shipped: int = 0
    rejected: dict[str, int] = field(default_factory=dict)
    lacks: str | None = None


class Choosing:
    """The candidates chosen so far, and what was asked with them."""

    def __init__(
        self,
        caps: Caps,
        rules: dict[str, Rule],
        heard: Heard,
        reports: dict[str, RuleReport],
    ) -> None:
        self._caps, self._rules, self._heard, self._reports = caps, rules, heard, reports
        self._chosen: list[Candidate] = []
        self._asked: set[tuple[str, str | None, str]] = set()

    def of(self, ranked: Sequence[Candidate], *, twice: bool) -> list[Candidate]:
        """Choose among ranked candidates; in source order. ``twice`` allows two on a sentence."""
        caps = self._caps
        spare = [each for each in ranked if each.spare and id(each) not in caps.held]
        kept = {id(each) for each in spare}
        plain = [each for each in ranked if id(each) not in kept]
        refused = self._fill(plain, caps.total, twice=twice)
        few = min(_FEWEST, caps.total)
        if len(self._chosen) < few:
            caps.easy = True
            left = [candidate for candidate, _ in refused]
            refused = self._fill([*left, *spare], few, twice=twice)
        for candidate, reason in refused:
            self._reject(candidate, reason)
        return sorted(self._chosen, key=lambda each: (each.anchor, each.rule, each.origin))

    def _fill(self, left: list[Candidate], total: int, *, twice: bool) -> Refused:
        """Choose until nothing more has room: then another pass would be the same."""
        caps = self._caps
        refused: Refused = [(each, "not needed") for each in left]
        passes = [(1, False), *([(_SAME_SENTENCE, False)] if twice else []), (1, True), (1, True)]
        before = -1
        while before < len(self._chosen) < total:
            before = len(self._chosen)
            for caps.per_sentence, caps.relaxed in passes:
                refused = self._pass(left, total)
                left = [candidate for candidate, _ in refused]
        return refused

    def _pass(self, left: list[Candidate], total: int) -> Refused:
        """Take what has room and no fault, best first; what has no room is given back."""
        refused: Refused = []
        for candidate in best_first(left, self._caps):
            if len(self._chosen) == total:
                break
            if reason := self._caps.refuse(candidate):
                refused.append((candidate, reason))
            elif reason := self._fault(candidate):
                self._reject(candidate, reason)
            else:
                self._take(candidate)
        return refused

    def _take(self, candidate: Candidate) -> None:
        self._caps.take(candidate)
        question = candidate.question
        self._asked.add((question.stem, question.quote, getattr(question, "key", "")))
        self._reports[candidate.rule].shipped += 1
        self._chosen.append(candidate)

    def _reject(self, candidate: Candidate, reason: str) -> None:
        rejected = self._reports[candidate.rule].rejected
        rejected[reason] = rejected.get(reason, 0) + 1

    def _fault(self, candidate: Candidate) -> str | None:
        """Why a candidate that has room is no good."""
        question = candidate.question
        if question.quote and any(
            stem == question.stem
            and quote
            and (says_nearly(question.quote, quote) or _one_thought(candidate, quote, key))
            for stem, quote, key in self._asked
        ):
            return "asked already"
        rule, language = candidate.rule, self._heard.material.language
        if flaw := hard_flaw(question, rule, language):
            return flaw
        if told := told_by_transcript(question, rule, language, self._heard):
            return told[0]
        return None if self._rules[rule].prove(question, self._heard.material) else "no proof"


def _one_thought(candidate: Candidate, quote: str, key: str) -> bool:
    """Whether a quote and one that was asked about are the same answer's, and of one thing."""
    question = candidate.question
    same = getattr(question, "key", "") == key
    return same and words_shared(question.quote or "", quote) >= _ONE_THOUGHT
