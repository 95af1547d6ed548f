"""What is about a meeting, and who presides over it, is asked by no rule."""

import pytest

from quizgen.language import clarity, quoting, reference
from quizgen.language.floor import gives_the_floor, is_role, presides
from quizgen.language.places import names_region
from quizgen.rules.chairs import chairs
from quizgen.rules.material import Material
from quizgen.rules.registry import load
from quizgen.transcripts.registry import parse


def asked(rule, text):
    """What a rule asks, and proves, about a talk."""
    [made] = load([rule])
    material = Material(parse(text, "talk.txt"))
    return [c.question for c in made.propose(material) if made.prove(c.question, material)]


DEBATE = """Ida Holm: Mr Lund, you have two minutes on the harbour.

Per Lund: The harbour lost forty wooden boats, but the fishermen still wait for the insurance money.

Ida Holm: Mrs Berg, would you like to respond?

Eva Berg: The insurance company paid for twelve boats, while the lighthouse was never repaired.

Ida Holm: Mr Lund, your response?

Per Lund: The village school belongs to the council, yet the council sold the roof to a farmer.

Ida Holm: Mrs Berg, the same question.

Eva Berg: The farmer returned the roof of the school, but with a bill for the copper nails.
"""


def test_who_gives_the_floor_presides_and_is_not_asked_for():
    talk = parse(DEBATE, "talk.txt")
    assert chairs(talk) == {"Ida Holm"}
    questions = asked("who-said", DEBATE)
    assert questions
    assert all("Ida Holm" not in question.options for question in questions)


@pytest.mark.parametrize(
    ("label", "office"),
    [
        ("The Chairman", None),
        ("Moderator", None),
        ("Operator", None),
        ("Präsidentin Ida Holm", None),
        ("Vizepräsident Per Lund", None),
        ("Председательствующий", None),
        ("Ida Holm", "Moderator"),
    ],
)
def test_a_label_or_an_office_tells_who_presides(label, office):
    assert presides(label, office)


@pytest.mark.parametrize(
    ("label", "office"),
    [
        ("Speaker 1", None),
        ("Ida Holm", "President of Norhaven"),
        ("Präsident der Bank", None),
        ("Ida Holm", None),
    ],
)
def test_others_do_not_preside(label, office):
    assert not presides(label, office)


def test_a_president_who_speaks_at_length_is_no_chair():
    text = "Question: And the boats?\n\nThe President: " + "The boats are in the harbour. " * 20
    assert chairs(parse(text + "\n\nQuestion: All?\n\nThe President: All.", "talk.txt")) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "During this call we will make forward-looking statements about the ferries.",
        "The 90-minute debate is divided into six segments on the harbour.",
        "The agenda has four points about the harbour and the lighthouse.",
        "To learn more about the copper nails, visit the museum of Norhaven.",
        "I show us about an hour from the harbour, over.",
    ],
)
def test_sentences_about_the_meeting_or_the_line_are_not_quoted(sentence):
    assert quoting.is_about_the_talk(sentence)


def test_handing_on_the_floor_is_told_from_speaking_to_the_matter():
    assert gives_the_floor("Mrs Berg, would you like to respond?")
    assert not gives_the_floor("The farmer returned the roof in the spring.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Per Lund, Secretary at the Ministry of Ferries: The boats were sold in March.",
        "I thank you. Eva Berg (Harbour Party): The boats were sold in March.",
        "Two options: - Leave the boats in the harbour, or sell the boats.",
    ],
)
def test_another_speakers_label_or_a_list_in_a_sentence_spoils_it(sentence):
    assert not clarity.is_clean(sentence)


def test_a_colon_after_a_clause_is_no_label():
    assert clarity.is_clean("The council of Norhaven decided on one thing: to sell the boats.")


@pytest.mark.parametrize(
    "sentence",
    ["Seems to overlap with the rules of the harbour.", "Should have a page on the ferries."],
)
def test_a_note_without_a_subject_is_not_whole(sentence):
    assert not quoting.is_whole(sentence)


