"""``python -m benchmarks.compare OLD NEW``: what changed between two files of results.

What is compared is how many times as long quizgen takes as what it is measured against, so
that the files may come from different machines, or from a quiet and a busy one. A row counts
as faster or slower where the median of each run lies outside the other's spread; the exit
code is 1 if one is slower.
"""

import argparse
import json
from pathlib import Path

from benchmarks.pairs import Result, from_json

LINE = "{:<34} {:>8} {:>8} {:>8}  {:<7} {}"


def main() -> int:
    """Compare, print, and return 1 if a row is slower."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    arguments = parser.parse_args()
    old, new = _results(arguments.old), _results(arguments.new)
    print(LINE.format("path", "old", "new", "change", "", "against"))
    changes = []
    for key in old | new:
        if key in old and key in new:
            changes.append(change(old[key], new[key]))
            then, now = old[key].ratio, new[key].ratio
            figures = (f"{then:.2f}", f"{now:.2f}", f"{now / then - 1:+.0%}")
            print(LINE.format(key[0], *figures, changes[-1], key[1]))
        else:
            print(f"{key[0]:<34} only in the {'old' if key in old else 'new'} file")
    return 1 if "slower" in changes else 0


def change(old: Result, new: Result) -> str:
    """``faster``, ``slower``, or nothing where the spreads leave it open."""
    if new.ratio < min(old.ratios) and old.ratio > max(new.ratios):
        return "faster"
    if new.ratio > max(old.ratios) and old.ratio < min(new.ratios):
        return "slower"
    return ""


def _results(file: Path) -> dict[tuple[str, str], Result]:
    body = json.loads(file.read_text(encoding="utf-8"))
    return {result.key: result for result in map(from_json, body["rows"])}


if __name__ == "__main__":
    raise SystemExit(main())
