"""The full-screen app: opens the library, or a session at its first question."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.library.settings import Settings, keep_settings
from quizgen.model.errors import QuizgenError
from quizgen.tui.fitting import Fitting
from quizgen.tui.hangup import ended_by_hangup
from quizgen.tui.opened import News, Opened
from quizgen.tui.screens.opening import OpeningScreen
from quizgen.tui.theme import DARK, THEMES, preferred

if TYPE_CHECKING:
    from quizgen.history.log import History
    from quizgen.sitting.sitting import Sitting


class QuizgenApp(Fitting):
    """Holds the learner's history; its screens show a sitting and forward what is done."""

    TITLE = "quizgen"
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(
        self,
        opening: Callable[[], Opened] | Opened,
        settings: Settings | None = None,
        *,
        ask_name: bool = False,
    ) -> None:
        """``opening`` is called once the first picture is on the screen, if it is not done yet."""
        super().__init__()
        self.settings = settings or Settings()
        self.learner = self.settings.learner
        self.failure: QuizgenError | None = None
        self.history: History
        self._opening = opening
        self._ask_name = ask_name
        for theme in THEMES:
            self.register_theme(theme)
        self._dress()

    def get_default_screen(self) -> "OpeningScreen":
        """What is shown until all is open."""
        return OpeningScreen()

    def on_mount(self) -> None:
        """Open what is to be seen first, after a first picture."""
        if isinstance(self._opening, Opened):
            self._show(self._opening)
        else:
            self.call_after_refresh(self._open, self._opening)

    def _open(self, opening: Callable[[], Opened]) -> None:
        try:
            opened = opening()
        except QuizgenError as error:  # told when the screen is the shell's again
            self.failure = error
            self.exit(error.exit_code)
        else:
            self._show(opened)

    def _show(self, opened: Opened) -> None:
        self.history = opened.history
        self.uncover()
        self.open(opened)
        self.fit(self.size)
        for notice in self._take_keys():
            self.notify(notice, timeout=10, markup=False)

    def _take_keys(self) -> list[str]:
        """Use the learner's own keys from now on; what of them cannot be granted."""
        from quizgen.tui.keymap import keymap_for  # noqa: PLC0415 - seldom wished for

        whole, problems = keymap_for(self.settings)
        self.set_keymap(whole)
        return [str(problem) for problem in problems]

    def open(self, opened: Opened) -> None:
        """Open the library, and over it the session that was asked for."""
        from quizgen.tui.screens.library import LibraryScreen  # noqa: PLC0415 - see play()

        if self._ask_name:
            from quizgen.tui.screens.name import NameScreen  # noqa: PLC0415 - seldom asked

            self._ask_name = False
            self.push_screen(NameScreen(), lambda name: self._welcome(name, opened))
            return
        self.push_screen(LibraryScreen(idle=opened.sitting is not None))
        if opened.sitting is not None:
            self.play(opened.sitting, news=opened.news)

    def _dress(self) -> None:
        wish = self.settings.theme or preferred(os.environ)
        self.theme = wish if wish in self.available_themes else DARK.name

    def _welcome(self, name: str | None, opened: Opened) -> None:
        self.learner = name or self.learner
        self.open(opened)

    def play(self, sitting: "Sitting", *, instead: bool = False, news: News | None = None) -> None:
        """Open a session at its current question, ``instead`` of the screen on show."""
        from quizgen.tui.screens.by_mode import screen_for  # noqa: PLC0415 - not for first paint

        (self.switch_screen if instead else self.push_screen)(screen_for(sitting, news))

    def begin(self, sitting: "Callable[[], Sitting]", *, instead: bool = False) -> None:
        """Open a session that is only now made; if it cannot be, say why and stay."""
        try:
            made = sitting()
        except QuizgenError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)
            return
        self.play(made, instead=instead)

    def keep(self, settings: Settings) -> None:
        """Use these settings from now on, and write them down."""
        if settings.learner != self.settings.learner:  # one asked for by name stays
            self.learner = settings.learner
        self.settings = settings
        self._dress()
        self._take_keys()
        from quizgen.sitting.wishes import obey  # noqa: PLC0415 - not needed for first paint

        try:
            keep_settings(settings)
            obey(self.history, self.learner, settings)
        except QuizgenError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)


@ended_by_hangup()
def run(*, opening: Callable[[], Opened], settings: Settings, ask_name: bool = False) -> int:
    """Run the app until the learner leaves it; the exit code.

    Raises:
        QuizgenError: what was to be opened cannot be.
    """
    app = QuizgenApp(opening, settings, ask_name=ask_name)
    code = app.run() or 0
    if app.failure is not None:
        raise app.failure
    return code
