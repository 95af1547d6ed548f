"""GIFT as Moodle reads it: what its importer trips over is written so that it does not."""

from decimal import Decimal

import pytest

from quizgen.exchange.api import Options
from quizgen.exchange.gift import read, score
from quizgen.exchange.registry import carry
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Short,
    TrueFalse,
)

from .banks import bank_of


def gift(*questions):
    data, losses = carry("gift", [(bank_of(*questions), questions)], Options())
    return data.decode(), losses


def only(text):
    found = read(text)
    assert not found.faults
    (row,) = found.rows
    return row.question


def test_no_blank_line_stands_inside_a_question():
    text, _ = gift(
        Choice(stem="a\n\nb", key="c", wrong=(Option("d", "e\n\nf"),), explanation="g\n\nh")
    )
    body = text.split("\n\n", 1)[1]
    assert "\n\n" not in body.strip("\n")


def test_every_option_has_its_weight_so_that_a_percentage_is_text():
    text, _ = gift(Choice(stem="Which?", key="All", wrong=(Option("%50% of it"),)))
    assert "~%0%[plain]%50% of it" in text
    assert only(text).wrong == (Option("%50% of it"),)


def test_a_text_that_begins_like_a_format_is_given_one():
    text, _ = gift(Choice(stem="[html] x", key="[plain]", wrong=(Option("[sic] y"),)))
    assert "[plain][html] x" in text
    assert "=[plain][plain]" in text
    assert "~%0%[sic] y" in text


def test_a_right_side_is_text_whatever_it_begins_with():
    question = Match(stem="Match.", pairs=(("a", "[html]"), ("b", "%50%")), id="a1")
    assert only(gift(question)[0]) == question


def test_an_asterisk_to_type_stands_for_itself():
    text, _ = gift(Short(stem="Three times four?", keys=("3*4",)))
    assert r"=%100%3\\*4" in text
    assert only(text).keys == ("3*4",)


def test_several_right_choices_share_a_grade_that_moodle_knows():
    text, _ = gift(Multi(stem="Which?", keys=("a", "b", "c"), wrong=(Option("d"), Option("e"))))
    assert text.count("~%33.33333%") == 3
    assert text.count("~%-50%") == 2


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (Short(stem="Which sign?", keys=("a->b", "c->d")), "“->”"),
        (Match(stem="Which?", pairs=(("a->b", "c"), ("d", "e"))), "“->”"),
        (Cloze(stem="____ and ____", blanks=(("a",), ("b",))), "a single blank"),
        (Multi(stem="Which?", keys=tuple("abcdefghijk"), wrong=()), "no grade"),
        (Short(stem="&&058; is what?", keys=("a",)), "for itself"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.stem,
)
def test_what_moodle_would_bend_is_left_out_and_said(question, reason):
    text, (loss,) = gift(question)
    assert loss.whole
    assert reason in loss.reason
    assert "::" not in text


def test_a_number_is_digits_and_how_far_off_it_may_be():
    number = Number(stem="How far?", key=Decimal("-4.50"), tolerance=Decimal(10), percent=True)
    text, _ = gift(number)
    assert "{#-4.5:0.45}" in text.replace("\n\t", "").replace("\n}", "}")


def test_labels_and_the_id_stand_above_the_question():
    question = TrueFalse(
        stem="It rained.",
        key=True,
        id="k7f2m9qz",
        topic="Weather",
        difficulty="easy",
        tags=("a]b",),
    )
    text, _ = gift(question)
    assert r"// [id:k7f2m9qz] [tag:a\]b] [tag:topic:Weather] [tag:difficulty:easy]" in text
    assert only(text) == question


def test_the_bank_is_a_category_whose_slash_is_doubled():
    text, _ = gift(TrueFalse(stem="It rained.", key=True))
    assert text.startswith("$CATEGORY: $course$/top/A {hostile}: bank // <b>\n\n")
    assert read(text).title == "A {hostile}: bank / <b>"


WRITTEN_BY_HAND = """\
// a remark
Who is buried in Grant's tomb in New York City? {
=Grant
=%50%Nobody # not quite
}

::Q2:: Grant was {~buried =entombed ~living#No\\, he died.} there.

Grant is buried there.{F#Look again#Yes####It was his wish.}

When was he born? {#1822:5}

Between which? {#1..5}

Match. {=Canada -> Ottawa =Italy -> Rome = -> Bonn}

Why?{}

[html]<p>Is <b>a&lt;b</b>?</p>{=<p>yes</p>#<i>so</i> ~no}

Which two?{~%50%one ~%50%two ~%-100%three}
"""


def test_what_people_write_by_hand_comes_in():
    found = read(WRITTEN_BY_HAND)
    questions = [row.question for row in found.rows]
    assert questions == [
        Short(
            stem="Who is buried in Grant's tomb in New York City?",
            keys=("Grant",),
            explanation="not quite",
        ),
        Choice(
            stem="Grant was ____ there.",
            key="entombed",
            wrong=(Option("buried"), Option("living", "No\\, he died.")),
        ),
        TrueFalse(
            stem="Grant is buried there.",
            key=False,
            explanation="It was his wish.\n\nLook again\n\nYes",
        ),
        Number(stem="When was he born?", key=Decimal(1822), tolerance=Decimal(5)),
        Number(stem="Between which?", key=Decimal(3), tolerance=Decimal(2)),
        Match(stem="Match.", pairs=(("Canada", "Ottawa"), ("Italy", "Rome")), extra=("Bonn",)),
        Open(stem="Why?"),
        Choice(stem="Is a<b?", key="yes", wrong=(Option("no"),), explanation="so"),
        Multi(stem="Which two?", keys=("one", "two"), wrong=(Option("three"),)),
    ]
    assert [(fault.line, fault.row) for fault in found.faults] == [(1, False)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("How many? {#about 5}", "“about 5” is not a number"),
        ("How many? {#1,5}", "“1,5” is not a number"),
        ("Just a text.", "no answers"),
        ("Half {=a", "a } is missing"),
        ("Which? {~a ~b}", "none of its options is right"),
        ("Which? {=a =b ~c}", "several of its options are right"),
        ("Which? {=a ~}", "empty"),
        ("{=a}", "no text"),
        ("Match {=a -> }", "no right side"),
    ],
)
def test_what_is_no_question_is_a_fault_with_its_line(text, reason):
    found = read(f"Fine?{{T}}\n\n{text}\n\nAlso fine?{{F}}")
    assert len(found.rows) == 2
    (fault,) = found.faults
    assert fault.line == 3
    assert reason in fault.reason


def test_several_categories_become_topics():
    text = "$CATEGORY: top/Birds\n\nIt flies.{T}\n\n$CATEGORY: top/Fish\n\nIt swims.{T}\n"
    assert [row.question.topic for row in read(text).rows] == ["Birds", "Fish"]


@pytest.mark.parametrize(
    "text",
    [
        "all: {} \n\tmake {}\n\nclean:\n\trm -rf build\n\ntest:\n\tfind . -exec rm {} +\n",
        '# Options\n\nCall it.\n\n    set({"fuzzy": True})\n\nThen go on.\n\nx = {True}\n\nEnd.\n',
        '{"examples": {}}',
        "<!DOCTYPE html>\n<p>fn main() {}</p>",
    ],
)
def test_braces_alone_do_not_make_a_page_gift(text):
    assert score(text) == 0


@pytest.mark.parametrize("text", ["Who pays? {=The town ~The king}", "It rains.{T}\n\nWrite! {}"])
def test_questions_without_names_are_gift(text):
    assert score(text) > 0
