from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.errors import FileError, TranscriptError
from quizgen.transcripts.labels import clean
from quizgen.transcripts.registry import parse, read_transcript

SEED = Path(__file__).parents[2] / "seeds" / "g20-2017-putin-news-conference.txt"


def test_the_news_conference_has_eighteen_turns_by_three_speakers():
    transcript = read_transcript(SEED)
    speakers = {speaker.name: (speaker.turns, speaker.anonymous) for speaker in transcript.speakers}
    assert speakers == {
        "Question": (6, True),
        "Vladimir Putin": (9, False),
        "Remark": (3, True),
    }
    assert [person.office for person in transcript.people] == ["President of Russia"]
    assert transcript.date == "2017-07-08"
    assert transcript.title is not None
    assert transcript.title.startswith("Excerpts from Vladimir Putin's news conference")
    assert transcript.turns[0].line == 7
    assert "\n\n" in transcript.turns[1].text
    assert "He asked" in SEED.read_text(encoding="utf-8")


def test_laughter_is_a_note_with_its_place():
    transcript = read_transcript(SEED)
    notes = [note for turn in transcript.turns for note in turn.notes]
    assert [(note.kind, note.text) for note in notes] == [("laughter", "(Laughter.)")]
    assert transcript.text[notes[0].start : notes[0].end] == "(Laughter.)"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A story.\n\nNobody speaks in it: nothing.\n",
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAnna: Hi.\n\nBen: Ho.\n",
        '{"speaker": "Anna"}',
        "<p>Anna: Hi.</p>\n",
    ],
)
def test_what_cannot_be_read_is_refused(text):
    with pytest.raises(TranscriptError):
        parse(text, "x.txt")


def test_a_binary_file_is_refused(tmp_path):
    (tmp_path / "x.txt").write_bytes(b"\x00\x01\xff\x00")
    with pytest.raises(FileError):
        read_transcript(tmp_path / "x.txt")


LINES = st.lists(
    st.sampled_from(
        ["Anna: good morning to you", "", "Q: why would that be", "Q: (Laughter.) oh dear", "more"]
    )
)


@given(LINES, st.sampled_from(["\n", "\r\n"]))
def test_offsets_point_at_the_text_they_claim(lines, newline):
    text = newline.join(
        [
            "Anna: one, two and three",
            "Q: why is that so",
            "Anna: four",
            "Q: is that all of it then",
            *lines,
        ]
    )
    transcript = parse(text, "x.txt")
    assert all(text[turn.start : turn.end] == turn.text for turn in transcript.turns)


@pytest.mark.parametrize(
    "address",
    [
        "Meine Damen und Herren",
        "Sehr geehrte Damen und Herren",
        "Madam President, ladies and gentlemen",
        "Herr Präsident, liebe Kolleginnen und Kollegen",
        "Mesdames et messieurs",
        "Дамы и господа",
        "Señoras y señores",
    ],
)
def test_a_form_of_address_before_a_colon_is_no_speaker(address):
    text = (
        "Hanna Brodersen: I open the meeting.\n\nGeorg Tannert: I have a question.\n"
        f"{address}: who pays for it?\n{address}: nobody wants to say.\n\n"
        "Hanna Brodersen: We shall see.\n"
    )
    turns = parse(text, "x.txt").turns
    assert [turn.speaker for turn in turns] == [
        "Hanna Brodersen",
        "Georg Tannert",
        "Hanna Brodersen",
    ]
    assert "nobody wants to say" in turns[1].text


def test_a_heckle_in_the_middle_of_a_line_is_its_own_turn():
    text = (
        "Mr. Ahlbeck: I rise to ask who pays. An hon. Member: Shame!\n\n"
        "Mr. Tannert: The state pays for it.\n\n"
        "Mr. Ahlbeck: It does not. Some hon. Members: Hear, hear!\n\n"
        "Mr. Tannert: It does.\n"
    )
    turns = [(turn.speaker, turn.text) for turn in parse(text, "x.txt").turns]
    assert turns[1] == ("An hon. Member", "Shame!")
    assert turns[4] == ("Some hon. Members", "Hear, hear!")
    assert turns[3] == ("Ahlbeck", "It does not.")


@pytest.mark.parametrize(
    "said",
    [
        "New Osthafen, Old Westhafen and\nmany towns besides:",
        "Madam President, Members of the\nwhole House:",
        "Karl Brodersen, Minister of Works, wrote\nin his last letter:",
        "Ada Corvin, Director of the Archive, has told us\nthis much:",
    ],
)
def test_a_sentence_over_two_lines_that_ends_in_a_colon_is_no_label(said):
    text = (
        "Hanna Berg:\nI open the meeting.\n\nGeorg Tannert:\nI have a question.\n\n"
        f"{said}\nThe bridge will stand.\n\nHanna Berg:\nWe shall see.\n"
    )
    turns = parse(text, "x.txt").turns
    assert [turn.speaker for turn in turns] == ["Hanna Berg", "Georg Tannert", "Hanna Berg"]


@pytest.mark.parametrize(
    "line",
    [
        "Herr Kollege Holm, bevor Sie nun gehen: Das stimmt nicht.",
        "Liebe SPD, ihr müsst euch irgendwann entscheiden: So geht es nicht.",
        "Monsieur Lemaire, vous le savez bien: cela ne va pas.",
        "Señor Ruiz, usted lo sabe: no es verdad.",
        "Mr. Mill, before you leave the room: that is not true.",
    ],
)
def test_whoever_is_spoken_to_in_a_speech_does_not_speak(line):
    talk = "\n\n".join(
        f"{name}: We shall speak of the bridge now." for name in "Ada Byron,Ida Holm".split(",") * 3
    )
    transcript = parse(f"{talk}\n\n{line}\n", "talk.txt")
    assert [speaker.name for speaker in transcript.speakers] == ["Ada Byron", "Ida Holm"]
    assert line in transcript.turns[-1].text


@pytest.mark.parametrize(
    ("label", "name", "title"),
    [
        ("President Donald J. Hill", "Donald J. Hill", "President"),
        ("PRESIDENTE ANA MARÍA LUNA SOL", "ANA MARÍA LUNA SOL", "PRESIDENTE"),
        ("Deputy Prime Minister Ida Holm", "Ida Holm", "Deputy Prime Minister"),
        ("President of Arlby Ida Holm", "Ida Holm", "President of Arlby"),
    ],
)
def test_first_names_are_no_part_of_an_office(label, name, title):
    cleaned = clean(label)
    assert (cleaned.name, cleaned.title) == (name, title)
