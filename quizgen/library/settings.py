"""The learner's wishes: who plays, in which colours, with which keys, how strictly.

They are kept in ``settings.yaml`` in the learner's folder, a page that a person can edit:
a change is written into its line, so that comments stay. What is wrong in it is told and
passed over.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from quizgen.files import atomic
from quizgen.files.text import read
from quizgen.library.places import data_folder
from quizgen.model.errors import FileError
from quizgen.model.problem import Level, Problem

DEFAULT_LEARNER = "me"
FILE_NAME = "settings.yaml"
_HEAD = "# What quizgen is set to. Its page “Settings” writes this file; you may, too.\n"
_YES_NO = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_HOUR = re.compile(r"([01]?\d|2[0-3])(?::00)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set. ``theme`` empty means: chosen by the terminal's background.

    ``second_try`` asks once more after a wrong answer; ``exact`` forgives no typing slip;
    ``day_start`` is the hour at which a new day of study begins; ``keymap`` gives the keys
    of actions by their ids, ``key_places`` the line and column of each in the file.
    """

    learner: str = DEFAULT_LEARNER
    theme: str = ""
    second_try: bool = False
    exact: bool = False
    day_start: int = 4
    keymap: Mapping[str, str] = field(default_factory=dict)
    key_places: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False)


def settings_file() -> Path:
    """Where the settings are kept; it need not exist yet."""
    return data_folder() / FILE_NAME


def read_settings() -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, and what of the file could not be used. Never raises."""
    path = settings_file()
    if not path.exists():
        return Settings(), ()
    try:
        text = read(path).text
    except FileError as error:
        problem = Problem(str(path), 0, 0, Level.ERROR, "unreadable", error.message, error.fix)
        return Settings(), (problem,)
    from quizgen.documents.nodes import Mapping as Node  # noqa: PLC0415 - only with a file
    from quizgen.documents.parse import parse  # noqa: PLC0415 - the same

    document = parse(text, str(path))
    problems = list(document.problems)
    values: dict[str, Any] = {}
    if isinstance(document.root, Node):
        for key, value in document.root.pairs():
            message = _take(key.value, _plain(value), values)
            if key.value == "keymap" and isinstance(value, Node):
                places = {one.value: (one.line, one.column) for one, _keys in value.pairs()}
                values["key_places"] = places
            if message:
                problems.append(
                    Problem(str(path), key.line, key.column, Level.ERROR, "setting", message)
                )
    return Settings(**values), tuple(problems)


def keep_settings(settings: Settings) -> None:
    """Write the settings: changed values anew, everything else as it stands.

    Raises:
        FileError: the file cannot be written.
    """
    from quizgen.library.settings_page import with_keys, with_value  # noqa: PLC0415 - as above

    path = settings_file()
    text = read(path).text if path.exists() else _HEAD
    for name, value in _values(settings).items():
        text = with_value(text, name, value)
    atomic.write(path, with_keys(text, settings.keymap))


def _take(name: str, value: object, values: dict[str, Any]) -> str:
    """Enter one setting into ``values``; a message if that cannot be."""
    message = ""
    match name:
        case "learner" | "theme" if isinstance(value, str):
            values[name] = value
        case "second_try" | "exact" if str(value).casefold() in _YES_NO:
            values[name] = _YES_NO[str(value).casefold()]
        case "day_start" if isinstance(value, str) and _HOUR.fullmatch(value):
            values[name] = int(value.partition(":")[0])
        case "keymap" if not value:
            values[name] = {}
        case "keymap" if isinstance(value, dict) and all(
            isinstance(v, str) for v in value.values()
        ):
            values[name] = value
        case "learner" | "theme" | "second_try" | "exact" | "day_start" | "keymap":
            message = f"“{name}” cannot be this; see the page “Settings” for what it can be"
        case _:
            message = f"there is no setting “{name}”"
    return message


def _plain(node: object) -> object:
    from quizgen.documents.nodes import Mapping as Node  # noqa: PLC0415 - only with a file
    from quizgen.documents.nodes import Scalar, Sequence  # noqa: PLC0415 - the same

    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Node):
        return {key.value: _keys(value) for key, value in node.pairs()}
    return [_plain(item) for item in node.items] if isinstance(node, Sequence) else None


def _keys(node: object) -> object:
    """The keys of an action, in a row whether they were written so or as a list."""
    value = _plain(node)
    listed = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return ",".join(value) if listed and isinstance(value, list) else value


def _values(settings: Settings) -> dict[str, str]:
    from quizgen.documents.scalars import inline  # noqa: PLC0415 - only when writing

    return {
        "learner": inline(settings.learner),
        "theme": inline(settings.theme) if settings.theme else '""',
        "second_try": "yes" if settings.second_try else "no",
        "exact": "yes" if settings.exact else "no",
        "day_start": f'"{settings.day_start}:00"',
    }


def with_learner(settings: Settings, learner: str | None) -> Settings:
    """The settings for a learner named for this time only."""
    return replace(settings, learner=learner) if learner else settings
