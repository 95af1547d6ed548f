"""What strict readers of banks of all kinds turned down, each kind as a small invented talk."""

import pytest

from quizgen.generate.pipeline import generate
from quizgen.model.bank import GenerateSettings
from quizgen.rules.material import Material
from quizgen.rules.registry import load
from quizgen.transcripts.registry import parse

HEAD = (
    "News conference of Mayor Ida Holm\n\nMarch 14, 2019\n\n"
    "Mayor of Norway Ida Holm answered questions.\n\n"
)


def asked(rule, *turns, head=HEAD):
    """What a rule asks, and proves, about a talk of these turns."""
    [made] = load([rule])
    material = Material(parse(head + "\n\n".join(turns), "talk.txt"))
    return [c.question for c in made.propose(material) if made.prove(c.question, material)]


def quotes(rule, *turns, head=HEAD):
    return [question.quote for question in asked(rule, *turns, head=head)]


STATED = "Unfortunately, the harbour office publishes no figures on the northern fishing fleet."
ANSWERED = "The wooden lighthouse of the northern island was never repaired after the last storm."


def test_an_answer_that_shares_its_words_with_one_question_gives_itself_away():
    turns = [
        "Question: Does the council contain the algae of the harbour?",
        "Ida Holm: It is impossible to contain the algae of such a harbour anywhere.",
        "Question: Will the school of the island be open in the winter?",
        "Ida Holm: The teachers of the school have bought an iron stove.",
        "Question: Who repaired the wooden lighthouse of the northern quay?",
        "Ida Holm: Two sailors of the wooden lighthouse bought the nails themselves.",
        "Question: Do the farmers pay a tax for the new bridge of the island?",
        "Ida Holm: The tax for the bridge is paid in wool and butter by the farmers.",
    ]
    assert asked("question-drew-answer", *turns) == []
    assert asked("answer-to-question", *turns) == []


def test_of_two_questions_in_one_turn_none_is_asked_about():
    turns = [
        "Question: Did the council sell the cranes of the harbour? Who bought the nails?",
        "Ida Holm: The cranes belong to the harbour office, and the sailors use the nails.",
        "Question: Do the sailors of the harbour still need the nails of the council?",
        "Ida Holm: The sailors build boats for the council.",
        "Question: Have the cranes of the harbour office been painted by sailors?",
        "Ida Holm: Two painters came in spring.",
    ]
    for question in asked("question-drew-answer", *turns):
        assert "cranes belong" not in question.quote
    for question in asked("answer-to-question", *turns):
        assert "Who bought" not in question.quote
        assert "sell the cranes" not in question.quote


def test_a_verdict_that_fits_any_subject_has_none():
    turns = [
        "Question: What of the situation in Denmark and the dispute over the lighthouse?",
        "Ida Holm: As regards the fishing quota, this is a very big and complicated problem.",
        "Question: And the situation in Finland?",
        "Ida Holm: As regards the wooden lighthouse, it is a serious matter of great importance.",
    ]
    assert asked("frame", *turns) == []


COUNTRIES = (
    "Question: What do the farmers of Norway, Denmark, Finland, Poland and Sweden say? "
    "And the farmers of Norway and Sweden, Sweden, Sweden?"
)


@pytest.mark.parametrize(
    "words",
    [
        "We have held consultations with Poland and will continue them soon.",
        "The wooden ferry of the northern fishermen brings a strong momentum to Norway.",
        "The sailors of Poland are proud of the country and of its three old harbours.",
        "Two sailors of the northern harbour gave money to the Poland Foundation in spring.",
        "The northern fishermen sold the wooden ferry of President Duda to Poland in spring.",
        "The fishermen sold the wooden ferry to Poland, Japan, Latvia, and the United States.",
    ],
)
def test_a_country_that_nobody_need_remember_is_not_asked_for(words):
    assert quotes("place", COUNTRIES, f"Ida Holm: {words}", "Question: And then?") == []


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("date", "The harbour law was passed, I believe, in 2010 by the old council of the town."),
        ("date", "There were fewer boats in the harbour than in February of 2018, as we know."),
    ],
)
def test_years_that_are_a_guess_or_too_near_are_not_asked_for(rule, words):
    assert not any(quotes(rule, f"Ida Holm: {words}", "Question: And then?"))


def debate(*said):
    """Four members of parties, who say these words in turn, and more of their own."""
    names = [
        "Mr. Carl Berg (Harbour, Lib.)",
        "Ms. Dora Lund (Hill, CPC)",
        "Mr. Emil Dahl (Quay, NDP)",
        "Ms. Fay Moe (Mill, Lib.)",
    ]
    filler = [
        "The wooden lighthouse of the northern island burned down in a storm.",
        "The iron bridge of the eastern valley carries nine trains an hour.",
        "The stone mill of the western farmers grinds barley and black rye.",
        "The village school of the southern island teaches navigation to girls.",
    ]
    turns = [f"{name}: {own}" for name, own in zip(names, filler, strict=True)]
    turns += [f"{name}: {words}" for name, words in zip(names, said, strict=False)]
    turns += [f"{name}: Nothing more." for name in names]
    return turns


