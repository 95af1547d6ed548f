"""Labels that begin with ``M.``, which is Monsieur, or Mark where another Hill speaks too."""

from collections.abc import Sequence
from dataclasses import replace

from quizgen.transcripts.labels import Label
from quizgen.transcripts.starts import Start


def first_names(found: Sequence[Start]) -> list[Start]:
    """The places with ``M.`` read as a first name, where the surname's other labels say so."""
    keys = {each.label.key for each in found if _has_initial(each.label)}
    others = {each.label.key for each in found} if keys else set()
    named = {key for key in keys if any(_is_other(other, key) for other in others)}
    if not named:
        return list(found)
    return [
        each._replace(label=_spelled(each.label))
        if each.label.key in named and _has_initial(each.label)
        else each
        for each in found
    ]


def _has_initial(label: Label) -> bool:
    return label.title in {"M.", "m."}


def _is_other(other: str, surname: str) -> bool:
    """Whether another label has the surname: after an initial, or a first name with an M."""
    first = other.removesuffix(f" {surname}")
    return first != other and " " not in first and (first[1:] == "." or first[0] == "m")


def _spelled(label: Label) -> Label:
    name = f"{label.title} {label.name}"
    return replace(label, name=name, key=name.casefold(), title="")
