"""Questions that readers turned down, each kind as a small talk in which it must not come."""

from decimal import Decimal
from itertools import pairwise

import pytest

from quizgen.model.question import Choice
from quizgen.rules.material import Material
from quizgen.rules.progression import around, in_words, years
from quizgen.rules.registry import load
from quizgen.transcripts.registry import parse

HEAD = (
    "News conference of Mayor Ida Holm\n\nMarch 14, 2019\n\nMayor Ida Holm answered questions.\n\n"
)


def asked(rule, *turns, head=HEAD):
    """What a rule asks, and proves, about a talk of these turns."""
    [made] = load([rule])
    material = Material(parse(head + "\n\n".join(turns), "talk.txt"))
    return [c.question for c in made.propose(material) if made.prove(c.question, material)]


def test_a_reply_that_would_answer_anything_is_not_asked_for():
    replies = ["We know what works.", "That is how we see it.", "We will look into the details."]
    questions = [
        "Question: Will the harbour master publish the report on the cranes?",
        "Question: Does the school reform reach the island before the winter?",
        "Question: Who repaired the wooden lighthouse of the northern quay?",
    ]
    turns = [
        turn for q, r in zip(questions, replies, strict=True) for turn in (q, f"Ida Holm: {r}")
    ]
    assert asked("question-drew-answer", *turns) == []
    assert asked("answer-to-question", *turns) == []


def test_a_bare_no_stands_beside_no_other():
    turns = [
        "Question: Did the harbour master sell the cranes of the northern quay?",
        "Ida Holm: No, the harbour master never sold the cranes.",
        "Question: Did the school inspector close the village school last winter?",
        "Ida Holm: No, the village school was open all winter long.",
        "Question: Has the ferry company paid the workers on the island?",
        "Ida Holm: The ferry company paid the island workers in the spring.",
        "Question: Can the lighthouse be reached by the fishing boats again?",
        "Ida Holm: The lighthouse is reached by the boats in good weather.",
    ]
    for question in asked("answer-to-question", *turns):
        said = [text for text in question.options if text.startswith("No")]
        assert len(said) <= 1


def test_two_questions_that_say_the_same_are_no_options_together():
    turns = [
        "Question: What is the mayor prepared to do for the ferry workers?",
        "Ida Holm: The ferry workers will get new boots from the mayor.",
        "Question: Well, what is the mayor prepared to do for the ferry workers though?",
        "Ida Holm: The town pays the boots.",
        "Question: Who repaired the wooden lighthouse of the northern quay?",
        "Ida Holm: Two sailors repaired it.",
        "Question: Does the school reform reach the island before the winter?",
        "Ida Holm: It reaches the island in May.",
    ]
    for question in asked("question-drew-answer", *turns):
        assert sum("ferry workers" in text for text in question.options) <= 1


def test_reported_words_must_say_something_and_name_no_option():
    turns = [
        "Question: Mr Lund and Mr Dahl and Mr Berg were there.",
        "Ida Holm: Not long ago Mr Berg said something absolutely correct.",
        "Question: And then?",
        "Ida Holm: After his day with Mr Lund, Mr Dahl said that the cranes were a danger.",
    ]
    assert asked("reported-speech", *turns) == []


@pytest.mark.parametrize("year", ["1985", "2004", "2014"])
def test_years_stay_near_and_before_the_day_of_the_talk(year):
    options = [int(option) for option in years(year, 2019, "talk")]
    assert int(year) in options
    assert max(options) <= 2019
    steps = {after - before for before, after in pairwise(options)}
    assert steps == {2} if year == "1985" else {1}


def test_the_year_of_the_talk_would_always_be_the_last():
    assert years("2019", 2019, "talk") is None


def test_without_a_date_no_year_is_asked_for():
    turns = ["Ann Lee: In 1985, the harbour company sold the cranes to Norway.", "Bob Roe: Yes."]
    assert asked("date", *turns, head="") == []


