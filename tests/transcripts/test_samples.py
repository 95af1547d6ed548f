"""Small invented transcripts in ``samples/``, each beside the turns that a person finds in it.

``NAME.turns`` says the form, then for every turn its line, its label, its person and its
words (a long text by its ends), and under it its notes; or it says ``refused``.
"""

from collections import Counter
from pathlib import Path

import pytest

from quizgen.model.errors import TranscriptError
from quizgen.model.transcript import Transcript
from quizgen.transcripts.registry import forms, parse

SAMPLES = Path(__file__).parent / "samples"
FEWEST = 3
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))


def shown(transcript: Transcript) -> str:
    lines = [f"form: {transcript.form}"]
    for turn in transcript.turns:
        who = f"{turn.line:>3} | {turn.speaker} | {turn.person or ''}"
        lines.append(f"{who} | {ends(turn.text)}".rstrip())
        lines += [f"      {note.kind}: {ends(note.text)}" for note in turn.notes]
    return "\n".join(lines) + "\n"


def ends(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:28].rstrip()} … {words[-28:].lstrip()}"


def text_of(name: str) -> str:
    with (SAMPLES / f"{name}.txt").open(encoding="utf-8", newline="") as file:
        return file.read()


@pytest.mark.parametrize("name", NAMES)
def test_the_turns_are_those_that_a_person_finds(name):
    expected = (SAMPLES / f"{name}.turns").read_text(encoding="utf-8")
    if expected.strip() == "refused":
        with pytest.raises(TranscriptError):
            parse(text_of(name), name)
    else:
        assert shown(parse(text_of(name), name)) == expected


def test_each_sample_has_its_turns():
    assert sorted(path.stem for path in SAMPLES.glob("*.turns")) == NAMES


def test_each_form_of_ours_has_three_samples_or_more():
    heads = (
        path.read_text(encoding="utf-8").partition("\n")[0] for path in SAMPLES.glob("*.turns")
    )
    times = Counter(head.removeprefix("form: ") for head in heads)
    ours = [name for name, form in forms().items() if form.__name__.startswith("quizgen.")]
    assert len(ours) > FEWEST
    assert [name for name in ours if times[name] < FEWEST] == []


@pytest.mark.parametrize("name", NAMES)
def test_windows_line_breaks_change_nothing(name):
    expected = (SAMPLES / f"{name}.turns").read_text(encoding="utf-8")
    if expected.strip() != "refused":
        text = text_of(name).replace("\n", "\r\n")
        assert shown(parse(text, name)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_piece_of_a_turn_stands_where_it_says(name):
    text = text_of(name)
    if (SAMPLES / f"{name}.turns").read_text(encoding="utf-8").strip() == "refused":
        return
    for turn in parse(text, name).turns:
        if not turn.segments:
            assert text[turn.start : turn.end] == turn.text
        for piece in turn.segments:
            said = turn.text[piece.start : piece.end]
            there = text[piece.source_start : piece.source_end]
            assert said == there or len(said) != len(there) or said.isspace()
        for note in turn.notes:
            assert 0 <= note.start <= note.end <= len(text)
