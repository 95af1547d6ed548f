"""Which candidates make a bank: the best first, within caps, of many exchanges and answers."""

from collections import Counter
from dataclasses import replace
from itertools import count

from quizgen.model.candidate import Candidate
from quizgen.model.question import Choice, Option, TrueFalse
from quizgen.quality.choice import Caps, best_first

_numbers = count()


def offer(rule="number", *, key=None, exchange=1, sentence=None, score=1.0, two_way=False):
    """A candidate; each has a sentence and an answer of its own unless told otherwise."""
    number = next(_numbers)
    question = Choice(stem="What?", key=key or f"answer {number}", wrong=(Option("x"), Option("y")))
    return Candidate(
        rule=rule,
        version=1,
        question=question,
        anchor=(number, number + 1),
        origin=str(number),
        exchange=exchange,
        sentences=frozenset({number if sentence is None else sentence}),
        score=score,
        two_way=two_way,
    )


def fill(caps, offers):
    """Take what has room, best first, up to the number asked for."""
    chosen = []
    for candidate in best_first(offers, caps):
        if len(chosen) < caps.total and caps.refuse(candidate) is None:
            caps.take(candidate)
            chosen.append(candidate)
    return chosen


def test_one_rule_does_not_fill_a_bank():
    offers = [offer("number", exchange=at, score=2.0) for at in range(40)]
    offers += [offer("place", exchange=at) for at in range(40)]
    offers += [offer("date", exchange=at) for at in range(40)]
    rules = Counter(each.rule for each in fill(Caps(20, {}), offers))
    assert rules["number"] <= 5
    assert rules["date"] <= 2


def test_a_rule_that_bears_it_fills_what_the_others_leave():
    offers = [offer("number", exchange=at) for at in range(40)]
    caps = Caps(20, {})
    few = fill(caps, offers)
    caps.relaxed = True
    assert len(few) < len(few + fill(caps, [each for each in offers if each not in few])) <= 9


def test_an_exchange_that_no_question_is_about_comes_first():
    offers = [offer(exchange=1, score=1.1) for _ in range(5)]
    offers += [offer("place", exchange=2, score=1.0)]
    assert {each.exchange for each in fill(Caps(2, {}), offers)} == {1, 2}


def test_a_question_about_several_exchanges_leaves_none_of_them_new():
    wide = replace(offer("match", exchange=1, score=3.0), others=frozenset({2}))
    told = offer("number", exchange=2, score=1.4, key="told")
    new = offer("number", exchange=3, score=1.0, key="new")
    assert fill(Caps(2, {}), [wide, told, new]) == [wide, new]
    assert fill(Caps(2, {}), [replace(wide, others=frozenset()), told, new])[1] == told


def test_a_sentence_is_asked_about_once_unless_more_is_allowed():
    offers = [offer("number", sentence=10**6), offer("place", sentence=10**6)]
    assert len(fill(Caps(10, {}), offers)) == 1
    assert len(fill(Caps(10, {}, per_sentence=2), offers)) == 2


def test_a_rule_asks_for_no_answer_twice():
    offers = [offer("place", key="Norway", exchange=at) for at in range(4)]
    assert len(fill(Caps(40, {}), offers)) == 1
    assert len(fill(Caps(40, {}, relaxed=True), offers)) == 2  # where there is little else


def test_no_speaker_is_the_answer_more_often_than_all_others_together():
    offers = [
        offer("who-said", key="Ann Lee", exchange=at, sentence=50 * at, score=2.0)
        for at in range(30)
    ]
    offers += [
        offer("who-said", key="Bob Roe", exchange=at, sentence=50 * at + 25) for at in range(3)
    ]
    said = Counter(each.question.key for each in fill(Caps(40, {}), offers))
    assert said["Bob Roe"] >= 2
    assert said["Ann Lee"] <= 4


