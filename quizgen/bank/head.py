"""Read what a bank says before its questions: title, source, settings, defaults."""

import re
from pathlib import PurePath
from typing import Any

from quizgen.bank.fields import BANK, DEFAULTS, GENERATE, INCLUDE, Field
from quizgen.bank.mappings import read_simple, readers, unknown_keys
from quizgen.bank.report import Report, short
from quizgen.bank.values import blank, text
from quizgen.documents.nodes import Mapping, Node, Scalar, Sequence
from quizgen.model.bank import GenerateSettings, Include

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def read_head(root: Mapping, report: Report) -> dict[str, Any]:
    """Read the fields of a ``Bank`` that are not questions."""
    _version(root.get("quizgen"), report)
    simple = read_simple(root, readers(BANK), report)
    _date(root.get("date"), report)
    name = PurePath(report.path).stem
    return {
        "id": simple.pop("id", None) or slug(name),
        "title": simple.pop("title", None) or name,
        **simple,
        "generate": _generate(root.get("generate"), report),
        "include": _includes(root.get("include"), report),
    }


def read_defaults(root: Mapping, report: Report) -> dict[str, object]:
    """Read the fields that count for every question lacking them."""
    return _settings(root.get("defaults"), DEFAULTS, "“defaults”", report)


def _version(node: Node | None, report: Report) -> None:
    typed = node.value.strip() if isinstance(node, Scalar) else None
    if node is None or typed == "1":
        return
    newer = typed is not None and re.fullmatch(r"[2-9]|[1-9]\d+", typed)
    fix = "Update quizgen to read it." if newer else "Write “quizgen: 1”."
    message = f"this quizgen reads version 1 of the format, not “{short(typed or '')}”"
    report.add("version", node, message, fix)


def _date(node: Node | None, report: Report) -> None:
    if isinstance(node, Scalar) and node.value and not _DATE.fullmatch(node.value.strip()):
        message = f"“{short(node)}” is not a date as 2017-07-08"
        report.add("date", node, message, "Write year-month-day.")


def _generate(node: Node | None, report: Report) -> GenerateSettings | None:
    if node is None or blank(node):
        return None
    found: dict[str, Any] = _settings(node, GENERATE, "“generate”", report)
    return GenerateSettings(**found)


def _includes(node: Node | None, report: Report) -> tuple[Include, ...]:
    if node is None or blank(node):
        return ()
    items = node.items if isinstance(node, Sequence) else [node]
    found = [_include(item, report) for item in items]
    return tuple(include for include in found if include is not None)


def _include(node: Node, report: Report) -> Include | None:
    if isinstance(node, Scalar):
        path = text(node, "include", report)
        return None if path is None else Include(bank=path, line=node.line)
    found: dict[str, Any] = _settings(node, INCLUDE, "an included bank", report)
    if "bank" not in found:
        report.add("missing", node, "“include” names no bank", "Add “bank:” with its path.")
        return None
    return Include(**found, line=node.line)


def _settings(
    node: Node | None, fields: tuple[Field, ...], what: str, report: Report
) -> dict[str, object]:
    if node is None or blank(node):
        return {}
    if not isinstance(node, Mapping):
        names = ", ".join(field.name for field in fields)
        report.add("wrong-shape", node, f"{what} should hold fields", f"They are: {names}.")
        return {}
    report.repeated(node)
    return read_simple(unknown_keys(node, fields, report, what), readers(fields), report)


def slug(name: str) -> str:
    """A file's name as an id: what cannot stand in an id becomes a hyphen."""
    return re.sub(r"[^\w.-]+", "-", name).strip("-._")[:64] or "bank"
