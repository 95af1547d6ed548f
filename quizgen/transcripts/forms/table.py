"""A table with a column for the speaker and one for what is said: CSV, TSV, Markdown.

start,speaker,text
0.0,Ada Byron,"Hello, and welcome."
2.5,Charles Babbage,Thank you.

Without a row of names the columns are told by their contents. Where rows are cut by the
clock, so that sentences run on over them, those of one name are one turn.
"""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from quizgen.model.transcript import Transcript
from quizgen.transcripts.attributed import Speech
from quizgen.transcripts.fields import SPEAKER, TEXT, TIME, seconds
from quizgen.transcripts.labels import could_speak

NAME = "table"
_SIGNS = (",", "\t", ";", "|")
_FEWEST_ROWS = 3
_HEADS = 0.9
_RUNS_ON = 0.3
_ENDS = frozenset(".?!…。！？—-\"”’')]")
_SPEAKERS = frozenset(name.casefold() for name in SPEAKER)
_TEXTS = frozenset(name.casefold() for name in TEXT)
_TIMES = frozenset(name.casefold() for name in TIME)
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_PLAIN = re.compile(r"[\s_-]+")


class Cell(NamedTuple):
    """A cell: its value, its range of the file (within quotes), and whether it had quotes."""

    value: str
    start: int
    end: int
    quoted: bool


class Columns(NamedTuple):
    """Which column is which, and the first row that is no heading."""

    speaker: int
    text: int
    time: int | None
    first: int


def score(text: str) -> float:
    """How sure the form is of the text: a row of names, or columns that hold the right things."""
    sign = _sign(text)
    if sign is None:
        return 0.0
    found = rows(text, sign)
    columns = _columns(found)
    if columns is None:
        return 0.0
    return 0.98 if columns.first else 0.75


def read(text: str, path: str) -> Transcript:
    """Read a table; no turns where its columns cannot be told."""
    sign = _sign(text)
    found = rows(text, sign) if sign else []
    columns = _columns(found)
    speech = Speech(text, merge=columns is not None and _runs_on(found, columns))
    for row in found[columns.first :] if columns else ():
        assert columns is not None
        if len(row) <= max(columns.speaker, columns.text):
            continue
        who, said = row[columns.speaker], row[columns.text]
        time = (
            seconds(row[columns.time].value)
            if columns.time is not None and columns.time < len(row)
            else None
        )
        if who.value.strip():
            speech.turn(who.value.strip("* "), who.start, who.end)
        elif speech.starts:
            speech.join(" ")
        else:
            continue
        _add(speech, said, time)
    return speech.finish(path, NAME)


def _runs_on(found: list[list[Cell]], columns: Columns) -> bool:
    """Whether rows are cut by the clock: one speaker's sentences run on over them."""
    if columns.time is None:
        return False
    rows_ = [row for row in found[columns.first :] if len(row) > max(columns.speaker, columns.text)]
    same = [
        one[columns.text].value.rstrip()
        for one, two in pairwise(rows_)
        if one[columns.speaker].value == two[columns.speaker].value
    ]
    open_ended = sum(1 for said in same if said[-1:] not in _ENDS)
    return open_ended > _RUNS_ON * len(same)


def _add(speech: Speech, cell: Cell, time: float | None) -> None:
    at = cell.start
    source = speech.source
    if cell.quoted:
        for match in re.finditer('""', source[cell.start : cell.end]):
            low = cell.start + match.start()
            speech.builder.add(source[at:low], at, low, time)
            speech.builder.add('"', low, low + 2, time)
            at = low + 2
    speech.builder.add(source[at : cell.end], at, cell.end, time)


def _sign(text: str) -> str | None:
    """What parts the columns: the sign that every one of the first lines has as often."""
    lines = [line for line in text[:5000].splitlines()[:20] if line.strip()][:12]
    if len(lines) < _FEWEST_ROWS:
        return None
    for sign in _SIGNS:
        counts = [_QUOTED.sub("", line).count(sign) for line in lines]
        if sign == "|" and all(line.lstrip().startswith("|") for line in lines):
            return sign
        if min(counts) and sign != "|" and (counts[0] == min(counts) or sign == "\t"):
            return sign
        if sign in ",;\t" and counts[0] and _headed(lines[0].split(sign)):
            return sign
    return None


