"""Both sides are measured in turns; the figures can be compared, drawn, and shown on a page."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[2]
PATH = "{http://www.w3.org/2000/svg}path"


def results(file, **rows):
    body = [
        {"name": name, "against": "x", "budget": 1, "unit": "s", "ours": ours, "theirs": [1] * 3}
        for name, ours in rows.items()
    ]
    file.write_text(json.dumps({"rows": body}), encoding="utf-8")
    return file


def compare(old, new):
    command = [sys.executable, "-m", "benchmarks.compare", old, new]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_a_row_is_slower_where_each_median_lies_outside_the_others_spread(tmp_path):
    old = results(tmp_path / "old", read=[1.0, 1.1, 1.2], check=[1.0, 1.1, 1.9], gone=[1, 1, 1])
    new = results(tmp_path / "new", read=[1.3, 1.4, 1.5], check=[1.3, 1.4, 1.5], more=[1, 1, 1])
    done = compare(old, new)
    lines = {line.split()[0]: line for line in done.stdout.splitlines()}
    assert done.returncode == 1, done.stderr
    assert "slower" in lines["read"]
    assert "+27%" in lines["read"]
    assert "slower" not in lines["check"]
    assert "only in the old file" in lines["gone"]
    assert "only in the new file" in lines["more"]


def test_a_faster_row_is_told_and_fails_nobody(tmp_path):
    old = results(tmp_path / "old", read=[1.3, 1.4, 1.5])
    new = results(tmp_path / "new", read=[1.0, 1.1, 1.2])
    done = compare(old, new)
    assert done.returncode == 0, done.stderr
    assert "faster" in done.stdout


def curve(*seconds):
    points = [{"size": 10**power, "seconds": [time]} for power, time in enumerate(seconds)]
    return {"name": "reading", "size": "<files>", "why": "", "points": points}


def drawn(curves):
    script = "import json, sys; from benchmarks.plots import picture; "
    script += "print(picture(json.load(sys.stdin), 'Time'))"
    command = [sys.executable, "-c", script]
    done = subprocess.run(
        command,
        cwd=ROOT,
        input=json.dumps(curves),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return ET.fromstring(done.stdout)


def test_a_curve_that_is_a_straight_line_lies_on_the_dashed_one():
    paths = {path.get("class"): path.get("d") for path in drawn([curve(0.1, 1, 10)]).iter(PATH)}
    assert paths["is"] == paths["even"]


def test_a_curve_that_grows_faster_leaves_the_dashed_line_upwards():
    paths = {path.get("class"): path.get("d") for path in drawn([curve(0.1, 2, 40)]).iter(PATH)}
    height = {kind: float(paths[kind].split()[-1]) for kind in ("is", "even")}
    assert height["is"] < height["even"]


def said(script, *words, code=0):
    command = [sys.executable, "-c", script, *words]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert done.returncode == code, done.stderr
    return done.stdout


MEASURED = """
import itertools, sys
from benchmarks import pairs
times = itertools.cycle(map(float, sys.argv[1:]))
pairs.seconds = lambda work: next(times) if work is ours else 1.0
ours, theirs = (lambda: None), (lambda: "theirs")
row = pairs.Row(name="r", against="x", budget=None, ours=ours, theirs=theirs, rounds=5)
print(len(pairs.measure(row).ours))
"""


def test_a_restless_machine_is_given_more_rounds_but_not_for_ever():
    assert said(MEASURED, "1.0", "1.1").strip() == "5"
    assert said(MEASURED, "1.0", "9.0").strip() == "10"
    assert said(MEASURED, *["1.0", "9.0", "1.0", "9.0", *["1.0"] * 9]).strip() == "9"


FAILING = """
import runpy, sys
from benchmarks.pairs import Row
from benchmarks.rows import size, start_up
def row(name, ours):
    return Row(name=name, against="x", budget=None, ours=ours, theirs=int, rounds=1)
start_up.rows = lambda: iter([row("breaks", lambda: 1 / 0), row("goes on", int)])
def ends():
    yield row("before", int)
    raise OSError("no disk")
size.rows = ends
sys.argv[1:] = ["start_up", "size"]
runpy.run_module("benchmarks", run_name="__main__")
"""


def test_what_cannot_be_measured_is_told_and_stops_nothing_else():
    lines = {line.split("  ")[0]: line for line in said(FAILING, code=1).splitlines()}
    assert "breaks" not in lines
    assert {"goes on", "before", "size"} <= set(lines)
    assert "FAILED" in lines["size"]


PAGE = """
import json, sys
from benchmarks.page import text
print(text(json.load(open(sys.argv[1]))))
"""


def part(figures, processor="One"):
    names = ("cores", "memory_gb", "system", "python", "quizgen")
    machine = {"processor": processor, **dict.fromkeys(names, 1)}
    return {"machine": machine, "figures": figures}


def page(file, **parts):
    file.write_text(json.dumps(parts), encoding="utf-8")
    return said(PAGE, str(file))


def budget(name, ours):
    return {
        "name": name,
        "against": "x",
        "budget": 2,
        "unit": "s",
        "ours": [ours],
        "theirs": [1.0],
    }


def test_the_page_says_which_budgets_are_exceeded_and_which_curves_bend(tmp_path):
    rows = [budget("starting", 1.5), budget("stopping", 2.5)]
    bent = curve(0.1, 2, 20)
    shown = page(
        tmp_path / "kept",
        start_up=part({"rows": rows, "missing": [["going", "y", "nobody goes"]]}),
        curves=part([bent | {"why": "It is uphill."}]),
    )
    lines = {line.split(" | ")[0].lstrip("| "): line for line in shown.splitlines()}
    assert "2 rows have a budget, 1 keep it here." in lines
    assert "- stopping, beside x" in lines
    assert "**over**" in lines["stopping"]
    assert "**over**" not in lines["starting"]
    assert "nobody goes" in lines["going"]
    assert "**over**" in lines["reading"]
    assert "It is uphill." in shown
    assert shown.count("Measured on") == 1


def test_the_page_names_each_machine_where_parts_come_from_several(tmp_path):
    figures = {"rows": [budget("starting", 1.0)], "missing": []}
    shown = page(tmp_path / "kept", start_up=part(figures), curves=part([curve(1, 2)], "Two"))
    assert "Measured on One, 1 cores" in shown
    assert "Measured on Two, 1 cores" in shown
