"""The hand-written bank that shows every type: sound, proved by its words, and playable."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.bank.fields import BANK, ITEM, KINDS
from quizgen.bank.reader import read_bank
from quizgen.cli.lines.session import LineSession
from quizgen.cli.main import main
from quizgen.history.open import open_history
from quizgen.library.passages import locate
from quizgen.library.shelf import ShelvedBank
from quizgen.model.question import Choice, Cloze, Match, Multi, Number, Order, Short, TrueFalse
from quizgen.sitting.sitting import Sitting
from quizgen.transcripts.registry import read_transcript
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import Opened
from quizgen.tui.widgets.answers.area import AnswerArea

PATH = Path(__file__).parents[2] / "questions" / "the-ferry-at-arlby.yaml"
QUIZGENS_OWN = {"was", "made", "shuffle"}


def test_it_has_every_type_and_every_field_that_a_person_writes():
    read = read_bank(PATH)
    assert {question.kind for question in read.bank.questions} == set(KINDS)
    items = read.document.root.get("questions").items
    used = {key for item in items for key in item.entries}
    assert used == {field.name for field in ITEM} - QUIZGENS_OWN
    head = {"quizgen", "id", "title", "description", "source", "language", "licence", "defaults"}
    assert head <= set(read.document.root.entries) <= {field.name for field in BANK}


def test_nothing_is_wrong_with_it():
    assert main(["check", "--strict", str(PATH)]) == 0


def test_the_words_in_from_are_in_its_transcript():
    bank = read_bank(PATH).bank
    transcript = read_transcript(PATH.parent / bank.source)
    for question in bank.questions:
        for words in question.evidence:
            assert locate(transcript, words), words


QUESTIONS = {question.id: question for question in read_bank(PATH).bank.questions}


def _alone(question, history):
    """A session that asks one question and no other."""
    bank = replace(read_bank(PATH).bank, questions=(replace(question, skip=False),))
    return Sitting.start([ShelvedBank(PATH, bank)], history=history, seed=1)


def _right(question):
    """The right answer, as an interface passes it on."""
    match question:
        case Choice() | Number():
            right = str(question.key)
        case Multi():
            right = question.keys
        case TrueFalse():
            right = "true" if question.key else "false"
        case Short():
            right = question.keys[0]
        case Cloze():
            right = tuple(variants[0] for variants in question.blanks)
        case Order():
            right = question.items
        case Match():
            right = tuple(right for _, right in question.pairs)
        case _:
            right = "Kind words carry nobody."
    return right


def _typed(question, options):
    """The right answer as it is typed in a session of lines."""
    right = _right(question)
    if isinstance(question, (Choice, TrueFalse, Multi, Order, Match)) and options:
        texts = [right] if isinstance(right, str) else right
        return " ".join(str(options.index(text) + 1) for text in texts)
    return right if isinstance(right, str) else "; ".join(right)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_type_is_answered_right_in_lines(name, tmp_path):
    with open_history(tmp_path) as history:
        sitting = _alone(QUESTIONS[name], history)
        typed = _typed(QUESTIONS[name], sitting.current.options)
        shown = io.StringIO()
        LineSession(sitting, io.StringIO(f"{typed}\n"), shown).run()
    verdicts = [line for line in shown.getvalue().splitlines() if line.startswith(("Right", "Wr"))]
    assert len(verdicts) == 1
    assert verdicts[0].startswith("Right")


@pytest.mark.parametrize("name", {one.kind: name for name, one in QUESTIONS.items()}.values())
async def test_every_type_is_answered_right_on_the_screen(name, tmp_path):
    with open_history(tmp_path) as history:
        sitting = _alone(QUESTIONS[name], history)
        app = QuizgenApp(lambda: Opened(history, sitting))
        async with app.run_test(size=(90, 40)) as pilot:
            await pilot.pause()
            area = next(area for area in app.screen.query(AnswerArea) if area.display)
            area.restore(_right(QUESTIONS[name]))
            await pilot.pause()
            app.screen._held.shown_at = app.screen._held.pressed_at = 0.0
            await pilot.press("enter")
            await pilot.pause()
            answered = sitting.session.last_answer
            assert answered is not None
            assert answered.verdict.right
