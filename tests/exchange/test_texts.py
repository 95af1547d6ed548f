"""The small text formats: Aiken, CSV, Quizlet, Anki text, hascard, text2qti, JSON, pages."""

import json
import re
from decimal import Decimal

import pytest

from quizgen.bank.reader import parse_bank
from quizgen.exchange import aiken, anki_text, csv_table, hascard, text2qti
from quizgen.exchange.api import Options
from quizgen.exchange.registry import carry, readable, recognised
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Order,
    Short,
    TrueFalse,
)
from tests.bank.examples import QUESTIONS

from .banks import bank_of


def text_of(name, *questions, **options):
    data, losses = carry(name, [(bank_of(*questions), questions)], Options(**options))
    return data.decode(), losses


def rows(form, text):
    found = form.read(text)
    assert not found.faults
    return [row.question for row in found.rows]


def faults(form, text):
    return [(fault.line, fault.reason) for fault in form.read(text).faults]


def test_aiken_leaves_out_what_its_letters_would_be_mistaken_for():
    _, (loss,) = text_of("aiken", Choice(stem="J. Smith said?", key="a", wrong=(Option("b"),)))
    assert loss.whole
    assert "first letter" in loss.reason


def test_aiken_by_hand():
    text = (
        "Which is\nthe longest?\nA) Nile\nB. Rhine\nANSWER: A\n\n"
        "It rains.\nA) True\nB) False\nANSWER: B"
    )
    assert rows(aiken, text) == [
        Choice(stem="Which is the longest?", key="Nile", wrong=(Option("Rhine"),)),
        TrueFalse(stem="It rains.", key=False),
    ]


def test_aiken_faults_cost_their_own_question_only():
    text = (
        "No answer?\nA) a\nB) b\n\nWrong letter?\nA) a\nB) b\nANSWER: D\n\n"
        "One?\nA) a\nANSWER: A\n\nFine?\nA) a\nB) b\nANSWER: A\n\nLeft over?\n"
    )
    assert [row.question.stem for row in aiken.read(text).rows] == ["Fine?"]
    assert [line for line, _ in faults(aiken, text)] == [1, 5, 10, 19]


def test_a_cell_that_would_be_computed_is_text():
    text, _ = text_of("csv", Short(stem="=1+1", keys=("-5", "'=x", "@a")))
    assert ",'=1+1,-5,''=x,'@a" in text
    assert rows(csv_table, text) == [Short(stem="=1+1", keys=("-5", "'=x", "@a"))]


@pytest.mark.parametrize(
    "table",
    [
        "Question,Option A,Option B,Option C,Correct Answer\nWhich?,Nile,Po,Elbe,B",
        "question;answer 1;answer 2;answer 3;correct\nWhich?;Nile;Po;Elbe;2",
        "Prompt\tA\tB\tC\tKey\nWhich?\tNile\tPo\tElbe\tPo",
        "stem,choices,answer\nWhich?,Nile; Po; Elbe,Po",
        'text,correct_answer,wrong answers\nWhich?,Po,"Nile\nElbe"',
        "Question,Right,Wrong,Wrong\nWhich?,Po,Nile,Elbe",
    ],
)
def test_tables_are_understood_by_the_names_of_their_columns(table):
    (question,) = rows(csv_table, table)
    assert (question.stem, question.key) == ("Which?", "Po")
    assert {option.text for option in question.wrong} == {"Nile", "Elbe"}


def test_a_tables_other_columns_and_types():
    table = (
        "type,question,answer,tolerance,category,tags,level,feedback,extra column\n"
        'numeric,How many?,5,1,Numbers,"a, b",Hard,Count.,x\n'
        ",It rains.,TRUE,,,,,,\n"
        ",The ____ is open.,door,,,,,,\n"
        ",Say it.,hello,,,,,,\n"
        f",Discuss.,{'long ' * 20},,,,,,\n"
        "multiple answers,Which?,,,,,,,\n"
    )
    found = csv_table.read(table)
    number, *others = [row.question for row in found.rows]
    assert number == Number(
        stem="How many?",
        key=Decimal(5),
        tolerance=Decimal(1),
        topic="Numbers",
        tags=("a", "b"),
        difficulty="hard",
        explanation="Count.",
    )
    assert [type(one) for one in others] == [TrueFalse, Cloze, Short, Open]
    assert [(fault.line, fault.reason) for fault in found.faults] == [(7, "it has no answer")]


def test_a_table_without_a_header_is_question_and_answer():
    assert rows(csv_table, "What is far?\ta star\nWho?\tAnn\n") == [
        Short(stem="What is far?", keys=("a star",)),
        Short(stem="Who?", keys=("Ann",)),
    ]


def test_a_row_over_several_lines_has_the_line_on_which_it_begins():
    table = 'question,answer,option a,option b\n"a\nb",x,x,y\nc,z,x,y\n'
    assert faults(csv_table, table) == [(4, "its answer “z” is none of its options")]


