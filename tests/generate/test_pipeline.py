"""The bank of the news conference, and what generating promises of any bank."""

from collections import Counter
from pathlib import Path

import pytest

from quizgen.bank.reader import parse_bank, read_bank
from quizgen.bank.stamp import State, state
from quizgen.bank.writer import format_bank, format_item
from quizgen.cli.main import main
from quizgen.generate.pipeline import generate
from quizgen.model.bank import GenerateSettings
from quizgen.model.question import Choice, TrueFalse
from quizgen.quality.flaws import flaws
from quizgen.rules.material import Material
from quizgen.rules.registry import load
from quizgen.transcripts.registry import read_transcript

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "g20-2017-putin-news-conference.txt"
BANK = ROOT / "questions" / "g20-2017-putin-news-conference.yaml"


@pytest.fixture(scope="module")
def generated():
    return generate(
        read_transcript(SEED),
        load(),
        GenerateSettings(),
        bank_id=BANK.stem,
        path=str(BANK),
        source="../seeds/" + SEED.name,
    )


def test_the_bank_is_the_one_in_the_repository(generated):
    assert format_bank(generated.bank) == BANK.read_text(encoding="utf-8")


def test_it_has_enough_questions_by_enough_rules(generated):
    rules = Counter(question.made.rule for question in generated.bank.questions)
    assert 25 <= sum(rules.values()) <= 40
    assert len(rules) >= 8
    assert {"who-said", "which-topic"} <= set(rules)
    assert rules["order"] <= 2
    assert max(rules.values()) <= sum(rules.values()) * 0.3


def test_every_question_is_whole(generated):
    ids = [question.id for question in generated.bank.questions]
    assert len(set(ids)) == len(ids)
    for question in generated.bank.questions:
        assert question.made
        assert question.evidence
        assert not question.tags
        assert not [flaw for flaw in flaws(question) if flaw.hard]


def test_two_answers_are_at_most_a_quarter(generated):
    two = [
        question
        for question in generated.bank.questions
        if isinstance(question, TrueFalse)
        or (isinstance(question, Choice) and len(question.options) == 2)
    ]
    assert len(two) <= len(generated.bank.questions) * 0.3


def test_the_written_bank_can_be_proved_again():
    read = read_bank(BANK)
    assert not read.problems
    rules = {rule.name: rule for rule in load()}
    material = Material(read_transcript(SEED))
    for question in read.bank.questions:
        assert rules[question.made.rule].prove(question, material), question.stem


def test_what_was_written_reads_back_untouched(generated):
    text = format_bank(generated.bank)
    bank = parse_bank(text, str(BANK)).bank
    for question in bank.questions:
        assert state(question, format_item(question)) is State.UNTOUCHED


def test_a_transcript_with_too_little_gives_fewer(tmp_path):
    short = tmp_path / "short.txt"
    short.write_text("Ann Lee: Good morning.\n\nBob Roe: Good morning to you.\n", encoding="utf-8")
    assert main(["generate", str(short), "-o", str(tmp_path / "short.yaml")]) == 2
    assert not (tmp_path / "short.yaml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere.txt"], "there is no file"),
        (["seeds"], "holds no file"),
        ([str(SEED), "--rules", "who-sayd"], "who-said"),
    ],
)
def test_bad_input_is_explained(words, said, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    assert main(["generate", *words]) == 2
    assert said in capsys.readouterr().err
