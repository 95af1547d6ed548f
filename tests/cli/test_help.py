"""The help of every verb: it fits the window, says all, and its examples run as printed."""

import argparse
import importlib
import io
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from quizgen.cli import serve
from quizgen.cli.command_line import CommandLine, parse
from quizgen.cli.main import MODULES, OPENING, VERBS, main
from quizgen.library.places import bundled_questions, bundled_transcripts

NAMES = [name for group in VERBS.values() for name in group]
ACTIONS = ("backup", "restore", "check", "export", "merge", "forget", "wishes")
PAGES = [[], *([name] for name in NAMES), *(["history", action] for action in ACTIONS)]


def page(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main([*words, "--help"]) == 0
    return capsys.readouterr().out


def examples(help: str) -> list[str]:
    return [line.strip() for line in help.partition("\nexample:\n")[2].splitlines()]


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_help_fits_the_window_but_for_what_is_to_be_copied(words, width, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    text, _, _ = page(words, capsys).partition("\nexample:\n")
    assert [line for line in text.splitlines() if len(line) > width and "$schema" not in line] == []


def test_help_is_no_wider_than_can_be_read(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")
    assert max(map(len, page(["generate"], capsys).splitlines())) <= 100


@pytest.mark.parametrize("name", NAMES)
def test_every_argument_is_explained(name):
    verb = importlib.import_module(f"quizgen.cli.{MODULES.get(name, name)}")
    parser = CommandLine(prog=name, description="", example="")
    verb.configure(parser)
    parsers = [parser]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            parsers += action.choices.values()
    silent = [
        action.dest
        for one in parsers
        for action in one._actions
        if not (action.help or isinstance(action, argparse._SubParsersAction))
    ]
    assert silent == []


class Typed(io.StringIO):
    """What a person types at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """What lies in a fresh checkout, and a learner Tom who has handed something in."""
    shutil.copytree(bundled_questions(), tmp_path / "questions")
    shutil.copytree(bundled_transcripts(), tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", f"{sys.executable} -c ''")
    Path("class").mkdir()
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n"))
    played = ["play", "g20", "--learner", "Tom", "--submit", "class/tom.json", "--plain"]
    assert main(played) == 0
    return tmp_path


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_examples_run_as_they_are_printed(words, checkout, sealed, capsys, monkeypatch):
    shown = examples(page(words or ["rules"], capsys))
    assert shown
    for example in shown:
        program, *typed = shlex.split(example.partition(" > ")[0])
        assert program == "quizgen"
        if typed == ["history", "restore"]:
            (sealed / "history.db").write_bytes(b"no database")
        if typed[:1] == ["serve"]:
            parser = CommandLine(prog="serve", description="", example="")
            serve.configure(parser)
            assert parse(parser, typed[1:]).port == 8000
            continue
        typed = [name for word in typed for name in _expanded(word)]
        monkeypatch.setattr(sys, "stdin", Typed("Tom\n") if "forget" in typed else io.StringIO())
        assert main(typed) == (3 if typed[0] == "review" else 0), (example, capsys.readouterr())


def _expanded(word: str) -> list[str]:
    return sorted(map(str, Path().glob(word))) if "*" in word else [word]


def test_the_opening_has_an_example_too():
    assert importlib.import_module(f"quizgen.cli.{OPENING}").EXAMPLE == "quizgen"
