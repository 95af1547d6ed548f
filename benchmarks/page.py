"""Writes ``docs/performance.md`` and its picture from the figures that were measured.

They are kept beside the picture, so that the page can be drawn anew, or a part of them
measured again, without all the rest. Each part names the machine that it comes from.
"""

import json
import statistics
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from benchmarks.machine import here
from benchmarks.pairs import Result, from_json
from benchmarks.plots import picture
from benchmarks.samples import ROOT

PAGE = ROOT / "docs" / "performance.md"
FOLDER = ROOT / "docs" / "performance"
_FIGURES, _CURVES = FOLDER / "figures.json", FOLDER / "curves.svg"
_MILLION = 1_000_000
_TYPICAL = 50_000  # bytes of a transcript, an hour's talk
_CORES = (2, 16, 64, 256)
_DAY = 86_400  # seconds
_LINEAR = 11  # times as long for ten times the work
_HEAD = """\
# Performance

This page is made by `make performance`; the figures stand in `performance/figures.json`.
`make bench` measures the first table on your machine, and `python -m benchmarks.compare` tells
what changed between two runs.
"""


def keep(part: str, figures: Any) -> None:
    """Keep what was measured here as a part of the page, and draw the page anew."""
    FOLDER.mkdir(exist_ok=True)
    kept = _kept() | {part: {"machine": here(), "figures": figures}}
    _FIGURES.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    draw()


def draw() -> None:
    """Write the page and its picture from what is kept."""
    PAGE.write_text(text(), encoding="utf-8")
    if curves := _kept().get("curves"):
        drawn = picture(curves["figures"], "Time as the work grows")
        _CURVES.write_text(drawn, encoding="utf-8")


def text() -> str:
    """The page as it follows from what is kept."""
    kept, parts = _kept(), [_HEAD]
    for part, lines in _PARTS.items():
        if part in kept:
            found = kept[part]
            parts.append("\n".join([*lines(found["figures"]), "", _machine(found["machine"]), ""]))
    return "\n".join(parts)


def _kept() -> dict[str, Any]:
    return json.loads(_FIGURES.read_text(encoding="utf-8")) if _FIGURES.exists() else {}


def _machine(machine: Mapping[str, Any]) -> str:
    return (
        f"Measured on {machine['processor']}, {machine['cores']} cores, "
        f"{machine['memory_gb']} GB, {machine['system']}, {machine['python']}, "
        f"quizgen {machine['quizgen']}."
    )


def _budgets(figures: Mapping[str, Any]) -> Iterator[str]:
    yield "## Budgets, and other programs"
    yield ""
    yield "Both sides are timed in turns, on the same input, in the same run; figures are medians."
    yield "*Times* is how many times as long quizgen takes, from the least to the most of the"
    yield "rounds in brackets. What each side does is told in `benchmarks/rows/`."
    yield ""
    yield "| what | quizgen | beside | | times | budget |"
    yield "|---|---:|---|---:|---:|---:|"
    for result in map(from_json, figures["rows"]):
        yield _row(result)
    for name, against, why in figures["missing"]:
        yield f"| {name} | | {against} | not measured: {why} | | |"


def _row(result: Result) -> str:
    ours, theirs = statistics.median(result.ours), statistics.median(result.theirs)
    spread = f"{min(result.ratios):.2f}–{max(result.ratios):.2f}"
    budget = "" if result.budget is None else f"{result.budget:.3g}"
    over = "" if result.within else " **over**"
    return (
        f"| {result.name} | {_amount(ours, result.unit)} | {result.against} "
        f"| {_amount(theirs, result.unit)} | {result.ratio:.2f} ({spread}) | {budget}{over} |"
    )


def _amount(number: float, unit: str) -> str:
    return duration(number) if unit == "s" else f"{number:.1f} {unit}"


