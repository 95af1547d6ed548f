"""Flaws that only the transcript shows: what it says elsewhere, or does not say at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from quizgen.model.candidate import Proof
from quizgen.model.question import Choice
from quizgen.quality.facts import Facts
from quizgen.quality.found import Found, on_option, short

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
    TranscriptRow("comes-again", comes_again, "Take something that comes up once.", hard=True),
    TranscriptRow(
        "too-well-known",
        too_well_known,
        "Choose wrong answers that are spoken of as much.",
        hard=False,
    ),
)
"""Every check against a transcript."""
