"""What the tests of the app share: a history, and banks of invented questions."""

from dataclasses import replace

import pytest

from quizgen.history.open import open_history
from quizgen.library.shelf import ShelvedBank
from quizgen.model.bank import Bank
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Mode
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import Opened

TRANSCRIPT = """\
Question: Who guards the harbour quay in winter?

Ida Holm: Inspectors guard the quay. They have guarded it for a hundred years.

Question: And who pays for the ferry?

Ida Holm: The town pays for the ferry. Nobody else has offered a single coin.

Bo Lund: Soldiers never guard a quay in this country. The ferry is another matter.
"""


@pytest.fixture
def history(tmp_path):
    with open_history(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def shelf(tmp_path):
    """Make a bank of questions, with a transcript beside it."""

    def shelved(*questions, source="t.txt", text=TRANSCRIPT, title="The harbour"):
        (tmp_path / "t.txt").write_text(text, encoding="utf-8")
        numbered = tuple(replace(q, id=q.id or f"item{n}bcd") for n, q in enumerate(questions))
        path = tmp_path / "b.yaml"
        bank = Bank(id="harbour", title=title, path=str(path), source=source, questions=numbered)
        return ShelvedBank(path, bank)

    return shelved


@pytest.fixture
def app_for(history, shelf):
    """An app at the first question of a session on these questions."""

    def made(*questions, mode=Mode.LEARN, settings=None, limit=None, **more):
        bank = shelf(*questions, **more)
        sitting = Sitting.start([bank], history=history, mode=mode, seed=1, limit=limit)
        return QuizgenApp(Opened(history, sitting), settings)

    return made
