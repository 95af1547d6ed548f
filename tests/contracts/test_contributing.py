"""The rule in CONTRIBUTING.md is a whole one: it proposes questions, and proves them."""

import re
from pathlib import Path

from quizgen.rules.api import Rule
from quizgen.rules.material import Material
from quizgen.transcripts.registry import parse

PAGE = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
TRANSCRIPT = """\
Question: Who pays for the new ferry line?

Ida Holm: Norway has offered a long loan for the ferry line.

Question: And who builds the ships for it?

Ida Holm: They say that Finland, and that Sweden, have built such ships before.
"""


def test_the_example_proposes_and_proves():
    [example] = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    names: dict[str, object] = {}
    exec(example, names)
    [rule] = [
        each
        for each in names.values()
        if isinstance(each, type) and each is not Rule and issubclass(each, Rule)
    ]
    material = Material(parse(TRANSCRIPT, "ferry.txt"))
    candidates = list(rule().propose(material))
    assert [candidate.question.key for candidate in candidates] == ["Norway"]
    assert all(rule().prove(candidate.question, material) for candidate in candidates)
