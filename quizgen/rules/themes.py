"""What people speak of again and again: the names and terms that are one speaker's own.

Such a term needs no sentence around it: whoever followed the talk knows whose matter it is,
even where nothing that was said can be quoted by itself.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from quizgen.language import clarity, quoting
from quizgen.language.floor import is_procedure
from quizgen.language.lexicon import is_known, tag_of
from quizgen.language.matter import loose_nouns, says_little
from quizgen.language.phrases import Phrase, is_telling
from quizgen.language.places import PLACES
from quizgen.language.senses import kind
from quizgen.language.topics import is_heading
from quizgen.language.words import bare, content, count
from quizgen.rules.manner import is_by_radio
from quizgen.rules.sentence import Sentence

if TYPE_CHECKING:
    from quizgen.rules.material import Material

OFTEN = 2
"""Sentences in which a term must stand to be somebody's theme."""
_AGAIN = 3  # sentences: so often nobody says a thing in passing
_OPENING = 2  # words before what a sentence is about
_OWN = frozenset("of to from with for by".split())  # “the ferry to Holm” is about the ferry
_LONGEST = 4
_TELLS_A_KIND = re.compile(r"[a-z]{3,}(?:al|ic|ary|ar|ine|ear)|[a-z]+-[a-z-]+|[a-z]*\d[\w-]*")
_SAYS_HOW = frozenset(  # adjectives that praise, blame or stress, whatever they end on
    """
        actual additional basic casual central classic crucial critical drastic dramatic essential
        fantastic final formal fundamental general horrific individual initial integral logical
        material mutual natural normal optimal original partial particular personal potential
        practical principal radical rational real realistic several similar simple singular special
        specific substantial terrific total tragic typical usual visual vital clear dear near
        popular regular familiar necessary ordinary primary temporary extraordinary voluntary
        long-term short-term well-known so-called old-fashioned high-level low-level
        """.split()
)
_NO_TERM = re.compile(  # a measure, a preposition, a date that has lost its space
    r"^(?:percent|per cent|of|touch|use)\b|^[A-Z][a-z]+\d+$|['’]",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:in|on|at|into|the|via|through|using|inside|about) $")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|President|Senator|Minister|Secretary|Sir)\.? $")


@dataclass(frozen=True, slots=True)
class Theme:
    """A term as it is printed most often, its stems, and the sentences that say it.

    ``shown`` is the term with its article, where it never stands without one.
    """

    text: str
    shown: str
    stems: frozenset[str]
    proper: bool
    sentences: tuple[Sentence, ...]


Places: TypeAlias = list[tuple[Sentence, Phrase]]


class Themes:
    """The terms of a talk by who says them, and in which exchange."""

    def __init__(self, material: "Material") -> None:
        self._material = material

    @cached_property
    def every(self) -> tuple[Theme, ...]:
        """All terms that are a matter of the talk, not of one moment; in calls by radio none is."""
        if is_by_radio(self._material.transcript):
            return ()
        said: dict[frozenset[str], Places] = defaultdict(list)
        for sentence in self._material.sentences if self._material.language == "en" else ():
            for phrase in sentence.phrases:
                if phrase.size <= _LONGEST and is_telling(phrase):
                    said[content(phrase.text)].append((sentence, phrase))
        return tuple(
            _theme(stems, places)
            for stems, places in said.items()
            if _is_term(stems, places) and _is_matter(places)
        )

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        """The telling stems of each speaker, and of the floor, by label."""
        return _stems_by_speaker(self._material.sentences)

    @cached_property
    def _put(self) -> tuple[Sentence, ...]:
        """What named people who do not preside say where they ask and somebody replies."""
        return tuple(
            sentence
            for exchange in self._material.exchanges
            for turn in (exchange.asking if exchange.replies else ())
            if turn.person and turn.who not in self._material.chairs and "?" in turn.text
            for sentence in self._material.sentences_of.get(turn.index, ())
        )

    @cached_property
    def _words_put(self) -> dict[str, frozenset[str]]:
        """The telling stems of what each of those says who ask."""
        return _stems_by_speaker(self._put)

    @property
    def askers(self) -> tuple[str, ...]:
        """The named people who put questions and are answered, in the order of their first."""
        return tuple(self._words_put)

    @cached_property
    def _labels(self) -> frozenset[str]:
        """What the speakers are called, their offices included."""
        speakers = self._material.transcript.speakers
        labels = [label for each in speakers for label in (*each.labels, each.office or "")]
        return content(" ".join(labels)) | content(self._material.transcript.title or "")

    def may_mean(self, who: str, term: str) -> bool:
        """Whether a speaker says a term, or so much of it that he or she may mean the same.

        Of a name that is any part of it, of other words all of them, wherever they stand.
        """
        return _may_mean(self._words.get(who, frozenset()), term)

    def may_ask_about(self, who: str, term: str) -> bool:
        """The same of what a person says who asks."""
        return _may_mean(self._words_put.get(who, frozenset()), term)

    def asks_about(self, who: str, term: str) -> bool:
        """Whether a person puts a question that says a term."""
        return any(
            sentence.turn.who == who
            and clarity.is_question(sentence.text)
            and f" {bare(term)} " in f" {bare(sentence.text)} "
            for sentence in self._put
        )

    @cached_property
    def asked(self) -> dict[str, tuple[Theme, ...]]:
        """The terms that one person alone asks about, and that only the replies take up."""
        found: dict[str, list[Theme]] = defaultdict(list)
        for theme in self.every:
            who = [name for name in self.askers if self.may_ask_about(name, theme.text)]
            if len(who) == 1 and not theme.stems & self._labels:
                [asker] = who
                here = {each.exchange for each in self._put if each.turn.who == asker}
                answered = all(each.exchange in here for each in theme.sentences)
                if answered and self.asks_about(asker, theme.text):
                    found[asker].append(theme)
        return {who: tuple(themes) for who, themes in found.items()}

    @cached_property
    def own(self) -> dict[str, tuple[Theme, ...]]:
        """The terms that one speaker alone says, by the speaker."""
        found: dict[str, list[Theme]] = defaultdict(list)
        for theme in self.every:
            speakers = {sentence.turn.who for sentence in theme.sentences}
            if len(speakers) == 1 and not theme.stems & self._labels:
                [who] = speakers
                others = (each for each in self._words if each != who)
                if not any(self.may_mean(other, theme.text) for other in others):
                    found[who].append(theme)
        return {who: tuple(themes) for who, themes in found.items()}


