"""Which sentences may be quoted by themselves: what readers of made questions turned down."""

import pytest

from quizgen.language import clarity, quoting
from quizgen.language.senses import kind, narrow_kind, singular

HANGS = [
    "I did not specifically address it to the harbour master in November.",
    "Does the town council support that particular measure?",
    "Is that also an action the mayor would consider?",
    "I had gotten that language from Mr Falk.",
    "Senior harbour officials conveyed that to him directly.",
    "And your family has been the owners of this vault for a hundred years.",
    "Some are using the oil from the first one as regular oil.",
    "He is a direct person.",
    "The council and the other $20 went to the mill.",
]
STANDS = [
    "The Turkish press and the Turkish army are preparing the ground in this area.",
    "There is no reason to believe that the council sold the mill.",
    "The only thing that does not coincide is the interest of the two villages.",
    "Earlier this morning the mayor had a meeting with the farmers.",
    "It is no secret that the mayor had voiced doubts in Poland.",
    "Mr Berg is an honest accountant, and the passengers trust him.",
]


@pytest.mark.parametrize("sentence", HANGS)
def test_a_word_that_points_outside_is_a_loose_end(sentence):
    assert clarity.loose_ends(sentence) or clarity.points_back(sentence)


@pytest.mark.parametrize("sentence", STANDS)
def test_what_the_sentence_itself_explains_is_none(sentence):
    assert not clarity.loose_ends(sentence)
    assert not clarity.points_back(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "You know, the mill was closed in the winter.",
        "The council — the council never met.",
        "We can't — we still don't know the price.",
        "The mayor would use a map that — in 2022 — that three judges rejected.",
        "The baker was like, I will not sell the mill.",
        "We went to the... the harbour office.",
        "So is there — I guess, any — is there any news of the mill?",
        "The council asks: is this is a matter for the mayor?",
        "There is like a little bit of rye in the bread.",
    ],
)
def test_fillers_and_restarts_are_not_fluent(sentence):
    assert not quoting.is_fluent(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Let me answer the second question first.",
        "I just wanted to mention the harbour master.",
        "Don't forget to follow us and get in touch.",
        "I don't know if someone from the harbour wants to give a quick update.",
        "As you mentioned, the mill was sold.",
    ],
)
def test_talk_about_the_talk_is_told(sentence):
    assert quoting.is_about_the_talk(sentence)


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Lake Arl and its biggest island, the Long Island.", False),
        ("Spreading false news in order to sell the mill.", False),
        ("Adapting into what other people want in order to stay in the office.", False),
        ("Getting angry in the market is useful.", True),
        ("The council sold the mill in the spring.", True),
        ("AT: There is no second mill.", False),
        ("Spent eight years on the harbour ferry, working on engines.", False),
        ("Manu Spory, co-editor of the DID and mill papers.", False),
        ("Not just having people at the table of the harbour master.", False),
    ],
)
def test_a_sentence_needs_a_verb_and_no_label(sentence, whole):
    assert quoting.is_whole(sentence) is whole


def test_a_conjunction_can_be_left_out():
    assert clarity.without_conjunction("But the mill was sold.") == "the mill was sold."
    assert clarity.without_conjunction("Butter was sold.") == "Butter was sold."


def test_nouns_are_told_by_what_they_name():
    assert kind("servicemen") == kind("advisers") == "person"
    assert kind("cities") == "location"
    assert kind("xyzzies") is None
    assert narrow_kind("treaties") == narrow_kind("treaty")
    assert singular("companies") == "company"


@pytest.mark.parametrize(
    "sentence",
    [
        "I also served as a harbour pilot for years.",
        "Our large boats need to carry salt and timber.",
        "Not long ago the mayor said something in the market.",
        "The council just abolished the ferry tax.",
    ],
)
def test_a_verb_is_found_behind_an_adverb(sentence):
    assert quoting.is_whole(sentence)


@pytest.mark.parametrize(
    ("sentence", "clean"),
    [
        ("The mayor (who was born on the island) sold the old mill.", True),
        ("The council met the leaders of three towns: Holm, Lund, and Berg.", True),
        ("The decree of the [presidential] council was signed in May.", True),
        ("The mayor (inaudible on the tape) sold the old mill.", False),
        ("The mayor sold (not here) the old mill.", False),
        ("The mayor sold the [mill](mill.html) in spring.", False),
        ("And so we close for the day alice: Thanks for all of that.", False),
    ],
)
def test_an_aside_in_words_is_no_note(sentence, clean):
    assert clarity.is_clean(sentence) is clean


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("You know, the mill was closed.", "the mill was closed."),
        ("Well, you know, the mill was closed.", "the mill was closed."),
        ("But, I mean, the mill was closed.", "the mill was closed."),
        ("Actually the mill was closed.", "Actually the mill was closed."),
        ("Look at the mill.", "Look at the mill."),
    ],
)
def test_words_that_only_open_a_sentence_are_left_out(sentence, rest):
    assert clarity.without_conjunction(sentence) == rest


def test_it_is_possible_points_to_nothing():
    assert not clarity.points_back("Is it possible or wise to sail in winter?")
    assert not clarity.loose_ends("Is it possible or wise to sail in winter?")
    assert clarity.points_back("Is it going to sail in winter?")
