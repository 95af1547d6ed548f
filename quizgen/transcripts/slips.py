"""Labels that are a letter or two away from one that comes far more often: slips of the pen."""

from collections import Counter
from collections.abc import Mapping

from quizgen.transcripts.labels import Label

_TIMES_MORE = 5
_SHORTEST = 4
_LONG = 10  # letters from which two may differ
_MOST_PAIRS = 200_000


def slips(
    times: Counter[str], people: Mapping[str, Label], found: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """The name printed and the person meant, for each key that is a slip."""
    most = max(times.values(), default=0)
    rare = [key for key in people if times[key] * _TIMES_MORE <= most]
    rare = [key for key in rare if len(key) >= _SHORTEST and not any(c.isdigit() for c in key)]
    often = _often(times, people, found)
    if not often or not rare or len(often) * len(rare) > _MOST_PAIRS:
        return {}
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - most transcripts have no rare label

    meant: dict[str, tuple[str, str]] = {}
    for key in rare:
        for other, (person, number) in often.items():
            allowed = 1 if len(other) < _LONG else 2
            if (
                times[key] * _TIMES_MORE <= number
                and key[:1] == other[:1]
                and OSA.distance(key, other, score_cutoff=allowed) <= allowed
                and found[key].casefold() != person.casefold()
            ):
                meant[key] = people[key].name, person
                break
    return meant


def _often(
    times: Counter[str], people: Mapping[str, Label], found: Mapping[str, str]
) -> dict[str, tuple[str, int]]:
    """What comes often, and whom it means: labels, and the first names of full ones."""
    often = {
        key: (found[key], number)
        for key, number in times.items()
        if number >= _TIMES_MORE and key in people
    }
    for key, (person, number) in list(often.items()):
        first = key.split()[0]
        if " " in key and len(first) > _SHORTEST and first not in often:
            often[first] = (person, number)
    return often
