"""Moodle XML as Moodle reads it, and Moodle's own exports as quizgen reads them."""

from decimal import Decimal

import pytest

from quizgen.exchange.api import Options
from quizgen.exchange.moodle_xml import read
from quizgen.exchange.registry import carry
from quizgen.exchange.xmltree import parse
from quizgen.model.errors import FileError
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Option,
    Order,
    Short,
    TrueFalse,
)

from .banks import bank_of


def moodle(*questions):
    data, losses = carry("moodle-xml", [(bank_of(*questions), questions)], Options())
    return parse(data.decode()), losses


def asked(root):
    return [one for one in root.all("question") if one.attributes["type"] != "category"]


def text_at(element, *names):
    for name in names:
        element = element.first(name)
    return element.text


def test_texts_are_html_within_xml_and_answers_to_type_are_text():
    root, _ = moodle(
        Short(stem="a < b & c", keys=("x < y & z",)),
        Choice(stem="Which?", key="<script>", wrong=(Option("]]>"),)),
    )
    short, choice = asked(root)
    assert text_at(short, "questiontext", "text") == "<p>a &lt; b &amp; c</p>"
    assert text_at(short, "answer", "text") == "x < y & z"
    shown = {text_at(one, "text") for one in choice.all("answer")}
    assert shown == {"<p>&lt;script&gt;</p>", "<p>]]&gt;</p>"}


def test_an_ordering_says_show_the_number_correct_without_which_moodle_fails():
    root, _ = moodle(Order(stem="In which order?", items=("first", "second")))
    (order,) = asked(root)
    assert text_at(order, "shownumcorrect") == "1"
    assert text_at(order, "gradingtype") == "ABSOLUTE_POSITION"


def test_signs_in_the_answers_of_a_cloze_are_numbers():
    root, _ = moodle(Cloze(stem="{1:SA:=x} is ____.", blanks=(("a~b}#&\\=c*", "d"),)))
    (cloze,) = asked(root)
    shown = text_at(cloze, "questiontext", "text")
    assert shown == (
        "<p>&#123;1:SA:=x} is {1:SHORTANSWER:=a&#126;b&#125;&#35;&#38;&#92;&#61;c&#92;&#42;~=d}."
        "</p>"
    )


def test_all_that_moodle_knows_of_a_question_is_there():
    question = Choice(
        stem="Who?",
        quote="Said ____.",
        key="Ann",
        wrong=(Option("Bob", "He was away."), Option("Cid")),
        fixed=("Bob", "Ann", "Cid"),
        hint="She.",
        explanation="It was she.",
        evidence=("Ann said it.",),
        topic="Talk",
        difficulty="hard",
        tags=("mine",),
        points=Decimal("2.5"),
        id="k7f2m9qz",
    )
    root, losses = moodle(question)
    (one,) = asked(root)
    assert not losses
    assert text_at(one, "single") == "true"
    assert text_at(one, "shuffleanswers") == "false"
    assert text_at(one, "defaultgrade") == "2.5"
    assert text_at(one, "idnumber") == "k7f2m9qz"
    assert text_at(one, "hint", "text") == "<p>She.</p>"
    tags = [text_at(tag, "text") for tag in one.first("tags").all("tag")]
    assert tags == ["mine", "topic:Talk", "difficulty:hard"]
    assert one.first("answer").attributes["fraction"] == "0"
    assert text_at(one.first("answer"), "feedback", "text") == "He was away."


def test_a_number_has_its_tolerance_as_an_amount_and_its_unit():
    number = Number(
        stem="How far?", key=Decimal(200), tolerance=Decimal(5), percent=True, unit="km"
    )
    root, _ = moodle(number)
    (one,) = asked(root)
    assert text_at(one, "answer", "tolerance") == "10"
    assert text_at(one, "units", "unit", "unit_name") == "km"


def test_points_that_the_blanks_cannot_share_are_said():
    blanks = (("a",), ("b",))
    _, fine = moodle(Cloze(stem="____ ____", blanks=blanks, points=Decimal(4)))
    _, (loss,) = moodle(Cloze(stem="____ ____", blanks=blanks, points=Decimal(3)))
    assert not fine
    assert "points" in loss.reason


