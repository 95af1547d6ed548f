"""Who is who within one talk: names, titles and offices that mean the same person."""

import pytest

from quizgen.language.people import People
from quizgen.model.transcript import Speaker


def people(*texts, speakers=()):
    """The persons of a talk of these sentences."""
    return People(texts, speakers)


def speaker(name, office=None):
    return Speaker(name, (name,), anonymous=False, turns=3, office=office)


def who(talk, text):
    """The one person that a text mentions."""
    [mention] = talk.mentions(text)
    return talk.who(mention)


def test_a_title_and_a_full_name_are_the_person_of_that_family_name():
    talk = people("Mr Lund met us.", "President Per Lund sang.", "President al-Falk left.",
                  "Mr Falk wept.")  # fmt: skip
    assert who(talk, "Mr Lund met us.") == who(talk, "President Per Lund sang.")
    assert who(talk, "President al-Falk left.") == who(talk, "Mr Falk wept.")
    assert talk.one_person("Mr Lund", "President Per Lund")
    assert not talk.one_person("Mr Lund", "Mr Falk")


@pytest.mark.parametrize(
    "said",
    [
        "The French President Emmanuel Macron was there.",
        "We met Mr Macron, the French President, in May.",
        "The French President, Mr Macron, was there.",
        "We met the President of France Mr Macron.",
    ],
)
def test_an_office_beside_a_name_is_that_person(said):
    talk = people(said, "Mr Macron smiled.", "The French President smiled.", "Mr Lund left.")
    assert who(talk, "The French President smiled.") == who(talk, "Mr Macron smiled.")
    assert talk.one_person("the French President", "Mr Macron")
    assert not talk.one_person("the French President", "Mr Lund")


def test_two_lists_of_people_are_no_apposition():
    talk = people("I spoke to Mr Lund, the French President and Mrs Berg.", "Mr Lund left.")
    assert who(talk, "The French President smiled.") is None


def test_the_participants_offices_tell_too():
    talk = people("The Danish Prime Minister smiled.",
                  speakers=[speaker("Ida Holm", "Prime Minister of Denmark")])  # fmt: skip
    assert who(talk, "The Danish Prime Minister smiled.") == talk.named("Ida Holm")


def test_the_only_president_spoken_of_is_the_one_whose_office_is_named():
    talk = people("The US President called.", "President Trump laughed.", "Mr Trump slept.",
                  speakers=[speaker("Ida Holm", "President of Finland")])  # fmt: skip
    assert who(talk, "The US President called.") == who(talk, "Mr Trump slept.")


def test_with_two_presidents_nobody_can_tell_but_both_may_be_meant():
    talk = people("The US President and the Turkish President met.", "President Trump laughed.")
    assert who(talk, "The US President called.") is None
    assert talk.one_person("the US President", "President Trump")
    assert talk.one_person("the US President", "the American President")
    assert not talk.one_person("the US President", "the Turkish President")


def test_two_of_one_family_name_are_never_one():
    talk = people("Bill Clinton left.", "Hillary Clinton stayed.", "President Clinton sang.",
                  "Mrs Hillary Clinton wept.", "Mrs Clinton smiled.", "Mr Clinton nodded.",
                  speakers=[speaker("Bill Clinton"), speaker("Hillary Clinton")])  # fmt: skip
    assert who(talk, "Bill Clinton left.") != who(talk, "Hillary Clinton stayed.")
    assert who(talk, "Mrs Clinton smiled.") == who(talk, "Hillary Clinton stayed.")
    assert who(talk, "President Clinton sang.") is None
    assert not talk.one_person("Bill Clinton", "Hillary Clinton")
    assert talk.one_person("President Clinton", "Bill Clinton")


def test_a_mr_and_a_mrs_are_two_and_a_short_first_name_is_the_long_one():
    talk = people("Mr Berg left.", "Mrs Berg stayed.", "Don Lund sang.", "Donald Lund sang.",
                  "Mr Lund sang.", speakers=[speaker("Donald Lund")])  # fmt: skip
    assert who(talk, "Mr Berg left.") != who(talk, "Mrs Berg stayed.")
    assert (
        who(talk, "Don Lund sang.") == who(talk, "Donald Lund sang.") == who(talk, "Mr Lund sang.")
    )


def test_a_department_of_justice_is_nobody():
    assert people().mentions("The Justice Department crossed the Ambassador Bridge.") == ()
    [mention] = people().mentions("Ambassador Bridges crossed the river.")
    assert mention.surname == "bridges"
