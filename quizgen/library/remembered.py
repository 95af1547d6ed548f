"""The last choice on a bank's page, so that the page opens as it was left.

A convenience, no record: what cannot be read or written is done without.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quizgen.files import atomic
from quizgen.library.places import data_folder
from quizgen.model.errors import FileError

FILE_NAME = "choices.json"
_MOST = 500


@dataclass(frozen=True, slots=True)
class Remembered:
    """A kind of session, and the values chosen by ground (``topic``, ``rule`` …)."""

    mode: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def remembered(bank: str) -> Remembered:
    """The last choice for the bank with this id."""
    value = _read(data_folder() / FILE_NAME).get(bank)
    if not isinstance(value, dict) or not isinstance(value.get("chosen"), dict):
        return Remembered()
    chosen = {
        str(ground): tuple(map(str, values))
        for ground, values in value["chosen"].items()
        if isinstance(values, list)
    }
    return Remembered(str(value.get("mode", "")), chosen)


def remember(bank: str, choice: Remembered) -> None:
    """Keep the choice for the bank with this id."""
    path = data_folder() / FILE_NAME
    kept = _read(path)
    kept.pop(bank, None)
    kept[bank] = {"mode": choice.mode, "chosen": {g: list(v) for g, v in choice.chosen.items()}}
    newest = dict(list(kept.items())[-_MOST:])
    try:
        atomic.write(path, json.dumps(newest, ensure_ascii=False, indent=1))
    except FileError:
        return


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}
