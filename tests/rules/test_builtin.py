"""Every rule on invented transcripts: what it asks, what it refuses, that proofs can fail."""

from dataclasses import replace

import pytest

from quizgen.model.question import Choice, Option
from quizgen.rules.material import Material
from quizgen.rules.registry import load
from quizgen.transcripts.registry import parse

CONFERENCE = """\
News conference of Mayor Ida Holm after the harbour meeting

March 4, 2019

Mayor of Norhaven Ida Holm answered questions.

Question: The situation in the harbour worries many families in the town. When will the \
situation in the harbour be settled for good? Mr Berg said yesterday that the old cranes of \
the harbour were a danger to every fisherman and sailor.

Ida Holm: Our inspectors – not soldiers – will guard the northern quay until the winter. As \
regards \
the fishing quota, it will not be changed before the autumn. The town council has agreed to \
establish a safety commission and to publish its findings every month.

Question: Will Norway pay for the new ferry line, or does the ferry line depend on the harbour \
fund alone?

Ida Holm: Nothing is decided yet about that. Norway has offered a long loan for the ferry line, \
and Denmark has shown no interest. The ferry line needs two ships in its first year of service.

Question: Could you tell us what Mr Lund and Mr Dahl think about the future of the school reform \
and the radio tower?

Ida Holm: They asked me to wait for the teachers. The school reform will begin in the villages, \
where Sweden has sent experienced advisers.

Question: Has the dispute over the water tower been settled by the regional court this spring?

Ida Holm: My lawyers are confident of that. The tower belongs to the town, and Finland \
supplied its steel frame many years ago.
"""


@pytest.fixture(scope="module")
def material():
    return Material(parse(CONFERENCE, "conference.txt"))


@pytest.fixture(scope="module")
def proposals(material):
    return {rule.name: (rule, list(rule.propose(material))) for rule in load()}


def test_all_ten_rules_are_installed(proposals):
    assert len(proposals) >= 10
    assert {"who-said", "which-topic"} <= set(proposals)


@pytest.mark.parametrize("rule", load(), ids=lambda rule: rule.name)
def test_every_proposal_is_proved_or_dropped_for_a_reason(rule, material):
    for candidate in rule.propose(material):
        proof = rule.prove(candidate.question, material)
        assert proof.reason


@pytest.mark.parametrize("rule", load(), ids=lambda rule: rule.name)
def test_evidence_is_verbatim(rule, material):
    for candidate in rule.propose(material):
        assert candidate.question.evidence
        for words in candidate.question.evidence:
            assert material.only_place(words) or words in material.transcript.text


@pytest.mark.parametrize("rule", load(), ids=lambda rule: rule.name)
def test_a_key_exchanged_for_a_wrong_answer_is_not_proved(rule, material):
    for candidate in rule.propose(material):
        question = candidate.question
        if isinstance(question, Choice) and rule.prove(question, material):
            wrong = question.wrong[0].text
            broken = replace(question, key=wrong, wrong=(Option(question.key), *question.wrong[1:]))
            assert not rule.prove(broken, material)


@pytest.mark.parametrize("rule", load(), ids=lambda rule: rule.name)
def test_a_rule_without_material_gives_nothing_and_says_why(rule):
    bare = Material(parse("Ann Lee: Yes.\n\nBob Roe: No.\n", "bare.txt"))
    assert list(rule.propose(bare)) == []
    assert rule.lacks(bare)


def test_role_labels_are_never_people(proposals):
    for _, candidates in proposals.values():
        for candidate in candidates:
            if isinstance(candidate.question, Choice):
                assert not {"Question", "Remark", "Q"} & set(candidate.question.options)


def test_the_two_way_form_names_who_is_questioned(proposals):
    _, candidates = proposals["who-said"]
    assert candidates
    for candidate in candidates:
        assert set(candidate.question.options) == {"Ida Holm", "Someone questioning Ida Holm"}
        assert candidate.two_way


def test_reported_speech_asks_for_the_reporter(proposals):
    _, [candidate] = proposals["reported-speech"]
    assert candidate.question.key == "Mr Berg"
    assert {option.text for option in candidate.question.wrong} == {"Mr Lund", "Mr Dahl"}


def test_contrast_offers_what_the_speaker_rejects(proposals):
    _, [candidate] = proposals["contrast"]
    assert candidate.question.key == "inspectors"
    assert "soldiers" in {option.text for option in candidate.question.wrong}


def test_frame_asks_for_the_announced_subject(proposals):
    _, [candidate] = proposals["frame"]
    assert candidate.question.key == "The fishing quota"


def test_the_question_that_drew_an_answer_is_the_one_before_it(proposals, material):
    _, candidates = proposals["question-drew-answer"]
    assert candidates
    for candidate in candidates:
        asked = material.only_place(candidate.question.key).turn
        answered = material.only_place(candidate.question.quote).turn
        assert answered.index == asked.index + 1


def test_three_named_speakers_need_no_floor():
    names = ("Ann Lee", "Bob Roe", "Cy Dow")
    lines = [
        f"{name}: The {thing} commission met twice in the {season} and published nothing."
        for season in ("spring", "autumn")
        for name, thing in zip(names, ("harbour", "railway", "forest"), strict=True)
    ]
    material = Material(parse("\n\n".join(lines), "debate.txt"))
    [rule] = load(["who-said"])
    proved = [c for c in rule.propose(material) if rule.prove(c.question, material)]
    assert all(set(c.question.options) == set(names) for c in proved)


def test_words_that_two_people_say_are_not_asked_for():
    said = "The harbour commission met twice in the spring and published nothing."
    lines = [f"{name}: {said}" for name in ("Ann Lee", "Bob Roe", "Cy Dow") for _ in range(2)]
    material = Material(parse("\n\n".join(lines), "chorus.txt"))
    [rule] = load(["who-said"])
    assert not any(rule.prove(c.question, material) for c in rule.propose(material))
