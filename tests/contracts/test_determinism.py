"""The same transcript and seed give the same bytes, wherever and whenever it is done."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAME = "g20-2017-putin-news-conference"
PLACES = {
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "a third hash seed": {"PYTHONHASHSEED": "4242"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "a poor locale": {"LC_ALL": "C", "PYTHONUTF8": "0"},
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_generate_gives_the_committed_bank(place, tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    subprocess.run(
        [sys.executable, "-m", "quizgen", "generate", f"seeds/{NAME}.txt"],
        cwd=tmp_path,
        env=os.environ | place,
        check=True,
        capture_output=True,
    )
    made = tmp_path / "questions" / f"{NAME}.yaml"
    assert made.read_bytes() == (ROOT / "questions" / made.name).read_bytes()
