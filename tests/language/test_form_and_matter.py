"""Which sentences are whole, name their matter and take a position."""

import pytest

from quizgen.language.broken import is_broken
from quizgen.language.claims import is_about_oneself, stands
from quizgen.language.clarity import is_question
from quizgen.language.lexicon import has_verb
from quizgen.language.matter import names_its_matter
from quizgen.language.words import Words


@pytest.mark.parametrize(
    "words",
    [
        "The council wants to count — and to repair the lamps of the harbour.",
        "The town — town-wide survey of the boats was finished in spring.",
        "The Harbour sys- — System Office counted the boats of the island.",
        "The fleet lost many boats, and over eight of which have been repaired.",
        "The fleet brings jobs — lasting jobs to the northern harbour.",
        "The council pays for all boats — all wooden boats of the harbour.",
        "The limit of five boats, if more than six arrive, they pay a fee.",
        "People of the island live in wooden houses, and many others.",
        "We also — just to tell you all, we also repaired the wooden bridge.",
        "We know that boats coming from Bergen — years of sailing was hard.",
        "One of the troubles I saw in the harbour, boats are rotting on land.",
        "Today, we're — also mended the bridge of the harbour and the lamps.",
        "The council thanks all who row — who are rowing the old boats.",
        "Specifically, the number of boats that will be kept in Bergen, from four to six.",
    ],
)
def test_a_sentence_that_begins_anew_is_broken(words):
    assert is_broken(words)


@pytest.mark.parametrize(
    "words",
    [
        "The old lamps – of copper and of glass – in the harbour were never sold.",
        "The council counted the boats — a task for two clerks.",
        "We know that the harbour is closed — the council told us.",
        "One of the troubles is that boats are rotting on land.",
        "The limit is five boats, and whoever brings more pays a fee.",
        "The boats, of which eight were repaired, lie in the harbour.",
        "The ferry that will be built is larger than the old one.",
        "The council said that the boats which were sold had been rotten.",
    ],
)
def test_an_aside_breaks_nothing(words):
    assert not is_broken(words)


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Marineros Cantando en el Puerto, que es para que los niños aprendan algo.", True),
        ("Venta de barcos para pescadores que trabajan en la isla.", True),
        ("El límite de cinco barcos, si llegan más de seis, pagarían una multa.", True),
        ("Los pescadores de la isla venden barcos que nadie repara.", False),
        ("Existen muchos barcos que nadie ha reparado en la isla.", False),
    ],
)
def test_a_spanish_sentence_needs_its_verb(words, broken):
    assert is_broken(Words(words, "es")) is broken


@pytest.mark.parametrize(
    "words",
    [
        "We have done a lot of work over the last week to find any additional cases.",
        "One member, Boats for All, works with the pharmacies of the island.",
        "The council just announced a 78 percent target for 2035 in Norhaven.",
        "Other concerns were shared, and the wooden bridge must be defended.",
        "They decided to change the plan and to continue the process in the future.",
    ],
)
def test_one_of_something_needs_to_be_said_of_what(words):
    assert not names_its_matter(words)


@pytest.mark.parametrize(
    "words",
    [
        "The council found two cases of fever among the sailors.",
        "Every member of the council voted for the wooden bridge.",
        "The wooden bridge was never safe enough for the lorries.",
        "The target for clean harbours is too low, say the sailors.",
    ],
)
def test_a_sentence_that_names_its_matter_may_be_quoted(words):
    assert names_its_matter(words)


def test_a_noun_behind_an_article_is_no_verb():
    words = "The problems plaguing northern harbours from fog to the affects of winter"
    assert not has_verb(words.split())
    assert has_verb("The reports show the harbour".split())


def test_a_bare_fact_takes_no_position():
    assert stands("The bridge was opened in Bergen in 2017.") == 0
    assert stands("The bridge should never have been opened in Bergen.") >= 2
    assert stands(Words("Die Brücke wurde im Mai in Bergen eröffnet.", "de")) == 0
    assert stands(Words("Die Brücke muss im Mai in Bergen eröffnet werden.", "de")) > 0


def test_ones_own_life_is_told_from_ones_opinion():
    assert is_about_oneself("I work at the harbour office of Bergen.")
    assert not is_about_oneself("I work hard for what I think is a better harbour.")
    assert not is_about_oneself("I'm a big fan of wooden bridges.")


@pytest.mark.parametrize(
    "words",
    [
        "Which of the bridges would the council repair first.",
        "If the mine closes, what happens to the villages.",
        "Have you spoken to the sailors of the island.",
        "Any update on the wooden bridge.",
    ],
)
def test_a_question_may_end_on_a_full_stop(words):
    assert is_question(words)


def test_a_question_in_other_languages_may_end_on_a_full_stop():
    assert is_question(Words("Pourquoi avez-vous vendu le vieux pont.", "fr"))
    assert is_question(Words("Wie wollen Sie die alte Brücke bezahlen.", "de"))
    assert not is_question(Words("Le vieux pont a été vendu en mai.", "fr"))
