"""Who speaks of this? Who asks about it?

Precondition: three or more people are heard who state things, and a term – a name, or a noun
    with another that says of which kind it is – that one of them says in several sentences
    and nobody else says at all. Or three or more named people put questions, and a term stands
    in those of one of them only, whoever says it in a reply.
Stem: “Who speaks of “drug prices”?”, “Who asks about “drug prices”?”
Proof: all places of the term are the key's, or it stands in a question of the key's; no other
    option says it, or any part of it where it is a name.
Good: drug prices, which of three at a debate only one brings up, twice.
    What is said twice in passing, at no sentence's beginning, is nobody's matter.
Bad: “technical problems” (of what?); a term that a name or an office among the options tells.
"""

import re
from collections.abc import Iterator

from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import FEWEST, MOST
from quizgen.rules.material import Material
from quizgen.rules.themes import OFTEN, Theme

_QUOTED = re.compile(r"[“„«\"](.+)[”“»\"]")
_ARTICLE = re.compile(r"^(?:an?|the) ")
_OFTEN_ENOUGH = 6  # sentences, beyond which a term is no better


class WhoSpeaksOf(Rule):
    """Which of several speakers a term belongs to."""

    name = "who-speaks-of"
    summary = "who speaks of a thing, or asks about it, that no other mentions"
    stems = {"": "Who speaks of “{term}”?", "asks": "Who asks about “{term}”?"}
    worth = 0.6

    def lacks(self, material: Material) -> str:
        """Too few state things, or nobody has a term of their own."""
        return "fewer than three people state things, or none has a term that no other says"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every term that is one speaker's own, among others who could have said it."""
        themes, voices = material.themes, material.voices
        names = [name for name in material.heard if name not in material.chairs]
        for name in names if len(names) > FEWEST else ():
            for theme in themes.own.get(name, ()) if not voices.mostly_asks(name) else ():
                fair = [each for each in names if voices.could_say(each, theme.sentences[0])]
                yield from self._candidates("", name, theme, fair, material)
        for name in themes.askers if len(themes.askers) > FEWEST else ():
            for theme in themes.asked.get(name, ()):
                yield from self._candidates("asks", name, theme, list(themes.askers), material)

    def _candidates(
        self, which: str, name: str, theme: Theme, names: list[str], material: Material
    ) -> Iterator[Candidate]:
        others = [each for each in shuffled(names, material.seed, theme.text) if each != name]
        if len(others) < FEWEST:
            return
        own = [each for each in theme.sentences if each.turn.who == name]
        question = Choice(
            stem=self.say(which, material, term=theme.shown),
            key=name,
            wrong=tuple(Option(each) for each in others[:MOST]),
            evidence=tuple(each.text for each in own[:OFTEN]),
        )
        score = min(len(theme.sentences), _OFTEN_ENOUGH) / 15 + 0.1 * theme.proper
        yield self.candidate(question, *own, score=score, words=which)

    def prove(self, question: Question, material: Material) -> Proof:
        """The term is the key's alone."""
        quoted = _QUOTED.search(question.stem)
        if not isinstance(question, Choice) or not quoted:
            return Proof(False, "it is not a choice with a term in quotation marks")
        term, themes = _ARTICLE.sub("", quoted[1]), material.themes
        if question.stem == self.say("asks", material, term=quoted[1]):
            if not themes.asks_about(question.key, term):
                return Proof(False, f"no question of {question.key} says “{term}”")
            may = themes.may_ask_about
        else:
            who = {place.turn.person for place in material.concordance.find(term)}
            if who != {question.key}:
                said = ", ".join(sorted(filter(None, who))) or "nobody who is named"
                return Proof(False, f"“{term}” is said by {said}")
            may = themes.may_mean
        rivals = [each.text for each in question.wrong if may(each.text, term)]
        if rivals:
            return Proof(False, f"{rivals[0]} may speak of “{term}” too")
        return Proof(True, f"of these only {question.key} says “{term}”")
