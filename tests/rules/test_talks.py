"""Every rule on five small talks of different kinds: what it asks, and what it leaves alone.

The talks are invented: a news conference, a debate, a hearing, a podcast, a lecture with
questions. A row says which answers a rule must offer in which talk; where it has no row it
must give nothing, and say why.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from quizgen.model.question import Choice, Match, Multi, Option, Question, TrueFalse
from quizgen.rules.material import Material
from quizgen.rules.registry import load
from quizgen.transcripts.registry import read_transcript

FOLDER = Path(__file__).parent / "english_talks"
TALKS = {path.stem: path for path in sorted(FOLDER.glob("*.txt"))}
RULES = {rule.name: rule for rule in load(with_off=True)}

# rule: {talk: words of answers that it must offer}
WANTED = {
    "agreed": {"conference": {"return the water tower to the town"}},
    "answer-to-question": {
        "conference": {"The evening classes were cancelled because the school roof"},
        "hearing": {"The first officer refused to sign the logbook of the ferry."},
        "lecture": {"The ministry refused to mark the rope bridges on any map."},
        "podcast": {"The farmers from Lithuania taught the bakers how to dry the grain."},
    },
    "asked-before": {},
    "because": {
        "conference": {"the judge refused the witnesses"},
        "debate": {"the algae poisoned their dogs"},
        "lecture": {"the frost had killed the vines"},
    },
    "contrast": {"conference": {"inspectors"}, "hearing": {"students"}},
    "date": {
        "conference": {"2004", "March 14, 2019"},
        "debate": {"2009", "1998", "October 2, 2012"},
        "hearing": {"1992", "May 21, 1996"},
        "lecture": {"1583", "1961", "September 9, 2015"},
    },
    "denial": {
        "conference": {"No, I did not."},
        "hearing": {"No, I never told the police anything."},
    },
    "frame": {"conference": {"The fishing quota"}},
    "match": {"debate": {"The coal mine feeds nine villages"}},
    "multi": {
        "debate": {"The factories moved to Hungary"},
        "podcast": {"The recipe for the black bread belongs to the village"},
    },
    "number": {
        "conference": {"48"},
        "debate": {"310"},
        "hearing": {"412"},
        "lecture": {"14", "seven"},
        "podcast": {"90"},
    },
    "order": {},
    "pair": {
        "conference": {
            "the Norwegian Ambassador and the Danish Prime Minister",
            "The Swedish King and the Finnish President",
        },
        "debate": {"Poland and Austria"},
    },
    "place": {"lecture": {"Morocco", "Belgium"}},
    "question-drew-answer": {
        "conference": {"Has the dispute over the water tower been settled"},
        "hearing": {"Who ordered the crew to open the bow doors"},
    },
    "reported-speech": {"conference": {"Mr Berg"}},
    "stage": {
        "conference": {"We will send the harbour office a strongly worded postcard."},
        "lecture": {"The historian Mr Sow called the toll house a machine"},
    },
    "true-false": {"lecture": {"a present from Belgium", "a present from France"}},
    "which-topic": {"conference": {"The situation in the harbour"}},
    "who-disagreed": {"debate": {"Tomas Novak", "Karl Brandt"}},
    "who-is-described": {"conference": {"Mr Berg"}},
    "who-replied": {"debate": {"Karl Brandt", "Lena Hofer", "Tomas Novak"}},
    "who-said": {
        "conference": {"Ida Holm", "Someone questioning Ida Holm"},
        "debate": {"Anna Weiss", "Lena Hofer"},
        "podcast": {"Jonas", "Priya"},
    },
    "match-terms": {},
    "who-speaks-of": {},
}


@cache
def material(talk):
    return Material(read_transcript(TALKS[talk]))


def answers(question: Question) -> str:
    match question:
        case Multi():
            return "\n".join(question.keys)
        case Match():
            return "\n".join(f"{left} = {right}" for left, right in question.pairs)
        case TrueFalse():
            return f"{question.key}: {question.quote}"
        case Choice():
            return question.key
        case _:
            raise AssertionError(question)


def test_there_are_five_talks_and_a_row_for_every_rule():
    assert len(TALKS) == 5
    assert set(WANTED) | {"cloze"} == set(RULES)


@pytest.mark.parametrize("talk", TALKS)
@pytest.mark.parametrize("name", WANTED)
def test_a_rule_asks_what_a_talk_gives_and_nothing_else(name, talk):
    rule, talked = RULES[name], material(talk)
    offers = [c for c in rule.propose(talked) if not c.spare]
    proved = [c.question for c in offers if rule.prove(c.question, talked)]
    offered = "\n".join(map(answers, proved))
    for words in WANTED[name].get(talk, ()):
        assert words in offered
    if talk not in WANTED[name]:
        assert offered == "", f"{name} on {talk} needs a row"
        assert rule.lacks(talked)


@pytest.mark.parametrize("talk", TALKS)
@pytest.mark.parametrize("name", RULES)
def test_a_key_changes_places_with_no_wrong_answer(name, talk):
    rule, talked = RULES[name], material(talk)
    for candidate in rule.propose(talked):
        question = candidate.question
        if not rule.prove(question, talked):
            continue
        for broken in _broken(question):
            assert not rule.prove(broken, talked), answers(broken)


def _broken(question):
    match question:
        case TrueFalse():
            yield replace(question, key=not question.key)
        case Multi():
            first, *rest = question.wrong
            wrong = (Option(question.keys[0]), *rest)
            yield replace(question, keys=(first.text, *question.keys[1:]), wrong=wrong)
        case Match():
            (one, a), (two, b), *rest = question.pairs
            yield replace(question, pairs=((one, b), (two, a), *rest))
        case Choice():
            for at, option in enumerate(question.wrong):
                wrong = (*question.wrong[:at], Option(question.key), *question.wrong[at + 1 :])
                yield replace(question, key=option.text, wrong=wrong)
