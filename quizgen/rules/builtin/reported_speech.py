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

from quizgen.language.names import Mention
from quizgen.language.quoting import weight
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.blank import BLANK, NO_BLANK, filled, with_blank
from quizgen.rules.chance import shuffled
from quizgen.rules.material import Material
from quizgen.rules.persons import names_by_office, others
from quizgen.rules.sentence import Sentence

_SAYS = re.compile(
    r"^\s+(?:has |had |have |also |just |recently |already |once |yesterday |openly ){0,2}"
    r"(?:said|says|say|told|tells|asked|announced|announces|warned|warns|promised|promises|claimed|"
    r"claims|argued|argues|wrote|writes|stated|states|declared|declares|suggested|suggests|"
    r"admitted|insisted|mentioned|proposed|demanded|denied|denies|replied|explained|noted)\b"
)
_NOTHING = re.compile(
    r" (?:something|nothing|so|this(?! (?:morning|afternoon|evening|week|month|year)\b)|it|"
    r"the same|a few|in|at|to)\b"
)  # what was said is not said
_LIGHTEST = 2
_FEWEST_WRONG = 2
_FEWEST_WORDS, _MOST_WORDS = 8, 40


class ReportedSpeech(Rule):
    """Who said what, as somebody else reports it."""

    name = "reported-speech"
    summary = "who said something, as somebody else reports it"
    stems = {"": "Who said this, according to {speaker}?"}
    version = 3
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
            if mention is None:
                continue
            wrong = others(mention, sentence, material, retitled=True)
            if len(wrong) < _FEWEST_WRONG:
                continue
            question = Choice(
                stem=self.say("", material, speaker=material.describe(sentence.turn)),
                quote=sentence.text[: mention.start] + BLANK + sentence.text[mention.end :],
                key=mention.text,
                wrong=tuple(map(Option, shuffled(wrong, sentence.text))),
                evidence=(sentence.text,),
                topic=material.topic(sentence, mention.text),
            )
            yield self.candidate(question, sentence, score=min(sentence.weight, 12) / 20)

    def prove(self, question: Question, material: Material) -> Proof:
        """The filled sentence stands once and names nobody but the key."""
        asked = with_blank(question)
        if asked is None:
            return NO_BLANK
        whole = filled(asked)
        if material.only_place(whole) is None:
            return Proof(False, "the sentence with the key does not stand in exactly one place")
        if len(material.mentions(whole)) != 1:
            return Proof(False, "the sentence names more than one person")
        if not material.people.all_differ(asked.options):
            return Proof(False, "two options mean the same person")
        return Proof(True, f"the sentence names {asked.key} and nobody else")


def _reporter(sentence: Sentence, material: Material) -> Mention | None:
    """The one person in the sentence, if a verb of saying follows the name."""
    found = material.mentions(sentence.text)
    if len(found) != 1 or found[0].surname is None:
        return None
    person = material.people.who(found[0])
    if person in {None, material.speaks(sentence)}:
        return None
    after = sentence.text[found[0].end :]
    if names_by_office(sentence.text[: found[0].start] + after, person, material):
        return None
    says = _SAYS.match(after)
    if says is None or _NOTHING.match(after[says.end() :]) or weight(after) < _LIGHTEST:
        return None
    return found[0]
