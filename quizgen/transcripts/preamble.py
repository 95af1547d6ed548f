"""What stands before the first turn: title, date, place, who holds which office."""

import re
from datetime import date

_MONTHS = """
    january february march april may june july august september october november december
    """.split()
_MONTH = "|".join(f"{month}|{month[:3]}\\.?" for month in _MONTHS)
_DATES = (
    re.compile(
        rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH}),?\s+(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
)
_PLACE = re.compile(r"^(?:Place|Location|Venue):\s*(?P<place>.{2,60})$", re.MULTILINE)


def title(preamble: str) -> str | None:
    """The first line that is no date, without mark-up; None if there is none."""
    for line in preamble.splitlines():
        words = line.strip().strip("#*_=- \t")
        if words and explicit_date(words) is None:
            return words
    return None


def explicit_date(text: str) -> str | None:
    """The first full date that the text states, as an ISO date."""
    found = [match for pattern in _DATES if (match := pattern.search(text))]
    for match in sorted(found, key=lambda match: match.start()):
        month = match["month"].casefold().rstrip(".")
        number = (
            int(month)
            if month.isdigit()
            else next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month[:3]))
        )
        try:
            return date(int(match["year"]), number, int(match["day"])).isoformat()
        except ValueError:
            continue
    return None


def place(preamble: str) -> str | None:
    """The place, where a line of its own states it."""
    match = _PLACE.search(preamble)
    return match["place"].strip() if match else None


def office(preamble: str, name: str) -> str | None:
    """What the introduction calls a speaker: the capitalised words right before the name.

    ``President of Russia Vladimir Putin answered …`` gives ``President of Russia``.
    """
    match = re.search(
        rf"(?P<office>[A-Z][\w’'-]+(?:\s+(?:(?:of|for|the|and|to)\s+)*[A-Z][\w’'-]+){{0,7}})\s+{re.escape(name)}\b",
        preamble,
    )
    return " ".join(match["office"].split()) if match else None
