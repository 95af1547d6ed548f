"""From a foreign file to a bank: its text recognised, its rows made sound, the rest listed.

What a bank cannot hold costs its own row only: the bank is written, read as any bank is,
and a question that is an error there does not come in.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from quizgen.bank.identity import new_id
from quizgen.bank.reader import parse_bank
from quizgen.bank.writer import format_bank
from quizgen.exchange.api import Fault, Incoming, Row
from quizgen.exchange.registry import all_readable, readable, recognised
from quizgen.files.text import read as read_text
from quizgen.model.bank import LARGEST, Bank
from quizgen.model.errors import FileError
from quizgen.model.problem import Level
from quizgen.model.question import Option, Question

LIMIT = 20_000_000
"""How many bytes a foreign file may have."""

MOST = 20_000
"""How many questions of one file come in."""

_ID = re.compile(r"[^\W_][\w.-]{0,63}")
_ENCODINGS = ("utf-8", "cp1252")


@dataclass(frozen=True, slots=True)
class Landed:
    """A foreign file as a bank: the bank's text, how many questions, and what is wrong."""

    text: str
    form: str
    count: int
    faults: tuple[Fault, ...]


def bring_in(
    path: str, form: str | None, bank_id: str, name: str, title: str | None = None
) -> Landed:
    """Read the file at ``path``, in the format ``form`` or the one that it looks like.

    The bank is called ``title``, or else what the file calls itself, or else ``name``.

    Raises:
        FileError: it cannot be read, or looks like nothing that quizgen reads.
        UsageError: there is no format of that name.
    """
    if form is not None:
        readable(form)  # a wrong name is worth saying before anything else
    _refuse_packages(path)
    text = read_text(path, encodings=_ENCODINGS, limit=LIMIT).text
    chosen = form or recognised(text)
    if chosen is None:
        raise FileError(
            f"“{path}” looks like none of the formats that quizgen reads.",
            fix=f"Say which one it is with --from: {', '.join(all_readable())}.",
        )
    incoming = readable(chosen).read(text)
    bank = Bank(
        id=bank_id,
        title=_visible(title or incoming.title or name) or "Imported",
        path=path,
        questions=(),
    )
    return _landed(bank, incoming, chosen)


def _refuse_packages(path: str) -> None:
    """Say of a zip that it is one; nothing from outside is ever unpacked."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - the path may be anything a person typed
            start = file.read(4)
    except (OSError, ValueError):
        return  # whoever reads the text says it better
    if start == b"PK\x03\x04":
        raise FileError(
            f"“{path}” is a package (zip); quizgen reads text, and unpacks nothing.",
            fix="Export it as text: from Anki as “Notes in Plain Text”, from a spreadsheet as CSV.",
        )


def _landed(bank: Bank, incoming: Incoming, form: str) -> Landed:
    faults = list(incoming.faults)
    rows = _sound(incoming.rows[:MOST], faults)
    if len(incoming.rows) > MOST:
        line = incoming.rows[MOST].line
        faults.append(Fault(line, f"from here on nothing comes in: {MOST:,} are the most"))
    kept, text = _proved(bank, rows, faults)
    if len(text.encode()) > LARGEST:
        raise FileError(
            f"“{bank.path}” would become a bank of more than {LARGEST / 1_000_000:g} MB.",
            fix="Split it into several files.",
        )
    return Landed(text, form, len(kept), tuple(sorted(faults)))


def _sound(rows: Sequence[Row], faults: list[Fault]) -> list[Row]:
    """Rows with clean texts and an id each."""
    taken = {row.question.id for row in rows if row.question.id}
    used: set[str] = set()
    found = []
    for number, row in enumerate(rows):
        question = _clean(row.question)
        name = question.id
        if name is not None and (not _ID.fullmatch(name) or name in used):
            reason = "stands twice" if name in used else "cannot be an id of a bank"
            faults.append(Fault(row.line, f"its id “{name[:40]}” {reason}; it gets another", False))
            name = None
        name = name or new_id("imported", f"{question.stem} {number}", taken | used)
        used.add(name)
        found.append(Row(row.line, replace(question, id=name)))
    return found


def _clean(question: Question) -> Question:
    """Every text without blanks at its ends, and without signs that nobody sees."""
    return replace(
        question,
        **{
            field.name: _cleaned(getattr(question, field.name))
            for field in fields(question)
            if field.name not in {"made", "place"}
        },
    )


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return _visible(value)
    if isinstance(value, Option):
        return Option(_visible(value.text), _visible(value.because or "") or None)
    if isinstance(value, tuple):
        return tuple(_cleaned(one) for one in value)
    return value


def _visible(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isprintable():
        text = "".join(
            sign
            for sign in text
            if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"}
        )
    return text.strip()


def _proved(bank: Bank, rows: Sequence[Row], faults: list[Fault]) -> tuple[list[Row], str]:
    """The rows that are no error in a bank, and the bank's text with them."""
    kept = list(rows)
    while True:
        text = format_bank(replace(bank, questions=tuple(row.question for row in kept)))
        bad = _errors(text)
        if not bad:
            return kept, text
        faults += [Fault(kept[at].line, reason) for at, reason in bad.items()]
        kept = [row for at, row in enumerate(kept) if at not in bad]


def _errors(text: str) -> dict[int, str]:
    """Which questions of a bank's text are errors, by their positions, and why."""
    read = parse_bank(text, "imported")
    if not read.errors:
        return {}
    starts = [at for at, line in enumerate(text.split("\n"), start=1) if line.startswith("- ")]
    found: dict[int, str] = {}
    for problem in read.problems:
        at = bisect_right(starts, problem.line) - 1
        if problem.level is Level.ERROR and at >= 0:
            found.setdefault(at, problem.message)
    return found
