"""What is finished stays finished, until anything that went into it is another."""

from dataclasses import replace

import pytest

from quizgen.generate.delivery import fetch
from quizgen.generate.finished import NAME, Finished, Mark
from quizgen.generate.job import Wishes
from quizgen.model.errors import FileError


@pytest.fixture
def job(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("A: b\n", encoding="utf-8")
    return fetch(file, tmp_path / "banks" / "a.yaml", Wishes(count=3))


def test_a_finished_job_is_known_in_the_next_run(job, tmp_path):
    with Finished(tmp_path / "banks") as finished:
        assert finished.get(job) is None
        finished.add(job, Mark(7, look=True))
    with Finished(tmp_path / "banks") as finished:
        assert finished.get(job) == Mark(7, look=True)


@pytest.mark.parametrize(
    "change",
    [
        {"data": b"A: c\n"},
        {"bank": b""},
        {"bank": b"", "lock": "{}"},
        {"wishes": Wishes(count=4)},
        {"wishes": Wishes(count=3, wording="w.yaml", words="who-said: Who?")},
        {"source": "../other/a.txt"},
    ],
    ids=str,
)
def test_another_job_is_not_finished(job, tmp_path, change):
    with Finished(tmp_path / "banks") as finished:
        finished.add(job, Mark(7))
        assert finished.get(replace(job, **change)) is None


def test_corrections_count(job, tmp_path):
    with Finished(tmp_path / "banks") as finished:
        finished.add(job, Mark(7))
        (tmp_path / "a.quizgen.yaml").write_text("title: B\n", encoding="utf-8")
        assert finished.get(fetch(job.file, job.target, job.wishes)) is None


@pytest.mark.parametrize("torn", ['{"job": "x', "null\n", '{"job": 1}\n', "\xff\n", "[]\n"])
def test_a_torn_line_costs_no_other(job, tmp_path, torn):
    place = tmp_path / "banks" / NAME
    with Finished(tmp_path / "banks") as finished:
        finished.add(job, Mark(why="no"))
    place.write_bytes(place.read_bytes() + torn.encode("latin-1"))
    other = replace(job, data=b"A: c\n")
    with Finished(tmp_path / "banks") as finished:
        finished.add(other, Mark(2))
    with Finished(tmp_path / "banks") as finished:
        assert finished.get(job) == Mark(why="no")
        assert finished.get(other) == Mark(2)


def test_a_folder_that_is_a_file_is_said(job, tmp_path):
    (tmp_path / "banks").write_text("", encoding="utf-8")
    with Finished(tmp_path / "banks") as finished, pytest.raises(FileError, match="written"):
        finished.add(job, Mark(2))
