"""How many?

Precondition: a quotable sentence with one exact number that has a unit or at least two
    digits: not hedged (“about 40”), not part of a name (“Article 5”), not a year.
Stem: “Which number completes what Thomas More says?” with a blank, the options ascending.
Proof: the sentence stands once with the key, and nowhere with another of the numbers.
Good: “The distance is only ____ kilometres.”
Bad: “There are one or two of them.” (nobody counted).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from quizgen.language import quoting
from quizgen.language.words import bare
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.blank import BLANK, prove_filled
from quizgen.rules.figures import Figures, figures, unit_of
from quizgen.rules.material import Material
from quizgen.rules.progression import WORDS, around, in_words
from quizgen.rules.sentence import Sentence, Setting

_FEWEST_WORDS, _MOST_WORDS = 7, 38
_NUMBER = re.compile(
    r"(?<![\w.,/:#^*=<>~+–-])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\w/:–]|[.,]\d|-\d)"
)
_COUNTED = "|".join(
    [*WORDS[1:], "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
)
_UNCOUNTED = (
    "hundred thousand million billion of or and to things ways points questions reasons kinds "
    "sides words other more different main key"
).split()
_NUMBER_WORD = re.compile(
    rf"(?<![-\w])(?P<number>{_COUNTED}) (?=(?!(?:{'|'.join(_UNCOUNTED)})\b|\w+ ago\b)"
    r"(?:[a-z]+ )?[a-z]{2,}s\b(?! and a half))"
)
_ANY_NUMBER = re.compile(rf"\b(?:{_COUNTED}|one|hundred|thousand|million)\b|\d")
_IN_WORDS = re.compile(rf"\b(?:{_COUNTED}|(?:to|from|only|just|than) one)\b", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:about|around|some|nearly|almost|at least|at most|more than|less than|fewer than|over|"
    r"under|"
    r"up to|as many as|as much as|as few as|north of|upwards? of|minimum of|maximum of|short of|"
    r"well past|several|approximately|roughly|maybe|perhaps|probably|like|or so|between|close to|"
    r"somewhere|circa|exceed\w*|above|below|or)\s+(?:\S+\s+){0,2}$",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\bevery (?:\w+|\d+) (?:years|days|weeks|months|hours)\b", re.IGNORECASE)
_SUPPOSED = re.compile(  # what would be, not what is
    r"\b[Ii]f (?:I|you|we|my|your|someone|somebody|they|there)\b|\b(?:maybe|perhaps)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"^\s*(?:or|to|[–—-])\s*\d|^\s*(?:or so|or more|plus)\b|^\+", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:\b(?!In\b|On\b|At\b|By\b|The\b|Of\b|For\b|Only\b|Over\b|We\b|Our\b|I\b)[A-Z][\w’'.-]*|"
    r"\b(?:version|section|article|paragraph|chapter|"
    r"clause|page|line|rule|level|step|number|no\.|slide|episode|bip|eip|pr|day|item|type|"
    r"block))\s+$"
)
_UNIT = re.compile(
    r"^\s?(?:%|per ?cent|percent|percentage|million|billion|trillion|thousand|hundred|years?|"
    r"months|weeks|"
    r"days|hours|minutes|seconds|kilomet\w+|km|miles?|metres?|meters?|tonnes?|tons?|kilos?|"
    r"dollars?|"
    r"euros?|pounds?|roubles?|rubles?|degrees?|people|members|countries|states|times|votes|"
    r"[a-z]{3,}s)\b"
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_POINTED_AT = re.compile(
    r"\b(?:the|these|those|this|that|all|both|other|last|first|next|our|my|average of) $"
)
_LASTED = re.compile(
    r" ?(?:years|months|weeks|days|nights|hours|minutes)\b"
)  # how long is seldom the matter
_LEAST = 2
_FEWEST_BEFORE = 2  # words before the blank
_OFTEN = 3  # times that the counted thing must be named
_CLOCK = re.compile(r"[ -]?(?:minutes?|seconds?|hours?|mins?|secs?|months?|days?)\b")
_OUT_OF = re.compile(
    r"\b(?:cents|pence|pennies) (?:for|on|in|to|of) (?:every|each|the|an?)\b|"
    r"^ (?:\w+ )?(?:out of|in|for) (?:every )?(?:\d+|ten|a hundred|a thousand)\b"
)
_LARGER = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|years?|months?),?(?: and)?(?: an?| \w+)? $",
    re.IGNORECASE,
)
_YEARS = re.compile(r" years\b")
_OF_ONESELF = re.compile(
    r"\bI(?:['’]ve| have| had|['’]d)?(?: also)? (?:been|worked|lived|spent|done|served|was)\b"
)
_MINE = re.compile(r"\bI (?:am|was|have|work|live|serve)\b|\bmy\b")
_ANGLE = re.compile(
    r" ?(?:degrees?|°)(?! ?(?:[CF]\b|Celsius|Fahrenheit|below|above|warmer|colder))"
)
_BINARY = re.compile(
    r"[ -]?(?:bytes?|bits?|[kmgt]i?b|kilobytes?|megabytes?|cores?|threads?)\b", re.IGNORECASE
)
_SHARE = re.compile(r"^\s?(?:%|per ?cent)")
_CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)


class Number(Rule):
    """How many of something a speaker says there are."""

    name = "number"
    summary = "which number a speaker gives"
    stems = {
        "": "Which number completes what {speaker} says?",
        "topic": "Which number completes what {speaker} says on {topic}?",
    }
    version = 6
    worth = 0.7

    def lacks(self, material: Material) -> str:
        """Nobody gives exact numbers."""
        return "no sentence that stands by itself gives one exact number with its unit"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every exact number in a sentence that can be quoted."""
        if material.is_rough:
            return
        heard: Figures = {}
        for sentence in material.sentences:
            if not _FEWEST_WORDS <= sentence.size <= _MOST_WORDS:
                continue
            match = _only_number(sentence.text)
            if match and not match["number"][0].isdigit() and not _is_matter(match, material):
                continue
            if match is not None and (match.start() == 0 or _is_bounded(match)):
                continue
            setting = material.setting(sentence) if match else None
            if match is None or setting is None:
                continue
            heard = heard or figures(each.text for each in material.sentences)
            question = self._question(sentence, match, setting, heard, material)
            if question:
                told = bare(sentence.text[match.start("number") :])
                figure = " ".join(told.split()[:2])  # with its unit
                score = min(sentence.weight, 14) / 20 - 0.1 * (setting != Setting())
                score -= 0.0 if match["number"][0].isdigit() else 0.15
                score -= 0.2 if _LASTED.match(sentence.text[match.end("number") :]) else 0.0
                made = self.candidate(question, sentence, *setting.shown, score=score)
                yield replace(made, gives_away=(figure,))

    def _question(
        self,
        sentence: Sentence,
        match: re.Match[str],
        setting: Setting,
        heard: Figures,
        material: Material,
    ) -> Choice | None:
        text, key = sentence.text, match["number"]
        rest = text[match.end("number") :]
        if key[0].isdigit():
            most = Decimal(100) if _SHARE.match(rest) else None
            unit = unit_of(text[: match.start("number")], rest)
            options = around(
                key,
                material.seed,
                text,
                most=most,
                heard=heard.get(unit, ()),
                binary=bool(_BINARY.match(rest)),
            )
        else:
            options = in_words(key, material.seed, text)
        if options is None:
            return None
        topic = material.topic(sentence)
        shown = setting.around(f"{text[: match.start()]}{BLANK}{rest}")
        if len(shown.split(BLANK)[0].split()) < _FEWEST_BEFORE:
            return None
        return Choice(
            stem=self.say_about(material, sentence, topic),
            quote=shown,
            context=setting.context(material.wording),
            key=key,
            wrong=tuple(Option(option) for option in options if option != key),
            fixed=options,
            evidence=(setting.words(text),),
            topic=topic,
        )

    def prove(self, question: Question, material: Material) -> Proof:
        """The filled sentence stands once, and nowhere with another of the numbers."""
        return prove_filled(question, material)


