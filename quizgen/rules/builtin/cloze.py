"""Which words are missing?

Precondition: a quotable sentence, with the one before it or the question it answers where
    it needs them, and in it a term of two or three words that the transcript
    uses more than once; elsewhere in the
    transcript three phrases that name the same kind of thing (persons, groups, acts …) and
    fit the same slot: the same number, the same article, about the same length.
Stem: “Which words complete what Thomas More says?” with a blank in the quote.
Proof: the sentence stands once in the transcript with the key in the blank, and
    nowhere with any of the other options.
Good: “agreed to establish a ____ and make joint efforts” – working group.
Bad: “answered all of ____ questions” (a function word says nothing); “where the ____ has
    been reached” with “energy industry” as an option (an industry is not reached).
"""

import re
from collections.abc import Iterator

from quizgen.language.lexicon import is_verb, tags
from quizgen.language.phrases import Phrase, is_telling
from quizgen.language.senses import kind, sort
from quizgen.language.words import content
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.api import Rule
from quizgen.rules.blank import BLANK, prove_filled
from quizgen.rules.distractors import choose
from quizgen.rules.material import Material
from quizgen.rules.nearby import Nearby
from quizgen.rules.sentence import Sentence, Setting

_FEWEST_WORDS, _MOST_WORDS = 9, 40
_MOST_IN_KEY = 3
_FEWEST_WRONG = 3
_FEWEST_TIMES = 2  # a term is used again
_TAKES_A_NOUN = re.compile(
    r"an?|the|our|your|my|his|her|its|their|this|that|these|those|of|in|on|at|to|for|from|with|by|"
    r"about|into|over|under|between|against|through|during|after|before|towards?|upon|than|as"
)
_EARLIEST = 4  # words before the blank
_KINDS = frozenset(
    """
        person group artifact communication location possession substance event act food animal
        plant object phenomenon process body state
        """.split()
)

Slot = tuple[str | None, bool, str, bool]


class Cloze(Rule):
    """Which words are missing from a sentence."""

    name = "cloze"
    version = 2
    summary = "which words are missing from a sentence"
    stems = {
        "": "Which words complete what {speaker} says?",
        "topic": "Which words complete what {speaker} says on {topic}?",
    }
    worth = 0.6
    off = True  # other terms of the talk fit many a blank as well

    def lacks(self, material: Material) -> str:
        """No sentence stands by itself and has a phrase worth asking for."""
        return "no sentence stands by itself and holds a phrase that can be asked for"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """The best phrase of every sentence that fits."""
        index = Nearby(
            (_slot(phrase), sentence.number, (sentence, phrase))
            for sentence in material.sentences
            if sentence.is_statement
            for phrase in sentence.phrases
            if _is_key(phrase)
        )
        for sentence in material.sentences:
            if not _FEWEST_WORDS <= sentence.size <= _MOST_WORDS:
                continue
            setting = material.setting(sentence)
            if setting is None:
                continue
            offers = [
                self._question(sentence, setting, phrase, index, material)
                for phrase in sentence.phrases
                if _is_key(phrase)
            ]
            best = max((o for o in offers if o), key=lambda o: o[1], default=None)
            if best:
                yield self.candidate(best[0], sentence, *setting.shown, score=best[1])

    def _question(
        self,
        sentence: Sentence,
        setting: Setting,
        phrase: Phrase,
        index: Nearby[tuple[Sentence, Phrase]],
        material: Material,
    ) -> tuple[Choice, float] | None:
        text = sentence.text
        blanked = f"{text[: phrase.start]}{BLANK}{text[phrase.end :]}"
        shown = setting.around(blanked)
        if len(text[: phrase.start].split()) < _EARLIEST:
            return None
        if content(phrase.text) & content(f"{shown} {setting.question}"):
            return None
        near = index.around(_slot(phrase), sentence.number)
        wrong = choose(phrase.text, _pool(sentence, phrase, shown, near))
        if len(wrong) < _FEWEST_WRONG:
            return None
        topic = material.topic(sentence, phrase.text)
        question = Choice(
            stem=self.say_about(material, sentence, topic),
            quote=shown,
            context=setting.context(material.wording),
            key=phrase.text,
            wrong=wrong,
            evidence=(setting.words(text),),
            topic=topic,
        )
        if len(material.concordance.find(phrase.text)) < _FEWEST_TIMES:
            return None
        voice = 0.0 if sentence.turn.anonymous else 0.2
        score = voice + 0.2 * (phrase.size > 1) + min(sentence.weight, 14) / 20
        return question, score - 0.1 * (setting != Setting())

    def prove(self, question: Question, material: Material) -> Proof:
        """The filled sentence stands in the transcript, with no other option in the blank."""
        return prove_filled(question, material)


def _is_key(phrase: Phrase) -> bool:
    """A phrase of common nouns that names a thing of a known kind."""
    return (
        is_telling(phrase)
        and 1 < phrase.size <= _MOST_IN_KEY
        and phrase.text.islower()
        and not phrase.text.endswith((".", "’", "'"))
        and (_TAKES_A_NOUN.fullmatch(phrase.before) or _is_object(phrase))
        and not phrase.text.split()[0].endswith(("ing", "ed", "so-called"))
        and kind(phrase.head) in _KINDS
    )


def _is_object(phrase: Phrase) -> bool:
    """Whether a verb stands before a phrase that opens with an adjective: ``ensure full …``."""
    described = phrase.size > 1 and tags(["the", phrase.text.split()[0]])[1] == "JJ"
    return described and is_verb(phrase.before)


def _slot(phrase: Phrase) -> Slot:
    """What a phrase must share with another to fit the same slot."""
    return sort(phrase.head), phrase.plural, _article(phrase) or phrase.before, phrase.size > 1


def _article(phrase: Phrase) -> str:
    if phrase.before in {"a", "an"}:
        return "an" if phrase.text[0] in "aeiou" else "a"
    definite = {"the", "this", "that", "our", "your", "their", "its", "his", "her", "my"}
    return "the" if phrase.before in definite else ""


def _pool(
    sentence: Sentence, phrase: Phrase, shown: str, near: list[tuple[Sentence, Phrase]]
) -> list[str]:
    """Phrases of other exchanges that are as long as the key, unlike it and the sentence."""
    said = content(shown) | content(phrase.text)
    return [
        wrong.text
        for other, wrong in near
        if other.exchange != sentence.exchange
        and abs(len(wrong.text) - len(phrase.text)) <= max(6, len(phrase.text) // 2)
        and not content(wrong.text) & said
    ]
