"""Draw ``docs/screenshot.svg`` from the real app: a question answered, and its proof.

    python tools/screenshot.py

The same session each time, in a history of its own that is thrown away.
"""

import asyncio
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from quizgen.history.open import open_history
from quizgen.library.shelf import shelve
from quizgen.sitting.sitting import Sitting
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import Opened
from quizgen.tui.theme import DARK

ROOT = Path(__file__).parents[1]
BANK = ROOT / "questions" / "g20-2017-putin-news-conference.yaml"
PICTURE = ROOT / "docs" / "screenshot.svg"


async def draw(home: Path) -> str:
    """Answer one question and return the picture."""
    with open_history(home) as history:
        sitting = Sitting.start([shelve(BANK)], history=history, seed=3)
        app = QuizgenApp(Opened(history, sitting))
        app.theme = DARK.name
        async with app.run_test(size=(88, 26)) as pilot:
            await pilot.pause()
            await pilot.press("2", "enter")
            await pilot.pause()
            return app.export_screenshot(title="quizgen")


def main() -> None:
    """Write the picture."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        picture = asyncio.run(draw(Path(home)))
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(re.sub(r"terminal-\d+-", "terminal-", picture), encoding="utf-8")


if __name__ == "__main__":
    main()
