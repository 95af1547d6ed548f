"""A whole session by keys alone, every kind of question in it, in the smallest window."""

from decimal import Decimal

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
    Short,
    TrueFalse,
)
from quizgen.sitting.sitting import Sitting
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import Opened
from quizgen.tui.screens.results import ResultsScreen

QUESTIONS = (
    Choice(stem="Which boat?", key="The ferry", wrong=(Option("A raft"),), id="a"),
    Multi(stem="Which two?", keys=("Red", "Blue"), wrong=(Option("Grey"),), id="b"),
    TrueFalse(stem="The quay is guarded.", key=True, id="c"),
    Short(stem="Who pays?", keys=("The town",), id="d"),
    Cloze(stem="The ____ guards the ____.", blanks=(("inspector",), ("quay",)), id="e"),
    Number(stem="How many years?", key=Decimal(100), id="f"),
    Order(stem="In which order?", items=("First", "Second", "Third"), id="g"),
    Match(stem="Who did what?", pairs=(("Ida", "sang"), ("Bo", "rowed")), id="h"),
    Open(stem="Why?", key="Because of the ice.", id="i"),
)


def keys_for(asked) -> list[str]:
    """The keys that answer a question rightly."""
    question, place = asked.question, asked.options.index
    match question:
        case Choice():
            keys = [str(place(question.key) + 1)]
        case Multi():
            keys = [str(place(key) + 1) for key in question.keys]
        case TrueFalse():
            keys = ["t"]
        case Short():
            keys = [*"The", "space", *"town"]
        case Cloze():
            keys = [*"inspector", "tab", *"quay"]
        case Number():
            keys = [*"100"]
        case Order():
            keys = [str(place(item) + 1) for item in question.items]
        case Match():
            keys = [str(place(right) + 1) for _, right in question.pairs]
        case _:
            keys = [*"ice"]
    return keys


async def test_every_kind_is_answered_by_keys_alone(tmp_path):
    bank = Bank(id="all", title="All kinds", path="all.yaml", questions=QUESTIONS)
    with open_history(tmp_path / "home") as history:
        banks = [ShelvedBank(tmp_path / "all.yaml", bank)]
        sitting = Sitting.start(banks, history=history, count=len(QUESTIONS), seed=1)
        app = QuizgenApp(Opened(history, sitting))
        async with app.run_test(size=(40, 12)) as pilot:
            await pilot.pause()
            for _ in range(sitting.total):
                await pilot.press(*keys_for(sitting.current), "enter")
                await pilot.pause()
                assert sitting.verdict is not None
                assert sitting.verdict.right, sitting.session.last_answer
                await pilot.press("n")
                await pilot.pause()
            assert isinstance(app.screen, ResultsScreen)
        assert history.last_time("me", "all").right == len(QUESTIONS)


def test_an_unknown_theme_in_the_environment_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setenv("TEXTUAL_THEME", "no such theme")
    with open_history(tmp_path / "home") as history:
        assert QuizgenApp(Opened(history)).theme == "quizgen-dark"
