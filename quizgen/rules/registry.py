"""The installed rules: quizgen's own come through the same entry points as anyone's."""

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points

from quizgen.model.errors import RuleError
from quizgen.rules.api import Rule

GROUP = "quizgen.rules"


def names() -> list[str]:
    """The names of all installed rules, in alphabetical order; none is imported."""
    return sorted(_points(tuple(sys.path)))


@lru_cache(maxsize=4)
def _points(path: tuple[str, ...]) -> dict[str, EntryPoint]:
    """The entry points of all rules by name, for the ``path`` on which packages are found.

    They are looked up once: a folder of transcripts asks for them again and again.
    """
    del path  # where metadata is looked for, by itself
    return {point.name: point for point in entry_points(group=GROUP)}


def load(
    only: Sequence[str] = (), without: Sequence[str] = (), *, with_off: bool = False
) -> list[Rule]:
    """The rules asked for (if none is named, all that are not off), less those not wanted.

    Raises:
        RuleError: a name is unknown, or the rule behind it cannot be loaded.
    """
    points = _points(tuple(sys.path))
    for name in (*only, *without):
        if name not in points:
            close = get_close_matches(name, points, 1)
            fix = f"Did you mean “{close[0]}”?" if close else f"Rules: {', '.join(sorted(points))}."
            raise RuleError(f"there is no rule “{name}”.", fix=fix)
    rules: list[Rule] = []
    for name in sorted(set(only or points) - set(without)):
        try:
            rule = points[name].load()()
        except (ImportError, AttributeError, TypeError) as error:
            raise RuleError(
                f"the rule “{name}” cannot be loaded: {error}.",
                fix=f"Update or remove the package that brings it, or add --without {name}.",
            ) from error
        if only or with_off or not rule.off:
            rules.append(rule)
    return rules
