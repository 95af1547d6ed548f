"""Who answers this?

Precondition: at least three named people speak, and one of them asks a question, without
    naming anybody, that another answers in the next turn.
Stem: “Who is the first to answer this question from Thomas More?” with the question as quote.
Proof: the question stands once, the next turn is the key's, and it says something.
Good: a panel, where anybody could have taken the question.
Bad: “Anne, what do you say?” (it names who is asked); an interview with one guest.
"""

import itertools
from collections import Counter
from collections.abc import Iterator

from quizgen.language import clarity
from quizgen.language.words import count
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.model.transcript import Turn
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.material import Material
from quizgen.rules.sentence import Sentence

_FEWEST_WORDS, _MOST_WORDS = 9, 40
_FEWEST_PEOPLE = 4
_SHORTEST_REPLY = 12
_LIGHTEST = 4
_MOST_OPTIONS = 4
_LARGEST_SHARE = 0.6


class WhoReplied(Rule):
    """Who answers a question."""

    name = "who-replied"
    summary = "who answers a question"
    stems = {"": "Who is the first to answer this question from {speaker}?"}
    worth = 0.75
    languages = None

    def lacks(self, material: Material) -> str:
        """Too few people answer each other."""
        return "fewer than four named people answer each other's questions"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every question of a named speaker that another named speaker answers."""
        replying = _repliers(material)
        if len(replying) < _FEWEST_PEOPLE - 1:
            return
        turns = material.transcript.turns
        for turn, reply in itertools.pairwise(turns):
            asked = material.sentences_of.get(turn.index, ())[-1:]
            if turn.who not in material.askers:
                continue  # in a free talk, who speaks next is seldom worth remembering
            if not asked or not _is_answered(turn, reply) or reply.person not in replying:
                continue
            question = self._question(asked[0], reply, replying, material)
            if question:
                score = min(asked[0].weight, 12) / 20 - 0.2 * asked[0].loose_ends
                yield self.candidate(question, asked[0], score=score)

    def _question(
        self, asked: Sentence, reply: Turn, replying: dict[str, int], material: Material
    ) -> Choice | None:
        if not _fits(asked, material):
            return None
        others = [
            name
            for name in shuffled(replying, material.seed, asked.text)
            if name not in {reply.person, asked.turn.person}
        ]
        if len(others) < _FEWEST_PEOPLE - 2:
            return None
        opening = material.sentences_of[reply.index][0]
        return Choice(
            stem=self.say("", material, speaker=asked.turn.person or ""),
            quote=asked.text,
            key=reply.person or "",
            wrong=tuple(Option(name) for name in others[: _MOST_OPTIONS - 1]),
            evidence=(asked.text, opening.text),
            speaker=asked.turn.person,
        )

    def prove(self, question: Question, material: Material) -> Proof:
        """The question stands once, and the next turn is the key's."""
        if not isinstance(question, Choice) or not question.quote:
            return Proof(False, "it is not a choice with a quote")
        place = material.only_place(question.quote)
        if place is None:
            return Proof(False, "the question does not stand in exactly one place")
        reply = material.turn_after(place.turn)
        if reply is None or reply.person != question.key or place.turn.person == question.key:
            return Proof(False, "somebody else speaks next")
        people = {speaker.name for speaker in material.transcript.people}
        if not people.issuperset(question.options):
            return Proof(False, "an option is nobody who speaks")
        return Proof(True, f"{question.key} speaks right after the question")


def _repliers(material: Material) -> dict[str, int]:
    """The named people who reply in whole sentences, if no one of them does nearly all."""
    turns = material.transcript.turns
    found = Counter(
        after.person
        for turn, after in itertools.pairwise(turns)
        if after.person and _is_answered(turn, after)
    )
    heard = set(material.heard) - material.chairs
    often = {name: times for name, times in found.items() if name in heard}
    total = sum(often.values())
    return often if often and max(often.values()) <= _LARGEST_SHARE * total else {}


def _is_answered(turn: Turn, reply: Turn) -> bool:
    return (
        turn.person is not None
        and reply.person is not None
        and turn.person != reply.person
        and turn.text.rstrip("\"”»')] ").endswith("?")
        and count(reply.text) >= _SHORTEST_REPLY
    )


def _fits(asked: Sentence, material: Material) -> bool:
    names = {part for s in material.transcript.people for part in s.name.split()}
    return (
        clarity.is_complete(asked.text)
        and clarity.is_clean(asked.text)
        and asked.is_fluent
        and _FEWEST_WORDS <= asked.size <= _MOST_WORDS
        and not asked.loose_ends
        and asked.weight >= _LIGHTEST
        and not names & set(asked.turn.text.replace(",", " ").replace("?", " ").split())
    )
