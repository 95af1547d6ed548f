"""What the page of flaws does not show: edges of the checks, and what they leave alone."""

import pytest

from quizgen.bank.flawed import flawed
from quizgen.bank.reader import parse_bank
from quizgen.model.question import Choice, Option
from quizgen.quality.blanks import takes_an
from quizgen.quality.flaws import TABLE, flaws, hard_flaw, meaning
from quizgen.quality.kinds import kind, size

BANK = """\
questions:
- question: Which of these birds can swim?
  answer: the duck
  wrong:
  - the hen
  - wrong: none of the above
    because: It is one of the others.
- question: "Which letter? {}"
  choices: [1912, 1890, 1931]
  answer: 1912
"""


def choice(stem, key, *wrong, **more):
    return Choice(stem=stem, key=key, wrong=tuple(map(Option, wrong)), **more)


def codes(question, **more):
    return [flaw.code for flaw in flaws(question, **more)]


def warnings(text):
    read = parse_bank(text, "bank.yaml")
    return [(problem.line, problem.column, problem.code) for problem in flawed(read)]


def test_every_flaw_says_how_to_mend_it_and_every_check_why_it_matters():
    assert all(row.fix.endswith(".") and row.check.__doc__ for row in TABLE)
    assert len({row.code for row in TABLE}) == len(TABLE)


def test_a_warning_stands_at_its_option_or_field():
    assert warnings(BANK) == [(6, 12, "all-of-the-above"), (9, 12, "out-of-order")]


def test_a_question_that_is_skipped_is_left_alone():
    assert warnings(BANK.replace("  answer: 1912", "  answer: 1912\n  skip: true"))[1:] == []


def test_what_the_reader_said_already_is_not_said_again():
    text = "questions:\n- question: Who came?\n  answer: Ann Lee\n  wrong: [Bob Roe, bob roe]\n"
    read = parse_bank(text, "bank.yaml")
    assert [problem.code for problem in read.problems] == ["similar-options"]
    assert flawed(read) == ()


def test_a_rule_is_judged_more_strictly_than_a_person():
    grammar = choice("Fill in.", "has", "have", "having", quote="She ____ a ferry.")
    assert codes(grammar) == []
    assert hard_flaw(grammar, "cloze") == "blank-misplaced"


@pytest.mark.parametrize(
    ("language", "stem", "answers", "code"),
    [
        ("de", "Welches Tier schwimmt?", ("Ente", "Huhn", "Alle genannten"), "all-of-the-above"),
        ("de", "Welche Stadt liegt nicht am Meer?", ("Ulm", "Kiel", "Emden"), "negative-question"),
        ("fr", "Lequel nage ?", ("le canard", "la poule", "Toutes les réponses ci-dessus"), None),
        ("es", "¿Cuál nada?", ("el pato", "la gallina", "todas las anteriores"), None),
        ("ru", "Кто плавает?", ("утка", "курица", "все перечисленные"), "all-of-the-above"),
    ],
)
def test_the_words_of_five_languages_are_known(language, stem, answers, code):
    assert codes(choice(stem, *answers), language=language) == [code or "all-of-the-above"]


def test_a_language_without_words_has_the_checks_that_need_none():
    question = choice("Mikä lintu ui?", "sorsa", "kana", "kaikki edellä mainitut linnut, ja monta")
    assert codes(question, language="fi") == []
    twice = choice("Mikä lintu ui?", "sorsa", "kana", "Sorsa.")
    assert codes(twice, language="fi") == ["same-options"]


@pytest.mark.parametrize(
    ("words", "an"),
    [
        ("hour", True),
        ("honest man", True),
        ("house", False),
        ("university", False),
        ("uninvited guest", True),
        ("umbrella", True),
        ("European", False),
        ("one-way street", False),
        ("onion", True),
        ("MP", True),
        ("UN envoy", False),
        ("US ship", False),
        ("X-ray", True),
        ("8-year-old", True),
        ("18-year-old", True),
        ("100-year-old", False),
        ("useful tool", False),
        ("usher", True),
        ("“answer”", True),
    ],
)
def test_the_article_follows_the_sound(words, an):
    assert takes_an(words) == an


@pytest.mark.parametrize(
    ("text", "which", "worth"),
    [
        ("1,500", "number", 1500.0),
        ("1.500,5", "number", 1500.5),
        ("−3", "number", -3.0),
        ("12 km", "number", 12.0),
        ("45 %", "percentage", 45.0),
        ("$20", "money", 20.0),
        ("March 4, 2019", "date", 2019 * 372 + 2 * 31 + 4),
        ("4 March", "date", 2 * 31 + 4),
        ("2019-03-04", "date", 2019 * 372 + 3 * 31 + 4),
        ("May", "month", None),
        ("Tuesday", "day", None),
        ("It is over.", "words", None),
        ("The quay will be closed.", "sentence", None),
        ("7th of their ships", "words", None),
    ],
)
def test_an_option_is_of_a_kind_and_has_a_size(text, which, worth):
    assert (kind(text), size(text)) == (which, worth)


def test_the_country_is_no_pronoun():
    question = choice(
        "Whom did the mayor meet?",
        "the US President and the German Chancellor",
        "the French President and the German Chancellor",
        "the US President and the Turkish Chancellor",
    )
    assert codes(question, rule="pair") == []


@pytest.mark.parametrize(
    "stem",
    [
        "Why did the mayor not sign?",
        "What do at least two of them want?",
        "Which ship, if it does not sink, arrives first?",
        "Which of these is NOT a ship?",
        "Who said “I will not come”?",
    ],
)
def test_a_negation_that_decides_nothing_is_left_alone(stem):
    assert codes(choice(stem, "the Alma", "the Berta", "the Carla")) == []


def test_every_flaw_is_told_in_a_sentence():
    said = [meaning(row.code) for row in TABLE]
    assert all(" " in words and not words.endswith(".") for words in said)
    assert meaning("no proof") == "no proof"
