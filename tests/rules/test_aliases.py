"""One person under several names and offices: never two answers, never given away."""

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
