"""Kahoot's spreadsheet: questions from row 9 on, four answers at most, short texts."""

from collections.abc import Iterable, Iterator, Sequence

from quizgen.exchange.api import Item, Losses, Options, Part
from quizgen.exchange.archive import package
from quizgen.exchange.markup import xml_text
from quizgen.exchange.wording import mixed, one_line, prompt
from quizgen.model.question import Choice, Multi, TrueFalse

TITLE = "Kahoot"
SUMMARY = "The spreadsheet (.xlsx) that Kahoot imports."
BINARY = True
KINDS = {
    "choice": "quiz, four answers at most",
    "multi": "quiz, four answers at most",
    "truefalse": "quiz with True and False",
}
PLACES: frozenset[str] = frozenset()

_LONGEST_QUESTION = 120
_LONGEST_ANSWER = 75
_MOST_ANSWERS = 4
_SECONDS = "30"
_FIRST_ROW = 9
_HEAD = (
    "Question - max 120 characters",
    *(f"Answer {at} - max 75 characters" for at in range(1, _MOST_ANSWERS + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def write(parts: Sequence[Part], options: Options, losses: Losses) -> bytes:
    """Write a row an item; what is too long for Kahoot is left out, never cut."""
    rows = [(_FIRST_ROW - 1, _HEAD)]
    for part in parts:
        for item in part.items:
            stem, texts, right = _row(item, options)
            reason = _impossible(stem, texts)
            if reason:
                losses.whole(item, reason)
                continue
            answers = [*texts, *[""] * (_MOST_ANSWERS - len(texts))]
            numbers = ",".join(str(at) for at, text in enumerate(texts, start=1) if text in right)
            rows.append((_FIRST_ROW + len(rows) - 1, (stem, *answers, _SECONDS, numbers)))
    return _workbook(rows)


def _row(item: Item, options: Options) -> tuple[str, list[str], set[str]]:
    question = item.question
    stem = prompt(question).line()
    if isinstance(question, TrueFalse):
        return stem, ["True", "False"], {str(question.key)}
    assert isinstance(question, Choice | Multi)
    right = (question.key,) if isinstance(question, Choice) else question.keys
    texts = [one_line(text) for text in mixed(item, options.seed)]
    return stem, texts, {one_line(text) for text in right}


def _impossible(stem: str, texts: Sequence[str]) -> str | None:
    if len(stem) > _LONGEST_QUESTION:
        return f"its text has {len(stem)} characters; Kahoot has room for {_LONGEST_QUESTION}"
    if len(texts) > _MOST_ANSWERS:
        return f"it has {len(texts)} options; Kahoot has room for {_MOST_ANSWERS}"
    longest = max(map(len, texts))
    if longest > _LONGEST_ANSWER:
        return f"an option has {longest} characters; Kahoot has room for {_LONGEST_ANSWER}"
    if len(set(texts)) < len(texts):
        return "on a line each, two of its options are the same"
    return None


def _workbook(rows: Iterable[tuple[int, Sequence[str]]]) -> bytes:
    data = "".join(_cells(rows))
    sheet = f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData></worksheet>'
    book = (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    return package(
        [
            ("[Content_Types].xml", _content_types()),
            ("_rels/.rels", _relation("officeDocument", "xl/workbook.xml")),
            ("xl/workbook.xml", book),
            ("xl/_rels/workbook.xml.rels", _relation("worksheet", "worksheets/sheet1.xml")),
            ("xl/worksheets/sheet1.xml", sheet),
        ]
    )


def _cells(rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[str]:
    """Cells as text within the sheet, so that no program takes one for a formula."""
    for number, texts in rows:
        cells = (
            _cell(f"{column}{number}", text)
            for column, text in zip("BCDEFGH", texts, strict=True)
            if text
        )
        yield f'<row r="{number}">{"".join(cells)}</row>'


def _cell(name: str, text: str) -> str:
    if text == _SECONDS and name.startswith("G"):
        return f'<c r="{name}"><v>{text}</v></c>'
    inner = f'<t xml:space="preserve">{xml_text(text)}</t>'
    return f'<c r="{name}" t="inlineStr"><is>{inner}</is></c>'


def _content_types() -> str:
    return (
        f'{_XML}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        "</Types>"
    )


def _relation(kind: str, target: str) -> str:
    return (
        f'{_XML}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )
