"""``quizgen check --source``: every question is held to its transcript once more."""

import json
from pathlib import Path

import pytest

from quizgen.cli.main import main

TALK = """\
Talk of the mayor of Norhaven

March 4, 2019

Question: When will the harbour be safe again? Mr Berg said yesterday that the old cranes were a \
danger to everyone.

Ida Holm: Our inspectors – not soldiers – will guard the northern quay until the winter.

Question: Will Norway pay for the new ferry line, or does the ferry line depend on the fund?

Ida Holm: Nothing is decided yet about that. Norway has offered a long loan for the ferry line, \
and Denmark has shown no interest.

Question: What do Mr Lund and Mr Dahl think about the future of the school reform?

Ida Holm: The school reform will begin in the villages, where Sweden has sent advisers, and Norway \
a teacher.
"""
HEAD = "title: Norhaven\nsource: ../talks/norhaven.txt\nquestions:\n"
BY_HAND = """\
- question: Who offered a loan for the ferry line?
  answer: Norway
  wrong: [Denmark, Sweden]
  from: >-
    Norway has offered a long loan for the ferry line, and Denmark has
    shown no interest.
- question: Who guards the northern quay?
  answer: inspectors
  wrong: [soldiers, fishermen]
  from: our inspectors - not soldiers - will … until the winter
"""
MADE = """\
- question: Who said this, according to a questioner?
  quote: ____ said yesterday that the old cranes were a danger to everyone.
  answer: Mr Berg
  wrong: [Mr Lund, Mr Dahl]
  from: Mr Berg said yesterday that the old cranes were a danger to everyone.
  made: reported-speech/1 00000000-00000000-00000000
"""


@pytest.fixture
def check(tmp_path, capsys):
    """Check a bank beside a transcript; the exit code, and what was said by line and code."""
    (tmp_path / "talks").mkdir()
    (tmp_path / "banks").mkdir()
    (tmp_path / "talks" / "norhaven.txt").write_text(TALK, encoding="utf-8")

    def run(text, *words):
        path = tmp_path / "banks" / "bank.yaml"
        path.write_text(text, encoding="utf-8")
        code = main(["check", str(path), "--source", "--format", "json", *words])
        [bank] = json.loads(capsys.readouterr().out)["banks"]
        return code, [(p["line"], p["column"], p["code"], p["level"]) for p in bank["problems"]]

    run.folder = tmp_path
    run.captured = capsys
    return run


def test_what_the_transcript_holds_is_proved(check):
    assert check(HEAD + BY_HAND + MADE) == (0, [])


def test_words_that_were_never_said_are_found_at_their_place(check):
    bank = HEAD + BY_HAND.replace("Denmark has\n    shown", "Denmark had\n    shown")
    assert check(bank) == (1, [(7, 9, "not-in-transcript", "error")])


def test_what_stands_there_instead_is_shown(check):
    path = check.folder / "banks" / "bank.yaml"
    path.write_text(HEAD + BY_HAND.replace("long loan", "short loan"), encoding="utf-8")
    assert main(["check", str(path), "--source"]) == 1
    fix = "Line 11 of the transcript reads “Norway has offered a long loan for the ferry line"
    assert fix in check.captured.readouterr().out


def test_one_of_several_quotations_is_named_by_its_own_line(check):
    said = "  from:\n  - Norway has offered a long loan for the ferry line\n  - Denmark has paid\n"
    bank = HEAD + f"- question: Who pays?\n  answer: Norway\n  wrong: [Denmark, Sweden]\n{said}"
    assert check(bank) == (1, [(9, 5, "not-in-transcript", "error")])


def test_a_key_that_an_edit_broke_is_found(check):
    broken = MADE.replace("Mr Berg\n  wrong: [Mr Lund", "Mr Lund\n  wrong: [Mr Berg")
    assert check(HEAD + broken) == (1, [(6, 11, "not-proved", "error")])


def test_a_changed_transcript_is_found(check):
    talk = check.folder / "talks" / "norhaven.txt"
    talk.write_text(TALK.replace("Mr Berg said", "Mr Dahl said"), encoding="utf-8")
    code, found = check(HEAD + BY_HAND + MADE)
    assert code == 1
    assert {code for *_, code, _ in found} == {"not-in-transcript", "not-proved"}


def test_a_teachers_own_wrong_answer_is_no_error(check):
    drew = """\
- question: Which question drew this answer from Ida Holm?
  quote: Nothing is decided yet about that.
  answer: Will Norway pay for the new ferry line, or does the ferry line depend on the fund?
  wrong:
  - When will the harbour be safe again?
  - What do Mr Lund and Mr Dahl think about the future of the school reform?
  - Would you like to be the mayor of another town for a year or two?
  made: question-drew-answer/1 00000000-00000000-00000000
"""
    assert check(HEAD + drew) == (0, [(10, 5, "not-proved", "warning")])


def test_a_rule_that_is_not_installed_proves_nothing_but_the_words_are_looked_up(check):
    other = MADE.replace("reported-speech", "somebodys-rule")
    assert check(HEAD + other) == (0, [(9, 9, "rule-missing", "warning")])
    code, found = check(HEAD + other.replace("from: Mr Berg said", "from: Mr Berg told us"))
    assert code == 1
    assert [code for *_, code, _ in found] == ["not-in-transcript", "rule-missing"]


@pytest.mark.parametrize(
    ("source", "place", "code", "left"),
    [
        ("source: nowhere.txt\n", (2, 9), "source-unreadable", 1),
        ("source: ../talks\n", (2, 9), "source-unreadable", 1),
        ("", (7, 9), "no-source", 0),
    ],
)
def test_a_transcript_that_cannot_be_read_is_one_problem(check, source, place, code, left):
    bank = HEAD.replace("source: ../talks/norhaven.txt\n", source) + MADE
    [(line, column, found, _)] = check(bank)[1]
    assert ((line, column), found) == (place, code)
    assert check(bank)[0] == left


def test_a_bank_that_quotes_nothing_needs_no_transcript(check):
    assert check("questions:\n- question: 7 × 8 = ?\n  answer: 56\n") == (0, [])


def test_what_is_said_in_two_places_has_no_order(check):
    order = """\
- question: In which order are they spoken of?
  order: [the northern quay, the ferry line, the school reform]
  from: Our inspectors – not soldiers – will guard the northern quay until the winter.
"""
    assert check(HEAD + order) == (0, [])
    twice = order.replace("the ferry line", "Norway")
    assert check(HEAD + twice) == (0, [(5, 30, "comes-again", "warning")])


def test_a_question_that_is_skipped_is_not_looked_up(check):
    bank = HEAD + MADE.replace("from: Mr Berg", "from: Mr Hill") + "  skip: true\n"
    assert check(bank) == (0, [])


def test_nothing_is_written(check):
    bank = check.folder / "banks" / "bank.yaml"
    check(HEAD + BY_HAND)
    assert [path.name for path in bank.parent.iterdir()] == ["bank.yaml"]
    assert bank.read_text(encoding="utf-8") == HEAD + BY_HAND


def test_the_bundled_banks_are_proved():
    root = Path(__file__).parents[2]
    assert main(["check", str(root / "questions"), "--source", "--bots", "--strict"]) == 0
