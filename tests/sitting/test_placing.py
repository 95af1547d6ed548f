"""Places in a transcript, worked out once."""

from quizgen.sitting.placing import CORRECTIONS, Placing, Placings
from quizgen.transcripts import corrections


def test_what_is_kept_is_there_again_while_the_transcript_is_as_it_was(tmp_path):
    talk = tmp_path / "talk.txt"
    talk.write_text("Ida: Yes.\n", encoding="utf-8")
    first = Placings(talk)
    assert first.get(["Yes."]) is None
    found = Placing(1, 2, 3, ((2, 3, 4),), ((2, 0, 9), (3, 0, 1)))
    first.put(["Yes."], found)
    first.keep()
    assert Placings(talk).get(["Yes."]) == found
    beside = tmp_path / f"talk{CORRECTIONS}"
    beside.write_text("speakers: {}\n", encoding="utf-8")
    assert Placings(talk).get(["Yes."]) is None
    beside.unlink()
    talk.write_text("Ida: No.\n", encoding="utf-8")
    assert Placings(talk).get(["Yes."]) is None


def test_the_ending_of_corrections_is_theirs():
    assert CORRECTIONS == corrections.ENDING


def test_a_missing_transcript_has_no_places(tmp_path):
    places = Placings(tmp_path / "none.txt")
    places.put(["x"], Placing())
    places.keep()
    assert Placings(tmp_path / "none.txt").get(["x"]) is None