@pytest.mark.parametrize(
    "words",
    [
        "We have made large investments in the ferries of all northern fishermen.",
        "The Conservatives would rather frighten the sailors of the northern harbour.",
        "The minister has failed to deliver the ferries of the northern fishermen.",
        "The sailors in my riding of Norhaven need wooden boats and iron nails.",
        "Mr.Chair, the sailors of the northern harbour need wooden boats and nails.",
        "The sailors of the harbour like the boats, but Dora had some strong doubts.",
    ],
)
def test_a_side_an_office_or_a_name_gives_a_speaker_away(words):
    turns = debate(words)
    assert words not in quotes("who-said", *turns, head="")
    for question in asked("multi", *turns, head=""):
        assert words not in question.options


def test_neutral_words_of_a_debate_are_asked_about():
    words = "The sailors of the northern harbour should repair their boats with iron nails."
    assert any("sailors" in quote for quote in quotes("who-said", *debate(words), head=""))


def test_who_reads_out_somebody_elses_words_does_not_say_them():
    turns = [
        f"Ida Holm: A sailor wrote: “The ferry is late. {ANSWERED} Nobody asked us.” So it is.",
        f"Question: {STATED}",
        "Ida Holm: The stone mill of the western farmers grinds barley and black rye.",
    ]
    assert ANSWERED not in quotes("who-said", *turns)


def test_between_an_interviewer_and_one_who_answers_nobody_need_tell_them_apart():
    ask = [
        "Why did the sailors of the northern harbour repair the wooden lighthouse?",
        "Who bought the iron nails for the boats of the northern fishermen?",
        "When will the village school of the southern island be opened again?",
    ]
    turns = []
    for question in ask:
        turns += [f"Per Lund: {question}", f"Ida Holm: {ANSWERED.replace('last', question[:3])}"]
    assert asked("who-said", *turns, head="") == []
    assert asked("multi", *turns, head="") == []


def test_beside_two_who_are_named_the_floor_is_no_option():
    turns = [
        f"Ann Lee: {ANSWERED}",
        "Q: Unfortunately, the harbour office publishes no figures on the fishing fleet.",
        "Bob Roe: The fleet of the northern fishermen is too old for the winter storms.",
        "Ann Lee: The fleet carries nine copper lamps for every single boat.",
        "Bob Roe: The sailors of the southern island never trust the storm warnings.",
    ]
    found = asked("who-said", *turns, head="")
    assert found
    for question in found:
        assert set(question.options) == {"Ann Lee", "Bob Roe"}


def test_an_operator_is_no_option():
    turns = [
        "Operator: Our next question comes from the harbour office of the town.",
        f"Ann Lee: {ANSWERED}",
        "Bob Roe: The fleet of the northern fishermen is too old for the winter storms.",
        "Ann Lee: The fleet carries nine copper lamps for every single boat.",
        "Bob Roe: The sailors of the southern island never trust the storm warnings.",
    ]
    found = asked("who-said", *turns, head="")
    assert found
    assert all(set(question.options) == {"Ann Lee", "Bob Roe"} for question in found)


def test_statements_that_pair_themselves_by_a_word_are_not_put_together():
    turns = [
        "Ann Lee: The Danish ferry of the northern line carried wool and salted butter.",
        "Bob Roe: The stone mill of the western farmers grinds barley and black rye.",
        "Ann Lee: The Danish captain of the old harbour painted all three lighthouses.",
        "Bob Roe: The village school of the southern island teaches navigation to girls.",
        "Ann Lee: A storm of the last winter destroyed the wooden roof of the town hall.",
        "Cy Dow: The iron bridge of the eastern valley carries nine trains an hour.",
        "Cy Dow: The copper roof of the chapel was sold to two engineers of Bergen.",
    ]
    for question in asked("multi", *turns, head=""):
        assert sum("Danish" in key for key in question.keys) < 2


def test_what_is_said_of_a_person_must_say_something():
    turns = [
        "Question: Mr Lund and Mr Dahl and Mr Berg were there.",
        "Ida Holm: Mr Berg is a future member of the staff.",
        "Question: And then?",
        "Ida Holm: Mr Dahl is a worker who builds boats.",
    ]
    assert asked("who-is-described", *turns) == []


def test_a_heading_is_no_set_phrase_and_not_cut_off():
    turns = [
        "Question: In the case of Norhaven, what of the security of opening harbours?",
        "Ida Holm: The sailors have no opinion.",
    ]
    material = Material(parse(HEAD + "\n\n".join(turns), "talk.txt"))
    headings = [text for found in material.subjects.values() for text in found]
    assert not [text for text in headings if "case" in text or text.endswith("opening")]


