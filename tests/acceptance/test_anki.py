"""Anki itself takes the cards, and takes them again without a copy, schedules kept."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.bank.writer import format_bank
from quizgen.cli.main import main
from quizgen.exchange.api import Options
from quizgen.exchange.registry import carry
from quizgen.model.question import Choice, Cloze, Option
from tests.bank.examples import QUESTIONS
from tests.exchange.banks import bank_of, questions

STEPS = Path(__file__).with_name("anki_steps.py")
GIVEN = [replace(one, was=(), not_with=()) for one in QUESTIONS if not one.skip]
FIRST, LATER = 1_700_000_000, 1_700_000_060


@pytest.fixture
def anki(tmp_path):
    def run(*steps):
        done = subprocess.run(
            [sys.executable, STEPS, tmp_path / "collection.anki2", json.dumps(steps)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture
def exported(tmp_path):
    """Exports questions, their bank saved at a given time; the file's path."""
    place = tmp_path / "bank.yaml"

    def run(form, *given_, saved=FIRST):
        place.write_text(format_bank(bank_of(*given_)), encoding="utf-8")
        os.utime(place, (saved, saved))
        target = tmp_path / f"{saved}.{form}"
        main(["export", str(place), "--to", form, "-o", str(target)])
        return str(target)

    return run


def test_every_question_is_one_note_and_anki_finds_nothing_wrong(anki, exported):
    first, counts = anki(["package", exported("anki", *GIVEN)], ["counts"])
    assert first == {"new": len(GIVEN), "updated": 0, "duplicate": 0, "conflicting": 0}
    blanks = sum(len(one.blanks) - 1 for one in GIVEN if isinstance(one, Cloze))
    assert counts == [len(GIVEN), len(GIVEN) + blanks, True, ""]


def test_a_reworded_note_is_updated_keeps_its_schedule_and_makes_no_copy(anki, exported):
    guid = "hostile/k7f2m9qz"
    reworded = [replace(GIVEN[0], stem="Who said it?"), *GIVEN[1:]]
    first, again = exported("anki", *GIVEN), exported("anki", *reworded, saved=LATER)
    results = anki(
        ["package", first],
        ["review", guid],
        ["package", first],
        ["package", again],
        ["note", guid],
        ["counts"],
    )
    assert results[1] == 30
    assert results[2]["duplicate"] == len(GIVEN)
    assert results[3]["updated"] == len(GIVEN)
    assert results[3]["new"] == 0
    assert "Who said it?" in results[4]["fields"]["Question"]
    assert results[4]["intervals"] == [30]
    assert results[5][0] == len(GIVEN)


def test_rows_of_text_update_their_notes_as_well(anki, exported):
    reworded = [replace(GIVEN[0], stem="Who said it?"), *GIVEN[1:]]
    first, again = exported("anki-text", *GIVEN), exported("anki-text", *reworded, saved=LATER)
    come, nothing, changed, counts = anki(
        ["text", first], ["text", first], ["text", again], ["counts"]
    )
    assert come["new"] == len(GIVEN)
    assert nothing["new"] == nothing["updated"] == 0
    assert (changed["new"], changed["updated"]) == (0, 1)
    assert counts[0] == len(GIVEN)


def test_what_stands_on_a_card_is_what_the_question_says(anki, exported):
    question = Choice(
        stem="Which <b> & ]]>?",
        key="{{c1::x}}",
        wrong=(Option("[sound:a.mp3]", "No <i>."),),
        hint="A hint.",
        explanation="So.",
        evidence=("Said so.",),
        topic="First week",
        id="a1",
    )
    _, note = anki(["package", exported("anki", question)], ["note", "hostile/a1"])
    assert "Which &lt;b&gt; &amp; ]]&gt;?" in note["question"]
    assert "{{c1::x}}" in note["question"]
    assert "&#91;sound:a.mp3]" in note["question"]
    assert "A hint." in note["question"]
    for words in ("So.", "Said so.", "No &lt;i&gt;."):
        assert words in note["answer"]
        assert words not in note["question"]
    assert note["tags"] == ["topic::First_week"]


@settings(max_examples=3)
@given(st.lists(questions(), min_size=25, max_size=40))
def test_hostile_text_comes_in_whole(tmp_path_factory, given_):
    folder = tmp_path_factory.mktemp("hostile")
    bank = bank_of(*given_)
    steps = []
    for form, step in (("anki", "package"), ("anki-text", "text")):
        data, _ = carry(form, [(bank, given_)], Options(saved=FIRST))
        (folder / form).write_bytes(data)
        done = subprocess.run(
            [
                *(sys.executable, STEPS, folder / f"{form}.anki2"),
                json.dumps([[step, str(folder / form)], ["counts"]]),
            ],
            capture_output=True,
            text=True,
            check=True,
        )
        steps.append(json.loads(done.stdout))
    for log, (notes, _, sound, _) in steps:
        assert (log["new"], notes, sound) == (len(given_), len(given_), True)
