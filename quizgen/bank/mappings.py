"""Read a group of fields: all of simple shapes at once, and what is wrong with their names."""

from collections.abc import Iterable
from dataclasses import replace

from quizgen.bank.fields import BANK, DEFAULTS, GENERATE, INCLUDE, ITEM, OPTION, Field, suggest
from quizgen.bank.report import Report, short
from quizgen.bank.values import READERS, Reader, blank, report_blank
from quizgen.documents.nodes import Mapping, Node, Scalar
from quizgen.documents.scalars import quoted


def readers(fields: Iterable[Field]) -> dict[str, Reader]:
    """By name, how each of the fields is read that are of simple shapes."""
    return {field.name: READERS[field.shape] for field in fields if field.shape in READERS}


def read_simple(mapping: Mapping, readers: dict[str, Reader], report: Report) -> dict[str, object]:
    """Read all fields of simple shapes that are there and can be read, by name."""
    found: dict[str, object] = {}
    for name, (_, node) in mapping.entries.items():
        reader = readers.get(name)
        if reader is None:
            continue
        if blank(node) and name != "question":
            report_blank(name, node, report)
            continue
        value = reader(node, name, report)
        if value is not None:
            found[name] = value
    return found


def unknown_keys(mapping: Mapping, fields: tuple[Field, ...], report: Report, what: str) -> Mapping:
    """Report every key that is none of the fields, with the one that was meant.

    Returns the mapping as it was meant, so that a misspelt name is not missed as well.
    """
    if mapping.entries.keys() <= _names(fields):
        return mapping
    names = [field.name for field in fields]
    entries = dict(mapping.entries)
    for key, value in mapping.pairs():
        if report.full:
            break
        if key.value in names or _glued(key, value, names, report):
            continue
        if fields is BANK and key.value in _OF_A_QUESTION:
            fix = "It belongs to a question: begin it with two spaces, below “- question: ”."
            report.add("unknown-key", key, f"{what} has no field “{short(key)}”", fix)
            continue
        meant = suggest(key.value, [name for name in names if name not in entries])
        fix = f"The fields of {what} are: {', '.join(names)}."
        if meant:
            fix = f"Did you mean “{meant}”?"
            entries[meant] = key, value
            report.mend(key.start, key.end, meant)
        elif mapping.flow and blank(value):
            fix = "A comma inside { } begins a new field: put the text before it in quotes."
        report.add("unknown-key", key, f"{what} has no field “{short(key)}”", fix)
    return mapping if entries == mapping.entries else replace(mapping, entries=entries)


def _names(fields: tuple[Field, ...]) -> frozenset[str]:
    """The names of the fields; looked up by the table itself, not by what is in it."""
    found = _NAMES.get(id(fields))
    return found if found is not None else frozenset(field.name for field in fields)


_NAMES = {
    id(table): frozenset(field.name for field in table)
    for table in (BANK, DEFAULTS, GENERATE, INCLUDE, ITEM, OPTION)
}


_OF_A_QUESTION = _NAMES[id(ITEM)] - _NAMES[id(BANK)] - _NAMES[id(DEFAULTS)]


def _glued(key: Scalar, value: Node, names: list[str], report: Report) -> bool:
    """Report `question:Who said: no?`, whose field is read as “question:Who said”."""
    name, colon, start = key.value.partition(":")
    if not colon or name not in names or not isinstance(value, Scalar):
        return False
    whole = f"{name}: {quoted(f'{start}: {value.value}'.strip(': '))}"
    fix = f"Put a space behind the colon, and the text in quotes: {whole}"
    report.add("space-missing", key, "there is no space behind the colon", fix)
    if not value.style and value.last_line == key.line and value.value:
        report.mend(key.start, value.end, whole)
    return True