def duration(seconds: float) -> str:
    """Seconds in the unit that a person would choose."""
    if seconds < 1:
        return f"{seconds * 1000:.3g} ms"
    for unit, name in ((_DAY, "days"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * unit:
            return f"{seconds / unit:,.1f} {name}"
    return f"{seconds:.2f} s"


def _growth(figures: list[Mapping[str, Any]]) -> Iterator[str]:
    yield "## As the work grows"
    yield ""
    yield f"![Time as the work grows]({_CURVES.relative_to(PAGE.parent).as_posix()})"
    yield ""
    yield "Time of the processor. The dashed line is what ten times the work would take if it took"
    yield "ten times as long."
    yield ""
    yield "| work | of | ×1 | ×10 | ×100 | grows, per tenfold |"
    yield "|---|---|---:|---:|---:|---:|"
    for curve in figures:
        yield _curve_row(curve)
    for curve in figures:
        if curve["why"]:
            yield ""
            yield f"*{curve['name'].capitalize()}*: {curve['why']}"


def _curve_row(curve: Mapping[str, Any]) -> str:
    times = [statistics.median(point["seconds"]) for point in curve["points"]]
    steps = [after / before for before, after in pairwise(times)]
    grown = ", ".join(f"{step:.1f}" for step in steps)
    over = " **over**" if max(steps) > _LINEAR else ""
    cells = " | ".join(map(duration, times))
    first = curve["points"][0]["size"]
    return f"| {curve['name']} | {first:,} {curve['size']} | {cells} | {grown}{over} |"


def _corpus(figures: Mapping[str, Any]) -> Iterator[str]:
    size, files = figures["bytes"], figures["files"]
    one, two = figures["seconds_1"], figures["seconds_2"]
    driver, work = figures["driver_seconds"], figures["work_seconds"]
    yield "## A folder of transcripts"
    yield ""
    yield f"`quizgen generate FOLDER` over {files} transcripts of {_kilo(size / files)}:"
    yield ""
    yield from _table(
        ("one process", duration(one)),
        ("two processes", f"{duration(two)}, {one / two:.2f} times as fast"),
        ("text for each core", f"{_kilo(size / one)} a second"),
        ("memory of the largest process", f"{_memory(figures) / 1e6:.0f} MB"),
        ("a bank and its lock file", _kilo(figures["bank_bytes"] / files)),
        ("what a worker spends on a bank", duration(work)),
        ("what the process that gives the jobs spends on it", duration(driver)),
        ("workers that it can feed with such transcripts", f"{work / driver:.0f}"),
    )
    yield ""
    yield from _million(figures)


def _million(figures: Mapping[str, Any]) -> Iterator[str]:
    """What a million transcripts would take, by the figures above."""
    total, rate = _MILLION * _TYPICAL, figures["bytes"] / figures["seconds_1"]
    driver, room = figures["driver_seconds"], figures["bank_bytes"] / figures["files"]
    yield "### A million transcripts"
    yield ""
    yield f"Assumed: {_kilo(_TYPICAL)} each (an hour's talk), {total / 1e9:.0f} GB of text; time"
    yield "that grows with the text, as the curves say; cores, disk and banks like those above; a"
    yield "giver that spends as long on each bank as above, one after the other."
    yield ""
    yield from _table(
        ("work", f"{total / rate / 3600:,.0f} core hours"),
        ("one transcript on a core", duration(_TYPICAL / rate)),
        *(
            (f"on {cores} cores", duration(max(total / rate / cores, _MILLION * driver)))
            for cores in _CORES
        ),
        ("the giver's own time", duration(_MILLION * driver)),
        ("workers that one giver feeds", f"{_TYPICAL / rate / driver:,.0f}"),
        ("memory for each worker", f"{_memory(figures) / 1e6:.0f} MB"),
        ("disk for the banks", f"{_MILLION * room / 1e9:.0f} GB"),
    )
    yield ""
    yield "For more workers, split the folder and run a giver for each part."


def _memory(figures: Mapping[str, Any]) -> int:
    return max(figures["memory_1"], figures["memory_2"])


def _kilo(size: float) -> str:
    return f"{size / 1000:.3g} kB"


def _table(*rows: tuple[str, str]) -> Iterator[str]:
    yield "| | |"
    yield "|---|---:|"
    for name, figure in rows:
        yield f"| {name} | {figure} |"


def _install(figures: Mapping[str, Any]) -> Iterator[str]:
    largest = ", ".join(f"{name} {size / 1e6:.1f}" for name, size in figures["largest"].items())
    yield "## The first `make play`"
    yield ""
    yield "In a fresh clone, until quizgen tells its version:"
    yield ""
    yield from _table(
        ("nothing there, pip's cache empty", duration(figures["seconds_cold"])),
        ("a second clone, pip's cache filled", duration(figures["seconds_warm"])),
        ("the same clone again", duration(figures["seconds_again"])),
        ("packages fetched", f"{figures['fetched_bytes'] / 1e6:.1f} MB"),
        ("the checkout", f"{figures['checkout_bytes'] / 1e6:.1f} MB"),
        ("its `.venv`", f"{figures['environment_bytes'] / 1e6:.1f} MB"),
    )
    yield ""
    yield f"The largest of {figures['packages']} packages, in MB: {largest}."
    yield "pip and setuptools are Python's own part of every environment; quizgen needs neither."


_PARTS = {"budgets": _budgets, "curves": _growth, "corpus": _corpus, "install": _install}
