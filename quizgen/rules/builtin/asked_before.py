"""What had been asked when this was said?

Precondition: a reply that soon says something with a word of a question before it that can be
    shown; two more questions that were put to the same person elsewhere.
Stem: “Which of these was Thomas More asked before saying this?” with the answer as quote.
Proof: the answer stands once, the key is put in its exchange, the others are put in others.
    It need not be the only question there: none of the others was put there at all.
Good: three questions at a briefing, of which the answer takes up one.
Bad: “I don't know.” Right, but easy for whoever can read: so it is asked only where a
    transcript gives little else.
"""

from collections.abc import Iterator
from dataclasses import replace

from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.asking import (
    Asked,
    answers_by_itself,
    asks_the_same,
    prove_put_before,
    questions,
)
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import FEWEST, MOST, alike_in_length, choose_unlike, words_shared
from quizgen.rules.material import Material
from quizgen.rules.sentence import Sentence

_FEWEST_WORDS, _MOST_WORDS = 8, 45
_LATEST = 3  # sentences of a reply among which its answer begins, and how many it takes
_LIGHTEST = 5
_NEAREST = 12


class AskedBefore(Rule):
    """Which question stood before an answer; for transcripts that give little else."""

    name = "asked-before"
    summary = "what had been asked when something was said"
    stems = {"": "Which of these was {speaker} asked before saying this?"}
    worth = 0.4

    def lacks(self, material: Material) -> str:
        """Too few questions can be shown, or the replies say little."""
        return "fewer than three questions that can be shown were put to one person and answered"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """What every reply says first of the matter, with a question before it."""
        put: dict[str, list[Asked]] = {}
        for exchange in material.exchanges:
            reply = next(iter(exchange.replies), None)
            if reply and reply.person and reply.who not in material.chairs:
                put.setdefault(reply.person, []).extend(questions(material, exchange)[-1:])
        for person, every in put.items():
            for asked in every if len(every) > FEWEST else ():
                exchange = material.exchange_of[asked.sentences[0].turn.index]
                told = _told(material.sentences_of.get(exchange.replies[0].index, ()), asked)
                wrong = _wrong(asked, every, material)
                if told and len(wrong) >= FEWEST:
                    yield self._candidate(person, asked, told, wrong, material)

    def _candidate(
        self,
        person: str,
        asked: Asked,
        told: list[Sentence],
        wrong: tuple[Option, ...],
        material: Material,
    ) -> Candidate:
        answer = " ".join(each.text for each in told)
        question = Choice(
            stem=self.say("", material, speaker=person),
            quote=" ".join([told[0].shown, *(each.text for each in told[1:])]),
            key=asked.text,
            wrong=wrong,
            evidence=(asked.text, answer),
            speaker=person,
        )
        made = self.candidate(question, *told, *asked.sentences, score=0.1 * (len(wrong) == MOST))
        return replace(made, spare=True)

    def prove(self, question: Question, material: Material) -> Proof:
        """The key is put before the answer, the others in other exchanges."""
        return prove_put_before(
            question,
            material,
            rival="may have been asked before it too",
            proved="of these questions only this one was put before the answer",
        )


def _told(sentences: tuple[Sentence, ...], asked: Asked) -> list[Sentence]:
    """What a reply says first of what was asked, in as many sentences as that takes."""
    for start in range(min(_LATEST, len(sentences))):
        told: list[Sentence] = []
        for sentence in sentences[start : start + _LATEST]:
            told.append(sentence)
            words = sum(each.size for each in told)
            if not answers_by_itself(sentence, opens=len(told) == 1) or words > _MOST_WORDS:
                break
            says_much = sum(each.weight for each in told) >= _LIGHTEST
            tied = any(words_shared(each.text, asked.text) for each in told)
            if words >= _FEWEST_WORDS and says_much and tied:
                return told
    return []


def _wrong(key: Asked, every: list[Asked], material: Material) -> tuple[Option, ...]:
    """Questions that were put to the same person on other occasions, near ones first."""
    here = material.exchange_of[key.sentences[0].turn.index]
    near = sorted(every, key=lambda each: abs(each.number - key.number))[:_NEAREST]
    pool = [
        each.text
        for each in near
        if each.exchange != key.exchange
        and alike_in_length(each.text, key.text, slack=0.8)
        and not asks_the_same(each.text, here)
    ]
    return choose_unlike(key.text, shuffled(pool, material.seed, key.text))
