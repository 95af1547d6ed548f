"""What a session asks."""

from collections import Counter

from quizgen.model.question import Choice, Made, Option, Order, Question, TrueFalse
from quizgen.study.selection import Entry, Filters, Record, Span, select
from quizgen.study.session import Mode

RULES = ["who-said", "cloze", "frame", "contrast", "topic", "reply", "claim", "sequence"]


def question(item: str, rule: str | None = None, kind: str = "choice", **more: object) -> Question:
    made = Made(rule, 1, "0" * 8, "0" * 8, "0" * 8) if rule else None
    fields = {"stem": f"{item}?", "id": item, "made": made, **more}
    match kind:
        case "claim":
            return TrueFalse(key=True, **fields)  # type: ignore[arg-type]
        case "order":
            return Order(items=("a", "b", "c"), **fields)  # type: ignore[arg-type]
        case _:
            return Choice(key="a", wrong=(Option("b"), Option("c")), **fields)  # type: ignore[arg-type]


def entry(item: str, rule: str | None = None, kind: str = "choice", **more: object) -> Entry:
    spans = {name: more.pop(name) for name in ("proof", "shown", "record", "place") if name in more}
    return Entry(bank="b", item=item, question=question(item, rule, kind, **more), **spans)  # type: ignore[arg-type]


def span(start: int, end: int, turn: int = 1) -> tuple[Span, ...]:
    return (("b", turn, start, end),)


def generated() -> list[Entry]:
    """A bank of 40: mostly two rules, many two-way items and orders, as luck would have it."""
    entries = [entry(f"w{n}", "who-said") for n in range(12)]
    entries += [entry(f"t{n}", "claim", "claim") for n in range(12)]
    entries += [entry(f"o{n}", "sequence", "order") for n in range(4)]
    entries += [entry(f"{rule}{n}", rule) for rule in RULES[1:6] for n in range(2)]
    return entries


def test_practice_takes_ten_from_many_rules_and_few_coin_tosses() -> None:
    for seed in range(20):
        chosen = select(generated(), Mode.PRACTICE, count=None, seed=seed)
        kinds = Counter(type(one.question).__name__ for one in chosen)
        assert len(chosen) == 10
        assert len({one.rule for one in chosen}) >= 6
        assert kinds["TrueFalse"] <= 2
        assert kinds["Order"] <= 1


def test_the_same_seed_chooses_the_same_items() -> None:
    once = select(generated(), Mode.PRACTICE, count=None, seed=5)
    assert once == select(generated()[::-1], Mode.PRACTICE, count=None, seed=5)
    assert once != select(generated(), Mode.PRACTICE, count=None, seed=6)


def test_generated_coin_tosses_do_not_pad_a_session() -> None:
    tosses = [entry(f"t{n}", "claim", "claim") for n in range(9)]
    assert len(select(tosses, Mode.PRACTICE, count=None, seed=1)) == 2


def test_who_chooses_a_rule_gets_its_items() -> None:
    tosses = [entry(f"t{n}", "claim", "claim") for n in range(9)]
    assert len(select(tosses, Mode.PRACTICE, count=5, seed=1, one_kind=True)) == 5


def test_what_came_first_is_an_ordering_too_though_it_is_a_choice() -> None:
    entries = [entry(f"o{n}", "order") for n in range(9)] + [entry("w", "who-said")]
    chosen = select(entries, Mode.PRACTICE, count=None, seed=1)
    assert sorted(one.rule for one in chosen) == ["order", "who-said"]


def test_a_teachers_own_true_or_false_quiz_is_asked_whole() -> None:
    tosses = [entry(f"t{n}", None, "claim") for n in range(9)]
    assert len(select(tosses, Mode.PRACTICE, count=None, seed=1)) == 9


def test_missed_and_new_items_come_before_known_ones() -> None:
    known = [entry(f"k{n}", record=Record(1, missed=False)) for n in range(10)]
    missed = [entry(f"m{n}", record=Record(2, missed=True)) for n in range(3)]
    new = [entry(f"n{n}") for n in range(3)]
    chosen = select([*known, *missed, *new], Mode.PRACTICE, count=6, seed=1)
    assert {one.item[0] for one in chosen} == {"m", "n"}


def test_missed_mode_asks_the_missed_alone() -> None:
    entries = [entry("a", record=Record(1, missed=True)), entry("b"), entry("c", record=Record(1))]
    assert [one.item for one in select(entries, Mode.MISSED, count=None, seed=1)] == ["a"]


def test_items_on_the_same_words_do_not_meet() -> None:
    entries = [
        entry("a", proof=span(0, 50)),
        entry("b", proof=span(40, 60)),
        entry("c", proof=span(61, 70)),
    ]
    chosen = {one.item for one in select(entries, Mode.PRACTICE, count=None, seed=1)}
    assert "c" in chosen
    assert len(chosen & {"a", "b"}) == 1


def test_what_a_passage_shows_is_not_asked() -> None:
    entries = [
        entry("a", proof=span(0, 50), shown=span(0, 100)),
        entry("b", proof=span(80, 95), shown=span(60, 200)),
    ]
    assert len(select(entries, Mode.PRACTICE, count=None, seed=1)) == 1


def test_the_same_words_are_noticed_without_a_transcript() -> None:
    entries = [
        entry("a", evidence=("we have agreed to set up a working group",)),
        entry("b", evidence=("Agreed to set up a working group on trade",)),
        entry("c", evidence=("nothing of the kind was said at all",)),
    ]
    assert len(select(entries, Mode.PRACTICE, count=None, seed=1)) == 2


def test_not_with_is_heeded_in_every_mode() -> None:
    entries = [entry("a", not_with=("b",)), entry("b"), entry("c")]
    for mode in (Mode.PRACTICE, Mode.LEARN):
        assert len(select(entries, mode, count=None, seed=1)) == 2


def test_learn_follows_the_source() -> None:
    entries = [entry(f"i{n}", place=(n % 4, n)) for n in range(20)]
    chosen = select(entries, Mode.LEARN, count=None, seed=1)
    assert len(chosen) == 20
    assert [one.place for one in chosen] == sorted(one.place for one in entries)
    assert len(select(entries, Mode.LEARN, count=7, seed=1)) == 7


def test_filters_ignore_case_and_take_any_of_their_words() -> None:
    syria = question("a", "who-said", topic="Syria", tags=("week 1",), difficulty="easy")
    assert Filters(topic=("syria", "trade")).let_pass(syria)
    assert Filters(tag=("Week 1",), rule=("who-said",), difficulty=("easy",)).let_pass(syria)
    assert not Filters(topic=("trade",)).let_pass(syria)
    assert not Filters(speaker=("Ms Lund",)).let_pass(syria)
