"""Countries, their other names and their demonyms."""

import re
from functools import lru_cache

from quizgen.language.lexicon import is_known
from quizgen.language.word_lists import entries


def _load() -> tuple[dict[str, str], dict[str, str]]:
    places, demonyms = {}, {}
    for line in entries("places"):
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


_REMEMBERED = 4_096  # sentences: several rules ask about the same

PLACES, DEMONYMS = _load()
"""Every name of a country, and every demonym, with the name that the country goes by."""

_PLACE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(sorted(map(re.escape, PLACES), key=len, reverse=True))
    + r")(?![\w-])"
)
_NEXT = re.compile(r" ([A-ZÀ-Þ][a-zà-ÿ]{2,})")
_LAST = re.compile(r"(?<![.!?:“\"] )\b([A-ZÀ-Þ][a-zà-ÿ]+) $")
_OFFICE = re.compile(
    r"President|Prime|Chancellor|Premier|Minister|Foreign|King|Queen|Secretary|Ambassador|Mr|Mrs|Ms"
)
_REGION = re.compile(
    r"\b(?:Middle East\w*|(?:Eastern |Western |Central |Southern |Northern )?"
    r"(?:Europe|Asia|Africa)|"
    r"(?:North|South|Latin|Central) America|Balkans?|Baltics?|Caucasus|Gulf|Mediterranean|"
    r"Caribbean|Scandinavia|Arab|Pacific|Maghreb|Sahel|European|African|Asian|Latin American)\b"
)


@lru_cache(maxsize=_REMEMBERED)
def countries(text: str) -> tuple[tuple[int, int, str], ...]:
    """The countries that ``text`` names: start, end, and the country's usual name."""
    return tuple(
        (match.start(), match.end(), PLACES[match.group()])
        for match in _PLACE.finditer(text)
        if not _is_in_a_name(text, match.start(), match.end())
    )


def peoples(text: str) -> frozenset[str]:
    """The countries whose demonyms stand in a text."""
    return frozenset(DEMONYMS[word] for word in re.findall(r"[\w-]+", text) if word in DEMONYMS)


def _is_in_a_name(text: str, start: int, end: int) -> bool:
    """Whether a country is but a part of a longer name: “Panama Papers”, “Michael Jordan”."""
    after = _NEXT.match(text, end)
    before = _LAST.search(text, max(0, start - 24), start)
    owned = text[max(0, start - 4) : start] == " of "  # “President of Kazakhstan Ali Beg”
    longer = (
        after is not None and not owned and after[1] not in PLACES and not _OFFICE.match(after[1])
    )
    first = before is not None and not is_known(before[1].casefold())
    return longer or first or text[max(0, start - 4) : start] == "New "


def names_region(text: str) -> bool:
    """Whether a text names a part of the world, which leaves out the countries elsewhere."""
    return bool(_REGION.search(text))