def test_what_was_in_an_unnamed_thing_points_back():
    assert reference.points_back("It was in a document that the council found the boats.")
    assert not reference.points_back("It was the council that found the boats.")


def test_a_role_takes_its_article_and_a_name_takes_none():
    text = "President: The boats are sold.\n\nEva Berg: No.\n\nPresident: Yes.\n\nEva Berg: No."
    material = Material(parse(text, "talk.txt"))
    assert material.called("President") == "the President"
    assert material.called("Eva Berg") == "Eva Berg"
    assert is_role("Moderator")


def test_a_region_in_a_sentence_leaves_out_countries():
    assert names_region("The ferries of the Middle East sail to the islands.")
    assert not names_region("The ferries sail to the islands of Norway.")


def test_a_full_name_does_not_stand_out_among_single_ones():
    turns = [
        "Eva Berg: The insurance company paid for twelve boats of the northern harbour.",
        "Lund: The council sold the copper roof of the village school to a farmer.",
        "Eva Berg: The lighthouse keeper repaired the wooden bridge with copper nails.",
        "Dahl: The ferry carried a thousand sheep to the northern island in the spring.",
        "Lund: The farmers planted potatoes beside the wooden lighthouse last summer.",
        "Dahl: The museum bought the oldest boat of the northern harbour from a sailor.",
    ]
    for question in asked("who-said", "\n\n".join(turns)):
        assert question.key != "Eva Berg"


def test_a_log_of_calls_by_radio_gives_no_single_sentences():
    said = "The harbour pilots {} of the northern island.\n\n"
    log = "".join(
        f"{who}: Roger. {said.format(what)}"
        for who, what in (
            ("Eva Berg", "repaired the copper lamps"),
            ("Per Lund", "counted the wooden boats"),
            ("Eva Berg", "painted the iron lighthouse"),
            ("Per Lund", "closed the fishing ground"),
        )
        * 3
    )
    material = Material(parse(log, "talk.txt"))
    assert material.is_rough
    assert asked("who-said", log) == asked("multi", log) == []


def test_captions_of_a_machine_give_no_single_sentences():
    loose = "Um, you know, the, ferry was, like, stuck in a, harbour for hours.\n\n"
    whole = "The insurance company paid for twelve boats of the harbour.\n\n"
    talk = f"Eva Berg: {loose}Per Lund: {loose}" * 20 + f"Eva Berg: {whole}Per Lund: {loose}"
    assert Material(parse(talk, "talk.txt")).is_rough
    assert asked("who-said", talk) == []
    assert not Material(parse(DEBATE, "talk.txt")).is_rough


def test_free_talk_that_somebody_wrote_down_gives_its_whole_sentences():
    loose = "Um, you know, the ferry kind of stuck in the harbour for hours.\n\n"
    whole = "The insurance company of Odense must pay for twelve wooden boats of the harbour. "
    whole += "The council of Odense sold a stone mill to the farmers of the valley.\n\n"
    other = "The copper lamp of the lighthouse was never repaired by Danish sailors in Bergen. "
    other += "The chapel of Bergen owns a painted organ and a painted roof.\n\n"
    talk = "".join(f"{who}: {loose}" for who in ("Eva Berg", "Per Lund", "Ida Gran")) * 20
    talk += f"Eva Berg: {whole}Per Lund: {other}"
    assert {question.key for question in asked("who-said", talk)} == {"Eva Berg", "Per Lund"}


@pytest.mark.parametrize(("who", "questions"), [("Ida Holm", 1), ("The Chairman", 0)])
def test_laughter_at_the_words_of_who_presides_is_not_asked_for(who, questions):
    remarks = [
        "The harbour office will send the farmers a strongly worded postcard. (Laughter.)",
        "The harbour office has a new wooden door with copper nails.",
        "The ferry company planted potatoes beside the lighthouse.",
        "The farmers of the island counted a thousand sheep.",
    ]
    long = "The insurance company paid for twelve boats of the northern harbour. " * 6
    talk = "\n\n".join(f"{who}: {said}\n\nEva Berg: {long}" for said in remarks)
    assert len(asked("stage", talk)) == questions
