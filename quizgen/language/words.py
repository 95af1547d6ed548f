"""Words: where they are, how they compare, which of them carry content."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, wraps
from typing import Any, Self, TypeVar

from quizgen.language.function_words import function_words

WORD = re.compile(r"[^\W_]+(?:[’'.\-‐‑][^\W_]+)*")
_QUOTES = str.maketrans("“”„‟«»‹›‘’‚‛`´", '""""""""\'\'\'\'\'\'')
_DASH = re.compile(r"\s*[‐‑‒–—―−]+\s*|\s+-+\s+|--+")
_US = re.compile(r"\b(?:US|U\.S\.?)(?!\w)")  # the country, which folding would turn into a pronoun
_ANY_DASH = re.compile(r"[-‐‑‒–—―−]")
_REMEMBERED = 16_384  # texts: every rule asks about the same sentences


class Words(str):
    """Words of a transcript that is not in English, which know in what language they are.

    What judges or compares texts treats them by that language, wherever they are passed.
    """

    __slots__ = ("language",)

    language: str

    def __new__(cls, text: str, language: str) -> Self:
        """The text as words of a language."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """How it is made anew in another process."""
        return type(self), (str(self), self.language)


T = TypeVar("T")


def in_other_languages(
    judgement: Callable[[Words], T],
) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Make a function on English text leave the words of other languages to ``judgement``.

    What it says of an English text is remembered: several rules ask about each sentence.
    """

    def judge(english: Callable[[str], T]) -> Callable[[str], T]:
        remembered = lru_cache(maxsize=_REMEMBERED)(english)

        @wraps(english)
        def judged(text: str) -> T:
            return judgement(text) if isinstance(text, Words) else remembered(text)

        return judged

    return judge


STOP = frozenset(
    """
        a about above after again against all also although always am among an and another any
        anybody anyone anything are aren't as at away be became because become been before being
        below between both but by came can can't cannot come could couldn't did didn't do does
        doesn't doing don't done down during each either else even ever every everybody everyone
        everything few first for from further get gets getting go goes going gone good got had
        hadn't has hasn't have haven't having he he's her here hers herself him himself his how
        however i i'd i'll i'm i've if in into is isn't it it's its itself just know known last
        least less let let's like made make makes making many may maybe me might mine more most
        much must my myself neither never new no nobody none nor not nothing now of off often on
        once one only onto or other others our ours ourselves out over own part people perhaps
        put quite rather really right said same say saying says see seem seemed seen shall she
        she's should shouldn't since so some somebody someone something sometimes still such
        take taken than that that's the their theirs them themselves then there there's these
        they they're they've thing things think this those though through thus till time to
        together too toward towards under until up upon us use used very want was wasn't way we
        we'd we'll we're we've well went were weren't what what's whatever when where whether
        which while who whole whom whose why will with within without won't would wouldn't yes
        yet you you'd you'll you're you've your yours yourself yourselves
        """.split()
)


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """``text`` for comparison: NFKC, plain quotes and dashes, no case, single spaces."""
    if not text.isascii() or "`" in text:
        text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    if _ANY_DASH.search(text):
        text = _DASH.sub(" - ", text)
    return " ".join(text.casefold().split())


def bare(text: str) -> str:
    """``text`` reduced to its words for matching: folded, without any punctuation."""
    return " ".join(word.replace("'", "") for word in WORD.findall(fold(text)))


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of ``text`` as matches; ``al-Assad`` and ``don't`` are one word each."""
    return WORD.finditer(text)


@lru_cache(maxsize=_REMEMBERED)
def count(text: str) -> int:
    """How many words ``text`` has."""
    return len(WORD.findall(text))


def content(text: str) -> frozenset[str]:
    """The stems of the words of ``text`` that carry content (no function words)."""
    return _content_in(text) if isinstance(text, Words) else _content(text)


@lru_cache(maxsize=_REMEMBERED)
def _content(text: str) -> frozenset[str]:
    return frozenset().union(*map(_stems_of, WORD.findall(fold(_US.sub("usa", text)))))


@cache
def _stems_of(word: str) -> frozenset[str]:
    """The stems of a folded word and its parts that carry content: ``north-west``."""
    if word in STOP:
        return frozenset()
    parts = word.removesuffix("'s").split("-")
    return frozenset(
        stem(part) for part in parts if part not in STOP and (len(part) > 1 or part.isdigit())
    )


def _content_in(text: Words) -> frozenset[str]:
    stop = function_words(text.language)
    return frozenset(
        stem(word, text.language)
        for word in WORD.findall(fold(text))
        if word not in stop and len(word) > 1
    )


@cache
def stem(word: str, language: str = "en") -> str:
    """The Snowball stem of a lower-case word; the word itself in an unknown language."""
    stemmer = _stemmer(language)
    return word if stemmer is None else str(stemmer.stemWord(word))


def has_stems(language: str) -> bool:
    """Whether the forms of a word can be told to be one in a language."""
    return language in _STEMMERS


_STEMMERS = {"en": "english", "de": "german", "es": "spanish", "fr": "french", "ru": "russian"}


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer  # noqa: PLC0415 - only generating needs it

    return snowballstemmer.stemmer(_STEMMERS[language]) if language in _STEMMERS else None
