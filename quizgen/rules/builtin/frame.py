"""Of which subject is this said?

Precondition: a speaker announces a subject – “As regards the harvest, it was poor” – and
    at least two other subjects are announced or are headings in the transcript.
Stem: “About which subject does Thomas More say this?” with what follows the subject.
Proof: the words follow the key and stand once; no wrong option is in that sentence.
Good: what is said would fit every one of the options.
Bad: words that name the subject again.
"""

import re
from collections.abc import Iterator

from quizgen.language.phrases import noun_phrases
from quizgen.language.quoting import weight
from quizgen.language.topics import announced
from quizgen.language.words import content, count
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import FEWEST, choose_apart
from quizgen.rules.material import Material

_FEWEST_WORDS, _MOST_WORDS = 5, 40
_MOST_SUBJECTS = 60
_FEWEST_TELLING = 2
_BELIEVES = re.compile(r"\b(?:I|we) (?:\w+ )?(?:believe|think|hope|suppose|know|say)\b")
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|must|cannot|can|could|may|might|would|should|"
    r"remains?|became|cost\w*)\b"
)
_PROMISES = re.compile(  # something is to be done about it, whatever it is
    r"\b(?:(?:we|I)(?: will|['’]ll| shall| would| can| should| have to| need to| are going to)|"
    r"let us|look into|"
    r"come back|see|talk|discuss(?:ed)?|try to|think about)\b",
    re.IGNORECASE,
)


_JUDGES = re.compile(  # what may be said of any subject
    r"\b(?:complicated|complex|difficult|serious|delicate|sensitive|significant|essential|crucial|"
    r"vital|positive|negative|happy|pleased|satisfied|interesting|fundamental|challenging|urgent|"
    r"relevant|major|huge|enormous|grave|painful|sharp|acute|priority|challenge|subject|topic|"
    r"concerned?|discussed|mentioned)\b",
    re.IGNORECASE,
)


def _says_something(clause: str) -> bool:
    """Whether a clause holds two telling words, by which its subject can be known."""
    return weight(_JUDGES.sub("", _BELIEVES.sub("", clause))) >= _FEWEST_TELLING


class Frame(Rule):
    """Of which announced subject something is said."""

    name = "frame"
    summary = "of which subject something is said"
    stems = {"": "About which subject does {speaker} say this?"}
    version = 5
    worth = 0.9

    def lacks(self, material: Material) -> str:
        """Nobody announces subjects."""
        return "nobody announces a subject (“As regards …”), or there are too few subjects"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every sentence that opens with its subject."""
        subjects = _subjects(material)
        for sentence in material.sentences:
            said = announced(sentence.text)
            if said is None or not sentence.is_statement or not sentence.is_fluent:
                continue
            key = _heading(said[0])
            rest = sentence.text[said[1] :].strip()
            if not _FEWEST_WORDS <= count(rest) <= _MOST_WORDS or content(key) & content(rest):
                continue
            if not _SAYS.search(rest) or _PROMISES.search(rest) or not _says_something(rest):
                continue
            pool = [
                text
                for text in shuffled(subjects, material.seed, sentence.text)[:_MOST_SUBJECTS]
                if not content(text) & content(sentence.text)
                and count(text) <= count(key) + 4
                and _agrees(text, rest)
            ]
            wrong = choose_apart(key, pool)
            if len(wrong) < FEWEST or not 1 <= count(key) <= 7:
                continue
            question = Choice(
                stem=self.say("", material, speaker=material.describe(sentence.turn)),
                quote="… " + rest,
                key=key,
                wrong=wrong,
                evidence=(sentence.text,),
            )
            yield self.candidate(question, sentence)

    def prove(self, question: Question, material: Material) -> Proof:
        """The words stand once, right after the key."""
        if not isinstance(question, Choice) or not question.quote:
            return Proof(False, "it is not a choice with a quote")
        place = material.only_place(question.quote)
        if place is None:
            return Proof(False, "the quoted words do not stand in exactly one place")
        sentence = next(
            each
            for each in material.sentences_of[place.turn.index]
            if each.start <= place.start < each.end
        )
        said = announced(sentence.text)
        if said is None or _heading(said[0]) != question.key:
            return Proof(False, "the sentence announces another subject, or none")
        if any(content(option.text) & content(sentence.text) for option in question.wrong):
            return Proof(False, "the sentence speaks of a wrong option too")
        return Proof(True, f"the words follow “{said[0]}”")


_PLURAL = re.compile(r"\b(?:they|them|their|these|those)\b", re.IGNORECASE)
_SINGULAR = re.compile(r"\b(?:it|its|this)\b", re.IGNORECASE)


def _agrees(heading: str, said: str) -> bool:
    """Whether a heading has the number that the pronouns of what is said ask for."""
    phrases = noun_phrases(heading)
    if not phrases:
        return False
    unwanted = _SINGULAR if phrases[0].plural else _PLURAL
    return not unwanted.search(said)


def _subjects(material: Material) -> list[str]:
    """All subjects that sentences put a name to, none twice."""
    return list(dict.fromkeys(text for found in material.subjects.values() for text in found))


def _heading(subject: str) -> str:
    return subject[0].upper() + subject[1:]
