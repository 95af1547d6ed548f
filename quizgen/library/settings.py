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
    of actions by their ids.
    """

    learner: str = DEFAULT_LEARNER
    theme: str = ""
    second_try: bool = False
    exact: bool = False
    day_start: int = 4
    keymap: Mapping[str, str] = field(default_factory=dict)


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
            if message:
                problems.append(
                    Problem(str(path), key.line, key.column, Level.ERROR, "setting", message)
                )
    return Settings(**values), tuple(problems)


def keep_settings(settings: Settings) -> None:
    """Write the settings: changed lines anew, everything else as it stands.

    Raises:
        FileError: the file cannot be written.
    """
    path = settings_file()
    text = read(path).text if path.exists() else _HEAD
    for name, value in _lines(settings).items():
        text = _with_line(text, name, value)
    atomic.write(path, text)


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
        case "keymap" if isinstance(value, dict):
            values[name] = {key: str(keys) for key, keys in value.items()}
        case "learner" | "theme" | "second_try" | "exact" | "day_start" | "keymap":
            message = f"“{name}” cannot be this; see the page “Settings” for what it can be"
        case _:
            message = f"there is no setting “{name}”"
    return message


def _plain(node: object) -> object:
    from quizgen.documents.nodes import Mapping as Node  # noqa: PLC0415 - only with a file
    from quizgen.documents.nodes import Scalar  # noqa: PLC0415 - the same

    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Node):
        return {key.value: _plain(value) for key, value in node.pairs()}
    return None


def _lines(settings: Settings) -> dict[str, str]:
    from quizgen.documents.scalars import inline  # noqa: PLC0415 - only when writing

    return {
        "learner": inline(settings.learner),
        "theme": inline(settings.theme) if settings.theme else '""',
        "second_try": "yes" if settings.second_try else "no",
        "exact": "yes" if settings.exact else "no",
        "day_start": f'"{settings.day_start}:00"',
    }


def _with_line(text: str, name: str, value: str) -> str:
    line = re.compile(rf"^{name}:[^\n]*", re.MULTILINE)
    wanted = f"{name}: {value}"
    if line.search(text):
        return line.sub(lambda _found: wanted, text, count=1)
    return text + ("" if text.endswith("\n") or not text else "\n") + wanted + "\n"


def with_learner(settings: Settings, learner: str | None) -> Settings:
    """The settings for a learner named for this time only."""
    return replace(settings, learner=learner) if learner else settings
