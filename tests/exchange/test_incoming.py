"""A foreign file becomes a bank that passes ``check``; what cannot come in is listed."""

import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.bank.reader import parse_bank
from quizgen.exchange import incoming
from quizgen.exchange.incoming import bring_in
from quizgen.exchange.registry import all_readable
from quizgen.model.errors import FileError, UsageError

from .banks import HOSTILE

SECONDS = 3  # each takes a tenth of that; what looks at a sign more than once takes minutes
SIGNS = [
    *("\n", "\n\n", "\t", ",", '"', "<quiz>", "<question type='multichoice'>", "<text>", "</text>"),
    *("question,answer\n", "{=a ~b}", "1. a\n", "*a) b\n", "# x\n"),
]


@pytest.fixture
def come_in(tmp_path):
    def run(content, form=None, name="given.txt"):
        place = tmp_path / name
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
        landed = bring_in(str(place), form, "given", "given")
        return landed, parse_bank(landed.text, "given.yaml")

    return run


def test_every_question_gets_an_id_and_keeps_the_one_it_has(come_in):
    landed, read = come_in("// [id:k7f2m9qz]\nA.{T}\n\nB.{F}\n")
    first, second = read.bank.questions
    assert first.id == "k7f2m9qz"
    assert len(second.id) == 8
    assert (landed.count, landed.faults, read.problems) == (2, (), ())
    assert come_in("// [id:k7f2m9qz]\nA.{T}\n\nB.{F}\n")[0].text == landed.text


def test_an_id_that_stands_twice_or_cannot_be_one_is_replaced_and_said(come_in):
    landed, read = come_in("// [id:a1]\nA.{T}\n\n// [id:a1]\nB.{F}\n\n// [id:x y]\nC.{F}\n")
    assert [fault.line for fault in landed.faults] == [4, 7]
    assert len({question.id for question in read.bank.questions}) == 3
    assert not read.problems


def test_what_a_bank_cannot_hold_costs_its_own_question(come_in):
    landed, read = come_in("Fine?{=a ~b}\n\nTwice?{=a ~b ~b}\n\nSame?{=a ~a}\n")
    assert [question.stem for question in read.bank.questions] == ["Fine?"]
    assert [fault.line for fault in landed.faults] == [3, 5]
    assert all(fault.row for fault in landed.faults)
    assert not read.errors


def test_signs_that_nobody_sees_do_not_come_in(come_in):
    _, read = come_in("question,answer\n\x1b[31mred\x07?,yes\n")
    assert read.bank.questions[0].stem == "[31mred?"


def test_the_file_may_name_the_bank(come_in):
    _, read = come_in("$CATEGORY: $course$/top/Rivers\n\nA.{T}\n")
    assert read.bank.title == "Rivers"


def test_old_encodings_are_understood(come_in):
    _, read = come_in("question,answer\nZoë?,yes\n".encode("cp1252"))
    assert read.bank.questions[0].stem == "Zoë?"
    _, read = come_in("question\tanswer\nZoë?\tyes\n".encode("utf-16"))
    assert read.bank.questions[0].stem == "Zoë?"


def test_a_zip_is_refused_before_anything_is_unpacked(come_in, tmp_path):
    bomb = tmp_path / "bomb.apkg"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../outside.txt", b"\0" * 10_000_000)
    with pytest.raises(FileError, match="package"):
        come_in(bomb.read_bytes())
    assert not list(tmp_path.parent.rglob("outside.txt"))


def test_what_is_in_no_format_is_refused_with_those_there_are(come_in):
    with pytest.raises(FileError, match="none of the formats") as raised:
        come_in("Dear diary.\n")
    assert "gift" in raised.value.fix


def test_an_unknown_format_is_refused_before_the_file_is_read(tmp_path):
    with pytest.raises(UsageError, match="no format"):
        bring_in(str(tmp_path / "missing"), "girft", "x", "x")


def test_a_file_too_large_is_refused(come_in, monkeypatch):
    monkeypatch.setattr(incoming, "LIMIT", 10)
    with pytest.raises(FileError, match="larger"):
        come_in("A longer text.{T}")


def test_too_many_questions_are_cut_with_a_word(come_in, monkeypatch):
    monkeypatch.setattr(incoming, "MOST", 2)
    landed, _ = come_in("A.{T}\n\nB.{T}\n\nC.{T}\n")
    assert landed.count == 2
    assert [(fault.line, fault.row) for fault in landed.faults] == [(5, True)]


@pytest.mark.parametrize("name", sorted(all_readable()))
@settings(max_examples=30)
@given(
    text=st.lists(
        st.sampled_from([*HOSTILE, *SIGNS]),
        max_size=30,
    ).map("".join)
)
def test_no_text_breaks_a_reader(name, text):
    try:
        found = all_readable()[name].read(text)
    except FileError:
        return
    lines = text.count("\n") + text.count("\r") + 1
    assert all(0 < row.line <= lines for row in (*found.rows, *found.faults))


ANKI = "#separator:tab\n#html:true\n"
LONG = {
    "gift": ["a{" + "=" * 50_000 + "}", "{" * 50_000, "a{=b" + "#" * 50_000 + "}", "\n" * 50_000],
    "anki-text": [f"{ANKI}{sign * 20_000}\tx\n" for sign in ("<a ", "<!--", "{{c1::", "<a '")],
    "moodle-xml": [
        "<quiz><question type='cloze'><questiontext><text>"
        + "{1:SA:=" * 20_000
        + "</text></questiontext></question></quiz>",
    ],
    "hascard": ["# a\n" + "![](" * 20_000, "# a\n" + "_a" * 20_000],
    "csv": ["," * 50_000, 'question,answer\n"' + "a" * 50_000],
    "text2qti": ["1. a\n" + "[*] b\n" * 20_000],
}


@pytest.mark.parametrize(("name", "text"), [(n, text) for n in LONG for text in LONG[n]])
def test_no_text_takes_a_reader_long(name, text):
    began = time.process_time()
    found = all_readable()[name].read(text)
    assert time.process_time() - began < SECONDS
    assert len(found.rows) <= 1
