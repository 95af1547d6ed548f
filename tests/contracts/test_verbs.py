"""Every verb that the help lists can be run, and explains itself with an example."""

import pytest

from quizgen.cli.main import VERBS, main

NAMES = [name for group in VERBS.values() for name in group]


@pytest.mark.parametrize("name", NAMES)
def test_a_verbs_help_shows_an_example_of_it(name, capsys):
    assert main([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"usage: quizgen {name}")
    assert f"quizgen {name}" in shown.split("example:\n", 1)[1]
