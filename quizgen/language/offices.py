"""Offices with their countries: “the French President”, “President of France”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.language.places import DEMONYMS, PLACES

Office = tuple[str, str]
"""A country's usual name, and what its office is called."""

NAMES = (
    "President|Prime Minister|Chancellor|Foreign Minister|Defence Minister|Defense Secretary|"
    "Finance Minister|Vice President|King|Queen|Premier|Secretary of State|Ambassador"
)
"""What offices are called, as alternatives of a pattern."""

_WORDS = r"[A-Z][\w.]*(?:[ -][A-Z][\w.]*){0,4}"  # may be a country: the list of them is long
_OF_A_COUNTRY = re.compile(rf"\b(?P<country>{_WORDS})(?:[’']s)?[ ](?P<office>{NAMES})\b")
_AND_ITS_COUNTRY = re.compile(rf"\b(?P<office>{NAMES}) of (?:the )?(?P<country>{_WORDS})")


@dataclass(frozen=True, slots=True)
class Found:
    """An office in a text, from ``start`` to ``end``; its name begins at ``named``."""

    start: int
    end: int
    named: int
    office: Office


def of_a_country(text: str) -> Iterator[Found]:
    """The offices that follow their country: “French President”."""
    for match in _OF_A_COUNTRY.finditer(text):
        words = match["country"]
        for start in (0, *(at.end() for at in re.finditer("[ -]", words))):
            if country := _country(words[start:]):
                begins = match.start() + start
                office = (country, match["office"])
                yield Found(begins, match.end(), match.start("office"), office)
                break


def and_its_country(text: str) -> Iterator[Found]:
    """The offices that stand before their country: “President of France”."""
    for match in _AND_ITS_COUNTRY.finditer(text):
        words = match["country"]
        for end in (len(words), *(at.start() for at in reversed([*re.finditer("[ -]", words)]))):
            if country := _country(words[:end].rstrip(".")):
                stop = match.start("country") + end
                yield Found(match.start(), stop, match.start(), (country, match["office"]))
                break


def office_of(text: str) -> Office | None:
    """The country and the office that a text names first."""
    return next(
        (each.office for find in (of_a_country, and_its_country) for each in find(text)), None
    )


def _country(words: str) -> str | None:
    return DEMONYMS.get(words) or PLACES.get(words)
