"""Who states things in a talk, and of what: whether a name is a fair answer beside another.

A wrong answer that can be dismissed at sight makes a question too easy: a host who only asks, a
spokeswoman who only calls on people, somebody who never speaks of the matter.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.language import clarity, quoting
from quizgen.language.matter import loose_nouns
from quizgen.language.words import content
from quizgen.rules.sentence import Sentence

if TYPE_CHECKING:
    from quizgen.rules.material import Material

_LIGHTEST = 4  # telling words of a sentence that states something
_SHORTEST = 7  # words of one
_FEWEST = 2  # statements of one who may have said something
_FEW = 3  # of one who speaks so little that a single one compares with it
_LEAST_SHARE = 0.12  # of the statements of the right one
_OFTEN_ASKS = 0.34
_FAR = 1.6  # times the questions
_MOSTLY_ASKS = 0.5  # questions among what one says of the matter
_ECHO = 0.4  # of a sentence's telling words, said again close by: the other says the same
_FEWEST_ECHOED = 3
_NEXT = 5  # turns
_SPEAKS_OFTEN = 3  # turns of one who would have met the other


class Voices:
    """What the speakers of a talk state, told apart from what they ask."""

    def __init__(self, material: "Material") -> None:
        self._material = material
        self._shares: dict[str | None, float] = {}
        self._turns: dict[int, list[tuple[str, frozenset[str]]]] = {}

    @cached_property
    def _stated(self) -> dict[str | None, list[Sentence]]:
        """The statements of each person; those of the floor under None."""
        found: dict[str | None, list[Sentence]] = defaultdict(list)
        for sentence in self._material.sentences:
            if _states(sentence):
                found[sentence.turn.person].append(sentence)
        return found

    @cached_property
    def _asked(self) -> Counter[str | None]:
        """How many questions each puts."""
        return Counter(
            sentence.turn.person
            for sentence in self._material.sentences
            if sentence.size >= _SHORTEST and clarity.is_question(sentence.text)
        )

    @cached_property
    def _words(self) -> dict[str | None, frozenset[str]]:
        """The telling words of each speaker."""
        found: dict[str | None, set[str]] = defaultdict(set)
        for sentence in self._material.sentences:
            found[sentence.turn.person] |= content(sentence.text)
        return {name: frozenset(words) for name, words in found.items()}

    def mostly_asks(self, person: str | None) -> bool:
        """Whether a speaker puts more questions than statements."""
        return self._share(person) > _MOSTLY_ASKS

    def often_asks(self, person: str | None) -> bool:
        """Whether a named speaker puts many questions."""
        return person is not None and self._share(person) > _OFTEN_ASKS

    def states(self, person: str | None) -> bool:
        """Whether a speaker makes more than a statement or two."""
        return len(self._stated.get(person, ())) >= _FEWEST

    def stating(self, people: Iterable[str]) -> list[str]:
        """Those of some people who make more than a few of the statements."""
        made = {name: len(self._stated.get(name, ())) for name in people}
        least = max(_FEWEST, _LEAST_SHARE * max(made.values(), default=0))
        return [name for name, times in made.items() if times >= least]

    def _asks_more(self, person: str, other: str | None) -> bool:
        """Whether one mostly asks, and far more than another."""
        return self.mostly_asks(person) and self._share(person) > _FAR * self._share(other)

    def _share(self, person: str | None) -> float:
        """The share of questions in what a speaker asks and states."""
        if person not in self._shares:
            asked = self._asked[person]
            self._shares[person] = asked / ((asked + len(self._stated.get(person, ()))) or 1)
        return self._shares[person]

    def meet(self, one: str, other: str) -> bool:
        """Whether two speak in one talk, and not in two plays or sections of one file.

        Those are told by this, that nobody speaks in both. Who speaks seldom tells nothing.
        """
        seldom = min(self._times[one], self._times[other]) < _SPEAKS_OFTEN
        return seldom or self._section.get(one) == self._section.get(other)

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(turn.who for turn in self._material.transcript.turns)

    @cached_property
    def _section(self) -> dict[str, int]:
        """The number of the section in which each speaks, from the first turn to the last."""
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        for turn in self._material.transcript.turns:
            first.setdefault(turn.who, turn.index)
            last[turn.who] = turn.index
        found: dict[str, int] = {}
        section, end = 0, 0
        for name in sorted(first, key=lambda name: first[name]):
            section += first[name] > end
            end = max(end, last[name])
            found[name] = section
        return found

    def could_say(self, person: str | None, sentence: Sentence) -> bool:
        """Whether a speaker states things as the one does who says the sentence."""
        stated = len(self._stated.get(person, ()))
        own = len(self._stated.get(sentence.turn.person, ()))
        least = max(_FEWEST if own > _FEW else 1, _LEAST_SHARE * own)
        asks = person is not None and self._asks_more(person, sentence.turn.person)
        return not asks and stated >= least  # the floor asks, and tells why

    def shares(self, person: str | None, text: str) -> int:
        """How many telling words of a text a speaker says as well."""
        telling = content(text) - content(" ".join(loose_nouns(text)))
        return len(telling & self._words.get(person, frozenset()))

    def say_the_same(self, sentence: Sentence) -> bool:
        """Whether another says much the same in the next turns, or has just said it."""
        own = content(sentence.text)
        least = max(_FEWEST_ECHOED, _ECHO * len(own))
        at = sentence.turn.index
        return any(
            who != sentence.turn.who and len(own & words) >= least
            for index in range(at - _NEXT, at + _NEXT + 1)
            for who, words in self._told(index)
        )

    def _told(self, index: int) -> list[tuple[str, frozenset[str]]]:
        """The telling words of every sentence of a turn that asks nothing, with its speaker."""
        if index not in self._turns:
            self._turns[index] = [
                (each.turn.who, content(each.text))
                for each in self._material.sentences_of.get(index, ())
                if not clarity.is_question(each.text)
            ]
        return self._turns[index]


def _states(sentence: Sentence) -> bool:
    return (
        sentence.size >= _SHORTEST
        and not clarity.is_question(sentence.text)
        and not clarity.is_courtesy(sentence.text)
        and quoting.weight(sentence.text) >= _LIGHTEST
        and not quoting.is_about_the_talk(sentence.text)
    )