MOODLE = """\
<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<!-- question: 0  -->
  <question type="category"><category><text>$course$/top/Rivers</text></category></question>
  <question type="multichoice">
    <name><text>Q1</text></name>
    <questiontext format="html">
      <text><![CDATA[<p dir="ltr">Which is <b>longest</b>?<br></p><p>Look&nbsp;it up.</p>]]></text>
    </questiontext>
    <generalfeedback format="html"><text><![CDATA[<p>See the map.</p>]]></text></generalfeedback>
    <defaultgrade>2.0000000</defaultgrade>
    <single>true</single><shuffleanswers>true</shuffleanswers>
    <answer fraction="100" format="html"><text><![CDATA[<p>Nile</p>]]></text>
      <feedback format="html"><text>Well done</text></feedback></answer>
    <answer fraction="0" format="html"><text>Rhine</text>
      <feedback format="html"><text>It is shorter.</text></feedback></answer>
  </question>
  <question type="multichoice">
    <questiontext format="html"><text>Which two?</text></questiontext>
    <single>false</single>
    <answer fraction="50"><text>Po</text></answer>
    <answer fraction="50"><text>Elbe</text></answer>
    <answer fraction="-100"><text>Etna</text></answer>
  </question>
  <question type="truefalse">
    <questiontext format="html"><text>Rivers flow.</text></questiontext>
    <answer fraction="100" format="moodle_auto_format"><text>true</text></answer>
    <answer fraction="0" format="moodle_auto_format"><text>false</text></answer>
  </question>
  <question type="matching">
    <questiontext format="html"><text>Match.</text></questiontext>
    <subquestion format="html"><text>Rome</text><answer><text>Tiber</text></answer></subquestion>
    <subquestion format="html"><text>Paris</text><answer><text>Seine</text></answer></subquestion>
    <subquestion format="html"><text></text><answer><text>Po</text></answer></subquestion>
  </question>
  <question type="cloze">
    <questiontext format="html"><text><![CDATA[<p>The {1:SHORTANSWER:=Tiber#yes~%50%Tibre}
      and the {:MC:=Po~Elbe}.</p>]]></text></questiontext>
  </question>
  <question type="calculated"><questiontext format="html"><text>{a}?</text></questiontext>
  </question>
  <question type="description"><questiontext format="html"><text>Read.</text></questiontext>
  </question>
  <question type="multichoice">
    <questiontext format="html"><text>None?</text></questiontext>
    <answer fraction="0"><text>a</text></answer><answer fraction="0"><text>b</text></answer>
  </question>
</quiz>
"""


def test_what_moodle_exports_comes_in():
    found = read(MOODLE)
    assert found.title == "Rivers"
    assert [row.question for row in found.rows] == [
        Choice(
            stem="Which is longest?\n\nLook\u00a0it up.",
            key="Nile",
            wrong=(Option("Rhine", "It is shorter."),),
            explanation="See the map.\n\nWell done",
            points=Decimal(2),
        ),
        Multi(stem="Which two?", keys=("Po", "Elbe"), wrong=(Option("Etna"),)),
        TrueFalse(stem="Rivers flow.", key=True),
        Match(stem="Match.", pairs=(("Rome", "Tiber"), ("Paris", "Seine")), extra=("Po",)),
        Cloze(stem="The ____ and the ____.", blanks=(("Tiber",), ("Po",))),
    ]
    assert [(fault.line, fault.row) for fault in found.faults] == [
        (36, False),
        (40, True),
        (42, True),
        (44, True),
    ]


BOMB = '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><quiz>&b;</quiz>'
OUTSIDE = '<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>'


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_a_document_type_is_refused(text):
    with pytest.raises(FileError, match="document type"):
        read(text)


def test_elements_nested_without_end_are_refused():
    with pytest.raises(FileError, match="too deep"):
        read("<quiz>" + "<a>" * 100_000)


def test_broken_xml_says_the_line():
    with pytest.raises(FileError, match="line 2"):
        read("<quiz>\n<question></quiz>")


def test_what_the_text_says_of_its_encoding_is_past():
    root = parse('<?xml version="1.0" encoding="ISO-8859-1"?>\n<quiz>é</quiz>')
    assert root.text == "é"
