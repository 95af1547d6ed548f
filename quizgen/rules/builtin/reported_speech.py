"""Who, according to a speaker, said this?

Precondition: a clause “Mr More said that …” with one person in it, while at least three
    persons are mentioned in the transcript.
Stem: “Who said this, according to a questioner?” with a blank for the person.
Proof: the sentence stands once, the key is the only person in it, and no option means
    the same person as another.
Good: “Mr Tillerson said yesterday that this person has no future.”
Bad: “He said so.” (nobody is named).
"""

import re
from collections.abc import Iterator

from quizgen.language.names import Mention, surname
from quizgen.language.quoting import weight
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.material import Material
from quizgen.rules.sentence import Sentence

BLANK = "____"
_SAYS = re.compile(
    r"^\s+(?:has |had |have |also |just |recently |already |once |yesterday |openly ){0,2}"
    r"(?:said|says|say|told|tells|asked|announced|announces|warned|warns|promised|promises|claimed|"
    r"claims|argued|argues|wrote|writes|stated|states|declared|declares|suggested|suggests|"
    r"admitted|insisted|mentioned|proposed|demanded|denied|denies|replied|explained|noted)\b"
)
_NOTHING = re.compile(
    r" (?:something|nothing|so|this|it|the same|a few|in|at|to)\b"
)  # what was said is not said
_LIGHTEST = 2
_WOMENS = frozenset("Mrs Ms Miss Madam Lady Dame Queen Princess Frau Madame".split())
_FEWEST_WORDS, _MOST_WORDS = 8, 40


class ReportedSpeech(Rule):
    """Who said what, as somebody else reports it."""

    name = "reported-speech"
    summary = "who said something, as somebody else reports it"
    stems = {"": "Who said this, according to {speaker}?"}
    version = 2
    worth = 0.9

    def lacks(self, material: Material) -> str:
        """Nobody reports what a named person said."""
        return "nobody reports what one of at least three named persons said"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every sentence that reports one person's words."""
        for sentence in material.sentences:
            if not sentence.is_well_said or not _FEWEST_WORDS <= sentence.size <= _MOST_WORDS:
                continue
            mention = _reporter(sentence, material)
            if mention is None or mention.surname == surname(sentence.turn.person or "nobody"):
                continue
            wrong = _others(mention, sentence, material)
            if len(wrong) < 2:
                continue
            question = Choice(
                stem=self.say("", material, speaker=material.describe(sentence.turn)),
                quote=sentence.text[: mention.start] + BLANK + sentence.text[mention.end :],
                key=mention.text,
                wrong=wrong,
                evidence=(sentence.text,),
                topic=material.topic(sentence, mention.text),
            )
            yield self.candidate(question, sentence, score=min(sentence.weight, 12) / 20)

    def prove(self, question: Question, material: Material) -> Proof:
        """The filled sentence stands once and names nobody but the key."""
        if not isinstance(question, Choice) or not question.quote or BLANK not in question.quote:
            return Proof(False, "it is not a choice with a blank in its quote")
        whole = question.quote.replace(BLANK, question.key)
        if material.only_place(whole) is None:
            return Proof(False, "the sentence with the key does not stand in exactly one place")
        if len(material.mentions(whole)) != 1:
            return Proof(False, "the sentence names more than one person")
        names = {surname(text) for text in question.options}
        if len(names) != len(question.options):
            return Proof(False, "two options mean the same person")
        return Proof(True, f"the sentence names {question.key} and nobody else")


def _reporter(sentence: Sentence, material: Material) -> Mention | None:
    """The one person in the sentence, if a verb of saying follows the name."""
    found = material.mentions(sentence.text)
    if len(found) != 1 or found[0].surname is None:
        return None
    after = sentence.text[found[0].end :]
    says = _SAYS.match(after)
    if says is None or _NOTHING.match(after[says.end() :]) or weight(after) < _LIGHTEST:
        return None
    return found[0]


def _others(key: Mention, sentence: Sentence, material: Material) -> tuple[Option, ...]:
    """Other persons of the transcript, in the form in which the key is printed.

    Whom the sentence before names may be whom the words are about: such a person is an
    option only if printed in the key's form.
    """
    speaker = surname(sentence.turn.person) if sentence.turn.person else ""
    before = material.before(sentence)
    earlier = before.text.casefold() if before else ""
    forms = []
    for name, places in material.persons.items():
        if name in {key.surname, speaker} or name in sentence.text.casefold():
            continue
        printed = [mention.text for _, mention in places]
        same = [text for text in printed if _form(text) == _form(key.text)]
        near = min(abs(place.number - sentence.number) for place, _ in places)
        if same:
            forms.append((0, near, name, same[0]))
        elif key.title.rstrip(".") == "Mr" and name not in earlier and not _is_she(printed):
            forms.append((1, near, name, f"{key.title} {printed[0].split()[-1]}"))
    ranked = sorted(forms)[:3]
    return tuple(Option(text) for text in shuffled([f[3] for f in ranked], sentence.text))


def _is_she(printed: list[str]) -> bool:
    """Whether one of a person's printed names has a woman's title."""
    return any(text.split()[0].rstrip(".") in _WOMENS for text in printed)


def _form(text: str) -> str:
    """What two printed names share in form: the title, or the number of words."""
    first, *rest = text.split()
    titled = first.rstrip(".") in {"Mr", "Mrs", "Ms", "Dr", "President", "Senator", "Secretary"}
    return first.rstrip(".") if titled and rest else str(len(rest))
