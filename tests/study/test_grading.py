"""Every kind of question judged, and the tolerance for what people type."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Order,
    Short,
    TrueFalse,
)
from quizgen.study.folding import fold, misspelt, same
from quizgen.study.grading import expected, grade, number

CHOICE = Choice(stem="Who?", key="Mr Reed", wrong=(Option("Ms Lund"), Option("Mr Reid")))
SHORT = Short(stem="Who?", keys=("Tillerson", "Rex Tillerson"))


def test_a_choice_is_right_by_its_text_alone() -> None:
    assert grade(CHOICE, "Mr Reed").right
    assert not grade(CHOICE, "Mr Reid").right
    assert not grade(CHOICE, "7").right
    assert grade(CHOICE, "Ms Lund").expected == "Mr Reed"


def test_true_and_false() -> None:
    claim = TrueFalse(stem="It rained.", key=False)
    assert grade(claim, "false").right
    assert not grade(claim, "true").right
    assert not grade(claim, "maybe").right
    assert expected(claim) == "False"


def test_multi_wants_every_right_option_and_no_other() -> None:
    multi = Multi(stem="Which?", keys=("a", "b"), wrong=(Option("c"),))
    assert grade(multi, ("b", "a")).right
    assert not grade(multi, ("a",)).right
    assert not grade(multi, ("a", "b", "c")).right
    assert not grade(multi, ("a", "b", "b")).right


def test_cloze_judges_each_blank() -> None:
    cloze = Cloze(stem="____ met ____", blanks=(("Reed",), ("Lund", "Ms Lund")))
    verdict = grade(cloze, ("reed", "Smith"))
    assert not verdict.right
    assert verdict.parts == (True, False)
    assert grade(cloze, ("Reed", "ms lund")).right
    assert not grade(cloze, ("Reed",)).right
    assert not grade(cloze, ("Reed", "Lund", "more")).right


def test_swapped_blanks_are_no_slips_of_the_fingers() -> None:
    cloze = Cloze(stem="____ met ____", blanks=(("Morton",), ("Norton",)))
    assert grade(cloze, ("Norton", "Morton")).parts == (False, False)


def test_order_and_match_judge_each_place() -> None:
    order = Order(stem="Order", items=("one", "two", "three"))
    assert grade(order, ("one", "two", "three")).right
    assert grade(order, ("one", "three", "two")).parts == (True, False, False)
    assert not grade(order, ("one", "two", "three", "one")).right
    match = Match(stem="Match", pairs=(("a", "1"), ("b", "2")), extra=("3",))
    assert grade(match, ("1", "2")).right
    assert grade(match, ("1",)).parts == (True, False)


@pytest.mark.parametrize(
    ("typed", "right"),
    [("100", True), ("104.9", True), ("105.1", False), ("1e2", True), ("a hundred", False)],
)
def test_a_number_is_right_within_its_tolerance(typed: str, right: bool) -> None:
    tolerant = Number(stem="How many?", key=Decimal(100), tolerance=Decimal(5), percent=True)
    assert grade(tolerant, typed).right is right


def test_an_open_answer_shows_the_key() -> None:
    verdict = grade(Open(stem="Why?", key="Because."), "I think so.")
    assert verdict.right
    assert verdict.expected == "Because."


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1,234", "1234"),
        ("1 234 567", "1234567"),
        ("3,5", "3.5"),
        ("1.234", "1.234"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("−3 per cent", "-3"),
        (".5", "0.5"),
        ("50%", "50"),
    ],
)
def test_numbers_are_read_as_people_write_them(typed: str, value: str) -> None:
    assert number(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "five", "5 6", "between 3 and 4", "3 or 4"])
def test_no_number_or_several_are_none(typed: str) -> None:
    assert number(typed) is None


@pytest.mark.parametrize(
    "typed", ["tillerson", "  TILLERSON. ", "“Tillerson”", "Tíllerson", "rex  tillerson"]
)
def test_case_space_punctuation_and_accents_do_not_matter(typed: str) -> None:
    verdict = grade(SHORT, typed)
    assert verdict.right
    assert not verdict.misspelt


def test_a_slip_is_forgiven_and_said() -> None:
    verdict = grade(SHORT, "Tilerson")
    assert verdict.right
    assert verdict.misspelt
    assert verdict.expected == "Tillerson"


@pytest.mark.parametrize(
    ("key", "typed", "forgiven"),
    [
        ("Rus", "Rux", False),  # up to three letters: none
        ("Syria", "Siria", True),  # up to nine: one
        ("Syria", "Siriaa", False),
        ("Ukraine", "Urkaine", True),  # two neighbours swapped are one slip
        ("Constitution", "Constituton", True),  # beyond: two
        ("Constitution", "Constuton", False),
        ("2017", "2016", False),  # a digit never
        ("G20 summit", "G2 summit", False),
    ],
)
def test_the_budget_grows_with_the_length(key: str, typed: str, forgiven: bool) -> None:
    assert grade(Short(stem="?", keys=(key,)), typed).right is forgiven


def test_the_bank_may_set_the_budget() -> None:
    assert not grade(Short(stem="?", keys=("Syria",), typos=0), "Siria").right


def test_another_answer_is_never_a_slip() -> None:
    assert not misspelt("Reid", "Reed", ["Reid"])
    assert not misspelt("Reidd", "Reedd", ["Reid"])


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30), st.text(max_size=30))
def test_being_the_same_goes_both_ways(left: str, right: str) -> None:
    assert same(left, right) == same(right, left)


@given(st.text(max_size=40) | st.lists(st.text(max_size=9), max_size=4).map(tuple))
def test_any_response_gets_a_verdict(response: str | tuple[str, ...]) -> None:
    for question in (
        CHOICE,
        SHORT,
        TrueFalse(stem="?", key=True),
        Multi(stem="?", keys=("a",), wrong=(Option("b"),)),
        Cloze(stem="____", blanks=(("x",),)),
        Number(stem="?", key=Decimal(3)),
        Order(stem="?", items=("a", "b")),
        Match(stem="?", pairs=(("a", "b"),)),
        Open(stem="?"),
    ):
        grade(question, response)
