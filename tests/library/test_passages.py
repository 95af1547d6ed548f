"""Quoted words and the place where they stand."""

import pytest

from quizgen.library.passages import Unplaced, find, find_all, locate, unplaced
from quizgen.model.transcript import Speaker, Transcript, Turn
from quizgen.transcripts.registry import parse

SPEECH = """\
We met on Monday. It was not a long talk – an hour, I think. Mr Lund said: “Let us build it.”

I said yes. He was pleased, and we'll begin in May. So much for that."""
TURNS = (
    (
        "Question",
        "Did the mayors talk about what to build, and when? And who paid for the lunch?",
    ),
    ("Anna Reed", SPEECH),
    ("Question", "Thank you."),
    ("Anna Reed", "The council has a new budget. Nobody likes it. We will vote on Friday."),
)


def transcript() -> Transcript:
    text, turns = "", []
    for index, (speaker, said) in enumerate(TURNS, start=1):
        label = f"{speaker}: "
        start = len(text) + len(label)
        line = text.count("\n") + 1
        anonymous = speaker == "Question"
        person = None if anonymous else speaker
        turns.append(
            Turn(index, speaker, speaker, person, anonymous, line, start, start + len(said), said)
        )
        text += f"{label}{said}\n\n"
    speakers = (
        Speaker("Question", ("Question",), True, 2),
        Speaker("Anna Reed", ("Anna Reed",), False, 2),
    )
    return Transcript(
        path="t.txt", text=text, form="name-text", turns=tuple(turns), speakers=speakers
    )


def test_a_passage_shows_the_sentence_and_one_either_side() -> None:
    passage = find(transcript(), "It was not a long talk")
    assert passage is not None
    assert passage.before == "We met on Monday."
    assert passage.proof == "It was not a long talk – an hour, I think."
    assert passage.after == "Mr Lund said: “Let us build it.”"
    assert [passage.proof[a:b] for a, b in passage.marks] == ["It was not a long talk"]
    assert passage.turn.text[passage.start : passage.end] == passage.proof
    assert passage.line == 3


def test_at_the_edge_of_a_turn_there_is_no_neighbour() -> None:
    passage = find(transcript(), "We will vote on Friday.")
    assert passage is not None
    assert passage.after == ""
    assert passage.before == "Nobody likes it."
    assert passage.line == 9


@pytest.mark.parametrize(
    "quote",
    [
        "it was not a long talk - an hour",
        'Mr Lund said: "Let us build it."',
        "we’ll begin in May",
        "build  it.”\n\nI said yes",
    ],
)
def test_quotes_dashes_case_and_space_do_not_matter(quote: str) -> None:
    assert find(transcript(), quote) is not None


def test_what_is_left_out_is_bridged_and_not_marked() -> None:
    passage = find(transcript(), "Mr Lund said … I said yes … begin in May")
    assert passage is not None
    marked = [passage.proof[a:b] for a, b in passage.marks]
    assert marked == ["Mr Lund said", "I said yes", "begin in May"]
    assert passage.before == "It was not a long talk – an hour, I think."
    assert passage.after == "So much for that."


def test_nothing_is_bridged_over_two_turns() -> None:
    assert find(transcript(), "We met on Monday … vote on Friday") is None


@pytest.mark.parametrize("quote", ["", " … ", "words that nobody said", "a.b*(c"])
def test_what_is_not_there_is_not_found(quote: str) -> None:
    assert find(transcript(), quote) is None
    assert locate(transcript(), quote) is None


def test_whole_words_come_before_parts_of_words() -> None:
    whole = find(transcript(), "in")  # “ … I think” comes first
    assert whole is not None
    assert whole.proof == "He was pleased, and we'll begin in May."
    assert whole.marks == ((32, 34),)
    part = find(transcript(), "budg")
    assert part is not None
    assert part.proof == "The council has a new budget."


def test_many_gaps_cost_no_more_than_few() -> None:
    letters = "a b c d e f. " * 3000
    said = Turn(1, "Ann", "Ann", "Ann", False, 1, 0, len(letters), letters)
    long = Transcript(
        path="t.txt",
        text=letters,
        form="name-text",
        turns=(said,),
        speakers=(Speaker("Ann", ("Ann",), False, 1),),
    )
    assert locate(long, "a … b … c … d … e … never said") is None  # all ways to try: for ever
    found = locate(long, "b … f … e")
    assert found is not None
    assert [letters[start:end] for start, end in found.ranges] == ["b", "f", "e"]


def test_several_quotations_share_a_passage_where_they_touch() -> None:
    near = find_all(transcript(), ("We met on Monday", "an hour, I think"))
    assert [passage.proof for passage in near] == [
        "We met on Monday. It was not a long talk – an hour, I think."
    ]
    far = find_all(transcript(), ("We met on Monday", "vote on Friday", "never said"))
    assert [passage.turn.index for passage in far] == [2, 4]


def test_the_question_that_is_answered() -> None:
    answered = find(transcript(), "Let us build it")
    assert answered is not None
    assert answered.asked == "Did the mayors talk about what to build, and when?"
    unclear = find(transcript(), "So much for that")
    assert unclear is not None
    assert unclear.asked is None
    unasked = find(transcript(), "Nobody likes it")
    assert unasked is not None
    assert unasked.asked is None


def test_a_line_inserted_above_moves_the_line_alone() -> None:
    plain = transcript()
    moved = Transcript(
        path="t.txt",
        text="Heading\n" + plain.text,
        form=plain.form,
        turns=tuple(
            Turn(
                t.index,
                t.label,
                t.speaker,
                t.person,
                t.anonymous,
                t.line + 1,
                t.start + 8,
                t.end + 8,
                t.text,
            )
            for t in plain.turns
        ),
        speakers=plain.speakers,
    )
    before, after = find(plain, "I said yes"), find(moved, "I said yes")
    assert before is not None
    assert after is not None
    assert after.line == before.line + 1
    assert (after.proof, after.marks) == (before.proof, before.marks)


def test_a_passage_in_another_language_keeps_its_abbreviations():
    talk = parse(
        "Ida Holm: Wir haben z. B. am 3. Oktober den Kai gesperrt. Das war für uns nicht "
        "leicht.\n\n"
        "Per Lund: Und warum haben Sie das getan?\n",
        "talk.txt",
    )
    found = find(talk, "den Kai gesperrt")
    assert found.proof == "Wir haben z. B. am 3. Oktober den Kai gesperrt."
    assert found.after == "Das war für uns nicht leicht."


def test_words_that_nobody_says_may_stand_in_the_head_of_the_file():
    text = "A talk at Arlby\n\nJuly 8, 2017\n\nAnn Lee: The ferry is late.\n\nBob Roe: It is.\n"
    found = unplaced(parse(text, "talk.txt"), ["The ferry is late.", "July 8, 2017", "In May"])
    assert found == (Unplaced("July 8, 2017", 3), Unplaced("In May", None))
