"""Which question drew this answer?

Precondition: an exchange whose asking turn holds a question, and a reply that opens with
    a sentence of at least five words.
Stem: “Which question drew this answer from Thomas More?” with the opening of the reply.
Proof: the answer stands once in the transcript, right after the key; every wrong
    question is put in another exchange.
Good: the answer fits the tone of several questions and the matter of one.
Bad: “Thank you.” as the answer (it answers nothing).
"""

from collections.abc import Iterator

from quizgen.language import clarity
from quizgen.language.words import content
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import FEWEST, alike_in_length, choose
from quizgen.rules.material import Material, Sentence

_FEWEST_WORDS, _MOST_WORDS = 7, 40
_LONGEST_ANSWER = 45


class QuestionDrewAnswer(Rule):
    """Which of the questions an answer was given to."""

    name = "question-drew-answer"
    summary = "which question drew an answer"
    stems = {"": "Which question drew this answer from {speaker}?"}
    worth = 1.0

    def lacks(self, material: Material) -> str:
        """There are too few questions that were answered."""
        return "fewer than three questions of like length were put and answered"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """The opening of every reply, with the question that it answers best."""
        for exchange in material.exchanges:
            asked = _questions(material, exchange.number)
            if not asked or not exchange.replies:
                continue
            reply = exchange.replies[0]
            opening = _opening(material.sentences_of.get(reply.index, ()))
            if not opening or not reply.person:
                continue
            answer = " ".join(sentence.text for sentence in opening)
            key = max(asked, key=lambda each: (_shared(each.text, reply.text), -each.number))
            pool = [each.text for each in _others(material, exchange.number, key, answer)]
            wrong = choose(key.text, pool)
            if len(wrong) < FEWEST:
                continue
            question = Choice(
                stem=self.say("", material, speaker=reply.person),
                quote=answer,
                key=key.text,
                wrong=wrong,
                evidence=(key.text, answer),
                speaker=reply.person,
            )
            leak = len(content(answer) & content(key.text))
            yield self.candidate(question, *opening, key, score=0.4 - 0.1 * leak)

    def prove(self, question: Question, material: Material) -> Proof:
        """The key is put right before the answer, the others in other exchanges."""
        if not isinstance(question, Choice) or not question.quote:
            return Proof(False, "it is not a choice with a quote")
        answer, asked = material.only_place(question.quote), material.only_place(question.key)
        if answer is None or asked is None:
            return Proof(False, "question or answer does not stand in exactly one place")
        here = material.exchange_of[answer.turn.index]
        if answer.turn != here.replies[0] or asked.turn not in here.asking:
            return Proof(False, "the answer does not follow the question")
        for option in question.wrong:
            place = material.only_place(option.text)
            if place is None or material.exchange_of[place.turn.index] == here:
                return Proof(False, f"“{option.text}” may have drawn the answer too")
        return Proof(True, "the answer follows this question and none of the others")


def _questions(material: Material, exchange: int) -> list[Sentence]:
    turns = next(each for each in material.exchanges if each.number == exchange).asking
    return [s for turn in turns for s in material.sentences_of.get(turn.index, ()) if _asks(s)]


def _asks(sentence: Sentence) -> bool:
    return (
        clarity.is_question(sentence.text)
        and clarity.is_clean(sentence.text)
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
        and sentence.loose_ends <= 2
    )


def _opening(sentences: tuple[Sentence, ...]) -> list[Sentence]:
    """The first sentence of a reply, and the second one where the first is short."""
    if not sentences or not all(_answers(each) for each in sentences[:1]):
        return []
    opening = [sentences[0]]
    if sentences[0].size < 8 and len(sentences) > 1 and _answers(sentences[1]):
        opening.append(sentences[1])
    words = sum(each.size for each in opening)
    return opening if 5 <= words <= _LONGEST_ANSWER else []


def _answers(sentence: Sentence) -> bool:
    return (
        clarity.is_complete(sentence.text)
        and clarity.is_clean(sentence.text)
        and not clarity.is_courtesy(sentence.text)
        and not clarity.is_question(sentence.text)
    )


def _others(material: Material, exchange: int, key: Sentence, answer: str) -> list[Sentence]:
    """Questions of other exchanges that are like the key, but fit the answer less."""
    limit = max(_shared(key.text, answer), 1)
    found = [
        sentence
        for sentence in material.sentences
        if sentence.exchange != exchange
        and sentence.turn in material.exchange_of[sentence.turn.index].asking
        and _asks(sentence)
        and alike_in_length(sentence.text, key.text)
        and _shared(sentence.text, answer) <= limit
    ]
    near = {each.number: rank for rank, each in enumerate(shuffled(found, material.seed, answer))}
    return sorted(found, key=lambda each: (-_shared(each.text, key.text), near[each.number]))


def _shared(one: str, other: str) -> int:
    return len(content(one) & content(other))
