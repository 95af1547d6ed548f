"""Strategies of the test-wise: fair banks hold out, careless ones are seen through."""

import json
from itertools import cycle, islice
from pathlib import Path

import pytest

from quizgen.bank.reader import read_bank
from quizgen.cli.main import main
from quizgen.generate.pipeline import generate
from quizgen.model.bank import GenerateSettings
from quizgen.model.question import Choice, Option, TrueFalse
from quizgen.quality.bots import STRATEGIES, play, together
from quizgen.rules.registry import load
from quizgen.transcripts.registry import read_transcript

BANKS = sorted((Path(__file__).parents[2] / "questions").glob("*.yaml"))
NAMES = ("Ann Lee", "Bob Roe", "Cy Dow", "Di Poe")


def choice(stem, key, *wrong):
    return Choice(stem=stem, key=key, wrong=tuple(map(Option, wrong)))


def fair(number):
    """Questions that differ only in which of four names is right."""
    return [
        choice("Who spoke?", name, *(other for other in NAMES if other != name))
        for name in islice(cycle(NAMES), number)
    ]


CARELESS = {
    "the longest answer": choice("Where?", "at the northern quay", "at the inn", "nowhere"),
    "the shortest answer": choice("Where?", "inn", "at the northern quay", "nowhere at all"),
    "most words of the question": choice(
        "Which ships left the quay?", "the quay ships", "our old ferry", "some new boat"
    ),
    "most in common with the others": choice("Whom?", "red fox", "red hen", "old fox"),
    "the middle number": choice("How many ships?", "20", "10", "30"),
    "first in the alphabet": choice("Who?", "Ann", "Bob", "Cyd"),
    "has a number or a name": choice("Where?", "in Vik", "in town", "in bed"),
}


def test_every_strategy_has_its_careless_bank():
    assert set(CARELESS) == set(STRATEGIES)


@pytest.mark.parametrize("name", CARELESS)
def test_a_careless_bank_is_seen_through(name):
    [score] = [s for s in play([CARELESS[name]] * 40) if s.strategy == name]
    assert score.right == 40
    assert score.expected == pytest.approx(40 / 3)
    assert not score.fair


def test_a_fair_bank_holds_out():
    assert all(score.fair for score in play(fair(60)))
    assert all(score.expected == 15 for score in play(fair(60)))


def test_few_questions_prove_nothing():
    assert all(score.fair for score in play([CARELESS["the longest answer"]] * 29))


def test_only_questions_with_options_are_played():
    scores = play([TrueFalse(stem="It rained.", key=True), *fair(4)])
    assert {score.questions for score in scores} == {4}
    assert {score.right for score in play([])} == {0.0}


def test_two_strategies_peek_into_the_transcript():
    often = {"ann": 9, "lee": 9}
    scores = {
        s.strategy: s for s in play([fair(1)[0]] * 40, frequency=lambda word: often.get(word, 1))
    }
    assert scores["said most often"].right == 40
    assert scores["said most seldom"].right == 0


def test_banks_together_are_held_to_a_narrower_limit():
    [one, *_] = play(fair(40))
    [both, *_] = together([play(fair(40)), play(fair(40))])
    assert (both.questions, both.right, both.expected) == (80, 20, 20)
    alone = (one.limit - one.expected) / 3
    assert both.limit - both.expected == pytest.approx(2 * alone * 2**0.5)


def test_the_bundled_banks_are_fair():
    tables = [play(read_bank(path).bank.questions) for path in BANKS]
    assert [score for table in tables for score in table if not score.fair] == []
    if len(tables) > 1:
        assert [score for score in together(tables) if not score.fair] == []


def bank(folder, name, item, number):
    path = folder / name
    items = "".join(item.format(n=n) for n in range(number))
    path.write_text(f"questions:\n{items}", encoding="utf-8")
    return str(path)


LONG = "- question: Where was {n}?\n  answer: at the quay {n}\n  wrong: [at inn {n}, in bed {n}]\n"


def test_check_shows_the_table_and_warns(tmp_path, capsys):
    path = bank(tmp_path, "a.yaml", LONG, 40)
    assert main(["check", "--bots", path]) == 0
    shown = capsys.readouterr().out
    assert f"{path}: 40 questions with answers to choose from" in shown
    assert any(
        line.split() == ["the", "longest", "answer", "40.0", "13.3", "22.3", "too", "often"]
        for line in shown.splitlines()
    )
    assert "“the longest answer” is right in 40 of 40 questions; chance gives 13.33" in shown
    assert main(["check", "--bots", "--strict", path]) == 1


def test_check_pools_several_banks(tmp_path, capsys):
    paths = [bank(tmp_path, name, LONG, 20) for name in ("a.yaml", "b.yaml")]
    assert main(["check", "--bots", *paths]) == 0
    out, err = capsys.readouterr()
    assert "all 2 banks: 40 questions with answers to choose from" in out
    assert "all 2 banks: “the longest answer” is right in 40 of 40 questions" in err


def test_programs_get_the_scores_as_data(tmp_path, capsys):
    assert main(["check", "--bots", "--format", "json", bank(tmp_path, "a.yaml", LONG, 40)]) == 0
    [played] = json.loads(capsys.readouterr().out)["bots"]
    scores = {score["strategy"]: score for score in played["strategies"]}
    assert set(scores) == set(STRATEGIES)
    assert scores["the longest answer"]["fair"] is False


TALKS = sorted((Path(__file__).parents[1] / "rules" / "talks").glob("*.txt"))


def test_the_bots_do_not_take_what_is_generated():
    tables = []
    for path in TALKS:
        made = generate(
            read_transcript(path),
            load(),
            GenerateSettings(),
            bank_id=path.stem,
            path=str(path.with_suffix(".yaml")),
            source=path.name,
        )
        scores = play(made.bank.questions, language=made.bank.language)
        assert all(score.right <= score.limit for score in scores), path.name
        tables.append(scores)
    assert len(tables) > 3
    assert [score for score in together(tables) if not score.fair] == []
