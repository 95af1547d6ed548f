"""The last line of a screen: the keys that do something now, for keyboard and mouse."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from quizgen.tui.deeds import in_order

_GAP = 2  # columns between two keys, one where there is less room
_KEPT = {"escape", "question_mark", "f1"}


@dataclass(frozen=True, slots=True)
class _Shown:
    """A key as it stands in the bar, from column ``start`` up to ``end``."""

    key: str
    start: int
    end: int
    tooltip: str


class KeyBar(Widget):
    """Keys with their meaning, as many as fit; clicking one presses it.

    Textual's Footer makes a widget of every key and makes all of them anew at every
    change, which costs more than painting a verdict; and in a narrow window it hides
    what does not fit behind a sideways scroll.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $panel; padding: 0 1; color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[_Shown] = []

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """Lay out the keys from the left; of too many the ways out and to help stay."""
        keys, room = self._keys(), self.content_size.width
        while self._width(keys, 1) > room:
            spare = [at for at, (key, *_said) in enumerate(keys) if at and key not in _KEPT]
            if not spare:
                break
            del keys[spare[-1]]
        gap = _GAP if self._width(keys, _GAP) <= room else 1
        self._shown, parts, at = [], [], 0
        for key, display, meaning, tooltip in keys:
            part = Content.assemble((display, "$accent bold"), f" {meaning}")
            self._shown.append(_Shown(key, at, at + part.cell_length, tooltip))
            parts.append(part)
            at += part.cell_length + gap
        return Content(" " * gap).join(parts)

    def _keys(self) -> list[tuple[str, str, str, str]]:
        seen: dict[str, tuple[str, str, str, str]] = {}
        for active in in_order(self.screen):
            binding = active.binding
            if binding.show and active.enabled and binding.action not in seen:
                display = self.app.get_key_display(binding)
                seen[binding.action] = (
                    binding.key,
                    display,
                    binding.description,
                    active.tooltip or binding.description,
                )
        return list(seen.values())

    def _width(self, keys: list[tuple[str, str, str, str]], gap: int) -> int:
        return sum(
            Content(f"{display} {meaning}").cell_length for _key, display, meaning, _tip in keys
        ) + gap * (len(keys) - 1)

    def _at(self, x: int) -> _Shown | None:
        column = x - self.gutter.left
        return next((key for key in self._shown if key.start <= column < key.end), None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Explain the key under the pointer."""
        key = self._at(event.x)
        self.tooltip = Content(key.tooltip) if key else None

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if key := self._at(event.x):
            self.app.simulate_key(key.key)
