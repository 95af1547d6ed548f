"""Each flaw is found in a bad question and not in a good one."""

import pytest

from quizgen.model.question import Choice, Option
from quizgen.quality.flaws import TABLE, flaws


def choice(
    stem="Who spoke first at the meeting?", key="Ann Lee", wrong=("Bob Roe", "Cy Dow"), **more
):
    return Choice(stem=stem, key=key, wrong=tuple(map(Option, wrong)), **more)


BAD = {
    "all-of-the-above": choice(wrong=("Bob Roe", "All of the above")),
    "letters-as-options": choice(wrong=("Bob Roe", "1 and 2")),
    "equal-options": choice(wrong=("Bob Roe", "bob roe!")),
    "overlapping-options": choice(
        "What is it about?", "President Trump", ("Meeting with President Trump", "Ukraine")
    ),
    "longest-is-right": choice(
        "What did they agree on?", "A commission that meets every month in town", ("Nothing", "War")
    ),
    "key-in-stem": choice("What did Ann Lee say first at the meeting?"),
    "clang": choice(
        "Which topic was it?",
        "The northern harbour cranes",
        ("The school reform", "The winter road"),
        quote="Those northern cranes at the harbour are old.",
    ),
    "negative-stem": choice("Who did not speak at the meeting?"),
    "blank-misplaced": choice(quote="Yes, ____ did."),
    "article-gives-away": choice(
        "Which words are missing?",
        "adequate answer",
        ("long silence", "old friend"),
        quote="After the long meeting the mayor gave an ____ to everyone.",
    ),
    "unfocused-stem": choice("Who?"),
    "bare-role": choice(wrong=("Question", "Cy Dow")),
}


def test_a_good_question_has_no_flaw():
    assert list(flaws(choice())) == []


@pytest.mark.parametrize("code", BAD)
def test_the_flaw_is_found(code):
    assert code in {flaw.code for flaw in flaws(BAD[code])}


def test_every_flaw_says_how_to_mend_it():
    assert all(row.fix.endswith(".") and row.check.__doc__ for row in TABLE)
