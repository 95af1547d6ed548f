"""Which two of these does somebody say?

Precondition: a named speaker with two quotable sentences that stand alone, and others –
    named speakers, or the floor – with two or three more, none of which gives its speaker away.
Stem: “Which two of these does Thomas More say?” with five statements.
Proof: the key statements, or nearly their words, are said by that speaker and by nobody
    else; the wrong ones by others only.
Good: statements of both sides about the same matter.
Bad: “I, as your president, …” (it tells who speaks).
"""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from quizgen.language.claims import is_about_oneself, stands
from quizgen.language.words import bare, content
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Multi as ManyRight
from quizgen.model.question import Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import alike_in_length, differ, words_shared
from quizgen.rules.material import Material
from quizgen.rules.persons import gives_away
from quizgen.rules.sentence import Sentence

_FEWEST_WORDS, _MOST_WORDS = 8, 26
_KEYS, _WRONG = 2, 3
_FEWEST_WRONG = 2
_BOTH_STATE = 4  # statements of the one of two who states least, or their roles tell them
_ONE_SUBJECT = 2  # telling words that two statements on one subject share
_BEST = 4  # statements of a speaker that are put together


class Multi(Rule):
    """Which statements are one speaker's, and which are others'."""

    name = "multi"
    summary = "which two of several statements are one speaker's"
    stems = {"": "Which two of these does {speaker} say?"}
    version = 5
    worth = 0.7
    languages = None

    def lacks(self, material: Material) -> str:
        """Too few statements can be told apart."""
        return "too few statements stand alone and do not give their speaker away"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """The best statements of each named speaker, two at a time."""
        if material.is_rough:
            return
        told = [s for s in material.sentences if _fits(s, material)]
        told = [s for s in told if not material.voices.say_the_same(s)]
        by_person: dict[str | None, list[Sentence]] = {}
        for sentence in told:
            by_person.setdefault(sentence.turn.person, []).append(sentence)
        if material.is_interview and min(map(len, by_person.values()), default=0) < _BOTH_STATE:
            return
        for person, own in by_person.items():
            if person is None:
                continue
            others = [
                s
                for name in by_person
                if name != person and material.voices.could_say(name, own[0])
                for s in by_person[name]
            ]
            best = sorted(own, key=lambda s: (-min(s.weight, 12), s.number))[:_BEST]
            for pair in itertools.combinations(best, _KEYS):
                keys = sorted(pair, key=lambda s: s.number)
                wrong = _alike(keys, others, material)
                if len(wrong) < _FEWEST_WRONG or _pair_themselves(keys, wrong):
                    continue
                if differ(keys[0].text, keys[1].text):
                    question = ManyRight(
                        stem=self.say("", material, speaker=person),
                        keys=tuple(s.shown for s in keys),
                        wrong=tuple(Option(s.shown) for s in wrong),
                        evidence=tuple(s.text for s in keys),
                        speaker=person,
                    )
                    score = sum(min(s.weight, 12) for s in keys) / 50
                    shown = tuple(bare(text) for text in question.options)
                    candidate = self.candidate(question, *keys, score=score)
                    yield replace(candidate, gives_away=shown)

    def prove(self, question: Question, material: Material) -> Proof:
        """The keys are said by one speaker only, the others never by that one."""
        if not isinstance(question, ManyRight) or len(question.keys) < _KEYS:
            return Proof(False, "it is not a choice of several")
        by = {key: _voices(key, material) for key in question.keys}
        speakers = set[str | None]().union(*by.values())
        if len(speakers) != 1 or None in speakers:
            return Proof(False, "the right statements are not all of one named speaker")
        [speaker] = speakers
        if f"{speaker}" not in question.stem:
            return Proof(False, f"the right statements are {speaker}'s")
        for option in question.wrong:
            voices = _voices(option.text, material)
            if not voices or speaker in voices:
                return Proof(False, f"“{option.text}” is said by {speaker} too, or by nobody")
        return Proof(True, f"{speaker} says these, and none of the others")


def _voices(words: str, material: Material) -> frozenset[str | None]:
    return frozenset(place.turn.person for place in material.concordance.echoes(words))


def _fits(sentence: Sentence, material: Material) -> bool:
    names = [speaker.name for speaker in material.transcript.people]
    return (
        sentence.is_option
        and sentence.turn.who not in material.chairs
        and stands(sentence.text) > 0
        and not is_about_oneself(sentence.text)
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
        and not gives_away(sentence.text, names, material, between_two=True)
    )


def _alike(keys: list[Sentence], others: list[Sentence], material: Material) -> list[Sentence]:
    """Three statements of others, near the keys and about as long."""
    near = sorted(others, key=lambda s: min(abs(s.number - key.number) for key in keys))[:24]
    chosen: list[Sentence] = []
    for sentence in shuffled_texts(near, material, keys[0].text):
        unlike = all(differ(sentence.text, each.text) for each in (*keys, *chosen))
        unlike = unlike and all(
            words_shared(sentence.text, each.text) < _ONE_SUBJECT for each in chosen
        )
        if unlike and any(alike_in_length(sentence.text, key.text, slack=0.5) for key in keys):
            chosen.append(sentence)
        if len(chosen) == _WRONG:
            break
    return chosen


def _pair_themselves(keys: list[Sentence], wrong: list[Sentence]) -> bool:
    """Whether the keys, or the others, share a word by which they can be told without reading."""
    right = frozenset[str].intersection(*(content(each.text) for each in keys))
    others = frozenset[str].intersection(*(content(each.text) for each in wrong))
    said = frozenset[str]().union(*(content(each.text) for each in wrong))
    told = frozenset[str]().union(*(content(each.text) for each in keys))
    return bool(right - said or others - told)


def shuffled_texts(sentences: list[Sentence], material: Material, *parts: str) -> list[Sentence]:
    """Sentences in an order that follows from their texts."""
    by_text = {sentence.text: sentence for sentence in sentences}
    return [by_text[text] for text in shuffled(by_text, material.seed, *parts)]
