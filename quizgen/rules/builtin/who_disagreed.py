"""Who contradicts this?

Precondition: at least four named people speak, and one of them opens a turn with a denial
    (“That is not true.”) right after another's quotable statement.
Stem: “Who contradicts Thomas More when he or she says this?” with the statement as quote.
Proof: the statement closes a turn; the next turn is the key's and opens with a denial.
Good: a debate in which several might have objected.
Bad: an interview, where only one other person is there to object.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizgen.language import reference
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.material import Material
from quizgen.rules.sentence import Sentence

_FEWEST_PEOPLE = 4
_MOST_OPTIONS = 4
_FEWEST_TURNS = 2
_FEWEST_WORDS, _MOST_WORDS = 7, 36
_CONTRADICTS = re.compile(
    r"(?:No[,.] |I (?:strongly |completely |totally |must |have to )*disagree|I (?:do not|"
    r"don['’]t) agree|"
    r"(?:That|This|It)(?: is|['’]s)(?: simply| just)? (?:not (?:true|so|right|correct|the case)|"
    r"wrong|false|"
    r"untrue|nonsense)|Nonsense\b|On the contrary\b|Not true\b|Wrong\b)"
)


class WhoDisagreed(Rule):
    """Who contradicts what somebody says."""

    name = "who-disagreed"
    summary = "who contradicts a statement"
    stems = {"": "Who contradicts {speaker} on this statement?"}
    worth = 0.7
    off = True  # a denial may be meant for something said before the statement

    def lacks(self, material: Material) -> str:
        """Nobody contradicts anybody."""
        return "none of at least four named people contradicts another's statement"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every statement after which another person's turn opens with a denial."""
        people = [s.name for s in material.transcript.people if s.turns >= _FEWEST_TURNS]
        if len(people) < _FEWEST_PEOPLE:
            return
        for turn, reply in pairwise(material.transcript.turns):
            said = material.sentences_of.get(turn.index, ())[-1:]
            if not said or not _fits(said[0]) or reply.person not in people:
                continue
            if reply.person == turn.person or not _CONTRADICTS.match(reply.text):
                continue
            others = [
                name
                for name in shuffled(people, material.seed, said[0].text)
                if name not in {turn.person, reply.person}
            ]
            question = Choice(
                stem=self.say("", material, speaker=turn.person or ""),
                quote=said[0].text,
                key=reply.person or "",
                wrong=tuple(Option(name) for name in others[: _MOST_OPTIONS - 1]),
                evidence=(said[0].text, material.sentences_of[reply.index][0].text),
                speaker=turn.person,
            )
            yield self.candidate(question, said[0], score=min(said[0].weight, 12) / 20)

    def prove(self, question: Question, material: Material) -> Proof:
        """The statement closes a turn, and the key opens the next one with a denial."""
        if not isinstance(question, Choice) or not question.quote:
            return Proof(False, "it is not a choice with a quote")
        place = material.only_place(question.quote)
        reply = material.turn_after(place.turn) if place else None
        if place is None or reply is None:
            return Proof(False, "the statement does not stand in exactly one place, with a reply")
        if reply.person != question.key or not _CONTRADICTS.match(reply.text):
            return Proof(False, f"it is not {question.key} who contradicts it next")
        people = {speaker.name for speaker in material.transcript.people}
        if not people.issuperset(question.options) or place.turn.person in question.options:
            return Proof(False, "an option is nobody who might have contradicted")
        return Proof(True, f"{question.key} contradicts the statement in the next turn")


def _fits(sentence: Sentence) -> bool:
    return (
        sentence.turn.person is not None
        and sentence.is_quotable
        and not reference.loose_ends(sentence.text)
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
    )
