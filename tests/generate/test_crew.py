"""Many jobs on an executor: those of processes that die are tried again, one by one."""

import os
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from quizgen.cli.workers import InTurn
from quizgen.generate.crew import Crew
from quizgen.generate.delivery import deliver, fetch
from quizgen.generate.job import Wishes, do
from quizgen.model.errors import QuizgenError, TranscriptError

TALK = "\n\n".join(
    f"{name}: What do you say of number {n}?" for n in range(9) for name in ("A B", "C")
)


@pytest.fixture
def jobs(tmp_path):
    """Four jobs; what is done with them is the test's own."""
    found = []
    for name in "abcd":
        file = tmp_path / f"{name}.txt"
        file.write_text(f"{TALK}\n\nA B: {name}", encoding="utf-8")
        found.append(fetch(file, tmp_path / "banks" / f"{name}.yaml", Wishes()))
    return found


def die_of_c_and_d(job):
    if job.file.stem in "cd":
        os._exit(9)
    return job.file.stem


def fail_of_c(job):
    if job.file.stem == "c":
        raise TranscriptError("no", fix="yes")
    return job.file.stem


def two_processes():
    return ProcessPoolExecutor(2, mp_context=get_context("spawn"))


def test_a_job_that_kills_its_process_takes_no_other_with_it(jobs):
    outcomes = list(Crew(two_processes, 4, die_of_c_and_d).run(jobs))
    assert sorted(each.made for each in outcomes if each.made) == ["a", "b"]
    died = {each.job.file.stem: each.error for each in outcomes if each.error}
    assert set(died) == {"c", "d"}
    with pytest.raises(QuizgenError, match="ended before"):
        raise died["c"]


@pytest.mark.parametrize("hire", [InTurn, two_processes])
def test_an_error_is_the_outcome_of_its_own_job(jobs, hire):
    outcomes = {each.job.file.stem: each for each in Crew(hire, 2, fail_of_c).run(jobs)}
    assert set(outcomes) == set("abcd")
    assert (outcomes["c"].error.message, outcomes["c"].error.fix) == ("no", "yes")
    assert outcomes["d"].result() == "d"
    with pytest.raises(TranscriptError):
        outcomes["c"].result()


def test_no_more_is_fetched_than_can_be_under_way(jobs):
    begun = []

    def fetched():
        for job in jobs:
            begun.append(job.file.stem)
            yield job

    crew = Crew(InTurn, 2, fail_of_c)
    ahead = [len(begun) - done for done, _ in enumerate(crew.run(fetched()), 1)]
    assert max(ahead) <= 2
    assert len(begun) == 4


def test_a_job_is_done_without_its_files(jobs, tmp_path):
    """All that it takes is in it, so that it can be done where there is no such folder."""
    seed = Path(__file__).parents[2] / "seeds" / "g20-2017-putin-news-conference.txt"
    file, target = tmp_path / "talk.txt", tmp_path / "banks" / "talk.yaml"
    file.write_bytes(seed.read_bytes())
    (tmp_path / "talk.quizgen.yaml").write_text("title: A talk\n", encoding="utf-8")
    words = "question-drew-answer: What was {speaker} asked?\n"
    job = fetch(file, target, Wishes(wording="../own.yaml", words=words, count=12))
    for each in tmp_path.iterdir():
        if each.is_file():
            each.unlink()
    [outcome] = Crew(two_processes, 1).run([job])
    assert deliver(job, outcome.result())
    text = target.read_text(encoding="utf-8")
    assert "title: A talk\n" in text
    assert "asked?" in text
    assert "source: ../talk.txt" in text


TALKS = Path(__file__).parents[1] / "rules"


@pytest.mark.parametrize("talk", sorted(TALKS.glob("*talks/*.txt")), ids=lambda path: path.stem)
def test_what_is_made_in_any_language_travels_between_processes(talk, tmp_path):
    job = fetch(talk, tmp_path / "bank.yaml", Wishes())
    made = do(pickle.loads(pickle.dumps(job)))
    assert made.count
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    for ours, theirs in zip(made.samples, again.samples, strict=True):
        assert type(theirs.stem) is type(ours.stem)
        assert type(theirs.quote) is type(ours.quote)
