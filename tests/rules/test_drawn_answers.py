"""Which question drew an answer: asked only where no other question could have drawn it."""

from quizgen.language.words import Words
from quizgen.rules.asking import questions
from quizgen.rules.material import Material
from quizgen.rules.registry import load
from quizgen.transcripts.registry import parse

TALK = [
    "Question: Why did the harbour master close the northern quay of Norhaven in autumn?",
    "Ida Holm: The harbour office saw that the pillars of the quay were rotten.",
    "Question: Who pays the harbour teachers of the village school in Odense this year?",
    "Ida Holm: Copenhagen does.",
    "Question: Will the council of Lund buy a copper bell for the chapel on the quay?",
    "Ida Holm: Bells are dear.",
    "Question: When does the harbour fleet of the fishermen leave for Iceland in spring?",
    "Ida Holm: In May.",
]
PILLARS = "The harbour office saw that the pillars of the quay were rotten."


def material(*turns):
    """A talk as rules work on it."""
    head = "News conference of Mayor Ida Holm\n\nMarch 14, 2019\n\n"
    return Material(parse(head + "\n\n".join(turns), "talk.txt"))


def asked(*turns):
    """What is asked, and proved, of answers in a talk."""
    [rule] = load(["question-drew-answer"])
    talk = material(*turns)
    return [c.question for c in rule.propose(talk) if rule.prove(c.question, talk)]


def test_the_other_questions_were_put_to_the_same_person():
    assert [question.quote for question in asked(*TALK)] == [PILLARS]
    others = [turn.replace("Ida Holm: B", "Per Lund: B") for turn in TALK]
    others = [turn.replace("Ida Holm: In", "Eva Berg: In") for turn in others]
    assert asked(*others) == []


def test_a_question_that_asks_on_is_no_wrong_one():
    on = "Question: Did the harbour master close the quay of Norhaven for the whole autumn?"
    for question in asked(*TALK[:2], on, "Ida Holm: He did.", *TALK[2:]):
        assert not any("whole autumn" in option.text for option in question.wrong)


def test_an_answer_that_names_whom_it_is_given_to_is_not_asked_about():
    turns = [turn.replace("Holm: The harbour", "Holm: Mr. Chair, the harbour") for turn in TALK]
    assert asked(*turns) == []


def test_a_question_keeps_the_language_it_is_asked_in():
    turns = [
        "Pregunta: El puerto de Lund está cerrado. ¿Quién pagará los barcos viejos del puerto?",
        "Ana Ruiz: Los barcos los pagará la ciudad.",
    ] * 3
    talk = Material(parse("\n\n".join(turns), "talk.txt"), language="es")
    found = [each for exchange in talk.exchanges for each in questions(talk, exchange)]
    assert found
    assert all(isinstance(each.text, Words) and each.text.language == "es" for each in found)
