"""A name in brackets at the start of a line.

【山田記者】一点伺います。

（大臣）お答えします。

[ADA BYRON] Hello and welcome.
"""

from quizgen.transcripts.lines import LineForm

NAME = "bracketed-name"
FORM = LineForm(NAME, ("brackets",), 0.85)
score = FORM.score
read = FORM.read
