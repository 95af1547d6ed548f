"""Flaws that only the transcript shows: what it says elsewhere, or does not say at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from quizgen.language.lexicon import is_known
from quizgen.language.senses import kind
from quizgen.language.words import WORD
from quizgen.model.candidate import Proof
from quizgen.model.question import Choice, Question
from quizgen.quality.facts import Facts
from quizgen.quality.found import SOFT_COST, Found, on_option, short

_RARER = 5
_SHORT_KEY = 3
_ORDERS = frozenset({"order"})


class Spoken(Protocol):
    """What the checks ask of a transcript."""

    def holds(self, quote: str) -> bool:
        """Whether the words stand in it, an ``…`` for words left out."""

    def exchanges_with(self, words: str) -> int:
        """In how many exchanges the words stand."""

    def frequency(self, words: str) -> int:
        """How often the words stand in it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question, its transcript, and what its rule says of its answer, if it has one."""

    facts: Facts
    spoken: Spoken
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class TranscriptRow:
    """A check against the transcript, what to call its flaw, how to mend it, how bad it is."""

    code: str
    check: Callable[[Case], Iterator[Found]]
    fix: str
    hard: bool


def not_in_transcript(case: Case) -> Iterator[Found]:
    """The words that should prove the answer do not stand in the transcript."""
    for words in case.facts.question.evidence:
        if not case.spoken.holds(words):
            message = f"the transcript does not hold the words “{short(words, 80)}”"
            yield Found(message, "from", words)


def not_proved(case: Case) -> Iterator[Found]:
    """The rule that made the question does not prove its answer, or not that one only."""
    if case.proof is not None and not case.proof:
        yield Found(f"the answer cannot be proved: {case.proof.reason}", "answer")


def comes_again(case: Case) -> Iterator[Found]:
    """What is to be put in order comes more than once, so that there is no one order."""
    facts = case.facts
    texts = facts.items or (facts.options if facts.rule in _ORDERS else ())
    for text in texts if facts.question.evidence else ():
        if case.spoken.exchanges_with(text) > 1:
            yield on_option(f"“{short(text)}” comes up in more than one place", text)


def too_well_known(case: Case) -> Iterator[Found]:
    """The right answer is what the transcript speaks of all the time, the others hardly occur."""
    facts, often = case.facts, case.spoken.frequency
    if not isinstance(facts.question, Choice) or facts.single is None:
        return
    if not facts.question.evidence or len(facts.single.split()) > _SHORT_KEY:
        return
    times = often(facts.single)
    if times >= _RARER and all(often(text) * _RARER <= times for text in facts.wrong):
        yield Found(f"“{short(facts.single)}” is said {times} times, the others hardly", "answer")


def misspelt_blank(case: Case) -> Iterator[Found]:
    """The missing word is said once and stands in no dictionary: it may be a slip of the pen."""
    facts = case.facts
    if facts.by_hand or facts.gap is None or facts.language != "en":
        return
    for key in facts.keys:
        for word in WORD.findall(key):
            known = not (word.isalpha() and word.islower()) or is_known(word) or kind(word)
            if not known and case.spoken.frequency(word) == 1:
                yield Found(f"“{word}” is said once, and no dictionary has it", "answer")


IN_TRANSCRIPT = (
    TranscriptRow(
        "not-in-transcript",
        not_in_transcript,
        "Copy the words from the transcript; write … where you leave some out.",
        hard=True,
    ),
    TranscriptRow(
        "not-proved",
        not_proved,
        "Undo the change, or delete “made:” if you know that the answer is right.",
        hard=True,
    ),
    TranscriptRow(
        "blank-misspelt",
        misspelt_blank,
        "Leave out another word, or correct the transcript.",
        hard=True,
    ),
    TranscriptRow("comes-again", comes_again, "Take something that comes up once.", hard=True),
    TranscriptRow(
        "too-well-known",
        too_well_known,
        "Choose wrong answers that are spoken of as much.",
        hard=False,
    ),
)
"""Every check against a transcript."""

_OF_CANDIDATES = tuple(
    row for row in IN_TRANSCRIPT if row.check not in {not_in_transcript, not_proved}
)


def told_by_transcript(question: Question, rule: str, language: str, spoken: Spoken) -> list[str]:
    """The codes of the hard flaws of a generated question that only the transcript shows."""
    return [row.code for row in _found(question, rule, language, spoken) if row.hard]


def transcript_cost(question: Question, rule: str, language: str, spoken: Spoken) -> float:
    """What the soft flaws that only the transcript shows take off a generated question."""
    found = _found(question, rule, language, spoken)
    return SOFT_COST * sum(not row.hard for row in found)


def _found(question: Question, rule: str, language: str, spoken: Spoken) -> Iterator[TranscriptRow]:
    case = Case(Facts(question, rule, language, stemmed=True), spoken)
    return (row for row in _OF_CANDIDATES if any(True for _ in row.check(case)))
