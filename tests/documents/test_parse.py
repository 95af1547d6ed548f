"""From text to nodes: places, text-only scalars, and what broken files still give."""

import pytest

from quizgen.documents.nodes import Document, Mapping, Scalar, Sequence
from quizgen.documents.parse import parse

BEFORE = "quizgen: 1\nquestions:\n\n- question: First?\n  answer: a\n\n"
AFTER = "\n- question: Last?\n  answer: z\n"


def _stems(document: Document) -> list[str]:
    assert isinstance(document.root, Mapping)
    questions = document.root.get("questions")
    assert isinstance(questions, Sequence)
    stems = [item.get("question") for item in questions.items if isinstance(item, Mapping)]
    return [stem.value for stem in stems if isinstance(stem, Scalar)]


def _mended(text: str, document: Document) -> str:
    for mend in sorted(document.mends, key=lambda mend: mend.start, reverse=True):
        text = text[: mend.start] + mend.text + text[mend.end :]
    return text


@pytest.mark.parametrize("typed", ["no", "12:30", "010", "1_000", "2017-07-08", "~", "=", "0x1F"])
def test_scalars_stay_the_text_that_was_typed(typed: str) -> None:
    root = parse(f"key: {typed}\n{typed}: key\n", "x").root
    assert isinstance(root, Mapping)
    value = root.get("key")
    assert isinstance(value, Scalar)
    assert value.value == typed
    assert typed in root.entries


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_are_those_of_the_file(newline: str) -> None:
    text = newline.join(["# комментарий 🎓", "a:", "- «ж» 🎓", "- 'x y'", ""])
    root = parse(text, "x").root
    assert isinstance(root, Mapping)
    items = root.get("a")
    assert isinstance(items, Sequence)
    first, second = items.items
    assert (first.line, first.column, second.line, second.column) == (3, 3, 4, 3)
    assert text[first.start : first.end] == "«ж» 🎓"
    assert text[second.start : second.end] == "'x y'"


def test_a_key_that_stands_twice_is_kept_apart() -> None:
    root = parse("a: 1\nb: 2\na: 3\n", "x").root
    assert isinstance(root, Mapping)
    assert [(first.line, again.line) for first, again in root.repeated] == [(1, 3)]


SLIPS = [
    ("colon-in-text", 20, "- question: He said: no\n", '- question: "He said: no"\n'),
    ("colon-in-text", 21, "- question: “He said: no”\n", '- question: "“He said: no”"\n'),
    ("quote-in-text", 18, '- question: "yes" he said\n', "- question: '\"yes\" he said'\n"),
    ("open-quote", 13, "- question: 'tis so\n", '- question: "\'tis so"\n'),
    ("leading-sign", 13, "- question: [sic] he said\n", '- question: "[sic] he said"\n'),
    ("leading-sign", 13, "- question: *so*\n", '- question: "*so*"\n'),
    ("leading-sign", 13, "- question: &amp; so\n", '- question: "&amp; so"\n'),
    ("leading-sign", 13, "- question: @ann\n", '- question: "@ann"\n'),
    ("leading-sign", 13, "- question: %50\n", '- question: "%50"\n'),
    ("leading-sign", 13, "- question: !so\n", '- question: "!so"\n'),
    ("leading-sign", 13, "- question: > so\n", '- question: "> so"\n'),
    ("backslash", 16, '- question: "C:\\dir"\n', "- question: 'C:\\dir'\n"),
    ("tab", 1, "- question: x\n\tanswer: y\n", "- question: x\n  answer: y\n"),
    ("indentation", 4, "- question: x\n   answer: y\n", "- question: x\n  answer: y\n"),
    ("space-missing", 9, "- question: x\n  answer:y\n  topic: z\n",
     "- question: x\n  answer: y\n  topic: z\n"),
    ("space-missing", 1, "-question: x\n  answer: y\n", "- question: x\n  answer: y\n"),
    ("indentation", 1, "- question: so\nand so\n  answer: y\n",
     "- question: so\n    and so\n  answer: y\n"),
    ("indentation", 3, "- question: |\n  x\n  answer: y\n", "- question: |\n    x\n  answer: y\n"),
    ("indentation", 3, "- question: x\n  wrong:\n    - a\n  - b\n",
     "- question: x\n  wrong:\n    - a\n    - b\n"),
    ("leading-sign", 1, "* question: x\n  answer: y\n", "- question: x\n  answer: y\n"),
    ("leading-sign", 1, "12. question: x\n    answer: y\n", "-   question: x\n    answer: y\n"),
    ("control-character", 1, "- question: x\n\u00a0 answer: y\n",
     "- question: x\n  answer: y\n"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "column", "item", "meant"), SLIPS)
