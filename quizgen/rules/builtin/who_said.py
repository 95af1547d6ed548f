"""Who said this?

Precondition: a whole declarative sentence of eight to forty words that gives away neither
    its speaker nor the one spoken to, and that hangs on nothing outside it.
Stem: “Who said this?” with the sentence as quote. Where fewer than three named people
    speak, the floor is an option too: “Someone questioning Thomas More”.
Proof: the words, or nearly the words, are said by the key's speaker and by nobody else.
    Words that tell a side (“we”, “the government”) stand among people who all reply. It
    takes a position, and is no bare fact; every option states things, and of two both speak
    of the matter.
Good: “The Turkish media are already preparing the ground for an intervention.”
Bad: “Mr President, how do you like it?” (the address and the question give it away).
"""

from collections.abc import Iterator
from dataclasses import replace

from quizgen.language.claims import stands
from quizgen.language.quoting import weight
from quizgen.language.sides import shows_side
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import FEWEST
from quizgen.rules.material import Material
from quizgen.rules.persons import gives_away
from quizgen.rules.sentence import Sentence, Setting
from quizgen.rules.speakers import printed_alike

_FEWEST_WORDS, _MOST_WORDS = 8, 38
_MOST_OPTIONS = 4
_NEAR = 12
_LIGHTEST = 6
_BOTH_STATE = 4  # sentences of the one of two who states least
_MOST_STANDS = 4
_TWO = 2
_SHARED = 1  # telling words of the quote that the other of two says as well


class WhoSaid(Rule):
    """Whose words are these? With its two-way form where only one or two are named."""

    name = "who-said"
    summary = "whose words these are"
    stems = {"": "Who said this?", "two-way": "Who said this?"}
    version = 6
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
        offers = list(_offers(names, material, two_way=two_way))
        keys = [key for _, key, _ in offers]
        by_role = two_way and not _both_state(keys, names, material)
        floor = _speaker_name(None, material)
        for sentence, key, setting in offers:
            text = setting.around(sentence.text)
            if material.has_sides and shows_side(text):  # a minister among ministers
                others = _others(key, sentence, _repliers(key, names, material), material)
                others = others if len(others) >= FEWEST else []
            else:
                others = _others(key, sentence, names, material)
            fair = [] if by_role else _fair(others, sentence, floor, material)
            others = fair or _states_at_all(others, floor, material)
            if not others or material.voices.say_the_same(sentence):
                continue
            question = Choice(
                stem=self.say("two-way" if two_way else "", material),
                quote=text,
                key=key,
                wrong=tuple(Option(name) for name in others[: _MOST_OPTIONS - 1]),
                evidence=(setting.words(sentence.text),),
                topic=material.topic(sentence),
            )
            surprise = 0.3 if sentence.turn.anonymous else 0.0
            score = surprise + min(sentence.weight, 14) / 20 - 0.1 * (setting != Setting())
            score += 0.06 * min(stands(text), _MOST_STANDS)
            made = self.candidate(question, sentence, *setting.shown, score=score, two_way=two_way)
            spare = made.spare or not (fair and stands(text))
            yield replace(made, unnamed=floor in question.options, spare=spare)

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


def _fair(others: list[str], sentence: Sentence, floor: str, material: Material) -> list[str]:
    """Those of the others who state things too; a single one must speak of the matter."""
    voices = material.voices
    person = {name: None if name == floor else name for name in others}
    could = [name for name in others if voices.could_say(person[name], sentence)]
    if len(could) > 1:
        return could
    many = len(voices.stating(material.heard)) > _TWO
    if many or any(voices.often_asks(person[name]) for name in could):
        return []  # beside one of many, or one who asks, everybody knows who it is
    spoken = [name for name in could if voices.shares(person[name], sentence.text) >= _SHARED]
    exchange = material.exchange_of[sentence.turn.index]
    if (floor in could or sentence.turn.anonymous) and not (exchange.asking and exchange.replies):
        return []  # an announcement, which nobody takes for a question
    return spoken


def _states_at_all(others: list[str], floor: str, material: Material) -> list[str]:
    """Those of the others who make any statement: as wrong answers they are easy, and right."""
    person = {name: None if name == floor else name for name in others}
    voices = material.voices
    return [
        name
        for name in others
        if voices.states(person[name]) and not voices.mostly_asks(person[name])
    ]


def _names(material: Material) -> list[str]:
    """The possible answers: everybody who is named and speaks often enough.

    Beside a single one, the floor: “Someone questioning Thomas More”.
    """
    people = _people(material)
    if material.floor - material.chairs and len(people) == 1:
        people.append(_speaker_name(None, material))
    return people


def _people(material: Material) -> list[str]:
    return [name for name in material.heard if name not in material.chairs]


def _offers(
    names: list[str], material: Material, *, two_way: bool
) -> Iterator[tuple[Sentence, str, Setting]]:
    """The sentences that can be asked about, their speakers, and what is shown with them."""
    people = _people(material)
    for sentence in material.sentences:
        key = _name(sentence, material)
        if key not in names or sentence.turn.who in material.chairs:
            continue
        if not _FEWEST_WORDS <= sentence.size <= _MOST_WORDS:
            continue
        setting = material.setting(sentence)
        if setting is None or setting.asked:
            continue
        text = setting.around(sentence.text)
        away = gives_away(text, people, material, between_two=two_way, of_one_side=not two_way)
        if weight(text) >= _LIGHTEST and not away:
            yield sentence, key, setting


def _repliers(key: str, names: list[str], material: Material) -> list[str]:
    """Who replies as the key does, so that a “we” may be that of any of them."""
    if key not in material.repliers:
        return []
    offices = {each.name for each in material.transcript.people if each.office}
    alike = offices if key in offices else set(names) - offices
    return [name for name in names if name in material.repliers & alike]


def _both_state(keys: list[str], names: list[str], material: Material) -> bool:
    """Whether both of two state things; else who asks and who answers is known by the role."""
    return min(map(keys.count, names)) >= (_BOTH_STATE if material.is_interview else 1)


def _name(sentence: Sentence, material: Material) -> str:
    return _speaker_name(sentence.turn.person, material)


def _speaker_name(person: str | None, material: Material) -> str:
    if person:
        return person
    people = _people(material) or material.heard
    return material.wording.say("someone-questioning", speaker=material.wording.any_of(people))


def _others(key: str, sentence: Sentence, names: list[str], material: Material) -> list[str]:
    """The others who speak in the same stretch of talk, by chance."""
    turns = material.transcript.turns
    low = max(0, sentence.turn.index - 1 - _NEAR)
    near = {turn.person for turn in turns[low : sentence.turn.index + _NEAR]}
    floor = _speaker_name(None, material)
    others = [
        name
        for name in shuffled(names, material.seed, sentence.text)
        if name == floor != key
        or (name != key and name in near and (key == floor or material.voices.meet(key, name)))
    ]
    return others if floor in names else printed_alike(key, others)
