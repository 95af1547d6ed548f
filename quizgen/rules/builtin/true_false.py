"""True or false, according to the speaker?

Precondition: a quotable sentence that stands alone and holds one thing that could be
    otherwise: a country, or a person named by title, among at least three.
Stem: “True or false, according to Thomas More?” – the sentence as it is, or with that one
    thing exchanged for another of its kind.
Proof: true: the sentence stands once as quoted. False: it stands once with another
    name, and nowhere with this one.
Good: “This cannot be done without Turkey's support” with another country.
Bad: a “not” put into the sentence; a sentence that nobody would doubt.
"""

import re
from collections import Counter
from collections.abc import Iterator

from quizgen.language.names import Mention, surname
from quizgen.language.places import DEMONYMS, countries
from quizgen.language.words import content
from quizgen.model import question as kinds
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import draw, shuffled
from quizgen.rules.material import Material, Sentence

_FEWEST_WORDS, _MOST_WORDS = 9, 36
_FEWEST_OTHERS = 1  # named in the same exchange, so that it might have been said
_MOST_LOOKED_AT = 200
_FEWEST_NAMED = 3
_NEAREST = 3
_FREE_STANDING = re.compile(
    r"[’']s?\b|[.,;:!?)]|$| (?:and|or|but|in|on|at|to|for|from|with|by|as|is|was|has|had|will|"
    r"would|can|could|should|must|may|are|were|have|still|also|that|which|who|do|does|did|not)\b"
)


class TrueFalse(Rule):
    """Whether a speaker said so."""

    name = "true-false"
    version = 2
    summary = "whether a speaker said so"
    stems = {"": "True or false, according to {speaker}?"}
    worth = 0.4

    def lacks(self, material: Material) -> str:
        """No sentence names a country that could be exchanged for another."""
        return "no sentence that stands by itself names one of at least three countries"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Half of the sentences that fit as they are, half with another name."""
        every = Counter(name for s in material.sentences for _, _, name in countries(s.text))
        named, usual = sorted(every), max(every.values(), default=0)
        by_country: dict[str, list[Sentence]] = {}
        for sentence in material.sentences:
            for _, _, name in countries(sentence.text):
                by_country.setdefault(name, []).append(sentence)
        for sentence in material.sentences:
            if not _fits(sentence):
                continue
            person = self._of_person(sentence, material)
            if person:
                yield person
                continue
            there = _exchangeable(sentence.text)
            said = {name for _, _, name in countries(sentence.text)}
            others = [
                name
                for name in named
                if name not in said
                and any(place.exchange == sentence.exchange for place in by_country[name])
                and _needs(name) == _needs(there)
                and not _is_said_of(name, sentence, by_country)
            ]
            if there is None or len(others) < _FEWEST_OTHERS:
                continue
            start, end, country = there
            if every[country] == usual and len(named) > _FEWEST_NAMED:
                continue  # the country that all is about tells without reading
            true = draw(material.seed, "true", sentence.text) % 2 == 0
            usual_first = sorted(others, key=lambda name: (-every[name], name))[:_NEAREST]
            other = shuffled(usual_first, material.seed, sentence.text)[0]
            text = sentence.text
            question = kinds.TrueFalse(
                stem=self.say("", material, speaker=material.describe(sentence.turn)),
                quote=text if true else text[:start] + other + text[end:],
                key=true,
                evidence=(text,),
                topic=material.topic(sentence, text),
            )
            score = min(sentence.weight, 14) / 20
            yield self.candidate(question, sentence, score=score, two_way=True)

    def _of_person(self, sentence: Sentence, material: Material) -> Candidate | None:
        """A statement about the one person that its sentence names, or about another."""
        found = material.mentions(sentence.text)
        if len(found) != 1 or found[0].surname is None:
            return None
        own, text = found[0], sentence.text
        printed = {
            name: (min(abs(place.number - sentence.number) for place, _ in places), mention.text)
            for name, places in material.persons.items()
            for mention in [each for _, each in places if each.title == own.title][:1]
            if name != own.surname
            and any(place.exchange == sentence.exchange for place, _ in places)
            and name != surname(sentence.turn.person or "nobody")
            and own.title
            and not _supported(places, content(text) - content(own.text))
        }
        if len(printed) < _FEWEST_OTHERS or not _FREE_STANDING.match(text[own.end :]):
            return None
        true = draw(material.seed, "true", text) % 2 == 0
        other = shuffled(sorted(printed.values())[:_NEAREST], material.seed, text)[0][1]
        question = kinds.TrueFalse(
            stem=self.say("", material, speaker=material.describe(sentence.turn)),
            quote=text if true else text[: own.start] + other + text[own.end :],
            key=true,
            evidence=(text,),
        )
        score = 0.2 + min(sentence.weight, 14) / 20
        return self.candidate(question, sentence, score=score, two_way=True)

    def prove(self, question: Question, material: Material) -> Proof:
        """True stands as quoted; false stands with other words in the place of one name."""
        if not isinstance(question, kinds.TrueFalse) or not question.quote:
            return Proof(False, "it is not a true-or-false question with a quote")
        stands = bool(material.concordance.find(question.quote))
        if question.key != stands:
            return Proof(False, "the statement is in the transcript" if stands else "it is not")
        if not question.key and _without_names(question.quote, material) not in {
            _without_names(words, material) for words in question.evidence
        }:
            return Proof(False, "more than a name differs from what was said")
        if any(material.only_place(words) is None for words in question.evidence):
            return Proof(False, "the proving words do not stand in exactly one place")
        return Proof(True, "said so" if question.key else "said of another")


def _fits(sentence: Sentence) -> bool:
    return (
        sentence.stands_alone
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
        and not re.search(r"\b[Yy]ours?\b|\b[Yy]ou\b", sentence.text)
    )


def _exchangeable(text: str) -> tuple[int, int, str] | None:
    """The last country that another could replace: none that describes the next word."""
    adjectives = {DEMONYMS[word] for word in re.findall(r"\w+", text) if word in DEMONYMS}
    found = list(countries(text))
    free = [
        (start, end, name)
        for start, end, name in found
        if _FREE_STANDING.match(text[end:])
        and name not in adjectives
        and [each for _, _, each in found].count(name) == 1
        and text[start:end] == name
        and not text[:start].endswith(("-", "/"))
    ]
    return free[-1] if free else None


def _supported(places: list[tuple[Sentence, Mention]], stems: frozenset[str]) -> bool:
    """Whether a sentence about somebody else says much the same."""
    return any(len(content(place.text) & stems) > 1 for place, _ in places[:_MOST_LOOKED_AT])


def _is_said_of(country: str, sentence: Sentence, by_country: dict[str, list[Sentence]]) -> bool:
    """Whether a sentence about another country says much the same."""
    stems = content(sentence.text)
    places = by_country[country][:_MOST_LOOKED_AT]
    return any(len(content(place.text) & stems) > 2 for place in places)


def _needs(country: str | tuple[int, int, str] | None) -> bool:
    """Whether a country's name goes with an article."""
    name = country[2] if isinstance(country, tuple) else country or ""
    return name.startswith(("United", "Netherlands", "Philippines", "Soviet", "Czech Rep"))


def _without_names(text: str, material: Material) -> str:
    for mention in reversed(material.mentions(text)):
        text = text[: mention.start] + text[mention.end :]
    for start, end, _ in reversed(list(countries(text))):
        text = text[:start] + text[end:]
    return " ".join(text.split())
