"""Read Anki's text export: quizgen's own cards as they were, anyone's as question and answer."""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from quizgen.bank.kinds import NUMBER
from quizgen.exchange.api import Fault, Incoming, Row
from quizgen.exchange.markup import Block, blocks_of, text_of
from quizgen.exchange.reading import LONGEST_ANSWER, UnreadableError, limited, lines_of
from quizgen.exchange.wording import GAP, split_labels
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Order,
    Question,
    Short,
    TrueFalse,
)

_HEADER = re.compile(r"#([a-z ]+):(.*)", re.IGNORECASE)
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":"}
_GAP = re.compile(r"\{\{c\d{1,3}::((?:(?!\{\{|\}\}).)*)\}\}", re.DOTALL)
_NESTED = re.compile(r"(topic|speaker|difficulty)::(.+)")
_KINDS = frozenset("choice multi truefalse short cloze number order match open".split())


def score(text: str) -> float:
    """Anki's export begins with lines such as ``#separator:tab``."""
    return 1.0 if re.match(r"(#[^\n]*\n)*#(separator|html|notetype)", text) else 0.0


def read(text: str) -> Incoming:
    """Read all rows; of a note only the first two fields that are shown count."""
    head, start = _head(text)
    separator = head.get("separator", "tab")
    delimiter = _SEPARATORS.get(separator.casefold(), separator[:1] or "\t")
    rows: list[Row] = []
    faults: list[Fault] = []
    lines = list(io.StringIO(text, newline=""))[start:]
    reader = csv.reader(lines, delimiter=delimiter)
    before = 0
    for fields in _rows(reader, faults, start):
        line = start + before + 1
        before = reader.line_num
        if not any(field.strip() for field in fields):
            continue
        try:
            rows.append(Row(line, _note(fields, head)))
        except UnreadableError as reason:
            faults.append(Fault(line, str(reason)))
    return Incoming(tuple(rows), tuple(faults), _deck(rows, lines, head, delimiter))


def _rows(reader: Any, faults: list[Fault], start: int) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as error:
        faults.append(Fault(start + reader.line_num, f"the rest cannot be read: {error}"))


def _head(text: str) -> tuple[dict[str, str], int]:
    """The lines at the top that say which column is which, and how many there are."""
    head: dict[str, str] = {}
    start = 0
    for line in lines_of(text):
        found = _HEADER.fullmatch(line.strip())
        if not line.startswith("#"):
            break
        if found:
            head[found[1].strip().casefold()] = found[2].strip()
        start += 1
    return head, start


def _column(head: dict[str, str], name: str) -> int | None:
    number = head.get(f"{name} column", "")
    return int(number) - 1 if re.fullmatch(r"[1-9]\d?", number) else None


def _deck(rows: list[Row], lines: list[str], head: dict[str, str], delimiter: str) -> str | None:
    column = _column(head, "deck")
    if column is None or not rows:
        return head.get("deck")
    first = next(csv.reader(lines[:1], delimiter=delimiter), [])
    return first[column].split("::")[-1] if column < len(first) else None


def _note(fields: list[str], head: dict[str, str]) -> Question:
    special = {name: _column(head, name) for name in ("guid", "notetype", "deck", "tags")}
    taken = {at for at in special.values() if at is not None}
    shown = [field for at, field in enumerate(fields) if at not in taken]
    named = {
        name: fields[at] for name, at in special.items() if at is not None and at < len(fields)
    }
    if len(shown) < 2 and "{{c" not in "".join(shown):
        raise UnreadableError("it has no second field for the answer")
    marked = head.get("html", "true").casefold() != "false"
    common: dict[str, Any] = _tags(named.get("tags", head.get("tags", "")))
    name = named.get("guid", "").rpartition("/")[2]
    common["id"] = name if re.fullmatch(r"[\w.-]+", name) and "/" in named["guid"] else None
    front, back = shown[0], shown[1] if len(shown) > 1 else ""
    blocks = blocks_of(front) if marked else []
    kind = next((block.kind for block in blocks if block.kind in _KINDS), None)
    if kind in {None, "cloze"} and _GAP.search(front):
        return _cloze(front, back, common, marked=marked)
    if kind is not None:
        return _own(kind, blocks, blocks_of(back), common)
    if marked:
        front, back = text_of(front), text_of(back)
    return _plain(front.strip(), back.strip(), common)


def _tags(text: str) -> dict[str, Any]:
    """Tags, those that quizgen nests as the fields that they were."""
    return split_labels(_NESTED.sub(_unnested, tag) for tag in text.split())


def _unnested(found: re.Match[str]) -> str:
    return f"{found[1]}:{found[2].replace('_', ' ')}"


