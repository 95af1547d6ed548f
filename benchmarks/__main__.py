"""Measure every budget on this machine, beside the programs that people would use instead.

Both sides of a row are timed in turns; the figures are medians, the spread is from the least
to the most. The exit code is 1 if a budget is exceeded or a part could not be measured.
"""

import argparse
import json
import statistics
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import curves, install, page, sizing
from benchmarks.machine import here
from benchmarks.pairs import Missing, Result, Row, measure
from benchmarks.rows import PARTS

LINE = "{:<34} {:>10} {:>10}  {:>6} {:>13}  {:>6}  {:<4}  {}"
SHOWN: dict[str, Callable[[], Any]] = {
    "curves": curves.measured,
    "corpus": sizing.measured,
    "install": install.measured,
}
"""Parts without budgets, which docs/performance.md shows."""


def main() -> int:
    """Measure, print, and return 1 if a budget is exceeded or a part failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    parts = ", ".join([*PARTS, *SHOWN])
    add("parts", nargs="*", metavar="PART", help=f"only these: {parts}")
    add("--json", type=Path, metavar="FILE", help="write all results to FILE, too")
    add("--page", action="store_true", help="write them into docs/performance.md, part by part")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - {*PARTS, *SHOWN}:
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    wanted = arguments.parts or [*PARTS, *(SHOWN if arguments.page else ())]
    run = _Run(arguments)
    for part in wanted:
        run.do(part)
    return run.sum_up()


class _Run:
    """The parts that were measured so far, and those that failed."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._file, self._page = arguments.json, arguments.page
        self._results: list[Result] = []
        self._missing: list[Missing] = []
        self._failed: list[str] = []
        print(", ".join(f"{name} {value}" for name, value in here().items()))
        print(LINE.format("path", "ours", "theirs", "ratio", "spread", "budget", "", "against"))

    def do(self, part: str) -> None:
        """Measure a part; one that fails is told, and the others go on."""
        try:
            figures = SHOWN[part]() if part in SHOWN else self._budgets(part)
        except Exception:  # noqa: BLE001 - whatever it is, the next part need not have it
            traceback.print_exc()
            self._failed.append(part)
            print(f"{part:<34} FAILED", flush=True)
            return
        if self._page:
            page.keep(part, figures)

    def _budgets(self, part: str) -> dict[str, object]:
        """Measure the rows of a part, a line for each; the next is made when one is measured."""
        results, missing = [], []
        for row in PARTS[part].rows():
            if isinstance(row, Missing):
                missing.append(row)
                print(f"{row.name:<34} not measured against {row.against}: {row.why}")
                continue
            try:
                results.append(measure(row) if isinstance(row, Row) else row)
            except Exception as error:  # noqa: BLE001 - whatever it is, the next row need not have it
                traceback.print_exc()
                self._failed.append(part)
                missing.append(Missing(row.name, row.against, f"it failed: {error}"))
                continue
            print(_line(results[-1]), flush=True)
        self._results += results
        self._missing += missing
        return _as_json(results, missing)

    def sum_up(self) -> int:
        """Write the file that was asked for, and say what failed; the exit code."""
        if self._file:
            body = {"machine": here(), **_as_json(self._results, self._missing)}
            self._file.write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")
        if self._failed:
            words = " ".join([*(["--page"] if self._page else []), *dict.fromkeys(self._failed)])
            print(f"Not measured. Once it is mended: python -m benchmarks {words}", file=sys.stderr)
        exceeded = not self._page and not all(result.within for result in self._results)
        return 1 if self._failed or exceeded else 0


def _as_json(results: list[Result], missing: list[Missing]) -> dict[str, object]:
    """The results for a file, which ``benchmarks.compare`` reads."""
    return {
        "rows": [result.as_json() for result in results],
        "missing": [[row.name, row.against, row.why] for row in missing],
    }


def _line(result: Result) -> str:
    verdict = "pass" if result.within else "OVER"
    return LINE.format(
        result.name,
        _amount(statistics.median(result.ours), result.unit),
        _amount(statistics.median(result.theirs), result.unit),
        f"{result.ratio:.2f}",
        f"{min(result.ratios):.2f}–{max(result.ratios):.2f}",
        "–" if result.budget is None else f"{result.budget:.3g}",
        "" if result.budget is None else verdict,
        result.against,
    )


def _amount(number: float, unit: str) -> str:
    return f"{number * 1000:,.1f} ms" if unit == "s" else f"{number:,.1f} {unit}"


raise SystemExit(main())
