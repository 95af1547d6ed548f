"""How fast questions are made."""

import sys
import tempfile
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import nupunkt
import yaml

from benchmarks.pairs import MOST, Row, Work, process
from benchmarks.samples import QUIZGEN, SEED, long_talk, talks
from quizgen.generate.job import Job, Wishes, do
from quizgen.transcripts.corrections import corrections
from quizgen.transcripts.registry import parse

_LIBRARIES = """
import nupunkt, rapidfuzz.fuzz, snowballstemmer, yaml
nupunkt.sent_spans("One word. Another word.")
rapidfuzz.fuzz.partial_ratio("one", "another one")
snowballstemmer.stemmer("english").stemWord("words")
list(yaml.parse("one: word", yaml.CSafeLoader))
"""
_FILES = 60
_TALKS = count()


def rows() -> Iterator[Row]:
    """The whole process, for somebody who waits; a text alone; a folder, for many."""
    bank = Path(tempfile.mkdtemp()) / "bank.yaml"
    yield Row(
        name="generate, whole process",
        against="its libraries, imported and used once",
        budget=2,
        ours=process([*QUIZGEN, "generate", str(SEED), "-o", str(bank)]),
        theirs=process([sys.executable, "-c", _LIBRARIES]),
        rounds=7,
    )
    yield Row(
        name="generating, start-up apart",
        against="reading, splitting sentences, C dump",
        budget=5,
        ours=generating(),
        theirs=_floor(SEED.read_text(encoding="utf-8")),
    )
    yield Row(
        name="generating from ten times as much",
        against="generating once",
        same=True,
        budget=11,
        ours=generating(10, turns=5 * MOST + 1),
        theirs=generating(turns=5 * MOST + 1),
        rounds=5,
    )
    folder = folder_of(_FILES)
    yield Row(
        name=f"generate, {_FILES} files, --jobs 2",
        against="--jobs 1",
        budget=1 / 1.8,
        ours=corpus(folder, jobs=2),
        theirs=corpus(folder, jobs=1),
        rounds=3,
    )


def job(text: str) -> Job:
    """The job of making a new bank from a transcript."""
    file = Path("talk.txt")
    return Job(
        file=file,
        target=Path("talk.yaml"),
        source=file.name,
        data=text.encode(),
        corrections=corrections(file),
        bank=None,
        lock=None,
        wishes=Wishes(),
    )


def generating(times: int = 1, turns: int = 15 * MOST + 1) -> Work:
    """The work of making a bank from a transcript: from its bytes to the bank's.

    The transcript is so many times as long as the news conference, and another one each
    time, so that nothing is remembered from a time before; ``turns`` of them are made.
    """
    ready = [job(long_talk(times, _unused(times))) for _ in range(turns)]
    return lambda: do(ready.pop())


def _unused(number: int) -> int:
    """The first of so many transcripts that nobody has measured with."""
    return min(islice(_TALKS, number))


def _floor(text: str) -> Work:
    """What nobody can do without: read the turns, split their sentences, write the bank."""
    bank = yaml.load(do(job(text)).bank, yaml.CSafeLoader)

    def work() -> None:
        for turn in parse(text, "talk.txt").turns:
            nupunkt.sent_spans(turn.text)
        yaml.dump(bank, Dumper=yaml.CSafeDumper, allow_unicode=True)

    return work


def folder_of(files: int) -> Path:
    """A folder with so many transcripts."""
    folder = Path(tempfile.mkdtemp())
    for number, text in enumerate(talks(files)):
        (folder / f"talk-{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


def corpus(folder: Path, *, jobs: int) -> Work:
    """The work of making a bank for each transcript of a folder, into a new one each time."""

    def work() -> None:
        banks = tempfile.mkdtemp()
        words = ["generate", str(folder), "-o", banks, "--jobs", str(jobs)]
        process([*QUIZGEN, *words])()

    return work
