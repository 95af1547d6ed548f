"""What can be done on a screen, read off its keys: for the help, the palette and the mouse."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from textual.binding import Binding
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


def deeds_of(screen: Screen[Any]) -> tuple[list[Deed], list[Deed]]:
    """What can be done now, what belongs to the whole app last; and what can be done later."""
    active = [one for one in screen.active_bindings.values() if one.enabled]
    active.sort(key=lambda one: one.node is screen.app)
    now = _each_once((one.node, one.binding) for one in active)
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
