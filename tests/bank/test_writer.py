"""Writing banks: what a person would have typed, and what reads back as it was."""

from dataclasses import replace
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.reader import parse_bank
from quizgen.bank.writer import format_bank, format_item
from quizgen.model.question import Choice, Option, Question, Short

from .examples import BANK, QUESTIONS

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: text == text.strip() and bool(text)
)


def test_a_generated_item_reads_as_if_a_person_had_written_it() -> None:
    assert format_item(QUESTIONS[0]) == dedent(
        """\
        - question: Who said this, according to a questioner?
          quote: >-
            Last spring, ____ told the council that the old bridge would not last another
            winter, and nobody listened.
          answer: Ms Vance
          wrong:
          - Mr Ode
          - wrong: Mr Lund
            because: "He spoke of the ferry: not of the bridge."
          topic: The bridge
          speaker: Ms Vance
          difficulty: medium
          from:
          - Ms Vance told the council
          - would not last another winter
          id: k7f2m9qz
          was: [b2c3d4f5]
          not-with: [m2n3p4q5]
          made: reported-speech/1 5c1e9a77-9b3f60d2-77a01c4e   # quizgen's line
        """
    )


def test_a_whole_bank_reads_back_as_it_was() -> None:
    read = parse_bank(format_bank(BANK), "bridge.yaml")
    assert read.problems == ()
    assert read.bank == BANK


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.stem)
def test_every_question_reads_back_as_it_was(question: Question) -> None:
    text = "questions:\n" + format_item(replace(question, not_with=()))
    read = parse_bank(text, "x.yaml")
    assert read.problems == ()
    assert read.bank is not None
    assert read.bank.questions == (replace(question, not_with=()),)


@given(stem=TEXT, key=TEXT, wrong=TEXT, quote=TEXT, hint=TEXT)
def test_any_text_survives_writing_and_reading(**texts: Any) -> None:
    key, wrong = texts["key"], texts["wrong"] + "?"
    question = Choice(
        stem=texts["stem"],
        quote=texts["quote"],
        key=key,
        wrong=(Option(wrong),) if wrong.casefold() != key.casefold() else (Option(f"not {key}"),),
        hint=texts["hint"],
    )
    read = parse_bank("questions:\n" + format_item(question), "x.yaml")
    assert read.bank is not None
    assert read.bank.questions == (question,)


def test_other_yaml_programs_read_the_same_texts() -> None:
    loaded = yaml.load(format_bank(BANK), yaml.CSafeLoader)
    assert loaded["questions"][1]["choices"][1] == "1863"
    assert loaded["questions"][2]["answer"] == ["A working group", "no"]
    assert loaded["date"] == "2017-07-08"


def test_one_blank_line_stands_between_items_and_the_file_ends_with_its_last() -> None:
    text = format_bank(BANK)
    assert text.count("\n\n- question: ") == len(BANK.questions) + len(BANK.retired)
    assert "\n\n\n" not in text.replace("answer.\n\n\n", "")
    assert text.endswith("id: r2t3v4w5\n")


def test_line_breaks_are_those_of_the_file() -> None:
    text = format_bank(BANK, newline="\r\n")
    assert text.replace("\r\n", "\n") == format_bank(BANK)
    assert parse_bank(text, "bridge.yaml").bank == BANK


def test_free_text_never_stands_in_brackets() -> None:
    text = format_item(Short(stem="Which?", keys=("One", "Two"), tags=("a, b", "c")))
    assert "[" not in text


def test_an_empty_bank_is_still_a_bank() -> None:
    read = parse_bank(format_bank(replace(BANK, questions=(), retired=(), include=())), "b.yaml")
    assert [problem.code for problem in read.problems] == ["no-questions"]
