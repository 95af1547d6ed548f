"""The packages: Canvas, QTI 2.1, Kahoot, Anki. What is in them, and that they never vary."""

import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest

from quizgen.bank.writer import format_bank
from quizgen.exchange.api import Options
from quizgen.exchange.registry import all_written, carry
from quizgen.exchange.xmltree import parse
from quizgen.model.question import Choice, Cloze, Match, Multi, Number, Open, Option, Order, Short
from tests.bank.examples import QUESTIONS

from .banks import bank_of

BANK = bank_of(*QUESTIONS)
GIVEN = [one for one in QUESTIONS if not one.skip]


def package(name, *questions, **options):
    data, losses = carry(name, [(bank_of(*questions), questions)], Options(**options))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {one: archive.read(one) for one in archive.namelist()}, losses


def everywhere(element, name):
    for child in element.children:
        if child.name == name:
            yield child
        yield from everywhere(child, name)


def item_of(name, question):
    """The one item of a Canvas or QTI 2.1 package."""
    files, _ = package(name, question)
    kind = "item" if name == "canvas" else "assessmentItem"
    for content in files.values():
        root = parse(content.decode())
        if root.name == kind:
            return root
        for found in everywhere(root, kind):
            return found
    raise AssertionError(files)


EXPORT_ALL = """
import sys
from quizgen.cli.main import main
for name in sys.argv[2:]:
    main(["export", sys.argv[1], "--to", name, "-o", name])
"""


def test_the_same_bank_is_the_same_bytes_in_any_process(tmp_path):
    bank = tmp_path / "bank.yaml"
    bank.write_text(format_bank(replace(BANK, path="b")), encoding="utf-8")
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        (tmp_path / seed).mkdir()
        subprocess.run(
            [sys.executable, "-c", EXPORT_ALL, bank, *all_written()],
            cwd=tmp_path / seed,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
        )
    for name in all_written():
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes(), name


@pytest.mark.parametrize("name", ["anki", "canvas", "kahoot", "qti21"])
def test_a_package_names_no_day_and_no_machine(name):
    data, _ = carry(name, [(BANK, BANK.questions)], Options())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.compress_type) == (3, zipfile.ZIP_STORED)
            assert ".." not in entry.filename


def test_canvas_is_told_the_type_of_every_question():
    files, _ = package("canvas", *QUESTIONS)
    (assessment,) = [n for n in files if re.fullmatch(r"(g[0-9a-f]+)/\1\.xml", n)]
    root = parse(files[assessment].decode())
    fields = [
        (field.first("fieldlabel").text, field.first("fieldentry").text)
        for field in everywhere(root, "qtimetadatafield")
    ]
    kinds = [value for label, value in fields if label == "question_type"]
    assert kinds == [
        *["multiple_choice_question"] * 2,
        *["multiple_answers_question"] * 2,
        "true_false_question",
        *["short_answer_question"] * 4,
        "fill_in_multiple_blanks_question",
        "numerical_question",
        "numerical_question",
        "matching_question",
        "matching_question",
        "essay_question",
        "essay_question",
    ]
    assert ("quizgen_id", "k7f2m9qz") in fields
    assert ("qmd_levelofdifficulty", "medium") in fields


def test_canvas_wants_all_right_choices_and_none_of_the_wrong_ones():
    question = Multi(stem="Which?", keys=("a", "b"), wrong=(Option("c"),))
    item = item_of("canvas", question)
    labels = {
        label.attributes["ident"]: next(everywhere(label, "mattext")).text
        for label in everywhere(item, "response_label")
    }
    (both,) = everywhere(item, "and")
    assert {labels[one.text] for one in both.all("varequal")} == {"a", "b"}
    assert [labels[one.text] for no in both.all("not") for one in no.all("varequal")] == ["c"]


def test_the_blanks_of_a_canvas_question_are_named_like_nothing_in_its_text():
    item = item_of("canvas", Cloze(stem="[blank1] ____ ____", blanks=(("a", "A!"), ("b",))))
    text = next(everywhere(item, "mattext")).text
    assert text == "<p>[blank1] [blankx1] [blankx2]</p>"
    idents = [one.attributes["ident"] for one in everywhere(item, "response_lid")]
    assert idents == ["response_blankx1", "response_blankx2"]
    worth = [Decimal(one.text) for one in everywhere(item, "setvar")]
    assert worth == [50, 50, 50]


def test_three_pairs_are_worth_a_hundred_together():
    pairs = (("a", "1"), ("b", "2"), ("c", "1"))
    item = item_of("canvas", Match(stem="Match.", pairs=pairs, extra=("3",)))
    assert sum(Decimal(one.text) for one in everywhere(item, "setvar")) == 100
    first = next(everywhere(item, "render_choice"))
    assert len(list(first.all("response_label"))) == 3


def test_canvas_says_that_an_ordering_became_a_matching():
    _, (loss,) = package("canvas", Order(stem="Order?", items=("a", "b")))
    assert not loss.whole
    assert "matching" in loss.reason


def test_what_is_said_after_an_answer_does_not_end_the_scoring():
    question = Choice(stem="?", key="a", wrong=(Option("b", "No."),), explanation="Yes.")
    item = item_of("canvas", question)
    conditions = list(everywhere(item, "respcondition"))
    said = [one for one in conditions if one.first("displayfeedback")]
    assert [one.attributes["continue"] for one in said] == ["Yes", "Yes"]
    assert len(list(item.all("itemfeedback"))) == 2


