"""Every field that a bank may hold: name, shape, meaning. One table serves all.

The reader checks files against it, the JSON Schema and the documentation are made from
it. The order is the one in which the writer writes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

KINDS = ("choice", "multi", "truefalse", "short", "cloze", "number", "order", "match", "open")
DIFFICULTIES = ("easy", "medium", "hard")


class Shape(StrEnum):
    """What the value of a field looks like."""

    TEXT = "a text"
    TEXTS = "a text or a list of texts"
    LABELS = "a list of short labels"
    FLAG = "true or false"
    COUNT = "a whole number"
    AMOUNT = "a number"
    TOLERANCE = "a number or a percentage"
    DIFFICULTY = "easy, medium or hard"
    KIND = "a type of question"
    ID = "an id"
    IDS = "a list of ids"
    ANSWER = "a text or a list of texts, or true or false"
    OPTIONS = "a list of options"
    BLANKS = "a list with the right answers of each blank"
    PAIRS = "a list of pairs"
    MADE = "quizgen's own line"
    VERSION = "the version of the format"
    GENERATE = "settings"
    DEFAULTS = "fields for every question"
    INCLUDE = "a list of banks"
    QUESTIONS = "a list of questions"


@dataclass(frozen=True, slots=True)
class Field:
    """One field; ``kinds`` are the types of question that may have it, empty for all."""

    name: str
    shape: Shape
    doc: str
    kinds: tuple[str, ...] = ()


CHOOSING = ("choice", "multi")
TYPED = ("short", "cloze")

ITEM = (
    Field("question", Shape.TEXT, "The question itself."),
    Field("type", Shape.KIND, "The type of question; needed only where the fields leave it open."),
    Field("context", Shape.TEXT, "What must be known to understand the question; shown above it."),
    Field("quote", Shape.TEXT, "Words shown as a block under the question."),
    Field(
        "choices",
        Shape.OPTIONS,
        "All options in the order in which they are shown, the right one among them.",
        CHOOSING,
    ),
    Field(
        "answer",
        Shape.ANSWER,
        "The right answer, as text; a list where several are right; true or false.",
        (*CHOOSING, "truefalse", *TYPED, "number", "open"),
    ),
    Field("wrong", Shape.OPTIONS, "The wrong options; shown in changing order.", CHOOSING),
    Field("blanks", Shape.BLANKS, "For each ____ its right answer, or a list of them.", ("cloze",)),
    Field("tolerance", Shape.TOLERANCE, "How far off a number may be: 2, or 5%.", ("number",)),
    Field("unit", Shape.TEXT, "The unit shown behind the number to type.", ("number",)),
    Field("order", Shape.TEXTS, "Things in their right order; shown mixed.", ("order",)),
    Field("pairs", Shape.PAIRS, "What belongs together: rows of left and right.", ("match",)),
    Field("extra", Shape.TEXTS, "Right sides that belong to no left side.", ("match",)),
    Field("hint", Shape.TEXT, "Shown before the answer, to learners who ask for it."),
    Field("explanation", Shape.TEXT, "Shown after the answer."),
    Field("topic", Shape.TEXT, "What the question is about; sessions can be filtered by it."),
    Field("speaker", Shape.TEXT, "Whose words the question is about."),
    Field("tags", Shape.LABELS, "Your own labels, to filter by."),
    Field("difficulty", Shape.DIFFICULTY, "easy, medium or hard."),
    Field("points", Shape.AMOUNT, "What the question is worth; 1 unless it says so."),
    Field("shuffle", Shape.FLAG, "false keeps the options in the order of the file."),
    Field("typos", Shape.COUNT, "How many wrong letters a typed answer may have.", TYPED),
    Field("note", Shape.TEXT, "For teachers; learners never see it."),
    Field("skip", Shape.FLAG, "true keeps the question in the file without asking it."),
    Field("from", Shape.TEXTS, "The transcript's own words that prove the answer; … for a gap."),
    Field("id", Shape.ID, "What scores hang on; never change it."),
    Field("was", Shape.IDS, "Ids that this question had before."),
    Field("not-with", Shape.IDS, "Ids of questions not to be asked in the same session."),
    Field("made", Shape.MADE, "quizgen's own line; delete it to make the question yours."),
)

OPTION = (
    Field("wrong", Shape.TEXT, "The text of a wrong option."),
    Field("because", Shape.TEXT, "Why it is wrong; shown to those who chose it."),
)

BANK = (
    Field("quizgen", Shape.VERSION, "The version of this file format: 1."),
    Field("id", Shape.ID, "What scores hang on; never change it. The file's name if missing."),
    Field("title", Shape.TEXT, "The bank's name for people."),
    Field("description", Shape.TEXT, "What the bank is about, in a sentence."),
    Field("source", Shape.TEXT, "The transcript's path, seen from this file."),
    Field("date", Shape.TEXT, "When the words were spoken, as 2017-07-08."),
    Field("language", Shape.TEXT, "The language of the questions, as en or de."),
    Field("licence", Shape.TEXT, "Under which terms others may use this bank."),
    Field("generate", Shape.GENERATE, "How quizgen makes questions for this bank."),
    Field("defaults", Shape.DEFAULTS, "Fields that count for every question lacking them."),
    Field("include", Shape.INCLUDE, "Other banks whose questions belong to this one."),
    Field("questions", Shape.QUESTIONS, "The questions."),
    Field("retired", Shape.QUESTIONS, "Questions whose words the transcript no longer holds."),
)

GENERATE = (
    Field("count", Shape.COUNT, "How many questions to make at most."),
    Field("seed", Shape.COUNT, "Another number gives other questions."),
    Field("rules", Shape.LABELS, "The only rules to use."),
    Field("without", Shape.LABELS, "Rules not to use."),
    Field("wording", Shape.TEXT, "A file with words for the questions, seen from this file."),
    Field("language", Shape.TEXT, "The language of the questions."),
)

INCLUDE = (
    Field("bank", Shape.TEXT, "The path of the other bank, seen from this file."),
    Field("topic", Shape.LABELS, "Only questions on these topics."),
    Field("speaker", Shape.LABELS, "Only questions about these speakers."),
    Field("rule", Shape.LABELS, "Only questions by these rules."),
    Field("difficulty", Shape.LABELS, "Only questions this difficult."),
    Field("tag", Shape.LABELS, "Only questions with these tags."),
    Field("ids", Shape.IDS, "Only these questions."),
)

_DEFAULTS = ("topic", "speaker", "tags", "difficulty", "points", "shuffle", "typos")
DEFAULTS = tuple(field for field in ITEM if field.name in _DEFAULTS)

_SYNONYMS = {
    "question": "prompt stem text body description ask statement q",
    "answer": "correct correctanswer correctchoice right key solution answers ans a value",
    "choices": "options option choice alternatives answeroptions possibleanswers",
    "wrong": "incorrect distractors distractor false wronganswers wrongs decoys",
    "explanation": "feedback rationale explain reason comment why",
    "hint": "hints clue tip help",
    "tags": "labels categories category keywords tag",
    "points": "score marks mark weight worth",
    "order": "items sequence steps ordering",
    "pairs": "matches match matching",
    "difficulty": "level hardness",
    "quote": "quotation passage excerpt",
    "from": "source evidence proof citation ref reference",
    "because": "feedback rationale explanation reason why comment",
    "questions": "items quiz cards",
    "title": "name heading",
    "licence": "license copyright",
    "source": "transcript file from",
    "skip": "hidden disabled ignore",
    "typos": "fuzzy misspellings",
    "type": "kind questiontype",
    "blanks": "gaps blank gap",
    "unit": "units",
    "not-with": "notwith exclude conflicts",
    "topic": "subject theme",
    "id": "uuid guid identifier",
    "language": "lang locale",
    "extra": "extras",
    "note": "notes remark",
}


def suggest(word: str, allowed: Iterable[str], alike: float = 0.6) -> str | None:
    """The allowed name that somebody who wrote ``word`` most likely meant, if any.

    Synonyms come first, then names spelt ``alike`` to this degree, as difflib measures it.
    """
    names = list(allowed)
    plain = "".join(sign for sign in word.lower() if sign.isalnum())
    for name in names:
        if plain == name.replace("-", "") or plain in _SYNONYMS.get(name, "").split():
            return name
    from difflib import get_close_matches  # noqa: PLC0415 - few banks have a misspelt field

    close = get_close_matches(word.lower(), names, 1, alike)
    return close[0] if close else None
