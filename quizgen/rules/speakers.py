"""The people of a transcript as answers: how their names are printed, for whom they speak."""

import re
from collections.abc import Iterable

from quizgen.language.places import PLACES, countries, peoples
from quizgen.model.transcript import Transcript

_ARTICLE = re.compile(r"^(?:The|An?|Der|Die|Das|Ein|Eine|Le|La|Les|El|Los|Las) ", re.IGNORECASE)
_PARTY = re.compile(
    r"\(.*[^\W\d].*\)|\b(?:Hon|Minister|Senator|Sen|Rep|Representative|Congressm[ae]n|Member|MP|MEP|"
    r"Kanzler\w*|Bundesminister\w*|Ministre|Ministr[oa]|Министр)\b"
)
_HOUSE = re.compile(
    r"\b(?:Mr|Madam|Mister)\.? ?(?:Chair\w*|Speaker|President)\b|\b(?:Herr|Frau) Präsident|"
    r"\b(?:Monsieur|Madame) l[ea] président|\b[Ss]eñora? [Pp]resident[ea]\b"
)
_SEVERAL = 2
_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Sen|Senator|Rep)\.? ")


def printed_alike(name: str, others: Iterable[str]) -> list[str]:
    """Those of the other names that are printed as a name is: full, single, or with a title."""
    return [other for other in others if _form(other) == _form(name)]


def _form(name: str) -> tuple[bool, bool]:
    plain = _ARTICLE.sub("", name)
    return bool(_TITLE.match(plain)), " " in _TITLE.sub("", plain)


def have_sides(transcript: Transcript) -> bool:
    """Whether several speakers stand for a party or hold an office, as their labels print it."""
    sided = [
        each for each in transcript.people if each.office or any(map(_PARTY.search, each.labels))
    ]
    addressed = sum(bool(_HOUSE.search(turn.text)) for turn in transcript.turns)
    return len(sided) >= _SEVERAL or (addressed >= _SEVERAL and len(transcript.people) > _SEVERAL)


def homelands(transcript: Transcript) -> dict[str, frozenset[str]]:
    """The countries for which speakers speak, as far as their offices name one."""
    start, end = transcript.preamble
    head = transcript.text[start:end]
    found = {
        each.name: frozenset(name for *_, name in countries(each.office)) | peoples(each.office)
        for each in transcript.people
        if each.office
    }
    for each in transcript.people:  # “President of Russia Vladimir Putin answered”
        before = [piece.rstrip(" ,") for piece in head.split(each.name)[:-1]]
        own = {PLACES[p] for p in PLACES for words in before if words.endswith(f"of {p}")}
        found[each.name] = found.get(each.name, frozenset()) | own
    return found
