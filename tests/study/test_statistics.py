"""Figures of tests and learners, against values worked out elsewhere."""

import pytest

from quizgen.model.question import Choice, Match, Multi, Option, Order, Short, TrueFalse
from quizgen.study.statistics import (
    Reliability,
    Retention,
    correlation,
    discrimination,
    guess,
    reliability,
    variance,
    weekly,
)

# Ten students and a quiz of ten items: K. L. Wuensch, "The Kuder-Richardson 20", East Carolina
# University, https://core.ecu.edu/wuenschk/StatHelp/KR20.txt. His variances are of a population:
# of the totals 5.84, of the items (p times q) 2.18 together, so KR-20 = 10/9 (1 - 2.18/5.84).
WUENSCH = {
    "A": "1111110110",
    "B": "1011011101",
    "C": "1111011001",
    "D": "0010001000",
    "E": "0000010010",
    "F": "1110111111",
    "G": "1101110111",
    "H": "1111111101",
    "I": "0101111101",
    "J": "1101101110",
}
SCORES = {
    person: {f"i{at}": sign == "1" for at, sign in enumerate(row, start=1)}
    for person, row in WUENSCH.items()
}
# scipy.stats.pearsonr of each column with the sum of the others, by SciPy 1.17.1.
ITEM_REST = (
    *(0.705889154, 0.705889154, 0.0, 0.473589199, 0.583874208),
    *(0.286146545, -0.02744451, 0.705889154, -0.123612847, 0.475866867),
)


def test_reliability_is_that_of_the_published_example() -> None:
    whole = reliability(SCORES)
    assert (whole.persons, whole.questions, whole.mean) == (10, 10, 6.6)
    assert whole.alpha == pytest.approx(10 / 9 * (1 - 2.18 / 5.84), abs=1e-12)
    assert whole.alpha == pytest.approx(0.696347, abs=1e-6)
    assert whole.deviation == pytest.approx((5.84 * 10 / 9) ** 0.5)
    assert whole.error == pytest.approx((5.84 * 10 / 9) ** 0.5 * (1 - 0.696347) ** 0.5, abs=1e-5)


def test_discrimination_is_the_item_rest_correlation() -> None:
    for at, expected in enumerate(ITEM_REST, start=1):
        assert discrimination(SCORES, f"i{at}") == pytest.approx(expected, abs=1e-8)


def test_what_cannot_be_told_is_none() -> None:
    assert reliability({}) == Reliability(0, 0)
    assert reliability({"A": {"x": True}, "B": {"x": False}}).alpha is None
    flat = {person: {"x": True, "y": False} for person in "AB"}
    assert reliability(flat) == Reliability(2, 2, 1.0, 0.0)
    assert discrimination(flat, "x") is None
    assert discrimination({"A": {"x": True}}, "x") is None
    assert correlation([1], [1]) is None


def test_who_did_not_answer_all_is_left_out_of_the_whole() -> None:
    some = {**SCORES, "K": {"i1": True}}
    assert reliability(some).alpha == reliability(SCORES).alpha
    assert discrimination({**SCORES, "K": {"i1": True}}, "i1") == discrimination(SCORES, "i1")


def test_the_rest_is_a_share_where_not_everybody_is_asked_the_same() -> None:
    scores = {
        "A": {"x": True, "y": True},
        "B": {"x": True, "y": True, "z": True, "u": False},
        "C": {"x": False, "z": False},
        "D": {"x": False, "y": False, "z": True},
    }
    # rests 1, 2/3, 0, 1/2 with 1, 1, 0, 0; by hand: covariance 7/12, sums of squares 1 and 25/48
    assert discrimination(scores, "x") == pytest.approx((7 / 12) / (25 / 48) ** 0.5)


def test_the_variance_is_that_of_a_sample() -> None:
    assert variance([2, 4, 4, 4, 5, 5, 7, 9]) == pytest.approx(32 / 7)


def test_what_luck_would_give() -> None:
    wrong = (Option("b"), Option("c"), Option("d"))
    assert guess(Choice(stem="?", key="a", wrong=wrong), 4) == 0.25
    assert guess(TrueFalse(stem="?", key=True), 0) == 0.5
    assert guess(Multi(stem="?", keys=("a", "b"), wrong=wrong[1:]), 4) == pytest.approx(1 / 15)
    assert guess(Order(stem="?", items=("a", "b", "c")), 3) == pytest.approx(1 / 6)
    pairs = (("a", "b"), ("c", "d"))
    assert guess(Match(stem="?", pairs=pairs, extra=("e",)), 3) == pytest.approx(1 / 6)
    assert guess(Short(stem="?", keys=("a",)), 0) == 0


def test_weeks_begin_on_monday() -> None:
    monday = 20_003  # 7 October 2024
    days = [Retention(monday - 1, 1, 1), Retention(monday, 1, 2), Retention(monday + 6, 0, 1)]
    assert weekly(days) == [Retention(monday - 7, 1, 1), Retention(monday, 1, 3)]
