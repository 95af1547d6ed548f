"""Reading banks: the type seen from the fields, text as typed, all problems in one run."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.reader import ReadBank, parse_bank, read_bank
from quizgen.model.errors import FileError
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Order,
    Question,
    Short,
    TrueFalse,
)


def _read(items: str) -> ReadBank:
    return parse_bank(f"questions:\n{items}", "bank.yaml")


def _one(item: str) -> Question:
    read = _read(item)
    assert read.problems == ()
    assert read.bank is not None
    return read.bank.questions[0]


def _codes(read: ReadBank) -> list[str]:
    return [problem.code for problem in read.problems]


KINDS = {
    "- {question: Q, answer: A, wrong: [B]}": Choice(stem="Q", key="A", wrong=(Option("B"),)),
    "- {question: Q, answer: A, wrong: B}": Choice(stem="Q", key="A", wrong=(Option("B"),)),
    "- {question: Q, choices: [B, A], answer: A}": Choice(
        stem="Q", key="A", wrong=(Option("B"),), fixed=("B", "A")
    ),
    "- {question: Q, answer: [A, B], wrong: [C]}": Multi(
        stem="Q", keys=("A", "B"), wrong=(Option("C"),)
    ),
    "- {question: Q, answer: true}": TrueFalse(stem="Q", key=True),
    "- {question: Q, answer: False}": TrueFalse(stem="Q", key=False),
    "- {question: Q, answer: no, type: truefalse}": TrueFalse(stem="Q", key=False),
    "- {question: Q, answer: 'true'}": Short(stem="Q", keys=("true",)),
    "- {question: Q, answer: A}": Short(stem="Q", keys=("A",)),
    "- {question: Q, answer: [A, B]}": Short(stem="Q", keys=("A", "B")),
    "- {question: Q, answer: 1863}": Number(stem="Q", key=Decimal(1863)),
    "- {question: Q, answer: -2.5, tolerance: 5 %, unit: km}": Number(
        stem="Q", key=Decimal("-2.5"), tolerance=Decimal(5), percent=True, unit="km"
    ),
    "- {question: Q, answer: '1863'}": Short(stem="Q", keys=("1863",)),
    "- {question: Q ____, answer: 1863}": Cloze(stem="Q ____", blanks=(("1863",),)),
    "- {question: Q ____, answer: A, wrong: [B]}": Choice(
        stem="Q ____", key="A", wrong=(Option("B"),)
    ),
    "- {question: ___ and ____, blanks: [A, [B, C]]}": Cloze(
        stem="___ and ____", blanks=(("A",), ("B", "C"))
    ),
    "- {question: Q, order: [A, B]}": Order(stem="Q", items=("A", "B")),
    "- {question: Q, pairs: [[A, B], [C, D]], extra: E}": Match(
        stem="Q", pairs=(("A", "B"), ("C", "D")), extra=("E",)
    ),
    "- {question: Q, type: open}": Open(stem="Q"),
}


@pytest.mark.parametrize("item", KINDS)
def test_the_type_is_seen_from_the_fields(item: str) -> None:
    assert _one(item) == KINDS[item]


@pytest.mark.parametrize(
    "typed",
    ["no", "on", "12:30", "010", "0x1F", "1_000", "2017-07-08", "=", "~", "null", "1e3", "1,5"],
)
def test_an_answer_is_the_text_that_was_typed(typed: str) -> None:
    item = f"- question: Q\n  answer: {typed}\n  wrong: [yes, off, .5]\n"
    assert _one(item) == Choice(
        stem="Q", key=typed, wrong=(Option("yes"), Option("off"), Option(".5"))
    )


@pytest.mark.parametrize("typed", ["12:30", "010", "1_000", "2017-07-08", "~"])
def test_only_what_people_call_a_number_is_one(typed: str) -> None:
    assert _one(f"- question: Q\n  answer: {typed}\n") == Short(stem="Q", keys=(typed,))


def test_defaults_count_where_a_question_says_nothing() -> None:
    text = (
        "defaults: {points: 2, topic: Bridges, tags: [a], shuffle: no}\n"
        "questions:\n- {question: Q, answer: A}\n- {question: R, answer: A, points: 1, tags: [b]}\n"
    )
    bank = parse_bank(text, "bank.yaml").bank
    assert bank is not None
    first, second = bank.questions
    assert (first.points, first.topic, first.tags, first.shuffle) == (2, "Bridges", ("a",), False)
    assert (second.points, second.topic, second.tags) == (1, "Bridges", ("b",))


def test_a_bank_without_a_head_is_called_after_its_file() -> None:
    bank = parse_bank("questions:\n- {question: Q, answer: A}\n", "banks/My bank (2).yaml").bank
    assert bank is not None
    assert (bank.id, bank.title) == ("My-bank-2", "My bank (2)")


def test_an_item_knows_its_place() -> None:
    assert _one("\n# a comment\n- question: Q\n  answer: A\n").place is not None
    place = _one("\n# a comment\n- question: Q\n  answer: A\n").place
    assert place is not None
    assert (place.line, place.column) == (4, 3)


def test_all_problems_come_in_one_run_sorted_with_their_lines() -> None:
    read = parse_bank(
        "titel: T\nquestions:\n"
        "- question: A: b\n  answer: x\n"
        "- question: Q\n  anwser: x\n  wrong: [x, y]\n"
        "- question: Good\n  answer: z\n"
        "- question: Q\n  type: chioce\n  answer: x\n  wrong: [y]\n",
        "bank.yaml",
    )
    found = [(problem.line, problem.column, problem.code) for problem in read.problems]
    assert found == [
        (1, 1, "unknown-key"),
        (3, 14, "colon-in-text"),
        (6, 3, "unknown-key"),
        (7, 11, "answer-among-wrong"),
        (11, 9, "wrong-shape"),
    ]
    assert [problem.excerpt for problem in read.problems][2] == "  anwser: x"
    assert read.bank is not None
    assert [question.stem for question in read.bank.questions] == ["Good"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("prompt", "question"), ("stem", "question"), ("text", "question"), ("qestion", "question"),
        ("correct", "answer"), ("answr", "answer"), ("Answer", "answer"), ("solution", "answer"),
        ("options", "choices"), ("distractors", "wrong"), ("incorrect", "wrong"),
        ("feedback", "explanation"), ("rationale", "explanation"), ("dificulty", "difficulty"),
        ("not_with", "not-with"), ("notWith", "not-with"), ("category", "tags"), ("items", "order"),
    ],
)  # fmt: skip
def test_a_misspelt_or_foreign_field_is_named(typed: str, meant: str) -> None:
    read = _read(f"- {typed}: x\n")
    problem = next(p for p in read.problems if p.code == "unknown-key")
    assert problem.fix == f"Did you mean “{meant}”?"


def test_a_field_like_no_other_gets_the_list() -> None:
    problem = _read("- question: Q\n  answer: A\n  colour: red\n").problems[0]
    assert problem.fix.startswith("The fields of a question are: question, type")


def test_a_misspelt_extra_field_does_not_cost_the_question() -> None:
    read = _read("- question: Q\n  answer: A\n  dificulty: hard\n")
    assert read.bank is not None
    assert [question.difficulty for question in read.bank.questions] == ["hard"]


def test_the_pieces_of_a_split_list_are_shown() -> None:
    item = "- question: Q\n  answer: 900\n  wrong: [1,000, 2,000]\n"
    problem = _read(item).problems[0]
    assert problem.code == "comma-in-list"
    assert "“1”, “000”, “2”, “000”" in problem.message
    assert '["1,000", "2,000"]' in problem.fix


def test_the_right_answer_among_the_wrong_ones_does_not_hide_equal_ones() -> None:
    read = _read("- question: Which?\n  answer: a\n  wrong: [a, b, b]\n")
    assert _codes(read) == ["answer-among-wrong", "equal-options"]


def test_a_colon_in_a_list_entry_is_not_taken_for_a_field() -> None:
    problem = _read("- question: Q\n  answer: A\n  wrong:\n  - He said: no\n").problems[0]
    assert (problem.code, problem.line, problem.column) == ("colon-in-text", 5, 12)
    assert problem.fix == 'Put the text in quotes: "He said: no"'


def test_a_marked_choice_is_explained() -> None:
    problem = _read("- question: Q\n  answer: A\n  choices:\n  - correct: A\n  - B\n").problems[0]
    assert problem.code == "wrong-shape"
    assert "answer:" in problem.fix


@pytest.mark.parametrize(
    ("answer", "meant"), [("2", "Two"), ("b", "Two"), ("two", "Two"), ("Tow", "Two")]
)
def test_the_choice_that_was_meant_is_named(answer: str, meant: str) -> None:
    problem = _read(f"- {{question: Q, choices: [One, Two], answer: {answer}}}\n").problems[0]
    assert problem.fix == f"Write the text of the right choice: {meant}"


def test_of_two_equal_ids_the_changed_copy_loses_it() -> None:
    original = "- question: Q\n  answer: A\n  id: abc\n  made: cloze/1 0-0-0\n"
    read = _read(original + original.replace("Q", "R"))
    assert read.bank is not None
    assert [question.id for question in read.bank.questions] == ["abc", None]
    assert "copied-id" in _codes(read)


def test_crlf_and_a_byte_order_mark_do_not_move_places(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_bytes("\ufeffquestions:\r\n- question: ж 🎓\r\n  anwser: x\r\n".encode())
    problem = read_bank(path).problems[0]
    assert (problem.line, problem.column, problem.excerpt) == (3, 3, "  anwser: x")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("# nothing\n", "empty-file"),
        ("just words\n", "not-a-bank"),
        ("- question: Q\n  answer: A\n", "not-a-bank"),
        ("name: a\nversion: 2\n", "not-a-bank"),
    ],
)
def test_what_is_no_bank_is_said_so(text: str, code: str) -> None:
    read = parse_bank(text, "bank.yaml")
    assert read.bank is None
    assert _codes(read)[-1] == code


def test_a_missing_file_is_raised(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        read_bank(tmp_path / "missing.yaml")


PARTS = st.sampled_from(
    ["- ", "question: Q\n", "  answer: ", "  wrong: ", "[a, b]", "{a: b}", "true", "1863", "\n",
     "  type: multi\n", "  choices:\n  - x\n", "  pairs: ", "  blanks: ", "[[a, b], c]", "____",
     "  order: ", "  id: x\n", "  made: x/1 y\n", "  tags: ", "defaults: ", "include: ",
     "generate: ", "retired:\n", "questions:\n", "  from: ",
     "  not-with: ", "x", ": ", "~",
     "“a”", "  points: "]
)  # fmt: skip


@given(st.lists(PARTS, max_size=30).map("".join))
def test_nothing_that_can_be_typed_makes_the_reader_fail(text: str) -> None:
    for whole in (text, f"questions:\n{text}"):
        for problem in parse_bank(whole, "bank.yaml").problems:
            assert not problem.message[0].isupper()
            assert not problem.message.endswith(".")


@pytest.mark.parametrize(
    ("items", "line", "words"),
    [
        ("- question: Q\nanswer: x\n", 3, "It belongs to a question: begin it with two spaces"),
        ("- question: Q\n  answer: x\n  wrong:\n  - a\n  - question: R\n    answer: y\n", 6,
         "Begin its dash where the dashes of the other questions stand"),
        ("- question: Q\n  answer: x\n- a\n", 4, "An option of the question above stands further"),
        ("- question = Q\n  answer = x\n", 2, "Put a colon and a space behind “question”"),
    ],
)  # fmt: skip
def test_what_stands_at_the_wrong_depth_is_told_where_it_belongs(items, line, words) -> None:
    found = parse_bank(f"questions:\n{items}", "x.yaml").problems
    assert [problem.fix for problem in found if problem.line == line and words in problem.fix]
