"""Which words of its sentence a pronoun may mean: they stand before it and agree with it.

A simple case of Hobbs (1978): an antecedent agrees in number and animacy, and the object of
a clause does not mean the clause's own subject (“the sailor knew him”).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.language.phrases import Phrase, noun_phrases, tagged_words
from quizgen.language.senses import kind, singular

_PRONOUN = re.compile(
    r"\b(?P<person>himself|herself|he|she|him|her|his|hers)(?:['’](?:s|d|ll))?\b"
    r"|\b(?P<many>themselves|theirs|their|they|them)(?:['’](?:re|ve|ll|d))?\b"
    r"|\b(?P<thing>itself|its|it)(?:['’](?:s|d|ll))?\b",
    re.IGNORECASE,
)
_OBJECTS = frozenset({"it", "them", "him"})
_CLAUSE = re.compile(
    r"[,;:–—()]|\b(?:that|which|who|whom|whose|because|if|when|while|where|whether|although|though|"
    r"until|unless|since|before|after|and|but|or|so|than|as|how|why|what)\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"\b(?:(?:every|some|any|no)(?:one|body)|those who|people|some|many|most|all|both|each|"
    r"whoever)\b(?! of\b)",
    re.IGNORECASE,
)
_AND = re.compile(r",? (?:and|or|nor) (?:\w+ )?")
_DETERMINES = frozenset(
    """
        the a an our my your his her its their this that another each every some any no whose
        which one what
        """.split()
)
_NOTHING_MEANT = frozenset(  # nouns of set phrases, which nothing else means
    """
        lot bit kind sort fact way course doubt order example instance regard respect contrast
        particular general place rest sake behalf need reason rule
        """.split()
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|President|Senator|Professor|Judge|Captain|General|King|Queen|Minister|"
    r"Admiral|Secretary|Director|Chairman|Chancellor|Governor|Mayor|Lord|Lady|Sir)\.? [A-ZÀ-Þ]"
)
_PERSON = re.compile(
    rf"{_TITLED.pattern}"
    r"|\b[A-ZÀ-Þ][a-zà-ÿ]+ (?!House|States?|Street|Court|Union|Company|Team|Party|Act|Bank|"
    r"Agency|Office|"
    r"Committee|Department|University|School|City|Bay|Council|Nations|Kingdom|Federation|News|"
    r"Times|"
    r"Congress|Parliament|Island|River|Lake|Sea|Ocean|Park|Road|Hall|Center|"
    r"Centre)[A-ZÀ-Þ][a-zà-ÿ]+"
    r"|\b(?:an?|the|my|our|your|every|each|this|that|A|An|The|My|Our|Your|Every|"
    r"Each) (?P<noun>[a-z]+)\b"
)


@dataclass(frozen=True, slots=True)
class _Named:
    """Something that a pronoun may mean, and where it ends."""

    end: int
    many: bool
    person: bool


def unresolved(sentence: str) -> int:
    """How many pronouns of the third person mean nothing that stands before them."""
    found = list(_PRONOUN.finditer(sentence))
    if not found:
        return 0
    named = list(_named(sentence))
    verbs = _verbs(sentence)
    return sum(not _is_resolved(match, sentence, named, verbs) for match in found)


def _is_resolved(
    match: re.Match[str], sentence: str, named: list[_Named], verbs: list[int]
) -> bool:
    before = sentence[: match.start()]
    gap = 0 if match.group().casefold().endswith(("self", "selves")) else 1
    latest = match.start() - gap  # “the boats they sold”: right before it stands another
    if match["person"]:
        fits = list(_persons(before))
    elif match["many"]:
        if _ANYBODY.search(before):
            return True
        fits = [each.end for each in named if each.many and each.end < latest]
    else:
        fits = [
            each.end for each in named if not each.many and not each.person and each.end < latest
        ]
    if len(fits) == 1 and match.group().casefold() in _OBJECTS:
        return not _is_own_object(fits[0], match.start(), sentence, verbs)
    return bool(fits)


def _is_own_object(end: int, at: int, sentence: str, verbs: list[int]) -> bool:
    """Whether a pronoun is the object of the clause whose subject ends at ``end``."""
    same_clause = not _CLAUSE.search(sentence, end, at)
    return same_clause and any(end < verb < at for verb in verbs)


def _verbs(sentence: str) -> list[int]:
    """Where the verbs stand."""
    found, tagged = tagged_words(sentence)
    return [
        match.start()
        for match, tag in zip(found, tagged, strict=True)
        if tag.startswith("VB") or tag == "MD"
    ]


def _persons(before: str) -> Iterator[int]:
    for match in _PERSON.finditer(before):
        noun = match["noun"]
        if noun is None or (kind(noun) == "person" and singular(noun) == noun):
            yield match.end()


def _named(sentence: str) -> Iterator[_Named]:
    """The things and people that noun phrases name; two that are joined are several."""
    last: Phrase | None = None
    for phrase in noun_phrases(sentence):
        sort = kind(phrase.head)
        sure = phrase.proper or phrase.plural or phrase.size > 1 or phrase.before in _DETERMINES
        if not sure or phrase.head in _NOTHING_MEANT or (sort == "time" and not phrase.proper):
            last = None
            continue
        joined = last is not None and _AND.fullmatch(sentence[last.end : phrase.start])
        titled = bool(_TITLED.match(sentence, phrase.start))
        person = titled if phrase.proper else sort == "person"
        yield _Named(phrase.end, phrase.plural, person)
        several = bool(joined) or sort == "group" or (phrase.proper and not titled)
        if several and not phrase.plural:
            yield _Named(phrase.end, True, person)
        last = phrase
