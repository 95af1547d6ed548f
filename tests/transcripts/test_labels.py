"""Labels as printed, and what is left of them."""

import pytest

from quizgen.transcripts.labels import clean, could_speak


@pytest.mark.parametrize("printed", ["", ".", "()", "[ ]", " , ", "—"])
def test_a_label_of_signs_alone_speaks_for_nobody(printed):
    assert clean(printed).name == ""
    assert could_speak(printed) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("PRIME MINISTER LUND", "LUND"),
        ("Acting Administrator Berg", "Berg"),
        ("Prime Minister", "Prime Minister"),
        ("Prime Minister of Norhaven", "Prime Minister of Norhaven"),
    ],
)
def test_an_office_of_two_words_is_no_part_of_a_name(printed, name):
    assert clean(printed).name == name
