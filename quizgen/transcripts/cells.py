"""The cells of tables, each with its place: parted by commas, tabs, bars or a row of signs.

A cell in quotes may run over lines. Python's ``csv`` module knows no places.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

_SIGNS = (",", "\t", ";", "|")
_FEWEST_ROWS = 3
_LOOKED_AT = 12  # lines
_MOSTLY = 0.9
_BARRED = 0.6
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_RULER = re.compile(r"(?<=\S)[ \t]+([^\w\s,.;:?!'\"()-][^\w\s]{2,9})(?=[ \t]+\S)")
_LINE = re.compile(r"[^\r\n]+")


class Cell(NamedTuple):
    """A cell: its value, its range of the file (within quotes), and whether it had quotes."""

    value: str
    start: int
    end: int
    quoted: bool


def sign_of(text: str, *, headed: bool) -> str | None:
    """What parts the columns: the sign that every one of the first lines has as often.

    Where the first line is ``headed``, it alone may have the sign.
    """
    lines = [line for line in text[:5000].splitlines()[:20] if line.strip()][:_LOOKED_AT]
    if len(lines) < _FEWEST_ROWS:
        return None
    for sign in _SIGNS:
        counts = [_QUOTED.sub("", line).count(sign) for line in lines]
        if sign == "|" and _are_barred(lines):
            return sign
        if min(counts) and sign != "|" and (counts[0] == min(counts) or sign == "\t"):
            return sign
        if sign in ",;\t" and counts[0] and headed:
            return sign
    return _ruler(lines)


def _are_barred(lines: Sequence[str]) -> bool:
    """Whether most lines begin with a bar, as a table in Markdown does, or all end with one."""
    begins = sum(1 for line in lines if line.lstrip().startswith("|") and line.count("|") > 1)
    if begins > _BARRED * len(lines):
        return True
    counts = [line.count("|") for line in lines]
    return all(line.rstrip().endswith("|") for line in lines) and len(set(counts)) == 1 < counts[0]


def _ruler(lines: Sequence[str]) -> str | None:
    """Several signs between blanks that part every line into equally many fields."""
    found: list[Counter[str]] = [Counter(_RULER.findall(line)) for line in lines]
    for sign, often in found[0].items():
        same = sum(1 for each in found if each[sign] == often)
        if same >= _MOSTLY * len(lines):
            return sign
    return None


def rows(text: str, sign: str) -> list[list[Cell]]:
    """All rows of a table that hold anything."""
    if sign == "|" or len(sign) > 1:
        part = re.compile(rf"{re.escape(sign)}")
        if sign == "|":
            part = re.compile(r"(?<!\\)\|")
        found = [_parted(match, part, bars=sign == "|") for match in _LINE.finditer(text)]
        return [row for row in found if len(row) > 1]
    cell = re.compile(
        rf"(?:{_quoted('quoted', sign)}|(?P<bare>[^{re.escape(sign)}\r\n]*))"
        rf"(?P<end>{re.escape(sign)}|\r?\n|\r|\Z)"
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


Row: TypeAlias = tuple[str, int, int, int, int, bool, str]
"""A label and its range, the range of the words and whether they are in quotes, a time."""


def picked(text: str, sign: str, at: int, columns: tuple[int, int, int | None]) -> Iterator[Row]:
    """The speaker, the words and the time of every row from the offset ``at`` on.

    Rows that are too short for speaker and words are left out.
    """
    if sign == "|" or len(sign) > 1:
        yield from _by_cells(text, sign, at, columns)
        return
    who, said, when = columns
    pattern = _row(sign, who, said, when)
    group = pattern.groupindex
    bare, quoted, words = group[f"b{who}"], group[f"q{who}"], group[f"b{said}"]
    cited = group[f"q{said}"]
    times = (group[f"b{when}"], group[f"q{when}"]) if when is not None else (0, 0)
    for match in pattern.finditer(text, at):
        label, low_high = match[bare], match.span(bare)
        if label is None:
            if match[quoted] is None:
                continue
            label, low_high = match[quoted].replace('""', '"'), match.span(quoted)
        time = (match[times[0]] or match[times[1]] or "") if times[0] else ""
        start = match.start(words)
        if start >= 0:
            yield label, *low_high, start, match.end(words), False, time
        else:
            yield label, *low_high, *match.span(cited), True, time


def _by_cells(text: str, sign: str, at: int, columns: tuple[int, int, int | None]) -> Iterator[Row]:
    who, said, when = columns
    found = rows(text, sign)
    heads = {tuple(cell.value for cell in row) for row in found if row[0].start < at}
    for row in found:
        again = tuple(cell.value for cell in row) in heads or is_rule(row)
        if len(row) <= max(who, said) or row[0].start < at or again:
            continue
        label, words = row[who], row[said]
        time = row[when].value if when is not None and when < len(row) else ""
        yield label.value, label.start, label.end, words.start, words.end, False, time


def is_rule(row: Sequence[Cell]) -> bool:
    """Whether a row only parts others."""
    return not any(cell.value.strip().strip(":-=") for cell in row)


def _quoted(name: str, sign: str) -> str:
    return rf'[ ]*"(?P<{name}>[^"]*+(?:""[^"]*+)*+)"[ ]*(?=$|{re.escape(sign)}|[\r\n])'


@lru_cache(maxsize=16)
def _row(sign: str, who: int, said: int, when: int | None) -> re.Pattern[str]:
    """A pattern of whole rows, with groups for the wanted cells; a short row has none of them."""
    mark = re.escape(sign)
    plain = re.sub(r"\?P<\w+>", "?:", _quoted("none", sign))
    cells = [
        f"(?:{_quoted(f'q{at}', sign)}|(?P<b{at}>[^{mark}\r\n]*+))"
        if at in {who, said, when}
        else f"(?:{plain}|[^{mark}\r\n]*+)"
        for at in range(max(who, said, when or 0) + 1)
    ]
    whole = mark.join(cells[: max(who, said) + 1])
    whole += "".join(f"(?:{mark}{cell}" for cell in cells[max(who, said) + 1 :])
    whole += ")?+" * (len(cells) - max(who, said) - 1)
    more = f"(?:{mark}(?:{plain}|[^{mark}\r\n]*+))*+"
    return re.compile(rf"(?:{whole}{more}(?=[\r\n]|\Z)|[^\r\n]*+)(?:\r?\n|\r|\Z)")


def _parted(match: re.Match[str], part: re.Pattern[str], *, bars: bool) -> list[Cell]:
    """The cells of a line, without the blanks around them; bars may stand at its ends, too."""
    line, base = match.group(), match.start()
    bounds = [at for found in part.finditer(line) for at in found.span()]
    edges = [0, *bounds, len(line)]
    cells = []
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        said = line[low:high]
        left, right = len(said) - len(said.lstrip()), len(said.rstrip())
        start = base + low + min(left, right)
        cells.append(
            Cell(said.strip(), start, base + low + max(right, left if right else 0), quoted=False)
        )
    if bars and cells and not cells[0].value:
        cells = cells[1:]
    if bars and cells and not cells[-1].value and line.rstrip().endswith("|"):
        cells = cells[:-1]
    return cells
