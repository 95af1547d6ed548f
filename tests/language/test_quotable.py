"""Which sentences may be quoted by themselves: what readers of made questions turned down."""

import pytest

from quizgen.language import clarity, quoting, reference
from quizgen.language.quotations import is_quoted
from quizgen.language.senses import kind, narrow_kind, singular
from quizgen.language.sentences import spans

HANGS = [
    "Can you confirm that all three are on the table of the council?",
    "I did not specifically address it to the harbour master in November.",
    "Does the town council support that particular measure?",
    "Is that also an action the mayor would consider?",
    "I had gotten that language from Mr Falk.",
    "Senior harbour officials conveyed that to him directly.",
    "And your family has been the owners of this vault for a hundred years.",
    "Some are using the oil from the first one as regular oil.",
    "He is a direct person.",
    "The council and the other $20 went to the mill.",
    "We have no doubt that they will be in service next year.",
    "The problem is that they should have asked the harbour master.",
    "I know that Stina Snell even used it for her boats.",
    "The council knew them in the winter.",
    "Some of them are sold in the harbour of Norhaven.",
    "Therein lies the whole meaning of the harbour law.",
    "Later, we will see the trees of the island.",
    "One of the ships that had sailed by then was a ferry.",
    "The first is in Norhaven, at the northern quay of the harbour.",
    "More than 60 percent have been given to the farmers of the island.",
    "The mills are old, and the third is in Grund.",
    "One, a high dam that keeps the river from the mill.",
    "Even in the winter, the boats they sold were old.",
    "And the third is in Grund, at the northern quay of the harbour.",
    "There is Stina Snell of Grund, who was the miller of the valley, or Nils Berg.",
    "The sailors worked in the old mill there for twenty years.",
    "Last of all, the third study looked at the mills of the valley.",
    "Everybody has that same old mill on the northern quay.",
    "The first Norse cases were found on the island in December of 1911.",
    "There is also Stina Snell of Grund, the miller of the valley.",
    "There is Stina Snell of Grund, or Nils Berg of the harbour.",
    "My thanks go out to the citizens of Grund, to whom he leaves the mill.",
    "There are other uses like changes to the harbour law.",
]
STANDS = [
    "The Turkish press and the Turkish army are preparing the ground in this area.",
    "There is no reason to believe that the council sold the mill.",
    "The only thing that does not coincide is the interest of the two villages.",
    "Earlier this morning the mayor had a meeting with the farmers.",
    "It is no secret that the mayor had voiced doubts in Poland.",
    "Mr Berg is an honest accountant, and the passengers trust him.",
    "The council bought the mill and repaired it.",
    "More than 60 percent of the mills have been sold to the farmers.",
    "Some in the village like this; they believe that the mill must be sold soon.",
    "Some in the village believe that they own the mill.",
    "The villages know that they pay for the ferry.",
    "The first bridge of the valley was built by two brothers.",
    "The mill itself was sold in the spring.",
    "Norway and Denmark agreed that they would share the quay.",
    "The company sold its boats in the winter.",
    "The council said that it would sell the mill.",
]


@pytest.mark.parametrize("sentence", HANGS)
def test_a_word_that_points_outside_is_a_loose_end(sentence):
    assert reference.loose_ends(sentence) or reference.points_back(sentence)


