"""How soon the app shows something, and how soon it answers a key."""

import sys
from collections.abc import Iterator

from benchmarks.pairs import Row, process
from benchmarks.samples import BANK

# Both apps run without a terminal and leave when the first frame is laid out.
_EMPTY = """
from textual.app import App
class Empty(App):
    def on_ready(self): self.exit()
Empty().run(headless=True)
"""
_OURS = f"""
import os, tempfile
os.environ["QUIZGEN_HOME"] = tempfile.mkdtemp()
from pathlib import Path
from quizgen.history.open import open_history
from quizgen.library.shelf import shelve
from quizgen.sitting.sitting import Sitting
from quizgen.tui.app import QuizgenApp
class Leaving(QuizgenApp):
    def on_ready(self): self.exit()
with open_history(Path(os.environ["QUIZGEN_HOME"])) as history:
    sitting = Sitting.start([shelve(Path({str(BANK)!r}))], history=history, seed=1)
    Leaving(history, "me", sitting).run(headless=True)
"""


def rows() -> Iterator[Row]:
    """The first question, from the start of the process."""
    yield Row(
        name="first paint, a question",
        against="an empty Textual app",
        budget=1.3,
        ours=process([sys.executable, "-c", _OURS]),
        theirs=process([sys.executable, "-c", _EMPTY]),
        rounds=7,
    )