def _is_bounded(match: re.Match[str]) -> bool:
    """Whether its unit bounds a number (“an hour and 37 minutes”), or is nobody else's matter."""
    text, rest = match.string, match.string[match.end("number") :]
    clock = _CLOCK.match(rest) and _LARGER.search(text[: match.start()])
    own = _YEARS.match(rest) and (_OF_ONESELF.search(text) or _MINE.search(text))
    return bool(clock or own or _ANGLE.match(rest) or _OUT_OF.search(rest))


def _is_matter(match: re.Match[str], material: Material) -> bool:
    """Whether what a number in words counts is spoken of again and again."""
    if _LASTED.match(match.string[match.end("number") :]):
        return False
    counted = re.search(r"[a-z]+s\b", match.string[match.end() :])
    return counted is not None and material.concordance.frequency(counted[0]) >= _OFTEN


def _only_number(text: str) -> re.Match[str] | None:
    """The one exact number in a sentence; None if there are several, or none is exact.

    Years, dates and ordinals may stand beside it.
    """
    if quoting.is_guess(text) or _EVERY.search(text) or _SUPPOSED.search(text):
        return None
    found = [each for each in _NUMBER.finditer(text) if not _stands_beside(each)]
    if found:
        alone = len(found) == 1 and not _IN_WORDS.search(text)
        return found[0] if alone and _is_exact(text, found[0]) else None
    words = list(_NUMBER_WORD.finditer(text))
    if len(words) != 1 or len(_ANY_NUMBER.findall(text)) != 1:
        return None
    before = text[: words[0].start()]
    return None if _HEDGED.search(before) or _POINTED_AT.search(before) else words[0]


def _stands_beside(match: re.Match[str]) -> bool:
    """Whether a number is a year or a day, which bounds no other; all others may do so."""
    near = match.string[max(0, match.start() - 12) : match.end() + 12]
    return bool(_YEAR.fullmatch(match["number"]) or _CALENDAR.search(near))


def _is_exact(text: str, match: re.Match[str]) -> bool:
    """Whether a number in digits counts something, without “about”, year, date or name."""
    before, after = text[: match.start()], text[match.end("number") :]
    plain = before.rstrip("$€£¥ ") + " "
    vague = _HEDGED.search(plain) or _RANGE.match(after) or _NAMED.search(plain)
    vague = vague or _POINTED_AT.search(plain)
    unit = _UNIT.match(after) or before.endswith(("$", "€", "£", "¥"))
    year = _YEAR.fullmatch(match["number"])
    calendar = _CALENDAR.search(text[max(0, match.start() - 12) : match.end() + 12])
    opens = not before.strip() or before.rstrip()[-1] in ".!?:"
    small = Decimal(match["number"].replace(",", "")) < _LEAST
    return bool(unit) and not (vague or year or calendar or opens or small)
