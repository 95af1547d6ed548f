"""Of which kind is an option: a number, a date, a name, a sentence? And which size is it?"""

import re
from functools import lru_cache

from quizgen.language.words import fold

_NUMBER = re.compile(
    r"[-+−]?\d[\d.,' ]*(?:\s*(?:thousand|million|billion|tausend|millionen|mille|тысяч\w*|млн)\.?)?"
)
_UNIT = re.compile(r"([-+−]?\d[\d.,]*)\s*[^\W\d]{1,10}\.?(?:/\w+)?")
_PERCENT = re.compile(r"[-+−]?\d[\d.,]*\s*(?:%|per ?cent|prozent|pour cent|por ciento|процент\w*)")
_MONEY = re.compile(
    r"[$€£¥₽]\s*\d[\d.,]*(?:\s*\w+)?|\d[\d.,]*\s*(?:[$€£¥₽]|dollars?|euros?|pounds?)"
)
_MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTH = "|".join(f"{month}|{month[:3]}" for month in _MONTHS)
_DATE = re.compile(
    rf"(?:(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH}))\.?"
    rf"(?:,? (\d{{4}}))?|(?:{_MONTH})\.? (\d{{4}})|(\d{{4}})-\d\d(?:-\d\d)?"
)
_MAYBE_NUMBER = re.compile(rf"\W*\d|(?:{_MONTH})", re.IGNORECASE)
_SENTENCE = re.compile(r"[“\"«„‘']?[A-ZÀ-ÞА-ЯЁ].*[.!?…][”\"»“’']?", re.DOTALL)
_NAME = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁ][\w’'.-]*)(?: (?:[a-z]{1,3} )?[A-ZÀ-ÞА-ЯЁ][\w’'.-]*)+")
_WORDS_OF_A_SENTENCE = 4

NUMBERS = frozenset({"number", "percentage", "money"})
"""The kinds that have a size."""


@lru_cache(maxsize=4096)
def kind(text: str) -> str:
    """The kind of an option: number, percentage, money, date, month, day, sentence, words."""
    if not _MAYBE_NUMBER.match(text):
        return _kind_of_words(text)
    plain = _folded(text)
    for name, pattern in (("percentage", _PERCENT), ("money", _MONEY), ("number", _NUMBER)):
        if pattern.fullmatch(plain):
            return name
    if _DATE.fullmatch(plain):
        return "date"
    if _UNIT.fullmatch(plain):
        return "number"
    return _kind_of_words(text)


def _folded(text: str) -> str:
    """Folded, a minus close to its number, without a full stop."""
    plain = fold(text).rstrip(".")
    return f"-{plain[2:]}" if plain.startswith("- ") else plain


def _kind_of_words(text: str) -> str:
    plain = text.casefold().rstrip(".")
    if plain in _MONTHS:
        return "month"
    if plain in _DAYS:
        return "day"
    if _SENTENCE.fullmatch(text.strip()) and len(text.split()) >= _WORDS_OF_A_SENTENCE:
        return "sentence"
    return "words"


def is_name(text: str) -> bool:
    """Whether an option looks like a person's full name."""
    return bool(_NAME.fullmatch(text.strip()))


def size(text: str) -> float | None:
    """The number that an option states, a date as a number that grows with time; or None."""
    plain = _folded(text)
    if match := re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", plain):
        return int(match[1]) * 372 + int(match[2]) * 31 + int(match[3] or 0)
    if _DATE.fullmatch(plain):
        return _date_size(plain)
    match = re.match(r"[$€£¥₽]?\s*([-+−]?\d[\d.,' ]*)", plain)
    if not match or kind(text) not in NUMBERS:
        return None
    return _decimal(match[1])


def _decimal(digits: str) -> float | None:
    plain = digits.strip().replace("−", "-").replace("'", "").replace(" ", "")
    if re.fullmatch(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        plain = plain.replace(".", "").replace(",", ".")
    try:
        return float(plain.rstrip(".,").replace(",", "."))
    except ValueError:
        return None


def _date_size(plain: str) -> float:
    month = next(at for at, name in enumerate(_MONTHS) if re.search(rf"\b{name[:3]}", plain))
    year = re.search(r"\d{4}", plain)
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", plain)
    return (int(year[0]) if year else 0) * 372 + month * 31 + (int(day[0]) if day else 0)
