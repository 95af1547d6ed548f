"""Measure every budget on this machine, beside the programs that people would use instead.

Both sides of a row are timed in turns; the figures are medians, the spread is from the least
to the most. The exit code is 1 if a budget is exceeded.
"""

import argparse
import json
import statistics
from pathlib import Path

from benchmarks import curves, install, page, sizing
from benchmarks.machine import here
from benchmarks.pairs import Missing, Result, Row, measure
from benchmarks.rows import PARTS, rows

LINE = "{:<34} {:>10} {:>10}  {:>6} {:>13}  {:>6}  {:<4}  {}"


def main() -> int:
    """Measure, print, and return 1 if a budget is exceeded."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("parts", nargs="*", metavar="PART", help=f"only these: {', '.join(PARTS)}")
    add("--json", type=Path, metavar="FILE", help="write all results to FILE, too")
    add("--curves", action="store_true", help="measure growth and a folder, for the docs, instead")
    add("--install", action="store_true", help="measure a first make play, for the docs, instead")
    add("--page", action="store_true", help="measure everything that the docs show")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    if arguments.curves or arguments.page:
        page.keep("curves", curves.measured())
        page.keep("corpus", sizing.measured())
    if arguments.install or arguments.page:
        page.keep("install", install.measured())
    if (arguments.curves or arguments.install) and not arguments.page:
        return 0
    return _budgets(arguments)


def _budgets(arguments: argparse.Namespace) -> int:
    results, missing = measured(arguments.parts)
    body = as_json(results, missing)
    if arguments.json:
        arguments.json.write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")
    if arguments.page:
        page.keep("budgets", {"rows": body["rows"], "missing": body["missing"]})
    return 0 if all(result.within for result in results) else 1


def measured(parts: list[str]) -> tuple[list[Result], list[Missing]]:
    """Measure the rows of these parts (of all, where none is named), a line for each."""
    print(", ".join(f"{name} {value}" for name, value in here().items()))
    print(LINE.format("path", "ours", "theirs", "ratio", "spread", "budget", "", "against"))
    results, missing = [], []
    for row in rows(parts):  # the next row is made only when this one is measured
        if isinstance(row, Missing):
            missing.append(row)
            print(f"{row.name:<34} not measured against {row.against}: {row.why}")
            continue
        results.append(measure(row) if isinstance(row, Row) else row)
        print(_line(results[-1]), flush=True)
    return results, missing


def as_json(results: list[Result], missing: list[Missing]) -> dict[str, object]:
    """The results for a file, which ``benchmarks.compare`` reads."""
    return {
        "machine": here(),
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
