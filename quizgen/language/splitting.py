"""Where sentences end in languages other than English: signs, capitals, abbreviations.

A sentence ends with its sign where a new one begins with a capital, a digit or an opening
quotation mark; not behind an abbreviation, an initial, or (in German) an ordinal.
"""

import re

_END = re.compile(
    r"(?P<sign>[.!?…]+)(?:[ \u00a0\u202f]»)?[\"”’»“')\]]*(?P<gap>\s+)"
    r"(?=[\"“„«‘'(\[¿¡—–-]*\s?[^\W_])|[。！？]+[」』”）]*"
)
_WORD_BEFORE = re.compile(r"[^\s(\[«“„\"]+$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ORDINAL = re.compile(r"\d{1,2}")
_ABBREVIATIONS = {
    "de": """
        z.b d.h u.a o.ä i.d.r dr prof bzw nr mio mrd st str abg art abs ca evtl ggf inkl vgl sog
        hr fr ing dipl hrsg bd tel jh geb gest parl
        """,
    "fr": "m mm mme mlle dr me st ste art p.ex cf av vol no chap éd env",
    "es": "sr sra srta sres dr dra d dña ud uds ee uu art núm pág p.ej excmo prof gral avda",
    "ru": """
        т.е т.д т.п т.к г гг в вв ул д стр см им руб коп млн млрд тыс др пр напр проф акад ст св
        н.э обл р-н кв
        """,
}
_KNOWN = {code: frozenset(words.split()) for code, words in _ABBREVIATIONS.items()}


def boundaries(paragraph: str, language: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph as (start, end), the white space between them left out."""
    found, start = [], 0
    for match in _END.finditer(paragraph):
        end = match.start("gap") if match["gap"] else match.end()
        if _goes_on(paragraph, match, language):
            continue
        found.append((start, end))
        start = match.end()
    if start < len(paragraph):
        found.append((start, len(paragraph)))
    return found


def _goes_on(paragraph: str, match: re.Match[str], language: str) -> bool:
    """Whether the sentence goes on behind the sign."""
    after = paragraph[match.end() :].lstrip("\"“„«‘'([¿¡—–- ")[:1]
    if after.islower():
        return True
    if match["sign"] != ".":
        return False
    before = _WORD_BEFORE.search(paragraph[max(0, match.start() - 24) : match.start()])
    word = re.split("[’']", before[0])[-1] if before else ""
    if len(word) == 1 and re.match(r"[^\W\d_]\.", paragraph[match.end() :]):  # z. B., a. D.
        return True
    return (
        bool(_INITIAL.fullmatch(word) and (word[0].isupper() or "." in word))
        or word.casefold() in _KNOWN.get(language, frozenset())
        or (language == "de" and bool(_ORDINAL.fullmatch(word)))
    )
