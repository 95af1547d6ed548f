"""Words that tell a side are asked for among people of that side, or not at all."""

import pytest

from quizgen.rules.material import Material
from quizgen.rules.registry import load
from quizgen.transcripts.registry import parse

SIDED = "We have paid for the wooden ferries of all northern fishermen since the winter."
ASKED = "The government never painted the iron lighthouse of the northern quay."
HOUSE = f"""Mr Per Lund (Norhaven, CPC): Mr. Chair, who pays for the ferries of the north?

Hon. Ida Holm (Minister of Ferries): {SIDED}

Mr Per Lund (Norhaven, CPC): {ASKED} When will it be painted?

Hon. Eva Berg (Minister of Lighthouses): The iron lighthouse was painted by Danish sailors.

Mr Per Lund (Norhaven, CPC): Mr. Chair, how many boats were mended by the harbour office?

Hon. Olaf Gran (Minister of Harbours): The harbour office mended the boats with copper nails.

Mr Per Lund (Norhaven, CPC): Are the fishermen of the island insured against storms?

Hon. Ida Holm (Minister of Ferries): The insurance of the island was signed in Bergen.

Mr Per Lund (Norhaven, CPC): And who insured the lantern of the lighthouse against lightning?

Hon. Eva Berg (Minister of Lighthouses): The lantern was insured by a company from Hamburg.

Mr Per Lund (Norhaven, CPC): What became of the copper nails?

Hon. Olaf Gran (Minister of Harbours): The copper nails lie in the cellar of the customs house.
"""


def asked(text):
    """What is asked of who said what, by the words quoted."""
    [made], material = load(["who-said"]), Material(parse(text, "talk.txt"))
    found = [c.question for c in made.propose(material) if made.prove(c.question, material)]
    return {question.quote: question for question in found}


def test_a_minister_stands_among_ministers():
    question = asked(HOUSE)[SIDED]
    assert question.key == "Ida Holm"
    assert set(question.options) == {"Ida Holm", "Eva Berg", "Olaf Gran"}


def test_who_asks_is_not_asked_for_where_a_side_shows():
    assert ASKED not in asked(HOUSE)


@pytest.mark.parametrize("gone", ["Hon. Eva Berg", "Hon. Olaf Gran"])
def test_with_too_few_on_that_side_nothing_is_asked(gone):
    assert SIDED not in asked(HOUSE.replace(gone, "Hon. Ida Holm"))
