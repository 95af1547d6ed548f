"""Every action with its keys; Enter gives the one that is marked another key."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from quizgen.tui import keymap
from quizgen.tui.content import literal
from quizgen.tui.desk import desk_of
from quizgen.tui.keymap import Action
from quizgen.tui.texts import _
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.menu import Menu
from quizgen.tui.widgets.top_line import TopLine

_WIDEST = 22


class KeysScreen(Screen[None]):
    """A list by screen; a key that means something else at that moment is refused."""

    BINDINGS = [
        Binding("delete,backspace", "reset", _("As it was"), id="keys.reset"),
        Binding("escape,q", "app.pop_screen", _("Back"), id="keys.back", tooltip=_("To settings")),
    ]
    AUTO_FOCUS = "Menu"
    HELP = _(
        "Enter gives an action another key, Delete its own key again. * marks keys of your own."
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
        yield KeyBar()

    def on_mount(self) -> None:
        """Show how things are."""
        self._fill()

    def _fill(self) -> None:
        able, problems = keymap.problems(desk_of(self).settings)
        refused = {problem.message for problem in problems}
        self.actions = []
        self.query_one(Menu).put(list(self._rows(able)))
        if refused:
            self.query_one(".how", Static).update(literal("⚠ " + " · ".join(sorted(refused))))

    def _rows(self, wishes: dict[str, str]) -> Iterator[Content]:
        for scene in keymap.scenes():
            for at, action in enumerate(keymap.changeable(scene)):
                self.actions.append(action)
                wish = wishes.get(action.id)
                keys = keymap.keys_of(wish) if wish else action.keys
                shown = " ".join(self.app.get_key_display(Binding(key, "")) for key in keys)
                head = literal(f"\n{scene.title}\n" if at == 0 else "", "bold $text-primary")
                mark = literal(shown.ljust(_WIDEST)[:_WIDEST], "bold $text-accent")
                mine = literal(" *" if wish else "")
                yield (
                    head
                    + mark
                    + literal(f" {action.name}")
                    + mine
                    + literal(f"  {action.id}", "dim")
                )

    @property
    def _marked(self) -> Action | None:
        at = self.query_one(Menu).highlighted
        return None if at is None else self.actions[at]

    def on_option_list_option_selected(self, event: Menu.OptionSelected) -> None:
        """Ask for the key."""
        event.stop()
        action = self.actions[event.option_index]
        self.app.push_screen(PressScreen(action), lambda key: self._change(action, key))

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
        self._fill()


class PressScreen(ModalScreen[str | None]):
    """Waits for a key; the result is the key, None after Esc."""

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

    def on_key(self, event: Key) -> None:
        """Take the key, whatever it else means."""
        event.stop()
        event.prevent_default()
        self.dismiss(None if event.key == "escape" else event.key)
