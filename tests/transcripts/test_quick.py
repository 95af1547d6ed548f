"""Turns that are made quickly are the frozen ones that their class makes."""

import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from quizgen.model.quick import maker
from quizgen.model.transcript import Note, Turn

NOTE = Note("laughter", "(Laughter.)", 7, 18)
VALUES = (1, "MS. BYRON", "BYRON", "Ada Byron", False, 3, 9, 14, "Hello", (NOTE,), (), "Greetings")


@pytest.fixture
def turn():
    return maker(Turn)(*VALUES)


def test_it_equals_one_that_its_class_makes(turn):
    assert type(turn) is Turn
    assert turn == Turn(*VALUES)
    assert hash(turn) == hash(Turn(*VALUES))
    assert repr(turn) == repr(Turn(*VALUES))


def test_it_is_frozen(turn):
    with pytest.raises(FrozenInstanceError):
        turn.text = "Goodbye"


def test_it_can_be_copied_with_a_change_and_sent_elsewhere(turn):
    assert replace(turn, text="Bye") == replace(Turn(*VALUES), text="Bye")
    assert pickle.loads(pickle.dumps(turn)) == turn


def test_a_value_too_few_is_an_error():
    with pytest.raises(TypeError):
        maker(Turn)(*VALUES[:-1])
