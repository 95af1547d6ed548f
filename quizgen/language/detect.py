"""Which language is a text in? Told by its script and its function words, without a model.

The words of a text are looked up in the lists of function words; a word counts more, the
fewer languages have it. The language with the highest sum wins, if it wins clearly.
"""

import re
import unicodedata
from collections import Counter, defaultdict

from quizgen.language.function_words import languages_with

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"),
    ("ko", r"[\uac00-\ud7af]"),
    ("zh", r"[\u4e00-\u9fff]"),
    ("ar", r"[\u0600-\u06ff]"),
    ("he", r"[\u0590-\u05ff]"),
    ("el", r"[\u0370-\u03ff]"),
    ("hi", r"[\u0900-\u097f]"),
    ("th", r"[\u0e00-\u0e7f]"),
    ("ka", r"[\u10a0-\u10ff]"),
    ("hy", r"[\u0530-\u058f]"),
)
# All of these, and more: U+0370 to U+03FF and U+0530 to U+FFFF, which Python takes some twenty
# times as long to compile.
_OTHER_SCRIPTS = re.compile(r"[^\x00-\u036f\u0400-\u052f\U00010000-\U0010ffff]")
_SCRIPT_SHARE = 0.2
_SAMPLE = 12_000
_LEAST = 0.08
_LEAD = 1.15
_FEWEST_HITS = 4


def detect(text: str) -> str | None:
    """The code of the language that ``text`` is in, as ``de``; None if that is not clear."""
    sample = unicodedata.normalize("NFC", _sample(text))
    letters = sum(map(str.isalpha, sample))
    others = "".join(_OTHER_SCRIPTS.findall(sample))
    if letters and len(others) >= _SCRIPT_SHARE * letters:
        for code, script in _SCRIPTS:
            if len(re.findall(script, others)) >= _SCRIPT_SHARE * letters:
                return code
    said = Counter(word.casefold().replace("’", "'") for word in _WORD.findall(sample))
    return _likeliest(said)


def language_name(code: str) -> str:
    """The English name of a language, or its code where quizgen knows no name."""
    return _NAMES.get(code.casefold().split("-")[0], code)


_NAMES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "hy": "Armenian",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "zh": "Chinese",
}  # fmt: skip


def _sample(text: str) -> str:
    """The beginning, the middle and the end of a long text."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]} {text[-_SAMPLE:]}"


def _likeliest(said: Counter[str]) -> str | None:
    sums: defaultdict[str, float] = defaultdict(float)
    hits = Counter[str]()
    for word, times in said.items():
        having = languages_with(word)
        for code in having:  # a word says the more, the fewer languages have it
            sums[code] += 1 / len(having) * times
            hits[code] += times
    if not sums:
        return None
    best = max(sorted(sums), key=lambda code: sums[code])
    most = sums.pop(best)
    second = max(sums.values(), default=0.0)
    sure = hits[best] >= _FEWEST_HITS and hits[best] >= _LEAST * said.total()
    return best if sure and most >= _LEAD * second else None
