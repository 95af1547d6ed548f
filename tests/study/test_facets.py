"""Choosing questions by what they are about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.question import Made, Short
from quizgen.study.facets import Facet, facets, passing, toggled, unmet
from quizgen.study.selection import Filters


def ask(topic, difficulty=None, rule=None, tags=(), *, skip=False):
    made = Made(rule, 1, "a", "b", "c") if rule else None
    return Short(
        stem="?", keys=("x",), topic=topic, difficulty=difficulty, made=made, tags=tags, skip=skip
    )


BANK = (
    ask("Syria", "easy", "cloze"),
    ask("Syria", "hard", "order", ("exam",)),
    ask("Trade", "hard", "cloze"),
    ask("Trade", "easy", "cloze", skip=True),
)


def test_every_value_has_its_count():
    assert facets(BANK, Filters()) == (
        Facet("topic", "Syria", 2, chosen=False),
        Facet("topic", "Trade", 1, chosen=False),
        Facet("rule", "cloze", 2, chosen=False),
        Facet("rule", "order", 1, chosen=False),
        Facet("difficulty", "easy", 1, chosen=False),
        Facet("difficulty", "hard", 2, chosen=False),
    )


def test_the_counts_follow_what_is_chosen_on_other_grounds():
    found = facets(BANK, Filters(topic=("syria",)))
    assert Facet("topic", "Trade", 1, chosen=False) in found
    assert Facet("topic", "Syria", 2, chosen=True) in found
    assert Facet("rule", "cloze", 1, chosen=False) in found


def test_choosing_twice_is_not_choosing():
    (syria, *_) = facets(BANK, Filters())
    once = toggled(Filters(), syria)
    assert once == Filters(topic=("Syria",))
    assert toggled(once, syria) == Filters()


@given(st.lists(st.integers(0, 5), max_size=6))
def test_the_count_of_a_chosen_value_is_what_it_leaves(choices):
    filters = Filters()
    for at in choices:
        shown = facets(BANK, filters)
        filters = toggled(filters, shown[at % len(shown)])
    for facet in facets(BANK, filters):
        alone = toggled(
            Filters(
                **{
                    g: getattr(filters, g)
                    for g in ("topic", "rule", "difficulty")
                    if g != facet.ground
                }
            ),
            facet,
        )
        assert len(passing(BANK, alone)) == facet.count


@pytest.mark.parametrize(
    ("wishes", "why", "instead"),
    [
        (
            {"topic": ("ferri",)},
            "topic “ferri”",
            "“Ferry”? There is: “Ferry”, “Quay”.",
        ),
        ({"topic": ("FERRY",), "speaker": ("Bo",)}, "speaker “Bo”", "Leave out the speaker"),
        ({"topic": ("ferry",), "difficulty": ("easy",)}, "together", "fewer conditions"),
    ],
)
def test_a_wish_that_nothing_fulfils_is_told_with_what_there_is(wishes, why, instead):
    questions = [
        Short(stem="A?", keys=("a",), topic="Ferry", difficulty="hard"),
        Short(stem="B?", keys=("b",), topic="Quay", difficulty="easy"),
        Short(stem="C?", keys=("c",), topic="Hidden", speaker="Bo", skip=True),
    ]
    told, hint = unmet(questions, Filters(**wishes))
    assert why in told
    assert instead in hint
