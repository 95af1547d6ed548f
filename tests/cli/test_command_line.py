"""Slips on the command line: each is named in words, with the way to go on, and exit code 2."""

import pytest

from quizgen.cli.main import main


@pytest.mark.parametrize(
    ("typed", "message", "fix"),
    [
        ("play --mode exm", "--mode: there is no “exm”", "Did you mean “exam”? There are: learn,"),
        ("play --mode x", "--mode: there is no “x”", "  There are: learn, practice, exam,"),
        ("play --coutn 3", "“quizgen play” has no option --coutn", "Did you mean “--count”?"),
        ("play --cuont=3", "“quizgen play” has no option --cuont", "Did you mean “--count”?"),
        ("play --count", "--count wants a value", "quizgen play --help"),
        ("play --count none", "--count: “none” should be a whole number, 1", "play --help"),
        ("play --time soon", "--time: “soon” is no time; write 20m", "play --help"),
        ("play --seed x", "--seed: “x” should be a whole number", "play --help"),
        ("read", "“quizgen read” wants FILE", "As in: quizgen read seeds/"),
        ("read one two", "“two” is one word too many", "in quotation marks"),
        ("export bank", "“quizgen export” wants --to", "As in: quizgen export"),
        ("history chekc", "there is no “chekc”", "Did you mean “check”?"),
        ("history forget", "“quizgen history forget” wants NAME", "quizgen history forget Tom"),
        ("history backup --lits", "“quizgen history backup” has no option --lits", "“--list”?"),
        ("history wishes --new few", "“few” should be a whole number, 0", "history wishes --help"),
        ("history wishes --retention x", "“x” should be from 70 to 99 percent", "wishes --help"),
        ("history wishes --day-start 25", "“25” should be a full hour", "history wishes --help"),
        ("rules --language de", "--language is the language of the words", "Add --wording"),
    ],
)
def test_a_slip_is_named_with_the_way_to_go_on(typed, message, fix, capsys):
    assert main(typed.split()) == 2
    said = capsys.readouterr().err
    assert said.startswith("quizgen: ")
    assert message in said
    assert fix in said
    assert "usage:" not in said
