"""Wording files: quizgen's own in four languages are whole; a teacher's slips are all found."""

from importlib.resources import files

import pytest

from quizgen.model.errors import FileError, RuleError
from quizgen.rules.registry import load
from quizgen.rules.wording import OPTIONAL, SHARED, Wording, places
from quizgen.rules.wording_file import languages, read_wording, shipped, stems

SHIPPED = [code for code in languages() if code != "en"]
NEEDED = {
    **SHARED,
    **{
        rule.stem_name(which): words
        for rule in load(with_off=True)
        if rule.languages is None
        for which, words in rule.stems.items()
    },
}


def test_questions_can_be_put_in_five_languages():
    assert {"de", "en", "es", "fr", "ru"} <= set(languages())


@pytest.mark.parametrize("language", SHIPPED)
def test_a_language_has_every_stem_of_the_rules_for_any_language(language):
    assert set(shipped(language)) == set(NEEDED)


@pytest.mark.parametrize("language", SHIPPED)
def test_a_stem_has_the_places_of_the_english_one(language):
    known = stems()
    for name, words in shipped(language).items():
        if name not in OPTIONAL:
            assert places(words) == places(known[name]), name


@pytest.mark.parametrize("language", SHIPPED)
def test_quizgens_own_files_are_wording_files(language, tmp_path):
    source = files("quizgen.rules").joinpath("stems", f"{language}.yaml")
    copy = tmp_path / "words.yaml"
    copy.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    assert read_wording(copy) == shipped(language)


@pytest.mark.parametrize(("language", "sign"), [("fr", "\xa0?"), ("es", "?"), ("de", "?")])
def test_a_question_is_punctuated_as_its_language_does(language, sign):
    asked = [words for name, words in shipped(language).items() if name not in SHARED]
    assert all(words.endswith(sign) for words in asked)
    assert all(words.startswith("¿") for words in asked) == (language == "es")


def problems(tmp_path, text):
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        read_wording(path)
    return [
        line.strip().removeprefix(f"{path}:")
        for line in raised.value.message.splitlines()
        if line.strip().startswith(f"{path}:")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "who-sayd: Who was it?\n",
            "1:1: error: there is no rule, and no stem, called “who-sayd” (unknown-stem)",
        ),
        (
            "who-said.three-way: Who was it?\n",
            "1:1: error: the rule “who-said” has no stem “three-way” (unknown-stem)",
        ),
        (
            "question-drew-answer: Which question was it?\n",
            "1:23: error: “question-drew-answer” lacks its place {speaker} (missing-place)",
        ),
        (
            "who-said: Who said this to {person}?\n",
            "1:11: error: “who-said” has no place {person} (unknown-place)",
        ),
        (
            'question-drew-answer: "{speaker}? {speaker.name}"\n',
            "1:23: error: “question-drew-answer” has no place {speaker.name} (unknown-place)",
        ),
        (
            'question-drew-answer: "{speaker:>9999999}?"\n',
            "1:23: error: a place is a name in curly brackets and nothing else (broken-place)",
        ),
        (
            'who-said: "Who? {"\n',
            "1:11: error: a curly bracket is not closed (broken-place)",
        ),
        ("who-said: []\n", "1:11: error: “who-said” should be one text that is not empty"),
        ("who-said:\n", "1:10: error: “who-said” should be one text that is not empty"),
        ("- who-said\n", "1:1: error: there are no stems in this file (no-wording)"),
        ("", "0:0: error: there are no stems in this file (no-wording)"),
        (
            "who-said: Who?\nwho-said: Whose?\n",
            "2:1: error: “who-said” stands here for the second time (duplicate-key)",
        ),
    ],
)
def test_a_slip_is_found_at_its_place(tmp_path, text, said):
    [problem] = problems(tmp_path, text)
    assert problem.startswith(said)


def test_all_slips_are_found_at_once(tmp_path):
    found = problems(tmp_path, "nobody: Who?\nwho-said: '{x}'\nbad: [\n")
    assert len(found) == 3


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(FileError):
        read_wording(tmp_path / "nowhere.yaml")


def test_brackets_that_are_meant_as_such_are_doubled(tmp_path):
    path = tmp_path / "words.yaml"
    path.write_text('who-said: "Who said {{this}}?"\n', encoding="utf-8")
    wording = Wording(read_wording(path))
    assert wording.say("who-said", "Who said this?") == "Who said {this}?"


def test_names_are_joined_as_alternatives():
    assert Wording().any_of(["Ann", "Bob", "Cy"]) == "Ann or Bob or Cy"
    assert Wording(shipped("es"), complete=True).any_of(["Ana", "Óscar"]) == "Ana o bien Óscar"
