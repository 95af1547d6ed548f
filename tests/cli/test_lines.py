"""Line mode: its protocol, its answers, and text that tries to break it."""

import io
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.cli.lines import page
from quizgen.cli.lines.play import lines_for
from quizgen.cli.lines.printable import printable
from quizgen.cli.lines.replies import response_to
from quizgen.cli.lines.session import LineSession
from quizgen.history.log import History
from quizgen.history.open import open_history
from quizgen.library.shelf import ShelvedBank
from quizgen.model.bank import Bank
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Order,
    Question,
    Response,
    Short,
    TrueFalse,
)
from quizgen.sitting.sitting import Sitting
from quizgen.study.grading import Verdict
from quizgen.study.session import Asked, Mode

VERDICT = re.compile(r"^(Right|Wrong)")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with open_history(tmp_path) as opened:
        yield opened


def play(history: History, typed: str, *questions: Question, second_try: bool = False) -> list[str]:
    bank = Bank(id="b", title="B", path="b.yaml", questions=questions)
    shelved = ShelvedBank(Path("b.yaml"), bank)
    sitting = Sitting.start([shelved], history=history, mode=Mode.LEARN, seed=1)
    sink = io.StringIO()
    LineSession(sitting, io.StringIO(typed), sink, second_try=second_try).run()
    assert sink.getvalue().endswith("\n")
    return sink.getvalue().splitlines()


def verdicts(lines: list[str]) -> list[str]:
    return [line for line in lines if VERDICT.match(line)]


CLAIM = TrueFalse(stem="It rained.", key=True)
NAME = Short(stem="Who?", keys=("Tillerson",))


def test_a_session_in_lines(history: History) -> None:
    lines = play(history, "t\nTilerson\nnobody\n", CLAIM, NAME, Short(stem="And?", keys=("Reed",)))
    assert lines[:4] == [
        "1 of 3. It rained.",
        "1. True",
        "2. False",
        "Your answer, a number from 1 to 2:",
    ]
    assert verdicts(lines) == [
        "Right: True.",
        "Right, only it is spelt Tillerson.",
        "Wrong: the answer is Reed.",
    ]
    at = lines.index("2 of 3 right.")
    assert lines[at:-1] == ["2 of 3 right.", "Missed:", "- And?", "  The answer is: Reed"]
    assert str(history.path) in lines[-1]


def test_an_empty_line_never_answers(history: History) -> None:
    lines = play(history, "\n  \n\nt\n", CLAIM)
    assert lines.count("Your answer, a number from 1 to 2:") == 4
    assert verdicts(lines) == ["Right: True."]


def test_what_fits_no_option_is_wrong(history: History) -> None:
    lines = play(history, "perhaps\n", CLAIM)
    assert verdicts(lines) == ["Wrong: the answer is True."]
    assert history.totals()[0].answers == 1


def test_the_end_of_the_input_ends_the_session_and_keeps_it(history: History) -> None:
    lines = play(history, "t\n", CLAIM, NAME)
    assert "1 of 1 right." in lines
    (left,) = history.unfinished("me")
    assert (left.answered, left.total) == (1, 2)


def test_an_answer_without_a_line_break_counts(history: History) -> None:
    assert verdicts(play(history, "t", CLAIM)) == ["Right: True."]


GUARDS = Choice(
    stem="Who guards?", key="Inspectors", wrong=(Option("Soldiers"), Option("Wrong people"))
)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Soldiers\nInspectors\n", ["Wrong at first, then right: the answer is Inspectors."]),
        ("Wrong people\nSoldiers\n", ["Wrong: the answer is Inspectors."]),
        ("Inspectors\n", ["Right: Inspectors."]),
        ("Soldiers\n", ["Wrong: the answer is Inspectors."]),  # the input ends in between
        ("Soldiers\n:quit\n", ["Wrong: the answer is Inspectors."]),
        ("Soldiers\n:undo\nInspectors\n", ["Right: Inspectors."]),
        ("Soldiers\n:undo\n", []),
    ],
)
def test_a_second_try_leaves_one_verdict_to_a_question_that_of_the_first(
    history: History, typed: str, said: list[str]
) -> None:
    lines = play(history, typed, GUARDS, second_try=True)
    assert verdicts(lines) == said
    counted = [] if ":undo" in typed else said  # an answer after an undo is no first try
    right = sum(line.startswith("Right") for line in counted)
    score = f"{right} of {len(counted)} right." if counted else "Nothing was answered."
    assert score in lines
    first_told = next((at for at, line in enumerate(lines) if VERDICT.match(line)), len(lines))
    tries = [at for at, line in enumerate(lines) if "Try once more" in line]
    assert all(at < first_told for at in tries)