@pytest.mark.parametrize("sentence", STANDS)
def test_what_the_sentence_itself_explains_is_none(sentence):
    assert not reference.loose_ends(sentence)
    assert not reference.points_back(sentence)


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
        "The ferry helps families with repairs — with repairs and new boats.",
        "I don't recall a meeting with— again, the harbour master knew the price.",
        "Do you think that they're not — that they're throwing the mill away?",
        "People say, I'm not taking the ferry in the winter.",
        "The ferry was so approved so quickly in the spring.",
        "The ferry company i think is selling the boats.",
    ],
)
def test_fillers_and_restarts_are_not_fluent(sentence):
    assert not quoting.is_fluent(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Let me answer the second question first.",
        "I just wanted to mention the harbour master.",
        "This week we're discussing the book of the harbour master.",
        "The last minutes are an enlightening conversation to listen to.",
        "The harbour master is in the situation that I mentioned earlier.",
        "I think that's where the harbour master needs to focus on.",
        "Don't forget to follow us and get in touch.",
        "I don't know if someone from the harbour wants to give a quick update.",
        "As you mentioned, the mill was sold.",
        "What I want to do, again, is take a look at the mill first.",
        "Our colleague Nils Berg is reporting from the old mill.",
        "I thank my colleague for the news of the old mill.",
        "Just to note that the mill papers are for maintenance only.",
        "We'll start off with the history of the mill and its owners.",
        "Our meetings are on Monday and Tuesday in the old mill.",
        "We can look at the action items of the harbour office.",
        "Use code MILL at checkout for the flour of the old mill.",
        "Get 20% off the flour of the mill in the spring.",
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
        ("Ann Lee with the Post. Many people thought that the mill was sold.", False),
        ("Ann Lee from the northern mill sold the flour of the council.", True),
        ("Spent eight years on the harbour ferry, working on engines.", False),
        ("Manu Spory, co-editor of the DID and mill papers.", False),
        ("Not just having people at the table of the harbour master.", False),
    ],
)
def test_a_sentence_needs_a_verb_and_no_label(sentence, whole):
    assert quoting.is_whole(sentence) is whole


def test_a_conjunction_can_be_left_out():
    assert reference.without_conjunction("But the mill was sold.") == "the mill was sold."
    assert reference.without_conjunction("Butter was sold.") == "Butter was sold."


@pytest.mark.parametrize(
    "rest", ["that includes the mill.", "it is lighter than the showers.", "yes, we have a law."]
)
def test_what_a_conjunction_leaves_may_still_point_back(rest):
    assert reference.without_conjunction(f"And {rest}") == rest
    assert reference.points_back(rest)


@pytest.mark.parametrize(
    "sentence", ["how does the mill differ from the ferry.", "And why did the council sell it."]
)
def test_a_question_without_its_mark_and_capital_is_one(sentence):
    assert clarity.is_question(sentence)


@pytest.mark.parametrize(
    "sentence", ["like the mill used to have five sailors.", "or the mill is."]
)
def test_loose_words_open_loosely_behind_a_conjunction_too(sentence):
    assert not quoting.is_whole(sentence)


def test_so_far_is_no_conjunction():
    assert (
        reference.without_conjunction("But so far, the mill is open.")
        == "so far, the mill is open."
    )


def test_several_conjunctions_are_left_out():
    said = "And, finally, the mill was sold."
    assert reference.without_conjunction(said) == "the mill was sold."


@pytest.mark.parametrize(
    "sentence",
    [
        "A three- judge panel of the harbour sold the mill.",
        "Der Bürgermeister hat im Rahmen -eines Vertrags den Kran verkauft.",
        "The council , in the end , sold the mill .",
        "The council did n't sell the mill.",
        "'Never doubt that the mill was sold.",
        "The bakers bought 90,000sacks of flour in1997 from the mill.",
        "The order form is on harbourmill.com in the spring.",
    ],
)
def test_torn_words_and_marks_are_not_clean(sentence):
    assert not clarity.is_clean(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The two- and three-year contracts of the mill were sold.",
        "'Tis the mill that the council sold.",
        "The mill – not the ferry – was sold in the spring.",
        "The council has mills in several villages – in the valley, in the north – of the lake.",
    ],
)
def test_what_is_printed_well_is_clean(sentence):
    assert clarity.is_clean(sentence)
    assert quoting.is_fluent(sentence)


def test_what_stands_between_quotation_marks_is_quoted():
    text = "The baker wrote: “The mill is sold. The price was low. Nobody asked.” I believe him."
    quoted = [text[a:b] for a, b in spans(text) if is_quoted(text, a, b)]
    assert quoted == ["The price was low. Nobody asked.”"]
    assert not any("believe" in words for words in quoted)


def test_a_quotation_ends_with_its_paragraph():
    text = "The baker wrote: “The mill is sold. The price was low.\n\nThe council met twice."
    quoted = [text[a:b] for a, b in spans(text) if is_quoted(text, a, b)]
    assert "The price was low." in quoted
    assert "The council met twice." not in quoted


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
    assert reference.without_conjunction(sentence) == rest


def test_it_is_possible_points_to_nothing():
    assert not reference.points_back("Is it possible or wise to sail in winter?")
    assert not reference.loose_ends("Is it possible or wise to sail in winter?")
    assert reference.points_back("Is it going to sail in winter?")
