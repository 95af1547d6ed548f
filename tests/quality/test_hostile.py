"""Whatever stands in a bank, checks answer, and soon."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.question import Choice, Cloze, Multi, Option, Order, Short, TrueFalse
from quizgen.quality.bots import play
from quizgen.quality.facts import Facts
from quizgen.quality.flaws import flaws
from quizgen.quality.in_bank import IN_BANK

PIECES = (
    "____",
    " not ",
    "“",
    "”",
    "12",
    "%",
    "A and B",
    "neither",
    "about",
    "May",
    ".",
    "’s",
    "US",
)
TEXTS = st.one_of(st.text(min_size=1, max_size=30), st.lists(st.sampled_from(PIECES)).map("".join))
QUESTIONS = st.one_of(
    st.builds(
        Choice,
        stem=TEXTS,
        key=TEXTS,
        wrong=st.lists(st.builds(Option, TEXTS), max_size=4).map(tuple),
        quote=st.none() | TEXTS,
        evidence=st.lists(TEXTS, max_size=2).map(tuple),
    ),
    st.builds(
        Multi,
        stem=TEXTS,
        keys=st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
        wrong=st.lists(st.builds(Option, TEXTS), max_size=3).map(tuple),
    ),
    st.builds(TrueFalse, stem=TEXTS, key=st.booleans(), evidence=st.just(("A.",))),
    st.builds(Short, stem=TEXTS, keys=st.lists(TEXTS, min_size=1, max_size=2).map(tuple)),
    st.builds(Cloze, stem=TEXTS, blanks=st.lists(st.tuples(TEXTS), max_size=2).map(tuple)),
    st.builds(Order, stem=TEXTS, items=st.lists(TEXTS, min_size=2, max_size=3).map(tuple)),
)
LANGUAGES = st.sampled_from(("en", "de", "fr", "es", "ru", "fi"))


@given(QUESTIONS, st.sampled_from((None, "cloze", "who-said", "order")), LANGUAGES)
def test_any_question_can_be_checked(question, rule, language):
    for flaw in flaws(question, rule=rule, language=language):
        assert flaw.message
        assert flaw.fix


@given(st.lists(QUESTIONS, max_size=4))
def test_any_bank_can_be_checked_and_played(questions):
    facts = [Facts(question) for question in questions]
    for row in IN_BANK:
        assert all(found.message for _, found in row.check(facts))
    assert all(score.right <= score.questions for score in play(questions))


@pytest.mark.parametrize(
    "piece", ["neither ", "“", '"', "____ ", "a and ", "1,", "1-", "(", "«", "which of the ", "ni "]
)
@pytest.mark.parametrize("field", ["stem", "quote", "key"])
def test_a_long_field_costs_no_time(piece, field):
    for length in (15_000, 500_000):
        values = {
            "stem": "Which?",
            "key": "12",
            "quote": None,
            field: piece * (length // len(piece)),
        }
        question = Choice(**values, wrong=(Option("13"), Option("14")))
        began = time.process_time()
        codes = [flaw.code for flaw in flaws(question)]
        assert time.process_time() - began < 2
        assert (length > 20_000) <= (codes == ["too-much-text"])