def test_quizlet_has_a_line_a_card_whatever_the_text():
    text, _ = text_of("quizlet", Short(stem="a\tb\nc", keys=("d\te",)))
    assert text == "a b c\td e\n"


def test_quizlet_has_a_card_a_pair():
    text, (loss,) = text_of(
        "quizlet", Match(stem="?", pairs=(("a", "b"), ("c", "d")), extra=("e",))
    )
    assert text == "a\tb\nc\td\n"
    assert not loss.whole


def test_ankis_own_export_comes_in_as_question_and_answer():
    text = (
        "#separator:tab\n#html:true\n#tags column:3\n"
        'What is <b>far</b>?\t"<div>a <i>star</i></div>"\tsky topic::Night_sky\n'
        "The {{c1::Tiber::a river}} flows.\tIn Rome\t\n"
        "Only a front\n"
    )
    found = anki_text.read(text)
    assert [row.question for row in found.rows] == [
        Short(stem="What is far?", keys=("a star",), tags=("sky",), topic="Night sky"),
        Cloze(stem="The ____ flows.", blanks=(("Tiber",),), explanation="In Rome"),
    ]
    assert [fault.line for fault in found.faults] == [6]


def test_anki_without_html_is_plain_text():
    assert rows(anki_text, "#separator:Comma\n#html:false\na<b,c\n") == [
        Short(stem="a<b", keys=("c",))
    ]


DECK = """\
# Word
A definition
---
# Which?
- one
* two
---
# Which two?
[*] one
[ ] two
[x] three
---
# Capitals
The _Tiber|Tevere_ flows through _Rome_, not snake_case_name.
---
# Order
2. second
1. first
---
# Two right
* one
* two
---
# Nothing
---
"""


def test_a_hascard_deck():
    found = hascard.read(DECK)
    assert [row.question for row in found.rows] == [
        Short(stem="Word", keys=("A definition",)),
        Choice(stem="Which?", key="two", wrong=(Option("one"),)),
        Multi(stem="Which two?", keys=("one", "three"), wrong=(Option("two"),)),
        Cloze(
            stem="Capitals",
            quote="The ____ flows through ____, not snake_case_name.",
            blanks=(("Tiber", "Tevere"), ("Rome",)),
        ),
        Order(stem="Order", items=("first", "second")),
    ]
    assert [line for line, _ in faults(hascard, DECK)] == [20, 24]


QUIZ = """\
Quiz title: Rivers
Quiz description: All of them.

% a remark
Points: 2
1. Which is
   the longest?
... See the map.
*a) Nile
... Well done.
b) Rhine
... It is shorter.

2. Which two?
[*] Po
[ ] Etna
[*] Elbe

3. What flows through Rome?
* Tiber
* Tevere

4. How many?
= 5 +- 1

5. Between?
= [1, 5]

6. Why?
____

7. Nothing marked?
a) one
b) two

COMMENT
8. Not this.
END_COMMENT
9. True?
a) True
*b) False
"""


def test_a_text2qti_quiz():
    found = text2qti.read(QUIZ)
    assert found.title == "Rivers"
    assert [row.question for row in found.rows] == [
        Choice(
            stem="Which is\nthe longest?",
            key="Nile",
            wrong=(Option("Rhine", "It is shorter."),),
            explanation="See the map.\n\nWell done.",
            points=Decimal(2),
        ),
        Multi(stem="Which two?", keys=("Po", "Elbe"), wrong=(Option("Etna"),)),
        Short(stem="What flows through Rome?", keys=("Tiber", "Tevere")),
        Number(stem="How many?", key=Decimal(5), tolerance=Decimal(1)),
        Number(stem="Between?", key=Decimal(3), tolerance=Decimal(2)),
        Open(stem="Why?"),
        TrueFalse(stem="True?", key=False),
    ]
    assert faults(text2qti, QUIZ) == [(32, "none of its answers is marked with *")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("gift", "::a:: b {=c ~d}"),
        ("gift", "It rains.{TRUE}"),
        ("aiken", "a?\nA) b\nB) c\nANSWER: A"),
        ("moodle-xml", "<?xml version='1.0'?>\n<!-- x -->\n<quiz></quiz>"),
        ("anki-text", "#separator:tab\n#html:true\na\tb"),
        ("hascard", "# a\nb\n---\n# c\nd\n"),
        ("text2qti", "1. a?\n*a) b\nb) c\n"),
        ("csv", "question,answer\na,b\n"),
        ("csv", "front\tback\na\tb\n"),
        ("csv", "a\tb\nc\td\n"),
        (None, "Just a letter.\n\nWith nothing to ask, and commas, too.\n"),
        (None, "# A page\n\nSome words.\n\n---\n\n## More\n"),
        (None, "# A page\n\nSome words.\n"),
        (None, ""),
    ],
)
def test_a_format_is_seen_from_its_text(name, text):
    assert recognised(text) == name


@pytest.mark.parametrize("name", ["aiken", "anki-text", "csv", "gift", "moodle-xml"])
def test_quizgen_sees_its_own_formats(name):
    text, _ = text_of(name, *QUESTIONS)
    assert recognised(text) == name


