"""Offices with their countries: “the French President”, “President of France”."""

import re

from quizgen.language.places import DEMONYMS, PLACES

Office = tuple[str, str]
"""A country's usual name, and what its office is called."""

NAMES = (
    "President|Prime Minister|Chancellor|Foreign Minister|Defence Minister|Defense Secretary|"
    "Finance Minister|Vice President|King|Queen|Premier|Secretary of State|Ambassador"
)
"""What offices are called, as alternatives of a pattern."""

_COUNTRY = "|".join(
    sorted({re.escape(word) for word in (*DEMONYMS, *PLACES)}, key=len, reverse=True)
)
OF_A_COUNTRY = re.compile(rf"\b(?P<country>{_COUNTRY})(?:[’']s)?[ ](?P<office>{NAMES})\b")
"""“French President”."""
AND_ITS_COUNTRY = re.compile(rf"\b(?P<office>{NAMES}) of (?:the )?(?P<country>{_COUNTRY})\b")
"""“President of France”."""


def office_of(text: str) -> Office | None:
    """The country and the office that a text names first."""
    match = OF_A_COUNTRY.search(text) or AND_ITS_COUNTRY.search(text)
    if match is None:
        return None
    country = match["country"]
    return DEMONYMS.get(country) or PLACES[country], match["office"]
