"""Flaws of quoted words: what they lack, whom they name, whose claim they are."""

import re

from quizgen.language import clarity, foreign
from quizgen.language.words import WORD, Words, fold
from quizgen.model.question import Choice, Number, TrueFalse
from quizgen.quality.facts import Facts
from quizgen.quality.found import Found, short
from quizgen.quality.kinds import NUMBERS, kind

_POINTS = re.compile(
    r"[“\"«„‘(]*(?:He|She|They|This|That|These|Those|Which|And|But|So|It(?! (?:is|was|has|would|"
    r"seems?|appears?|will|took|takes)\b))\b"
)
_ADDRESSES = re.compile(
    r"[“\"«„]*(?:Thank|Mr|Mrs|Ms|Madam|Sir|President [A-ZÀ-Þ][\w-]+)\b(?:\.? [A-ZÀ-Þ][\w-]+)?,"
)
_WHO_SAID = frozenset({"who-said", "floor-or-speaker"})
_QUOTES_WITH_ITS_QUESTION = frozenset(
    "question-drew-answer answer-to-question denial who-replied which-topic".split()
)
_TWO_WAY = 2  # among more people “I” tells nothing, “you” still whose side one is on
_NUMERAL = re.compile(r"\d[\d.,]*\d|\d")


def unclear_pronoun(facts: Facts) -> Found | None:
    """The quote opens with a word that points to a sentence which is not shown."""
    question = facts.question
    quote = question.quote
    if not quote or question.context or not _points(quote, facts):
        return None
    if facts.by_hand and not question.evidence:
        return None  # a quotation out of literature stands for itself
    if facts.rule in _QUOTES_WITH_ITS_QUESTION or (facts.by_hand and question.topic):
        return None
    word = WORD.search(quote)
    return Found(f"nothing shows what “{word[0] if word else ''}” means here", "quote")


def _points(quote: str, facts: Facts) -> bool:
    if facts.language == "en":
        return bool(_POINTS.match(quote))
    return not facts.by_hand and foreign.points_back(Words(quote, facts.language))


def claim_of_nobody(facts: Facts) -> Found | None:
    """A claim out of a transcript is put as if it were the quiz's own opinion."""
    question = facts.question
    if not isinstance(question, TrueFalse) or not question.evidence:
        return None
    says = facts.terms.says
    named = question.speaker and question.speaker.split()[-1] in facts.shown
    if says is None or says.search(facts.shown) or named:
        return None
    return Found("the statement does not say whose claim it is", "question")


def cut_off_quote(facts: Facts) -> Found | None:
    """The quoted sentence breaks off in the middle."""
    quote = facts.question.quote
    if not quote or facts.by_hand:
        return None
    if quote.startswith(("…", "...")) or clarity.is_complete(quote.replace("____", "X")):
        return None
    return Found("the quote breaks off", "quote")


def speaker_shows(facts: Facts) -> Found | None:
    """The quoted words ask or address somebody, which shows who says them."""
    quote = facts.question.quote
    if not quote or not _asks_who(facts):
        return None
    if clarity.is_question(quote) or _ADDRESSES.match(quote):
        return Found("the quote asks or addresses somebody, which shows who says it", "quote")
    words = quote if facts.language == "en" else Words(quote, facts.language)
    two_way = len(facts.options) == _TWO_WAY
    tells = clarity.speaks_of_itself if two_way else clarity.speaks_to_someone
    if facts.rule in _WHO_SAID and tells(words):
        return Found("“I” or “you” in the quote shows who says it to whom", "quote")
    return None


def _asks_who(facts: Facts) -> bool:
    if not facts.by_hand:
        return facts.rule in _WHO_SAID
    return bool(facts.question.evidence) and bool(
        re.match(
            r"(?i)who (?:says|said)|wer sagt|qui (?:dit|a dit)|quién dij|кто (?:это )?сказал",
            facts.lead,
        )
    )


def speaker_named(facts: Facts) -> Found | None:
    """The quoted words name one of the people to choose from."""
    quote = facts.question.quote
    if not quote or not _asks_who(facts):
        return None
    said = set(WORD.findall(fold(quote)))
    for text in facts.options:
        names = [word for word in text.split() if word[:1].isupper()]
        if names and fold(names[-1]) in said:
            return Found(f"the quote names “{short(text)}”", "quote")
    return None


def inexact_number(facts: Facts) -> Found | None:
    """The transcript states the number with “about” or “at least”, so that others fit too."""
    question, hedge = facts.question, facts.terms.hedge
    if not question.evidence or hedge is None or not _is_number(facts):
        return None
    for words in question.evidence:
        plain = fold(words)
        for key in facts.keys:
            for at in _places(key, plain):
                before = " ".join(WORD.findall(plain[:at])[-3:])
                near = [match for match in hedge.finditer(before) if before.endswith(match[0])]
                if near:
                    found = f"the transcript says “{near[-1][0]}” before this number"
                    return Found(found, "answer")
    return None


def _is_number(facts: Facts) -> bool:
    question = facts.question
    if isinstance(question, Number):
        return not question.tolerance
    return isinstance(question, Choice) and kind(question.key) in NUMBERS


def _places(key: str, plain: str) -> list[int]:
    number = _NUMERAL.search(key)
    if number is None:
        return []
    return [
        match.start() for match in re.finditer(rf"(?<![\d.,]){re.escape(number[0])}(?!\d)", plain)
    ]
