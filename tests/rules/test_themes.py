"""Terms that are one speaker's own, in talks of four kinds, and what is no such term."""

from dataclasses import replace

import pytest

from quizgen.model.question import Choice, Match, Option
from quizgen.rules.builtin.match_terms import MatchTerms
from quizgen.rules.builtin.who_speaks_of import WhoSpeaksOf
from quizgen.rules.material import Material
from quizgen.transcripts.registry import parse

RULE = WhoSpeaksOf()

DEBATE = """\
Moderator: Welcome. What would you do about the harbour first?

Ann Berg: I would lower the mooring fees for every small boat of the town. The mooring fees
have doubled since the spring. The visitors stay away because they are too high for them.

Carl Dahl: The harbour wall must come first, and the town knows that. The old lighthouse can
wait for another summer. We have some enormous amounts of work to do there.

Edith Falk: The ferry to Holm should run in winter as well. The islanders need doctors, and the
doctors live in Holm. We have an enormous amount of money in the budget of the town.

Moderator: And what about the fishermen?

Ann Berg: The fishermen pay for the whole quay, which is unfair. Half of them left us last year.

Carl Dahl: The fishermen want a crane barge, and I have promised them one before the election. A
crane barge would also serve the yachts of our visitors.

Edith Falk: The nets are the matter, not the quay. The council bought the wrong nets for us.
"""

BRIEFING = """\
Dr Lind: The seed bank holds samples of four hundred kinds of wheat. The seed bank was opened
by the farmers in a disused tunnel. It keeps the grain dry for more than a hundred years.

Dr Moor: The drought has reached the northern valley after two dry winters. The farmers have
sold most of the cattle already. The wells of the valley are low, and the rivers are lower.

Dr Nash: The prices at the market have risen by a third since the harvest. The bakers buy their
flour from Norway now. They say in Norway that there is enough for everybody.

Dr Lind: The wheat of the coast needs less water than the old kinds did.

Dr Moor: Only the deep wells still give enough water for the cattle.

Dr Nash: The bakers will not change the price of the bread before the spring.
"""

PODCAST = """\
Iris: We tried the new camera on the glacier, and the cold killed it within an hour. The old
one from the shop on the corner survived. I would always carry two of them up there.

Jonas: I write my notes on Quillpad these days, and nothing gets lost. My brother built half of
the plug-ins on Quillpad himself. On Quillpad a page is found at once.

Kira: The light is the thing that matters in the mountains. Every picture of mine was taken
before breakfast. The afternoon is for sleeping and for soup.

Iris: The batteries are the first thing to die in the snow.

Jonas: Paper never dies, but it gets wet in the rucksack.

Kira: Snow doubles the light, and nobody believes that before they see it.
"""

HEARING = """\
Chairman Ross: The committee asks about the bridge at Holm.

Mr Stone: The steel cables were checked by the county in the autumn. The steel cables looked
sound to everybody who was there. We wrote a report about the whole visit.

Ms Tell: The traffic on the bridge had doubled over five years. Nobody had counted the lorries
at night. My office warned the county about the weight of them.

Mr Urban: The repairs would have closed the road for a winter. The shops were against that, and
so was the mayor. The money was there, but the permits were not.

Chairman Ross: Who signed the report?

Mr Stone: The engineer of the county signed the report in October.

Ms Tell: Nobody from my office signed anything that autumn.

Mr Urban: The mayor asked for the report and never read a page of it.
"""

ASKED = [
    (DEBATE, {"mooring fees": "Ann Berg", "a crane barge": "Carl Dahl"}),
    (BRIEFING, {"the seed bank": "Lind", "Norway": "Nash"}),
    (PODCAST, {"Quillpad": "Jonas"}),
    (HEARING, {"steel cables": "Stone"}),
]


def asked(text: str) -> tuple[Material, list[Choice]]:
    material = Material(parse(text, "talk.txt"))
    found = [candidate.question for candidate in RULE.propose(material)]
    return material, [question for question in found if isinstance(question, Choice)]


@pytest.mark.parametrize(("text", "wanted"), ASKED)
def test_who_speaks_of_a_term_that_nobody_else_says(text: str, wanted: dict[str, str]) -> None:
    material, questions = asked(text)
    keys = {question.stem: question.key for question in questions}
    assert keys == {f"Who speaks of “{term}”?": name for term, name in wanted.items()}
    for question in questions:
        assert RULE.prove(question, material)
        assert 2 <= len(question.wrong) <= 3


def test_vague_adjectives_make_no_term() -> None:
    assert not any("enormous" in question.stem for question in asked(DEBATE)[1])


