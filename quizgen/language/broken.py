"""Sentences that speech has broken: words begun twice, clauses that no verb closes.

``quoting`` asks for what a teacher would never print; here are the breaks that can be told by
the form of a sentence alone.
"""

import re

from quizgen.language.function_words import function_words
from quizgen.language.words import WORD, Words, in_other_languages

_DASH = r"\s?(?:—|–|--)\s?"
_DASHES = re.compile(r"—|\s–\s|--")
_AN_ASIDE = 2  # dashes around words that are put in
_TORN_WORD = re.compile(r"[^\W\d_]-(?=\s*(?:—|–|--|,))")  # “sys- — System”
_BEGUN_AGAIN = re.compile(  # “to do — and to conduct”, “in the — and in every”
    rf"\b(to|of|in|for|with|by|on|at|from|that|all|our|their|the|this|every|no|an?|is|are|was|were|we|they|I|he|she|it)\b"
    rf"(?: [\w’'-]+){{1,3}}{_DASH}(?:and |or |but |so )?\1\b",
    re.IGNORECASE,
)
_CORRECTED = re.compile(  # “county — country-wide”, “benefits — tangible benefits”
    rf"\b([^\W\d_]{{4,}})[\w’'-]*(?: [\w’'-]+)?{_DASH}(?:[\w’'-]+ )?\1", re.IGNORECASE
)
_OF_WHOM = re.compile(r"\b(?:and|but),? (?:[\w’'-]+ ){0,4}of (?:whom|which)\b", re.IGNORECASE)
_CUT_OUT = re.compile(  # “on: six horses”, “…, and many others.”
    r"^[a-z]+: |,? and (?:many |some |all the |so many )?others[.!]$"
)
_TWO_SUBJECTS = re.compile(  # “The threshold, if more than five object, they get a veto”
    r"^(?:The|An?|Our|El|La|Los|Las|Una?|Les?|L['’]|Une|Der|Die|Das|Eine?) ?"
    r"(?:[^\s,]+ ){0,7}[^\s,]+, (?:if|when|because|si|cuando|porque|quand|parce|wenn|weil) ",
)
_SPANISH_VERB = re.compile(
    r"(?:es|son|est[áa]n?|hay|había|ha|han|he|hemos|fue|fueron|era|eran|va|van|vamos|tienen?|hacen?|"
    r"pueden?|deben?|quieren?|existen?|faltan?|quedan?|bastan?|parecen?|llegan?|siguen?|suceden?|"
    r"significan?|\w+(?:ó|aron|ieron|aban?|ían?|ar[áé]n?|er[áé]n?|ir[áé]n?|amos|emos|imos))"
)
_SPANISH_RELATIVE = re.compile(r"\b(?:que|quien(?:es)?|donde|cuy[oa]s?|para que)\b[^,;]*")


def _foreign(sentence: Words) -> bool:
    verbless = sentence.language == "es" and _lacks_main_verb(sentence)
    return verbless or bool(_TWO_SUBJECTS.match(sentence) or _TORN_WORD.search(sentence))


def _lacks_main_verb(sentence: Words) -> bool:
    """Whether a sentence that opens with a bare noun has no verb but in relative clauses."""
    first = WORD.search(sentence)
    if first is None or first[0].casefold() in function_words("es"):
        return False
    rest = WORD.findall(_SPANISH_RELATIVE.sub(" ", sentence.casefold()))
    return not any(map(_SPANISH_VERB.fullmatch, rest))


@in_other_languages(_foreign)
def is_broken(sentence: str) -> bool:
    """Whether a sentence begins anew within itself, or never comes to its main clause."""
    marks = [_TORN_WORD, _OF_WHOM, _CUT_OUT]
    if len(_DASHES.findall(sentence)) != _AN_ASIDE:
        marks += [_BEGUN_AGAIN, _CORRECTED]
    return any(mark.search(sentence) for mark in marks) or bool(_TWO_SUBJECTS.match(sentence))
