"""The page for teachers: every example in it is sound, every command in it exists."""

import re
import shlex
from pathlib import Path

import pytest

from quizgen.bank.fields import BANK, ITEM, KINDS
from quizgen.bank.flawed import flawed
from quizgen.bank.reader import parse_bank
from quizgen.cli.main import VERBS, main

PAGE = (Path(__file__).parents[2] / "docs" / "teachers.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = [
    line.partition("#")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    for line in block.splitlines()
]


def _read(block):
    return parse_bank(f"questions:\n{block}" if block.startswith("- ") else block, "page.yaml")


@pytest.mark.parametrize("block", BLOCKS)
def test_an_example_has_nothing_wrong_with_it(block):
    read = _read(block)
    assert read.problems == ()
    assert [problem.code for problem in flawed(read)] == []
    assert read.bank.questions


def test_all_types_are_shown():
    kinds = {question.kind for block in BLOCKS for question in _read(block).bank.questions}
    assert kinds == set(KINDS)


def test_every_field_named_in_the_text_exists():
    known = {field.name for field in (*BANK, *ITEM)}
    named = set(re.findall(r"`([a-z-]+):", PAGE))
    assert named <= known
    assert {"source", "skip", "id", "made", "retired"} <= named


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_is_one(line, capsys):
    words = shlex.split(line)
    assert words[0] == "quizgen"
    assert words[1] in {name for group in VERBS.values() for name in group}
    assert main([words[1], "--help"]) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in words[2:] if word.startswith("-"))
