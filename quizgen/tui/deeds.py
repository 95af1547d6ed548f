"""What can be done on a screen, read off its keys: for the help, the palette and the mouse."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from textual.binding import ActiveBinding, Binding
from textual.dom import DOMNode
from textual.screen import Screen

_MARKS = ("pick", "letter")  # one for every option: the help says it in a sentence


@dataclass(frozen=True)
class Deed:
    """One action with all the keys that do it, and whose action it is."""

    node: DOMNode
    bindings: tuple[Binding, ...]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.bindings[0].description

    @property
    def action(self) -> str:
        """What Textual calls it."""
        return self.bindings[0].action


def in_order(screen: Screen[Any]) -> list[ActiveBinding]:
    """The keys that mean something now: those of what has the focus, of the screen, of the app.

    Textual lists a key of the screen that takes one from the focus where the latter stood.
    """
    listed = [binding for binding in screen.BINDINGS if isinstance(binding, Binding)]
    places = {binding.id: place for place, binding in enumerate(listed)}

    def place(active: ActiveBinding) -> tuple[int, int]:
        if active.node is screen.app:
            return 2, 0
        return (1, places[active.binding.id]) if active.binding.id in places else (0, 0)

    return sorted(screen.active_bindings.values(), key=place)


def deeds_of(screen: Screen[Any]) -> tuple[list[Deed], list[Deed]]:
    """What can be done now, what belongs to the whole app last; and what can be done later."""
    now = _each_once((one.node, one.binding) for one in in_order(screen) if one.enabled)
    known = {deed.action for deed in now}
    every = screen._bindings.key_to_bindings.values()  # noqa: SLF001 - Textual has no public list of the keys that are not active
    later = _each_once((screen, binding) for many in every for binding in many)
    return now, [deed for deed in later if deed.action not in known]


def _each_once(bindings: Iterable[tuple[DOMNode, Binding]]) -> list[Deed]:
    """The actions that have a meaning to tell, each with its keys."""
    found: dict[str, list[tuple[DOMNode, Binding]]] = {}
    for node, binding in bindings:
        family = binding.action.partition("(")[0]
        if binding.id and binding.description and family not in _MARKS:
            found.setdefault(binding.action, []).append((node, binding))
    return [Deed(some[0][0], tuple(binding for _node, binding in some)) for some in found.values()]
