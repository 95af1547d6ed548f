"""Who said this?

Precondition: a whole declarative sentence of eight to forty words that gives away neither
    its speaker nor the one spoken to, and that hangs on nothing outside it.
Stem: “Who said this?” with the sentence as quote. Where fewer than three named people
    speak, the floor is an option too: “Someone questioning Thomas More”.
Proof: the words, or nearly the words, are said by the key's speaker and by nobody else.
Good: “The Turkish media are already preparing the ground for an intervention.”
Bad: “Mr President, how do you like it?” (the address and the question give it away).
"""

import re
from collections.abc import Iterator

from quizgen.language import clarity
from quizgen.language.quoting import weight
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.material import Material
from quizgen.rules.persons import tells_a_speaker
from quizgen.rules.sentence import Sentence, Setting

_FEWEST_WORDS, _MOST_WORDS = 8, 38
_MOST_OPTIONS = 4
_NEAR = 12
_LIGHTEST = 6
_HEAVY, _HEAVY_AMONG_MANY = 9, 7  # so much is said that a stray “this” does not matter
_ARTICLE = re.compile(r"^(?:The|An?|Der|Die|Das|Ein|Eine|Le|La|Les|El|Los|Las) ", re.IGNORECASE)


class WhoSaid(Rule):
    """Whose words are these? With its two-way form where only one or two are named."""

    name = "who-said"
    summary = "whose words these are"
    stems = {"": "Who said this?", "two-way": "Who said this?"}
    version = 3
    worth = 0.6
    languages = None

    def lacks(self, material: Material) -> str:
        """Nobody is named, or nothing can be told apart."""
        return "no sentence that only one speaker says and that does not give the speaker away"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every sentence that fits, by speaker and by the floor in turn."""
        names = _names(material)
        if len(names) < 2 or material.is_rough:
            return
        two_way = len(names) == 2
        for sentence in material.sentences:
            key = _name(sentence, material)
            if key not in names or sentence.turn.who in material.chairs:
                continue
            setting = _setting(sentence, material, _HEAVY if two_way else _HEAVY_AMONG_MANY)
            if setting is None or not _fits(sentence, setting, names, material):
                continue
            others = _others(key, sentence, names, material)
            if not others:
                continue
            question = Choice(
                stem=self.say("two-way" if two_way else "", material),
                quote=setting.around(sentence.text),
                key=key,
                wrong=tuple(Option(name) for name in others[: _MOST_OPTIONS - 1]),
                evidence=(setting.words(sentence.text),),
                topic=material.topic(sentence),
            )
            surprise = 0.3 if sentence.turn.anonymous else 0.0
            score = surprise + min(sentence.weight, 14) / 20 - 0.1 * (setting != Setting())
            yield self.candidate(question, sentence, *setting.shown, score=score, two_way=two_way)

    def prove(self, question: Question, material: Material) -> Proof:
        """The quote is the key's and nobody else's."""
        if not isinstance(question, Choice) or not question.quote:
            return Proof(False, "it is not a choice with a quote")
        said_by = {
            _speaker_name(place.turn.person, material)
            for place in material.concordance.echoes(question.quote)
        }
        if said_by != {question.key}:
            return Proof(False, f"the words are said by {', '.join(sorted(said_by)) or 'nobody'}")
        return Proof(True, f"only {question.key} says these words")


def _names(material: Material) -> list[str]:
    """The possible answers: everybody who is named and speaks often enough, and the floor."""
    people = [name for name in material.heard if name not in material.chairs]
    if material.floor and 0 < len(people) < 3:
        people.append(_speaker_name(None, material))
    return people


def _name(sentence: Sentence, material: Material) -> str:
    return _speaker_name(sentence.turn.person, material)


def _speaker_name(person: str | None, material: Material) -> str:
    if person:
        return person
    people = material.heard
    return material.wording.say("someone-questioning", speaker=material.wording.any_of(people))


def _others(key: str, sentence: Sentence, names: list[str], material: Material) -> list[str]:
    """The other names, those who speak near the sentence first, then by chance."""
    turns = material.transcript.turns
    low = max(0, sentence.turn.index - 1 - _NEAR)
    near = {turn.person for turn in turns[low : sentence.turn.index + _NEAR]}
    others = [name for name in shuffled(names, material.seed, sentence.text) if name != key]
    alike = [name for name in others if _printed_alike(name, key, material)]
    if len(alike) != 1:  # none: the key would stand out
        others = alike
    return sorted(others, key=lambda name: name not in near)


def _printed_alike(one: str, other: str, material: Material) -> bool:
    """Whether both are full names or both are not; the floor stands beside any."""
    if _speaker_name(None, material) in {one, other}:
        return True
    return (" " in _ARTICLE.sub("", one)) == (" " in _ARTICLE.sub("", other))


def _setting(sentence: Sentence, material: Material, heavy: int) -> Setting | None:
    """What must be shown with a sentence: the one before it, but no question."""
    alone = sentence.is_quotable and sentence.weight >= heavy and sentence.loose_ends <= 1
    if alone and not clarity.points_back(sentence.text):
        return Setting()
    setting = material.setting(sentence)
    return None if setting is None or setting.asked else setting


def _fits(sentence: Sentence, setting: Setting, names: list[str], material: Material) -> bool:
    text, two_way = setting.around(sentence.text), len(names) == 2
    own = clarity.speaks_of_itself(text) if two_way else clarity.speaks_to_someone(text)
    return (
        _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
        and weight(text) >= (_LIGHTEST if two_way else _LIGHTEST - 1)
        and not own
        and not clarity.calls_someone(text)
        and not tells_a_speaker(text, names, material)
    )
