"""Why a transcript gives few questions, and what can be done about it."""

import pytest

from quizgen.generate.scarcity import scarcity
from quizgen.rules.material import Material
from quizgen.transcripts.registry import parse


@pytest.mark.parametrize(
    ("talk", "advice"),
    [
        (
            "Question: Is it late?\n\nAnswer: It is.\n\nQuestion: Why so?\n\nAnswer: No idea.\n",
            "--write-corrections",
        ),
        (
            "Ann Lee: Is it late?\n\nBob Roe: It is.\n\nAnn Lee: Why so?\n\nBob Roe: No idea.\n",
            "three people",
        ),
        (
            "Ann: Late?\n\nBob: Yes.\n\nCyd: Why?\n\nAnn: So.\n\nBob: No.\n\nCyd: Oh.",
            "name their matter",
        ),
    ],
)
def test_what_to_do_follows_from_who_is_heard(talk: str, advice: str) -> None:
    found = scarcity(Material(parse(talk, "talk.txt")))
    assert found.standing == 0
    assert advice in found.advice()
