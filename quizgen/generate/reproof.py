"""Prove the questions of a bank once more, against the transcript that it names.

What a rule made is proved by that rule, from the finished question and the transcript
alone; what a person wrote is held to its ``from:``. Nothing is stored for this, so that a
key which an edit broke shows as well as a transcript which changed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from os.path import normpath
from pathlib import Path

from quizgen.bank.flawed import Places, language_of
from quizgen.bank.reader import ReadBank
from quizgen.bank.stamp import content_fingerprint
from quizgen.generate.heard import Heard
from quizgen.generate.prepare import prepare
from quizgen.language.words import WORD
from quizgen.model.bank import Bank, GenerateSettings
from quizgen.model.candidate import Proof
from quizgen.model.errors import FileError, RuleError, TranscriptError, UsageError
from quizgen.model.problem import Level, Problem
from quizgen.model.question import Choice, Multi, Question
from quizgen.model.transcript import Transcript
from quizgen.quality.facts import Facts
from quizgen.quality.found import short
from quizgen.quality.in_transcript import IN_TRANSCRIPT, Case, TranscriptRow
from quizgen.rules.api import Rule
from quizgen.rules.material import Material
from quizgen.rules.registry import load, names

Locate = Callable[[Transcript, str], object | None]
"""Finds quoted words in a transcript, as sessions do when they show the passage."""

CODES: dict[str, tuple[Level, str]] = {
    "no-source": (Level.WARNING, "The bank names no transcript, though its questions quote one."),
    "source-unreadable": (Level.ERROR, "The transcript that the bank names cannot be read."),
    "rule-missing": (Level.WARNING, "A question was made by a rule that is not installed."),
}
"""What may be wrong beside the flaws of single questions."""

_ALIKE = 70.0
_SEEN_FROM = "“source:” is a path seen from this file: correct it, or put the transcript there."


@dataclass(frozen=True, slots=True)
class Reproved:
    """The problems found; ``frequency`` says how often the transcript has a word."""

    problems: tuple[Problem, ...]
    frequency: Callable[[str], int] | None = None


def reprove(read: ReadBank, locate: Locate) -> Reproved:
    """Look up and prove every question of a bank that is asked."""
    bank, places = read.bank, Places(read)
    quoting = [each for each in bank.questions if each.evidence or each.made] if bank else []
    if bank is None or not quoting:
        return Reproved(())
    if bank.source is None:
        level, message = CODES["no-source"]
        node = places.of(quoting[0], "from")
        fix = "Add “source:” with the transcript's path, seen from this file."
        return Reproved((places.problem(level, "no-source", node, _sentence(message), fix),))
    try:
        material = _material(bank)
    except (FileError, TranscriptError, UsageError, RuleError) as error:
        level, _ = CODES["source-unreadable"]
        node = places.head("source")
        fix = _SEEN_FROM if isinstance(error, FileError) else error.fix
        problem = places.problem(level, "source-unreadable", node, error.message, fix)
        return Reproved((problem,))
    spoken = _Heard(material, locate)
    rules = _Rules()
    found = [
        problem
        for question in quoting
        if not question.skip
        for problem in _of_question(question, spoken, rules, places, language_of(read))
    ]
    return Reproved(tuple(sorted(found)), material.concordance.frequency)


def _sentence(message: str) -> str:
    return message[0].lower() + message[1:].rstrip(".")


def _material(bank: Bank) -> Material:
    from quizgen.transcripts.registry import read_transcript  # noqa: PLC0415 - loads all forms

    assert bank.source is not None
    settings = bank.generate or GenerateSettings()
    transcript = read_transcript(normpath(Path(bank.path).parent / bank.source))
    return prepare(transcript, settings, bank.path)


class _Heard(Heard):
    """A transcript as the checks ask for it, its words located as sessions do."""

    def __init__(self, material: Material, locate: Locate) -> None:
        super().__init__(material)
        self._locate = locate

    def holds(self, quote: str) -> bool:
        """Whether a session can show the words; looked for where all of them occur first."""
        pieces = [piece for piece in _pieces(quote) if WORD.search(piece)]
        places = self.material.concordance.find(pieces[0]) if pieces else []
        turns = tuple({place.turn.index: place.turn for place in places}.values())
        transcript = self.material.transcript
        start, end = transcript.preamble
        return (
            bool(turns and self._locate(replace(transcript, turns=turns), quote))
            or self._locate(transcript, quote) is not None
            or quote in transcript.text[start:end]  # the date in the head, which nobody says
            or any(quote in map(_squeezed, each.labels) for each in transcript.speakers)
        )

    def nearest(self, quote: str) -> str:
        """What the transcript says instead, with its line; empty where nothing is alike."""
        found = self.material.concordance.echoes(quote, likeness=_ALIKE)
        if not found:
            return ""
        place = found[0]
        said = [
            sentence
            for sentence in self.material.sentences_of.get(place.turn.index, ())
            if sentence.start < place.end and place.start < sentence.end
        ]
        start = said[0].start if said else place.start
        line = self.material.transcript.text.count("\n", 0, place.turn.source_offset(start))
        words = " ".join(sentence.text for sentence in said)
        return f"Line {line + 1} of the transcript reads “{short(words, 160)}”."


def _squeezed(label: str) -> str:
    return " ".join(label.split())


def _pieces(quote: str) -> list[str]:
    return quote.replace("[…]", "…").replace("[...]", "…").replace("...", "…").split("…")


class _Rules:
    """The installed rules, each loaded when a question needs it."""

    def __init__(self) -> None:
        self._installed = frozenset(names())
        self._loaded: dict[str, Rule | None] = {}

    def get(self, name: str) -> Rule | None:
        """The rule of this name; None where it is not installed or cannot be loaded."""
        if name not in self._loaded:
            try:
                self._loaded[name] = load([name])[0] if name in self._installed else None
            except RuleError:
                self._loaded[name] = None
        return self._loaded[name]


def _of_question(
    question: Question, spoken: _Heard, rules: _Rules, places: Places, language: str
) -> Iterator[Problem]:
    proof: Proof | None = None
    made = question.made
    if made is not None:
        rule = rules.get(made.rule)
        if rule is None:
            yield _rule_missing(question, places)
        else:
            proof = rule.prove(question, spoken.material)
            if not proof and (own := _own_options(question, rule, spoken)):
                yield _unproved_option(question, own[0], places)
                proof = None
    case = Case(Facts(question, made.rule if made else None, language), spoken, proof)
    for row in IN_TRANSCRIPT if not case.facts.too_long else ():
        yield from _flaws(row, case, spoken, places)


def _flaws(row: TranscriptRow, case: Case, spoken: _Heard, places: Places) -> Iterator[Problem]:
    question = case.facts.question
    if not row.hard and question.made:
        return
    for found in row.check(case):
        node = places.of(question, found.field, found.option)
        level = Level.ERROR if row.code in _ERRORS else Level.WARNING
        near = spoken.nearest(found.option or "") if row.code == "not-in-transcript" else ""
        yield places.problem(level, row.code, node, found.message, near or row.fix)


_ERRORS = frozenset({"not-in-transcript", "not-proved"})


def _own_options(question: Question, rule: Rule, spoken: _Heard) -> list[str]:
    """The teacher's own wrong answers, if they alone keep the rule from proving the key."""
    made = question.made
    assert made is not None
    if not isinstance(question, Choice | Multi) or made.content == content_fingerprint(question):
        return []
    own = [option.text for option in question.wrong if not spoken.holds(option.text)]
    kept = tuple(option for option in question.wrong if option.text not in own)
    fixed = tuple(text for text in question.fixed if text not in own)
    rest = replace(question, wrong=kept, fixed=fixed)
    return own if own and kept and rule.prove(rest, spoken.material) else []


def _unproved_option(question: Question, option: str, places: Places) -> Problem:
    message = f"that “{short(option)}” is wrong cannot be proved: the transcript does not hold it"
    fix = "Make sure of it yourself, or take words of the transcript."
    return places.warning("not-proved", places.of(question, "wrong", option), message, fix)


def _rule_missing(question: Question, places: Places) -> Problem:
    assert question.made is not None
    level, _ = CODES["rule-missing"]
    name = question.made.rule
    message = f"the rule “{name}”, which made this question, is not installed: nothing is proved"
    fix = "Install the package that brings the rule, or delete “made:” to make the question yours."
    return places.problem(level, "rule-missing", places.of(question, "made"), message, fix)