def _stems_by_speaker(sentences: Iterable[Sentence]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        found[sentence.turn.who] |= content(sentence.text)
    return {who: frozenset(words) for who, words in found.items()}


def _may_mean(said: frozenset[str], term: str) -> bool:
    stems = content(term)
    shared = stems & said
    return bool(shared) if term[:1].isupper() else shared == stems


def _is_term(stems: frozenset[str], places: Places) -> bool:
    """Whether phrases of the same stems are a term, and come up often enough."""
    if not stems or len({sentence.number for sentence, _ in places}) < OFTEN:
        return False
    phrase = places[0][1]
    text = phrase.text
    if not is_heading(text) or is_procedure(text) or not quoting.is_fluent(text):
        return False
    if kind(phrase.head) == "time" or says_little(text) or _NO_TERM.search(text):
        return False
    if all(each.proper for _, each in places):
        return _is_name(places)
    return phrase.size > 1 and not text[0].isupper() and _is_of_a_kind(text)


def _is_name(places: Places) -> bool:
    """Whether capitalised words are the name of a thing or a place, and no call to a person."""
    phrase = places[0][1]
    if phrase.size > 1:
        return True
    if phrase.text in PLACES:
        return True
    if is_known(phrase.text.casefold()) or len(phrase.text) < 3:
        return False
    before = [sentence.text[: each.start] for sentence, each in places]
    return any(map(_ON.search, before)) and not any(map(_TITLE.search, before))


def _is_of_a_kind(text: str) -> bool:
    """Whether what stands before a noun says which kind of it is meant: ``death penalty``."""
    *before, head = text.split()
    described = [word for word in before if tag_of(word) not in {"NN", "NNS"}]
    return (
        all(_TELLS_A_KIND.fullmatch(word) and word not in _SAYS_HOW for word in described)
        and not (described and loose_nouns(head))
        and not all(map(loose_nouns, text.split()))
    )


def _theme(stems: frozenset[str], places: Places) -> Theme:
    printed = Counter(phrase.text for _, phrase in places)
    text = max(printed, key=lambda each: (printed[each], each))
    phrase = places[0][1]
    by_number = {sentence.number: sentence for sentence, _ in places}
    sentences = tuple(by_number.values())
    return Theme(text, _article(places) + text, stems, phrase.proper, sentences)


def _article(places: Places) -> str:
    """The article of a term that never stands without one: ``the gun lobby``."""
    before = Counter(phrase.before for _, phrase in places)
    singular = not any(phrase.plural or phrase.proper for _, phrase in places)
    if not singular or not before.keys() <= {"a", "an", "the"}:
        return ""
    return f"{max(before, key=lambda each: (before[each], each))} "


def _is_matter(places: Places) -> bool:
    """Whether a term comes again and again, or a sentence opens with what it is about."""
    often = len({sentence.number for sentence, _ in places}) >= _AGAIN
    return often or any(
        count(sentence.text[: phrase.start]) <= _OPENING + phrase.proper
        and phrase.before not in _OWN
        for sentence, phrase in places
    )
