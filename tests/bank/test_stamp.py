"""Stamps: who changed an item, quizgen or its teacher."""

from dataclasses import replace

import pytest

from quizgen.bank.reader import parse_bank
from quizgen.bank.stamp import State, stamp, state
from quizgen.bank.writer import format_item
from quizgen.model.question import Question

from .examples import QUESTIONS

MADE = [
    replace(question, made=stamp(question, "the words", rule="cloze", version=1))
    for question in QUESTIONS
]
FIRST = MADE[0]


def _read(text: str) -> Question:
    bank = parse_bank("questions:\n" + text, "x.yaml").bank
    assert bank is not None
    return bank.questions[0]


@pytest.mark.parametrize("question", MADE, ids=lambda question: question.stem)
def test_an_item_as_written_is_untouched(question: Question) -> None:
    text = format_item(question)
    assert state(_read(text), text) is State.UNTOUCHED


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "  \n"),
        lambda text: f"\n{text}\n\n",
        lambda text: text.replace("   # quizgen's line", ""),
    ],
)
def test_line_ends_and_blank_lines_are_no_touch(change: object) -> None:
    assert callable(change)
    text = change(format_item(FIRST))
    assert state(_read(text), text) is State.UNTOUCHED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("topic: The bridge", "topic: Bridges\n  tags: [mine]\n  points: 3"),
        ("answer: Ms Vance", 'answer: "Ms Vance"'),
        ("answer: Ms Vance", "answer: Ms Vance   # she is right"),
        ("another\n    winter", "another winter"),
        ("difficulty: medium", "skip: true"),
    ],
)
def test_layout_and_the_teachers_fields_leave_the_content(old: str, new: str) -> None:
    text = format_item(FIRST)
    assert old in text
    changed = text.replace(old, new)
    assert state(_read(changed), changed) is State.LAID_OUT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Who said this", "Who said it"),
        ("the old bridge", "the new bridge"),
        ("answer: Ms Vance", "answer: Mrs Vance"),
        ("- Mr Ode", "- Mr Otter"),
        ("not of the bridge", "not of bridges"),
        ("- Ms Vance told the council\n", "- Ms Vance told the mayor\n"),
    ],
)
def test_a_changed_question_is_the_teachers(old: str, new: str) -> None:
    text = format_item(FIRST)
    assert old in text
    changed = text.replace(old, new)
    assert state(_read(changed), changed) is State.EDITED


def test_an_item_without_a_stamp_is_written_by_hand() -> None:
    text = format_item(replace(FIRST, made=None))
    assert state(_read(text), text) is State.BY_HAND


def test_the_source_fingerprint_follows_words_not_typography() -> None:
    one = stamp(FIRST, "It's “so”.", rule="cloze", version=1)
    assert stamp(FIRST, "it’s so", rule="cloze", version=1) == one
    assert stamp(FIRST, "It is so", rule="cloze", version=1).source != one.source
    assert str(one).startswith("cloze/1 ")