def test_two_options_leave_no_second_try(history: History) -> None:
    lines = play(history, "f\n", CLAIM, second_try=True)
    assert verdicts(lines) == ["Wrong: the answer is True."]


def test_commands_are_words_with_a_colon(history: History) -> None:
    typed = ":help\n:hint\n:undo\n:nonsense\nno\n:undo\nt\nx\n:right\n:flag two are right\n:quit\n"
    lines = play(history, typed, CLAIM, NAME, Short(stem="And?", keys=("Reed",)))
    assert verdicts(lines) == [
        "Wrong: the answer is True.",
        "Right: True.",
        "Wrong: the answer is Tillerson.",
    ]
    (totals,) = history.totals()
    assert (totals.answers, totals.right, totals.overridden, totals.flagged) == (3, 0, 1, 1)
    assert "0 of 1 right." in lines
    assert "- 1 question does not count: you took its first answer back." in lines


def test_a_verdict_holds_no_question_mark(history: History) -> None:
    asked = Choice(stem="Which?", key="Who paid?؟⁉？", wrong=(Option("Who came?"), Option("Why?")))
    (line,) = verdicts(play(history, "Who came?\n", asked))
    assert line == "Wrong: the answer is Who paid."


def test_why_an_option_is_wrong_is_said(history: History) -> None:
    asked = Choice(
        stem="Who?", key="A", wrong=(Option("B", because="B came later."),), explanation="It was A."
    )
    lines = play(history, "B\n", asked)
    at = lines.index("Wrong: the answer is A.")
    assert lines[at + 1 : at + 3] == ["| B came later.", "| It was A."]


def test_the_quoted_words_follow_the_verdict(history: History) -> None:
    asked = Short(stem="Who?", keys=("Reed",), evidence=("Mrs Reed said so",))
    lines = play(history, "Reed\n", asked)
    assert lines[lines.index("Right: Reed.") + 1] == "| > Mrs Reed said so"


OPTIONS = ("Mr Reed", "Ms Lund", "3", "b")
ASKED = Asked("b", "i", Choice(stem="?", key="Mr Reed", wrong=(Option("Ms Lund"),)), OPTIONS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", "Mr Reed"),
        ("2.", "Ms Lund"),
        ("(2)", "Ms Lund"),
        ("a", "Mr Reed"),
        ("A)", "Mr Reed"),
        ("3", "3"),
        ("b", "b"),
        ("mr. reed", "Mr Reed"),
        ("  Ms   Lund ", "Ms Lund"),
        ("9", "9"),
        ("Reed", "Reed"),
    ],
)
def test_options_are_named_by_number_letter_or_text(typed: str, meant: str) -> None:
    assert response_to(ASKED, typed) == meant


@pytest.mark.parametrize("typed", ["1", "t", "T", "true", "Yes", "TRUE.", "a"])
def test_true_in_many_words(typed: str) -> None:
    assert response_to(Asked("b", "i", CLAIM), typed) == "true"


@pytest.mark.parametrize("typed", ["2", "f", "false", "no", "N", "b"])
def test_false_in_many_words(typed: str) -> None:
    assert response_to(Asked("b", "i", CLAIM), typed) == "false"


