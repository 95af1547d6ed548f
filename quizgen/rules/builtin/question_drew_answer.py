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

from quizgen.language import clarity, quoting
from quizgen.language.exchanges import Exchange
from quizgen.language.words import content
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import FEWEST, MOST, alike_in_length, choose_unlike
from quizgen.rules.material import Material, Sentence
from quizgen.rules.nearby import Nearby

_FEWEST_WORDS, _MOST_WORDS = 7, 42
_LONGEST_ANSWER = 45
_LIGHTEST = 4
_HEAVY = 5  # so much is said that a “this question” does not matter
_NEAREST = 16
_TELLS, _LONG, _CLEAR = 3, 10, 6  # weight and words of an answer, weight of its question


class QuestionDrewAnswer(Rule):
    """Which of the questions an answer was given to."""

    name = "question-drew-answer"
    summary = "which question drew an answer"
    stems = {"": "Which question drew this answer from {speaker}?"}
    version = 2
    worth = 0.9
    languages = None

    def lacks(self, material: Material) -> str:
        """There are too few questions that were answered."""
        return "fewer than three questions of like length were put and answered"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """The opening of every reply, with the question that it answers best."""
        every = [s for each in material.exchanges for s in _questions(material, each)]
        index = Nearby(("question", each.number, each) for each in every)
        for exchange in material.exchanges:
            asked = _questions(material, exchange)
            reply = next(iter(exchange.replies), None)
            if not asked or reply is None or reply.person is None:
                continue
            opening = _opening(material.sentences_of.get(reply.index, ()))
            answer = " ".join(sentence.text for sentence in opening)
            key = _answered(asked, answer, exchange)
            if not opening or key is None or not _is_tied(opening, answer, key):
                continue
            near = index.around("question", key.number)
            pool = [each.text for each in _others(near, exchange, key, answer, material)]
            wrong = choose_unlike(key.text, pool)
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
            told = min(sum(each.weight for each in opening), 12) / 30
            leak = 0.1 * len(content(answer) & content(key.text))
            score = 0.3 * (len(wrong) == MOST) + told - leak
            yield self.candidate(question, *opening, key, score=score)

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


def _questions(material: Material, exchange: Exchange) -> list[Sentence]:
    return [
        sentence
        for turn in exchange.asking
        for sentence in material.sentences_of.get(turn.index, ())
        if _asks(sentence)
    ]


def _answered(asked: list[Sentence], answer: str, exchange: Exchange) -> Sentence | None:
    """The question that an answer is given to: the only one, or the only one it fits."""
    put = sum(turn.text.count("?") for turn in exchange.asking)
    if put == 1:
        return asked[0]
    told = [each for each in asked if _shared(each.text, answer)]
    return told[0] if len(told) == 1 else None


def _is_tied(opening: list[Sentence], answer: str, question: Sentence) -> bool:
    """Whether an answer shows what was asked: by a word of the question, or by its weight."""
    told = sum(each.weight for each in opening)
    words = sum(each.size for each in opening)
    heavy = told >= _TELLS and words >= _LONG and question.weight >= _CLEAR
    return bool(_shared(answer, question.text)) or heavy


def _asks(sentence: Sentence) -> bool:
    return (
        clarity.is_question(sentence.text)
        and clarity.is_clean(sentence.text)
        and clarity.is_complete(sentence.text)
        and quoting.is_fluent(sentence.text)
        and not clarity.is_courtesy(sentence.text)
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
        and not sentence.loose_ends
        and sentence.weight >= _LIGHTEST
    )


def _opening(sentences: tuple[Sentence, ...]) -> list[Sentence]:
    """The first sentence of a reply, and the second one where the first is short."""
    if not sentences or not all(_answers(each) for each in sentences[:1]):
        return []
    opening = [sentences[0]]
    for more in sentences[1:3]:
        if sum(each.weight for each in opening) < _LIGHTEST and _answers(more):
            opening.append(more)
    words = sum(each.size for each in opening)
    told = sum(each.weight for each in opening)
    return opening if 6 <= words <= _LONGEST_ANSWER and (told >= 2 or words >= 12) else []


def _answers(sentence: Sentence) -> bool:
    return (
        clarity.is_complete(sentence.text)
        and clarity.is_clean(sentence.text)
        and quoting.is_fluent(sentence.text)
        and not clarity.is_courtesy(sentence.text)
        and not clarity.is_question(sentence.text)
        and not quoting.is_evasive(sentence.text)
        and (sentence.weight >= _HEAVY or not quoting.is_about_the_talk(sentence.text))
    )


def _others(
    near: list[Sentence], exchange: Exchange, key: Sentence, answer: str, material: Material
) -> list[Sentence]:
    """Questions of other exchanges that are like the key, but fit the answer less."""
    limit = max(_shared(key.text, answer), 1)
    found = [
        sentence
        for sentence in near
        if sentence.exchange != exchange.number
        and alike_in_length(sentence.text, key.text, slack=0.5)
        and _shared(sentence.text, answer) < limit
    ][:_NEAREST]
    rank = {each.number: at for at, each in enumerate(shuffled(found, material.seed, answer))}
    return sorted(found, key=lambda each: (-_shared(each.text, key.text), rank[each.number]))


def _shared(one: str, other: str) -> int:
    return len(content(one) & content(other))
