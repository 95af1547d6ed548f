"""Which speaker holds which office, as labels, the list of participants and speakers say.

An office is taken where it stands beside a speaker's full name: behind a comma or in brackets
(“Ann Lee, our Chief Financial Officer”), or before it where it says of what it is (“President of
Russia Vladimir Putin”).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.language.words import content, fold
from quizgen.rules.distractors import differ
from quizgen.rules.material import Material

_NOUN = (
    r"(?i:president|minister|chancellor|secretary|director|officer|chair(?:man|woman|person)?|"
    r"mayor|governor|senator|ambassador|commissioner|professor|editor|manager|head|founder|"
    r"co-?founder|counsel|attorney|administrator|coordinator|analyst|spokes(?:man|woman|person)|"
    r"judge|engineer|economist|advis[eo]r|representative|leader|treasurer|inspector|captain|"
    r"rector|principal|librarian|curator|superintendent|sheriff|chief|CEO|CFO|CTO)"
)
_OFFICE = (
    rf"(?P<office>(?:(?:[A-Z][\w’'&/-]*|and|of|for|vice|deputy|former|chief|senior) ){{0,5}}{_NOUN}"
    r"(?:,? (?:of|for|to|at) (?:the )?[A-Z][\w’'&.-]*"
    r"(?:,? (?:and |of |for |the )*[A-Z][\w’'&-]*){0,6})?)"
)
_PART = r"(?:[A-Z]\.|(?:de|del|van|von|der|den|al|bin|la|le|di|da|du)|[A-ZÀ-Þ][\w’'-]+)"
_NAME = rf"(?P<name>[A-ZÀ-Þ][\w.’'-]*(?: {_PART}){{0,3}} [A-ZÀ-Þ][\w’'-]+)"
_BESIDE = re.compile(rf"{_NAME}, (?:our |the |an? )?{_OFFICE}(?=[,.;:!?)]| and\b|$)", re.MULTILINE)
_LISTED = re.compile(
    rf"{_NAME}(?:,| [–—-]|:| \() ?(?:the )?{_OFFICE}(?=[,.;:!?)]|\s|$)", re.MULTILINE
)
_TELLS_OF_WHAT = re.compile(r"\w (?:of|for|der|des|für|de|du|по|del|della) \w", re.IGNORECASE)
_GENDERED = re.compile(
    r".*\b\w+m[ae]n\b|"
    r"(?:\w+\. )*\w+(?:ministerin|sekretärin|präsidentin|meisterin|leiterin)\b|"
    r".*\b(?:king|queen|prince|princess|ministra|presidenta|directora|directrice|présidente)\b",
    re.IGNORECASE,
)
_SHORTEST = 2  # words of an office that a label gives: one alone may be anything


@dataclass(frozen=True, slots=True)
class Holder:
    """A speaker, what he or she is, and the words of the transcript that say so."""

    name: str
    office: str
    words: str

    @property
    def gendered(self) -> bool:
        """Whether the office tells a man from a woman, and so may give its holder away."""
        return bool(_GENDERED.match(self.office))


def holders(material: Material) -> tuple[Holder, ...]:
    """The speakers whose one office is known, in the order of their first turns.

    Left out are offices that two speakers hold, that say the same as another, or that a name
    gives away.
    """
    said: dict[str, dict[str, Holder]] = defaultdict(dict)
    for each in _said(material):
        said[each.name].setdefault(fold(each.office), each)
    one = [next(iter(offices.values())) for offices in said.values() if len(offices) == 1]
    names = content(" ".join(speaker.name for speaker in material.transcript.people))
    order = [speaker.name for speaker in material.transcript.people]
    return tuple(
        sorted(
            (
                each
                for each in one
                if not content(each.office) & names
                and all(other is each or differ(each.office, other.office) for other in one)
            ),
            key=lambda each: order.index(each.name),
        )
    )


def _said(material: Material) -> Iterator[Holder]:
    """Every statement of a speaker's office."""
    transcript = material.transcript
    names = {speaker.name for speaker in transcript.people if " " in speaker.name}
    for speaker in transcript.people:
        for label in speaker.labels if speaker.name in names else ():
            office = speaker.office or ""
            at = label.find(office) if office else -1
            behind = at > 0 and label[:at].rstrip().endswith((",", "("))
            if len(office.split()) >= _SHORTEST and office[-1] != "." and (
                behind or (at == 0 and _TELLS_OF_WHAT.search(office))
            ):  # fmt: skip
                yield Holder(speaker.name, office, " ".join(label.split()))
    start, end = transcript.preamble
    for match in _LISTED.finditer(transcript.text[start:end]):
        if match["name"] in names:
            yield Holder(match["name"], match["office"], match.group())
    for sentence in material.sentences:
        if ", " in sentence.text:
            for match in _BESIDE.finditer(sentence.text):
                if match["name"] in names:
                    yield Holder(match["name"], match["office"], match.group())
