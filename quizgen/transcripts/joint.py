"""Labels that hold other labels of the text: of several who speak together, or with an act.

``AB, CD`` and ``AB / CD`` are two who have labels too; ``Jane Doe coughs`` is Jane Doe.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from quizgen.transcripts.labels import Label
from quizgen.transcripts.starts import Start

_JOINS = re.compile(r"(?:\s|[/,&+]|\b(?:and|und|et|y|e|i|og|och|en)\b)+")


def are_joint(name: str, keys: Container[str]) -> bool:
    """Whether all parts of a name are labels themselves."""
    parts = [part for part in _JOINS.split(name.casefold()) if part]
    return len(parts) > 1 and all(part in keys for part in parts)


def together(found: Sequence[Start]) -> list[Start]:
    """The places, with the label whole where it names several whose labels stand elsewhere.

    Where a known name and one word in small letters stand in a label, it is that name's.
    """
    labels = {each.label.printed: each.label for each in found}
    if not any(label.office or _acts(label.name) for label in labels.values()):
        return list(found)
    keys = {label.key for label in labels.values()}
    other: dict[str, Label] = {}
    for printed, label in labels.items():
        name = label.name.rpartition(" ")[0]
        if label.office and are_joint(printed, keys):
            whole = " ".join(printed.split())
            other[printed] = replace(label, name=whole, key=whole.casefold(), office="")
        elif _acts(label.name) and name.casefold() in keys:
            other[printed] = replace(label, name=name, key=name.casefold())
    if not other:
        return list(found)
    return [
        each._replace(label=other[each.label.printed]) if each.label.printed in other else each
        for each in found
    ]


def _acts(name: str) -> bool:
    """Whether a name in capital letters ends with a word in small ones, as ``coughs``."""
    return (
        name[:1].isupper()
        and name.rpartition(" ")[2].isalpha()
        and name[-1:].islower()
        and (name.rpartition(" ")[2].islower())
    )
