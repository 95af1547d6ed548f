"""What can be set, and how it is set now; every change is kept at once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from quizgen.library.settings import DEFAULT_LEARNER, Settings, settings_file
from quizgen.tui.content import literal
from quizgen.tui.desk import desk_of
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.menu import Menu, entry
from quizgen.tui.widgets.top_line import TopLine

THEMES = ("", "quizgen-dark", "quizgen-light", "quizgen-contrast", "ansi-dark", "ansi-light")
_NAMES = {
    "": _("as the terminal is"),
    "quizgen-dark": _("dark"),
    "quizgen-light": _("light"),
    "quizgen-contrast": _("high contrast"),
    "ansi-dark": _("the terminal's own colours, dark"),
    "ansi-light": _("the terminal's own colours, light"),
}
_HOURS = 24


class SettingsScreen(Screen[None]):
    """A list: Enter changes the entry under the cursor."""

    BINDINGS = [
        Binding("escape,q", "back", _("Back"), id="settings.back", tooltip=_("To the library")),
    ]
    AUTO_FOCUS = "Menu"
    HELP = _("Enter changes what is marked; every change is kept at once.")
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def compose(self) -> ComposeResult:
        """Lay out the list and where it is kept."""
        yield TopLine(_("quizgen: settings"))
        with Vertical(classes="body"):
            yield Menu()
            yield Input(placeholder=_("The learner's name, then Enter"))
            yield Static(
                literal(_("Kept in {file}").format(file=settings_file()), "dim"), classes="where"
            )
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Show how things are."""
        self._fill()

    @property
    def settings(self) -> Settings:
        """The settings in use."""
        return desk_of(self).settings

    def _fill(self) -> None:
        self.query_one(Menu).put(self._rows())

    def _rows(self) -> Iterator[Content]:
        now = self.settings
        yield _row(_("Learner"), desk_of(self).learner, _("whose history the answers go to"))
        yield _row(_("Colours"), _NAMES.get(now.theme, now.theme), _("the look of the screens"))
        yield _row(
            _("Second try"),
            _yes(now.second_try),
            _("after a wrong answer one may try once more; the first try counts"),
        )
        yield _row(
            _("Exact spelling"), _yes(now.exact), _("typed answers are forgiven no slip of a key")
        )
        yield _row(
            _("A day begins at"),
            _("{hour}:00").format(hour=now.day_start),
            _("before it, what is due still belongs to the day before"),
        )
        changed = len(now.keymap)
        number = ngettext("{n} of your own", "{n} of your own", changed).format(n=changed)
        yield _row(_("Keys"), number if changed else _("as usual"), _("which key does what"))

    def on_option_list_option_selected(self, event: Menu.OptionSelected) -> None:
        """Change what was chosen to its next value."""
        event.stop()
        now = self.settings
        changed = now
        match event.option_index:
            case 0:
                field = self.query_one(Input)
                field.display = True
                field.value = desk_of(self).learner
                field.focus()
                return
            case 1:
                at = THEMES.index(now.theme) if now.theme in THEMES else -1
                changed = replace(now, theme=THEMES[(at + 1) % len(THEMES)])
            case 2:
                changed = replace(now, second_try=not now.second_try)
            case 3:
                changed = replace(now, exact=not now.exact)
            case 5:
                from quizgen.tui.screens.keys import KeysScreen  # noqa: PLC0415 - seldom shown

                self.app.push_screen(KeysScreen())
                return
            case _:
                changed = replace(now, day_start=(now.day_start + 1) % _HOURS)
        self._keep(changed)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take another learner."""
        event.stop()
        name = " ".join(event.value.split()) or DEFAULT_LEARNER
        event.input.display = False
        self.query_one(Menu).focus()
        self._keep(replace(self.settings, learner=name))

    def _keep(self, settings: Settings) -> None:
        desk_of(self).keep(settings)
        self._fill()

    def action_back(self) -> None:
        """Close the line for the name, or the page."""
        field = self.query_one(Input)
        if field.display:
            field.display = False
            self.query_one(Menu).focus()
        else:
            self.app.pop_screen()


def _row(name: str, value: str, meaning: str) -> Content:
    return entry(
        literal(f"{name}: ", "bold") + literal(value, "bold $text-accent"), meaning, room=False
    )


def _yes(value: bool) -> str:
    return _("yes") if value else _("no")