NUMBERS = ["60", "8,000", "48", "10,246", "12.9", "310", "10", "101", "4.2", "1,710", "360"]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("key", NUMBERS)
def test_numbers_are_even_steps_around_the_right_one(key, seed):
    options = around(key, "talk", seed)
    assert options is not None
    assert key in options
    values = [Decimal(option.replace(",", "")) for option in options]
    assert len({after - before for before, after in pairwise(values)}) == 1
    assert values[0] > 0
    assert not any("," not in option and len(option) > 4 for option in options)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("key", ["10", "50", "2,000", "25", "150", "95,000"])
def test_a_round_number_stands_among_round_ones(key, seed):
    options = around(key, "talk", seed)
    assert options is not None
    plain = [option.replace(",", "").rstrip("0") for option in options]
    assert all(digits[-1] == "5" or len(digits) <= len(plain[0]) + 1 for digits in plain)
    assert all(len(digits) <= 3 for digits in plain)


def test_no_number_is_the_seed_of_a_doubling_row():
    for seed in range(12):
        values = [int(option) for option in around("101", "talk", seed) or ()]
        assert not all(value % 101 == 0 for value in values)


@pytest.mark.parametrize(
    "words",
    [
        "The number of boats in the northern harbour is up from 46 boats to 49 boats.",
        "The harbour bought 36 boats in spring, bringing all boats of the town to roughly 120.",
        "The ferry tax will increase from 20 crowns to about 30 crowns in the spring.",
        "The fishing women earn just 82 cents for every crown of the fishing men.",
        "We resettled, I believe, 90 families from the northern harbour of the island.",
        "First the storm, then every 25 years the harbour of the island was rebuilt.",
    ],
)
def test_numbers_that_the_sentence_itself_bounds_are_not_asked_for(words):
    assert asked("number", f"Ann Lee: {words}", "Bob Roe: Yes.", head="") == []


def test_numbers_in_words_keep_to_small_ones():
    assert in_words("four", "talk") is not None
    assert "one" not in (in_words("two", "talk") or ())


@pytest.mark.parametrize(
    "words",
    [
        "About 40 harbour workers lost their boats in the storm.",
        "The harbour workers lost 40 or 50 boats in the storm.",
        "The council voted on Article 40 of the harbour law.",
        "The harbour protocol starts with the 12 bytes of the header.",
        "We heard several good things about the harbour workers.",
    ],
)
def test_inexact_numbers_are_not_asked_for(words):
    assert asked("number", f"Ann Lee: {words}", "Bob Roe: Yes.", head="") == []


def test_nobody_believes_that_a_speaker_is_against_the_own_country():
    turns = [
        "Question: What of Norway and Denmark and Finland?",
        "Ida Holm: Norway opposes any expansion of the whaling club of Denmark. Norway is ready.",
        "Question: And Norway and Finland and Norway?",
    ]
    for question in asked("true-false", *turns):
        assert "club of Norway" not in question.quote


def test_a_printed_heading_is_no_subject_to_ask_for():
    turns = [
        "## Further reading\n\nAnn Lee: The harbour company published a map of the old cranes.",
        "## Introduction\n\nBob Roe: The lighthouse was painted by two sailors in the spring.",
        "## Key management\n\nAnn Lee: Imagine a sailor with a fortune in the harbour bank.",
    ]
    assert asked("which-topic", *turns, head="") == []


def test_a_subject_in_passing_orders_nothing():
    turns = [
        "Question: Is there a status like the one that Finland had during the Cold War?",
        "Ida Holm: The ferry company has no opinion on that.",
        "Question: Who paid the workers on the northern quay of the harbour?",
        "Ida Holm: The fishing boats paid them.",
        "Question: Has the Ministry of Economic Development published the report?",
        "Ida Holm: The farmers have read it.",
    ]
    assert asked("order", *turns) == []


