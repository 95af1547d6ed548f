"""The Makefile on a fresh copy of the checkout: first run, second run, and what can go wrong."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OUTSIDE = dict(os.environ)  # before the tests are sealed: pip wants its own settings
AT_ONCE = 5.0  # seconds; an installation takes longer, a start much less


def make(folder, *words, **variables):
    return subprocess.run(
        ["make", *words],
        cwd=folder,
        env=OUTSIDE | {"QUIZGEN_HOME": str(folder / "home")} | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy, in a folder with a space in its name, of what a commit would hold."""
    copy = tmp_path_factory.mktemp("fresh") / "my quizgen"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for name in filter(lambda name: (ROOT / name).is_file(), listed.split("\0")):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def played(checkout):
    """The checkout after its first `make play`."""
    done = make(checkout, "play")
    assert done.returncode == 0, done.stderr
    assert "Installing quizgen" in done.stderr
    return checkout


def test_a_second_play_starts_at_once(played):
    began = time.monotonic()
    done = make(played, "play")
    assert done.returncode == 0
    assert "Installing" not in done.stderr
    assert time.monotonic() - began < AT_ONCE


def test_an_interrupted_installation_is_mended(played):
    (played / ".venv" / "ready-to-play").unlink()
    for pip in (played / ".venv").rglob("site-packages/pip"):
        shutil.rmtree(pip)
    done = make(played, "play")
    assert done.returncode == 0, done.stderr


def test_without_a_python_it_says_where_to_get_one(checkout):
    done = make(checkout, "play", "VENV=none", PYTHON="/no/such/python")
    assert done.returncode != 0
    assert "no Python 3.11 or newer" in done.stderr


def test_without_ensurepip_it_names_the_package_to_install(checkout, tmp_path):
    lame = tmp_path / "python"
    lame.write_text("#!/bin/sh\ncase $2 in *ensurepip*) exit 1 ;; esac\n", encoding="utf-8")
    lame.chmod(0o755)
    done = make(checkout, "play", "VENV=none", PYTHON=str(lame))
    assert done.returncode != 0
    assert "python3-venv" in done.stderr
