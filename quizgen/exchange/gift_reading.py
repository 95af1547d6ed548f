"""Read GIFT: questions between blank lines, answers in braces, signs behind a backslash."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quizgen.bank.kinds import NUMBER
from quizgen.exchange.api import Fault, Incoming, Row
from quizgen.exchange.markup import looks_like_html, text_of
from quizgen.exchange.reading import UnreadableError, by_category, limited, lines_of, told
from quizgen.exchange.wording import GAP, split_feedback, split_labels, split_prompt
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Question,
    Short,
    TrueFalse,
)

_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
_TOKEN = re.compile(r"\[(id|tag):((?:\\[\]\\]|[^\]\\])+)\]")
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")
_FORMAT = re.compile(r"\[(html|plain|moodle|markdown)\]")
_CATEGORY = re.compile(r"\$CATEGORY:\s*(.*)")
_RANGE = re.compile(r"\s*(\S+?)\s*\.\.\s*(\S+)\s*")
_OTHER = re.compile(r"\s*(?:<!doctype|<html|<\?xml|[{\[]\s*[\"{\[\]}])", re.IGNORECASE)
_ANSWERED = re.compile(r"[^\s{(\[:=,].*?(?<![\\(\[:=,])\{\s*(?:[=~#]|T|F|\}\s*\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Answer:
    """One of the answers in braces: its share in per cent (None: not said), text, feedback."""

    sign: str
    weight: Decimal | None
    text: str
    said: str


def score(text: str) -> float:
    """GIFT has answers in braces in most of its blocks, and mostly names between colons.

    Braces alone are everywhere: in programs, in templates, in a page about either.
    """
    if re.search(r"^[ \t]*(::.*?::|\$CATEGORY:)", text, re.MULTILINE) and "{" in text:
        return 0.9
    if _OTHER.match(text):
        return 0.0
    blocks = [block for _line, block in _blocks(text)]
    asking = sum(_ANSWERED.search(block) is not None for block in blocks)
    return 0.6 if 0 < len(blocks) <= 2 * asking else 0.0


def read(text: str) -> Incoming:
    """Read all questions; what Moodle would not understand is a fault."""
    rows: list[tuple[Row, str]] = []
    faults: list[Fault] = []
    category = ""
    categories: set[str] = set()
    for line, block in _blocks(text):
        found = _CATEGORY.match(block.strip())
        if found:
            category = found[1].replace("//", "\0").split("/")[-1].replace("\0", "/").strip()
            categories.add(category)
            continue
        try:
            question, notes = _question(block)
        except UnreadableError as reason:
            faults.append(Fault(line, str(reason)))
            continue
        rows.append((Row(line, question), category))
        faults += [Fault(line, note, row=False) for note in notes]
    return by_category(rows, faults, categories)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between blank lines, with the number of its first line."""
    start, lines = 0, []
    for number, line in enumerate([*lines_of(text), ""], start=1):
        if line.strip():
            start = start or number
            lines.append(line)
            if not _CATEGORY.match(line.strip()):
                continue
        if lines:
            block = "\n".join(lines)
            if any(not one.strip().startswith("//") for one in lines):
                yield start, block
            start, lines = 0, []


def _question(block: str) -> tuple[Question, list[str]]:
    comments = [line for line in block.split("\n") if line.strip().startswith("//")]
    lines = [line for line in block.split("\n") if not line.strip().startswith("//")]
    signs = _Signs(block)
    text = signs.hide("\n".join(lines)).strip()
    if text.startswith("::"):
        text = text[2:].partition("::")[2].strip()
    start, end = text.find("{"), text.find("}")
    if start < 0 or end < start:
        raise UnreadableError(
            "it has no answers between { and }" if start < 0 else "a } is missing"
        )
    answers, after = text[start + 1 : end].strip(), text[end + 1 :].strip()
    before = f"{text[:start].rstrip()} {GAP} {after}" if after else text[:start]
    answers, _, general = answers.rpartition("####") if "####" in answers else (answers, "", "")
    kind, stem = _formatted(before, signs, "")
    common = _common(comments, stem, _formatted(general, signs, kind)[1])
    notes: list[str] = []
    question = _by_answers(answers.strip(), signs, kind, notes, common, blank=bool(after))
    return question, notes


class _Signs:
    """Takes escaped signs out of a text, so that those left have their meaning, and back."""

    def __init__(self, text: str) -> None:
        unused = (chr(code) for code in range(0xF0000, 0x10FFFE) if chr(code) not in text)
        self._hidden = dict(zip("\\~=#{}:n", unused, strict=False))
        shown = {"n": "\n"}
        self._shown = {ord(mark): shown.get(sign, sign) for sign, mark in self._hidden.items()}

    def hide(self, text: str) -> str:
        return _ESCAPED.sub(lambda match: self._hidden[match[1]], text)

    def show(self, text: str) -> str:
        return text.translate(self._shown)


def _formatted(text: str, signs: _Signs, kind: str) -> tuple[str, str]:
    """The format of a text and the text itself, without markup."""
    text = text.strip()
    if found := _FORMAT.match(text):
        kind, text = found[1], text[found.end() :]
    shown = signs.show(text).strip()
    if kind == "html" or (kind in {"", "moodle", "markdown"} and looks_like_html(shown)):
        shown = text_of(shown)
    return kind, shown


def _common(comments: list[str], stem: str, general: str) -> dict[str, Any]:
    tokens = [token for line in comments for token in _TOKEN.findall(line)]
    values = [(kind, re.sub(r"\\([\]\\])", r"\1", value).strip()) for kind, value in tokens]
    ids = [value for kind, value in values if kind == "id"]
    if not stem:
        raise UnreadableError("it has no text")
    return {
        **split_prompt(stem),
        **split_feedback(general),
        **split_labels(value for kind, value in values if kind == "tag"),
        "id": ids[0] if ids else None,
    }


