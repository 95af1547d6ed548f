"""Labels of several who speak together, each of whom has a label too: ``AB, CD``, ``AB / CD``."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from quizgen.transcripts.starts import Start

_JOINS = re.compile(r"(?:\s|[/,&+]|\b(?:and|und|et|y|e|i|og|och|en)\b)+")


def are_joint(name: str, keys: Container[str]) -> bool:
    """Whether all parts of a name are labels themselves."""
    parts = [part for part in _JOINS.split(name.casefold()) if part]
    return len(parts) > 1 and all(part in keys for part in parts)


def together(found: Sequence[Start]) -> list[Start]:
    """The places, with the label whole where it names several whose labels stand elsewhere."""
    several = {each.label.printed for each in found if each.label.office}
    if not several:
        return list(found)
    keys = {each.label.key for each in found}
    whole = {printed for printed in several if are_joint(printed, keys)}
    return [_whole(each) if each.label.printed in whole else each for each in found]


def _whole(each: Start) -> Start:
    printed = " ".join(each.label.printed.split())
    return each._replace(label=replace(each.label, name=printed, key=printed.casefold(), office=""))
