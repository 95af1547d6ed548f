"""Which keys do what, what of a learner's wishes for other keys can be granted, and what not.

Two actions may share a key where they never mean something at the same moment: Enter answers
and, once a verdict is on show, goes on. A wish that would give a key two meanings at one
moment is refused and told; the action keeps its own key.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import key_to_character

from quizgen.library.settings import Settings, settings_file
from quizgen.model.problem import Level, Problem
from quizgen.tui.screens.session_keys import ALLOWED
from quizgen.tui.texts import _

_MARKS = frozenset({"pick", "letter"})  # they follow the digits and letters before the options


@dataclass(frozen=True, slots=True)
class Action:
    """What a key can do on one screen: all keys that do it, at the moments it makes sense.

    ``moments`` None means always.
    """

    id: str
    name: str
    keys: tuple[str, ...]
    moments: frozenset[str] | None
    is_mark: bool = False

    def meets(self, other: "Action") -> bool:
        """Whether there is a moment at which both mean something.

        What shares a key from the start does so because there is none.
        """
        if {*self.keys} & {*other.keys}:
            return False
        if self.moments is None or other.moments is None:
            return True
        return bool(self.moments & other.moments)


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen with the actions that are its own."""

    title: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """The key ``key``, wished for one action, already means another one at that moment."""

    id: str
    name: str
    key: str
    taken_by: str

    def __str__(self) -> str:
        text = _("“{key}” is “{other}” already, so “{name}” keeps its own key")
        return text.format(key=self.key, other=self.taken_by, name=self.name)


@cache
def scenes() -> tuple[Scene, ...]:
    """Every screen whose keys can be changed, the keys that work everywhere first."""
    from quizgen.tui.app import QuizgenApp  # noqa: PLC0415 - all screens, only where keys change
    from quizgen.tui.screens import (  # noqa: PLC0415 - same
        bank,
        cards,
        exam,
        exam_grid,
        items,
        left,
        library,
        make,
        progress,
        results,
        review,
        session,
        transcript,
    )
    from quizgen.tui.widgets.menu import Menu  # noqa: PLC0415 - same

    return (
        _scene(_("Everywhere"), QuizgenApp),
        _scene(_("Library"), library.LibraryScreen, Menu),
        _scene(_("A bank"), bank.BankScreen, Menu),
        _scene(_("History of a bank"), items.ItemsScreen, Menu),
        _scene(_("Sessions that were left"), left.LeftScreen, Menu),
        _scene(_("A new quiz"), make.MakeScreen, Menu),
        _scene(_("Questions"), session.SessionScreen),
        _scene(_("Exam"), exam.ExamScreen),
        _scene(_("Overview of an exam"), exam_grid.GridScreen),
        _scene(_("Cards"), cards.CardsScreen),
        _scene(_("Results"), results.ResultsScreen),
        _scene(_("Transcript"), transcript.TranscriptScreen),
        _scene(_("Progress"), progress.ProgressScreen),
        _scene(_("Review of a bank"), review.ReviewScreen),
    )


def _scene(title: str, *nodes: type[DOMNode]) -> Scene:
    found: dict[str, Action] = {}
    for binding in (one for node in nodes for one in Binding.make_bindings(node.BINDINGS)):
        name = binding.action.partition("(")[0]
        key = binding.id or binding.action
        keys = (*found[key].keys, binding.key) if key in found else (binding.key,)
        moments = ALLOWED.get(name)
        found[key] = Action(
            key,
            binding.description,
            keys,
            None if moments is None else frozenset(moments),
            is_mark=name in _MARKS,
        )
    return Scene(title, tuple(found.values()))


def keys_of(text: str) -> tuple[str, ...]:
    """The keys that a wish names, as Textual calls them: ``?`` is ``question_mark``."""
    wish = ",".join(part.strip() for part in text.split(","))
    return tuple(binding.key for binding in Binding.make_bindings([Binding(wish, "")]))


def granted(wishes: Mapping[str, str]) -> tuple[dict[str, str], list[Clash]]:
    """The wishes that give no key two meanings, and why not the others.

    Of two wishes that clash with one another the first one is granted. Two actions may
    well change their keys with one another.
    """
    able, clashes = dict(wishes), []
    while clash := next(_clashes(able), None):
        clashes.append(clash)
        del able[clash.id]
    return able, clashes


def _clashes(wishes: Mapping[str, str]) -> Iterator[Clash]:
    everywhere, *others = scenes()
    for action in everywhere.actions:  # they would act while an answer is typed
        for key in keys_of(wishes[action.id]) if action.id in wishes else ():
            if key not in action.keys and (key_to_character(key) or "\t").isprintable():
                yield Clash(action.id, action.name, key, _("Type an answer"))
    for scene in others:
        taken: list[tuple[Action, tuple[str, ...]]] = []
        actions = (*everywhere.actions, *scene.actions)
        for action in sorted(actions, key=lambda one: _rank(one.id, wishes)):
            keys = keys_of(wishes[action.id]) if action.id in wishes else action.keys
            for other, held in taken:
                both = [key for key in keys if key in held]
                if both and action.id in wishes and action.meets(other):
                    yield Clash(action.id, action.name, both[0], other.name)
            taken.append((action, keys))


def _rank(id: str, wishes: Mapping[str, str]) -> int:
    """Actions without a wish come first, then the wishes in their order."""
    return list(wishes).index(id) if id in wishes else -1


def for_textual(wishes: Mapping[str, str]) -> dict[str, str]:
    """The whole keymap that Textual needs to grant these wishes.

    Where a key is wished for, or given up, Textual drops all other actions from it; those
    that share the key on purpose must therefore be named as well, and what shares theirs.
    """
    whole = dict(wishes)
    for scene in scenes():
        actions = {action.id: action for action in scene.actions}
        waiting = [name for name in wishes if name in actions]
        while waiting:
            action = actions[waiting.pop()]
            keys = {*action.keys, *keys_of(whole[action.id])}
            for other in scene.actions:
                if other.id not in whole and keys & {*other.keys}:
                    whole[other.id] = ",".join(other.keys)
                    waiting.append(other.id)
    return whole


def problems(settings: Settings) -> tuple[dict[str, str], list[Problem]]:
    """The wishes to grant, and a problem for each of the others, at its line of the file."""
    known = {action.id for scene in scenes() for action in scene.actions}
    found = [
        (name, "unknown-action", _("there is no action “{id}”").format(id=name))
        for name in settings.keymap
        if name not in known
    ]
    able, clashes = granted({name: keys for name, keys in settings.keymap.items() if name in known})
    found += [(clash.id, "key-clash", str(clash)) for clash in clashes]
    return able, [_problem(settings, *one) for one in found]


def _problem(settings: Settings, id: str, code: str, message: str) -> Problem:
    line, column = settings.key_places.get(id, (0, 0))
    fix = _("The page “Settings” changes keys.")
    return Problem(str(settings_file()), line, column, Level.WARNING, code, message, fix)


def changeable(scene: Scene) -> tuple[Action, ...]:
    """The actions of a screen that a learner may want another key for."""
    return tuple(action for action in scene.actions if action.name and not action.is_mark)


def keymap_for(settings: Settings) -> tuple[dict[str, str], list[Problem]]:
    """What to hand to ``App.set_keymap``, and what cannot be granted."""
    if not settings.keymap:
        return {}, []
    able, found = problems(settings)
    return for_textual(able), found