def test_a_term_that_another_says_too_belongs_to_nobody() -> None:
    said = DEBATE.replace("The nets are the matter", "The mooring of boats and fees are the matter")
    assert not any("mooring" in question.stem for question in asked(said)[1])


def test_a_name_of_which_another_says_a_part_belongs_to_nobody() -> None:
    said = BRIEFING.replace("two dry winters", "two dry winters, as in Norway")
    assert not any("Norway" in question.stem for question in asked(said)[1])


def test_two_speakers_are_too_few_to_choose_from() -> None:
    two = DEBATE.replace("Edith Falk:", "Carl Dahl:")
    material, questions = asked(two)
    assert questions == []
    assert "fewer than three" in RULE.lacks(material)


def test_a_key_that_says_nothing_of_the_kind_is_not_proved() -> None:
    material, questions = asked(DEBATE)
    first = questions[0]
    swapped = replace(first, key=first.wrong[0].text, wrong=(Option(first.key), *first.wrong[1:]))
    assert not RULE.prove(swapped, material)
    assert "may speak of" not in RULE.prove(swapped, material).reason


def test_a_wrong_answer_who_says_the_term_is_told() -> None:
    material, questions = asked(DEBATE)
    term = replace(questions[0], stem="Who speaks of “fishermen”?", key="Carl Dahl")
    assert not RULE.prove(term, material)
    assert not RULE.prove(replace(questions[0], stem="Who speaks of something?"), material)


HOUSE = """\
Mr Ask: Why has the ferry tax doubled since the spring, and who decided that?

Minister Lund: The ferry tax pays for the new harbour wall. It will fall again in two years.

Ms Berg: When will the minister open the road to Holm after the long winter?

Minister Lund: The engineers are looking at it every day. I cannot name a date.

Mr Dahl: What is the minister doing for the schools of the islands this year?

Minister Lund: We have sent them four teachers. More will follow in the autumn.
"""


def test_who_asks_about_a_term_that_only_the_reply_takes_up() -> None:
    material, questions = asked(HOUSE)
    [question] = questions
    assert (question.stem, question.key) == ("Who asks about “the ferry tax”?", "Ask")
    assert {each.text for each in question.wrong} == {"Berg", "Dahl"}
    assert RULE.prove(question, material)
    swapped = replace(question, key="Berg", wrong=(Option("Ask"), Option("Dahl")))
    assert not RULE.prove(swapped, material)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("open the road to Holm", "lower the ferry tax"),  # another asks about it as well
        ("The engineers are looking", "The ferry tax pays the engineers, who are looking"),
    ],
)
def test_nobody_alone_asks_about_what_comes_up_elsewhere_too(old: str, new: str) -> None:
    assert asked(HOUSE.replace(old, new))[1] == []


def test_no_term_is_made_of_calls_by_radio() -> None:
    calls = "\n\n".join(
        f"{name}: The drogue chute is out, over. Roger." for name in ("Ann", "Ben", "Cy") * 5
    )
    assert asked(calls)[1] == []


MATCH = MatchTerms()


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            DEBATE.replace("The nets are the", "Holm has nets, and they are the"),
            {"Ann Berg": "mooring fees", "Carl Dahl": "crane barge", "Edith Falk": "Holm"},
        ),
        (
            BRIEFING.replace("reached the northern", "reached Mora and the northern").replace(
                "The wells of the valley", "The wells in Mora"
            ),
            {"Lind": "seed bank", "Moor": "Mora", "Nash": "Norway"},
        ),
    ],
)
def test_each_speaker_is_matched_with_a_term_of_his_own(text: str, terms: dict[str, str]) -> None:
    material = Material(parse(text, "talk.txt"))
    [candidate] = MATCH.propose(material)
    question = candidate.question
    assert isinstance(question, Match)
    assert dict(question.pairs) == terms
    assert MATCH.prove(question, material)
    (one, a), (two, b), *rest = question.pairs
    assert not MATCH.prove(replace(question, pairs=((one, b), (two, a), *rest)), material)


@pytest.mark.parametrize("text", [PODCAST, HEARING])
def test_two_terms_are_too_few_to_match(text: str) -> None:
    material = Material(parse(text, "talk.txt"))
    assert list(MATCH.propose(material)) == []
    assert "fewer than three" in MATCH.lacks(material)


def test_a_term_said_in_passing_is_nobodys_matter() -> None:
    opening = DEBATE.replace("The nets are the", "Holm has nets, and they are the")
    assert not any("Holm" in question.stem for question in asked(DEBATE)[1])
    assert any("Holm" in question.stem for question in asked(opening)[1])