def _headed(cells: list[str]) -> bool:
    names = {_named(cell) for cell in cells}
    return bool(names & _SPEAKERS) and bool(names & _TEXTS)


def _named(cell: str) -> str:
    return _PLAIN.sub("_", cell.strip().strip("\"'* \ufeff")).casefold()


def rows(text: str, sign: str) -> list[list[Cell]]:
    """All rows of a table; a quoted cell may run over lines."""
    if sign == "|":
        return [_barred(match) for match in re.finditer(r"[^\r\n]+", text)]
    mark = re.escape(sign)
    cell = re.compile(
        rf'(?:[ ]*"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"[ ]*(?=$|{mark}|[\r\n])'
        rf"|(?P<bare>[^{mark}\r\n]*))"
        rf"(?P<end>{mark}|\r?\n|\r|\Z)"
    )
    row: list[Cell] = []
    found = [row]
    for match in cell.finditer(text):
        quoted, bare, end = match.groups()
        if bare is None:
            row.append(Cell(quoted.replace('""', '"'), *match.span("quoted"), quoted=True))
        else:
            row.append(Cell(bare, *match.span("bare"), quoted=False))
        if not end:
            break  # the file ends
        if end != sign:
            row = []
            found.append(row)
    return [row for row in found if any(each.value.strip() for each in row)]


def _barred(match: re.Match[str]) -> list[Cell]:
    cells: list[Cell] = []
    for part in re.finditer(r"(?:[^|\\]|\\.)+", match.group()):
        said = part.group()
        left, right = len(said) - len(said.lstrip()), len(said.rstrip())
        if right > left or cells:
            low = match.start() + part.start()
            cells.append(Cell(said.strip(), low + min(left, right), low + right, quoted=False))
    return cells


def _columns(found: list[list[Cell]]) -> Columns | None:
    body = [row for row in found if not _is_rule(row)]
    if len(body) < _FEWEST_ROWS:
        return None
    head = [_named(cell.value) for cell in body[0]]
    who = next(
        (at for name in SPEAKER for at, cell in enumerate(head) if cell == name.casefold()), None
    )
    said = next(
        (at for name in TEXT for at, cell in enumerate(head) if cell == name.casefold()), None
    )
    when = next((at for at, cell in enumerate(head) if cell in _TIMES), None)
    if who is not None and said is not None and who != said:
        first = next(at for at, row in enumerate(found) if row is body[0]) + 1
        while first < len(found) and _is_rule(found[first]):
            first += 1
        return Columns(who, said, when, first)
    return _guessed(body)


def _guessed(body: list[list[Cell]]) -> Columns | None:
    """Tell the columns by what they hold: names that come again, and long texts."""
    width = Counter(len(row) for row in body).most_common(1)[0][0]
    even = [row for row in body if len(row) == width]
    if width < 2 or len(even) < _HEADS * len(body):
        return None
    lengths = [sum(len(row[at].value) for row in even) for at in range(width)]
    said = max(range(width), key=lambda at: lengths[at])
    for who in range(width):
        names = [row[who].value.strip() for row in even]
        good = sum(1 for name in names if name and could_speak(name) and not name[0].isdigit())
        if who != said and good > _HEADS * len(even) and len(set(names)) < max(0.7 * len(even), 3):
            if lengths[said] < 3 * lengths[who]:
                return None
            times = [
                at
                for at in range(width)
                if at not in {who, said} and all(seconds(row[at].value) is not None for row in even)
            ]
            headed = _is_heading(even, who, said)
            first = body.index(even[0]) + 1 if headed else 0
            return Columns(who, said, times[0] if times else None, first)
    return None


def _is_heading(even: list[list[Cell]], who: int, said: int) -> bool:
    """Whether the first row names the columns: a word for the text, a name that never speaks."""
    first = even[0]
    word = " " not in first[said].value.strip() and first[said].value.strip()[-1:].isalpha()
    return word and all(row[who].value != first[who].value for row in even[1:])


def _is_rule(row: list[Cell]) -> bool:
    return not any(cell.value.strip().strip(":-=") for cell in row)
