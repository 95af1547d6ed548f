"""The learner's editor, opened at a line."""

from pathlib import Path

import pytest

from quizgen.library.editor import editor_command

BANK = Path("my bank.yaml")


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"EDITOR": "nano"}, ["nano", "+7", "my bank.yaml"]),
        ({"EDITOR": "nano", "VISUAL": "vim -p"}, ["vim", "-p", "+7", "my bank.yaml"]),
        ({"EDITOR": "/usr/bin/hx"}, ["/usr/bin/hx", "my bank.yaml:7"]),
        ({"EDITOR": "code"}, ["code", "--wait", "--goto", "my bank.yaml:7"]),
        ({"EDITOR": "unheard-of"}, ["unheard-of", "my bank.yaml"]),
        ({"EDITOR": ""}, ["vi", "+7", "my bank.yaml"]),
    ],
)
def test_the_line_is_said_as_the_editor_understands_it(environment, command):
    assert editor_command(BANK, 7, environment) == command
