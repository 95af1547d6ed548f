"""The GIFT parser that other programs use finds in every file what went into it."""

import json
import os
import re
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.exchange.api import Options
from quizgen.exchange.registry import _items, carry
from tests.bank.examples import QUESTIONS
from tests.exchange.banks import bank_of, questions

PARSER = "gift-pegjs@1.0.2"
OUTSIDE = dict(os.environ)  # before the tests are sealed: npm wants its own settings
PROGRAM = """
const { parse } = require('gift-pegjs');
const text = require('fs').readFileSync(process.argv[1], 'utf8');
console.log(JSON.stringify(parse(text)));
"""
TYPES = {
    "choice": "MC",
    "multi": "MC",
    "truefalse": "TF",
    "short": "Short",
    "cloze": "Short",
    "number": "Numerical",
    "match": "Matching",
    "open": "Essay",
}


@pytest.fixture(scope="module")
def parsed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pegjs")
    subprocess.run(["npm", "install", "--silent", PARSER], cwd=folder, env=OUTSIDE, check=True)

    def run(text):
        place = folder / "given.gift"
        place.write_bytes(text)
        done = subprocess.run(
            ["node", "-e", PROGRAM, place],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        category, *found = json.loads(done.stdout)
        assert category["type"] == "Category"
        return found

    return run


def test_every_question_has_its_type_text_id_and_tags(parsed):
    given_ = [one for one in QUESTIONS if not one.skip]
    data, losses = carry("gift", [(bank_of(*given_), given_)], Options())
    left = {loss.id for loss in losses if loss.whole}
    found = parsed(data)
    assert len(found) == len(given_) - len(left)
    first = found[0]
    assert first["type"] == "MC"
    assert first["stem"]["format"] == "plain"
    assert first["stem"]["text"].startswith("Who said this, according to a questioner?\n\n“Last")
    assert first["id"] == "k7f2m9qz"
    assert first["tags"] == ["topic:The bridge", "speaker:Ms Vance", "difficulty:medium"]
    right = [one["text"]["text"] for one in first["choices"] if one["isCorrect"]]
    assert right == ["Ms Vance"]
    assert first["globalFeedback"]["text"].startswith("From the transcript: “Ms Vance told")


@settings(max_examples=3)
@given(st.lists(questions(), min_size=25, max_size=40))
def test_hostile_text_stays_text(parsed, given_):
    data, losses = carry("gift", [(bank_of(*given_), given_)], Options())
    kinds = re.findall(rb"^// \[id:([^\]]*)\]", data, re.MULTILINE)
    by_id = {item.id: item.question.kind for item in _items(bank_of(*given_), given_)}
    found = parsed(data)
    assert [one["type"] for one in found] == [TYPES[by_id[name.decode()]] for name in kinds]
    assert len(found) == len(given_) - sum(loss.whole for loss in losses)
