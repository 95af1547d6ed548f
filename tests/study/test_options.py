"""The order in which options are shown."""

from quizgen.model.question import Choice, Match, Option, Order, Short, TrueFalse
from quizgen.study.options import shown_options


def choice(key: str, *wrong: str, fixed: tuple[str, ...] = ()) -> Choice:
    return Choice(stem="?", key=key, wrong=tuple(map(Option, wrong)), fixed=fixed)


def test_the_same_seed_gives_the_same_order_and_seeds_differ() -> None:
    question = choice("a", "b", "c", "d")
    orders = {shown_options(question, seed, "item") for seed in range(40)}
    assert shown_options(question, 7, "item") == shown_options(question, 7, "item")
    assert len(orders) > 10
    assert {order[0] for order in orders} == set("abcd")


def test_this_order_is_the_same_on_every_machine() -> None:
    assert shown_options(choice("a", "b", "c", "d"), 1, "k7f2m9qz") == ("d", "b", "a", "c")


def test_a_fixed_order_stays() -> None:
    question = choice("some", "none", "all", fixed=("none", "some", "all"))
    assert shown_options(question, 3, "item") == ("none", "some", "all")


def test_numbers_are_shown_ascending() -> None:
    assert shown_options(choice("12", "9", "1,000", "100"), 3, "i") == ("9", "12", "100", "1,000")


def test_dates_are_shown_ascending() -> None:
    days = choice("8 July 2017", "9 June 2017", "1 January 2018")
    assert shown_options(days, 3, "i") == ("9 June 2017", "8 July 2017", "1 January 2018")
    days = choice("July 8, 2017", "2017-07-09", "7 July 2017")
    assert shown_options(days, 3, "i") == ("7 July 2017", "July 8, 2017", "2017-07-09")


def test_things_to_order_are_never_shown_in_the_right_order() -> None:
    for seed in range(60):
        assert shown_options(Order(stem="?", items=("a", "b")), seed, "i") == ("b", "a")


def test_a_match_shows_every_right_side() -> None:
    match = Match(stem="?", pairs=(("x", "a"), ("y", "b")), extra=("c",))
    assert sorted(shown_options(match, 1, "i")) == ["a", "b", "c"]


def test_typed_answers_and_true_or_false_show_none() -> None:
    assert shown_options(Short(stem="?", keys=("a",)), 1, "i") == ()
    assert shown_options(TrueFalse(stem="?", key=True), 1, "i") == ()
