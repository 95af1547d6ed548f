"""What is inside the wheel and the source archive, as hatchling really builds them."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def build(source, kind, into):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(into)],
        cwd=source,
        check=True,
        capture_output=True,
    )
    (built,) = into.iterdir()
    return built


def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files_of(folder):
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name[0] != "."
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


def test_every_file_of_the_package_is_in_the_wheel(wheel):
    assert {f"quizgen/{name}" for name in files_of("quizgen")} <= names(wheel)


@pytest.mark.parametrize("folder", ["seeds", "questions"])
def test_the_bundled_files_are_in_the_wheel(wheel, folder):
    bundled = files_of(folder)
    assert bundled
    assert {f"quizgen/bundled/{folder}/{name}" for name in bundled} <= names(wheel)


@pytest.mark.parametrize("name", ["LICENSE", "seeds/ATTRIBUTION.md"])
def test_both_licences_travel_with_the_wheel(wheel, name):
    assert any(inside.endswith(f".dist-info/licenses/{name}") for inside in names(wheel))


def test_nothing_else_is_in_the_wheel(wheel):
    tops = {name.split("/")[0] for name in names(wheel)}
    assert len(tops) == 2
    assert "quizgen" in tops


def test_the_source_archive_builds_the_same_wheel(wheel, tmp_path):
    archive = build(ROOT, "sdist", tmp_path / "sdist")
    with tarfile.open(archive) as source:
        source.extractall(tmp_path / "source", filter="data")
    (unpacked,) = (tmp_path / "source").iterdir()
    assert names(build(unpacked, "wheel", tmp_path / "wheel")) == names(wheel)
