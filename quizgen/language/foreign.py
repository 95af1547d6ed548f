"""Can a sentence be quoted by itself, where it is not English? The judgements of ``clarity``.

They go by the tables in ``tongues``; a language without one keeps to the signs that need no
words, and its sentences are taken to hang on nothing.
"""

import re

from quizgen.language.function_words import function_words
from quizgen.language.tongues import tongue
from quizgen.language.words import WORD, Words, fold

_FEWEST_BEFORE = 2  # telling words before a pronoun, one of which it may mean
_MUCH_BEFORE = 6  # before a demonstrative
_COURTEOUS = 25
_RESTART = re.compile(r"\b(\w{2,}),? \1\b|\.\.\.|…|(?<=\w)\s*--|[,;]\s*[—–-]", re.IGNORECASE)
_LABEL = re.compile(r"^[^\W\d_][\w.]{0,14}\s?:\s")
_INTRODUCES = re.compile(  # “Luis Flores, de El Agro, del estado de Guerrero.”
    r"^(?:[A-ZÀ-ÞА-ЯЁ][\w-]+ ){1,3}[A-ZÀ-ÞА-ЯЁ][\w-]+, (?:del?|du|des|von|vom|aus|из|для)\b"
)
_ASKS = {  # questions that end on a full stop
    "de": re.compile(
        r"(?:Und |Aber |Also )?(?:Warum|Wieso|Weshalb|Wie|Was|Wann|Wer|Wo|Woher|Wohin|"
        r"Welche[rsnm]?) [^,]*\b(?:Sie|du|ihr|man|wir)\b|(?:\w+en|Sind|Ist|Hat|Wird) Sie\b"
    ),
    "fr": re.compile(
        r"(?:Et |Mais |Alors,? )?(?:Est-ce qu|Pourquoi|Comment|Quel(?:le)?s? |Qu['’]est-ce|Combien|"
        r"Où )|[^,]{0,40}\w-(?:vous|tu|t-(?:il|elle|on)|ils|elles)\b"
    ),
    "es": re.compile(r".*¿"),
    "ru": re.compile(r"[^,]{0,30}\bли\b"),
}


def asks(sentence: Words) -> bool:
    """Whether the sentence asks something, though it ends on a full stop."""
    known = _ASKS.get(sentence.language)
    return bool(known and known.match(sentence))


def is_courtesy(sentence: Words) -> bool:
    """Whether the sentence is a greeting, thanks or stage business."""
    return _found(tongue(sentence.language).courtesy, sentence) and len(_all(sentence)) < _COURTEOUS


def points_back(sentence: Words) -> bool:
    """Whether the sentence opens with a word that points to the one before it."""
    opening = tongue(sentence.language).points_back
    return bool(opening and opening.match(sentence))


def loose_ends(sentence: Words) -> int:
    """How many words refer to something that the sentence itself does not name."""
    signs = tongue(sentence.language)
    found = sum(
        len(telling(sentence[: match.start()], sentence.language)) < fewest
        for pattern, fewest in ((signs.refers, _FEWEST_BEFORE), (signs.demonstrates, _MUCH_BEFORE))
        if pattern
        for match in pattern.finditer(sentence)
    )
    return found + (len(signs.points_out.findall(sentence)) if signs.points_out else 0)


def speaks_of_itself(sentence: Words) -> bool:
    """Whether a first or second person gives away who speaks to whom."""
    return _found(tongue(sentence.language).itself, sentence)


def addresses_someone(sentence: Words) -> bool:
    """Whether the sentence names the person spoken to."""
    return _found(tongue(sentence.language).addresses, sentence)


def weight(sentence: Words) -> int:
    """How much a sentence says: its telling words."""
    return len(telling(sentence, sentence.language))


def is_about_the_talk(sentence: Words) -> bool:
    """Whether the sentence speaks of the conversation itself."""
    return _found(tongue(sentence.language).about_the_talk, sentence)


def is_evasive(sentence: Words) -> bool:
    """Whether an answer puts the matter off."""
    return _found(tongue(sentence.language).evades, sentence)


def is_fluent(sentence: Words) -> bool:
    """Whether the sentence is free of restarts and of words said twice."""
    return not _RESTART.search(sentence)


def is_whole(sentence: Words) -> bool:
    """Whether no label is left in it, and nobody just says who he or she is."""
    return not (_LABEL.match(sentence) or _INTRODUCES.match(sentence))


def nothing(_: Words) -> bool:
    """What nobody can tell without knowing the language is taken not to be so."""
    return False


def telling(text: str, language: str) -> frozenset[str]:
    """The words of a text that are no function words, and longer than three letters."""
    stop = function_words(language)
    return frozenset(
        word for word in WORD.findall(fold(text)) if len(word) > 3 and word not in stop
    )


def _found(pattern: re.Pattern[str] | None, sentence: Words) -> bool:
    return bool(pattern and pattern.search(sentence))


def _all(sentence: str) -> list[str]:
    return WORD.findall(sentence)
