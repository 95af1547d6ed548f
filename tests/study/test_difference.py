"""The difference between what was typed and what was wanted."""

from hypothesis import given
from hypothesis import strategies as st

from quizgen.study.difference import Piece, difference


def test_missing_and_extra_letters_are_told_apart() -> None:
    assert difference("Tilersonn", "Tillerson") == (
        Piece("Ti", "same"),
        Piece("l", "missing"),
        Piece("lerson", "same"),
        Piece("n", "extra"),
    )


@given(st.text(max_size=20), st.text(max_size=20))
def test_without_the_extra_letters_it_reads_as_the_answer(typed: str, wanted: str) -> None:
    pieces = difference(typed, wanted)
    assert "".join(piece.text for piece in pieces if piece.kind != "extra") == wanted
