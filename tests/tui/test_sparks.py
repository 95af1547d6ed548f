"""Pictures out of characters."""

from quizgen.tui.sparks import bars, spark


def test_a_spark_has_a_bar_a_share():
    assert spark([0, 0.5, 1, 2, -1]) == "▁▅██▁"
    assert spark([]) == ""


def test_the_largest_value_fills_its_column():
    assert bars([1, 2, 0], 2) == [" █ ", "██ "]
    assert bars([1, 1000], 1) == ["▁█"]
    assert bars([0, 0], 2) == ["  ", "  "]