def test_a_question_whose_words_tell_a_number_is_kept_apart_from_it():
    [rule] = load(["number"])
    words = "The harbour office has counted 46 boats of the northern fishermen."
    material = Material(parse(f"Ann Lee: {words}\n\nBob Roe: Yes.", "talk.txt"))
    [candidate] = rule.propose(material)
    assert candidate.gives_away == ("46 boats",)


@pytest.mark.parametrize(
    "words",
    [
        "If my boats are empty, I fill them with 10 barrels of salt from the harbour.",
        "The original tax of the harbour changed from 32 crowns to one crown in spring.",
        "Five sailors of the northern harbour repaired 90 boats of the whole fleet.",
        "And 45 minutes later the ferry of the northern harbour was repaired.",
    ],
)
def test_a_number_that_is_supposed_or_stands_beside_another_is_not_asked_for(words):
    assert asked("number", f"Ann Lee: {words}", "Bob Roe: Yes.", head="") == []


def test_who_is_spoken_to_is_not_missing_from_what_is_said():
    turns = [
        "Question: Mr Lund and Mr Berg and Mr Dahl were there. Mr Lund spoke. Mr Lund left.",
        "Ida Holm: The wooden lighthouse of the northern island has burned down, Mr Berg.",
        "Question: And then? Mr Lund was asked.",
    ]
    assert asked("who-is-described", *turns) == []


def test_in_a_language_with_stems_a_word_ties_an_answer_to_its_question():
    turns = [
        "Ida Holm: Warum liegt die Fähre seit dem Frühjahr im alten Hafen?",
        "Per Lund: Der Rat hat im Herbst das Geld für ein neues Dach bewilligt.",
        "Ida Holm: Wer bezahlt das neue Dach der alten Dorfschule auf der Insel?",
        "Per Lund: Die Werft wartet auf eine neue Schraube aus dem fernen Bergen.",
        "Ida Holm: Wann sinkt die Steuer der Fischer auf den nördlichen Inseln?",
        "Per Lund: Der Winter bringt den Inseln viel Eis und wenig frisches Brot.",
    ]
    [rule] = load(["question-drew-answer"])
    material = Material(parse("\n\n".join(turns), "talk.txt"), language="de")
    quoted = [c.question.quote for c in rule.propose(material)]
    assert not any("Geld" in quote or "Werft" in quote for quote in quoted)


def test_two_sentences_that_nearly_say_the_same_are_asked_about_once():
    said = [
        "Museums with old paintings will think twice before showing classic harbour scenes.",
        "The stone mill of the western farmers grinds barley, which no painting shows.",
        "Bread is dear. " * 12,
        "Our harbour has seen better paintings of the eastern valley than any museum.",
        "The iron bridge of the eastern valley carries nine trains an hour in winter.",
        "Museums for old paintings are going to think twice before showing harbour scenes.",
    ]
    names = ["Ann Lee", "Bob Roe", "Bob Roe", "Bob Roe", "Ann Lee", "Ann Lee"]
    talk = "\n\n".join(f"{name}: {words}" for name, words in zip(names, said, strict=True))
    made = generate(
        parse(talk, "talk.txt"),
        load(["who-said"]),
        GenerateSettings(count=30),
        bank_id="talk",
        path="talk.yaml",
        source="talk.txt",
    )
    assert sum("Museums" in question.quote for question in made.bank.questions) == 1


def test_a_question_whose_own_answer_says_the_same_is_no_wrong_one():
    turns = [
        "Question: Why did the council give no notice of the harbour checks to the sailors?",
        "Ida Holm: The harbour guard continues the diligent checks to keep all sailors safe.",
        "Question: When will the harbour checks of the guard be paid by the council?",
        "Ida Holm: It matters that the harbour guard continues the checks to keep sailors safe.",
        "Question: Do the sailors need a guard for the boats of the northern quay?",
        "Ida Holm: The teachers of the island have bought an iron stove.",
        "Question: Who will repair the harbour lamp of the guard before the winter?",
        "Ida Holm: Two painters came in the spring with a ladder.",
        "Question: Is the guard of the quay paid for the checks of all wooden boats?",
        "Ida Holm: Butter and wool are dear this year.",
    ]
    for question in asked("question-drew-answer", *turns):
        if "diligent" in question.quote:
            assert not any("When will the harbour" in each.text for each in question.wrong)


def test_wrong_statements_are_not_all_on_one_subject():
    turns = [
        "Ann Lee: The stone mill of the western farmers grinds barley and black rye.",
        "Bob Roe: The weekly average of drowned sailors remains above forty men a year.",
        "Ann Lee: The village school of the southern island teaches navigation to girls.",
        "Bob Roe: The weekly average of broken boats is slightly below thirty a summer.",
        "Cy Dow: The weekly average of lost nets has fallen since the last cold spring.",
        "Cy Dow: Two engineers of Bergen bought the copper roof of the chapel.",
    ]
    for question in asked("multi", *turns, head=""):
        assert sum("weekly average" in each.text for each in question.wrong) < 2
