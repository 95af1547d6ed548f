"""Which topic is this about?

Precondition: at least three exchanges with a heading of their own, and in one of them a
    reply whose sentence shares no word with its heading.
Stem: “Which topic is Thomas More speaking about here?” with the sentence as quote.
Proof: the words stand in one exchange only; each wrong heading belongs to another
    exchange, and its words are (all but) absent from this one.
Good: “They have only one product left.” – The situation in Ukraine.
Bad: “As regards Ukraine, …” – The situation in Ukraine (the stem holds the key).
"""

from collections.abc import Iterator

from quizgen.language import clarity
from quizgen.language.places import DEMONYMS
from quizgen.language.topics import Label, announced
from quizgen.language.words import content
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import FEWEST, choose
from quizgen.rules.material import Material, Sentence

_FEWEST_WORDS, _MOST_WORDS = 9, 45
_FEWEST_TOPICS = 3
_NEAR = 3
_SHORT = 11
_MOST_LOOSE = 2  # the topic is what is asked, so a pronoun may stand for it


class WhichTopic(Rule):
    """Which of the topics some words belong to."""

    name = "which-topic"
    summary = "which topic some words belong to"
    stems = {"": "Which topic is {speaker} speaking about here?"}
    worth = 0.9

    def lacks(self, material: Material) -> str:
        """Too few exchanges say what they are about."""
        if len(material.topics) < _FEWEST_TOPICS:
            return f"{len(material.topics)} topics could be told, it needs {_FEWEST_TOPICS}"
        return "no sentence of a reply belongs to a topic without naming it"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Sentences of every exchange with a heading that do not name it."""
        if len(material.topics) < _FEWEST_TOPICS:
            return
        for sentence in material.sentences:
            label = material.topics.get(sentence.exchange)
            if label is None or not _fits(sentence, label, material):
                continue
            near = shuffled(material.topics, material.seed, sentence.text)
            pool = [
                material.topics[number].text
                for number in near
                if number != sentence.exchange and _is_absent(number, sentence.exchange, material)
            ]
            wrong = choose(label.text, pool)
            if len(wrong) < FEWEST:
                continue
            question = Choice(
                stem=self.say("", material, speaker=material.describe(sentence.turn)),
                quote=sentence.text,
                key=label.text,
                wrong=wrong,
                evidence=_evidence(sentence, label, material),
            )
            close = len(content(sentence.text)) / 30 - 0.15 * sentence.loose_ends
            yield self.candidate(question, sentence, score=close)

    def prove(self, question: Question, material: Material) -> Proof:
        """The quote's exchange has the key as its heading, and no other heading fits it."""
        if not isinstance(question, Choice) or not question.quote:
            return Proof(False, "it is not a choice with a quote")
        place = material.only_place(question.quote)
        if place is None:
            return Proof(False, "the quoted words do not stand in exactly one place")
        here = material.exchange_of[place.turn.index].number
        label = material.topics.get(here)
        if label is None or label.text != question.key:
            return Proof(
                False, f"the exchange is about {label.text if label else 'something else'}"
            )
        by_text = {label.text: number for number, label in material.topics.items()}
        for option in question.wrong:
            if option.text not in by_text or not _is_absent(by_text[option.text], here, material):
                return Proof(False, f"“{option.text}” may be right too")
        return Proof(True, f"the words stand in the exchange on {question.key}")


def _fits(sentence: Sentence, label: Label, material: Material) -> bool:
    countries = " ".join(DEMONYMS.get(word, "") for word in sentence.text.split())
    said = content(f"{sentence.text} {countries}")
    replies = material.exchange_of[sentence.turn.index].replies
    return (
        sentence.is_statement
        and sentence.turn in replies
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
        and sentence.loose_ends <= (_MOST_LOOSE if sentence.size > _SHORT else 1)
        and not clarity.addresses_someone(sentence.text)
        and not any(said & content(other.text) for other in material.topics.values())
        and not _is_elsewhere(sentence, material)
        and announced(sentence.text) is None
        and _is_near(sentence, label, material)
    )


def _is_elsewhere(sentence: Sentence, material: Material) -> bool:
    """Whether the speaker has announced another subject by then (“As regards …”)."""
    before = material.sentences_of[sentence.turn.index]
    return any(announced(each.text) for each in before if each.number <= sentence.number)


def _evidence(sentence: Sentence, label: Label, material: Material) -> tuple[str, ...]:
    """The sentence, and the nearest one of its turn that names the topic."""
    naming = [
        other
        for other in material.sentences_of[sentence.turn.index]
        if content(other.text) & label.stems
    ]
    nearest = min(naming, key=lambda other: abs(other.number - sentence.number))
    both = sorted((sentence, nearest), key=lambda each: each.number)
    return tuple(each.text for each in both)


def _is_near(sentence: Sentence, label: Label, material: Material) -> bool:
    """Whether the sentence stands within three sentences of words of its heading."""
    return any(
        content(other.text) & label.stems
        for other in material.sentences_of[sentence.turn.index]
        if abs(other.number - sentence.number) <= _NEAR
    )


def _is_absent(topic: int, exchange: int, material: Material) -> bool:
    """Whether the heading of one exchange hardly occurs in another."""
    turns = next(each for each in material.exchanges if each.number == exchange).turns
    said = content(" ".join(turn.text for turn in turns))
    stems = material.topics[topic].stems
    return len(stems & said) * 2 < len(stems)
