"""What a first ``make play`` costs: time, what is fetched, and room on the disk."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from benchmarks.pairs import environment, seconds
from benchmarks.samples import ROOT

_LARGEST = 8


def measured() -> dict[str, Any]:
    """A fresh clone with an empty cache of pip, another one with what that fetched, and again.

    Raises:
        CalledProcessError: there is no git here, or the installation failed.
    """
    place = Path(tempfile.mkdtemp())
    try:
        return _measured(place)
    finally:
        shutil.rmtree(place)


def _measured(place: Path) -> dict[str, Any]:
    cache = place / "cache"
    first, second = place / "first", place / "second"
    for clone in (first, second):
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    cold = seconds(lambda: _play(first, cache))
    warm = seconds(lambda: _play(second, cache))
    again = seconds(lambda: _play(second, cache))
    fetched = _fetched(first, place / "fetched")
    packages = dict(_packages(first / ".venv"))
    largest = sorted(packages, key=lambda name: -packages[name])[:_LARGEST]
    return {
        "seconds_cold": cold,
        "seconds_warm": warm,
        "seconds_again": again,
        "fetched_bytes": fetched,
        "checkout_bytes": _room(first) - _room(first / ".venv") - _room(first / ".git"),
        "environment_bytes": _room(first / ".venv"),
        "packages": len(packages),
        "largest": {name: packages[name] for name in largest},
    }


def _play(clone: Path, cache: Path) -> None:
    """What ``make play`` does, up to the first sign of life."""
    env = environment() | {"PIP_CACHE_DIR": str(cache)}
    env.pop("VIRTUAL_ENV", None)
    command = ["sh", "tools/venv.sh", "play", "python", "-m", "quizgen", "--version"]
    subprocess.run(command, cwd=clone, env=env, check=True, capture_output=True)


def _fetched(clone: Path, target: Path) -> int:
    """The bytes of the packages that were installed, as they are sent over the network."""
    pip = [str(next((clone / ".venv").glob("*/python"))), "-m", "pip", "--quiet"]
    frozen = subprocess.check_output([*pip, "freeze", "--exclude-editable"], encoding="utf-8")
    wanted = [line for line in frozen.splitlines() if "==" in line]
    subprocess.run(
        [*pip, "download", "--no-deps", "--dest", str(target), *wanted],
        check=True,
        capture_output=True,
    )
    return _room(target)


def _packages(environment: Path) -> Iterator[tuple[str, int]]:
    for site in environment.glob("[Ll]ib/**/site-packages"):
        for found in distributions(path=[str(site)]):
            yield found.name, _size(found)


def _size(package: Distribution) -> int:
    files = {Path(os.path.normpath(str(file.locate()))) for file in package.files or ()}
    return sum(file.stat().st_size for file in files if file.is_file())


def _room(folder: Path) -> int:
    return sum(
        file.stat().st_size
        for file in folder.rglob("*")
        if file.is_file() and not file.is_symlink()
    )
