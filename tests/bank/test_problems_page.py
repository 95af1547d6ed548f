"""The page about problems: every code is on it, and its examples do what they say."""

import re
from pathlib import Path

import pytest

from quizgen.bank.codes import CODES
from quizgen.bank.reader import parse_bank
from quizgen.model.problem import Level

PAGE = Path(__file__).parents[2] / "docs" / "problems.md"
SECTIONS = {
    heading: re.findall(r"```yaml\n(.*?)```", body, re.DOTALL)
    for heading, body in re.findall(
        r"(?ms)^### (\S+)\n(.*?)(?=^##|\Z)", PAGE.read_text(encoding="utf-8")
    )
}
EXAMPLES = {code: blocks for code, blocks in SECTIONS.items() if blocks}
WITHOUT_EXAMPLE = {"control-character", "include", "too-large", "too-many", "unreadable"}


def _codes(example: str) -> set[str]:
    text = f"questions:\n{example}" if example.startswith("- ") else example
    return {problem.code for problem in parse_bank(text, "example.yaml").problems}


def test_every_code_has_its_place_on_the_page_and_an_example() -> None:
    assert list(SECTIONS) == list(CODES)
    assert set(CODES) - set(EXAMPLES) == WITHOUT_EXAMPLE


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_first_example_has_the_problem_and_no_other(code: str) -> None:
    assert _codes(EXAMPLES[code][0]) == {code}


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_second_example_has_no_problem(code: str) -> None:
    assert _codes(EXAMPLES[code][1]) == set()


@pytest.mark.parametrize("code", CODES)
def test_the_page_says_whether_it_is_an_error(code: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    level, _ = CODES[code]
    word = "Error" if level is Level.ERROR else "Warning"
    assert re.search(rf"### {code}\n\n\*{word}\.\*", page)
