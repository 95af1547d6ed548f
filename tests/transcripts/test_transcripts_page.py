"""What docs/transcripts.md shows is what quizgen does."""

import re
from pathlib import Path

import pytest

from quizgen.transcripts.corrections import corrections
from quizgen.transcripts.registry import forms, parse

PAGE = (Path(__file__).parents[2] / "docs" / "transcripts.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### ([\w-]+)\n.*?```\w+\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL))


def test_every_form_is_shown():
    assert sorted(SECTIONS) == sorted(forms())


@pytest.mark.parametrize("name", SECTIONS)
def test_the_sample_of_a_form_is_read_as_that_form(name):
    transcript = parse(SECTIONS[name], "sample")
    assert transcript.form == name
    assert len({turn.speaker for turn in transcript.turns}) > 1


def test_the_corrections_file_shown_has_no_slip(tmp_path):
    sample = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert sample is not None
    (tmp_path / "talk.quizgen.yaml").write_text(sample[1], encoding="utf-8")
    found = corrections(tmp_path / "talk.txt")
    assert found.problems == ()
    assert found.title == "The talk"
    assert found.skip == ((1, 4), (17, 17))
    assert found.aliases == {"mf": "Maria Faber"}
