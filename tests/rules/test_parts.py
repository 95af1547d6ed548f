"""The parts that rules share: what is near, what ties words together, what gives names away."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizgen.language.exchanges import exchanges
from quizgen.model.question import Choice, Option, TrueFalse
from quizgen.rules.blank import prove_filled
from quizgen.rules.leaks import names_a_speaker
from quizgen.rules.material import Material
from quizgen.rules.nearby import Nearby
from quizgen.rules.spread import Spread
from quizgen.transcripts.registry import parse

TALK = """\
Ann Lee: Who repaired the lighthouse of the town?

Bob Roe: Two sailors repaired the lighthouse in May.

Ann Lee: Who paid the sailors of the town?

Bob Roe: The town paid them.

Ann Lee: Who feeds the town?

Bob Roe: The farmers feed the town.

Ann Lee: Who owns the town?

Bob Roe: Nobody owns the town.
"""


@given(st.lists(st.integers(0, 500), min_size=1, max_size=60), st.integers(0, 500))
def test_the_nearest_come_first_and_no_nearer_one_is_left_out(positions, here):
    positions.sort()
    index = Nearby(("key", at, (number, at)) for number, at in enumerate(positions))
    near = [at for _, at in index.around("key", here, 5)]
    distances = [abs(at - here) for at in near]
    assert all(before <= after for before, after in pairwise(distances))
    assert distances == sorted(abs(at - here) for at in positions)[: len(near)]
    assert len(near) == min(5, len(positions))
    assert index.around("another key", here) == []


def test_words_that_all_say_tie_nothing_together():
    spread = Spread(exchanges(parse(TALK, "talk.txt")))
    assert spread.tie("Who repaired the lighthouse?", "The lighthouse was repaired.") == 2
    assert spread.tie("Who paid the town?", "The town sleeps.") == 0
    assert spread.exchanges_with(frozenset({"sailor"})) == [1, 2]


def test_a_name_gives_its_speaker_away_even_when_misspelt():
    names = ["Manu Sporny", "Ann Lee"]
    assert names_a_speaker("Manu Spory edits the papers.", names)
    assert names_a_speaker("Ask Lee about the papers.", names)
    assert not names_a_speaker("The Spruce Mill edits the papers.", names)
    assert not names_a_speaker("sporty people edit the papers.", names)
    assert names_a_speaker("Lee's papers were lost.", names)
    assert not names_a_speaker("The sleeping cats close at 7.", ["Ann Lee", "Charles C", "Bell 7"])


def test_a_turn_in_which_nothing_is_said_neither_asks_nor_replies():
    talk = parse(TALK.replace("Bob Roe: The town", "Bob Roe:\n\nBob Roe: The town"), "talk.txt")
    found = exchanges(talk)
    assert [turn.index for each in found for turn in each.turns] == [t.index for t in talk.turns]
    assert all(turn.text for each in found for turn in (*each.asking, *each.replies))


def test_only_the_key_fills_a_blank():
    said = "The harbour office sold three ferries. The harbour office sold two cranes."
    material = Material(parse(f"Ann Lee: {said}\n\nBob Roe: Yes.\n", "talk.txt"))
    quote = "The harbour office sold ____."

    def blank(key, *wrong, quote=quote):
        return Choice(stem="What was sold?", quote=quote, key=key, wrong=tuple(map(Option, wrong)))

    assert prove_filled(blank("three ferries", "four boats"), material)
    assert not prove_filled(blank("three ferries", "two cranes"), material)
    assert not prove_filled(blank("four boats", "five boats"), material)
    assert not prove_filled(blank("three ferries", "x", quote="no blank"), material)
    assert not prove_filled(TrueFalse(stem="Is it so?", key=True), material)
