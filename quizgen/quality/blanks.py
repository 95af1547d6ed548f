"""Flaws of a blank: where it stands, what fits it, what it asks for."""

import re

from quizgen.language.words import count
from quizgen.model.question import Choice
from quizgen.quality.facts import BLANK, Facts, tokens
from quizgen.quality.found import Found, on_option, short

_FIRST_TOKENS = 4
_LONG_SENTENCE = 12
_FEWEST_WORDS, _FEWEST_WORDS_BY_HAND = 6, 1
_ARTICLE = re.compile(r"\b(an?)\s+(?:_{3,}|[.…:?]*$)", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:these|those|many|few|several|various|two|three|four|five|both)\s+_{3,}", re.IGNORECASE
)
_ONE = re.compile(r"\b(?:an?|this|that|each|every|another|one)\s+_{3,}(?!\s+[a-z])", re.IGNORECASE)
_LIKE_A_CONSONANT = re.compile(
    r"(?:eu|ewe|one\b|once\b|one-|u[bcfhjkqrst][aeiou]|uni(?!n|m)|ut[aeio])"
)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)")
_SPELT = re.compile(r"[A-Z]{2,5}s?\b|[A-Z]-|[A-Z]\b|\d+")
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
_IRREGULAR_PLURALS = frozenset(
    "people men women children feet teeth mice geese data media criteria phenomena police".split()
)


def takes_an(text: str) -> bool:
    """Whether “an” is the article in front of a text, by its sound: an hour, a university."""
    plain = text.lstrip("“”\"'‘(")
    if spelt := _SPELT.match(plain):
        said = spelt[0]
        if said[0].isdigit():
            return said.startswith("8") or said in {"11", "18"}
        return said[0] in _VOWEL_LETTERS if len(said) > 1 or plain == said else said[0] in "AEIO"
    head = plain.casefold()
    if _SILENT_H.match(head):
        return True
    return head[:1] in set("aeiou") and not _LIKE_A_CONSONANT.match(head)


def article_gives_away(facts: Facts) -> Found | None:
    """“a” or “an” before the blank fits the right answer, but not all the others."""
    match = _ARTICLE.search(facts.gap or facts.question.stem)
    if match is None or facts.language != "en" or not facts.single:
        return None
    needs_an = match[1].casefold() == "an"
    misfits = [text for text in facts.wrong if takes_an(text) != needs_an]
    if misfits and takes_an(facts.single) == needs_an:
        return on_option(f"“{match[1]}” does not fit “{short(misfits[0])}”", misfits[0])
    return None


def number_gives_away(facts: Facts) -> Found | None:
    """The words before the blank ask for one or for many, and only the right answer fits."""
    if facts.gap is None or facts.language != "en" or facts.single is None:
        return None
    for pattern, many in ((_MANY, True), (_ONE, False)):
        fits = _plural(facts.single) == many
        if pattern.search(facts.gap) and fits and all(_plural(t) != many for t in facts.wrong):
            number = "plural" if many else "singular"
            return Found(f"only the right answer is {number}, as the blank demands", "answer")
    return None


def _plural(text: str) -> bool:
    head = (tokens(text) or ("",))[-1]
    if head in _IRREGULAR_PLURALS:
        return True
    return len(head) > 3 and head.endswith("s") and not head.endswith(("ss", "us", "is", "'s"))


def blank_first(facts: Facts) -> Found | None:
    """The blank opens a long sentence: one reads on without knowing what for."""
    if facts.gap is None:
        return None
    before = count(BLANK.split(facts.gap)[0])
    if before < _FIRST_TOKENS and (not facts.by_hand or not before):
        long = count(facts.gap) > _LONG_SENTENCE
        if long or not facts.by_hand:
            return Found("the blank stands before one knows what the sentence is about", _at(facts))
    return None


def blank_misplaced(facts: Facts) -> Found | None:
    """A blank comes twice, cuts a name in two, or has too few words around it."""
    if facts.gap is None or not isinstance(facts.question, Choice):
        return None
    blanks = BLANK.findall(facts.gap)
    if len(blanks) > 1 and not all(_in_parts(text, len(blanks)) for text in facts.options):
        return Found("there is more than one blank for one answer", _at(facts))
    around = count(BLANK.sub(" ", facts.gap))
    if around < (_FEWEST_WORDS_BY_HAND if facts.by_hand else _FEWEST_WORDS):
        return Found("there are too few words around the blank", _at(facts))
    if not facts.by_hand and re.search(r"\w[-’']_{3,}|_{3,}-\w", facts.gap):
        return Found("the blank cuts a word in two", _at(facts))
    return None


def _in_parts(text: str, number: int) -> bool:
    parts = re.split(r"\s*(?:…|\.\.\.|[/,;|–—]|\band\b|\bund\b|\bet\b|\by\b|\bи\b|\s-\s)\s*", text)
    return len(parts) >= number


def blank_unsuited(facts: Facts) -> Found | None:
    """The missing word says nothing by itself, so that the sentence proves no knowledge."""
    if facts.by_hand or facts.gap is None:
        return None
    for key in facts.keys:
        if tokens(key) and not facts.telling(key):
            return Found(f"“{short(key)}” says nothing by itself", "answer")
    return None


def _at(facts: Facts) -> str:
    return "quote" if facts.gap == facts.question.quote else "question"
