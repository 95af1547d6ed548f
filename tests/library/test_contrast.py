"""What the transcript says of a wrong answer."""

import pytest

from quizgen.library.contrast import contrast, may_tell
from quizgen.model.question import Choice, Option
from quizgen.transcripts.registry import parse

TALK = parse(
    """\
Question: Who guards the harbour quay in winter?

Ida Holm: Inspectors guard the quay. They have guarded the harbour for a hundred years.

Bo Lund: I disagree about much. The harbour inspectors have never guarded anything in winter.

Ida Holm: The ferry is paid by the town, as everybody knows.
""",
    "talk.txt",
)
SAID = Choice(
    stem="Who says this?",
    quote="They have guarded the harbour for a hundred years.",
    key="Ida Holm",
    wrong=(Option("Bo Lund"), Option("The ferry is paid by the town"), Option("Soldiers")),
    evidence=("They have guarded the harbour for a hundred years.",),
)


def test_who_did_not_say_it_said_something_near_it():
    passage = contrast(TALK, SAID, "Bo Lund")
    assert passage.turn.who == "Bo Lund"
    assert passage.proof == "The harbour inspectors have never guarded anything in winter."
    assert contrast(TALK, SAID, "Mr Lund") == passage


def test_a_wrong_phrase_is_shown_where_it_stands():
    passage = contrast(TALK, SAID, "The ferry is paid by the town")
    assert passage.proof == "The ferry is paid by the town, as everybody knows."


@pytest.mark.parametrize("option", ["Soldiers", "the harbour", "", "?", "Nobody at all was there"])
def test_where_the_transcript_tells_nothing_nothing_is_made_up(option):
    assert contrast(TALK, SAID, option) is None


@pytest.mark.parametrize(
    ("option", "may"),
    [("Bo Lund", True), ("Holm", True), ("Soldiers", False), ("a phrase of four words", True)],
)
def test_it_is_offered_only_where_there_may_be_something(option, may):
    assert may_tell(TALK, option) is may
