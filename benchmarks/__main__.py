"""``python -m benchmarks [--json]``: every budget and what it comes to on this machine."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict

from benchmarks.pairs import Result, measure
from benchmarks.rows import rows

LINE = "{:<32} {:>9} {:>9}  {:>6} {:>13}  {:>6}  {:<4}  {}"


def main() -> int:
    """Measure, print, and return 1 if a budget is exceeded."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    as_json = parser.parse_args().json
    if not as_json:
        head = ("path", "ours", "theirs", "ratio", "spread", "budget", "", "against")
        print(LINE.format(*head))
    results = []
    for row in rows():  # the next row is made only when this one is measured
        results.append(measure(row))
        if not as_json:
            print(_line(results[-1]), flush=True)
    if as_json:
        print(_json(results))
    return 0 if all(result.within for result in results) else 1


def _line(result: Result) -> str:
    return LINE.format(
        result.name,
        _amount(result.ours, memory=result.memory),
        _amount(result.theirs, memory=result.memory),
        f"{result.ratio:.2f}",
        f"{result.low:.2f}–{result.high:.2f}",
        f"{result.budget:g}",
        "pass" if result.within else "OVER",
        result.against,
    )


def _amount(figure: float, *, memory: bool) -> str:
    return f"{figure / 1e6:.1f} MB" if memory else f"{figure * 1000:.1f} ms"


def _json(results: Sequence[Result]) -> str:
    return json.dumps([asdict(result) | {"within": result.within} for result in results], indent=2)


raise SystemExit(main())