def _by_answers(
    answers: str, signs: _Signs, kind: str, notes: list[str], common: dict[str, Any], *, blank: bool
) -> Question:
    if not answers:  # what an essay is told afterwards is its answer
        return Open(key=common["explanation"], **(common | {"explanation": None}))
    if answers[0] == "#":
        return _number(answers[1:], signs, notes, common)
    if "~" in answers:
        return _choosing(_parsed(answers, signs, kind), notes, common)
    if "=" in answers and "->" in answers:
        return _match(answers, signs, kind, common)
    word, _, rest = answers.partition("#")
    if word.strip() in {"T", "TRUE", "F", "FALSE"}:
        said = [_formatted(one, signs, kind)[1] for one in rest.split("#")]
        return TrueFalse(key=word.strip()[0] == "T", **told(common, said))
    return _short(_parsed(answers, signs, kind), notes, common, blank=blank)


def _parsed(answers: str, signs: _Signs, kind: str) -> list[_Answer]:
    """The answers one by one, each begun by = or ~."""
    found = []
    choosing = "~" in answers
    for piece in limited(re.findall(r"[=~][^=~]*|^[^=~]+", answers)):
        sign, rest = (piece[0], piece[1:]) if piece[0] in "=~" else ("=", piece)
        rest = rest.strip()
        weight = _WEIGHT.match(rest)
        if weight and sign == "=" and choosing and Decimal(weight[1]) != 100:
            weight = None  # beside other options = says all, and this is part of the text
        if weight:
            rest = rest[weight.end() :]
        text, _, said = rest.partition("#")
        shown = _formatted(text, signs, kind)[1]
        share = Decimal(weight[1]) if weight else None
        found.append(_Answer(sign, share, shown, _formatted(said, signs, kind)[1]))
    return found


def _choosing(answers: list[_Answer], notes: list[str], common: dict[str, Any]) -> Question:
    single = any(answer.sign == "=" for answer in answers)
    if any(not answer.text for answer in answers):
        raise UnreadableError("one of its options is empty")
    if single:
        keys = [answer for answer in answers if answer.sign == "=" or answer.weight == 100]
        if any(a.weight and a.weight > 0 for a in answers if a not in keys):
            notes.append("part of the marks for an option is not kept")
    else:
        keys = [answer for answer in answers if answer.weight and answer.weight > 0]
    if not keys:
        raise UnreadableError("none of its options is right")
    wrong = tuple(Option(a.text, a.said or None) for a in answers if a not in keys)
    common = told(common, [answer.said for answer in keys])
    if single and len(keys) > 1:
        raise UnreadableError("several of its options are right, each alone")
    if single:
        return Choice(key=keys[0].text, wrong=wrong, **common)
    return Multi(keys=tuple(answer.text for answer in keys), wrong=wrong, **common)


def _short(
    answers: list[_Answer], notes: list[str], common: dict[str, Any], *, blank: bool
) -> Question:
    right = [answer for answer in answers if answer.weight in {None, Decimal(100)}]
    if len(right) < len(answers):
        notes.append("an answer that is right in part is left out")
    if any(re.search(r"(?<!\\)\*", answer.text) for answer in right):
        notes.append("an * that stands for any letters is kept as a sign")
    keys = tuple(dict.fromkeys(a.text.replace("\\*", "*") for a in right if a.text))
    if not keys:
        raise UnreadableError("it has no right answer")
    common = told(common, [answer.said for answer in answers])
    gaps = re.findall(r"_{3,}", common.get("quote") or "") or re.findall(
        r"_{3,}", str(common["stem"])
    )
    if len(gaps) == 1 or (blank and gaps):
        return Cloze(blanks=(keys,), **common)
    return Short(keys=keys, **common)


def _number(answers: str, signs: _Signs, notes: list[str], common: dict[str, Any]) -> Question:
    right = [a for a in _parsed(answers, signs, "plain") if a.sign == "="]
    full = [a for a in right if a.weight in {None, Decimal(100)}]
    if not full:
        raise UnreadableError("it has no right answer")
    if len(full) < len(_parsed(answers, signs, "plain")):
        notes.append("an answer that is right in part is left out")
    if len(full) > 1:
        raise UnreadableError("several numbers are right")
    key, off = _bounds(full[0].text)
    return Number(key=key, tolerance=off, **told(common, [full[0].said]))


def _bounds(text: str) -> tuple[Decimal, Decimal]:
    """A number and how far off an answer may be, of ``5``, ``5:1`` or ``4..6``."""
    if found := _RANGE.fullmatch(text):
        low, high = _decimal(found[1]), _decimal(found[2])
        return (low + high) / 2, abs(high - low) / 2
    number, _, off = text.partition(":")
    return _decimal(number), abs(_decimal(off)) if off.strip() else Decimal(0)


def _decimal(text: str) -> Decimal:
    if not NUMBER.fullmatch(text.strip()):
        raise UnreadableError(f"“{text.strip()[:40]}” is not a number")
    return Decimal(text.strip().replace("−", "-"))


def _match(answers: str, signs: _Signs, kind: str, common: dict[str, Any]) -> Question:
    pairs, extra = [], []
    for piece in limited(re.findall(r"=[^=]*", answers)):
        left, arrow, right = piece[1:].partition("->")
        sides = _formatted(left, signs, kind)[1], signs.show(right).strip()  # text alone, to Moodle
        if not arrow or not sides[1]:
            raise UnreadableError("one of its pairs has no right side")
        if sides[0]:
            pairs.append(sides)
        else:
            extra.append(sides[1])
    return Match(pairs=tuple(pairs), extra=tuple(extra), **common)
