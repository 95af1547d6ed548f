"""The sections of ``docs/performance.md``: a table, and what it says, for each part."""

import inspect
import statistics
from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import ModuleType
from typing import Any

from benchmarks.pairs import Result, from_json
from benchmarks.rows import PARTS

PICTURE = "performance/curves.svg"
"""Where the curves are drawn, as seen from the page."""

_MILLION = 1_000_000
_TYPICAL = 50_000  # bytes of a transcript, an hour's talk
_CORES = (2, 16, 64, 256)
_DAY = 86_400  # seconds
_LINEAR = 11  # times as long for ten times the work


def budgets(parts: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """All budgets: a table for each part of quizgen, under what its module says of it."""
    results = [from_json(row) for figures in parts.values() for row in figures["rows"]]
    limited = [result for result in results if result.budget is not None]
    over = [result for result in limited if not result.within]
    yield "## Budgets, and other programs"
    yield ""
    yield "Both sides are timed in turns, on the same input, in the same run; figures are medians."
    yield "*Times* is how many times as long quizgen takes, from the least to the most of the"
    yield "rounds in brackets; below 1 quizgen is the faster one. A row without a budget promises"
    yield "nothing."
    yield ""
    yield f"{len(limited)} rows have a budget, {len(limited) - len(over)} keep it here."
    if over:
        yield "Over it:"
        yield ""
        yield from (f"- {each.name}, beside {each.against}" for each in over)
    for part, figures in parts.items():
        yield ""
        yield from _budgets_of(PARTS[part], figures)


def _budgets_of(part: ModuleType, figures: Mapping[str, Any]) -> Iterator[str]:
    subject, _, more = inspect.getdoc(part).partition("\n\n")
    yield f"### {subject.rstrip('.')}"
    yield ""
    if more:
        yield more.replace("``", "`")
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


def growth(figures: list[Mapping[str, Any]]) -> Iterator[str]:
    """How each kind of work grows, and why where that is no straight line."""
    yield "## As the work grows"
    yield ""
    yield f"![Time as the work grows]({PICTURE})"
    yield ""
    yield "Time of the processor, the least of a few rounds. The dashed line is what ten times the"
    yield "work would take if it took ten times as long."
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
    times = [min(point["seconds"]) for point in curve["points"]]
    steps = [after / before for before, after in pairwise(times)]
    grown = ", ".join(f"{step:.1f}" for step in steps)
    over = " **over**" if (times[-1] / times[0]) ** (1 / len(steps)) > _LINEAR else ""
    cells = " | ".join(map(duration, times))
    first = curve["points"][0]["size"]
    return f"| {curve['name']} | {first:,} {curve['size']} | {cells} | {grown}{over} |"


def corpus(figures: Mapping[str, Any]) -> Iterator[str]:
    """What a folder took, and what a million transcripts would."""
    size, files = figures["bytes"], figures["files"]
    one, two = figures["seconds_1"], figures["seconds_2"]
    driver, work = figures["driver_seconds"], figures["work_seconds"]
    yield "## A folder of transcripts"
    yield ""
    yield f"`quizgen generate FOLDER` over {files} transcripts of {_kilo(size / files)}. The"
    yield "coordinator is the process that you start: it reads the transcripts, gives them to the"
    yield "workers, and writes what comes back."
    yield ""
    yield from _table(
        ("one process (`--jobs 1`)", duration(one)),
        ("two workers (`--jobs 2`)", f"{duration(two)}, {one / two:.2f} times as fast"),
        ("text made into banks by one process", f"{_kilo(size / one)} a second"),
        ("memory of the largest process", f"{_memory(figures) / 1e6:.0f} MB"),
        ("a bank and its lock file on the disk", _kilo(figures["bank_bytes"] / files)),
        ("a worker's time for a bank", duration(work)),
        ("the coordinator's time for a bank", duration(driver)),
        ("workers that it keeps busy with such transcripts", f"{work / driver:.0f}"),
    )
    yield ""
    yield from _million(figures)


def _million(figures: Mapping[str, Any]) -> Iterator[str]:
    """What a million transcripts would take, by the figures above."""
    total, rate = _MILLION * _TYPICAL, figures["bytes"] / figures["seconds_1"]
    driver, room = figures["driver_seconds"], figures["bank_bytes"] / figures["files"]
    yield "### A million transcripts"
    yield ""
    yield "Reckoned from the table above, assuming"
    yield ""
    yield f"- {_kilo(_TYPICAL)} for each transcript (an hour's talk), {total / 1e9:.0f} GB of text;"
    yield "- time that grows with the text, as the curves say;"
    yield "- cores, disks and banks like those above, a network no slower than the disk;"
    yield "- a coordinator that spends as long on each bank as above, one after the other."
    yield ""
    yield from _table(
        (
            f"work: {total / 1e9:.0f} GB at {_kilo(rate)} a second",
            f"{total / rate / 3600:,.0f} core hours",
        ),
        ("one transcript on one core", duration(_TYPICAL / rate)),
        *(
            (f"on {cores} cores", duration(max(total / rate / cores, _MILLION * driver)))
            for cores in _CORES
        ),
        (
            "the coordinator's own time, which no number of cores undercuts",
            duration(_MILLION * driver),
        ),
        ("workers that one coordinator keeps busy", f"{_TYPICAL / rate / driver:,.0f}"),
        ("memory for each worker", f"{_memory(figures) / 1e6:.0f} MB"),
        ("disk for the banks", f"{_MILLION * room / 1e9:.0f} GB"),
    )
    yield ""
    yield "For more workers, split the folder and run a coordinator for each part."


def _memory(figures: Mapping[str, Any]) -> int:
    return max(figures["memory_1"], figures["memory_2"])


def _kilo(size: float) -> str:
    return f"{size / 1000:.3g} kB"


def _table(*rows: tuple[str, str]) -> Iterator[str]:
    yield "| | |"
    yield "|---|---:|"
    for name, figure in rows:
        yield f"| {name} | {figure} |"


def install(figures: Mapping[str, Any]) -> Iterator[str]:
    """The first ``make play`` in a fresh clone."""
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
    yield f"The largest of {figures['packages']} packages, in MB: {largest}. pip and setuptools are"
    yield "Python's own part of every environment; quizgen needs neither. What each dependency is"
    yield "for stands beside it in `pyproject.toml`; what few people want is an extra, which is not"
    yield "installed: `quizgen[cluster]` (Dask) and `quizgen[serve]` (the app in a browser)."
