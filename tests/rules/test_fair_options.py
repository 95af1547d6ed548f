"""Who is a fair answer to “Who said this?”: one who states things, in the same talk."""

import pytest

from quizgen.generate.pipeline import generate
from quizgen.model.bank import GenerateSettings
from quizgen.rules.material import Material
from quizgen.rules.registry import load
from quizgen.transcripts.registry import parse

STATED = "The copper lamps of the northern lighthouse should never be sold to strangers."


def asked(talk, rule="who-said", *, spare=False):
    """What a rule asks, and proves, about a talk; ``spare`` with what is only too easy."""
    [made] = load([rule])
    material = Material(parse(talk, "talk.txt"))
    found = [c for c in made.propose(material) if spare or not c.spare]
    return [c.question for c in found if made.prove(c.question, material)]


def talk(*turns):
    """Turns of two speakers more who state things, and the turns given."""
    others = [
        "Eva Berg: The stone mill of the western farmers is too old for the northern rye.",
        "Per Lund: The iron bridge of the eastern valley never carried a copper lamp.",
        "Eva Berg: The village school of the island ought to teach navigation to girls.",
        "Per Lund: The chapel of the southern sailors needs a better roof than the school.",
    ]
    return "\n\n".join([*turns, *others])


def test_a_host_who_only_asks_is_no_option():
    hosts = [
        "Ida Holm: How did the sailors of the northern island find the old lighthouse?",
        f"Ann Lee: {STATED}",
        "Ida Holm: Why would a council sell the lamps of a lighthouse to strangers?",
        "Ann Lee: The council of the island cannot count, and sailors are too polite to say so.",
        "Ida Holm: What will the sailors of the island do with the lighthouse in winter?",
    ]
    found = asked(talk(*hosts))
    assert any(question.quote == STATED for question in found)
    assert all("Ida Holm" not in question.options for question in found)


def test_of_two_the_other_must_speak_of_the_matter():
    own = [f"Ann Lee: {STATED}", "Ann Lee: The council of Bergen is too poor for a new pier."]
    away = [
        "Bob Roe: Butter and wool will be dearer in Odense than in the southern villages.",
        "Bob Roe: The stone mill of the western farmers should grind barley and black rye.",
    ]
    same = ["Bob Roe: The lamps of Bergen are dear, and no fisherman would pay for them."]
    assert asked("\n\n".join([*own, *away])) == []
    assert STATED in {question.quote for question in asked("\n\n".join([*own, *away, *same]))}


def test_an_announcement_is_known_to_be_the_officials():
    opening = "The harbour lamps of Norhaven will be better than those of any other town."
    turns = [
        f"Ida Holm: {opening}",
        "Question: Unfortunately, the harbour office publishes no figures on lamps.",
        f"Ida Holm: {STATED}",
        "Question: The lighthouse lamps are too weak for the winter storms, say the sailors.",
        "Ida Holm: Every lamp of the harbour was repaired before the winter storms began.",
    ]
    quotes = {question.quote for question in asked("\n\n".join(turns))}
    assert opening not in quotes
    assert STATED in quotes


@pytest.mark.parametrize(
    "words",
    [
        "My mother bought a copper lamp and a wooden boat for every sailor of Bergen.",
        "I'm a painter of wooden boats, and I work at the northern harbour of Bergen.",
        "I grew up in Bergen, where every sailor needs a copper lamp for his boat.",
    ],
)
def test_ones_own_life_marks_nobody_but_the_guest(words):
    assert words not in {question.quote for question in asked(talk(f"Ann Lee: {words}", STATED))}


def test_a_bare_fact_marks_nobody():
    fact = "The copper lamps of the northern lighthouse were painted in Bergen in 2017."
    quotes = {
        question.quote
        for question in asked(talk(f"Ann Lee: {fact} {STATED}", "Ann Lee: Lamps are dear."))
    }
    assert STATED in quotes
    assert fact not in quotes


