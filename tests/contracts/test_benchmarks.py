"""The figures of two runs of ``make bench`` can be compared, and drawn."""

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