def test_the_usual_country_is_guessed_and_not_asked_for():
    turns = [
        "Question: What do the farmers of Norway, Denmark, Finland and Poland say?",
        "Ida Holm: The farmers planted potatoes on the islands of Norway.",
        "Question: And the wool of the islands?",
        "Ida Holm: The whole harvest of the islands went by ship to Norway.",
    ]
    assert all(question.key != "Norway" for question in asked("place", *turns))


def test_no_statement_of_several_points_outside():
    turns = [
        "Question: Unfortunately, the harbour office publishes no figures on the fishing fleet.",
        "Ida Holm: Senior harbour officials conveyed that to him directly after the meeting.",
        "Question: The lighthouse keepers are already preparing a strike on the northern island.",
        "Ida Holm: The town remains a key player in most of those negotiations on the islands.",
    ]
    assert asked("multi", *turns) == []


def test_every_option_of_a_choice_differs_from_the_key():
    turns = [
        "Question: Yesterday the council met the Norwegian Ambassador and the Danish King.",
        "Ida Holm: The Swedish King and the Finnish President sent their regrets.",
    ]
    for question in asked("pair", *turns):
        assert isinstance(question, Choice)
        assert len(set(question.options)) == 4


@pytest.mark.parametrize(
    "words",
    [
        "The harbour pilots needed an hour and 37 minutes for the crossing.",
        "I have worked for the harbour company of Norhaven for 38 years now.",
        "The captain turned the ferry by 50 degrees before the northern harbour.",
    ],
)
def test_numbers_that_their_unit_bounds_are_not_asked_for(words):
    assert asked("number", f"Ann Lee: {words}", "Bob Roe: Yes.", head="") == []


def dated(head):
    turns = ["Ida Holm: The boats are sold.", "Per Lund: Yes.", "Ida Holm: No.", "Per Lund: Yes."]
    return [q for q in asked("date", *turns, head=head) if not q.quote]


@pytest.mark.parametrize(
    ("date", "nought"), [("March 04, 2020", True), ("March 4, 2020", False), ("10 May 2020", False)]
)
def test_a_date_is_one_of_its_choices_and_printed_like_them(date, nought):
    [question] = dated(f"News conference of Mayor Ida Holm\n\n{date}\n\n")
    assert question.key == date
    assert date in question.fixed
    assert any(" 0" in option for option in question.fixed) is nought
    assert not any(option.startswith("0") for option in question.fixed)


def test_what_an_asker_tells_the_one_who_answers_hides_no_country():
    announced = (
        "You announced that the shipyards in Norway will build wooden ferries for fishermen."
    )
    turns = [
        f"Eva Berg: {announced} Why do the shipyards build wooden ferries?",
        "Ida Holm: Denmark, Finland and Poland built them, and Denmark began long ago, I believe.",
        "Eva Berg: And who pays for the ferries of Denmark?",
        "Ida Holm: Denmark pays for all of them, and Poland pays for the nails. "
        + "So it is. " * 9,
    ]
    assert asked("place", *turns) == []


@pytest.mark.parametrize(
    "head",
    [
        "News conference of Mayor Ida Holm, March 14, 2020\n\n",
        "News conference of Mayor Ida Holm\n\nRelease date: March 14, 2020\n\n",
    ],
)
def test_a_date_in_the_title_or_of_a_release_is_not_asked_for(head):
    assert dated(head) == []


def test_a_clause_that_says_nothing_has_no_subject_to_ask_for():
    turns = [
        "Question: What of the situation in Norway and the dispute over the lighthouse?",
        "Ida Holm: As regards the ferry line, I believe that they have been established.",
        "Question: And the situation in Finland?",
        "Ida Holm: As regards the wooden lighthouse, the problem was not discussed.",
        "Question: And the harbour?",
        "Ida Holm: As regards the fishing quota, the quota is a matter of the island council.",
    ]
    quotes = [question.quote for question in asked("frame", *turns)]
    assert not any("established" in quote or "discussed" in quote for quote in quotes)