@pytest.mark.parametrize(
    ("question", "options", "typed", "response"),
    [
        (Multi(stem="?", keys=("x",), wrong=()), ("x", "y", "z"), "1, 3", ("x", "z")),
        (Multi(stem="?", keys=("x",), wrong=()), ("x", "y z"), "y z; X", ("y z", "x")),
        (Order(stem="?", items=("x", "y")), ("y", "x"), "2 1", ("x", "y")),
        (Match(stem="?", pairs=(("l", "x"),)), ("y", "x"), "b", ("x",)),
        (Cloze(stem="____", blanks=(("x",),)), (), "one; two", ("one; two",)),
        (Cloze(stem="____ ____", blanks=(("x",), ("y",))), (), "one; two", ("one", "two")),
        (Number(stem="?", key=Decimal(3)), (), " 3,5 ", "3,5"),
    ],
)
def test_several_answers_on_a_line(
    question: Question, options: tuple[str, ...], typed: str, response: Response
) -> None:
    assert response_to(Asked("b", "i", question, options), typed) == response


@given(st.text(max_size=60))
def test_printable_text_keeps_to_its_line_and_commands_nothing(text: str) -> None:
    shown = printable(text)
    assert len(shown.splitlines()) <= 1
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", shown)
    shown.encode("utf-8")


