"""When?

Precondition: a quotable sentence that names one year, or the transcript's own date written
    out in its head.
Stem: “Which year completes what Thomas More says?”, years ascending; or “Which date does the
    transcript carry?”, with two days and two months crossed.
Proof: the sentence stands once with the key, and nowhere with another option; the date is
    the one that the head states.
Good: “In ____, the company opened its first harbour.”
Bad: “yesterday”, “this morning” (nobody can tell when that was).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.language import quoting
from quizgen.language.words import bare
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.blank import BLANK, prove_filled
from quizgen.rules.chance import draw
from quizgen.rules.material import Material
from quizgen.rules.progression import years
from quizgen.rules.sentence import Sentence, Setting

_LONG_AGO = 2  # years before the talk; what happened since is common knowledge
_TOLD_BY = 3  # words, the year the last of them, by which another question would tell it
_FEWEST_WORDS, _MOST_WORDS = 8, 38
_YEAR = re.compile(
    r"(?<=\b(?:[Ii]n|[Oo]f|by) )(?P<year>1[5-9]\d\d|20\d\d)"
    r"(?=[\s,.;:!?)])(?!,? (?:[a-z]+s|people|dollars)\b)"
)
_ANY_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_HEDGED = re.compile(r"\b(?:around|about|or|since|like|maybe|perhaps)\s+\S*\s?$", re.IGNORECASE)
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"\b(?:(?P<m>{_MONTH}) (?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH}))(?P<y>,? \d{{4}})\b"
)
_TOLD = re.compile(rf"{_DATE.pattern}|\b\d{{4}}-\d\d-\d\d\b")
_NOT_OF_THE_TALK = re.compile(
    r"\b(?:release|updated?|modified|posted|published|printed|copyright|revis|edition|e-?book|"
    r"born|died|filed|retrieved|accessed|download)",
    re.IGNORECASE,
)


class Date(Rule):
    """When something was, or when the conversation took place."""

    name = "date"
    summary = "in which year something was, or on which day all was said"
    stems = {
        "": "Which year completes what {speaker} says?",
        "topic": "Which year completes what {speaker} says on {topic}?",
        "head": "Which date does the transcript carry?",
    }
    version = 4
    worth = 0.65

    def lacks(self, material: Material) -> str:
        """No sentence names a year."""
        return "no sentence that can be quoted names one year"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every sentence with a year, and the transcript's date."""
        latest = _latest(material)
        for sentence in material.sentences:
            match = _only_year(sentence)
            setting = material.setting(sentence) if match else None
            if match is None or setting is None:
                continue
            question = self._of_year(sentence, match, setting, latest, material)
            if question:
                score = min(sentence.weight, 14) / 20
                made = self.candidate(question, sentence, *setting.shown, score=score)
                told = bare(sentence.text[: match.end()]).split()[-_TOLD_BY:]
                yield replace(made, gives_away=(" ".join(told),))
        head = self._of_head(material)
        if head and material.sentences:
            yield self.candidate(head, material.sentences[0], words="head", score=-0.1)

    def _of_year(
        self,
        sentence: Sentence,
        match: re.Match[str],
        setting: Setting,
        latest: int,
        material: Material,
    ) -> Choice | None:
        text, key = sentence.text, match["year"]
        shown = setting.around(f"{text[: match.start()]}{BLANK}{text[match.end() :]}")
        options = years(key, latest, material.seed, text)
        if (
            latest - int(key) < _LONG_AGO
            or options is None
            or _ANY_YEAR.search(f"{shown} {setting.question}")
        ):
            return None
        topic = material.topic(sentence)
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

    def _of_head(self, material: Material) -> Choice | None:
        match = _head_date(material)
        options = _crossed(match, material.seed) if match else None
        if match is None or options is None:
            return None
        return Choice(
            stem=self.say("head", material),
            key=match.group(),
            wrong=tuple(Option(option) for option in options if option != match.group()),
            fixed=options,
            evidence=(match.group(),),
        )

    def prove(self, question: Question, material: Material) -> Proof:
        """The filled sentence stands once, or the head states the date."""
        if not isinstance(question, Choice):
            return Proof(False, "it is not a choice")
        if not question.quote:
            match = _head_date(material)
            holds = match is not None and match.group() == question.key
            return Proof(holds, "the head of the transcript states the date" if holds else
                         "the head of the transcript states another date, or none")  # fmt: skip
        return prove_filled(question, material)


def _latest(material: Material) -> int:
    """The year of the talk, or else the latest that it names: no later one would be believed."""
    if material.transcript.date:
        return int(material.transcript.date[:4])
    named = (year for each in material.sentences for year in _ANY_YEAR.findall(each.text))
    return max(map(int, named), default=0)


def _only_year(sentence: Sentence) -> re.Match[str] | None:
    found = list(_YEAR.finditer(sentence.text))
    if (
        len(found) != 1
        or len(_ANY_YEAR.findall(sentence.text)) != 1
        or quoting.is_guess(sentence.text)
    ):
        return None
    [match] = found
    fits = _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
    return match if fits and not _HEDGED.search(sentence.text[: match.start()]) else None


def _head_date(material: Material) -> re.Match[str] | None:
    """The one date before the first turn, if it stands there as a dateline.

    A title that holds it would tell learners; a date of release or print is not that of
    the talk.
    """
    start, end = material.transcript.preamble
    head = material.transcript.text[start:end]
    found = list(_DATE.finditer(head))
    if len(found) != 1 or _TOLD.search(material.transcript.title or ""):
        return None
    [match] = found
    line = head[head.rfind("\n", 0, match.start()) + 1 :].split("\n", 1)[0]
    return None if _NOT_OF_THE_TALK.search(line) else match


def _crossed(match: re.Match[str], seed: int) -> tuple[str, ...] | None:
    """Two neighbouring days in two neighbouring months, in the order of the calendar."""
    day, month = int(match["d"] or match["d2"]), match["m"] or match["m2"]
    chance = draw(seed, match.group())
    days = sorted({day, day + (1 if chance % 2 else -1)})
    at = _MONTHS.index(month)
    months = sorted({at, at + (1 if chance // 2 % 2 else -1)})
    if not (days[0] >= 1 and days[1] <= 28 and months[0] >= 0 and months[1] < len(_MONTHS)):
        return None
    wide = 2 if (match["d"] or match["d2"]).startswith("0") else 1  # “March 04” keeps its nought
    return tuple(
        f"{_MONTHS[m]} {d:0{wide}}{match['y']}"
        if match["m"]
        else f"{d:0{wide}} {_MONTHS[m]}{match['y']}"
        for m in months
        for d in days
    )
