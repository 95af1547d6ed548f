"""Which words are missing?

Precondition: a whole sentence that stands by itself, and in it a telling noun phrase of
    one to three words that is not its first word and occurs once.
Stem: “Which words are missing from what Thomas More says?” with a blank in the quote.
Proof: the sentence stands once in the transcript with the key in the blank, and
    nowhere with any of the other options.
Good: “agreed to establish a ____ and make joint efforts” – working group.
Bad: “answered all of ____ questions” (a function word says nothing).
"""

from collections.abc import Iterator

from quizgen.language import clarity
from quizgen.language.phrases import Phrase, is_telling
from quizgen.language.places import PLACES
from quizgen.language.words import content
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import draw
from quizgen.rules.distractors import FEWEST, choose
from quizgen.rules.material import Material, Sentence

BLANK = "____"
_FEWEST_WORDS, _MOST_WORDS = 10, 42
_MOST_IN_KEY = 3


class Cloze(Rule):
    """Which words are missing from a sentence."""

    name = "cloze"
    summary = "which words are missing from a sentence"
    stems = {"": "Which words are missing from what {speaker} says?"}
    worth = 0.75

    def lacks(self, material: Material) -> str:
        """No sentence stands by itself and has a phrase worth asking for."""
        return "no sentence stands by itself and holds a phrase that can be asked for"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """The best phrase of every sentence that fits."""
        everywhere = [
            (sentence, phrase)
            for sentence in material.sentences
            for phrase in sentence.phrases
            if _is_key(phrase, sentence)
        ]
        for sentence in material.sentences:
            if not _fits(sentence):
                continue
            offers = [
                self._question(sentence, phrase, everywhere, material)
                for phrase in sentence.phrases
                if _is_key(phrase, sentence)
            ]
            best = max((o for o in offers if o), key=lambda o: o[1], default=None)
            if best:
                yield self.candidate(best[0], sentence, score=best[1] - 0.3 * sentence.loose_ends)

    def _question(
        self,
        sentence: Sentence,
        phrase: Phrase,
        everywhere: list[tuple[Sentence, Phrase]],
        material: Material,
    ) -> tuple[Choice, float] | None:
        rest = sentence.text[: phrase.start] + sentence.text[phrase.end :]
        if content(phrase.text) & content(rest) or phrase.start < 3:
            return None
        pool = _pool(sentence, phrase, rest, everywhere, material)
        wrong = choose(phrase.text, pool)
        if len(wrong) < FEWEST:
            return None
        question = Choice(
            stem=self.say("", material, speaker=material.describe(sentence.turn)),
            quote=sentence.text[: phrase.start] + BLANK + sentence.text[phrase.end :],
            key=phrase.text,
            wrong=wrong,
            evidence=(sentence.text,),
            topic=material.topic(sentence, phrase.text),
        )
        rare = 1 / max(material.concordance.frequency(word) for word in phrase.text.split())
        full = 0.2 if len(wrong) == 3 else 0.0
        full += 0.0 if sentence.turn.anonymous else 0.3
        return question, full + 0.3 * rare + 0.2 * (phrase.size > 1) + 0.2 * phrase.proper

    def prove(self, question: Question, material: Material) -> Proof:
        """The filled sentence stands in the transcript, with no other option in the blank."""
        if not isinstance(question, Choice) or not question.quote or BLANK not in question.quote:
            return Proof(False, "it is not a choice with a blank in its quote")
        if material.only_place(question.quote.replace(BLANK, question.key)) is None:
            return Proof(False, "the sentence with the key does not stand in exactly one place")
        for option in question.wrong:
            if material.concordance.find(question.quote.replace(BLANK, option.text)):
                return Proof(False, f"“{option.text}” is said in the same words too")
        return Proof(True, f"the sentence says “{question.key}” and stands once")


def _fits(sentence: Sentence) -> bool:
    return (
        sentence.is_statement
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
        and sentence.loose_ends <= 1
        and not clarity.addresses_someone(sentence.text)
        and not clarity.points_back(sentence.text)
    )


def _is_key(phrase: Phrase, sentence: Sentence) -> bool:
    """A country, or a phrase of common nouns that is worth remembering."""
    if PLACES.get(phrase.text) == phrase.text:
        return sentence.text[phrase.end : phrase.end + 1] not in {"-", "’", "'"}
    return (
        is_telling(phrase)
        and 1 < phrase.size <= _MOST_IN_KEY
        and phrase.text[0].islower()
        and not phrase.text.endswith((".", "’", "'"))
        and phrase.before not in {"no", "any"}
    )


def _pool(
    sentence: Sentence,
    phrase: Phrase,
    rest: str,
    everywhere: list[tuple[Sentence, Phrase]],
    material: Material,
) -> list[str]:
    """Phrases of the same build from other exchanges, best fitting first."""
    said = content(rest) | content(phrase.text)
    found: dict[str, tuple[int, int]] = {}
    for other, wrong in everywhere:
        if other.exchange == sentence.exchange or not _same_build(wrong, phrase):
            continue
        if content(wrong.text) & said or (wrong.text in PLACES) != (phrase.text in PLACES):
            continue
        rank = (
            -(wrong.before == phrase.before) - (wrong.size == phrase.size),
            draw(material.seed, sentence.text, wrong.text),
        )
        found[wrong.text] = min(rank, found.get(wrong.text, rank))
    return sorted(found, key=lambda text: found[text])


def _same_build(one: Phrase, other: Phrase) -> bool:
    """Same number, about as long, the same sound after “a” or “an”."""
    if one.text in PLACES and other.text in PLACES:
        return PLACES[one.text] != PLACES[other.text]
    articles = {one.before, other.before} & {"a", "an"}
    return (
        one.plural == other.plural
        and abs(one.size - other.size) <= 1
        and (not articles or _vowel(one) == _vowel(other))
        and abs(len(one.text) - len(other.text)) <= max(6, len(other.text) // 2)
    )


def _vowel(phrase: Phrase) -> bool:
    return phrase.text[0].casefold() in "aeiou"
