"""The tables of docs/formats.md, made from what the formats say of themselves."""

from collections.abc import Iterable, Sequence

from quizgen.bank.fields import KINDS
from quizgen.exchange.api import FIELDS, Format
from quizgen.exchange.registry import all_readable, all_written


def tables() -> str:
    """All formats, what becomes of each type of question, which fields have a place."""
    written, readable = all_written(), all_readable()
    names = sorted({*written, *readable})
    known: dict[str, Format] = {**readable, **written}
    formats = [
        (f"`{name}`", _mark(name in written), _mark(name in readable), known[name].SUMMARY)
        for name in names
    ]
    kinds = [
        (f"`{name}`", kind, one.KINDS.get(kind, "left out and listed"))
        for name, one in written.items()
        for kind in KINDS
    ]
    places = [
        (f"`{name}`", *(_mark(field in one.PLACES) for field in FIELDS))
        for name, one in written.items()
    ]
    return "\n".join(
        [
            "## Formats",
            "",
            *_table(("format", "written", "read", "what for"), formats),
            "",
            "## What becomes of each type of question",
            "",
            *_grouped(kinds),
            "",
            "## Which fields have a place",
            "",
            *_table(("format", *FIELDS), places),
            "",
        ]
    )


def _mark(given: bool) -> str:
    return "yes" if given else "–"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join('---' for _ in head)}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _grouped(rows: Sequence[tuple[str, str, str]]) -> Iterable[str]:
    """A row a format, a column a type."""
    cells: dict[str, list[str]] = {}
    for name, _, what in rows:
        cells.setdefault(name, []).append(what)
    return _table(("format", *KINDS), ([name, *found] for name, found in cells.items()))