def test_what_is_right_and_only_too_easy_is_asked_where_there_is_next_to_nothing():
    fact = "The copper lamps of the northern lighthouse were painted in Bergen in 2017."
    plain = talk(f"Ann Lee: {fact} {STATED}", "Ann Lee: Lamps are dear.")
    assert fact in {question.quote for question in asked(plain, spare=True)}
    made = generate(
        parse(plain, "talk.txt"),
        load(["who-said"]),
        GenerateSettings(count=20),
        bank_id="talk",
        path="talk.yaml",
        source="talk.txt",
    )
    quotes = [question.quote for question in made.bank.questions]
    assert STATED in quotes
    assert len(quotes) <= 5


def test_what_another_says_in_other_words_is_nobodys_alone():
    own = [f"Ann Lee: {STATED}", "Ann Lee: Lamps are dear."]
    echo = "Per Lund: Nobody should sell the copper lamps of that lighthouse."
    assert STATED in {question.quote for question in asked(talk(*own))}
    assert STATED not in {question.quote for question in asked(talk(*own, echo))}


@pytest.mark.parametrize("label", ["Une Sociologue", "A Sailor", "Assistant Minister"])
def test_nobody_is_an_option_by_a_role_alone(label):
    turns = [f"{label}: {STATED}", f"{label}: The council of the island cannot count lamps."]
    for question in asked(talk(*turns)):
        assert label not in question.options


def test_an_office_before_a_family_name_is_no_first_name():
    head = "Briefing by Climate Advisor Ida Berg and Administrator Berg's deputy, May 3, 2021\n\n"
    turns = f"ADMINISTRATOR BERG: {STATED}\n\nMR. LUND: Lamps.\n\nADMINISTRATOR BERG: Rye.\n"
    assert "Ida Berg" in {each.name for each in parse(head + turns, "talk.txt").people}


def test_who_is_far_off_in_the_file_is_no_option():
    away = [f"{name}: The mill grinds barley." for name in ("Eva Berg", "Per Lund")] * 14
    near = [
        "Bob Roe: The wooden bridge should be repaired before the winter storms.",
        "Cy Dow: The wooden bridge is not worth a single copper nail.",
    ]
    turns = [near[0], near[1], f"Ann Lee: {STATED}", *near, "Ann Lee: Yes.", *away]
    found = [question for question in asked("\n\n".join(turns)) if question.quote == STATED]
    assert [set(question.options) for question in found] == [{"Ann Lee", "Bob Roe", "Cy Dow"}]


def test_what_would_be_hangs_on_its_condition():
    would = "The copper lamps of the northern lighthouse would never be sold to strangers."
    turns = [f"Ann Lee: If the town had a budget, all would be well. {would}", "Ann Lee: Rye."]
    assert would not in {question.quote for question in asked(talk(*turns))}
    plain = [f"Ann Lee: The town has a budget. {would}", "Ann Lee: Rye."]
    assert would in {question.quote for question in asked(talk(*plain))}


def test_where_here_is_nobody_can_tell():
    words = "The copper lamps of the lighthouse were never sold here by any sailor."
    turns = [f"Ann Lee: {words}", "Ann Lee: Rye."]
    assert words not in {question.quote for question in asked(talk(*turns))}


def test_who_speaks_in_another_play_of_the_file_is_no_option():
    first = [
        "Bob Roe: The wooden bridge should be repaired before the winter storms.",
        f"Ann Lee: {STATED}",
        "Cy Dow: The wooden bridge is not worth a single copper nail.",
    ]
    second = [
        "Eva Berg: The stone mill of the western farmers is too old for the northern rye.",
        "Per Lund: The chapel of the southern sailors needs a better roof than the school.",
    ]
    found = asked("\n\n".join([*first * 3, *second * 3]), spare=True)
    one, other = {"Ann Lee", "Bob Roe", "Cy Dow"}, {"Eva Berg", "Per Lund"}
    assert "Ann Lee" in {question.key for question in found}
    for question in found:
        assert set(question.options) <= one or set(question.options) <= other
