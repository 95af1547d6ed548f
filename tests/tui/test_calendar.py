"""The picture of the days."""

from datetime import date

from quizgen.tui.calendar import heat_map, shade


def test_more_answers_are_darker():
    assert [shade(n) for n in (0, 1, 9, 10, 25, 50, 999)] == list("·░░▒▓██")


def test_a_column_is_a_week_and_the_future_is_empty():
    today = date(2026, 3, 4)  # a Wednesday
    lines = heat_map({today: 60, date(2026, 2, 23): 1}, today, 2).plain.split("\n")
    assert [line[3:].rstrip() for line in lines[1:]] == ["░ ·", "· ·", "· █", "·", "·", "·", "·"]
    assert lines[0].split() == ["Mar"]
    assert heat_map({}, today, 4).plain.split("\n")[0].split() == ["Feb", "Mar"]
