"""Sentences that speech has broken: words begun twice, clauses that no verb closes.

``quoting`` asks for what a teacher would never print; here are the breaks that can be told by
the form of a sentence alone.
"""

import re

from quizgen.language.function_words import function_words
from quizgen.language.lexicon import has_verb
from quizgen.language.words import WORD, Words, in_other_languages

_DASH = r"\s?(?:—|–|--)\s?"
_DASHES = re.compile(r"—|\s–\s|--")
_SIGNS = ("—", " – ", "--")
_AN_ASIDE = 2  # dashes around words that are put in
_TORN_WORD = re.compile(r"[^\W\d_]-(?=\s*(?:—|–|--|,))")  # “sys- — System”
_BEGUN_AGAIN = re.compile(  # “to do — and to conduct”, “all adults — all people”
    rf"\b(to|of|in|for|with|by|on|at|from|that|is|are|was|were|we|they|I|he|she|it)\b"
    rf"(?: [\w’'-]+){{1,3}}{_DASH}(?:and |or |but |so )?\1\b|"
    rf"\b(all|our|their|the|this|every|no|an?)\b(?: [\w’'-]+){{1,2}}{_DASH}(?:and |or |but )?\2\b|"
    rf"\b((?:I|we|they|he|she|it|you) \w+){_DASH}[^—–]{{1,50}}\b\3\b",
    re.IGNORECASE,
)
_CORRECTED = re.compile(  # “county — country-wide”, “benefits — tangible benefits”
    rf"\b([^\W\d_]{{4,}})[\w’'-]*(?: [\w’'-]+)?{_DASH}(?:[\w’'-]+ )?\1|"
    rf"\b(\d[\d.,]*)\b[^—–]*{_DASH}\2\b",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r"\b(?:and|but),? (?:[\w’'-]+ ){0,4}of (?:whom|which)\b", re.IGNORECASE)
_ONE_OF = re.compile(  # “One of the problems I saw, boats are late”
    r"One of the (?:(?! (?:is|was|are|were|has|had|will|would)\b)[^,])*, (?!which|who|and|or)"
    r"[a-z]+ (?:is|are|was|were|has|have|had)\b"
)
_THAT = re.compile(r"\bthat ([^—–,]+?)(?: [–-] |\s?—)")
_CUT_OUT = re.compile(r"[a-z]+: ")  # “on: six horses”
_CUT_OFF = re.compile(r",? and (?:many |some |all the |so many )?others[.!]$")
_ENDING = 32  # letters
_TWO_SUBJECTS = re.compile(  # “The threshold, if more than five object, they get a veto”
    r"(?:The|An?|Our|El|La|Los|Las|Una?|Les?|L['’]|Une|Der|Die|Das|Eine?) ?"
    r"(?:[^\s,]+ ){0,7}[^\s,]+, (?:if|when|because|si|cuando|porque|quand|parce|wenn|weil) ",
)
_NAMES_A_THING = re.compile(r"(?:[A-Z][a-z]+ly, )?(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]heir|[Aa]ll) ")
_RELATIVE = re.compile(
    r"\b(?:that|who|which) (?:[a-z]+ly )?(?:will|would|can|could|may|might|must|should|has|have|"
    r"had|is|are|was|were)(?: (?:be|been|being|not|also|now))* [\w’'-]+"
)
_RESTARTED = re.compile(  # “we're — also discussed”, “who defend — who are defending”
    rf"\b(?:I|we|they|he|she|it|you)['’](?:m|re|s|ve|ll|d){_DASH}|"
    rf"\b(who|that|which|to)\b(?: [\w’'-]+){{1,4}}{_DASH}(?:and )?\1\b|"
    rf"\b(\w{{4,}}){_DASH}(?:who|that|which) (?:are|is|was|were) \2ing\b",
    re.IGNORECASE,
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
    if any(sign in sentence for sign in _SIGNS) and _breaks_at_a_dash(sentence):
        return True
    return bool(
        _TORN_WORD.search(sentence)
        or (" of wh" in sentence and _OF_WHOM.search(sentence))
        or _CUT_OFF.search(sentence, max(0, len(sentence) - _ENDING))
        or _CUT_OUT.match(sentence)
        or _ONE_OF.match(sentence)
        or _TWO_SUBJECTS.match(sentence)
        or _only_names_a_thing(sentence)
    )


def _only_names_a_thing(sentence: str) -> bool:
    """Whether only clauses of “that” or “who” have a verb: “The boats that will go north.”."""
    if not _NAMES_A_THING.match(sentence) or not _RELATIVE.search(sentence):
        return False
    return not has_verb(WORD.findall(_RELATIVE.sub(" ", sentence)))


def _breaks_at_a_dash(sentence: str) -> bool:
    if _RESTARTED.search(sentence):
        return True
    if len(_DASHES.findall(sentence)) == _AN_ASIDE:
        return False
    again = _BEGUN_AGAIN.search(sentence) or _CORRECTED.search(sentence)
    return again is not None or _leaves_a_clause(sentence)


def _leaves_a_clause(sentence: str) -> bool:
    """Whether a dash ends a clause that has no verb yet: “that boats coming — years were …”."""
    clause = _THAT.search(sentence)
    return clause is not None and not has_verb(["it", *WORD.findall(clause[1])])
