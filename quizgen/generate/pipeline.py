"""From a transcript to a bank, in one pass that can be repeated byte for byte."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from quizgen.bank.identity import new_id
from quizgen.bank.stamp import stamp
from quizgen.generate.choosing import Choosing, RuleReport
from quizgen.generate.heard import Heard
from quizgen.generate.prepare import foreign_note, prepare
from quizgen.generate.scarcity import Scarcity, scarcity
from quizgen.language.words import bare
from quizgen.language.words import count as count_words
from quizgen.model.bank import Bank, GenerateSettings
from quizgen.model.candidate import Candidate
from quizgen.model.question import Difficulty, Question
from quizgen.model.transcript import Transcript
from quizgen.quality.choice import Caps, rank, same_voice
from quizgen.quality.flaws import soft_cost
from quizgen.quality.in_transcript import transcript_cost
from quizgen.rules.api import Rule
from quizgen.rules.material import Material

_FEWEST, _MOST = 5, 40
_WORDS_PER_QUESTION = 48
_FEW = 35  # questions: a transcript that bears no more may give two on one sentence
_SUBSTANCE = 12  # words of a reply that says something


Favoured: TypeAlias = Callable[[Sequence[Candidate]], AbstractSet[int]]
"""Which of the candidates, by their numbers, a bank holds already."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many exchanges say something (a reply of a dozen words), and how many are asked about.

    ``nothing`` are the lines of the others where nothing can be asked, ``no_room`` of those
    where other questions came first.
    """

    exchanges: int
    asked: int
    nothing: tuple[int, ...] = ()
    no_room: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Generated:
    """A new bank, and the report of how it came about, by rule name.

    ``note`` says what a person should know of its language; ``few`` why there are fewer
    questions than were wanted.
    """

    bank: Bank
    reports: dict[str, RuleReport]
    coverage: Coverage
    note: str | None = None
    few: Scarcity | None = None


def generate(
    transcript: Transcript,
    rules: Sequence[Rule],
    settings: GenerateSettings,
    *,
    bank_id: str,
    path: str,
    source: str,
    favoured: Favoured | None = None,
    wording: str | None = None,
) -> Generated:
    """Make a bank of ``transcript``; ``source`` is how the bank at ``path`` names it.

    ``wording`` is what the settings' wording file holds, where it was read already.
    ``favoured`` picks the candidates that are looked at before all others.
    """
    material = prepare(transcript, settings, path, wording)
    reports = {rule.name: RuleReport(rule.name) for rule in rules}
    offers = _offers(rules, material, reports)
    count = settings.count or default_count(transcript)
    ranked = sorted(offers, key=rank)
    held = {id(ranked[at]) for at in favoured(ranked)} if favoured else set[int]()
    heard = Heard(material)
    caps = Caps(count, _shares(material), held=held, cost=partial(_cost, heard))
    choice = Choosing(caps, {rule.name: rule for rule in rules}, heard, reports)
    chosen = choice.of(ranked, twice=default_count(transcript) <= _FEW)
    bank = Bank(
        id=bank_id,
        title=transcript.title or bank_id,
        path=path,
        source=source,
        date=transcript.date,
        language=material.language,
        generate=replace(settings, count=count),
        questions=_finished(chosen),
    )
    few = scarcity(material) if len(chosen) < count else None
    covered = _coverage(chosen, offers, material)
    return Generated(bank, reports, covered, foreign_note(material), few)


def default_count(transcript: Transcript) -> int:
    """How many questions a transcript of this length can bear: one per 48 words, 5 to 40."""
    words = sum(len(turn.text.split()) for turn in transcript.turns)
    return max(_FEWEST, min(_MOST, words // _WORDS_PER_QUESTION))


def _offers(
    rules: Sequence[Rule], material: Material, reports: dict[str, RuleReport]
) -> list[Candidate]:
    offers = []
    for rule in rules:
        silent = rule.silent(material)
        if silent is not None:
            reports[rule.name].lacks = silent
            continue
        found = list(rule.propose(material))
        reports[rule.name].candidates = len(found)
        if not found:
            reports[rule.name].lacks = rule.lacks(material)
        offers += found
    return offers


def _cost(heard: Heard, candidate: Candidate) -> float:
    """What its soft flaws cost a candidate."""
    of = (candidate.question, candidate.rule, heard.material.language)
    return soft_cost(*of) + transcript_cost(*of, heard)


def _coverage(chosen: list[Candidate], offers: list[Candidate], material: Material) -> Coverage:
    telling = {
        each.number: each.turns[0].line
        for each in material.exchanges
        if sum(count_words(turn.text) for turn in each.replies or each.turns) >= _SUBSTANCE
    }
    asked = frozenset[int]().union(*(each.exchanges for each in chosen))
    offered = frozenset[int]().union(*(each.exchanges for each in offers))
    left = [number for number in telling if number not in asked]
    return Coverage(
        len(telling),
        len(telling.keys() & asked),
        tuple(telling[number] for number in left if number not in offered),
        tuple(telling[number] for number in left if number in offered),
    )


def _shares(material: Material) -> dict[int, float]:
    """Each exchange's share of the words of the transcript, by its number."""
    words = {
        each.number: sum(len(turn.text.split()) for turn in each.turns)
        for each in material.exchanges
    }
    total = sum(words.values()) or 1
    return {number: said / total for number, said in words.items()}


def _finished(chosen: list[Candidate]) -> tuple[Question, ...]:
    """The questions with their ids, enemies, difficulty and stamps."""
    ids: list[str] = []
    for candidate in chosen:
        ids.append(new_id(candidate.rule, candidate.origin, set(ids)))
    finished = []
    for candidate, own in zip(chosen, ids, strict=True):
        enemies = tuple(
            sorted(
                other
                for rival, other in zip(chosen, ids, strict=True)
                if other != own and _answer_each_other(candidate, rival)
            )
        )
        question = replace(
            candidate.question, id=own, not_with=enemies, difficulty=_difficulty(candidate)
        )
        made = stamp(
            question,
            " ".join(question.evidence),
            rule=candidate.rule,
            version=candidate.version,
        )
        finished.append(replace(question, made=made))
    return tuple(finished)


def _answer_each_other(one: Candidate, other: Candidate) -> bool:
    """Whether one shows what the other asks: by the same sentence, or one close by."""
    return (
        bool(one.sentences & other.sentences)
        or same_voice(one, other)
        or _gives_away(one, other)
        or _gives_away(other, one)
    )


def _gives_away(one: Candidate, other: Candidate) -> bool:
    """Whether what one question shows answers the other."""
    if not other.gives_away:
        return False
    options = getattr(one.question, "options", ())
    shown = bare(" ".join((one.question.stem, one.question.quote or "", *options)))
    return any(f" {words} " in f" {shown} " for words in other.gives_away)


def _difficulty(candidate: Candidate) -> Difficulty:
    """Two answers are easy; short quotes and answers from one exchange are hard."""
    question = candidate.question
    if candidate.two_way:
        return "easy"
    words = len((question.quote or "").split())
    return "hard" if words and words < 12 else "medium"
