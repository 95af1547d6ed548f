import sys

import pytest

from quizgen.model.errors import TranscriptError, UsageError
from quizgen.transcripts.registry import forms, parse

READER = """
from quizgen.model.transcript import Speaker, Transcript, Turn

NAME = "semaphore"


def score(text):
    return 1.0 if text.startswith("SEMAPHORE") else 0.0


def read(text, path):
    said = ((1, "A"), (2, "B"))
    turns = tuple(Turn(n, who, who, who, False, 1, 0, 9, text[:9]) for n, who in said)
    speakers = tuple(Speaker(who, (who,), False, 1) for who in "AB")
    return Transcript(path, text, NAME, turns, speakers)
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of somebody else's that brings a form."""

    def install(module):
        (tmp_path / "flags.py").write_text(READER, encoding="utf-8")
        info = tmp_path / "flags-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Name: flags\nVersion: 1.0\n", encoding="utf-8")
        points = f"[quizgen.transcripts]\nsemaphore = {module}\n"
        (info / "entry_points.txt").write_text(points, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        forms.cache_clear()

    yield install
    forms.cache_clear()
    sys.modules.pop("flags", None)


def test_a_form_of_another_package_reads_what_it_knows(package):
    package("flags")
    transcript = parse("SEMAPHORE: left, right.\n", "x.txt")
    assert transcript.form == "semaphore"
    assert [turn.speaker for turn in transcript.turns] == ["A", "B"]


def test_a_form_of_another_package_can_be_named(package):
    package("flags")
    assert parse("Anna: hello.\nTom: hi.\n", "x.txt", "semaphore").form == "semaphore"


def test_a_form_that_cannot_be_loaded_is_told(package):
    package("no_such_module")
    with pytest.raises(UsageError, match="semaphore"):
        parse("Anna: hello.\nTom: hi.\n", "x.txt")


def test_a_form_by_name_reads_what_would_else_be_refused():
    text = "Anna: a.\nAnna: b.\n"
    with pytest.raises(TranscriptError):
        parse(text, "x.txt")
    assert len(parse("Anna: a.\nAnna: b.\n", "x.txt", "name-colon").turns) == 2


def test_a_form_by_name_takes_names_that_come_once_for_speakers():
    text = "Anna: Hello there.\nTom: Hi.\nUta: Good day.\n"
    with pytest.raises(TranscriptError):
        parse(text, "x.txt")
    assert [turn.speaker for turn in parse(text, "x.txt", "name-colon").turns] == [
        "Anna",
        "Tom",
        "Uta",
    ]


def test_a_form_by_name_takes_no_sentence_for_a_speaker():
    text = "Anna: This is my list.\nSecond: the bridge.\nThe second is dear.\nTom: Hi.\n"
    turns = parse(text, "x.txt", "name-colon").turns
    assert [turn.speaker for turn in turns] == ["Anna", "Tom"]


def test_a_text_without_labels_is_refused_by_a_named_form_too():
    with pytest.raises(TranscriptError, match="no turns"):
        parse("Nothing is said here.\n", "x.txt", "name-colon")
