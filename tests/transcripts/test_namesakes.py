"""Two people of one family name: their titles, or what stands before the name, keep them apart."""

import pytest

from quizgen.transcripts.registry import parse


def speakers(*labels):
    turns = [f"{label}: The council met for the {at}th time." for at, label in enumerate(labels)]
    return [each.name for each in parse("\n\n".join(turns), "talk.txt").people]


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (
            ["MRS. GIBB", "DR. GIBB", "MRS. GIBB", "DR. GIBB", "ANN LEE", "ANN LEE"],
            ["Mrs. Gibb", "Dr. Gibb", "Ann Lee"],
        ),
        (
            ["HOLM", "LADY HOLM", "HOLM", "LADY HOLM", "BERG", "BERG"],
            ["Holm", "Lady Holm", "Berg"],
        ),
        (
            ["SIWARD", "YOUNG SIWARD", "SIWARD", "YOUNG SIWARD", "BERG", "BERG"],
            ["Siward", "Young Siward", "Berg"],
        ),
        (
            ["Mr Berg", "Ann Lee", "Berg", "Ann Lee", "Mr Berg", "Ann Lee"],
            ["Berg", "Ann Lee"],
        ),
        (
            ["Ms Berg", "Ann Lee", "Berg", "Ann Lee", "Ms Berg", "Ann Lee"],
            ["Berg", "Ann Lee"],
        ),
    ],
)
def test_who_shares_a_name_is_another_person(labels, names):
    assert speakers(*labels) == names
