"""Writes ``docs/performance.md`` and its picture from the figures that were measured.

They are kept beside the picture, part by part, so that the page can be drawn anew, or a part
measured again, without all the rest.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks import tables
from benchmarks.machine import here
from benchmarks.plots import picture
from benchmarks.rows import PARTS
from benchmarks.samples import ROOT

PAGE = ROOT / "docs" / "performance.md"
FOLDER = ROOT / "docs" / "performance"
_FIGURES, _CURVES = FOLDER / "figures.json", PAGE.parent / tables.PICTURE
_HEAD = """\
# Performance

This page is made by `make performance`; the figures stand in
[`performance/figures.json`](performance/figures.json). `make bench` measures the first tables
on your machine, and `python -m benchmarks.compare` tells what changed between two runs.
"""
_SECTIONS = {"curves": tables.growth, "corpus": tables.corpus, "install": tables.install}


def keep(part: str, figures: Any) -> None:
    """Keep what was measured here as a part of the page, and draw the page anew."""
    FOLDER.mkdir(exist_ok=True)
    kept = _kept() | {part: {"machine": here(), "figures": figures}}
    _FIGURES.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    draw()


def draw() -> None:
    """Write the page and its picture from what is kept."""
    PAGE.write_text(text(_kept()), encoding="utf-8")
    if curves := _kept().get("curves"):
        drawn = picture(curves["figures"], "Time as the work grows")
        _CURVES.write_text(drawn, encoding="utf-8")


def text(kept: Mapping[str, Any]) -> str:
    """The page as it follows from the figures of each part."""
    budgets = [part for part in PARTS if part in kept]
    others = [part for part in _SECTIONS if part in kept]
    sections = [[_HEAD.rstrip()]]
    if len(machines := _machines(kept, [*budgets, *others])) == 1:
        sections.append(machines)
    if budgets:
        sections.append(list(tables.budgets({part: kept[part]["figures"] for part in budgets})))
        sections.append(_machines(kept, budgets) if len(machines) > 1 else [])
    for part in others:
        sections.append(list(_SECTIONS[part](kept[part]["figures"])))
        sections.append(_machines(kept, [part]) if len(machines) > 1 else [])
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _kept() -> dict[str, Any]:
    return json.loads(_FIGURES.read_text(encoding="utf-8")) if _FIGURES.exists() else {}


def _machines(kept: Mapping[str, Any], parts: Sequence[str]) -> list[str]:
    """Where these parts were measured, each machine once."""
    return list(dict.fromkeys(_machine(kept[part]["machine"]) for part in parts))


def _machine(machine: Mapping[str, Any]) -> str:
    return (
        f"Measured on {machine['processor']}, {machine['cores']} cores, "
        f"{machine['memory_gb']} GB, {machine['system']}, {machine['python']}, "
        f"quizgen {machine['quizgen']}."
    )
