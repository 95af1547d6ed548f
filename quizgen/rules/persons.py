"""Persons as answers: others who could be meant, printed alike, and what gives them away."""

import re
from collections.abc import Iterable

from quizgen.language import clarity, sides
from quizgen.language.families import is_womans
from quizgen.language.names import Mention
from quizgen.rules.leaks import names_a_speaker
from quizgen.rules.material import Material
from quizgen.rules.sentence import Sentence

_MOST = 3
_COMMON = frozenset("Mr Mrs Ms Miss Dr Prof".split())
_TITLES = frozenset("Mr Mrs Ms Dr President Senator Secretary".split())

Offered = tuple[int, int, str]
"""How good another person is as an option (less is better), how far off, how printed."""


def others(
    key: Mention, sentence: Sentence, material: Material, *, retitled: bool = False
) -> list[str]:
    """Up to three other persons of the transcript, those mentioned nearest first.

    ``retitled``: a Mr may stand among others who are called Mr for the occasion, unless the
    sentence before names them – they may be whom the words are about.
    """
    person = material.people.who(key)
    before = material.before(sentence)
    earlier = before.text.casefold() if before else ""
    found: list[Offered] = []
    for other, places in material.persons.items():
        family = places[0][1].surname or ""
        if other in {person, material.speaks(sentence)} or family in sentence.text.casefold():
            continue
        printed = [mention.text for _, mention in places]
        same = [text for text in printed if form(text) == form(key.text)]
        near = min(abs(place.number - sentence.number) for place, _ in places)
        if same:
            found.append((0, near, same[0]))
        elif retitled and _is_mr(key) and family not in earlier and not _is_she(printed):
            found.append((1, near, f"{key.title} {printed[0].split()[-1]}"))
    chosen: list[str] = []
    for _, _, text in sorted(found):
        if not any(material.people.one_person(text, each) for each in (key.text, *chosen)):
            chosen.append(text)
    return chosen[:_MOST]


def form(text: str) -> str:
    """What two printed names share in form: the title, or the number of words."""
    first, *rest = text.split()
    titled = first.rstrip(".") in _TITLES and rest
    return first.rstrip(".") if titled else str(len(rest))


def names_by_office(text: str, person: str | None, material: Material) -> bool:
    """Whether a text names a person by an office or title, as “the President”."""
    titles = material.people.titles(person) if person else frozenset[str]()
    told = [title for title in titles if title.rstrip(".") not in _COMMON]
    return any(re.search(rf"\b{re.escape(title)}\b", text, re.IGNORECASE) for title in told)


def tells_a_speaker(text: str, names: Iterable[str], material: Material) -> bool:
    """Whether a text names one of some speakers: by name, or as “the Mayor” who speaks too."""
    named = frozenset(names)
    return names_a_speaker(text, named) or any(
        re.search(rf"\b(?:[Tt]he|[Oo]ur|[Tt]his) {re.escape(office)}\b(?! [A-ZÀ-Þ])", text)
        for name, office in material.speakers_offices
        if name in named and office in text
    )


def gives_away(
    text: str,
    names: Iterable[str],
    material: Material,
    *,
    between_two: bool,
    of_one_side: bool = False,
) -> bool:
    """Whether words tell who of some speakers says them: by a name, an address, a side.

    Between two, an “I” tells as much as a “you”; among people ``of_one_side``, a “we” nothing.
    """
    own = clarity.speaks_of_itself(text) if between_two else clarity.speaks_to_someone(text)
    return (
        own
        or clarity.calls_someone(text)
        or sides.speaks_of_home(text)
        or (not of_one_side and material.has_sides and sides.shows_side(text))
        or tells_a_speaker(text, names, material)
    )


def _is_mr(mention: Mention) -> bool:
    return mention.title.rstrip(".") == "Mr"


def _is_she(printed: list[str]) -> bool:
    """Whether one of a person's printed names has a woman's title."""
    return any(is_womans(text.split()[0]) for text in printed)
