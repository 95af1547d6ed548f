"""How soon a program's own screen is there, beside other full-screen programs.

Each is started as people start it, in a terminal of 120 × 40, with a home that the round
before has made, and watched until words of its main screen are painted. The empty Textual app
paints one line of text. harlequin and posting are built on Textual, too.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence

from benchmarks.pairs import Missing, Row, Work
from benchmarks.rivals import program, why_not
from benchmarks.samples import QUIZGEN

_EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self): yield Static("Nothing but this")
Empty().run()
"""
_RIVALS = {"harlequin": "Data Catalog", "posting": "Enter a URL"}
_FIRST = "quizgen: opening"
_SHELF = "ferry at Arlby"  # of a bundled bank's title


def rows() -> Iterator[Row | Missing]:
    """The first words beside an empty app's; the library beside the main screens of others."""
    try:
        from benchmarks.terminal import until_painted
    except ImportError:
        yield Missing("library on the screen", "other programs", "this system has no terminals")
        return

    def painting(command: Sequence[str], words: str) -> Work:
        return until_painted(command, words, _home())

    yield Row(
        name="first words in a terminal",
        against="an empty Textual app's",
        budget=1.25,
        ours=painting(QUIZGEN, _FIRST),
        theirs=painting([sys.executable, "-c", _EMPTY], "Nothing but this"),
        rounds=5,
    )
    for rival, words in _RIVALS.items():
        command = program(rival)
        if command is None:
            yield Missing("library on the screen", rival, why_not(rival) or "")
            continue
        yield Row(
            name="library on the screen",
            against=rival,
            budget=1,
            ours=painting(QUIZGEN, _SHELF),
            theirs=painting([command], words),
            rounds=5,
        )


def _home() -> dict[str, str]:
    """A home of its own for a program, so that it starts as for a new user."""
    home = tempfile.mkdtemp()
    places = {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    return {"HOME": home, "QUIZGEN_HOME": f"{home}/quizgen", **places}