def test_one_passage_asks_for_its_speaker_twice_at_most_and_not_of_neighbours():
    near = [offer("who-said", key="Ann Lee", exchange=1, sentence=at) for at in (10, 12, 15, 19)]
    far = [offer("who-said", key="Ann Lee", exchange=1, sentence=90)]
    other = [offer("who-said", key="Bob Roe", exchange=1, sentence=at) for at in (11, 91)]
    rest = [offer("number", exchange=at) for at in range(5)]
    chosen = fill(Caps(40, {}, relaxed=True), [*rest, *far, *near, *other])
    asked = [
        min(each.sentences)
        for each in chosen
        if each.rule == "who-said" and each.question.key == "Ann Lee" and 90 not in each.sentences
    ]
    assert len(asked) == 2
    assert abs(asked[0] - asked[1]) > 3


def test_who_said_this_is_half_of_what_is_made_or_four_where_there_is_little_else():
    said = [
        offer("who-said", key=f"person {at % 5}", exchange=at, sentence=50 * at, score=2.0)
        for at in range(30)
    ]
    assert len(fill(Caps(40, {}), said)) == 4
    others = [offer("number", exchange=at, score=3.0) for at in range(6)]
    rules = Counter(each.rule for each in fill(Caps(40, {}), [*others, *said]))
    assert rules == {"number": 6, "who-said": 6}


def test_an_answer_without_a_name_needs_three_others_beside_it():
    unnamed = [
        replace(offer("who-said", exchange=at, sentence=50 * at, score=2.0), unnamed=True)
        for at in range(9)
    ]
    assert fill(Caps(40, {}), unnamed) == []
    others = [offer("number", exchange=at, score=3.0) for at in range(7)]
    assert sum(each.unnamed for each in fill(Caps(40, {}), [*others, *unnamed])) == 2


def test_the_date_of_a_transcript_is_not_all_that_is_asked():
    date = offer("date", score=2.0)
    assert fill(Caps(40, {}), [date]) == []
    others = [offer("number", exchange=at, score=3.0) for at in range(5)]
    assert date in fill(Caps(40, {}), [*others, date])


def test_as_many_statements_are_true_as_false():
    offers = []
    for at in range(20):
        made = offer("true-false", exchange=at, two_way=True)
        question = TrueFalse(stem="True or false?", quote=f"words {at}", key=at < 15)
        offers.append(
            Candidate(
                rule=made.rule,
                version=1,
                question=question,
                anchor=made.anchor,
                origin=made.origin,
                exchange=at,
                sentences=made.sentences,
                score=1.0,
                two_way=True,
            )
        )
    verdicts = Counter(each.question.key for each in fill(Caps(80, {}), offers))
    assert abs(verdicts[True] - verdicts[False]) <= 1


def test_two_answers_stay_a_small_share():
    offers = [offer("who-said", key=f"k{at % 2}", exchange=at, two_way=True) for at in range(60)]
    assert len(fill(Caps(30, {}), offers)) <= 6


def test_statements_and_pairs_make_up_for_what_else_is_lacking():
    offers = [offer("multi", exchange=at) for at in range(9)]
    assert len(fill(Caps(40, {}), offers)) == 2
    assert len(fill(Caps(40, {}, relaxed=True), offers)) == 4


def test_what_a_bank_holds_comes_before_what_is_better():
    old = offer("number", score=0.1, exchange=1)
    offers = [offer("number", score=2.0, exchange=1) for _ in range(9)]
    assert fill(Caps(1, {}, held={id(old)}), [*offers, old]) == [old]


def test_a_question_and_its_answer_are_asked_about_from_one_side():
    offers = [
        offer("question-drew-answer", sentence=7, score=2.0),
        offer("answer-to-question", sentence=7),
    ]
    caps = Caps(10, {}, per_sentence=2)
    assert [each.rule for each in fill(caps, offers)] == ["question-drew-answer"]


def test_the_order_is_the_same_whatever_order_they_come_in():
    offers = [offer("number", exchange=at % 5, score=at % 3) for at in range(30)]
    forth = [each.origin for each in fill(Caps(9, {}), offers)]
    assert [each.origin for each in fill(Caps(9, {}), offers[::-1])] == forth
