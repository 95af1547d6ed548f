"""What a transcript marks that is not speech: ``(Laughter.)``, ``[applause]``, ``♪``.

One vocabulary in several languages; a spelling that is nearly one of its words counts as
it. Editorial brackets (``[presidential]``) and asides (``(and this is new)``) are speech.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.model.transcript import Note

KINDS = (
    (
        "laughter",
        r"""
        (?:\w+[ ,]+){0,4}(?:laugh(?:s|ter|ing|ed)?|chuckl(?:es?|ing)|giggl(?:es?|ing)|lol
        |derültség|smích|wesołość|skratt|latter|naurua|smijeh|смях|gülüşmeler|ketawa|gelach|lacht
        |hilarité|ilarità|râsete|γέλια|웃음|笑
        |rires?|rit|risas|risate|risos|lachen|lacht|heiterkeit|gelächter|смех|смеётся|眾笑|众笑|笑声?|笑聲|笑い
        |смеется)\b.*|.*\blaughter\b.*
        """,
    ),
    (
        "applause",
        r"""
        (?:\w+[ ,]+){0,4}(?:applau(?:se|ds?|ding)|clap(?:s|ping)|cheer(?:s|ing)
        |standing\ ovation|beifall|applaudissements?|aplausos?|applausi|аплодисменты
        |taps|potlesk|oklaski|applåder|bifall|bifald|klapsalver|taputuksia|aplauz\w*|alkış\w*|tepuk
        |applaus|geroffel|χειροκροτήματα|ръкопляскания|оплески|aplauze|박수
        |掌[聲声]|鼓掌|拍手|овации)\b.*|.*\bapplause\b.*|.*\bbeifall\b.*
        """,
    ),
    (
        "inaudible",
        r"""
        (?:\w+[ ,]+){0,3}(?:(?:in|un|not\ )audible|unintelligible|indiscernible
        |indistinct(?:ly)?|inaud|unclear(?:\ (?:word|speech|audio|phrase))?|garbled
        |untranscribable|no\ audio|audio\ (?:gap|loss|cuts?|drops?|problems?|malfunction
        |difficulties)\w*|unverständlich|inaudibles?|inaudibile|неразборчиво|нрзб|(?:off
        |without|no|not\ on|away\ from)\ (?:the\ )?(?:mic|microphone|mike)s?|ohne\ mikrofon
        |hors\ micro|без\ микрофона|microphone\ (?:off|not\ on)|break\ in\ audio
        |technical\ difficult\w+|static|muted)\b.*
        """,
    ),
    (
        "crosstalk",
        r"""
        (?:\w+[ ,]+){0,3}(?:cross[- ]?talk(?:ing)?|overlap(?:s|ping)?(?:\ (?:speech|talk\w*
        |speakers?|voices?|dialogue))?|voice\ overlap|simultaneous(?:ly)?|talking\ over
        |speaking\ over|speak\ at\ once|interrupting|interposing|durcheinander|brouhaha
        |шум\ в\ зале)\b.*
        """,
    ),
    (
        "interjection",
        r"""
        (?:interjection|interruption|interrupts?|heckl\w+|zuruf\w*|zwischenruf\w*
        |közbeszólás\w*|menyampuk|głos\w*\ z\ sali|rumori|commenti|zawołania|výkřik\w*
        |gegenruf\w*|widerspruch\w*|unruhe\w*|exclamations?|vives?\ (?:exclamations
        |protestations)|protestations|mouvements?\ divers|boo(?:s|ing|ed)?|shout(?:s|ing)?
        |gasps?)|(?:\w+\ )?(?:zuruf\w*|gegenruf\w*|zwischenruf\w*)\b.*
        |(?:hear,?\ hear|cries\ of|uproar|order!?|выкрик\w*|шум)\b.{0,20}
        """,
    ),
    (
        "music",
        r"""
        [♪♫].*|(?:\w+[ :]+){0,3}(?:music|song|jingle|musik|musique|música|musica
        |музыка)(?:(?:\ (?:play\w*|fad\w+|stops?|starts?|begins?|ends?|in|out|cue|interlude
        |break|continues?|swells?)\b|:).*)?|(?:theme|intro|outro|singing|sings)\b.{0,40}
        """,
    ),
    (
        "clip",
        r"""
        (?:begin|end|start|beginning|ending)(?:\ of)?\ (?:video|audio|clip|tape|recorded
        |recording|voice)\b.*|(?:video|audio|film|sound|news|movie)[ -]*(?:clip|tape|bite
        |presentation|segment|recording|plays?|playing|shown|begins?|ends?|starts?|stops?
        |file)s?\b.*|clip\b.*|(?:on[- ])?video\ ?(?:tape)?|(?:videotape|tape).*
        """,
    ),
    (
        "pause",
        r"""
        (?:(?:long|short|brief|slight|a)\ )?(?:pauses?|silences?|break
        |commercial(?:\ break)?|unterbrechung|moment\ of\ silence|beat|пауза|сбой)
        |(?:recess(?:ed)?|off\ the\ record|discussion\ off|lunch(?:eon)?\ (?:recess|break)
        |whereupon|adjourn(?:ed|ment)|(?:sitting|session)\ suspended|pause)\b.*
        """,
    ),
    (
        "phonetic",
        r"""
        ph|phonetic|phonetically|sp|sp\.\?|spelling|sic|phon\.?|сл|так\ в\ тексте
        """,
    ),
    (
        "sound",
        r"""
        (?:\w+[ ,]+){0,2}(?:cough(?:s|ing)?|sigh(?:s|ing)?|sneez(?:es?|ing)|snort(?:s|ing)?
        |sniff(?:s|les|ing)?|gasp(?:s|ing)?|groan(?:s|ing)?|clears?\ (?:his\ |her\ )?throat
        |throat\ clear\w*|(?:phone|bell|telephone)s?\ (?:ring|ding|buzz)\w*|ring(?:s|ing)
        |beep(?:s|ing)?|nois(?:e|es)|background\ noise|knock(?:s|ing)?|bark(?:s|ing)?
        |whistl(?:es?|ing)|whisper(?:s|ing|ed)?|cr(?:ies|ying)|sobs?|sobbing|inhales?
        |exhales?|breath\w*|clicks?|click(?:ing)?|snaps?|tsk|hums?|humming|gunshots?|gunfire
        |thunder|door\ \w+|vocalsound|disfmarker|nonvocalsound|gap|pause|kopfschütteln)\b.*
        """,
    ),
    (
        "direction",
        r"""
        (?:in|through|via|sp(?:eaks?|oke)(?:\ in)?|speaking(?:\ in)?|says?\ in|replies\ in
        |translated\ from|auf|en|на|through\ an|(?:speaking\ )?through|as|with)\ (?:an?[ ]
        |the\ |his\ |her\ )?(?:interpret\w*|translat\w*|russian|english|french|german
        |spanish|chinese|mandarin|arabic|hebrew|italian|japanese|korean|portuguese|ukrainian
        |polish|turkish|foreign\ language|native\ language|русском|английском|englisch
        |deutsch|français|anglais|dolmetscher\w*|переводчик\w*)\b.*|(?:speak(?:s
        |ing)?\ )?(?:(?:in\ )?foreign\ language|non-english\b.*)|через\ переводчика|(?:по-
        |на\ )\w+|(?:off|on)[- ](?:mic|mike|microphone|camera|screen|stage|air|phone)\b.*
        |voice[- ]?over|v\.?o|o\.?s|o\.?c|cont(?:['’]?d|inued|\.)?|continuing|via\ (?:phone
        |video|telephone|teleconference|skype|zoom|link|satellite|videolink)\b.*
        |by\ (?:phone|video|telephone)\b.*|retranslat\w*|translat\w*|addressing\b.*
        |(?:turning\ |speaks\ |speaking\ |turns\ |gestur\w+\ |point\w*\ |nods?\w*\ |smil\w*[ ]
        |look\w*\ |hold\w*\ |show\w*\ |rais\w*\ |display\w*\ |refer\w*\ |read\w*[ ]
        |writ\w*\ )(?:to|at|toward|up|down|the|a|his|her|from|in|and|head|hand|hands)\b.*
        |operator\ instructions
        |smil(?:es|ing)|nod(?:s|ding)|(?:shakes?|shaking|nods?|nodding|bows?)\ (?:his[ ]
        |her\ )?(?:head|hands?)?|gestur\w+|indicating|indicates|off-?screen|aside|rising
        |rose|rises|standing|sitting|beginning|resuming
        |to\ (?:the\ |an?\ |his\ |her\ )?(?:\w+\ )?(?:audience|journalists?|interpreter|press|staff
        |reporters?|aide|camera|moderator|host|chair|himself|herself|someone|crowd)
        |affirmative|negative|redacted|expletive\w*|bleep\w*|censored
        |transcript\b.*|mark\w*\ for\ identification\b.*|exhibit\b.*|witness\ \w+.*|(?:enter
        |enters|re-enter|exit|exits|exeunt|dies|within|sings|reads|kneels|rises|draws|drinks
        |advancing|embracing)\b.*|_.*_|sarcastic\w*|joking\w*|softly|quietly|loudly
        |excitedly|angrily|laugh\w*|shout\w*|reading|singing|imitat\w+|mimick\w+|mock\w+
        |emphatic\w*|silently|inaudibly|unrelated\b.*|portion\b.*
        """,
    ),
)
"""The kinds of notes, and how what they say begins: verbose patterns, asked in this order."""

_FLAGS = re.IGNORECASE | re.DOTALL | re.VERBOSE
_ALL = tuple((kind, re.compile(pattern, _FLAGS)) for kind, pattern in KINDS)
_WORDS = {
    "laughter": "laughter",
    "laughing": "laughter",
    "laughs": "laughter",
    "applause": "applause",
    "inaudible": "inaudible",
    "unintelligible": "inaudible",
    "indiscernible": "inaudible",
    "crosstalk": "crosstalk",
    "overlapping": "crosstalk",
    "voice overlap": "crosstalk",
    "simultaneous": "crosstalk",
    "unverständlich": "inaudible",
    "heiterkeit": "laughter",
    "неразборчиво": "inaudible",
    "аплодисменты": "applause",
}
_NEAR = 0.82
_LONGEST = 200  # minutes list every party that applauds
_HECKLE = re.compile(r"[^:]{3,70}(?:\[[^\]]{1,40}\])?: .{2,}", re.DOTALL)
_TIME = r"\d{1,3}:\d{2}(?::\d{2}){0,2}(?:[.,]\d{1,3})?(?: ?[AaPp]\.?[Mm]\.?)?"
TIME = re.compile(rf"{_TIME}(?: ?(?:-|–|—|-->|to) ?{_TIME})?")
_CLOCK = re.compile(
    rf"\d+\.\d+ ?s?(?: ?[-–] ?\d+\.\d+ ?s?)?"
    rf"|(?:at |um |à |a las )?{TIME.pattern}(?: ?(?:horas?|hrs?\.?|uhr|heures?|h|o['’]clock))?"
)
_WHOLE = re.compile(r"[^\W\d_a-zß-ÿ][^.]*[^\W\d_]{2,}\.", re.DOTALL)
BRACKETED = re.compile(
    rf"\\?\((?P<round>[^()\n]{{1,300}}(?:\n[^()\n]{{1,300}}){{0,3}}|\s+{_TIME}\s*)\\?\)"
    r"|\\?\[(?P<square>[^\[\]\n]{1,300}(?:\n[^\[\]\n]{1,300}){0,3}?)\\?\](?!\()"
    r"|（(?P<wide>[^（）\n]{1,100})）"
    r"|\{(?P<curly>[a-z_ ]{3,40})\}"
    r"|(?P<star>(?<![\w*])\*(?!\*)[a-z][a-z ]{2,40}\*(?![\w*]))"
    r"|(?P<tune>[♪♫][^♪♫\n]{0,200}[♪♫]?)"
)
_OPENINGS = "([*{（♪♫"
_OPENING = re.compile(rf"[\\{re.escape(_OPENINGS)}]")


@lru_cache(maxsize=4096)
def kind_of(inside: str) -> str | None:
    """The kind of note that a bracket's inside is, or None where it is speech."""
    said = " ".join(inside.replace("\\", "").split()).strip(" .!_*,;–—-").casefold()
    if not said:
        return None
    if _CLOCK.fullmatch(said):
        return "time"
    if len(said) > _LONGEST:
        return None
    for kind, pattern in _ALL:
        if pattern.fullmatch(said):
            return kind
    return _nearly(said)


def _nearly(said: str) -> str | None:
    if not 4 <= len(said) <= 16 or said.count(" ") > 1:
        return None
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - rare, and takes 20 ms

    for word, kind in _WORDS.items():
        if DamerauLevenshtein.normalized_similarity(said, word) >= _NEAR:
            return kind
    return None


def openings(text: str) -> str:
    """Those signs that begin notes which a text holds: no part of it has any other."""
    return "".join(sign for sign in _OPENINGS if sign in text)


def notes(text: str, base: int = 0, signs: str = _OPENINGS) -> tuple[Note, ...]:
    """The notes inside ``text``; ``base`` is the offset of the text in its file.

    ``signs`` are all the ``openings`` that the text could have.
    """
    for sign in signs:
        if sign in text:
            return tuple(_notes(text, base))
    return ()  # most turns end here


def _notes(text: str, base: int) -> Iterator[Note]:
    """What ``BRACKETED`` finds in a text; looked for only where a sign opens it."""
    opening = _OPENING.search(text)
    while opening:
        at = opening.start()
        match = BRACKETED.match(text, at)
        kind = _kind(match, text) if match else None
        if match and kind:
            yield Note(kind, match.group(), base + at, base + match.end())
        opening = _OPENING.search(text, match.end() if match else at + 1)


def _kind(match: re.Match[str], text: str) -> str | None:
    if match["tune"]:
        return "music"
    if match["star"]:
        return kind_of(match["star"].strip("*"))
    inside = match["round"] or match["square"] or match["wide"] or match["curly"] or ""
    kind = kind_of(inside)
    if kind is None and match["square"] and _WHOLE.fullmatch(inside.strip()):
        return "direction"
    if kind is None and inside[0] == "_" == inside.rstrip(". ")[-1]:
        return "direction"
    if kind is None and match["round"] and _alone(match, text) and _HECKLE.fullmatch(inside):
        return "interjection"
    return kind


def _alone(match: re.Match[str], text: str) -> bool:
    """Whether the bracket fills its line, as hecklers' calls do in minutes."""
    before = text[max(match.start() - 3, 0) : match.start()].rstrip(" \t")
    after = text[match.end() : match.end() + 3].lstrip(" \t")
    return (not before or before[-1] in "\r\n") and (not after or after[0] in "\r\n")
