"""What a sentence is about: the things that it names itself, so that a reader can tell.

A case, a member or a target is one of something; a sentence whose only nouns are such, and
that names nothing else, is understood by those alone who heard what was said before.
"""

import re

from quizgen.language.phrases import EMPTY_HEADS, Phrase, noun_phrases
from quizgen.language.senses import singular
from quizgen.language.words import STOP, WORD, in_other_languages

_OF_SOMETHING = frozenset("case member target version share example instance dose".split())
"""Nouns that mean nothing until it is said of what."""
_LOOSE = _OF_SOMETHING | frozenset(
    """
        rate average admission disparity figure percentage total increase decrease decline rise
        drop phase stage step round
        outcome impact effect measure requirement deadline decision agreement deal proposal plan
        program programme project initiative bill amendment resolution announcement report study
        trial survey test list product situation problem challenge opportunity option approach
        effort work support help need change difference experience discussion conversation meeting
        country government administration president minister company organization organisation
        group community team department office agency party committee system service procedure
        policy rule position role task action activity development progress success failure
        question answer response concern priority goal aim purpose intention
        condition circumstance event situation story moment period life world future past
        interest information data document text money amount cost price value quality
        risk benefit chance possibility choice way use user provider practice
        """.split()
)
_OPENS_LOOSELY = re.compile(  # “One member, …”, “Another example …”, “Other concerns …”
    r"^Other [a-z]+s\b|^(?:One|Another|Some|Two|Three|The (?:other|first|second|third|last|next)) "
    r"(?!of\b)(?:\w+ )?(?:members?|examples?|reasons?|parts?|things?|ideas?|ways?|options?|"
    r"problems?|steps?|cases?|issues?|points?|questions?|partners?|aspects?|elements?|features?|"
    r"instances?|thoughts?|concerns?|challenges?|results?|effects?)\b(?! (?:of|in|with|for)\b)"
)
_COMPLEMENT = re.compile(
    r",? (?:of|for|in|on|to|that|which|who|whose|with|from|against|about|at|where|between|among|"
    r"when)\b(?! \d)|:"
)
_OWNED = frozenset("my your his her its our their whose".split())
_ARTICLES = frozenset("a an the any one some each every no another percent".split())
_NO_MODIFIER = frozenset("percent per cent million billion thousand".split())
_NAME = re.compile(r"(?<!^)(?<![.!?:“\"] )\b(?!I\b|I['’])[A-ZÀ-Þ][\w’'-]*")
_SAY_LITTLE = frozenset(  # names of nobody and nothing that a reader could tell
    """
        monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december president prime minister chair
        chairman speaker mr mrs ms dr sir madam government house member members god lord secretary
        administration congress parliament senate state states committee cabinet department okay
        """.split()
)
_FEWEST = 2


@in_other_languages(lambda _: True)
def names_its_matter(sentence: str) -> bool:
    """Whether a sentence names enough that a reader can tell what it is about."""
    if _OPENS_LOOSELY.match(sentence):
        return False
    phrases = noun_phrases(sentence)
    if any(_is_one_of_something(each, sentence) for each in phrases):
        return False
    told = 2 * len(_names(sentence))
    told += sum(_worth(each) for each in phrases if not each.proper)
    return told >= _FEWEST


def loose_nouns(sentence: str) -> frozenset[str]:
    """The general nouns of a sentence, in lower case, which tell no subject."""
    found = {word.casefold() for word in WORD.findall(sentence)}
    return frozenset(word for word in found if _is_loose(word))


def says_little(name: str) -> bool:
    """Whether a name has a part that names nobody and nothing that a reader could tell."""
    return any(word.casefold() in _SAY_LITTLE for word in name.split())


def _is_one_of_something(phrase: Phrase, sentence: str) -> bool:
    forms = {singular(phrase.head), phrase.head.removesuffix("s")}
    if phrase.proper or forms.isdisjoint(_OF_SOMETHING):
        return False
    if phrase.size == 1 and not phrase.plural and phrase.before not in _ARTICLES:
        return False  # may well be a verb: “could you share what …”
    first, *_ = words = phrase.text.casefold().split()
    modified = any(
        word not in _NO_MODIFIER and word not in STOP and word not in _ADDED for word in words[:-1]
    )
    owned = phrase.before in _OWNED or first in _OWNED or phrase.before.endswith(("'s", "’s"))
    return not (modified or owned or _COMPLEMENT.match(sentence, phrase.end))


_ADDED = frozenset("additional further other new more another many several extra next".split())


def _worth(phrase: Phrase) -> int:
    """What a noun phrase tells: a noun one, a noun with another two, a general noun nothing."""
    if _is_loose(phrase.head) or phrase.head in EMPTY_HEADS:
        return int(phrase.size > 1 and not _is_loose(phrase.text.split()[0]))
    return min(phrase.size, 2)


def _is_loose(noun: str) -> bool:
    return noun in _LOOSE or singular(noun) in _LOOSE


def _names(sentence: str) -> set[str]:
    found = {
        match.group().removesuffix("’s").removesuffix("'s") for match in _NAME.finditer(sentence)
    }
    return {name for name in found if name.casefold() not in _SAY_LITTLE}
