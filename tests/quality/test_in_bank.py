"""What a bank as a whole shows: each flaw where it is, none where chance explains it."""

import time
from itertools import cycle, islice

import pytest

from quizgen.bank.flawed import flawed
from quizgen.bank.reader import parse_bank
from quizgen.model.question import Choice, Option, TrueFalse
from quizgen.quality.facts import Facts
from quizgen.quality.in_bank import chance, key_position, longest_too_often

PLACES = ("the mill", "the quay", "the inn", "the bridge")


def facts(*questions):
    return [Facts(question) for question in questions]


def fixed(place, number):
    return Choice(
        stem=f"Where was meeting {number}?",
        key=PLACES[place],
        wrong=tuple(Option(text) for text in PLACES if text != PLACES[place]),
        fixed=PLACES,
    )


@pytest.mark.parametrize(
    ("counts", "likely"),
    [
        ((10, 10, 10, 10), 1.0),
        ((15, 5), 0.0253),  # tables of the χ² distribution: 5.0 with 1 degree of freedom
        ((14, 6, 4), 0.0302),  # 7.0 with 2
        ((16, 8, 4, 4), 0.0076),  # 12.0 with 3
        ((20, 5, 5, 5, 5), 0.0),
    ],
)
def test_chance_is_what_the_tables_of_statistics_say(counts, likely):
    assert chance(counts) == pytest.approx(likely, abs=0.0006)


def test_a_bank_whose_answer_is_always_the_second_is_seen_through():
    found = list(key_position(facts(*(fixed(1, n) for n in range(12)))))
    messages = [message.message for _, message in found]
    assert "12 of 12 times “answer 2 of 4” is right" in messages
    assert "for the 6th time in a row answer 2 is right" in messages


def test_a_bank_with_mixed_places_is_left_alone():
    places = islice(cycle([0, 2, 1, 3, 3, 0, 1]), 40)
    assert list(key_position(facts(*(fixed(place, n) for n, place in enumerate(places))))) == []


def test_only_true_statements_are_seen_through():
    questions = [TrueFalse(stem=f"Ship {n} came back.", key=True) for n in range(14)]
    [(question, found)] = key_position(facts(*questions))
    assert question is None
    assert found.message == "14 of 14 times “true” is right"


def test_answers_that_are_mixed_at_play_have_no_place():
    questions = [
        Choice(stem=f"Where was meeting {n}?", key="the mill", wrong=(Option("the inn"),))
        for n in range(30)
    ]
    assert list(key_position(facts(*questions))) == []


def lengths(longest, even):
    """Questions of which some have the longest answer right, and the others the shortest."""
    long, short = "the old mill at the river", "the inn"
    return [
        Choice(stem="Where?", key=key, wrong=(Option(wrong), Option("the northern quay")))
        for key, wrong in [(long, short)] * longest + [(short, long)] * even
    ]


def test_the_longest_answer_may_not_be_right_all_the_time():
    [(_, found)] = longest_too_often(facts(*lengths(24, 6)))
    assert found.message == "in 24 of 30 questions the longest answer is the right one"
    assert list(longest_too_often(facts(*lengths(12, 18)))) == []


def test_many_questions_are_compared_through_an_index():
    def seconds(number):
        items = "".join(
            f"- question: What is the name of ship number {n} of the northern fleet?\n"
            f"  answer: Alma {n}\n  wrong: [Berta {n}, Carla {n}]\n"
            for n in range(number)
        )
        read = parse_bank(f"questions:\n{items}", "bank.yaml")
        began = time.process_time()
        assert flawed(read) == ()
        return time.process_time() - began

    seconds(200)
    assert seconds(4000) <= 11 * 1.5 * seconds(400)
