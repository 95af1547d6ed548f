"""How does the reply to this question begin?

Precondition: an exchange with a question or remark and a reply that opens with a whole
    sentence of four to thirty words.
Stem: “How does Thomas More begin the reply to this?” with the question as quote.
Proof: the key opens the reply that follows; every wrong one opens another reply.
Good: replies that are alike in tone, of which one fits the matter.
Bad: a reply that repeats the question's own words (the stem holds the key).
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

_FEWEST_WORDS, _MOST_WORDS = 4, 32


class AnswerToQuestion(Rule):
    """How the reply to a question begins."""

    name = "answer-to-question"
    summary = "how the reply to a question begins"
    stems = {
        "": "How does {speaker} begin the reply to this question?",
        "remark": "How does {speaker} begin the reply to this remark?",
    }
    worth = 0.9

    def lacks(self, material: Material) -> str:
        """There are too few replies to choose from."""
        return "fewer than three replies begin with a sentence of like length"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """The last thing asked in each exchange, and the openings of all replies."""
        openings = [
            sentences[0]
            for exchange in material.exchanges
            for turn in exchange.replies[:1]
            if exchange.asking
            and (sentences := material.sentences_of.get(turn.index))
            and _opens(sentences[0])
        ]
        for opening in openings:
            asked = _asked(opening, material)
            if asked is None or not opening.turn.person:
                continue
            if len(content(asked.text) & content(opening.text)) > 1:
                continue
            pool = [
                other.text
                for other in shuffled(openings, material.seed, opening.text)
                if other.turn.person == opening.turn.person
                and other.exchange != opening.exchange
                and alike_in_length(other.text, opening.text, slack=0.6)
                and len(content(other.text) & content(asked.text)) <= 1
            ]
            wrong = choose(opening.text, pool)
            if len(wrong) < FEWEST:
                continue
            which = "" if clarity.is_question(asked.text) else "remark"
            question = Choice(
                stem=self.say(which, material, speaker=opening.turn.person),
                quote=asked.text,
                key=opening.text,
                wrong=wrong,
                evidence=(asked.text, opening.text),
                speaker=opening.turn.person,
            )
            yield self.candidate(question, opening, asked, score=-0.1 * asked.loose_ends)

    def prove(self, question: Question, material: Material) -> Proof:
        """The key opens the reply to the quote, the others open other replies."""
        if not isinstance(question, Choice) or not question.quote:
            return Proof(False, "it is not a choice with a quote")
        asked, reply = material.only_place(question.quote), material.only_place(question.key)
        if asked is None or reply is None:
            return Proof(False, "question or reply does not stand in exactly one place")
        here = material.exchange_of[asked.turn.index]
        if asked.turn not in here.asking or reply.turn != here.replies[0] or reply.start:
            return Proof(False, "the key does not open the reply")
        for option in question.wrong:
            place = material.only_place(option.text)
            if place is None or place.turn in here.turns:
                return Proof(False, f"“{option.text}” may be part of the reply too")
        return Proof(True, "the reply to these words begins with the key")


def _opens(sentence: Sentence) -> bool:
    return (
        clarity.is_complete(sentence.text)
        and clarity.is_clean(sentence.text)
        and not clarity.is_courtesy(sentence.text)
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
    )


def _asked(opening: Sentence, material: Material) -> Sentence | None:
    """What the reply answers: the last question before it, or else the last sentence."""
    asking = material.exchange_of[opening.turn.index].asking
    said = [
        sentence
        for turn in asking[-1:]
        for sentence in material.sentences_of.get(turn.index, ())
        if clarity.is_complete(sentence.text)
        and clarity.is_clean(sentence.text)
        and not clarity.is_courtesy(sentence.text)
        and 6 <= sentence.size <= 45
    ]
    questions = [sentence for sentence in said if clarity.is_question(sentence.text)]
    asked = sum(turn.text.count("?") for turn in asking[-1:])
    if asked > 1:  # which of them the reply begins with, only shared words can tell
        told = [each for each in questions if content(each.text) & content(opening.text)]
        return told[0] if len(told) == 1 else None
    return next(iter(reversed(questions or said)), None)
