"""What the answers of a class say about a question, in figures and in words."""

from quizgen.model.question import Choice, Multi, Option, Question, Short, TrueFalse
from quizgen.study.items import ItemFigures, Reply, analyse

SAID = Choice(
    stem="Who said this?",
    key="Mr Tillerson",
    wrong=(Option("Mr Trump"), Option("Mr Obama"), Option("Mr Erdogan")),
)
OPTIONS = SAID.options


def replies(item: str, *answers: str, question: Question = SAID, key: str = "") -> list[Reply]:
    right = key or getattr(question, "key", "")
    return [
        Reply(f"person {at}", item, one == right, one, OPTIONS) for at, one in enumerate(answers)
    ]


def only(*answers: str, question: Question = SAID, key: str = "") -> ItemFigures:
    (item,) = analyse(replies("x", *answers, question=question, key=key), {"x": question}).items
    return item


def test_facility_guess_and_choices() -> None:
    item = only("Mr Tillerson", "Mr Trump", "Mr Tillerson", "Mr Erdogan")
    assert (item.answers, item.right, item.facility, item.guess) == (4, 2, 0.5, 0.25)
    assert [(one.option, one.times, one.right) for one in item.choices] == [
        ("Mr Tillerson", 2, True),
        ("Mr Trump", 1, False),
        ("Mr Obama", 0, False),
        ("Mr Erdogan", 1, False),
    ]
    assert item.advice == ()  # too few to say anything


def test_a_dead_distractor_is_named() -> None:
    item = only(*["Mr Tillerson"] * 3, "Mr Trump", "Mr Trump", "Mr Erdogan")
    assert item.advice == ("Mr Obama was never chosen: replace it",)


def test_one_that_is_hardly_ever_chosen_is_named_in_a_large_class() -> None:
    answers = ["Mr Tillerson"] * 30 + ["Mr Trump"] * 20 + ["Mr Erdogan"] * 9 + ["Mr Obama"]
    assert only(*answers).advice == ("Mr Obama was chosen only 1 of 60 times: replace it",)


def test_a_question_that_all_get_right_tells_nobody_apart() -> None:
    assert only(*["Mr Tillerson"] * 8).advice == ("everybody was right: it tells nobody apart",)


def test_a_wrong_answer_that_beats_the_key_is_suspect() -> None:
    advice = only("Mr Trump", "Mr Trump", "Mr Trump", "Mr Obama", "Mr Tillerson").advice
    assert "Mr Trump was chosen more often than the answer: is it right as well?" in advice
    assert any(line.startswith("fewer than by guessing were right") for line in advice)


def test_a_question_that_the_best_get_wrong_is_suspect() -> None:
    others = [
        reply
        for item in ("a", "b", "c")
        for reply in replies(
            item, *["x"] * 3, *["no"] * 3, question=Short(stem="?", keys=("x",)), key="x"
        )
    ]
    suspect = replies("s", *["Mr Trump"] * 3, *["Mr Tillerson"] * 3)
    questions = {name: Short(stem="?", keys=("x",)) for name in "abc"} | {"s": SAID}
    found = {one.item: one for one in analyse([*others, *suspect], questions).items}
    assert found["s"].discrimination == -1
    assert any("those who know more were wrong more often" in line for line in found["s"].advice)
    assert found["a"].discrimination is not None
    assert found["a"].discrimination > 0


def test_what_learners_objected_to_is_passed_on() -> None:
    first = Reply("p", "x", right=False, response="Tillerson", overridden=True)
    short = Short(stem="Who?", keys=("Mr Tillerson",))
    (item,) = analyse([first], {"x": short}, {"x": 2}).items
    assert [(one.option, one.times) for one in item.choices] == [
        ("Mr Tillerson", 0),
        ("Tillerson", 1),
    ]
    assert [line.split(":")[0] for line in item.advice] == [
        "2 learners called it a bad question",
        "one learner held a wrong answer to be right",
    ]


def test_a_wrong_answer_that_many_type_may_be_right() -> None:
    short = Short(stem="Who?", keys=("Mr Tillerson",))
    given = ["Mr Tillerson", "Rex  Tillerson", "rex tillerson", "Rex Tillerson", "Mr Trump", " "]
    item = only(*given, question=short, key="Mr Tillerson")
    assert [(one.option, one.times) for one in item.choices] == [
        ("Mr Tillerson", 1),
        ("Rex  Tillerson", 3),
        ("Mr Trump", 1),
    ]
    assert item.advice[0] == "Rex  Tillerson was typed 3 times: should it count as well?"


def test_only_the_first_try_of_a_person_counts() -> None:
    first, second = Reply("p", "x", False, "Mr Trump"), Reply("p", "x", True, "Mr Tillerson")
    (item,) = analyse([first, second], {"x": SAID}).items
    assert (item.answers, item.right) == (1, 0)


def test_several_choices_and_claims_are_counted_as_well() -> None:
    multi = Multi(stem="Which?", keys=("a", "b"), wrong=(Option("c"),))
    both = Reply("p", "m", True, ("a", "b"), ("a", "b", "c"))
    one = Reply("q", "m", False, ("a", "c", "a"), ("a", "b", "c"))
    (item,) = analyse([both, one], {"m": multi}).items
    assert [(choice.option, choice.times) for choice in item.choices] == [
        ("a", 2),
        ("b", 1),
        ("c", 1),
    ]
    claim = TrueFalse(stem="It rained.", key=True)
    (item,) = analyse(
        [Reply("p", "t", True, "true"), Reply("q", "t", False, "False")], {"t": claim}
    ).items
    assert [(choice.option, choice.times) for choice in item.choices] == [("true", 1), ("false", 1)]


def test_answers_to_unknown_questions_are_passed_over() -> None:
    assert analyse([Reply("p", "gone", True, "x")], {}).items == ()
