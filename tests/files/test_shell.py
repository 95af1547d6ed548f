"""Names of files in the commands that messages tell."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.files.shell import in_shell


@pytest.mark.parametrize("name", ["questions/a.yaml", "./x-1_b.yaml", "über.yaml"])
def test_a_plain_name_stays_as_it_is(name):
    assert in_shell(name) == name


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_a_shell_takes_any_name_whole(name):
    assert shlex.split(in_shell(name, "linux")) == [name]


def test_windows_has_double_quotes_and_backslashes():
    assert in_shell("questions\\a.yaml", "win32") == "questions\\a.yaml"
    assert in_shell("My lesson 2!.yaml", "win32") == '"My lesson 2!.yaml"'
