"""Every action with its keys; Enter gives the one that is marked another key."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from quizgen.tui import keymap
from quizgen.tui.content import literal
from quizgen.tui.desk import desk_of
from quizgen.tui.keymap import Action
from quizgen.tui.screens.filtering import Filtering
from quizgen.tui.texts import _
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.menu import Menu
from quizgen.tui.widgets.top_line import TopLine

_WIDEST, _NARROW = 22, 12  # columns of the keys
_ROOMY = 60  # columns of the window from which there is room for names


class KeysScreen(Filtering):
    """A list by screen; a key that means something else at that moment is refused."""

    BINDINGS = [
        Binding(
            "slash",
            "filter",
            _("Search"),
            id="keys.search",
            tooltip=_("Show only what has these words, or this key"),
        ),
        Binding(
            "delete,backspace",
            "reset",
            _("As it was"),
            id="keys.reset",
            tooltip=_("Give the marked action its own keys again"),
        ),
        Binding("escape", "unfilter", _("Show all"), id="keys.all", tooltip=_("End the search")),
        Binding("escape,q", "leave", _("Back"), id="keys.back", tooltip=_("To settings")),
    ]
    AUTO_FOCUS = "Menu"
    HELP = _(
        "Enter gives an action another key, Delete its own key again; / searches. * marks keys of "
        "your own."
    )
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self) -> None:
        super().__init__()
        self.actions: list[Action] = []

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield TopLine(_("quizgen: keys"))
        yield Menu()
        yield Static(literal(self.HELP, "dim"), classes="how")
        yield Input(placeholder=_("Words, or a key such as ^t"), classes="search")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show how things are."""
        self.fill()

    def fill(self) -> None:
        """Show every action that has the words, with its keys."""
        able, problems = keymap.problems(desk_of(self).settings)
        refused = {problem.message for problem in problems}
        self.actions = []
        self.query_one(Menu).put(list(self._rows(able)))
        how = self.query_one(".how", Static)
        if not self.actions:
            how.update(literal(_("No key and no action has these words."), "dim"))
        elif refused:
            how.update(literal("⚠ " + " · ".join(sorted(refused))))
        else:
            how.update(literal(self.HELP, "dim"))

    def _rows(self, wishes: dict[str, str]) -> Iterator[Content]:
        everywhere, *screens = keymap.scenes()
        words = self.words
        width = _WIDEST if self.app.size.width >= _ROOMY else _NARROW
        for scene in (*screens, everywhere):  # nobody comes to change the key to quit
            title = literal(f"{scene.title}\n", "bold $text-primary")
            for action in keymap.changeable(scene):
                wish = wishes.get(action.id)
                keys = self._keys(keymap.keys_of(wish) if wish else action.keys)
                told = f"{scene.title} {keys} {action.name} {action.id}".casefold()
                if not all(word in told for word in words):
                    continue
                gap = literal("\n" if self.actions and title.plain else "")
                self.actions.append(action)
                mine = " *" if wish else ""
                name = f"  {action.id}" if width == _WIDEST else ""
                yield Content.assemble(
                    *(gap, title, (keys.ljust(width)[:width], "bold $text-accent")),
                    *(literal(f" {action.name}{mine}"), (name, "dim")),
                )
                title = literal("")

    def _keys(self, keys: Iterable[str]) -> str:
        return " ".join(self.app.get_key_display(Binding(key, "")) for key in keys)

    @property
    def _marked(self) -> Action | None:
        at = self.query_one(Menu).highlighted
        return self.actions[at] if at is not None and self.actions else None

    def on_option_list_option_selected(self, event: Menu.OptionSelected) -> None:
        """Ask for the key."""
        event.stop()
        action = self.actions[event.option_index]
        self.app.push_screen(PressScreen(action), lambda key: self._change(action, key))

    def action_leave(self) -> None:
        """Back to the settings."""
        self.app.pop_screen()

    def action_reset(self) -> None:
        """Give the marked action its own keys again."""
        if self._marked:
            self._keep(self._marked, None)

    def _change(self, action: Action, key: str | None) -> None:
        if key is None:
            return
        wishes = {**desk_of(self).settings.keymap, action.id: key}
        _able, clashes = keymap.granted(wishes)
        clash = next((one for one in clashes if one.id == action.id), None)
        if clash:
            self.notify(f"{clash}.", severity="warning", timeout=10, markup=False)
        else:
            self._keep(action, key)

    def _keep(self, action: Action, key: str | None) -> None:
        settings = desk_of(self).settings
        wishes = {name: keys for name, keys in settings.keymap.items() if name != action.id}
        if key is not None and (key,) != action.keys:
            wishes[action.id] = key
        desk_of(self).keep(replace(settings, keymap=wishes))
        self.fill()


class PressScreen(ModalScreen[str | None]):
    """Waits for a key; the result is the key, None after Esc."""

    BINDINGS = [
        Binding(
            "escape",
            "dismiss(None)",
            _("Back"),
            id="press.back",
            tooltip=_("Leave the key as it is"),
        )
    ]
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.about = action

    def compose(self) -> ComposeResult:
        """Say what for."""
        with Vertical(classes="window"):
            text = _("Press the new key for “{name}”.").format(name=self.about.name)
            yield Static(literal(text, "bold"))
            yield Static(literal(_("Esc leaves it as it is."), "dim"))
        yield KeyBar()

    def on_key(self, event: Key) -> None:
        """Take the key, whatever it else means."""
        event.stop()
        event.prevent_default()
        self.dismiss(None if event.key == "escape" else event.key)
