"""Which subject does this question go on to raise?

Precondition: a question opens with a sentence that does not name its subject, and goes on to
    name exactly one; at least three subjects are put a name to (“the situation in Ukraine”,
    “As regards the harvest, …”) in the transcript.
Stem: “Which subject does the question that opens like this go on to raise?”
Proof: the opening stands once; the key is the one subject that the same turn names; the words
    of no other option are said in the same exchange.
Good: “Earlier this morning you had a meeting with the French President.” – Ukraine.
Bad: a sentence of a long answer, which may be about anything: what is said after the name of
    a subject, or under a printed heading, is too often about something else.
"""

import re
from collections.abc import Iterator

from quizgen.language import clarity
from quizgen.language.places import DEMONYMS
from quizgen.language.topics import announced
from quizgen.language.words import content
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import FEWEST, choose_apart
from quizgen.rules.material import Material
from quizgen.rules.nearby import Nearby
from quizgen.rules.sentence import Sentence

_FEWEST_WORDS, _MOST_WORDS = 9, 40
_FEWEST_TOPICS = 3
_MOST_LOOSE = 2  # the subject is what is asked, so a pronoun may stand for it
_LIGHTEST = 5
_TURNS = re.compile(
    r"(?:By the way|Another|Also|Besides|However|But|As|On the other|Now|Other|One)\b"
)


class WhichTopic(Rule):
    """Which of several subjects some words belong to."""

    name = "which-topic"
    version = 2
    summary = "which subject some words are about"
    stems = {"": "Which subject does the question that opens like this go on to raise?"}
    worth = 0.8

    def lacks(self, material: Material) -> str:
        """Too few subjects are named."""
        named = len({text for found in material.subjects.values() for text in found})
        if named < _FEWEST_TOPICS:
            return f"fewer than {_FEWEST_TOPICS} subjects are given a name"
        return "no question opens without the name of the one subject that it raises"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Openings of questions that go on to name one subject."""
        index = Nearby(
            ("subject", number, (material.sentences[number].exchange, text))
            for number, found in material.subjects.items()
            for text in found
        )
        for sentence in material.sentences:
            if not _fits(sentence) or not (sentence.turn.person or sentence.first):
                continue
            found = _subject(sentence, material)
            if found is None or _told(sentence, found[0]):
                continue
            key, naming = found
            pool = [
                text
                for exchange, text in index.around("subject", sentence.number)
                if exchange != sentence.exchange and _is_absent(text, sentence.exchange, material)
                and not _told(sentence, text)
            ]  # fmt: skip
            wrong = choose_apart(
                key, shuffled(dict.fromkeys(pool[:12]), material.seed, sentence.text)
            )
            if len(wrong) < FEWEST:
                continue
            both = sorted({sentence, naming}, key=lambda each: each.number)
            question = Choice(
                stem=self.say("", material),
                quote=sentence.text,
                key=key,
                wrong=wrong,
                evidence=tuple(each.text for each in both),
            )
            score = min(sentence.weight, 12) / 20 + 0.2 * (len(wrong) > FEWEST)
            yield self.candidate(question, *both, score=score)

    def prove(self, question: Question, material: Material) -> Proof:
        """The key is the subject named beside the quote, and no other option fits there."""
        if not isinstance(question, Choice) or not question.quote:
            return Proof(False, "it is not a choice with a quote")
        place = material.only_place(question.quote)
        sentence = material.sentence_at(place) if place else None
        if sentence is None:
            return Proof(False, "the quoted words do not stand in exactly one place")
        found = _subject(sentence, material)
        if found is None or found[0] != question.key:
            return Proof(False, f"the words are about {found[0] if found else 'something else'}")
        for option in question.wrong:
            if not _is_absent(option.text, sentence.exchange, material):
                return Proof(False, f"“{option.text}” is spoken of in the same exchange")
        return Proof(True, f"the words stand beside “{question.key}” and no other subject")


def _fits(sentence: Sentence) -> bool:
    return (
        sentence.is_statement
        and sentence.is_fluent
        and sentence.weight >= _LIGHTEST
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
        and sentence.loose_ends <= _MOST_LOOSE
        and announced(sentence.text) is None
    )


def _replies(sentence: Sentence, material: Material) -> tuple[object, ...]:
    return material.exchange_of[sentence.turn.index].replies


def _subject(sentence: Sentence, material: Material) -> tuple[str, Sentence] | None:
    """What the words are about, and the sentence that says so."""
    if sentence.number in material.subjects:
        return None
    if sentence.turn in _replies(sentence, material):
        return None
    return _raised_later(sentence, material)


def _raised_later(sentence: Sentence, material: Material) -> tuple[str, Sentence] | None:
    """The one subject that a question names after its opening sentence."""
    if not sentence.first or clarity.addresses_someone(sentence.text):
        return None
    rest = material.sentences_of[sentence.turn.index][1:]
    named = [(text, each) for each in rest for text in material.subjects.get(each.number, ())]
    one = len({text for text, _ in named}) == 1
    asked = {each.number for each in rest if clarity.is_question(each.text)}
    near = any({each.number, each.number + 1} & asked for _, each in named)
    return named[0] if one and near else None


def _told(sentence: Sentence, heading: str) -> bool:
    """Whether the words, or their demonyms, name a heading."""
    known = " ".join(DEMONYMS.get(word, "") for word in sentence.text.split())
    return bool(content(f"{sentence.text} {known}") & content(heading))


def _is_absent(heading: str, exchange: int, material: Material) -> bool:
    """Whether the words of a heading hardly occur in an exchange."""
    stems = content(heading)
    return len(stems & material.spread.said_in(exchange)) * 2 < len(stems)
