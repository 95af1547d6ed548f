"""Good items pass, the mistakes of a naive generator do not, and teachers are left in peace.

``model_items.yaml`` holds twenty-five items as a good teacher would make them of the news
conference; ``good/`` holds banks of school subjects and languages without a flaw.
"""

from pathlib import Path

import pytest

from quizgen.bank.flawed import flawed
from quizgen.bank.reader import read_bank
from quizgen.model.question import Choice, Option, TrueFalse
from quizgen.quality.flaws import flaws

HERE = Path(__file__).parent
MODEL = read_bank(HERE / "model_items.yaml").bank.questions
BANKS = sorted((HERE / "good").glob("*.yaml"))


def choice(stem, key, *wrong, **more):
    return Choice(stem=stem, key=key, wrong=tuple(map(Option, wrong)), **more)


NAIVE = {
    "a role as a person": (
        "who-said",
        choice(
            "Who said this?",
            "Question",
            "Vladimir Putin",
            "Remark",
            quote="It was a pleasure to like him personally at the long summit.",
        ),
        "bare-role",
    ),
    "a question shows that the floor asks": (
        "who-said",
        choice(
            "Who said this?", "A questioner", "Vladimir Putin", quote="Did you like him personally?"
        ),
        "speaker-shows",
    ),
    "an address shows who is spoken to": (
        "who-said",
        choice(
            "Who said this?",
            "A questioner",
            "Vladimir Putin",
            quote="Mr President, the meeting was the focus of everyone's attention.",
        ),
        "speaker-shows",
    ),
    "a function word in the blank": (
        "cloze",
        choice(
            "Which word is missing?",
            "his",
            "its",
            "our",
            "the",
            quote="Yesterday I answered all of ____ questions as far as I could.",
        ),
        "blank-unsuited",
    ),
    "a cut-off sentence": (
        "cloze",
        choice(
            "Which word is missing?",
            "about the election",
            "for a drink",
            "in vain",
            quote="At the long meeting of yesterday he asked ____ –",
        ),
        "cut-off-quote",
    ),
    "a wrong answer that is right as well": (
        "cloze",
        choice(
            "Which words are missing?",
            "special representative",
            "special representative of theirs",
            "working group",
            quote="We agreed that a ____ of the administration would be appointed.",
        ),
        "overlapping-options",
    ),
    "an article that fits the answer alone": (
        "cloze",
        choice(
            "Which word is missing?",
            "absolutely",
            "very",
            "rather",
            "fully",
            quote="In my view he has an ____ adequate attitude towards others.",
        ),
        "article-gives-away",
    ),
    "nested answers": (
        "which-topic",
        choice(
            "What is the first question about?",
            "President Trump",
            "Trump",
            "A meeting with President Trump",
        ),
        "overlapping-options",
    ),
    "a number that is not exact": (
        "number",
        choice(
            "How many servicemen are there, according to Vladimir Putin?",
            "2",
            "1",
            "3",
            evidence=("There are about 2 of them there.",),
        ),
        "inexact-number",
    ),
    "a claim that the quiz makes its own": (
        "true-false",
        TrueFalse(
            stem="True or false: Russia interfered in the election.",
            key=False,
            evidence=("There is no reason to believe that Russia interfered.",),
        ),
        "claim-of-nobody",
    ),
    "two negations": (
        "true-false",
        TrueFalse(
            stem="True or false? Vladimir Putin did not say that there is no uncertainty.",
            key=False,
        ),
        "double-negative",
    ),
    "all of the above": (
        "place",
        choice(
            "Which country does Vladimir Putin mention?",
            "Turkey",
            "Syria",
            "Ukraine",
            "All of the above",
        ),
        "all-of-the-above",
    ),
    "the longest is right": (
        "cloze",
        choice(
            "What did Vladimir Putin say about the Kurdish issue?",
            "That the Kurdish issue is a big problem with which they keep in contact every day",
            "Nothing",
            "Yes",
            "It is over",
        ),
        "longest-is-right",
    ),
    "answers of every kind": (
        "date",
        choice(
            "On what date did Vladimir Putin meet the French President?",
            "November 23, 2026",
            "July",
            "the Kurds",
            "8",
        ),
        "mixed-kinds",
    ),
}


@pytest.mark.parametrize("question", MODEL, ids=lambda question: question.quote or question.stem)
def test_a_model_item_has_no_hard_flaw(question):
    assert [flaw.code for flaw in flaws(question) if flaw.hard] == []


def test_hardly_a_model_item_has_a_soft_flaw():
    soft = [flaw.code for question in MODEL for flaw in flaws(question)]
    assert len(soft) <= len(MODEL) * 0.1


@pytest.mark.parametrize("name", NAIVE)
def test_a_naive_item_is_rejected_for_the_right_reason(name):
    rule, question, code = NAIVE[name]
    assert code in [flaw.code for flaw in flaws(question, rule=rule) if flaw.hard]


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_a_good_bank_of_a_teacher_has_no_warning(path):
    read = read_bank(path)
    assert [str(problem) for problem in (*read.problems, *flawed(read))] == []
