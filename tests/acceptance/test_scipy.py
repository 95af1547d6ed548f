"""The figures of tests against SciPy's, over random classes; SciPy in an environment of its own."""

import json
import os
import random
import subprocess
import venv
from pathlib import Path

import pytest

from quizgen.study.statistics import correlation, discrimination, reliability, variance

OUTSIDE = dict(os.environ)  # before the tests are sealed: pip wants its own settings
THEIRS = """
import json, sys
import numpy
from scipy import stats

for line in sys.stdin:
    rows = numpy.array(json.loads(line), dtype=float)
    rest = [rows.sum(axis=1) - rows[:, at] for at in range(rows.shape[1])]
    count = rows.shape[1]
    total = stats.tvar(rows.sum(axis=1))
    print(json.dumps({
        "alpha": count / (count - 1) * (1 - rows.var(axis=0, ddof=1).sum() / total),
        "deviation": stats.tstd(rows.sum(axis=1)),
        "item-rest": [stats.pointbiserialr(rows[:, at], rest[at])[0] for at in range(count)],
        "variance": stats.tvar(rest[0]),
        "correlation": stats.pearsonr(rest[0], rest[1])[0],
    }))
"""


@pytest.fixture(scope="module")
def scipy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that has SciPy."""
    place = tmp_path_factory.mktemp("scipy")
    venv.create(place, with_pip=True)
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "scipy"], env=OUTSIDE, check=True)
    return python


def some_class(chance: random.Random) -> list[list[int]]:
    """Persons of different ability at questions of different difficulty, none of them flat."""
    while True:
        able = [chance.random() for _ in range(chance.randint(4, 40))]
        hard = [chance.random() for _ in range(chance.randint(3, 20))]
        rows = [[int(chance.random() < (who + 1 - it) / 2) for it in hard] for who in able]
        if all(0 < sum(column) < len(rows) for column in zip(*rows, strict=True)):
            return rows


def test_every_figure_is_scipys(scipy: Path) -> None:
    chance = random.Random(6)
    classes = [some_class(chance) for _ in range(200)]
    done = subprocess.run(
        [scipy, "-c", THEIRS],
        input="\n".join(map(json.dumps, classes)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for rows, line in zip(classes, done.stdout.splitlines(), strict=True):
        theirs = json.loads(line)
        scores = {
            f"person {who}": {f"item {at}": bool(right) for at, right in enumerate(row)}
            for who, row in enumerate(rows)
        }
        whole = reliability(scores)
        assert whole.alpha == pytest.approx(theirs["alpha"], abs=1e-9)
        assert whole.deviation == pytest.approx(theirs["deviation"], abs=1e-9)
        for at, expected in enumerate(theirs["item-rest"]):
            assert discrimination(scores, f"item {at}") == pytest.approx(expected, abs=1e-9)
        rest = [[float(sum(row) - row[at]) for row in rows] for at in (0, 1)]
        assert variance(rest[0]) == pytest.approx(theirs["variance"], abs=1e-9)
        assert correlation(*rest) == pytest.approx(theirs["correlation"], abs=1e-9)
