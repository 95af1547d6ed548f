"""What a day of due questions asks."""

from dataclasses import replace

from quizgen.model.question import Choice, Option
from quizgen.study.due import agenda
from quizgen.study.schedule import Card, Grade
from quizgen.study.selection import Entry, Record

TODAY = 20_000


def entry(item: str, card: Card | None = None, **more: object) -> Entry:
    evidence = more.pop("evidence", ())
    question = Choice(
        stem=f"{item}?",
        key="a",
        wrong=(Option("b"), Option("c")),
        id=item,
        evidence=evidence,  # type: ignore[arg-type]
        not_with=more.pop("not_with", ()),  # type: ignore[arg-type]
    )
    return Entry(bank="b", item=item, question=question, record=Record(1, card=card), **more)  # type: ignore[arg-type]


def card(*, due: int, stability: float = 5, day: int = TODAY - 10) -> Card:
    return Card(stability, 5, day, day, due, 1, 0, Grade.GOOD)


def asked(entries: list[Entry], new_left: int = 10) -> tuple[list[str], list[str], list[str]]:
    plan = agenda(entries, today=TODAY, new_left=new_left, seed=1)
    due, new, buried = ([one.item for one in part] for part in (plan.due, plan.new, plan.buried))
    return due, new, buried


def test_due_comes_first_what_is_most_at_risk_before_the_rest() -> None:
    entries = [
        entry("new"),
        entry("safe", card(due=TODAY, stability=50)),
        entry("later", card(due=TODAY + 1)),
        entry("risky", card(due=TODAY - 3, stability=2)),
    ]
    assert asked(entries) == (["risky", "safe"], ["new"], [])


def test_only_so_many_new_ones_a_day() -> None:
    fresh = [entry(f"n{at}", evidence=(f"word{at} of the speech",)) for at in range(30)]
    assert len(asked(fresh, new_left=4)[1]) == 4
    assert asked(fresh, new_left=0)[1] == []


def test_of_siblings_one_a_day() -> None:
    words = ("the council will vote on Friday",)
    due = card(due=TODAY)
    entries = [
        entry("first", card(due=TODAY, stability=1), exchange=3),
        entry("same exchange", due, exchange=3),
        entry("other exchange", due, exchange=4),
        entry("words", due, evidence=words),
        entry("same words", card(due=TODAY, stability=9), evidence=words),
        entry("span", due, proof=(("b", 1, 0, 9),)),
        entry("overlapping", card(due=TODAY, stability=9), proof=(("b", 1, 8, 20),)),
        entry("beside it", due, proof=(("b", 1, 20, 25),)),
        entry("picky", card(due=TODAY, stability=9), not_with=("beside it",)),
        entry("new sibling", exchange=4),
    ]
    due_now, new, buried = asked(entries)
    assert sorted(due_now) == ["beside it", "first", "other exchange", "span", "words"]
    assert sorted(buried) == ["overlapping", "picky", "same exchange", "same words"]
    assert new == []


def test_a_sibling_answered_today_buries_the_rest_of_the_day() -> None:
    answered = entry("answered", card(due=TODAY + 3, day=TODAY), exchange=7)
    waiting = entry("waiting", card(due=TODAY), exchange=7)
    assert asked([answered, waiting]) == ([], [], ["waiting"])
    yesterday = replace(answered, record=Record(1, card=card(due=TODAY + 3, day=TODAY - 1)))
    assert asked([yesterday, waiting]) == (["waiting"], [], [])


def test_what_was_answered_in_the_future_is_due_as_well() -> None:
    ahead = entry("ahead", card(due=TODAY + 900, day=TODAY + 800))
    assert asked([ahead, entry("usual", card(due=TODAY))])[0] == ["usual", "ahead"]
