"""A table with a column for the speaker and one for what is said: CSV, TSV, Markdown.

start,speaker,text
0.0,Ada Byron,"Hello, and welcome."
2.5,Charles Babbage,Thank you.

L1 +++$+++ u1 +++$+++ ADA +++$+++ Hello, and welcome.

The columns are told by their contents, and by their names where a first row has them. Rows
with the time of a recording that follow each other under one name are one turn; rows with a
date, such as messages, only where sentences run on over them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from quizgen.model.transcript import Transcript
from quizgen.transcripts import metadata
from quizgen.transcripts.attributed import Speech
from quizgen.transcripts.cells import Cell, Row, is_rule, picked, rows, sign_of
from quizgen.transcripts.field_use import Roles, are_messages, roles
from quizgen.transcripts.fields import SPEAKER, TEXT, TIME, is_dated, rank, seconds
from quizgen.transcripts.labels import could_speak

NAME = "table"
_FEWEST_ROWS = 3
_LOOKED_AT = 20_000  # characters
_HEADS = 0.9
_FEWEST = 0.5
_RUNS_ON = 0.3
_LONGER = 3  # times as long as names words are
_ENDS = frozenset(".?!…。！？—-\"”’')]")
_QUOTES = re.compile('""')


class Columns(NamedTuple):
    """Which column is which, and where the first row begins that is no heading."""

    speaker: int
    text: int
    time: int | None
    at: int
    headed: bool
    named: bool = False
    messages: bool = False


def score(text: str) -> float:
    """How sure the form is of the text: a row of names, or columns that hold the right things."""
    sign = _sign(text)
    columns = _columns(text, sign) if sign else None
    if columns is None:
        return 0.0
    return 1.0 if columns.named else 0.98 if columns.headed else 0.75


def read(text: str, path: str) -> Transcript:
    """Read a table; no turns where its columns cannot be told."""
    sign = _sign(text)
    columns = _columns(text, sign) if sign else None
    if columns is None or sign is None:
        return Speech(text).finish(path, NAME)
    found = list(picked(text, sign, columns.at, columns[:3]))
    times = [row[-1] for row in found if row[-1].strip()]
    dated = sum(map(is_dated, times)) * 2 > len(times)
    rolls = not dated and not columns.messages and len(times) > _FEWEST * len(found)
    speech = Speech(text, merge=rolls or (bool(times) and _runs_on(text, found)))
    turn, add = speech.turn, speech.builder.add
    for who, low, high, start, end, quoted, when in found:
        label = who.strip("* \t\xa0")
        if label:
            turn(label, low, high)
        elif speech.starts:
            speech.join(" ")
        else:
            continue
        time = seconds(when) if when and not dated else None
        if quoted:
            _add(speech, start, end, time)
        else:
            add(text[start:end], start, end, time)
    above = text[: columns.at].rpartition("\n\n")[0]
    return speech.finish(path, NAME, title=metadata.title(above) if sign == "|" else None)


def _add(speech: Speech, start: int, end: int, time: float | None) -> None:
    """Add what stands in quotes: two of them are one."""
    source, at = speech.source, start
    for match in _QUOTES.finditer(source, start, end):
        low = match.start()
        speech.builder.add(source[at:low], at, low, time)
        speech.builder.add('"', low, low + 2, time)
        at = low + 2
    speech.builder.add(source[at:end], at, end, time)


def _runs_on(text: str, found: Sequence[Row]) -> bool:
    """Whether rows are cut by the clock: one speaker's sentences run on over them."""
    same = [text[one[3] : one[4]].rstrip() for one, two in pairwise(found) if one[0] == two[0]]
    open_ended = sum(1 for said in same if said[-1:] not in _ENDS)
    return open_ended > _RUNS_ON * len(same)


def _sign(text: str) -> str | None:
    first = next((line for line in text[:5000].splitlines() if line.strip()), "")
    headed = any(_is_headed([_bare(cell) for cell in first.split(sign)]) for sign in ",;\t")
    return sign_of(text, headed=headed)


