"""Labels of two people who share a family name: “MACBETH” and “LADY MACBETH”, Dr and Mrs Gibbs.

A label is cleaned of its title, so that “Mr Berg” and “Berg” are one. Where titles differ
in sex, or a woman's label answers the one without, they are two, and the title stays.
"""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from quizgen.transcripts.labels import Label
from quizgen.transcripts.starts import Start

_WOMENS = frozenset(
    """
    mrs ms miss madam lady dame queen princess frau madame mme mademoiselle mlle señora sra
    señorita srta doña donna signora г-жа госпожа
    """.split()
)
_MENS = frozenset(
    "mr mister sir lord king prince herr monsieur señor sr don signor г-н господин".split()
)


def told_apart(starts: list[Start]) -> list[Start]:
    """The starts, those of two people under one name with their titles as part of the name."""
    titled = {each.label.printed: each.label for each in starts if each.label.title}
    if not any(_sex(label) == "f" for label in titled.values()):
        return starts
    titles: dict[str, set[str]] = defaultdict(set)
    for each in starts:
        if each.label.title:
            titles[each.label.key].add(_sex(each.label))
    several = {key for key, sexes in titles.items() if {"f", "m"} <= sexes}
    for one, two in pairwise(starts):
        key, sexes = one.label.key, [_sex(each.label) for each in (one, two)]
        if key == two.label.key and "f" in sexes and sexes[0] != sexes[1]:
            several.add(key)
    if not several:
        return starts
    return [
        each._replace(label=_titled(each.label))
        if each.label.key in several and each.label.title
        else each
        for each in starts
    ]


def _sex(label: Label) -> str:
    words = {word.strip(".").casefold() for word in label.title.split()}
    return "f" if words & _WOMENS else "m" if words & _MENS else ""


def _titled(label: Label) -> Label:
    name = f"{label.title} {label.name}"
    return replace(label, name=name, key=name.casefold(), title="")
