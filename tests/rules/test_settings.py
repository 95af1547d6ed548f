"""What is shown before a sentence that hangs on others: as much as makes it understood."""

import pytest

from quizgen.rules.material import Material
from quizgen.transcripts.registry import parse

TALK = """\
Ann Berg: Good morning.

Carl Dahl: The ferry to Holm was built by the fishermen of the northern harbour. They sold it to
the county after the war. It carries 400 passengers between the islands every day.

Ann Berg: {last}
"""


def setting(last: str, quoted: str) -> str | None:
    material = Material(parse(TALK.format(last=last), "talk.txt"))
    [sentence] = [each for each in material.sentences if each.text.startswith(quoted)]
    found = material.setting(sentence)
    return None if found is None else found.around(sentence.text)


def test_two_sentences_before_are_shown_where_one_is_not_enough() -> None:
    assert setting("Thank you.", "It carries") == (
        "The ferry to Holm was built by the fishermen of the northern harbour. They sold it to "
        "the county after the war. It carries 400 passengers between the islands every day."
    )


@pytest.mark.parametrize(
    "last",
    [
        "That was so. They sold the boats to the county of Holm after the war.",
        "The boats were old, um, and slow. They sold the boats to the county of Holm after it.",
    ],
)
def test_nothing_is_shown_where_what_comes_before_hangs_itself_or_is_broken(last: str) -> None:
    assert setting(last, "They sold the boats") is None


def test_no_more_than_three_sentences_are_shown_before() -> None:
    towns = ("Lund", "Mora", "Visby", "Falun")
    sold = [f"They sold parts to the fishermen of {town} in the next winter." for town in towns]
    talk = "The harbour master bought a steam crane for the fishermen of Holm. " + " ".join(sold)
    assert setting(talk, sold[2]) == " ".join([talk.split(" They")[0], *sold[:3]])
    assert setting(talk, sold[3]) is None
