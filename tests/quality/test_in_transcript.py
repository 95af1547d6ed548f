"""Flaws of generated questions that only the transcript shows, as the generator weighs them."""

from collections import Counter

import pytest

from quizgen.language.words import WORD
from quizgen.model.question import Choice, Option
from quizgen.quality.found import SOFT_COST
from quizgen.quality.in_transcript import told_by_transcript, transcript_cost


class Talk:
    """A transcript that says its words, each exchange in a line."""

    def __init__(self, text):
        self.lines = [" ".join(WORD.findall(line)) for line in text.splitlines()]
        self.words = Counter(word for line in self.lines for word in line.split())

    def holds(self, quote):
        return any(quote in line for line in self.lines)

    def exchanges_with(self, words):
        return sum(words in line for line in self.lines)

    def frequency(self, words):
        return self.words[words]


def question(key, *wrong, quote=None):
    return Choice(
        stem="Which word completes what Ida Holm says?",
        quote=quote,
        key=key,
        wrong=tuple(map(Option, wrong)),
        evidence=("The words.",),
    )


BLANKED = "The harbour office bought a new ____ for the ferry of the island."


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("anchor", []),
        ("anchorr", ["blank-misspelt"]),
        ("anchors", []),
        ("Norhaven", []),
        ("ferrry", []),  # said twice: so it is called
    ],
)
def test_a_blank_for_what_may_be_a_slip_of_the_pen_is_refused(key, told):
    talk = Talk("They bought an anchor and anchors and an anchorr\nA ferrry in Norhaven\nferrry")
    asked = question(key, "rope", "lantern", quote=BLANKED)
    assert told_by_transcript(asked, "contrast", "en", talk) == told


def test_what_is_to_be_put_in_order_comes_up_in_one_place():
    talk = Talk("the old mill\nthe old quay\nthe old mill\nthe new road")
    asked = question("the old mill", "the old quay", "the new road")
    assert told_by_transcript(asked, "order", "en", talk) == ["comes-again"]
    assert told_by_transcript(asked, "contrast", "en", talk) == []


@pytest.mark.parametrize(("times", "cost"), [(5, SOFT_COST), (2, 0)])
def test_an_answer_that_is_said_all_the_time_among_rare_ones_costs(times, cost):
    talk = Talk("Norway\n" * times + "Denmark\nFinland")
    asked = question("Norway", "Denmark", "Finland")
    assert transcript_cost(asked, "place", "en", talk) == cost
