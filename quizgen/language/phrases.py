"""Noun phrases of one sentence, found by parts of speech."""

import re
from dataclasses import dataclass
from functools import lru_cache

from quizgen.language.lexicon import tags
from quizgen.language.words import STOP, words

_MODIFIERS = frozenset({"JJ", "NN", "NNP", "NNPS"})
_HEADS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PARTS = _MODIFIERS | _HEADS
_PLURAL = frozenset({"NNS", "NNPS"})
_REMEMBERED = 4_096  # sentences: several rules ask about the same
# Nouns that say nothing by themselves; a phrase with such a head is no answer.
EMPTY_HEADS = frozenset(
    """
        thing things way ways lot lots bit kind kinds sort sorts part parts number numbers fact
        point points matter matters case cases question questions answer answers issue issues
        time times day days week weeks month months year years today yesterday tomorrow morning
        evening night moment minute minutes hour hours place places side sides end beginning
        rest course example instance people person man men woman women guy guys one ones
        something anything everything nothing someone anyone everyone mr mrs ms dr sir madam
        piece area areas region regions level degree extent respect regard reason reasons detail
        details word words idea ideas process result results name names member members others
        hand first second third half couple pair type types stuff vein sense manner framework
        wake spirit light stage form basis range effect subject subjects topic topics view views
        opinion opinions mind minds yeah okay ok oh hello hi thanks bye please sorry welcome
        colleague colleagues friend friends
        """.split()
)
# Adjectives that only point or count; a phrase that opens with one is no answer.
_VAGUE = frozenset(
    """
        same single certain several many different other second first third last next previous
        such real actual whole entire new old good great big huge little small long short much
        numerous various own former latter main major important clear little recent current
        active
        """.split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without its article: ``working group`` in ``a working group``.

    ``start`` and ``end`` are offsets into the sentence; ``before`` is the word in front of
    it in lower case (``""`` at the start); ``proper`` says that it is a name.
    """

    start: int
    end: int
    text: str
    head: str
    before: str
    size: int
    plural: bool
    proper: bool


@lru_cache(maxsize=_REMEMBERED)
def tagged_words(sentence: str) -> tuple[list[re.Match[str]], list[str]]:
    """The words of a sentence, and the part of speech of each; not to be changed."""
    found = list(words(sentence))
    return found, tags([match.group() for match in found])


@lru_cache(maxsize=_REMEMBERED)
def noun_phrases(sentence: str) -> tuple[Phrase, ...]:
    """All noun phrases of ``sentence``, each as long as it goes, in order."""
    found, tagged = tagged_words(sentence)
    phrases, at = [], 0
    while at < len(found):
        if tagged[at] not in _PARTS:
            at += 1
            continue
        stop = _extent(sentence, found, tagged, at)
        if stop > at:
            phrases.append(_phrase(sentence, found, tagged, at, stop))
        at = max(stop, at + 1)
    return tuple(phrases)


def _extent(sentence: str, found: list[re.Match[str]], tagged: list[str], at: int) -> int:
    """Where the phrase that begins at word ``at`` ends; ``at`` itself if none does."""
    stop = at
    reach = at
    while reach < len(found) and tagged[reach] in _PARTS:
        if reach > at and sentence[found[reach - 1].end() : found[reach].start()] != " ":
            break
        reach += 1
        if tagged[reach - 1] in _HEADS:
            stop = reach
        if _possessive(found[reach - 1].group()) or tagged[reach - 1] in _PLURAL:
            break
    if stop > at and _possessive(found[stop - 1].group()):
        return at
    return stop


def _possessive(word: str) -> bool:
    return word.endswith(("'s", "’s"))


def _phrase(
    sentence: str, found: list[re.Match[str]], tagged: list[str], at: int, stop: int
) -> Phrase:
    start, end = found[at].start(), found[stop - 1].end()
    return Phrase(
        start=start,
        end=end,
        text=sentence[start:end],
        head=found[stop - 1].group().casefold(),
        before=found[at - 1].group().casefold() if at else "",
        size=stop - at,
        plural=tagged[stop - 1] in _PLURAL,
        proper=all(tag in {"NNP", "NNPS"} for tag in tagged[at:stop]),
    )


def is_telling(phrase: Phrase) -> bool:
    """Whether a phrase says something by itself: a name, or a noun that is not empty."""
    head = phrase.head.removesuffix("'s").removesuffix("’s")
    first = phrase.text.split()[0].casefold()
    return (
        len(phrase.text) > 3
        and head not in STOP
        and head not in EMPTY_HEADS
        and first not in _VAGUE
        and (first not in STOP or phrase.text[0].isupper())  # “US” is no pronoun
    )
