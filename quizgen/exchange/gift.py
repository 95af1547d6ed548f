"""GIFT, the text format of Moodle, written and read as Moodle reads it.

Every option has its weight and every text its format, because Moodle would otherwise take
a text such as ``50% of it`` or ``[html]`` for a sign of its own.
"""

import re
from collections.abc import Iterator, Sequence

from quizgen.exchange.api import Item, Losses, Options, Part
from quizgen.exchange.gift_reading import read, score
from quizgen.exchange.grades import share, share_off
from quizgen.exchange.reading import lines_of
from quizgen.exchange.wording import (
    GAP,
    allowed,
    digits,
    feedback,
    filled,
    labels,
    mixed,
    name,
    one_line,
    prompt,
)
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Short,
    TrueFalse,
)

__all__ = ["BINARY", "KINDS", "PLACES", "SUMMARY", "TITLE", "read", "score", "write"]

TITLE = "GIFT"
SUMMARY = "Text for Moodle's question bank, and for many other programs."
BINARY = False
KINDS = {
    "choice": "multiple choice",
    "multi": "multiple choice, several answers",
    "truefalse": "true/false",
    "short": "short answer",
    "cloze": "short answer, if there is one blank",
    "number": "numerical",
    "match": "matching",
    "open": "essay, its answer as feedback",
}
PLACES = frozenset({"explanation", "because", "from", "topic", "speaker", "tags", "difficulty"}) | {
    "control characters"
}

_SIGNS = re.compile(r"[\\~=#{}:]")
_LIKE_A_SIGN = re.compile(r"\[(?:html|plain|moodle|markdown)\]|%")
_CODES = re.compile(r"&&0(?:10|35|58|61|92)|&&12[356]")
_UNSAFE_TAG = re.compile(r"[<>`\x00-\x1f\x7f]")


def write(parts: Sequence[Part], options: Options, losses: Losses) -> bytes:
    """Write all items, each bank as a category of its own."""
    blocks = []
    for part in parts:
        title = one_line(part.bank.title).replace("/", "//")
        blocks.append(f"$CATEGORY: $course$/top/{title}\n")
        for item in part.items:
            reason = _impossible(item)
            if reason:
                losses.whole(item, reason)
            else:
                blocks.append(_item(item, options, losses))
    return "\n".join(blocks).encode()


def _impossible(item: Item) -> str | None:
    """Why an item cannot be said in GIFT, if it cannot."""
    question = item.question
    if isinstance(question, Cloze) and len(question.blanks) > 1:
        return "GIFT has a single blank a question; moodle-xml has several"
    if isinstance(question, Short | Match | Cloze) and any("->" in text for text in _typed(item)):
        return "GIFT would read “->” as a pair; moodle-xml carries it"
    if isinstance(question, Multi) and share(len(question.keys)) is None:
        return f"Moodle has no grade for one right choice in {len(question.keys)}"
    written = (prompt(question).plain(), feedback(question), *_typed(item))
    if any(_CODES.search(text) for text in written if "&&" in text):
        return "it holds a sign that Moodle's GIFT keeps for itself, as “&&058;”"
    return None


def _typed(item: Item) -> tuple[str, ...]:
    question = item.question
    match question:
        case Short():
            return question.keys
        case Cloze():
            return question.blanks[0]
        case Match():
            return (*(side for pair in question.pairs for side in pair), *question.extra)
        case Choice() | Multi():
            return question.options
    return ()


def _item(item: Item, options: Options, losses: Losses) -> str:
    question = item.question
    text = prompt(question).plain()
    if isinstance(question, Cloze):
        text = filled(question, [GAP]).plain()
    answers = list(_answers(item, options))
    key = question.key if isinstance(question, Open) else None
    general = "\n\n".join(text for text in (key, feedback(question)) if text)
    if general:
        answers.append(f"####{_text(general)}")
    body = "".join(f"\n\t{answer}" for answer in answers)
    if len(answers) > 1 or (answers and not body.startswith(("\n\tT", "\n\tF"))):
        body += "\n"
    else:
        body = body.strip()
    return (
        f"{_comment(item, losses)}::{_escape(name(question))}::[plain]{_escape(text)}{{{body}}}\n"
    )


def _answers(item: Item, options: Options) -> Iterator[str]:
    question = item.question
    match question:
        case Choice() | Multi():
            yield from _choosing(item, question, options)
        case TrueFalse():
            yield "TRUE" if question.key else "FALSE"
        case Short():
            yield from (f"=%100%{_typed_answer(key)}" for key in question.keys)
        case Cloze():
            yield from (f"=%100%{_typed_answer(key)}" for key in question.blanks[0])
        case Number():
            off = allowed(question)
            yield f"#{digits(question.key)}" + (f":{digits(off)}" if off else "")
        case Match():
            yield from (f"={_text(left)} -> {_escape(right)}" for left, right in question.pairs)
            yield from (f"= -> {_escape(right)}" for right in question.extra)


def _choosing(item: Item, question: Choice | Multi, options: Options) -> Iterator[str]:
    keys = (question.key,) if isinstance(question, Choice) else question.keys
    because = {option.text: option.because for option in question.wrong}
    right = "=" if isinstance(question, Choice) else f"~%{share(len(keys))}%"
    wrong = "~%0%" if isinstance(question, Choice) else f"~%-{share_off(len(question.wrong))}%"
    for text in mixed(item, options.seed):
        reason = because.get(text)
        weight = right if text in keys else wrong
        yield f"{weight}{_text(text)}" + (f"#{_text(reason)}" if reason else "")


def _comment(item: Item, losses: Losses) -> str:
    """The line above a question that gives Moodle its id and tags."""
    tags = []
    for label in map(one_line, labels(item.question)):
        if _UNSAFE_TAG.search(label):
            losses.part(item, f"Moodle's tags cannot hold “{label}”")
        else:
            tags.append(f" [tag:{_bracketed(label)}]")
    return f"// [id:{_bracketed(item.id)}]{''.join(tags)}\n"


def _bracketed(text: str) -> str:
    return text.replace("\\", "\\\\").replace("]", "\\]")


def _text(text: str) -> str:
    """A text with its format in front, where it begins like a format or a weight itself."""
    return f"[plain]{_escape(text)}" if _LIKE_A_SIGN.match(text) else _escape(text)


def _typed_answer(text: str) -> str:
    """An answer to type, in which an asterisk would stand for any letters."""
    return _text(one_line(text).replace("*", "\\*"))


def _escape(text: str) -> str:
    return "\\n".join(lines_of(_SIGNS.sub(r"\\\g<0>", text)))
