"""Labels as printed, and what is left of them."""

import pytest

from quizgen.transcripts.labels import clean, could_speak


@pytest.mark.parametrize("printed", ["", ".", "()", "[ ]", " , ", "—"])
def test_a_label_of_signs_alone_speaks_for_nobody(printed):
    assert clean(printed).name == ""
    assert could_speak(printed) is None