def test_json_is_a_bank_that_reads_back_as_it_was():
    given = tuple(one for one in QUESTIONS if not one.skip)
    text, losses = text_of("json", *given)
    read = parse_bank(text, "x.json")
    assert not losses
    assert not read.errors
    assert read.bank.questions == given
    assert json.loads(text)["questions"][0]["made"].startswith("reported-speech/1 ")


def test_the_printed_page_holds_nothing_that_runs():
    text, _ = text_of("html", Short(stem="<script>alert(1)</script>", keys=('"><img>',)))
    assert "<script" not in text
    assert "<img" not in text
    assert "default-src 'none'" in text


def test_the_answers_begin_a_page_of_their_own():
    text, _ = text_of("html", *QUESTIONS)
    quiz, key = text.split('<section class="key">')
    assert "break-before: page" in text
    assert "break-inside: avoid" in text
    assert "There is no single answer." not in quiz
    assert "There is no single answer." in key
    assert "k7f2m9qz" in key


def test_versions_differ_in_order_and_each_has_its_key():
    text, _ = text_of("html", *QUESTIONS, variants=3)
    assert re.findall(r"<h1[^>]*>.*? – (\w)</h1>", text) == ["A", "B", "C"]
    assert text.count('class="key"') == 3
    stems = re.findall(r'<section class="sheet">(.*?)</section>', text, re.DOTALL)
    orders = [re.findall(r'<p dir="auto">([^<]*)</p>', one) for one in stems]
    assert len({tuple(one) for one in orders}) == 3
    assert text == text_of("html", *QUESTIONS, variants=3)[0]
    assert text != text_of("html", *QUESTIONS, variants=3, seed=2)[0]


def test_passages_stand_once_above_the_questions_on_them():
    passages = ("Before.", "<Proof>.")
    given = [Short(stem=f"What {n}?", keys=("x",)) for n in range(2)]
    text, _ = text_of("html", *given, passage=lambda _: passages)
    assert text.count("&lt;Proof&gt;.") == 1


def test_markdown_shows_every_sign_as_itself():
    text, _ = text_of("markdown", Short(stem="1. *a* _b_ [c](d) <e> `f` # g", keys=("- x",)))
    assert r"1. 1\. \*a\* \_b\_ \[c\](d) \<e\> \`f\` \# g" in text
    assert r"1. \- x" in text


def test_cards_of_quizgens_come_back_from_quizlet_as_what_they_were():
    went = (
        Choice(stem="Who said this?", quote="A) or B) is it.", key="Ann",
               wrong=(Option("Bob"), Option("Cy"))),
        Multi(stem="Which two?", keys=("a", "b"), wrong=(Option("c"), Option("d"))),
        TrueFalse(stem="It rained.", key=False),
        Short(stem="Which river?", keys=("the Arl",)),
        Cloze(stem="Fill in.", quote="From ____ to ____, daily.", blanks=(("five",), ("nine",))),
    )  # fmt: skip
    data, losses = text_of("quizlet", *went)
    assert losses == ()
    assert recognised(data) == "quizlet"
    found = readable("quizlet").read(data)
    assert found.faults == ()
    came = [row.question for row in found.rows]
    assert [type(one) for one in came] == [type(one) for one in went]
    assert [(one.stem, one.quote) for one in came] == [(one.stem, one.quote) for one in went]
    choice, multi, claim, short, cloze = came
    assert (choice.key, {one.text for one in choice.wrong}) == ("Ann", {"Bob", "Cy"})
    assert (set(multi.keys), {one.text for one in multi.wrong}) == ({"a", "b"}, {"c", "d"})
    assert (claim.key, short.keys, cloze.blanks) == (False, ("the Arl",), (("five",), ("nine",)))


def test_anyones_cards_come_in_from_quizlet_and_half_a_card_is_told():
    text = "la mer, l'océan, le large\tthe sea\nle quai\tthe quay\n"
    assert recognised(text) == "quizlet"
    found = readable("quizlet").read(text + "alone\n")
    assert [row.question for row in found.rows] == [
        Short(stem="la mer, l'océan, le large", keys=("the sea",)),
        Short(stem="le quai", keys=("the quay",)),
    ]
    assert [(fault.line, fault.row) for fault in found.faults] == [(3, True)]


def test_quizlet_says_that_a_blank_has_one_answer():
    _, losses = text_of("quizlet", Cloze(stem="At ____.", blanks=(("nine", "9"),)))
    assert [loss.reason for loss in losses] == ["Quizlet has a single answer a card"]


def test_json_of_another_program_is_no_bank_of_quizgens():
    assert recognised('{"questions": [{"question": "Q", "answer": "a"}]}') == "json"
    assert recognised('{"cards": []}') is None
    text = '{"questions": [{"question": "Q"}, {"question": "R", "answer": "a"}]}'
    found = readable("json").read(text)
    assert [row.question.stem for row in found.rows] == ["R"]
    assert [fault.reason for fault in found.faults] == ["this question has no answer"]
