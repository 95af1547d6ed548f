"""Labels in a dress of their own, which the text itself teaches.

★Ada★ where is the key?
★Charles★ behind the door
★Ada★ which door?

Whatever signs and words stand around a name, line after line: where the same few names come
again between them and take turns, they are labels. It is asked where no other form is sure.
"""

import re

from quizgen.transcripts.dress import learnt
from quizgen.transcripts.excerpts import excerpt
from quizgen.transcripts.labels import Label, clean
from quizgen.transcripts.lines import LineForm, Sifted
from quizgen.transcripts.recurring import take_turns
from quizgen.transcripts.shapes import Shape, propose
from quizgen.transcripts.starts import Start

NAME = "own-dress"


def _propose(text: str) -> list[Start]:
    """Whatever is dressed as the labels of the text are."""
    found: dict[int, Start] = {}
    for pattern in learnt(excerpt(text)):
        for each in propose(Shape("y", pattern, _label), text):
            found.setdefault(each.at, each)
    return sorted(found.values())


def _label(match: re.Match[str]) -> Label | None:
    label = clean(match["label"].strip())
    return label if label.key else None


def _sift(proposals: list[Start], text: str) -> Sifted:
    if not take_turns(proposals, text):
        return Sifted([])
    return Sifted(proposals, always=frozenset(each.label.key for each in proposals))


FORM = LineForm(NAME, (), 0.6, sift=_sift, proposer=_propose)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
