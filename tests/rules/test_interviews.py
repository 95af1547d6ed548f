"""What an interview of two gives: questions as people put them, answers as they begin."""

import pytest

from quizgen.quality.flaws import hard_flaw
from quizgen.rules.asking import questions
from quizgen.rules.distractors import covering
from quizgen.rules.material import Material
from quizgen.rules.registry import load
from quizgen.transcripts.registry import parse

HEAD = "An interview with Mayor Ida Holm\n\nMarch 14, 2019\n\n"
INTERVIEW = """Per Lund: So why did the harbour need a second lighthouse?

Ida Holm: You know, the old lighthouse stood behind the new grain silo.
The sailors of Bergen never saw the lantern through the autumn fog.

Per Lund: But is it possible to reach the island without the ferry and the fishermen?

Ida Holm: Well, the postman crosses the ice on his sledge.
The ferry stays in the harbour of Lund from November until Easter.

Per Lund: And who pays the teachers of the village school?

Ida Holm: The teachers get wool and butter from the farmers.
Their salary comes from Copenhagen.

Per Lund: Do the fishermen of the lighthouse believe in the Danish insurance?

Ida Holm: You know, no fisherman has seen a coin of the insurance.
The parish of Lund pays the copper nails for the ferry boats.

Per Lund: What happened to the bronze bell of the chapel and its insurance?

Ida Holm: Actually, the bell lies at the bottom of the bay.
Two divers from Hamburg touched the bronze clapper last summer.
"""


def material(text, head=HEAD):
    """A talk as rules work on it."""
    return Material(parse(head + text, "talk.txt"))


def asked(rule, text, head=HEAD):
    """What a rule asks, and proves, about a talk, without hard flaws."""
    [made], talk = load([rule]), material(text, head)
    found = [c.question for c in made.propose(talk) if made.prove(c.question, talk)]
    return [question for question in found if not hard_flaw(question, rule)]


def test_an_opening_word_takes_nothing_from_a_question():
    talk = material(INTERVIEW)
    put = [each.text for exchange in talk.exchanges for each in questions(talk, exchange)]
    assert "So why did the harbour need a second lighthouse?" in put
    assert "But is it possible to reach the island without the ferry and the fishermen?" in put


@pytest.mark.parametrize(
    ("opening", "question"),
    [
        ("… the old lighthouse stood", "So why did the harbour need a second lighthouse?"),
        (
            "… no fisherman has seen",
            "Do the fishermen of the lighthouse believe in the Danish insurance?",
        ),
    ],
)
def test_an_answer_is_quoted_without_the_words_that_only_open_it(opening, question):
    found = {each.key: each.quote for each in asked("question-drew-answer", INTERVIEW)}
    assert found[question].startswith(opening)


def test_a_part_of_a_reply_is_asked_for_where_one_word_ties_it_to_its_question():
    found = [q for q in asked("answer-to-question", INTERVIEW) if "in reply" in q.stem]
    keys = {question.key: question.quote for question in found}
    assert keys["The ferry stays in the harbour of Lund from November until Easter."].startswith(
        "But is it possible"
    )
    assert all(len(question.wrong) == 3 for question in found)


def test_wrong_questions_share_words_with_the_answer_where_some_do():
    talk = INTERVIEW + (
        "\nPer Lund: Why did the council of Lund close the bridge after the autumn storm?\n\n"
        "Ida Holm: The council saw that the wooden pillars of the bridge were rotten.\n\n"
        "Per Lund: Who painted the copper roof of the chapel in the spring?\n\n"
        "Ida Holm: A painter from Odense.\n\n"
        "Per Lund: When will the new postman of the parish get his horse?\n\n"
        "Ida Holm: Horses are dear.\n\n"
        "Per Lund: Which council boats lie below the bridge when the spring begins?\n\n"
        "Ida Holm: The boats of the postman shine.\n"
    )
    [question] = [q for q in asked("question-drew-answer", talk) if "pillars" in q.quote]
    assert any("council boats" in option.text for option in question.wrong)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("The price of herring was about 30 crowns, but this autumn it rose to 47 crowns.", None),
        ("In 1943 the storms sank 60 boats of the northern fishing village.", "60"),
        ("The council moved the fishing border from 100 metres to 150 metres.", None),
        ("The fishermen of the island got 40 to 60 crowns for every barrel of herring.", None),
        ("The private harbour codes are numbers below 2^32 bits in every lighthouse.", None),
        ("The council expects an average of 24 percent in the spring of 2017.", None),
    ],
)
def test_one_exact_number_may_stand_beside_others_that_do_not_bound_it(said, key):
    found = asked("number", f"Per Lund: Well?\n\nIda Holm: {said}\n")
    assert [question.key for question in found] == ([key] if key else [])


