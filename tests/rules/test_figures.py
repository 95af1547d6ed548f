"""Wrong numbers: those that the talk gives of the same thing first, and none that stands out."""

from decimal import Decimal

import pytest

from quizgen.rules.figures import figures, fit_beside, unit_of
from quizgen.rules.material import Material
from quizgen.rules.progression import around
from quizgen.rules.registry import load
from quizgen.transcripts.registry import parse


def value(text):
    return Decimal(text.replace(",", ""))


@pytest.mark.parametrize(
    ("before", "after", "unit"),
    [
        ("cost $", " million more", "$million"),
        ("grew ", " per cent", "%"),
        ("sold ", " boats", "boats"),
    ],
)
def test_a_number_counts_what_stands_beside_it(before, after, unit):
    assert unit_of(before, after) == unit


def test_figures_are_kept_by_what_they_count():
    told = figures(
        ["They sold 47 boats and 310 lamps.", "It grew 4.5 percent.", "In all 52 boats."]
    )
    assert told == {"boats": ("47", "52"), "lamps": ("310",), "%": ("4.5",)}


def test_only_near_figures_of_the_same_length_could_be_taken_for_the_right_one():
    assert fit_beside("47", ["47", "48", "52", "310", "99", "4.5"]) == [Decimal(52)]


@pytest.mark.parametrize("seed", range(12))
def test_a_figure_that_was_heard_stands_beside_the_right_one(seed):
    options = around("47", "talk", seed, heard=("52", "61", "39"))
    assert options is not None
    assert list(options) == sorted(options, key=value)
    assert {"52", "61", "39"} & set(options)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("key", ["916,000", "1,710", "9,870", "34.6", "101"])
def test_the_right_number_is_not_the_only_long_one(key, seed):
    options = around(key, "talk", seed)
    assert options is not None
    long = [len(str(int(value(option)))) for option in options if option != key]
    assert len(str(int(value(key)))) in long


@pytest.mark.parametrize("seed", range(8))
def test_bytes_are_counted_in_powers_of_two(seed):
    options = around("64", "talk", seed, binary=True)
    assert options is not None
    assert all(int(option) & int(option) - 1 == 0 for option in options)


def test_the_number_rule_takes_the_figures_of_the_talk():
    turns = [
        "Ida Holm: The council of Norhaven repaired 47 boats after the autumn storm.",
        "Per Lund: The council of Odense repaired 58 boats after the winter storm.",
        "Per Lund: The council of Bergen repaired 39 boats after the summer storm.",
    ]
    [rule] = load(["number"])
    material = Material(parse("\n\n".join(turns), "talk.txt"))
    asked = {c.question.key: c.question.fixed for c in rule.propose(material)}
    assert {"39", "58"} & set(asked["47"])