def test_a_slip_is_named_placed_and_mended_and_costs_only_its_own_item(
    code: str, column: int, item: str, meant: str
) -> None:
    text = BEFORE + item + AFTER
    document = parse(text, "x.yaml")
    assert [(p.code, p.column) for p in document.problems] == [(code, column)]
    assert document.problems[0].excerpt in item
    assert _stems(document) == ["First?", "Last?"]
    assert _mended(text, document) == BEFORE + meant + AFTER
    assert parse(BEFORE + meant + AFTER, "x").problems == ()


@pytest.mark.parametrize(
    ("item", "meant", "lines"),
    [
        ("- question:x\n  answer:y\n  wrong:\n  - z\n",
         "- question: x\n  answer: y\n  wrong:\n  - z\n", [7, 8]),
        ("- question: x\n  answer:\u00a0y\n  topic:z\n  wrong: [a]\n",
         "- question: x\n  answer: y\n  topic: z\n  wrong: [a]\n", [8, 9]),
    ],
)  # fmt: skip
def test_slips_that_only_together_make_a_difference_are_each_named(item, meant, lines) -> None:
    text = BEFORE + item + AFTER
    document = parse(text, "x.yaml")
    assert [problem.line for problem in document.problems] == lines
    assert _mended(text, document) == BEFORE + meant + AFTER


@pytest.mark.parametrize("sign", ["=", ";"])
def test_another_sign_for_the_colon_is_named_but_not_surely_meant(sign: str) -> None:
    text = BEFORE + f"- question{sign} x\n  answer: y\n" + AFTER
    document = parse(text, "x.yaml")
    assert [(p.code, p.line, p.column) for p in document.problems] == [("space-missing", 7, 11)]
    assert document.mends == ()


def test_fields_at_the_left_edge_do_not_end_the_list() -> None:
    text = BEFORE + "- question: Out?\nanswer: x\nwrong: [a, b]\n" + AFTER
    document = parse(text, "x.yaml")
    assert document.problems == ()
    assert _stems(document) == ["First?", "Out?", "Last?"]
    assert isinstance(document.root, Mapping)
    assert "answer" in document.root.entries


def test_all_slips_of_an_item_are_found_in_one_run() -> None:
    item = "- question: [sic] he said\n  answer: @ann\n  wrong:\n  - *a\n  - He said: no: yes\n"
    document = parse(BEFORE + item + AFTER, "x.yaml")
    assert [problem.line for problem in document.problems] == [7, 8, 10, 11]


def test_three_broken_items_give_three_messages_and_the_rest() -> None:
    broken = '- question: "open\n  answer: x\n\n'
    good = "- question: Good?\n  answer: x\n\n"
    document = parse("questions:\n" + (broken + good) * 3, "x.yaml")
    assert [problem.line for problem in document.problems] == [2, 8, 14]
    assert _stems(document) == ["Good?"] * 3


def test_an_unsure_mend_is_not_offered() -> None:
    document = parse(BEFORE + '- question: "open\n  answer: x\n' + AFTER, "x.yaml")
    assert [problem.code for problem in document.problems] == ["open-quote"]
    assert document.mends == ()


def test_a_broken_head_leaves_the_questions() -> None:
    document = parse("title: a: b\nquestions:\n- question: Q?\n  answer: a\n", "x.yaml")
    assert [problem.line for problem in document.problems] == [1]
    assert _stems(document) == ["Q?"]


def test_only_the_first_of_several_documents_is_read() -> None:
    document = parse("---\nquestions:\n- question: Q?\n---\nother: 1\n", "x.yaml")
    assert [(p.code, p.line) for p in document.problems] == [("several-documents", 4)]
    assert _stems(document) == ["Q?"]


def test_an_invisible_sign_is_named_with_its_place() -> None:
    document = parse("questions:\n- question: é\x07\n", "x.yaml")
    problem = document.problems[0]
    assert (problem.code, problem.line, problem.column) == ("control-character", 2, 14)
    assert "U+0007" in problem.message


def test_an_empty_text_is_an_empty_document() -> None:
    assert parse("# only a comment\n", "x").root is None
