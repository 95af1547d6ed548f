"""What a JSON transcript says beside its words: headings, times, who stands behind an id."""

import json

from quizgen.transcripts.registry import parse


def read(value):
    return parse(json.dumps(value, indent=1), "talk.json")


def times(turn):
    return [segment.time for segment in turn.segments if segment.time is not None]


def test_objects_that_nobody_says_are_headings_of_what_follows():
    found = read(
        {
            "items": [
                {"type": "heading", "title": "Prayers"},
                {"type": "speech", "speaker": "Ada Byron", "text": "Let us pray."},
                {"type": "agenda", "speaker": None, "text": "Bridges and roads"},
                {"type": "speech", "speaker": "Tom Hill", "text": "The bridge is old."},
                {"type": "procedure", "text": "The sitting was suspended."},
                {"type": "speech", "speaker": "Ada Byron", "text": "We go on."},
            ]
        }
    )
    assert [turn.text for turn in found.turns] == [
        "Let us pray.",
        "The bridge is old.",
        "We go on.",
    ]
    assert [turn.heading for turn in found.turns] == [
        "Prayers",
        "Bridges and roads",
        "Bridges and roads",
    ]


def test_lists_under_titles_are_one_transcript_with_headings():
    talk = [
        {"title": "Bridges", "turns": [{"name": "Ada Byron", "said": "When is it open?"}]},
        {"title": "Roads", "turns": [{"name": "Tom Hill", "said": "The road is open."}]},
        {"title": "Other", "turns": [{"name": "Ada Byron", "said": "That is all, I think."}]},
    ]
    assert [turn.heading for turn in read({"parts": talk}).turns] == ["Bridges", "Roads", "Other"]


def test_whole_numbers_that_run_too_fast_are_thousandths_of_a_second():
    found = read(
        {
            "utterances": [
                {"speaker": "A", "start": 1500, "end": 2900, "text": "Good morning."},
                {"speaker": "B", "start": 3000, "end": 4000, "text": "Hello."},
            ]
        }
    )
    assert [times(turn) for turn in found.turns] == [[1.5], [3.0]]


def test_messages_with_a_date_are_not_run_together():
    found = read(
        [
            {"user": "Ada", "date": "2024-05-01T10:00:00", "text": "Good morning."},
            {"user": "Ada", "date": "2024-05-01T10:00:09", "text": "Is anybody here?"},
            {"user": "Tom", "date": "2024-05-01T10:01:00", "text": "I am."},
        ]
    )
    assert [turn.text for turn in found.turns] == ["Good morning.", "Is anybody here?", "I am."]


def test_an_id_is_the_person_that_a_table_names():
    found = read(
        {
            "participants": [{"id": "p1", "name": "Ada Byron"}, {"id": "p2", "name": "Tom Hill"}],
            "turns": [
                {"participant": "p1", "text": "Good morning."},
                {"participant": "p2", "text": "Hello."},
            ],
        }
    )
    assert [(turn.speaker, turn.person) for turn in found.turns] == [
        ("p1", "Ada Byron"),
        ("p2", "Tom Hill"),
    ]


def test_a_place_of_text_is_right_where_its_words_come_before_the_label():
    text = json.dumps([{"text": 'He said "no".', "speaker": "Ada"}, {"text": "A", "speaker": "B"}])
    found = parse(text, "talk.json")
    turn = found.turns[0]
    assert turn.text == 'He said "no".'
    assert text[turn.source_offset(0) :].startswith('He said \\"no')
    assert text[turn.source_offset(8)] == "\\"
    assert text[found.turns[1].source_offset(0)] == "A"