def test_years_are_asked_for_in_a_talk_without_a_date_but_none_after_the_latest_named():
    talk = (
        "Per Lund: Well?\n\nIda Holm: The council opened the stone harbour in 1962. "
        "The storm of 1987 destroyed the wooden lighthouse of the northern quay.\n"
    )
    found = asked("date", talk, head="")
    assert [question.key for question in found] == ["1962"]
    assert all(option <= "1987" for option in found[0].options)


def test_wrong_answers_hold_the_words_that_tie_the_right_one_to_its_question():
    pool = ["the cranes rust", "a silo burns", "the bells of the silo", "cranes and bells fall"]
    chosen = covering("bells beside a silo", pool, "Who saw the silo and its bells?")
    assert chosen[0] == "the bells of the silo"
    assert set(chosen) == set(pool)
    apart = covering("bells beside a silo", pool[:2] + pool[3:], "Who saw the silo and its bells?")
    assert set(apart[:2]) == {"a silo burns", "cranes and bells fall"}


def test_what_is_set_against_each_other_may_differ_in_length():
    talk = """Question: What about the ferry office and its careful plans?

Ida Holm: The council is guided by careful plans, not rumours, whenever the ferry is late.

Question: And the fishermen of the island?

Ida Holm: The fishermen have wooden boats, copper nails, strange schemes and bright hopes.
"""
    found = asked("contrast", talk)
    assert [question.key for question in found] == ["careful plans"]
    assert "rumours" in found[0].options


def test_a_claim_may_ask_for_assent():
    talk = (
        INTERVIEW
        + """
Per Lund: You promised the wooden harbour crane to a farmer, right?

Ida Holm: No, that never happened.
"""
    )
    assert "No, that never happened." in {question.key for question in asked("denial", talk)}


def test_what_was_said_this_morning_was_said():
    talk = """Per Lund: We met Mr Berg, Mr Falk and Mr Roth in the harbour office of the island.

Ida Holm: Mr Berg said this morning that the wooden cranes were a danger to the fishermen.

Per Lund: Mr Falk said this and nothing else about the wooden cranes of the harbour.

Ida Holm: The fishermen left.
"""
    assert [question.key for question in asked("reported-speech", talk)] == ["Mr Berg"]


def test_a_reply_to_nearly_the_same_question_is_no_wrong_answer():
    talk = (
        INTERVIEW
        + """
Per Lund: Will the council of Lund pay for the northern harbour with a loan?

Ida Holm: The council works day and night for the wooden harbours of the whole island.

Per Lund: Will the council of Lund pay for the northern harbour with a grant?

Ida Holm: The treasurer of the council talks with all harbours of the island, large and small.

Per Lund: Has the council painted the wooden gate of the village school?

Ida Holm: The council paints a wooden gate of the island every seven years.
"""
    )
    for question in asked("answer-to-question", talk):
        assert len([text for text in question.options if "harbours" in text]) < 2


def test_what_stands_behind_an_article_fits_it():
    talk = """Question: What will the council build over the northern bay of the island?

Ida Holm: The council will build a tunnel rather than a bridge, although the farmers laugh.

Question: And on the southern shore of the island?

Ida Holm: The farmers want an avenue, an alley, an exit, a road and a path to the harbour.
"""
    [question] = asked("contrast", talk)
    assert question.key == "tunnel"
    assert all(option[0] not in "aeiou" for option in question.options)
