"""Which side of a house or a table speaks: words that tell government from opposition.

Where speakers stand for parties or hold offices, “we have made investments” and “the
opposition wants” tell who speaks as well as a name does.
"""

import re

from quizgen.language import foreign
from quizgen.language.words import Words, in_other_languages

_ENGLISH = re.compile(
    r"\b(?:we|us|our|ours|ourselves)\b|\b(?:government|opposition|cabinet|coalition|caucus|"
    r"administration|part(?:y|ies)|Prime Minister|Minister|Deputy|Secretary of State|Chair(?:man)?|"
    r"Chancellor|Commissioner|Leader|hon(?:ou?rable)?\.? (?:member|friend|gentleman|lady)|"
    r"colleagues?|across the aisle|this side|other side)\b"
    r"|\b(?:Liberals?|Conservatives?|Tor(?:y|ies)|Labour|Democrats?|Republicans?|Greens?|NDP|Bloc|"
    r"Socialists?|Nationalists?)\b",
)
_CASELESS = re.compile(r"\b(?:we|our)\b|\b(?:government|ministers?|opposition)\b", re.IGNORECASE)
_OWN_PLACE = re.compile(
    r"\b(?:my|our) (?:own |home )?(?:riding|constituen\w+|district|state|province|county|"
    r"community|home ?town|region|town|city|village|ward|hospital|school|company|agency|department|"
    r"ministry|office|bank|team|studio|lab(?:oratory)?|newspaper|channel|clients?|patients|readers|"
    r"viewers|guidance|colleagues at)\b|"
    r"\b(?:I['’]m|I am|we['’]re|we are) (?:so |very |really |extremely )?proud\b",
    re.IGNORECASE,
)
_OTHERS = {
    "de": r"\w*regierung\w*|opposition\w*|koalition\w*|fraktion\w*|\w*minister\w*|\w*kanzler\w*|"
    r"abgeordnete\w*|partei\w*|union|spd|cdu|csu|fdp|afd|linke[nr]?|grünen?|kolleg\w+|"
    r"(?:mein|unser)\w* wahlkreis\w*",
    "fr": r"gouvernement\w*|opposition|majorité|coalition|groupe|ministre\w*|député\w*|parti\w*|"
    r"collègues?|socialistes?|ma circonscription",
    "es": r"gobierno\w*|oposición|mayoría|coalición|grupo parlamentario|ministr\w+|diputad\w+|"
    r"partidos?|colegas?|señorías?|mi circunscripción",
    "ru": r"правительств\w+|оппозици\w+|коалици\w+|фракци\w+|министр\w*|депутат\w*|парти[яиюей]\w*|"
    r"коллег\w*|мо\w+ округ\w*",
}
_FOREIGN = {
    code: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for code, words in _OTHERS.items()
}


def _shows_side(sentence: Words) -> bool:
    pattern = _FOREIGN.get(sentence.language)
    told = bool(pattern and pattern.search(sentence))
    return told or foreign.speaks_of_itself(sentence)


@in_other_languages(_shows_side)
def shows_side(sentence: str) -> bool:
    """Whether a sentence tells on which side its speaker sits."""
    return bool(_ENGLISH.search(sentence) or _CASELESS.search(sentence))


@in_other_languages(foreign.nothing)
def speaks_of_home(sentence: str) -> bool:
    """Whether a speaker names what is his or her own: a constituency, a town, a school."""
    return bool(_OWN_PLACE.search(sentence))