def test_a_qti_item_scores_one_for_the_right_answer_and_tells_why():
    question = Choice(stem="?", key="a", wrong=(Option("b", "No."),), explanation="Yes.")
    item = item_of("qti21", question)
    right = item.first("responseDeclaration").first("correctResponse").first("value").text
    texts = {one.attributes["identifier"]: one.text for one in everywhere(item, "simpleChoice")}
    assert texts[right] == "a"
    said = {
        (one.attributes["outcomeIdentifier"], one.attributes["identifier"]): one.first("p").text
        for one in item.all("modalFeedback")
    }
    (wrong,) = set(texts) - {right}
    assert said == {("FEEDBACK", "general"): "Yes.", ("CHOSEN", wrong): "No."}


def test_qti_parts_stand_in_the_order_of_the_schema():
    for question in GIVEN:
        order = [child.name for child in item_of("qti21", question).children]
        known = (
            "responseDeclaration",
            "outcomeDeclaration",
            "itemBody",
            "responseProcessing",
            "modalFeedback",
        )
        assert order == sorted(order, key=known.index)


def test_a_qti_number_is_right_within_its_tolerance():
    item = item_of("qti21", Number(stem="?", key=Decimal(1863), tolerance=Decimal(1)))
    (equal,) = everywhere(item, "equal")
    assert equal.attributes == {"toleranceMode": "absolute", "tolerance": "1 1"}


def test_qti_identifiers_are_names_that_xml_allows():
    question = Open(stem="?", id="9é")
    files, _ = package("qti21", replace(question))
    (name,) = [one for one in files if one.startswith("items/")]
    assert re.fullmatch(r"items/[A-Za-z_][A-Za-z0-9_.-]*\.xml", name)


def test_kahoot_has_its_rows_from_the_ninth_and_nothing_too_long():
    fine = Choice(stem="=A1", key="a", wrong=(Option("b"), Option("c")))
    long = Choice(stem="x" * 121, key="a", wrong=(Option("b"),))
    many = Choice(stem="?", key="a", wrong=tuple(map(Option, "bcde")))
    wide = Choice(stem="?", key="a" * 76, wrong=(Option("b"),))
    files, losses = package("kahoot", fine, long, many, wide)
    sheet = parse(files["xl/worksheets/sheet1.xml"].decode())
    rows = list(everywhere(sheet, "row"))
    assert [row.attributes["r"] for row in rows] == ["8", "9"]
    assert next(everywhere(rows[1], "t")).text == "=A1"
    assert len(losses) == 3
    assert all(loss.whole for loss in losses)


@pytest.fixture
def anki(tmp_path):
    def opened(*questions, **options):
        files, losses = package("anki", *questions, **options)
        place = tmp_path / "collection.anki2"
        place.write_bytes(files["collection.anki2"])
        assert files["media"] == b"{}"
        return sqlite3.connect(place), losses

    return opened


def test_anki_has_exactly_one_note_an_item_and_a_card_a_blank(anki):
    database, _ = anki(*QUESTIONS)
    with database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        (notes,) = database.execute("SELECT count(DISTINCT guid) FROM notes").fetchone()
        (cards,) = database.execute("SELECT count(*) FROM cards").fetchone()
        blanks = sum(len(one.blanks) for one in GIVEN if isinstance(one, Cloze))
        clozes = sum(isinstance(one, Cloze) for one in GIVEN)
        assert (notes, cards) == (len(GIVEN), len(GIVEN) - clozes + blanks)
        models = json.loads(database.execute("SELECT models FROM col").fetchone()[0])
        assert {one["name"] for one in models.values()} == {"quizgen", "quizgen cloze"}
    database.close()


def test_a_notes_first_field_is_its_id_and_its_time_is_the_banks(anki):
    database, _ = anki(replace(QUESTIONS[0]), saved=1_700_000_123)
    rows = database.execute("SELECT guid, flds, mod, sfld FROM notes").fetchall()
    database.close()
    ((guid, fields, changed, first),) = rows
    assert guid == "hostile/k7f2m9qz"
    assert (fields.split("\x1f")[0], first, changed) == ("k7f2m9qz", "k7f2m9qz", 1_700_000_123)


def test_no_version_of_sqlite_is_told():
    files, _ = package("anki", QUESTIONS[0])
    data = files["collection.anki2"]
    assert data[96:100] == (3_040_000).to_bytes(4, "big")
    assert data[24:28] == data[92:96] == b"\0\0\0\1"


def test_text_that_anki_would_play_or_take_for_a_blank_is_text(anki):
    database, _ = anki(
        Cloze(stem="{{c9::x}} ____ }} [sound:a.mp3]", blanks=(("a::b}",),)),
        Short(stem="<script>[$]x[/$]", keys=("<b>",)),
    )
    fields = [row[0].split("\x1f") for row in database.execute("SELECT flds FROM notes")]
    database.close()
    cloze = next(one for one in fields if "cloze" in one[1])
    assert cloze[1].count("{{") == 1
    assert cloze[1].count("}}") == 1
    assert not any("[sound:" in text or "<script" in text for one in fields for text in one)
    assert not any("[$]" in text for one in fields for text in one)
