import pytest

from quizgen.model.errors import TranscriptError
from quizgen.transcripts.corrections import beside, start
from quizgen.transcripts.registry import parse, read_transcript

TALK = """An advertisement: buy bridges.
The talk

MF: Welcome to the seminar about bridges.

KA: Thank you. I have two points.

Step Two: this is the second of them.

KA: So much for that.

Crowd: We agree with you.

MF: Thank you all.
"""


@pytest.fixture
def talk(tmp_path):
    path = tmp_path / "talk.txt"
    path.write_text(TALK, encoding="utf-8")
    return path


def correct(talk, text):
    beside(talk).write_text(text, encoding="utf-8")
    return read_transcript(talk)


def test_the_file_stands_beside_the_transcript(talk):
    assert beside(talk).name == "talk.quizgen.yaml"


def test_title_date_and_place_are_taken_from_it(talk):
    transcript = correct(talk, "title: My talk\ndate: 1 May 2024\nplace: Utopia\n")
    assert (transcript.title, transcript.date, transcript.place) == (
        "My talk",
        "2024-05-01",
        "Utopia",
    )


def test_an_alias_gives_a_label_its_person(talk):
    transcript = correct(talk, "aliases:\n  MF: Maria Faber\n")
    assert transcript.turns[0].person == "Maria Faber"
    assert "Maria Faber" in [speaker.name for speaker in transcript.speakers]


def test_two_labels_with_one_name_are_one_speaker(talk):
    transcript = correct(talk, "aliases:\n  MF: Maria Faber\n  KA: Maria Faber\n")
    speaker = next(each for each in transcript.speakers if each.name == "Maria Faber")
    assert speaker.labels == ("MF", "KA")
    assert speaker.turns == sum(turn.person == "Maria Faber" for turn in transcript.turns)


def test_a_label_of_the_floor_is_no_person(talk):
    transcript = correct(talk, "floor: [KA]\n")
    assert {turn.anonymous for turn in transcript.turns if turn.label == "KA"} == {True}
    assert {turn.person for turn in transcript.turns if turn.label == "KA"} == {None}


def test_what_is_no_speaker_goes_on_with_the_turn_before(talk):
    before = read_transcript(talk)
    transcript = correct(talk, "not-speakers: [Crowd]\n")
    assert "Crowd" in [turn.label for turn in before.turns]
    assert "Crowd" not in [turn.label for turn in transcript.turns]
    assert [turn.index for turn in transcript.turns] == list(range(1, len(transcript.turns) + 1))
    joined = next(turn for turn in transcript.turns if "Crowd: We agree" in turn.text)
    assert joined.label == "KA"
    assert transcript.text[joined.start : joined.end] == joined.text


def test_skipped_lines_are_no_part_of_it_and_move_nothing(talk):
    transcript = correct(talk, "skip: [1]\n")
    assert transcript.title == "The talk"
    assert transcript.text == TALK
    for turn in transcript.turns:
        assert TALK[turn.start : turn.end] == turn.text


def test_ranges_of_lines_can_be_skipped(talk):
    transcript = correct(talk, "skip: [1, 8-12]\n")
    assert "Crowd" not in [turn.label for turn in transcript.turns]


def test_the_form_can_be_fixed(talk):
    assert correct(talk, "form: name-colon\n").form == "name-colon"


def test_slips_are_told_with_their_lines(talk):
    transcript = correct(talk, "titel: My talk\ndate: soon\naliases: {XY: Nobody}\n")
    told = [(problem.line, problem.message) for problem in transcript.problems]
    assert (1, "“titel” is no correction") in told
    assert (2, "“soon” is no date") in told
    assert any("“xy”" in message for _, message in told)


def test_a_file_that_is_no_mapping_is_refused(talk):
    with pytest.raises(TranscriptError, match="does not hold corrections"):
        correct(talk, "- one\n- two\n")


def test_an_empty_file_corrects_nothing(talk):
    plain = read_transcript(talk)
    assert correct(talk, "# nothing yet\n").turns == plain.turns


def test_the_start_of_one_changes_nothing_until_a_line_is_taken_in(talk):
    plain = read_transcript(talk)
    text = start(plain)
    assert correct(talk, text) == plain
    assert correct(talk, text.replace("# title: ", "title: ")).title == plain.title


def test_captions_can_be_corrected_too(tmp_path):
    path = tmp_path / "talk.vtt"
    cues = [
        "Anna: Hello and",
        "welcome.",
        "Note Two: go on.",
        "Tom: Yes.",
        "Anna: Well.",
        "Tom: So.",
    ]
    times = [f"00:00:0{n}.000 --> 00:00:0{n}.900\n{cue}\n" for n, cue in enumerate(cues)]
    path.write_text("WEBVTT\n\n" + "\n".join(times), encoding="utf-8")
    transcript = correct(path, "not-speakers: [Tom]\n")
    assert [turn.label for turn in transcript.turns] == ["Anna", "Anna"]
    first = transcript.turns[0]
    at = first.text.index("Yes.")
    assert transcript.text[first.source_offset(at) :].startswith("Yes.")


def test_text_alone_knows_no_corrections(talk):
    beside(talk).write_text("title: My talk\n", encoding="utf-8")
    assert parse(TALK, str(talk)).title != "My talk"