def _plain(front: str, back: str, common: dict[str, Any]) -> Question:
    """Somebody's card: an answer to type if the back is short, else an open question."""
    if not front or not back:
        raise UnreadableError(f"its {'back' if front else 'front'} is empty")
    if len(back) <= LONGEST_ANSWER and "\n" not in back:
        return Short(stem=front, keys=(back,), **common)
    return Open(stem=front, key=back, **common)


def _cloze(front: str, back: str, common: dict[str, Any], *, marked: bool) -> Question:
    answers = [text.partition("::")[0] for text in limited(_GAP.findall(front))]
    source = _GAP.sub(GAP, front)
    answers = [_joined(text_of(text) if marked else text) for text in answers]
    if any(not answer for answer in answers):
        raise UnreadableError("one of its blanks has no answer")
    rear = blocks_of(back) if marked else []
    blanks = [[answer] for answer in answers]
    for at, text in _defined(rear, "also"):
        if at.isdecimal() and 0 < int(at) <= len(blanks):
            blanks[int(at) - 1].append(text)
    fields = _shown(blocks_of(source)) if marked else {"stem": source.strip()}
    if not rear and back.strip():
        fields["explanation"] = back.strip()
    elif rear and not any(block.kind for block in rear):
        fields["explanation"] = text_of(back)
    else:
        fields |= _told(rear)
    return Cloze(blanks=tuple(tuple(blank) for blank in blanks), **{**common, **fields})


def _own(kind: str, front: list[Block], rear: list[Block], common: dict[str, Any]) -> Question:
    """A card that quizgen wrote: every block says by its class what it is."""
    fields = {**common, **_shown(front), **_told(rear)}
    answers = _of(rear, "answer")
    if kind == "match":
        pairs = tuple(_defined(rear, "pairs"))
        rights = {right for _, right in pairs}
        extra = tuple(side for side in _of(front, "side") if side not in rights)
        return Match(pairs=pairs, extra=extra, **fields)
    if kind == "open":
        return Open(key=answers[0] if answers else None, **fields)
    if not answers:
        raise UnreadableError("it has no answer")
    if kind in {"choice", "multi"}:
        return _choosing(kind, answers, front, rear, fields)
    return _answered(kind, answers, rear, fields)


def _choosing(
    kind: str,
    answers: list[str],
    front: list[Block],
    rear: list[Block],
    fields: dict[str, Any],
) -> Question:
    reasons = dict(_defined(rear, "because"))
    options = _of(front, "option")
    wrong = tuple(Option(text, reasons.get(text)) for text in options if text not in answers)
    if kind == "choice":
        return Choice(key=answers[0], wrong=wrong, **fields)
    return Multi(keys=tuple(answers), wrong=wrong, **fields)


def _answered(kind: str, answers: list[str], rear: list[Block], fields: dict[str, Any]) -> Question:
    if kind == "truefalse":
        return TrueFalse(key=answers[0] == "True", **fields)
    if kind == "order":
        return Order(items=tuple(answers), **fields)
    if kind == "number" and NUMBER.fullmatch(answers[0]):
        off = next(iter(_of(rear, "tolerance")), "").removeprefix("± ")
        tolerance = Decimal(off) if NUMBER.fullmatch(off) else Decimal(0)
        return Number(key=Decimal(answers[0]), tolerance=tolerance, **fields)
    return Short(keys=(answers[0], *_of(rear, "also")), **fields)


def _shown(front: list[Block]) -> dict[str, Any]:
    """Context, stem, quotation and hint of a front."""
    contexts, hints = _of(front, "context"), _of(front, "hint")
    quotes = [block.text for block in front if block.tag == "blockquote"]
    stems = [block.text for block in front if block.kind in _KINDS]
    if not stems:
        stems = [block.text for block in front if block.tag != "blockquote"]
    if not stems:
        stems, quotes = quotes, []
    if not stems:
        raise UnreadableError("its front is empty")
    return {
        "context": _joined("\n\n".join(contexts)) or None,
        "stem": _joined("\n\n".join(stems)),
        "quote": _joined("\n\n".join(quotes)) or None,
        "hint": _joined(hints[0]) if hints else None,
    }


def _told(rear: list[Block]) -> dict[str, Any]:
    explanations = _of(rear, "explanation")
    return {
        "explanation": "\n\n".join(explanations) or None,
        "evidence": tuple(_of(rear, "transcript")),
    }


def _of(blocks: list[Block], kind: str) -> list[str]:
    return limited([block.text for block in blocks if block.kind == kind])


def _defined(blocks: list[Block], kind: str) -> list[tuple[str, str]]:
    texts = _of(blocks, kind)
    return list(zip(texts[::2], texts[1::2], strict=False))


def _joined(text: str) -> str:
    """Put together again what was kept apart so that Anki did not read it as a blank."""
    return re.sub(r"([{}:])\u200b(?=\1)", r"\1", text).strip().strip("\u200b")
