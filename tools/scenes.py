"""Every screen of the app as a scene: how to get there, over a bank and a past that are made up.

A scene is the same on any machine, day and zone: the clock stands still, the history is made
here, and nothing is read but ``tests/tui/harbour``.
"""

import os
import shutil
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from textual.pilot import Pilot
from textual.widgets import Input

from quizgen.bank.stamp import content_fingerprint
from quizgen.history.figures import Flags
from quizgen.history.log import History
from quizgen.history.open import open_history
from quizgen.library.reviewing import Review
from quizgen.library.settings import Settings
from quizgen.library.shelf import ShelvedBank, shelve
from quizgen.sitting.sitting import Sitting
from quizgen.sitting.sources import Sources
from quizgen.study.session import Mode
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import News, Opened
from quizgen.tui.review_app import ReviewApp

ROOT = Path(__file__).parents[1]
HARBOUR = ROOT / "tests" / "tui" / "harbour"
NOON = 1_772_539_200_000  # 3 March 2026, 12:00 UTC
_DAY = 86_400_000
_PLAYED = (60, 41, 40, 33, 25, 24, 23, 17, 11, 9, 8, 4, 3, 2, 1)  # so many days ago
_SEED = 12


@dataclass(frozen=True)
class Scene:
    """A screen: how its session is begun, and which keys lead there.

    ``kinds`` takes the bank with a question of every kind, ``past`` a learner who has played
    for some weeks, ``left`` one who left sessions not long ago; ``review`` is a teacher's.
    """

    name: str
    keys: tuple[str, ...] = ()
    mode: Mode | None = None
    kinds: bool = False
    past: bool = False
    left: bool = False
    review: bool = False


_ALL = ("1", "enter", "n")
SCENES = (
    Scene("library"),
    Scene("library-known", past=True),
    Scene("library-filter", ("slash", *"harb"), past=True),
    Scene("library-left", left=True),
    Scene("left", ("down", "enter", "x"), left=True),
    Scene("bank", ("enter",)),
    Scene("bank-filters", ("down", "enter", "tab", "enter"), past=True),
    Scene("questions", ("down", "enter", "h"), past=True),
    Scene("question-past", ("down", "enter", "h", "enter"), past=True),
    Scene("make", ("n",)),
    Scene("make-path", ("n", *"t")),
    Scene("settings", ("s",)),
    Scene("keys", ("s", "end", "enter", "slash", *"hand")),
    Scene("progress-empty", ("p",)),
    Scene("progress", ("p",), past=True),
    Scene("progress-below", ("p", "pagedown"), past=True),
    Scene("reading", mode=Mode.LEARN),
    Scene("question", mode=Mode.PRACTICE),
    Scene("question-left", mode=Mode.PRACTICE, left=True),
    Scene("question-missing", ("enter",), mode=Mode.PRACTICE),
    Scene("question-marked", ("2", "ctrl+t"), mode=Mode.PRACTICE),
    Scene("verdict", ("1", "enter"), mode=Mode.PRACTICE),
    Scene("verdict-why", ("1", "enter", "y"), mode=Mode.PRACTICE),
    Scene("flag", ("1", "enter", "f"), mode=Mode.PRACTICE),
    Scene("flagged", ("1", "enter", "f", "enter"), mode=Mode.PRACTICE),
    Scene("flag-again", ("1", "enter", "f", "enter", "f"), mode=Mode.PRACTICE),
    Scene("help", ("1", "enter", "question_mark"), mode=Mode.PRACTICE),
    Scene("palette", ("ctrl+p",), mode=Mode.PRACTICE),
    Scene("transcript", ("1", "enter", "o"), mode=Mode.PRACTICE),
    Scene("results", _ALL * 9, mode=Mode.PRACTICE, past=True),
    Scene("results-details", (*_ALL * 9, "d"), mode=Mode.PRACTICE, past=True),
    Scene("results-exam", ("1", "enter", "ctrl+s", "y"), mode=Mode.EXAM),
    Scene("exam", ("2",), mode=Mode.EXAM),
    Scene("exam-grid", ("1", "enter", "ctrl+f", "ctrl+n", "1", "enter", "ctrl+g"), mode=Mode.EXAM),
    Scene("exam-hand-in", ("ctrl+s",), mode=Mode.EXAM),
    Scene("card", mode=Mode.CARDS),
    Scene("card-turned", ("enter",), mode=Mode.CARDS),
    Scene("card-options", mode=Mode.CARDS, kinds=True),
    Scene("card-options-turned", ("enter",), mode=Mode.CARDS, kinds=True),
    Scene("review", review=True),
    Scene("review-done", ("s", "s", "s"), review=True),
    *[Scene(f"kind-{n}", ("ctrl+n",) * n, mode=Mode.EXAM, kinds=True) for n in range(8)],
)


class _Past:
    """A clock on a day gone by; every answer takes nine seconds."""

    def __init__(self, days_ago: int) -> None:
        self.time = NOON - days_ago * _DAY

    def now(self) -> int:
        self.time += 9_000
        return self.time

    ticks = now


