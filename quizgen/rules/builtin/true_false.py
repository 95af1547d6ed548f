"""True or false, according to the speaker?

Precondition: a whole sentence without first or second person that names one country or
    one person among at least three of that kind.
Stem: “Is this so, according to Thomas More?” – the sentence as it is, or with the name
    exchanged for another of its kind from the transcript.
Proof: true: the sentence stands once as quoted. False: it stands once with another name,
    and nowhere with this one.
Good: “This cannot be done without Turkey's support” with another country.
Bad: a “not” put into the sentence.
"""

import re
from collections.abc import Iterator

from quizgen.language import clarity
from quizgen.language.places import DEMONYMS, countries
from quizgen.model import question as kinds
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import draw, shuffled
from quizgen.rules.material import Material, Sentence

_FEWEST_WORDS, _MOST_WORDS = 9, 40
_FEWEST_OTHERS = 2
_FREE_STANDING = re.compile(
    r"[’']s?\b|[.,;:!?)]|$| (?:and|or|but|in|on|at|to|for|from|with|by|as|is|was|has|had|will|"
    r"would|can|could|should|must|may|are|were|have|still|also|that|which|who|do|does|did|not)\b"
)


class TrueFalse(Rule):
    """Whether a speaker said so."""

    name = "true-false"
    summary = "whether a speaker said so"
    stems = {"": "True or false, according to {speaker}?"}
    worth = 0.6

    def lacks(self, material: Material) -> str:
        """No sentence names a country that could be exchanged for another."""
        return "no sentence that stands by itself names one of three countries or persons"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Half of the sentences that fit as they are, half with another name."""
        named = sorted({name for s in material.sentences for _, _, name in countries(s.text)})
        for sentence in material.sentences:
            if not _fits(sentence):
                continue
            there = _exchangeable(sentence.text)
            said = {name for _, _, name in countries(sentence.text)}
            others = [name for name in named if name not in said]
            if not there or len(others) < _FEWEST_OTHERS:
                continue
            true = draw(material.seed, "true", sentence.text) % 2 == 0
            start, end = there[-1]
            other = shuffled(others, material.seed, sentence.text)[0]
            text = sentence.text
            question = kinds.TrueFalse(
                stem=self.say("", material, speaker=material.describe(sentence.turn)),
                quote=text if true else text[:start] + _fitting(other, text[:start]) + text[end:],
                key=true,
                evidence=(text,),
                topic=material.topic(sentence, text),
            )
            score = -0.3 * sentence.loose_ends
            yield self.candidate(question, sentence, score=score, two_way=True)

    def prove(self, question: Question, material: Material) -> Proof:
        """True stands as quoted; false stands with other words in the place of one name."""
        if not isinstance(question, kinds.TrueFalse) or not question.quote:
            return Proof(False, "it is not a true-or-false question with a quote")
        stands = bool(material.concordance.find(question.quote))
        if question.key != stands:
            return Proof(False, "the statement is in the transcript" if stands else "it is not")
        if not question.key and _without_countries(question.quote) not in {
            _without_countries(words) for words in question.evidence
        }:
            return Proof(False, "more than a name differs from what was said")
        if any(material.only_place(words) is None for words in question.evidence):
            return Proof(False, "the proving words do not stand in exactly one place")
        return Proof(True, "said so" if question.key else "said of another country")


def _fits(sentence: Sentence) -> bool:
    return (
        sentence.is_statement
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
        and sentence.loose_ends <= 1
        and not clarity.points_back(sentence.text)
        and not re.search(r"\b(?:this|that|these|those)[.,;]", sentence.text)
        and not re.search(r"\b[Yy]ours?\b|\b[Yy]ou\b", sentence.text)
        and not clarity.addresses_someone(sentence.text)
    )


def _exchangeable(text: str) -> list[tuple[int, int]]:
    """The countries that another could replace: none that describes the next word."""
    adjectives = {DEMONYMS[word] for word in re.findall(r"\w+", text) if word in DEMONYMS}
    return [
        (start, end)
        for start, end, name in countries(text)
        if _FREE_STANDING.match(text[end:])
        and name not in adjectives
        and [each for _, _, each in countries(text)].count(name) == 1
        and not text[:start].endswith(("-", "/"))
    ]


def _fitting(country: str, before: str) -> str:
    """The country with the article that its name needs, if there is none before it."""
    needs = country.startswith(("United", "Netherlands", "Philippines", "Soviet", "Czech Rep"))
    if needs and not before.rstrip().endswith(("the", "The")):
        return f"the {country}"
    return country


def _without_countries(text: str) -> str:
    for start, end, _ in reversed(list(countries(text))):
        text = text[:start] + text[end:]
    return " ".join(text.replace(" the ", " ").split())
