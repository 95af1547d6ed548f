"""Formats are found by entry points, say what they are, and report what they cannot carry."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from quizgen.bank.fields import KINDS
from quizgen.exchange import registry
from quizgen.exchange.api import FIELDS, Item, Losses, Options
from quizgen.exchange.registry import all_readable, all_written, carry, names, readable, written
from quizgen.exchange.table import tables
from quizgen.model.errors import UsageError
from quizgen.model.question import Choice, Open, Option, Place, Short

from .banks import bank_of

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
RICH = Choice(
    stem="Who?",
    key="Ann",
    wrong=(Option("Bob", "He was away."),),
    hint="She.",
    explanation="It was she.",
    evidence=("Ann said it.",),
    topic="Talk",
    speaker="Ann",
    difficulty="hard",
    tags=("mine",),
    points=Decimal("2.5"),
    id="k7f2m9qz",
    place=Place(12, 3),
)


def test_the_formats_there_are():
    assert [*all_written()] == (
        "aiken anki anki-text canvas csv gift html json kahoot markdown moodle-xml qti21 quizlet"
    ).split()
    assert [*all_readable()] == (
        "aiken anki-text csv gift hascard json moodle-xml quizlet text2qti"
    ).split()
    assert set(names()) == {*all_written(), *all_readable()}


@pytest.mark.parametrize("name", sorted(all_written()))
def test_a_format_names_only_types_and_fields_that_there_are(name):
    target = written(name)
    assert set(target.KINDS) <= set(KINDS)
    assert set(target.PLACES) <= set(FIELDS)


@pytest.mark.parametrize("name", sorted(all_written()))
def test_a_field_without_a_place_is_named_with_the_questions_id_and_line(name):
    _, losses = carry(name, [(bank_of(RICH), [RICH])], Options())
    missing = {field for field in FIELDS if FIELDS[field](RICH)} - set(written(name).PLACES)
    assert len(losses) == bool(missing)
    for loss in losses:
        assert (loss.path, loss.line, loss.id) == ("h.yaml", 12, "k7f2m9qz")
        assert all(f"“{field}”" in loss.reason for field in missing)


@pytest.mark.parametrize("name", sorted(all_written()))
def test_a_type_that_a_format_lacks_is_left_out_and_said(name):
    question = Open(stem="Why?", key="Because.", place=Place(3, 1))
    _, losses = carry(name, [(bank_of(question), [question])], Options())
    assert [loss.whole for loss in losses] == ([] if "open" in written(name).KINDS else [True])


def test_a_question_left_out_is_listed_once_for_that_alone():
    item = Item(RICH, "k7f2m9qz", bank_of(RICH))
    losses = Losses()
    losses.part(item, "a part")
    losses.whole(item, "all of it")
    losses.whole(item, "all of it, again")
    assert [str(loss) for loss in losses.listed()] == ["h.yaml:12: k7f2m9qz: left out: all of it"]


def test_questions_without_an_id_go_by_their_content_and_never_twice_the_same():
    same = Short(stem="Who?", keys=("Ann",))
    other = replace(same, keys=("Bob",))
    items = registry._items(bank_of(), [same, other, same])
    assert len({item.id for item in items}) == 3
    assert items[2].id == f"{items[0].id}-2"


@pytest.mark.parametrize(
    ("find", "name", "words"),
    [
        (written, "moodle_xml", "Did you mean “moodle-xml”?"),
        (written, "hascard", "can be read, but not written"),
        (readable, "canvas", "can be written, but not read"),
    ],
)
def test_a_name_that_does_not_serve_is_answered_with_those_that_do(find, name, words):
    with pytest.raises(UsageError) as raised:
        find(name)
    assert words in str(raised.value)
    assert "Formats" in str(raised.value)


def test_the_page_in_the_docs_is_what_the_formats_say():
    page = PAGE.read_text(encoding="utf-8")
    assert tables() in page, "run: python tools/formats_page.py"