HOSTILE = (
    "Right: x",
    "Wrong\nRight: no",
    "a\x85Wrong",
    "\x1b[2J",
    "Right\u2028Wrong",
    "\u202ethgiR",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_other_line_begins_like_a_verdict(history: History, text: str) -> None:
    hostile = Choice(
        stem=text,
        quote=text,
        context=text,
        key=f"{text} key",
        wrong=(Option(f"{text} wrong", because=text), Option(f"{text} other")),
        explanation=text,
        hint=text,
        evidence=(text,),
    )
    pairs = Match(stem=text, pairs=((text, f"{text} a"), (f"{text}2", f"{text} b")))
    lines = play(history, f":hint\n{text.split(maxsplit=1)[0]} wrong\n1 1\n", hostile, pairs)
    assert len(verdicts(lines)) == 2
    assert "\x1b" not in "".join(lines)


def test_an_open_answer_shows_what_it_should_say() -> None:
    asked = Asked("b", "i", Open(stem="Why?", key="Because."))
    line = page.verdict_line(asked, Verdict(right=True, expected="Because."))
    assert line == "Right, if it says this: Because."


def exam(history: History, typed: str, *questions: Question, limit: int | None = None) -> list[str]:
    bank = Bank(id="b", title="B", path="b.yaml", questions=questions)
    shelved = ShelvedBank(Path("b.yaml"), bank)
    sitting = Sitting.start([shelved], history=history, mode=Mode.EXAM, seed=1, limit=limit)
    sink = io.StringIO()
    lines_for(Mode.EXAM)(sitting, io.StringIO(typed), sink).run()
    assert sink.getvalue().endswith("\n")
    return sink.getvalue().splitlines()


AND = Short(stem="And?", keys=("Reed",))
AGAIN = Short(stem="Again?", keys=("Lund",))


def test_an_exam_is_judged_when_it_is_handed_in(history: History) -> None:
    lines = exam(history, "x\n:later\n:list\n:go 1\nReed\n\n:go 9\nLund\n:submit\n", AND, AGAIN)
    at = lines.index("- Marked for later.")
    assert verdicts(lines[:at]) == []
    assert len(verdicts(lines)) == 2
    review = lines[lines.index("All is answered. Type :submit to hand in, or :go and a number:") :]
    assert len(verdicts(review)) == 2
    assert any(line.startswith("- 2: ") for line in lines)


def test_an_exam_with_every_answer_is_handed_in_at_the_end_of_the_input(history: History) -> None:
    lines = exam(history, "Reed\nReed\n", AND, AGAIN)
    assert sorted(verdicts(lines)) == ["Right: Reed.", "Wrong: the answer is Lund."]
    assert "1 of 2 right." in lines
    assert history.unfinished("me") == []


def test_an_exam_that_is_not_finished_waits(history: History) -> None:
    lines = exam(history, "Reed\n", AND, AGAIN)
    assert verdicts(lines) == []
    assert "- 1 question is not answered yet; --resume goes on from there." in lines
    assert len(history.unfinished("me")) == 1


def test_questions_left_open_are_not_answered_rather_than_wrong(history: History) -> None:
    lines = exam(history, "Reed\n:submit\n", AND, AGAIN)
    assert len(verdicts(lines)) == 1
    assert sum(line.startswith("Not answered: the answer is ") for line in lines) == 1
    assert "- 1 question not answered." in lines
    right = sum(line.startswith("Right") for line in lines)
    assert f"{right} of 1 right." in lines  # what is not answered is not wrong


def test_an_exam_ends_when_its_time_is_up(history: History) -> None:
    lines = exam(history, "Reed\nLund\n", AND, AGAIN, limit=0)
    assert "- Time is up: the exam was handed in." in lines
    assert verdicts(lines) == []


def test_cards_are_turned_over_and_graded(history: History) -> None:
    bank = Bank(id="b", title="B", path="b.yaml", questions=(AND, AGAIN, NAME))
    sitting = Sitting.start(
        [ShelvedBank(Path("b.yaml"), bank)], history=history, mode=Mode.CARDS, seed=1
    )
    sink = io.StringIO()
    lines_for(Mode.CARDS)(sitting, io.StringIO("x\n3\n\nx\n1\ny\nperhaps\n"), sink).run()
    lines = sink.getvalue().splitlines()
    assert [line.split(":")[0] for line in verdicts(lines)] == ["Right", "Wrong", "Wrong"]
    assert [one.response for one in sitting.session.standing] == ["good", "again", "again"]
    assert sum(line.startswith("The answer: ") for line in lines) == 3


def test_why_and_easy_speak_of_the_last_answer(history: History, tmp_path: Path) -> None:
    talk = "Ida Holm: Soldiers never guard a quay here. Inspectors guard it.\n\nBo Lund: Yes.\n"
    (tmp_path / "t.txt").write_text(talk, encoding="utf-8")
    choice = Choice(
        stem="Who guards it?",
        key="Inspectors",
        wrong=(Option("Soldiers never guard a quay"),),
        evidence=("Inspectors guard it.",),
    )
    bank = Bank(id="b", title="B", path="b.yaml", source="t.txt", questions=(choice, NAME))
    sitting = Sitting.start(
        [ShelvedBank(tmp_path / "b.yaml", bank)], history=history, mode=Mode.LEARN, seed=1
    )
    sink = io.StringIO()
    typed = io.StringIO("Soldiers never guard a quay\n:why\n:easy\n")
    lines_for(Mode.LEARN)(sitting, typed, sink).run()
    lines = sink.getvalue().splitlines()
    at = lines.index("- About your answer, the transcript has this:")
    assert lines[at + 1 : at + 3] == [
        "| Ida Holm, line 1:",
        "| > Soldiers never guard a quay here.",
    ]
    assert "- Noted: your last answer was easy to give." in lines


def test_a_session_that_is_left_says_what_was_not_asked_and_how_to_go_on(history: History) -> None:
    lines = play(history, "t\n:quit\n", CLAIM, NAME, Short(stem="And?", keys=("Reed",)))
    assert lines[-3:-1] == [
        "1 of 1 right.",
        "- 2 questions are not answered yet; --resume goes on from there.",
    ]


def test_a_session_without_an_answer_has_no_score(history: History) -> None:
    lines = play(history, "", CLAIM)
    assert lines[-2] == "Nothing was answered."
    assert not [line for line in lines if "--resume" in line]
    assert history.unfinished("me") == []


def test_an_exam_without_an_answer_is_nothing_to_go_on_with(history: History) -> None:
    lines = exam(history, "", AND, AGAIN)
    assert lines[-2] == "Nothing was answered."
    assert not [line for line in lines if "--resume" in line]


def test_a_finished_session_leaves_nothing_to_go_on_with(history: History) -> None:
    assert not [line for line in play(history, "t\n", CLAIM) if "--resume" in line]