class Stage:
    """A folder with the banks, and with the history of a learner who has played for weeks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._past = folder / "past"

    @asynccontextmanager
    async def at(
        self, scene: Scene, size: tuple[int, int], settings: Settings
    ) -> AsyncIterator[Pilot[int]]:
        """The pilot of the app, led to a scene in a window of ``size`` columns and lines."""
        with TemporaryDirectory(dir=self.folder, ignore_cleanup_errors=True) as name:
            home = Path(name)
            if scene.past:
                shutil.copytree(self._lived(), home, dirs_exist_ok=True)
            with _apart(home), open_history(home) as history:
                app = (
                    _review(history, settings)
                    if scene.review
                    else QuizgenApp(self._opened(scene, history), settings)
                )
                async with app.run_test(size=size) as pilot:
                    await pilot.pause()
                    for key in scene.keys:
                        await pilot.press(key)
                    await app.workers.wait_for_complete()
                    await pilot.pause()
                    for field in app.screen.query(Input):
                        field.cursor_blink = False
                    await pilot.pause()
                    yield pilot

    def _opened(self, scene: Scene, history: History) -> Opened:
        if scene.mode is None:
            if scene.left:
                _leave(history)
            return Opened(history)
        banks = [_bank("kinds" if scene.kinds else "harbour")]
        limit = 600_000 if scene.mode is Mode.EXAM else None
        sitting = Sitting.start(banks, history=history, mode=scene.mode, seed=_SEED, limit=limit)
        lines = ("You left: Quiz me · 3 of 9 answered · today, 11:40. ^L goes on there.",)
        return Opened(history, sitting, News(lines, lambda: sitting) if scene.left else None)

    def _lived(self) -> Path:
        """The past, made once."""
        if not self._past.exists():
            self._past.mkdir()
            with _apart(self._past), open_history(self._past) as history:
                for days_ago in _PLAYED:
                    _play(history, days_ago)
        return self._past


def _play(history: History, days_ago: int) -> None:
    """Play once: what was wrong at first is right in the end."""
    sitting = Sitting.start(
        [_bank("harbour")], history=history, seed=days_ago, clock=_Past(days_ago)
    )
    while sitting.current is not None:
        known = (sitting.session.position * 7 + days_ago) % 10 < 9 - days_ago // 12
        right = getattr(sitting.current.question, "key", "") if known else "no"
        sitting.answer(str(right))
        sitting.advance()


def _leave(history: History) -> None:
    """Leave two sessions after some answers."""
    for mode, answers, days_ago in ((Mode.EXAM, 4, 2), (Mode.LEARN, 2, 0)):
        clock = _Past(days_ago)
        clock.time -= _DAY // 24
        sitting = Sitting.start([_bank("harbour")], history=history, mode=mode, seed=1, clock=clock)
        for _ in range(answers):
            sitting.answer("no")
            if mode is Mode.EXAM:
                sitting.go(sitting.session.position + 1)
            else:
                sitting.advance()


def _review(history: History, settings: Settings) -> QuizgenApp:
    """A review of some questions that learners flagged."""
    path = Path("questions") / "harbour.yaml"
    shelved = shelve(path)
    assert shelved.bank
    flags = [
        Flags(one.id or "", content_fingerprint(one), 2, ("It is unclear what is asked",))
        for one in shelved.bank.questions[:3]
    ]
    review, sources = Review(path, flags), Sources([shelved])
    return ReviewApp(review, sources, shelved, history, lambda *_: None, settings=settings)


def _bank(name: str) -> ShelvedBank:
    return shelve(HARBOUR / f"{name}.yaml")


@contextmanager
def _apart(home: Path) -> Iterator[None]:
    """Nothing of this machine is seen: its banks, its files, its time and its zone."""
    here = home / "here"
    shutil.copytree(HARBOUR, here / "questions", dirs_exist_ok=True)
    (here / "transcripts").mkdir(exist_ok=True)
    shutil.copy(HARBOUR / "harbour.txt", here / "transcripts")
    before = Path.cwd()
    os.chdir(here)
    try:
        with (
            patch.dict(os.environ, {"QUIZGEN_HOME": str(home), "TZ": "UTC"}),
            patch("time.time_ns", lambda: NOON * 1_000_000),
            patch("quizgen.library.places.bundled_questions", lambda: home / "none"),
            patch("quizgen.library.places.bundled_transcripts", lambda: home / "none"),
            patch("quizgen.library.choosing.bundled_transcripts", lambda: home / "none"),
            patch("quizgen.tui.screens.settings.settings_file", lambda: Path("settings.yaml")),
        ):
            _in_the_zone()
            yield
    finally:
        os.chdir(before)
        _in_the_zone()


def _in_the_zone() -> None:
    if hasattr(time, "tzset"):  # not on Windows, whose zone is seldom far from noon
        time.tzset()
