"""Banks made to break the reader: never a traceback, never long."""

import time

import pytest

from quizgen.bank.reader import parse_bank
from quizgen.bank.report import MOST

ITEM = "questions:\n- question: q\n  answer: a\n"
HOSTILE = {
    "unknown fields": ITEM + "".join(f"  k{number}: v\n" for number in range(80_000)),
    "wrong options": ITEM + "  wrong:\n" + "  - x: y\n" * 100_000,
    "equal options": ITEM + "  wrong: [" + "b, " * 200_000 + "]\n",
    "unknown ids": ITEM + "  not-with: [" + "b," * 300_000 + "]\n",
    "a comment behind a long list": ITEM + "  wrong: [" + "b," * 200_000 + "c #d\n  ]\n",
    "copied ids": "questions:\n" + "- {question: q, answer: a, id: x}\n" * 28_000,
    "commas": ITEM + "  wrong: [" + "May 1, 2017, " * 60_000 + "]\n",
    "swallowed dashes": "questions:\n- question: a\n" + "    - b\n" * 100_000,
    "questions that are no questions": "questions: [" + "a," * 400_000 + "]",
    "long stem": "questions:\n- question: " + "word " * 200_000 + "\n  answer: a\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_banks_are_reported_within_two_seconds(name: str) -> None:
    started = time.process_time()
    problems = parse_bank(HOSTILE[name], "bank.yaml").problems
    assert time.process_time() - started < 2
    assert (0 < len(problems) <= MOST) or name == "long stem"
