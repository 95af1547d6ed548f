"""What had been asked before an answer, in talks of four kinds; kept for where little else is."""

from dataclasses import replace

import pytest

from quizgen.model.question import Choice, Option
from quizgen.rules.builtin.asked_before import AskedBefore
from quizgen.rules.material import Material
from quizgen.transcripts.registry import parse

RULE = AskedBefore()
QUESTIONS = (
    "When will the new ferry to Holm sail for the first time? And who will be its captain?",
    "Has the council found anybody who repairs the clock of the old tower?",
    "What do the bakers of the town say about the higher price of flour?",
)
ANSWERS = (
    "The ferry leaves the yard in April, if the engines arrive before the ice goes.",
    "The clock has stopped because its wheels are worn. A smith from Lund will make others.",
    "The bakers have kept the bread as cheap as it was in spring, and we thank them for it.",
)


def talk(asks: str, replies: str, answers: tuple[str, ...] = ANSWERS) -> str:
    pairs = zip(QUESTIONS, answers, strict=True)
    return "\n\n".join(f"{asks}: {one}\n\n{replies}: {two}" for one, two in pairs) + "\n"


KINDS = {
    "briefing": talk("Q", "Ida Holm"),
    "interview": talk("Ann Berg", "Carl Dahl"),
    "hearing": talk("Chairman Ross", "Mr Stone"),
    "lecture": f"Dr Lind: I shall be brief.\n\n{talk('Question', 'Dr Lind')}",
}


def asked(text: str) -> tuple[Material, list[Choice]]:
    material = Material(parse(text, "talk.txt"))
    found = list(RULE.propose(material))
    assert all(each.spare for each in found)
    return material, [each.question for each in found if isinstance(each.question, Choice)]


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_is_given_back_to_its_question(kind: str) -> None:
    material, questions = asked(KINDS[kind])
    first = QUESTIONS[0].partition("? ")[0] + "?"
    assert [question.key for question in questions] == [first, *QUESTIONS[1:]]
    for question in questions:
        assert RULE.prove(question, material)
        for at, option in enumerate(question.wrong):
            wrong = (*question.wrong[:at], Option(question.key), *question.wrong[at + 1 :])
            assert not RULE.prove(replace(question, key=option.text, wrong=wrong), material)


def test_an_answer_that_takes_up_no_word_of_what_was_asked_is_left_alone() -> None:
    vague = tuple("We are all very glad about the progress of these last months." for _ in ANSWERS)
    assert asked(talk("Q", "Ida Holm", vague))[1] == []


def test_two_questions_are_too_few() -> None:
    two = "\n\n".join(KINDS["briefing"].split("\n\n")[:4]) + "\n"
    material, questions = asked(two)
    assert questions == []
    assert "fewer than three" in RULE.lacks(material)


def test_another_question_of_the_same_turn_is_no_wrong_answer() -> None:
    material, questions = asked(KINDS["briefing"])
    [ferry] = [each for each in questions if each.quote and "yard" in each.quote]
    rival = QUESTIONS[0].split("? ")[0] + "?"
    wrong = (Option(rival), *ferry.wrong[1:])
    assert not RULE.prove(replace(ferry, key="And who will be its captain?", wrong=wrong), material)
