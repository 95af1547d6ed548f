"""Mending banks: only what is sure, and not a byte more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.fix import fix
from quizgen.bank.reader import parse_bank
from quizgen.bank.writer import format_bank

from .examples import BANK

HEAD = "quizgen: 1\nid: x\n\nquestions:   # mine\n"


@pytest.mark.parametrize(
    ("item", "meant"),
    [
        ("- question: He said: no\n  id: a\n  answer: b\n",
         '- question: "He said: no"\n  id: a\n  answer: b\n'),
        ("- prompt: Q   # why\n  id: a\n  correct: b\n",
         "- question: Q   # why\n  id: a\n  answer: b\n"),
        ("- question: Q\n  id: a\n  answer: May 1, 2017\n  wrong: [ May 2, 2017, x ]\n",
         '- question: Q\n  id: a\n  answer: May 1, 2017\n  wrong: [ "May 2, 2017", x ]\n'),
        ("- question: Q\n  id: a\n  answer: b\n  wrong:\n  - So: no\n",
         '- question: Q\n  id: a\n  answer: b\n  wrong:\n  - "So: no"\n'),
        ("- question:Q: or not\n\tid: a\n  answer: *b\n",
         '- question: "Q: or not"\n  id: a\n  answer: "*b"\n'),
        ("- question: Q\n  id: a\n  answer: green\n  wrong: red, dark blue   # two\n",
         "- question: Q\n  id: a\n  answer: green\n  wrong: [red, dark blue]   # two\n"),
        ("- question: Q\n  id: a\n  answer: b\n  choices: a; b; c\n",
         "- question: Q\n  id: a\n  answer: b\n  choices: [a, b, c]\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_slips_are_mended_and_nothing_else_changes(item: str, meant: str, newline: str) -> None:
    text = f"{HEAD}{item}\n\n# the end".replace("\n", newline)
    fixed = fix(text, "x.yaml")
    assert fixed.text == f"{HEAD}{meant}\n\n# the end".replace("\n", newline)
    assert parse_bank(fixed.text, "x.yaml").problems == ()


@pytest.mark.parametrize(
    "item",
    [
        '- question: "open\n  id: a\n  answer: b\n',
        "- question: Q #1\n  id: a\n  answer: b\n",
        "- question: Q\n  id: a\n  answer: no\n",
        "- question: Q\n  id: a\n  answer: b\n  answer: c\n",
        "- question: Q\n  id: a\n  answer: b\n  wrong: [b, c]\n",
        "- question: Q\n  id: a\n  answer: Rome, Italy\n  wrong: Milan, Italy\n",
        '- question: Q\n  id: a\n  answer: b\n  wrong: "a, c"\n',
        "- question: Q\n  id: a\n  answer: b\n  wrong: When it rains, the ferry waits\n",
    ],
)
def test_what_may_be_meant_in_two_ways_is_left_alone(item: str) -> None:
    assert fix(HEAD + item, "x.yaml").text == HEAD + item


def test_what_was_mended_is_told_with_its_line_as_it_now_stands() -> None:
    items = "- question: A\n  answer: b\n\n- question: He said: no\n  answer: *b\n  correct: c\n"
    fixed = fix(HEAD + items, "x.yaml")
    lines = fixed.text.splitlines()
    assert [(one.code, lines[one.line - 1]) for one in fixed.healed] == [
        ("colon-in-text", '- question: "He said: no"'),
        ("leading-sign", '  answer: "*b"'),
    ]
    assert [one.excerpt for one in fixed.healed] == [lines[one.line - 1] for one in fixed.healed]


def test_every_question_gets_an_id_behind_its_last_field() -> None:
    text = (
        f"{HEAD}- question: One   # first\n  answer: a   # right\n\n"
        "# about two\n- question: Two\n  answer: |\n    a\n\n    b\n\n\n"
        "- wrong:\n  - b\n  - c\n  question: Three\n  answer: a\n  tags: [x,\n    y]"
    )
    fixed = fix(text, "x.yaml")
    bank = parse_bank(fixed.text, "x.yaml").bank
    assert bank is not None
    one, two, three = (question.id for question in bank.questions)
    assert fixed.named == 3
    assert fixed.text == (
        f"{HEAD}- question: One   # first\n  answer: a   # right\n  id: {one}\n\n"
        f"# about two\n- question: Two\n  answer: |\n    a\n\n    b\n  id: {two}\n\n\n"
        f"- wrong:\n  - b\n  - c\n  question: Three\n"
        f"  answer: a\n  tags: [x,\n    y]\n  id: {three}"
    )


def test_a_bank_with_a_broken_question_gets_no_ids_yet() -> None:
    text = f"{HEAD}- question: One\n  answer: a\n- question: Two\n  answer: [b, c]]\n"
    assert fix(text, "x.yaml").text == text


def test_questions_of_the_same_words_get_ids_of_their_own() -> None:
    named = fix(HEAD + "- question: Which?\n  answer: a\n" * 3000, "x.yaml")
    bank = parse_bank(named.text, "x.yaml").bank
    assert bank is not None
    assert len({question.id for question in bank.questions}) == named.named == 3000


def test_mending_twice_changes_nothing_more() -> None:
    once = fix(format_bank(BANK), "bridge.yaml")
    assert once.named > 0
    assert fix(once.text, "bridge.yaml").text == once.text


PARTS = st.sampled_from(
    ["- question: Q\n", "  answer: A\n", "  answer: B: c\n", "  wrong: [a, b]\n", "  wrong: *b\n",
     "  correct: x\n", "  tags:\n  - a\n", "  hint: |\n    x\n\n", "# note\n", "\n", "  id: k\n",
     "- {question: R, answer: S}\n", "  topic:x\n", '  note: "a" b\n', "-question: Q\n"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=15).map("".join))
def test_mending_never_loses_a_question_or_adds_an_error(items: str) -> None:
    before = parse_bank(HEAD + items, "x.yaml")
    fixed = fix(HEAD + items, "x.yaml")
    after = parse_bank(fixed.text, "x.yaml")
    assert after.errors <= before.errors
    if before.bank is not None:
        assert after.bank is not None
        assert len(after.bank.questions) >= len(before.bank.questions)
    assert fix(fixed.text, "x.yaml").text == fixed.text


def test_a_question_in_braces_gets_its_id_inside_them() -> None:
    text = f"{HEAD}- {{question: One, answer: a}}   # mine\n- {{question: Two,\n   answer: b, }}\n"
    fixed = fix(text, "x.yaml")
    bank = parse_bank(fixed.text, "x.yaml").bank
    assert bank is not None
    one, two = (question.id for question in bank.questions)
    assert fixed.text == (
        f"{HEAD}- {{question: One, answer: a, id: {one}}}   # mine\n"
        f"- {{question: Two,\n   answer: b, id: {two}, }}\n"
    )


@pytest.mark.parametrize(
    "items",
    [
        (
            "\twrong: [May 1, 2017, x]\n\nquestions:\n-question: Q\n  id: k\n  wrong: [a, b]\n"
            "\twrong: [May 1, 2017, x]\n- {question: R, answer: S}\n"
        ),
        "- question: Q\n  answer: A: b\n\tid: x1\n  hint: 'tis\n- {question: R, answer: S}\n",
    ],
)
def test_mending_twice_changes_nothing_more_and_loses_no_question(items: str) -> None:
    before = parse_bank(HEAD + items, "x.yaml").bank
    once = fix(HEAD + items, "x.yaml")
    after = parse_bank(once.text, "x.yaml").bank
    assert before is not None
    assert after is not None
    assert len(after.questions) >= len(before.questions)
    assert fix(once.text, "x.yaml").text == once.text
