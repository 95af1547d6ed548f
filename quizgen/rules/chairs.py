"""Who presides: the chairs, moderators and operators, whose words are about the meeting."""

from collections import Counter

from quizgen.language.floor import gives_the_floor, presides
from quizgen.language.names import surname
from quizgen.language.words import WORD, count
from quizgen.model.transcript import Transcript

_FEWEST_TURNS = 3
_OFTEN = 0.15  # of the turns
_MOST = 0.34  # of all words: who says more speaks to the matter
_MOST_OF_A_PRESIDENT = 0.15  # who may also be a head of state


def chairs(transcript: Transcript) -> frozenset[str]:
    """The speakers who give the floor to others: by their labels, or by what they say."""
    said, turns, conducts = Counter[str](), Counter[str](), Counter[str]()
    family = {each.name: surname(each.name) for each in transcript.people}
    for turn in transcript.turns:
        said[turn.who] += count(turn.text)
        turns[turn.who] += 1
        if gives_the_floor(turn.text):
            words = {word.casefold() for word in WORD.findall(turn.text)}
            conducts[turn.who] += any(
                own in words for name, own in family.items() if name != turn.who
            )
    total = sum(said.values()) or 1
    labelled = {
        each.name
        for each in transcript.speakers
        if any(presides(label, each.office) for label in each.labels)
        and said[each.name] < total * _bound(each.name)
    }
    conducting = {
        name
        for name, times in conducts.items()
        if times >= max(_FEWEST_TURNS, turns[name] * _OFTEN) and said[name] < total * _MOST
    }
    return frozenset(labelled | conducting)


def _bound(name: str) -> float:
    return _MOST_OF_A_PRESIDENT if "president" in name.casefold() else _MOST
