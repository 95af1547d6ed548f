"""True or false, according to the speaker?

Precondition: a quotable sentence, with the one before it where it needs that, and in it one
    name that could be another: a country, or a person named by title, of which another is
    named in the same exchange and could be meant.
Stem: “True or false, according to Thomas More?” – the words as they are, or with that one
    name exchanged.
Proof: true: the words stand once as quoted. False: they stand once with another name, and
    nowhere with this one.
Good: “This cannot be done without Turkey's support” with another country.
Bad: a “not” put into the sentence; a name that nobody would believe, such as the country
    that the speaker speaks for; a sentence that nobody would doubt.
"""

import re
from collections.abc import Iterator

from quizgen.language.floor import is_bare_role
from quizgen.language.places import DEMONYMS, PLACES, countries, names_region
from quizgen.language.words import content
from quizgen.model import question as kinds
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import draw, shuffled
from quizgen.rules.lands import Lands
from quizgen.rules.material import Material
from quizgen.rules.sentence import Sentence, Setting
from quizgen.rules.speakers import homelands

_FEWEST_WORDS, _MOST_WORDS = 7, 36
_FEWEST_NAMED = 3
_LONGEST = 40  # words of the quote
_NEAREST = 3
_OPENING = 4  # a person is swapped where the sentence opens with the name
_MOST_LOOKED_AT = 200
_ALIKE = 2  # telling words that two sentences may share without saying the same
_FREE_STANDING = re.compile(
    r"[’']s?\b(?! [A-Z])|[.,;:!?)]|$| (?:and|or|but|in|on|at|to|for|from|with|by|as|is|was|has|"
    r"had|will|"
    r"would|can|could|should|must|may|are|were|have|still|also|that|which|who|do|does|did|not)\b"
)
_POINTS_AT_A_MAP = re.compile(
    r"(?:[-/]|\b(?:north|south|east|west|central|mainland)\w* )$", re.IGNORECASE
)

_CALLS = re.compile(
    r"(?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w’'-]*, (?:sir|madam|ma['’]am)\b", re.IGNORECASE
)

Swap = tuple[int, int, str]
"""The range of a name in its sentence, and the name to put there."""