def _bare(cell: str) -> str:
    return cell.strip().strip("\"'* \ufeff")


def _is_headed(names: Sequence[str]) -> bool:
    """Whether programs give names like these to the columns of speaker and text."""
    return any(rank(name, SPEAKER) for name in names) and any(rank(name, TEXT) for name in names)


def _columns(text: str, sign: str) -> Columns | None:
    end = text.find("\n", _LOOKED_AT)
    found = rows(text[: end + 1] if end >= 0 else text, sign)
    body = [row for row in found if not is_rule(row)]
    if len(body) < _FEWEST_ROWS:
        return None
    names = [_bare(cell.value) for cell in body[0]]
    ruled = any(is_rule(row) for row in found[:2]) and sign == "|"
    if _is_headed(names) or (ruled and any(rank(name, SPEAKER) for name in names)):
        pieces = [
            {name: cell.value for name, cell in zip(names, row, strict=False)} for row in body[1:]
        ]
        use = roles(pieces)
        return _headed(names, use, body[1][0], messages=are_messages(use))
    return _guessed(body)


def _headed(names: list[str], use: Roles, first: Cell, *, messages: bool) -> Columns | None:
    """The columns that names and contents point at."""
    if not use.speaker or not use.text:
        return None
    who, said = names.index(use.speaker[0]), names.index(use.text[0])
    when = next((at for at, name in enumerate(names) if rank(name, TIME)), None)
    return Columns(who, said, when, _begin(first), headed=True, named=True, messages=messages)


def _begin(cell: Cell) -> int:
    """Where the row of a first cell begins."""
    return cell.start - 1 if cell.quoted else cell.start


def _guessed(body: list[list[Cell]]) -> Columns | None:
    """Tell the columns by what they hold: names that come again, and long texts."""
    width = Counter(len(row) for row in body).most_common(1)[0][0]
    even = [row for row in body if len(row) == width]
    if width < 2 or len(even) < _HEADS * len(body):
        return None
    lengths = [sum(len(row[at].value) for row in even) for at in range(width)]
    said = max(range(width), key=lambda at: lengths[at])
    who = max(range(width), key=lambda at: _fits(even, at) if at != said else 0.0)
    times = [at for at in range(width) if at not in {who, said} and _are_times(even[1:], at)]
    if who == said or not _fits(even, who):
        return None
    if lengths[said] < (_LONGER if not times else 1) * lengths[who]:
        return None
    headed = _is_heading(even, who, said)
    first = even[1] if headed else body[0]
    return Columns(who, said, times[0] if times else None, _begin(first[0]), headed=headed)


def _are_times(even: Sequence[Sequence[Cell]], at: int) -> bool:
    """Whether a column's cells are times that rise, not the numbers of the rows."""
    times = [seconds(row[at].value) for row in even]
    known = [time for time in times if time is not None]
    counted = all(two - one == 1 for one, two in pairwise(known))
    return len(known) == len(times) and known == sorted(known) and not counted


def _fits(even: Sequence[Sequence[Cell]], at: int) -> float:
    """How well a column's cells fit names; nothing where they are none or never come again."""
    names = [row[at].value.strip() for row in even]
    good = sum(1 for name in names if name and could_speak(name) and not name[0].isdigit())
    if good <= _HEADS * len(even) or len(set(names)) >= max(0.7 * len(even), 3):
        return 0.0
    return good - sum(1 for name in names if any(sign.isdigit() for sign in name)) / 2


def _is_heading(even: list[list[Cell]], who: int, said: int) -> bool:
    """Whether the first row names the columns: a word for the text, a name that never speaks."""
    first = even[0]
    word = " " not in first[said].value.strip() and first[said].value.strip()[-1:].isalpha()
    return word and all(row[who].value != first[who].value for row in even[1:])
