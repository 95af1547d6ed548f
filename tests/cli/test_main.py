"""The command itself: versions, help, slips, closed pipes, exit codes."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen import __version__
from quizgen.cli import main as command
from quizgen.cli.main import VERBS, main
from quizgen.model.errors import FileChangedError, UsageError

NAMES = [name for group in VERBS.values() for name in group]


def quizgen(*words: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quizgen", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        **options,
    )


@pytest.fixture
def verb(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A verb ``try`` whose ``run`` is the function given; the whole way round it is real."""

    def make(body: str) -> None:
        (tmp_path / "try_it.py").write_text(
            "'''Try something.'''\nEXAMPLE = 'quizgen try-it'\n"
            "def configure(parser): parser.add_argument('--loud', action='store_true')\n"
            f"def run(arguments):\n    {body}\n",
            encoding="utf-8",
        )
        cli = importlib.import_module("quizgen.cli")
        monkeypatch.setattr(cli, "__path__", [*cli.__path__, str(tmp_path)])
        monkeypatch.setitem(command.VERBS, "Try", {"try-it": "try something"})
        monkeypatch.delitem(sys.modules, "quizgen.cli.try_it", raising=False)

    return make


def test_the_version_goes_to_standard_output():
    done = quizgen("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"quizgen {__version__}\n", "")


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"]])
def test_the_help_lists_every_verb_under_its_group(words, capsys):
    assert main(words) == 0
    out = capsys.readouterr().out
    places = [out.index(f"{group}:") for group in VERBS]
    assert places == sorted(places)
    assert all(f"\n  {name} " in out for name in NAMES)


def test_help_for_a_verb_can_be_asked_for_both_ways(verb, capsys):
    verb("return 0")
    assert main(["try-it", "--help"]) == 0
    asked = capsys.readouterr().out
    assert main(["help", "try-it"]) == 0
    assert capsys.readouterr().out == asked
    assert "Try something." in asked
    assert "example:\n  quizgen try-it" in asked


def test_a_slip_in_a_verb_names_the_nearest(capsys):
    assert main(["chekc"]) == 2
    assert "Did you mean “quizgen check”?" in capsys.readouterr().err


def test_a_file_for_a_verb_is_told_how_to_play_it(tmp_path, capsys):
    bank = tmp_path / "bank.yaml"
    bank.write_text("questions: []\n", encoding="utf-8")
    assert main([str(bank)]) == 2
    assert f"quizgen play {bank}" in capsys.readouterr().err


def test_a_wrong_option_returns_2_and_says_so(verb, capsys):
    verb("return 0")
    assert main(["try-it", "--lout"]) == 2
    assert "--lout" in capsys.readouterr().err


def test_options_are_not_guessed_from_their_beginnings(verb, capsys):
    verb("return 0")
    assert main(["try-it", "--lo"]) == 2
    assert "--lo" in capsys.readouterr().err


@pytest.mark.parametrize("code", [0, 1, 3])
def test_the_verb_decides_the_exit_code(verb, code):
    verb(f"return {code}")
    assert main(["try-it"]) == code


@pytest.mark.parametrize("error", [UsageError, FileChangedError])
def test_an_error_is_told_with_its_fix_and_exit_code(verb, capsys, error):
    verb(
        f"from quizgen.model.errors import {error.__name__} as Error\n"
        "    raise Error('it went wrong.', fix='Mend it.')"
    )
    assert main(["try-it"]) == error.exit_code
    assert capsys.readouterr().err == "quizgen: it went wrong.\n  Mend it.\n"


def test_control_c_says_so_and_returns_130(verb, capsys):
    verb("raise KeyboardInterrupt")
    assert main(["try-it"]) == 130
    assert "stopped" in capsys.readouterr().err


def test_a_reader_that_has_seen_enough_is_no_failure():
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "quizgen", "--help"],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_transcripts_characters_survive_a_poor_locale():
    done = quizgen("--help", env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, "")
    assert "“quizgen VERB --help”" in done.stdout
