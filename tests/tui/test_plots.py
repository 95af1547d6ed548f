"""Plots with axes."""

from quizgen.tui.plots import Tried, shares_over_time

MONDAY = 20_500  # 16 February 2026


def test_days_lie_as_far_apart_as_they_were_and_bear_their_dates():
    tried = [Tried(MONDAY, 1, 2), Tried(MONDAY + 2, 4, 4), Tried(MONDAY + 3, 0, 3)]
    assert shares_over_time(tried, width=40, height=4) == [
        "100 % ┤        ███",
        "      │        ███",
        " 50 % ┤███     ███",
        "      │███     ███ ▁▁▁",
        "  0 % └┬───────┬───────",
        "       16 Feb  18 Feb",
    ]


def test_where_there_is_no_room_several_days_share_a_bar():
    tried = [Tried(MONDAY + day, day % 2, 1) for day in range(100)]
    lines = shares_over_time(tried, width=32, height=2)
    assert max(map(len, lines[:3])) <= 32
    assert lines[1] == " 50 % ┤" + "█" * 25  # four days each, two of them right


def test_weeks_are_steps_of_their_own_and_what_was_not_tried_is_a_gap():
    tried = [Tried(MONDAY, 1, 1), Tried(MONDAY + 14, 1, 1), Tried(MONDAY + 7, 0, 0)]
    lines = shares_over_time(tried, width=20, height=1, step=7)
    assert lines[0] == "100 % ┤███     ███"


def test_nothing_tried_is_no_plot():
    assert shares_over_time([Tried(MONDAY, 0, 0)], width=40) == []
