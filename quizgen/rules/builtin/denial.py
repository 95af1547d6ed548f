"""How is this claim answered?

Precondition: somebody claims something of the person spoken to (“you said …”), and the
    reply opens with a denial: “No, I did not.”
Stem: “How does Thomas More begin the reply to this claim?”
Proof: the claim stands right before the key; the others open other replies of that person.
Good: a claim that a careless reader would take for agreed.
Bad: a question that is simply answered with no.
"""

import itertools
import re
from collections.abc import Iterator

from quizgen.language import clarity
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import choose
from quizgen.rules.material import Material
from quizgen.rules.nearby import Nearby
from quizgen.rules.sentence import Sentence

_FEWEST_WRONG = 3
_SHORT = 14
_NEAREST = 14
_CLAIMS = re.compile(
    r"\b[Yy]ou (?:have |had |just |also |once |never |always )?(?:said|told|promised|wrote|claimed|"
    r"knew|were|did|agreed|admitted|refused|called|suggested|accused|denied|stated|mentioned|"
    r"wanted|tried|failed|voted|made|took|gave|signed|supported|opposed)\b"
)
_SEEKS_ASSENT = re.compile(
    r", (?:right|correct|yes|no|is that (?:right|correct|so|not so)|(?:is|did|have|was|were|do|are|"
    r"does|would)n['’]t (?:it|you|that|they|he|she))\?$"
)
_DENIES = re.compile(
    r"^(?:No\b|Not at all|Never\b|I (?:did not|didn['’]t|do not|don['’]t|never|have not|"
    r"haven['’]t)\b|"
    r"That is (?:not|wrong|untrue|false)|That['’]s (?:not|wrong|untrue|false)|This is not (?:so|"
    r"true)|"
    r"Nothing of the)"
)


class Denial(Rule):
    """How somebody denies a claim."""

    name = "denial"
    summary = "how somebody answers a claim that is denied"
    stems = {"": "How does {speaker} begin the reply to this claim?"}
    version = 2
    worth = 0.9

    def lacks(self, material: Material) -> str:
        """Nobody denies what was claimed."""
        return "no claim about the person spoken to is denied in the next turn"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every claim whose reply opens with a denial."""
        turns = material.transcript.turns
        openings = [
            sentences[0]
            for turn in turns
            if turn.person
            and (sentences := material.sentences_of.get(turn.index))
            and _opens(sentences[0])
        ]
        index = Nearby((each.turn.person, each.number, each) for each in openings)
        by_turn = {each.turn.index: each for each in openings}
        for turn, after in itertools.pairwise(turns):
            claim, reply = material.sentences_of.get(turn.index, ())[-1:], by_turn.get(after.index)
            if not claim or reply is None or turn.speaker == after.speaker:
                continue
            if not _claims(claim[0]) or not _DENIES.match(reply.text):
                continue
            near = index.around(after.person, reply.number)[:_NEAREST]
            pool = [
                other.text
                for other in shuffled(near, material.seed, reply.text)
                if other.exchange != reply.exchange and not _DENIES.match(other.text)
            ]
            wrong = choose(reply.text, pool)
            if len(wrong) < _FEWEST_WRONG:
                continue
            question = Choice(
                stem=self.say("", material, speaker=after.person or ""),
                quote=claim[0].text,
                key=reply.text,
                wrong=wrong,
                evidence=(claim[0].text, reply.text),
                speaker=after.person,
            )
            yield self.candidate(question, reply, claim[0])

    def prove(self, question: Question, material: Material) -> Proof:
        """The key opens the turn after the claim; the others open turns elsewhere."""
        if not isinstance(question, Choice) or not question.quote:
            return Proof(False, "it is not a choice with a quote")
        claim, reply = material.only_place(question.quote), material.only_place(question.key)
        if claim is None or reply is None:
            return Proof(False, "claim or reply does not stand in exactly one place")
        if material.turn_after(claim.turn) != reply.turn or reply.start:
            return Proof(False, "the key does not open the reply")
        here = material.exchange_of[reply.turn.index].turns
        for option in question.wrong:
            place = material.only_place(option.text)
            if place is None or place.turn in here:
                return Proof(False, f"“{option.text}” may be part of the reply too")
        return Proof(True, "the reply to the claim begins with the key")


def _opens(sentence: Sentence) -> bool:
    return (
        clarity.is_complete(sentence.text)
        and clarity.is_clean(sentence.text)
        and not clarity.is_question(sentence.text)
        and 3 <= sentence.size <= _SHORT
    )


def _claims(sentence: Sentence) -> bool:
    """Whether it claims something of the person spoken to, perhaps with a “right?” at the end."""
    return (
        bool(_CLAIMS.search(sentence.text))
        and (not clarity.is_question(sentence.text) or bool(_SEEKS_ASSENT.search(sentence.text)))
        and clarity.is_complete(sentence.text)
        and clarity.is_clean(sentence.text)
        and sentence.weight >= 3
        and 6 <= sentence.size <= 40
    )
