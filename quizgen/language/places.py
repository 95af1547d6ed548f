"""Countries, their other names and their demonyms."""

import re
from collections.abc import Iterator
from importlib.resources import files


def _load() -> tuple[dict[str, str], dict[str, str]]:
    places, demonyms = {}, {}
    text = files("quizgen.language").joinpath("data", "places.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, others, people = (part.strip() for part in line.split("|"))
            places[name] = name
            places.update((other.strip(), name) for other in others.split(";") if other.strip())
            for two_words in (
                "Costa Rican",
                "North Korean",
                "South African",
                "South Korean",
                "Sri Lankan",
            ):
                if two_words in people:
                    people, demonyms[two_words] = people.replace(two_words, ""), name
            demonyms.update((demonym, name) for demonym in people.split())
    return places, demonyms


PLACES, DEMONYMS = _load()
"""Every name of a country, and every demonym, with the name that the country goes by."""

_PLACE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(sorted(map(re.escape, PLACES), key=len, reverse=True))
    + r")(?![\w-])"
)
_REGION = re.compile(
    r"\b(?:Middle East\w*|(?:Eastern |Western |Central |Southern |Northern )?"
    r"(?:Europe|Asia|Africa)|"
    r"(?:North|South|Latin|Central) America|Balkans?|Baltics?|Caucasus|Gulf|Mediterranean|"
    r"Caribbean|Scandinavia|Arab|Pacific|Maghreb|Sahel|European|African|Asian|Latin American)\b"
)


def countries(text: str) -> Iterator[tuple[int, int, str]]:
    """The countries that ``text`` names: start, end, and the country's usual name."""
    for match in _PLACE.finditer(text):
        yield match.start(), match.end(), PLACES[match.group()]


def names_region(text: str) -> bool:
    """Whether a text names a part of the world, which leaves out the countries elsewhere."""
    return bool(_REGION.search(text))
