"""The page about flaws: every check is on it, and its examples do what they say."""

import re
from pathlib import Path

import pytest

from quizgen.bank.flawed import flawed
from quizgen.bank.reader import parse_bank
from quizgen.generate import reproof
from quizgen.quality.flaws import TABLE
from quizgen.quality.in_bank import IN_BANK
from quizgen.quality.in_transcript import IN_TRANSCRIPT

PAGE = Path(__file__).parents[2] / "docs" / "flaws.md"
SECTIONS = dict(re.findall(r"(?ms)^### (\S+)\n(.*?)(?=^##|\Z)", PAGE.read_text(encoding="utf-8")))
EXAMPLES = {
    code: found
    for code, body in SECTIONS.items()
    if (found := re.findall(r"```yaml\n(.*?)```", body, re.DOTALL))
}
PROVED = {*(row.code for row in IN_TRANSCRIPT), *reproof.CODES}
CODES = {*(row.code for row in (*TABLE, *IN_BANK)), *PROVED}
WITHOUT_EXAMPLE = {"longest-too-often", "key-position", *PROVED}


def codes(example):
    read = parse_bank(f"questions:\n{example}", "example.yaml")
    return {problem.code for problem in (*read.problems, *flawed(read))}


def test_every_flaw_has_its_place_on_the_page_and_an_example():
    assert set(SECTIONS) == CODES
    assert CODES - set(EXAMPLES) == WITHOUT_EXAMPLE


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_first_example_has_the_flaw_and_no_other(code):
    assert codes(EXAMPLES[code][0]) == {code}


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_second_example_has_none(code):
    assert codes(EXAMPLES[code][1]) == set()


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.code)
def test_the_page_says_whether_it_is_hard(row):
    assert SECTIONS[row.code].lstrip().startswith("*Hard" if row.hard else "*Soft")
