"""A name in bold type before the text, without a colon, often after a time.

0:00:13.9 **Ada Byron** Hello, and welcome.

0:00:32.8 **Charles Babbage** (laughs) Hello.
"""

from quizgen.transcripts.lines import LineForm, Sifted
from quizgen.transcripts.recurring import are_terms
from quizgen.transcripts.starts import Start

NAME = "bold-name"


def _sift(proposals: list[Start], text: str) -> Sifted:
    return Sifted([] if are_terms(proposals, text) else proposals)


FORM = LineForm(NAME, ("bold",), 1.0, sift=_sift)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
