"""Read Moodle XML, quizgen's own and that of any Moodle."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from quizgen.bank.kinds import NUMBER
from quizgen.exchange.api import Fault, Incoming, Row
from quizgen.exchange.markup import blocks_of, text_of
from quizgen.exchange.moodle_cloze import BLANK, variants
from quizgen.exchange.reading import UnreadableError, by_category, limited, told
from quizgen.exchange.wording import GAP, split_labels
from quizgen.exchange.xmltree import Element, parse
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

_FULL = Decimal("99.99")


def score(text: str) -> float:
    """Moodle XML begins with the element ``quiz``."""
    start = re.sub(r"<\?.*?\?>|<!--.*?-->", "", text[:5000], flags=re.DOTALL).lstrip(
        "\ufeff \t\r\n"
    )
    return 1.0 if re.match(r"(<!DOCTYPE[^>\[]*)?.{0,200}<quiz[\s>]", start, re.DOTALL) else 0.0


def read(text: str) -> Incoming:
    """Read all questions; a type that quizgen knows nothing like is a fault."""
    root = parse(text)
    rows: list[tuple[Row, str]] = []
    faults: list[Fault] = []
    category = ""
    categories: set[str] = set()
    for element in root.all("question"):
        kind = element.attributes.get("type", "")
        if kind == "category":
            category = _category(element)
            categories.add(category)
            continue
        try:
            question, notes = _question(element, kind)
        except UnreadableError as reason:
            faults.append(Fault(element.line, str(reason)))
            continue
        rows.append((Row(element.line, question), category))
        faults += [Fault(element.line, note, row=False) for note in notes]
    return by_category(rows, faults, categories)


def _category(element: Element) -> str:
    path = _text(element.first("category")).replace("//", "\0")
    return path.split("/")[-1].replace("\0", "/").strip()


def _question(element: Element, kind: str) -> tuple[Question, list[str]]:
    if kind not in _READERS:
        raise UnreadableError(f"quizgen has nothing like Moodle's type “{kind[:40]}”")
    notes: list[str] = []
    if _pictures(element):
        notes.append("a picture or file is left out")
    return _READERS[kind](element, _common(element), notes), notes


def _common(element: Element) -> dict[str, Any]:
    context, stem, quote = _prompt(element.first("questiontext"))
    if not stem:
        raise UnreadableError("it has no text")
    tags = element.first("tags")
    ids = element.first("idnumber")
    hint = element.first("hint")
    return {
        "context": context or None,
        "stem": stem,
        "quote": quote or None,
        **_feedback(element.first("generalfeedback")),
        **split_labels(_text(tag) for tag in (tags.all("tag") if tags else ())),
        "hint": _shown(hint) or None,
        "points": _amount(element.first("defaultgrade"), Decimal(1)),
        "id": (ids.text.strip() if ids else "") or None,
    }


def _prompt(element: Element | None) -> tuple[str, str, str]:
    """Context, question and quotation; those that quizgen did not write are all question."""
    if element is None or _is_plain(element):
        return "", _text(element), ""
    blocks = blocks_of(_text(element))
    context = quote = ""
    if len(blocks) > 1 and blocks[0].kind == "context":
        context = blocks.pop(0).text
    if len(blocks) > 1 and blocks[-1].tag == "blockquote":
        quote = blocks.pop().text
    return context, "\n\n".join(block.text for block in blocks), quote


def _feedback(element: Element | None) -> dict[str, Any]:
    if element is None or _is_plain(element):
        return {"explanation": _text(element) or None}
    blocks = blocks_of(_text(element))
    quoted = tuple(block.text for block in blocks if block.kind == "transcript")
    rest = [block.text for block in blocks if block.kind != "transcript"]
    return {"explanation": "\n\n".join(rest) or None, "evidence": quoted}


def _choosing(element: Element, common: dict[str, Any], notes: list[str]) -> Question:
    single = _text(element.first("single"), "true").lower() not in {"false", "0"}
    answers = [
        (_shown(one), _weight(one), _shown(one.first("feedback"))) for one in _answers(element)
    ]
    if any(not text for text, _, _ in answers):
        raise UnreadableError("one of its options is empty, or a picture")
    right = [answer for answer in answers if answer[1] >= _FULL or (not single and answer[1] > 0)]
    if single and len(right) != 1:
        raise UnreadableError(f"{len(right) or 'none'} of its options are right, each alone")
    if not right:
        raise UnreadableError("none of its options is right")
    if single and any(0 < weight < _FULL for _, weight, _ in answers):
        notes.append("part of the marks for an option is not kept")
    wrong = tuple(
        Option(text, said or None)
        for text, weight, said in answers
        if weight <= 0 or (single and weight < _FULL)
    )
    common = told(common, [said for _, _, said in right])
    mixes = _text(element.first("shuffleanswers"), "1").lower() not in {"false", "0"}
    fixed = () if mixes else tuple(text for text, _, _ in answers)
    if single:
        return Choice(key=right[0][0], wrong=wrong, fixed=fixed, **common)
    keys = tuple(text for text, _, _ in right)
    return Multi(keys=keys, wrong=wrong, fixed=fixed if wrong else (), **common)


def _truefalse(element: Element, common: dict[str, Any], _: list[str]) -> Question:
    answers = [(_shown(one).lower(), _weight(one) >= _FULL) for one in _answers(element)]
    key = next((text for text, right in answers if right), None)
    if key not in {"true", "false"} and len(answers) == 2:
        key = "true" if answers[0][1] else "false"  # an old Moodle's own language, true first
    if key not in {"true", "false"}:
        raise UnreadableError("it does not say whether it is true")
    said = [_shown(one.first("feedback")) for one in _answers(element)]
    return TrueFalse(key=key == "true", **told(common, said))


def _short(element: Element, common: dict[str, Any], notes: list[str]) -> Question:
    texts = [(_text(one).strip(), _weight(one)) for one in _answers(element)]
    keys = [text for text, weight in texts if weight >= _FULL and text]
    if len(keys) < len(texts):
        notes.append("an answer that is right in part is left out")
    if any(re.search(r"(?<!\\)\*", key) for key in keys):
        notes.append("an * that stands for any letters is kept as a sign")
    if not keys:
        raise UnreadableError("it has no right answer")
    unescaped = tuple(dict.fromkeys(key.replace("\\*", "*") for key in keys))
    common = told(common, [_shown(one.first("feedback")) for one in _answers(element)])
    return Short(keys=unescaped, **common)


def _number(element: Element, common: dict[str, Any], notes: list[str]) -> Question:
    right = [one for one in _answers(element) if _weight(one) >= _FULL]
    if len(right) != 1:
        raise UnreadableError(f"{len(right) or 'no'} numbers are right")
    if len(_answers(element)) > 1:
        notes.append("an answer that is right in part is left out")
    text = _text(right[0]).strip()
    if not NUMBER.fullmatch(text):
        raise UnreadableError(f"“{text[:40]}” is not a number")
    units = element.first("units")
    first = units.first("unit") if units else None
    name = first.first("unit_name") if first else None
    unit = name.text.strip() if name else ""
    common = told(common, [_shown(right[0].first("feedback"))])
    if unit and str(common["stem"]).endswith(f" ({unit})"):
        common["stem"] = common["stem"].removesuffix(f" ({unit})")
    off = abs(_amount(right[0].first("tolerance"), Decimal(0)))
    return Number(key=Decimal(text.replace("−", "-")), tolerance=off, unit=unit or None, **common)


def _match(element: Element, common: dict[str, Any], _: list[str]) -> Question:
    pairs, extra = [], []
    for one in _answers(element, "subquestion"):
        left, right = _shown(one), _text(one.first("answer")).strip()
        if not right:
            raise UnreadableError("one of its pairs has no right side")
        if left:
            pairs.append((left, right))
        else:
            extra.append(right)
    return Match(pairs=tuple(pairs), extra=tuple(extra), **common)


def _order(element: Element, common: dict[str, Any], _: list[str]) -> Question:
    return Order(items=tuple(_shown(one) for one in _answers(element)), **common)


def _open(element: Element, common: dict[str, Any], _: list[str]) -> Question:
    return Open(key=_shown(element.first("graderinfo")) or None, **common)


def _cloze(element: Element, common: dict[str, Any], notes: list[str]) -> Question:
    """Put a gap in the place of each brace; their answers are HTML with entities."""
    shown = element.first("questiontext")
    assert shown is not None
    source = _text(shown)
    blanks = [variants(found, notes) for found in limited(list(BLANK.finditer(source)))]
    if not blanks:
        raise UnreadableError("it has no answers between { and }")
    text = BLANK.sub(GAP, source)
    inner = Element("text", {}, shown.line, texts=[text])
    copy = Element("questiontext", shown.attributes, shown.line, children=[inner])
    context, stem, quote = _prompt(copy)
    weights = [int(found[1][:3] or 1) for found in BLANK.finditer(source)]
    points = sum(weights) if len(weights) == 1 or max(weights) > 1 else 1
    common |= {"context": context or None, "stem": stem, "quote": quote or None}
    return Cloze(blanks=tuple(blanks), **{**common, "points": Decimal(points)})


_READERS: dict[str, Callable[[Element, dict[str, Any], list[str]], Question]] = {
    "multichoice": _choosing,
    "truefalse": _truefalse,
    "shortanswer": _short,
    "numerical": _number,
    "matching": _match,
    "match": _match,
    "ordering": _order,
    "essay": _open,
    "cloze": _cloze,
    "multianswer": _cloze,
}


def _answers(element: Element, name: str = "answer") -> list[Element]:
    return limited(list(element.all(name)))


def _weight(answer: Element) -> Decimal:
    return _decimal(answer.attributes.get("fraction", "0"), Decimal(0))


def _amount(element: Element | None, otherwise: Decimal) -> Decimal:
    return _decimal(element.text if element else "", otherwise)


def _decimal(text: str, otherwise: Decimal) -> Decimal:
    text = text.strip()
    return Decimal(text) if re.fullmatch(r"-?\d{1,12}(\.\d{1,12})?", text) else otherwise


def _text(element: Element | None, otherwise: str = "") -> str:
    """The text of an element, which Moodle puts into a ``text`` of its own."""
    if element is None:
        return otherwise
    inner = element.first("text")
    return (inner or element).text.strip() or otherwise


def _shown(element: Element | None) -> str:
    """The text of an element as people see it."""
    if element is None:
        return ""
    return _text(element) if _is_plain(element) else text_of(_text(element))


def _is_plain(element: Element) -> bool:
    return element.attributes.get("format") in {"plain_text", "markdown"}


def _pictures(element: Element) -> bool:
    return any(
        child.name == "file" or (child.name == "text" and "<img" in child.text) or _pictures(child)
        for child in element.children
    )
