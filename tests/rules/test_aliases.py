"""One person under several names and offices: never two answers, never given away."""

from dataclasses import replace

from quizgen.cli.main import main
from quizgen.rules.material import Material
from quizgen.rules.registry import load
from quizgen.transcripts.registry import parse

HEAD = "News conference of Mayor Ida Holm\n\nMarch 14, 2019\n\n"
OTHERS = """Question: What do Mr Berg and Mr Falk and Mr Roth say of the harbour?

Ida Holm: Mr Berg and Mr Falk met Mr Roth in the harbour.

Question: And President Lund?

Ida Holm: We met the Danish President, Mr Lund, in the spring.

"""


def asked(rule, *turns):
    """What a rule asks, and proves, about a talk of these turns."""
    [made] = load([rule])
    material = Material(parse(HEAD + OTHERS + "\n\n".join(turns), "talk.txt"))
    return [c.question for c in made.propose(material) if made.prove(c.question, material)]


def test_a_quote_that_names_the_answer_by_office_is_not_used():
    told = "Mr Lund warned that the wooden cranes of the harbour were a danger to the fishermen."
    [question] = asked("reported-speech", "Question: Well?", f"Ida Holm: {told}")
    assert question.key == "Mr Lund"
    given = "Mr Lund warned as President that the wooden cranes were a danger to the fishermen."
    assert asked("reported-speech", "Question: Well?", f"Ida Holm: {given}") == []


def test_one_of_two_of_a_name_is_no_answer_where_nobody_can_tell_which():
    turns = [
        "Question: Is that true?",
        "Ida Holm: Mr Per Gran and Mr Olaf Gran own the mill of the village.",
        "Question: What did they say?",
        "Ida Holm: Mr Gran warned that the wooden cranes were a danger to the fishermen.",
    ]
    assert asked("reported-speech", *turns) == []
    sure = [*turns[:3], turns[3].replace("Mr Gran", "Mr Per Gran")]
    for question in asked("reported-speech", *sure):
        assert question.key == "Mr Per Gran"


def test_two_names_of_an_office_are_no_two_answers_of_a_pair():
    turns = [
        "Question: Whom did you see besides?",
        "Ida Holm: The American President and the US President are one and the same person.",
        "Question: And then?",
        "Ida Holm: The Turkish Ambassador and the Greek King waited in the harbour office.",
        "Question: And in the end?",
        "Ida Holm: In the end the town council invited the US President and the French King.",
    ]
    found = asked("pair", *turns)
    assert any(question.key == "the US President and the French King" for question in found)
    assert not any("American" in option for q in found if "US" in q.key for option in q.options)


def test_who_speaks_of_the_mayor_is_not_asked_where_the_mayor_could_have_said_it():
    turns = [
        "Per Lund: The Mayor promised the fishermen forty copper nails for every wooden boat.",
        "Eva Berg: The insurance company paid for twelve boats and a lighthouse in the bay.",
        "Mayor Ida Holm: The lighthouse of the northern quay was built by Danish sailors.",
        "Per Lund: Nobody repaired the village school after the terrible storm of the winter.",
        "Mayor Ida Holm: The school belongs to the council, and the roof to a farmer from Lund.",
        "Eva Berg: Mayor Holm likes the wooden lighthouse on the northern quay of the bay.",
    ]
    [made] = load(["who-said"])
    material = Material(parse("\n\n".join(turns), "talk.txt"))
    quotes = [candidate.question.quote for candidate in made.propose(material)]
    assert any("Nobody repaired" in quote for quote in quotes)
    assert not any("The Mayor promised" in quote for quote in quotes)


CALL = """Operator: Welcome to the call of the Lund Ferry Company.

Eva Berg: Good morning. With me are Per Falk, our Chief Executive Officer, and Olaf Roth, our
Chief Financial Officer.

Per Falk: The ferries carried many passengers, and the cinnamon rolls were sold out.

Olaf Roth: The company repaired the harbour, and Eva Berg, Head of Investor Relations, likes it.

Ida Gran: Congratulations on the new ferry. Per Dahl, Inspector of Lighthouses, was there too.

Eva Berg: The next ferry leaves in the spring.

Per Falk: The crew painted the funnel.
"""


def offices(text):
    """The question that matches speakers and offices, if there is one, and its proof."""
    [made] = load(["match"])
    material = Material(parse(text, "talk.txt"))
    found = [c.question for c in made.propose(material) if "office" in c.question.stem]
    return [(question, made.prove(question, material)) for question in found]


def test_speakers_are_matched_with_the_offices_that_stand_beside_their_names():
    [(question, proof)] = offices(CALL)
    assert proof
    assert dict(question.pairs) == {
        "Per Falk": "Chief Executive Officer",
        "Olaf Roth": "Chief Financial Officer",
        "Eva Berg": "Head of Investor Relations",
    }
    assert "Per Falk, our Chief Executive Officer" in question.evidence


def test_an_office_of_two_is_nobodys_to_match():
    twice = CALL.replace("Head of Investor Relations", "Chief Financial Officer")
    assert offices(twice) == []


def test_offices_that_were_exchanged_are_not_proved():
    [(question, _)] = offices(CALL)
    (one, a), (two, b), *rest = question.pairs
    [made] = load(["match"])
    material = Material(parse(CALL, "talk.txt"))
    assert not made.prove(replace(question, pairs=((one, b), (two, a), *rest)), material)


def test_the_list_of_participants_and_the_labels_tell_offices(tmp_path):
    text = (
        "Minutes of the harbour council\n\nPresent:\nEva Berg, Treasurer of the Harbour\n"
        "Olaf Roth – Inspector of Lighthouses\n\n"
        "Per Falk, Commissioner for Fisheries: The herring left the bay in the autumn.\n\n"
        "Eva Berg: The copper nails were paid in the spring.\n\n"
        "Olaf Roth: The lantern of the northern quay was repaired by two sailors.\n\n"
        "Per Falk: The herring came back in the winter.\n"
    )
    [(question, proof)] = offices(text)
    assert proof
    assert dict(question.pairs)["Per Falk"] == "Commissioner for Fisheries"
    (tmp_path / "talk.txt").write_text(text, encoding="utf-8")
    bank = tmp_path / "bank.yaml"
    assert main(["generate", str(tmp_path / "talk.txt"), "--rules", "match", "-o", str(bank)]) == 0
    assert "Commissioner for Fisheries" in bank.read_text(encoding="utf-8")
    assert main(["check", "--source", "--strict", str(bank)]) == 0