class TrueFalse(Rule):
    """Whether a speaker said so."""

    name = "true-false"
    version = 3
    summary = "whether a speaker said so"
    stems = {"": "True or false, according to {speaker}?"}
    worth = 0.4

    def lacks(self, material: Material) -> str:
        """No sentence holds a name that could be exchanged for another."""
        return "no sentence names a country or person for which another of its exchange could stand"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Each sentence that fits as it is and with another name; one of them is preferred."""
        lands, homes = Lands(material), homelands(material.transcript)
        for sentence in material.sentences:
            fits = _fits(sentence) and not names_region(sentence.text)
            setting = material.setting(sentence) if fits else None
            if setting is None or setting.asked:
                continue
            if is_bare_role(sentence.turn.who) or _CALLS.match(sentence.text):
                continue
            if sum(each.size for each in (*setting.shown, sentence)) > _LONGEST:
                continue
            swap = _person(sentence, material) or _country(sentence, lands, material.seed)
            if swap and PLACES.get(sentence.text[swap[0] : swap[1]]) in homes.get(
                sentence.turn.who, ()
            ):
                continue  # what one says of one's own country, nobody takes for another's
            if swap and not (setting.before and swap[0] <= _OPENING):
                yield from self._both(sentence, setting, swap, material)

    def _both(
        self, sentence: Sentence, setting: Setting, swap: Swap, material: Material
    ) -> Iterator[Candidate]:
        text, (start, end, other) = sentence.text, swap
        preferred = draw(material.seed, "true", text) % 2 == 0
        for true in (True, False):
            question = kinds.TrueFalse(
                stem=self.say("", material, speaker=material.describe(sentence.turn)),
                quote=setting.around(text if true else text[:start] + other + text[end:]),
                key=true,
                evidence=(setting.words(text),),
                topic=material.topic(sentence, text),
            )
            score = min(sentence.weight, 14) / 20 + 0.1 * (true is preferred)
            which = str(true).casefold()
            yield self.candidate(
                question, sentence, *setting.shown, score=score, two_way=True, words=which
            )

    def prove(self, question: Question, material: Material) -> Proof:
        """True stands as quoted; false stands with other words in the place of one name."""
        if not isinstance(question, kinds.TrueFalse) or not question.quote:
            return Proof(False, "it is not a true-or-false question with a quote")
        stands = bool(material.concordance.find(question.quote))
        if question.key != stands:
            return Proof(False, "the statement is in the transcript" if stands else "it is not")
        if any(material.only_place(words) is None for words in question.evidence):
            return Proof(False, "the proving words do not stand in exactly one place")
        said = {_without_names(words, material) for words in question.evidence}
        quoted = _without_names(question.quote, material)
        if not question.key and not any(words.endswith(quoted) for words in said):
            return Proof(False, "more than a name differs from what was said")
        return Proof(True, "said so" if question.key else "said of another")


def _country(sentence: Sentence, lands: Lands, seed: int) -> Swap | None:
    """A country of the sentence, and another of the exchange that could be meant."""
    there = _exchangeable(sentence.text)
    if there is None or len(lands.places) < _FEWEST_NAMED:
        return None
    start, end, country = there
    said = {name for _, _, name in countries(sentence.text)}
    others = [
        name
        for name in lands.named_in(sentence.exchange)
        if name not in said
        and lands.times(name) < lands.usual
        and _needs_article(name) == _needs_article(country)
        and not _say_the_same(sentence, lands.places[name], country)
    ]
    if not others or lands.times(country) == lands.usual:
        return None
    return start, end, shuffled(others[:_NEAREST], seed, sentence.text)[0]


def _person(sentence: Sentence, material: Material) -> Swap | None:
    """The one person of the sentence, and another of the exchange under the same title."""
    found = material.mentions(sentence.text)
    if len(found) != 1 or found[0].surname is None or not found[0].title:
        return None
    own = found[0]
    if own.start > _OPENING or not _FREE_STANDING.match(sentence.text[own.end :]):
        return None
    person, speaker = material.people.who(own), material.speaks(sentence)
    others = []
    for other, places in material.persons.items() if person else ():
        here = [place for place, _ in places if place.exchange == sentence.exchange]
        printed = [mention.text for _, mention in places if mention.title == own.title]
        if other in {person, speaker} or not here or not printed:
            continue
        if not _say_the_same(sentence, [place for place, _ in places], own.text):
            others.append((min(abs(each.number - sentence.number) for each in here), printed[0]))
    if not others:
        return None
    other = shuffled(sorted(others)[:_NEAREST], material.seed, sentence.text)[0][1]
    return own.start, own.end, other


def _fits(sentence: Sentence) -> bool:
    return _FEWEST_WORDS <= sentence.size <= _MOST_WORDS and not re.search(
        r"\b[Yy]ours?\b|\b[Yy]ou\b", sentence.text
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
        and not _POINTS_AT_A_MAP.search(text[:start])
    ]
    return free[-1] if free else None


def _say_the_same(sentence: Sentence, places: list[Sentence], name: str) -> bool:
    """Whether a sentence about another name says much of what this one says."""
    stems = content(sentence.text) - content(name)
    return any(len(content(place.text) & stems) > _ALIKE for place in places[:_MOST_LOOKED_AT])


def _needs_article(country: str) -> bool:
    return country.startswith(("United", "Netherlands", "Philippines", "Soviet", "Czech Rep"))


def _without_names(text: str, material: Material) -> str:
    for mention in reversed(material.mentions(text)):
        text = text[: mention.start] + text[mention.end :]
    for start, end, _ in reversed(list(countries(text))):
        text = text[:start] + text[end:]
    return " ".join(text.replace("… ", "").split())
