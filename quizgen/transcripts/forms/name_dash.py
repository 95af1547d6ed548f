"""A name and a dash before the text.

Anna – Good morning. How is the bridge?

Tom – It stands.
"""

from quizgen.transcripts.lines import LineForm, Sifted
from quizgen.transcripts.recurring import are_terms
from quizgen.transcripts.starts import Start

NAME = "name-dash"


def _sift(proposals: list[Start], text: str) -> Sifted:
    return Sifted([] if are_terms(proposals, text) else proposals)


FORM = LineForm(NAME, ("dash",), 0.8, sift=_sift)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
