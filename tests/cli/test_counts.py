"""Numbers of things in what verbs say: one is, two are."""

import pytest

from quizgen.bank.merge.fate import Fate
from quizgen.bank.reader import parse_bank
from quizgen.model.counted import many


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 banks"), (1, "1 bank"), (2, "2 banks"), (1000, "1,000 banks")]
)
def test_a_number_has_its_noun(number, words):
    assert many(number, "bank") == words


@pytest.mark.parametrize(
    ("fate", "one", "two"),
    [
        (Fate.KEPT, "1 kept", "2 kept"),
        (Fate.DELETED, "1 stays deleted", "2 stay deleted"),
        (Fate.LOOK, "1 needs a look", "2 need a look"),
    ],
)
def test_what_becomes_of_questions_is_said_of_one_and_of_several(fate, one, two):
    assert (fate.counted(1), fate.counted(2)) == (one, two)


def test_blanks_are_counted_in_words():
    text = "questions:\n- question: It is ____.\n  blanks: [a, b]\n"
    assert "1 blank (____) but answers for 2" in [
        one.message for one in parse_bank(text, "x").problems
    ]
