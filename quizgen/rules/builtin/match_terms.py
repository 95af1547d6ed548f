"""Who speaks of what?

Precondition: three or more people are heard of whom each has a term that nobody else says: a
    name, or a noun with another that says of which kind it is, in several sentences.
Stem: “Match each speaker with what he or she speaks of.”
Proof: all places of each term are its speaker's, and no other speaker of the question says
    it, or any part of it where it is a name.
Good: three at a debate – mooring fees, the islands, the crane barge.
Bad: a term that a label or an office tells; “enormous amounts” (of what?).
"""

from collections.abc import Iterator

from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Match as Matching
from quizgen.model.question import Question
from quizgen.rules.api import Rule
from quizgen.rules.material import Material
from quizgen.rules.themes import Theme

_FEWEST, _MOST = 3, 5


class MatchTerms(Rule):
    """Which term belongs to which speaker."""

    name = "match-terms"
    summary = "which speaker speaks of what"
    stems = {"": "Match each speaker with what he or she speaks of."}
    worth = 0.75

    def lacks(self, material: Material) -> str:
        """Too few have a term of their own."""
        return "fewer than three people have a term that no other says"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """One question about those whose terms come up most often."""
        best: dict[str, Theme] = {}
        for name in material.heard:
            themes = material.themes.own.get(name, ())
            if themes and name not in material.chairs:
                best[name] = max(themes, key=lambda each: (len(each.sentences), each.proper))
        names = sorted(best, key=lambda name: -len(best[name].sentences))[:_MOST]
        if len(names) < _FEWEST:
            return
        question = Matching(
            stem=self.say("", material),
            pairs=tuple((name, best[name].text) for name in names),
            evidence=tuple(best[name].sentences[0].text for name in names),
        )
        yield self.candidate(question, *(best[name].sentences[0] for name in names))

    def prove(self, question: Question, material: Material) -> Proof:
        """Each term is its own speaker's alone."""
        if not isinstance(question, Matching):
            return Proof(False, "it is not a matching")
        names = [left for left, _ in question.pairs]
        for name, term in question.pairs:
            said = {place.turn.person for place in material.concordance.find(term)}
            if said != {name}:
                return Proof(False, f"“{term}” is not said by {name} alone")
            rivals = [each for each in names if each != name]
            rivals = [each for each in rivals if material.themes.may_mean(each, term)]
            if rivals:
                return Proof(False, f"{rivals[0]} may speak of “{term}” too")
        return Proof(True, "each term is its speaker's alone")
