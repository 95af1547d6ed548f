"""The wheel in an empty environment, used from an empty folder, as by somebody who installed it."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OUTSIDE = dict(os.environ)  # before the tests are sealed: pip wants its own settings
MOST_BYTES = 80_000_000


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The environment's folder of programs."""
    place = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place / "wheel")],
        cwd=ROOT,
        check=True,
    )
    venv.create(place / "venv", with_pip=True)
    programs = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = (place / "wheel").iterdir()
    subprocess.run(
        [programs / "python", "-m", "pip", "install", "--quiet", wheel], env=OUTSIDE, check=True
    )
    return programs


@pytest.fixture
def quizgen(installed, tmp_path):
    def run(*words, typed=""):
        return subprocess.run(
            [installed / "quizgen", *words],
            cwd=tmp_path,
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


def package(installed):
    (found,) = installed.parent.rglob("site-packages/quizgen")
    return found


def test_the_version_is_told(quizgen):
    assert quizgen("--version").stdout.startswith("quizgen ")


def test_the_bundled_banks_are_without_a_fault(installed, quizgen):
    done = quizgen("check", "--strict", str(package(installed) / "bundled" / "questions"))
    assert done.returncode == 0, done.stdout


def test_a_session_is_played_and_its_score_kept(installed, quizgen):
    bank = next((package(installed) / "bundled" / "questions").glob("*.yaml"))
    done = quizgen("play", str(bank), "--plain", "--count", "3", typed="1\n" * 3)
    verdicts = [line for line in done.stdout.splitlines() if line.startswith(("Right", "Wrong"))]
    assert (done.returncode, len(verdicts)) == (0, 3), done.stderr
    assert '"answers": 3' in quizgen("stats", "--format", "json").stdout


def test_without_a_terminal_it_ends_at_the_end_of_its_input(quizgen):
    assert quizgen().returncode == 0


def test_it_stays_small(installed):
    libraries = package(installed).parent
    size = sum(
        path.stat().st_size
        for path in libraries.rglob("*")
        if path.is_file()
        and path.relative_to(libraries).parts[0] not in {"pip", "setuptools"}
        and "__pycache__" not in path.parts
    )
    assert size <= MOST_BYTES
