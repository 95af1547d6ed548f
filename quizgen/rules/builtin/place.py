"""Where?

Precondition: a quotable sentence that names exactly one country, with nothing else in it
    (a demonym, a city's country) that gives it away, while at least three other countries
    are named in the transcript.
Stem: “Which country is missing from what Thomas More says?” with a blank.
Proof: the sentence stands once with the key, and nowhere with another option.
Good: “the US President had voiced a rather tough rhetoric in ____” – Poland.
Bad: “the Ukrainian authorities in ____” (the demonym tells).
"""

import re
from collections.abc import Iterator

from quizgen.language import clarity, quoting
from quizgen.language.places import PLACES, countries, names_region, peoples
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.blank import BLANK, prove_filled
from quizgen.rules.chance import draw
from quizgen.rules.lands import Lands
from quizgen.rules.material import Material
from quizgen.rules.sentence import Sentence, Setting
from quizgen.rules.speakers import homelands

_FEWEST_WORDS, _MOST_WORDS = 7, 38
_FEWEST_OTHERS = 3
_BEFORE = re.compile(
    r"\b(?:in|to|from|with|of|by|for|against|towards?|between|through|across|near|into|that|and|"
    r"without|about|on|at|over|under|than|outside|inside|around) $"
)
_INSIDE = re.compile(r"\b[A-Z][\w’'-]+,? (?:in|of|from) $")  # “Mesa, Arizona in …” tells
_LISTED = r"(?:,? (?:and|or)|,) (?:the )?"  # “____, Japan and Korea” tells
_LISTED_BEFORE = re.compile(rf"[A-Z][\w’'-]+{_LISTED}$")
_LISTED_AFTER = re.compile(rf"{_LISTED}(?!I\b)[A-Z]")
_HEAD_OF_STATE = re.compile(
    r"\b(?:President|Prime Minister|Chancellor|Premier|King|Queen) [A-Z][\w’'-]+"
)
_ITS_OWN = re.compile(
    r"\b(?:the|our|my|this|that) (?:whole |entire |own )?(?:country|nation|homeland)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[’']s?\b|[.,;:!?)]|$| (?:and|or|but|in|on|at|to|for|from|with|by|as|is|was|has|had|will|"
    r"would|"
    r"can|could|should|must|may|might|still|also|that|which|who|when|where|because|after|before)\b"
)


class Place(Rule):
    """Which country a speaker names."""

    name = "place"
    summary = "which country a speaker names"
    stems = {
        "": "Which country is missing from what {speaker} says?",
        "topic": "Which country is missing from what {speaker} says on {topic}?",
    }
    version = 3
    worth = 0.6

    def lacks(self, material: Material) -> str:
        """Too few countries are named."""
        return "no sentence that stands by itself names just one of at least four countries"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every sentence with one country."""
        lands = Lands(material)
        homes = homelands(material.transcript)
        for sentence in material.sentences:
            every = list(countries(sentence.text))
            found = [each for each in every if _slot(sentence.text, *each[:2])]
            if len(found) != 1 or not _FEWEST_WORDS <= sentence.size <= _MOST_WORDS:
                continue
            [(start, end, name)] = found
            if lands.times(name) == lands.usual or [each[2] for each in every].count(name) > 1:
                continue  # the country that all is about could be guessed anywhere
            if name in homes.get(sentence.turn.who, ()) or _ITS_OWN.search(sentence.text):
                continue  # of whose country one speaks, nobody need remember
            if name in peoples(sentence.text) or _tells(sentence.text, start, end):
                continue
            setting = material.setting(sentence)
            if setting is None:
                continue
            question = self._question(sentence, (start, end), setting, lands, material)
            if question:
                rare = 1.0 - lands.times(name) / lands.usual
                score = min(sentence.weight, 14) / 20 + 0.2 * rare
                yield self.candidate(question, sentence, *setting.shown, score=score)

    def _question(
        self,
        sentence: Sentence,
        span: tuple[int, int],
        setting: Setting,
        lands: Lands,
        material: Material,
    ) -> Choice | None:
        start, end = span
        text, name = sentence.text, PLACES[sentence.text[start:end]]
        shown = setting.around(f"{text[:start]}{BLANK}{text[end:]}")
        if any(PLACES[word] == name for word in _places_in(f"{shown} {setting.question}")):
            return None
        if names_region(shown) or (
            clarity.speaks_to_someone(shown) and sentence.turn.who in material.askers
        ):
            return None  # the region excludes countries; “you” is somebody's own country
        around = f"{shown} {setting.question}"
        if not quoting.is_anchored(shown):
            return None
        said = {each for _, _, each in countries(around)} | peoples(around)
        needs = _needs_article(text[start:end])
        others = [
            other for other in lands.places if other != name and other not in said
            and _needs_article(other) == needs
        ]  # fmt: skip
        near = lands.named_near(sentence.exchange)
        others.sort(
            key=lambda other: (
                other not in near,
                -min(lands.times(other), 3),
                draw(material.seed, text, other),
            )
        )
        if len(others) < _FEWEST_OTHERS:
            return None
        topic = material.topic(sentence, name)
        return Choice(
            stem=self.say_about(material, sentence, topic),
            quote=shown,
            context=setting.context(material.wording),
            key=text[start:end],
            wrong=tuple(Option(other) for other in others[:3]),
            evidence=(setting.words(text),),
            topic=topic,
        )

    def prove(self, question: Question, material: Material) -> Proof:
        """The filled sentence stands once, and nowhere with another country."""
        proof = prove_filled(question, material)
        if not proof or not isinstance(question, Choice):
            return proof
        lands = [PLACES.get(text) for text in question.options]
        if None in lands or lands.count(PLACES.get(question.key)) > 1:
            return Proof(False, "an option is no country, or the same country as the key")
        return proof


def _slot(text: str, start: int, end: int) -> bool:
    return bool(_BEFORE.search(text[:start])) and bool(_AFTER.match(text[end:]))


def _tells(text: str, start: int, end: int) -> bool:
    """Whether a town, others of a list, or the name of whoever governs tells the country."""
    before, after = text[:start], text[end:]
    listed = _LISTED_BEFORE.search(before) or _LISTED_AFTER.match(after)
    return bool(_INSIDE.search(before) or listed or _HEAD_OF_STATE.search(text))


def _places_in(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in countries(text)]


def _needs_article(country: str) -> bool:
    return country.startswith(
        ("United", "Netherlands", "Philippines", "Soviet", "Czech Rep", "US", "UK")
    )
